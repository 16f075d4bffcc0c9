//! What the text of a status or stage says about a case.

use std::collections::HashMap;

use super::names::MOST_NAMES;

/// How far a case is, by the text of its status or stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Won.
    Won,
    /// Lost.
    Lost,
    /// A lead that was found unfit.
    Rejected,
    /// A lead that was found fit, or became an opportunity.
    Qualified,
    /// Anything else: still open.
    Open,
}

/// Words that say it wherever they stand.
const WON: [&str; 9] =
    ["won", "closedwon", "gewonnen", "gagné", "gagnée", "ganado", "ganada", "ganho", "ganha"];
const LOST: [&str; 7] = ["lost", "closedlost", "verloren", "perdu", "perdue", "perdido", "perdida"];

/// Texts that must fit as a whole.
const WHOLE: [(&str, Standing); 24] = [
    ("customer", Standing::Won),
    ("evangelist", Standing::Won),
    ("win", Standing::Won),
    ("dead", Standing::Lost),
    ("abandoned", Standing::Lost),
    ("canceled", Standing::Lost),
    ("cancelled", Standing::Lost),
    ("unqualified", Standing::Rejected),
    ("disqualified", Standing::Rejected),
    ("not qualified", Standing::Rejected),
    ("junk", Standing::Rejected),
    ("spam", Standing::Rejected),
    ("closed not converted", Standing::Rejected),
    ("not converted", Standing::Rejected),
    ("junk lead", Standing::Rejected),
    ("bad fit", Standing::Rejected),
    ("qualified", Standing::Qualified),
    ("converted", Standing::Qualified),
    ("closed converted", Standing::Qualified),
    ("sales qualified lead", Standing::Qualified),
    ("salesqualifiedlead", Standing::Qualified),
    ("sql", Standing::Qualified),
    ("opportunity", Standing::Qualified),
    ("open deal", Standing::Qualified),
];

/// Chinese texts that hold one of these, the first that fits; a refusal stands
/// before what it refuses (未成交 before 成交).
const PARTS: [(&str, Standing); 26] = [
    ("未成交", Standing::Open),
    ("未转化", Standing::Open),
    ("未签约", Standing::Open),
    ("未簽約", Standing::Open),
    ("未轉化", Standing::Open),
    ("赢单", Standing::Won),
    ("成交", Standing::Won),
    ("已签约", Standing::Won),
    ("贏單", Standing::Won),
    ("已簽約", Standing::Won),
    ("成单", Standing::Won),
    ("输单", Standing::Lost),
    ("丢单", Standing::Lost),
    ("流失", Standing::Lost),
    ("战败", Standing::Lost),
    ("輸單", Standing::Lost),
    ("丟單", Standing::Lost),
    ("失单", Standing::Lost),
    ("无效", Standing::Rejected),
    ("無效", Standing::Rejected),
    ("不合格", Standing::Rejected),
    ("已转化", Standing::Qualified),
    ("转商机", Standing::Qualified),
    ("已轉化", Standing::Qualified),
    ("轉商機", Standing::Qualified),
    ("合格", Standing::Qualified),
];

impl Standing {
    /// What a text says. "Won" and "lost" count as words of their own wherever
    /// they stand ("Closed Won (Sales)"), but for a "not" before them.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        let words: Vec<&str> =
            lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let whole = words.join(" ");
        if let Some((_, standing)) = WHOLE.iter().find(|(text, _)| *text == whole) {
            return *standing;
        }
        let has = |sought: &[&str]| {
            words.iter().enumerate().any(|(place, word)| {
                sought.contains(word) && (place == 0 || words[place - 1] != "not")
            })
        };
        match () {
            () if has(&WON) => Self::Won,
            () if has(&LOST) => Self::Lost,
            () => PARTS.iter().find(|(part, _)| lower.contains(part)).map_or(Self::Open, |p| p.1),
        }
    }

    /// The one that says more, of a status and a stage.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self == Self::Open || self == Self::Qualified && other != Self::Open {
            other
        } else {
            self
        }
    }
}

/// What texts say, each worked out once: a column has a handful of them.
#[derive(Debug, Default)]
pub struct Standings {
    places: HashMap<String, usize>,
    met: Vec<(String, Standing)>,
}

impl Standings {
    /// What a text says.
    pub fn of(&mut self, text: &str) -> Standing {
        if let Some(place) = self.places.get(text) {
            return self.met[*place].1;
        }
        let standing = Standing::of(text);
        // A column of free text would fill the memory.
        if self.met.len() < MOST_NAMES {
            self.places.insert(text.to_owned(), self.met.len());
            self.met.push((text.to_owned(), standing));
        }
        standing
    }

    /// All texts with what they say, in the order in which they were met.
    #[must_use]
    pub fn into_met(mut self) -> Vec<(String, Standing)> {
        self.met.retain(|(text, _)| !text.is_empty());
        self.met
    }
}

/// Whether a cell says yes.
#[must_use]
pub fn is_yes(text: &str) -> bool {
    ["true", "yes", "y", "1", "是", "checked", "x"].contains(&text.to_lowercase().as_str())
}

/// Whether a cell says no.
#[must_use]
pub fn is_no(text: &str) -> bool {
    ["false", "no", "n", "0", "否", "unchecked"].contains(&text.to_lowercase().as_str())
}

/// Whether a status says outright that a case is open, whatever was before: a
/// deal that was won and opened again keeps its dates in some systems.
#[must_use]
pub fn is_open(text: &str) -> bool {
    ["open", "in progress", "reopened", "进行中", "跟进中"].contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_stages_say_what_they_mean() {
        for (text, standing) in [
            ("Closed Won", Standing::Won),
            ("closedwon", Standing::Won),
            ("Won", Standing::Won),
            ("won", Standing::Won),
            ("5 - Closed Won (Sales Pipeline)", Standing::Won),
            ("Not won yet", Standing::Open),
            ("Closed Lost", Standing::Lost),
            ("Gewonnen", Standing::Won),
            ("Fermé perdu", Standing::Lost),
            ("Customer", Standing::Won),
            ("Customer call", Standing::Open),
            ("Wonderful", Standing::Open),
            ("Engaging", Standing::Open),
            ("Prospecting", Standing::Open),
            ("Negotiation", Standing::Open),
            ("Closed - Converted", Standing::Qualified),
            ("Closed - Not Converted", Standing::Rejected),
            ("Marketing Qualified Lead", Standing::Open),
            ("Sales Qualified Lead", Standing::Qualified),
            ("已成交", Standing::Won),
            ("未成交", Standing::Open),
            ("赢单", Standing::Won),
            ("输单关闭", Standing::Lost),
            ("无效线索", Standing::Rejected),
            ("贏單", Standing::Won),
            ("輸單關閉", Standing::Lost),
            ("未簽約", Standing::Open),
            ("", Standing::Open),
        ] {
            assert_eq!(Standing::of(text), standing, "{text}");
        }
    }

    #[test]
    fn a_status_and_a_stage_say_together_what_one_says_alone() {
        assert_eq!(Standing::Open.or(Standing::Won), Standing::Won);
        assert_eq!(Standing::Lost.or(Standing::Qualified), Standing::Lost);
        assert_eq!(Standing::Qualified.or(Standing::Won), Standing::Won);
        assert_eq!(Standing::Qualified.or(Standing::Open), Standing::Qualified);
    }
}
