//! Simplified Chinese, in the terms that sales teams in China use.
//!
//! Bookings are 订单额 and contribution is 贡献利润 throughout: people are paid
//! from it already, so it is no 毛利. A run is one 模拟, a scenario a 方案.

mod causes;
mod chart;
mod check;
mod comments;
mod data;
mod drivers;
mod evidence;
mod findings;
mod fit;
mod hindsight;
mod ledger;
mod messages;
mod mistakes;
mod notation;
mod played;
mod problems;
mod ranges;
mod records;
mod sizes;
mod subject;
mod sweep;
mod table;
mod units;
mod verify;

use super::Words;

/// All of it.
pub static WORDS: Words = Words {
    units: units::UNITS,
    table: table::TABLE,
    check: check::CHECK,
    ledger: ledger::LEDGER,
    chart: chart::CHART,
    causes: causes::CAUSES,
    drivers: drivers::DRIVERS,
    evidence: evidence::EVIDENCE,
    fit: fit::FIT,
    hindsight: hindsight::HINDSIGHT,
    played: played::PLAYED,
    comments: comments::COMMENTS,
    records: records::RECORDS,
    sweep: sweep::SWEEP,
    verify: verify::VERIFY,
    messages: messages::MESSAGES,
    mistakes: mistakes::MISTAKES,
};

/// What charts may write: all that stands in the files of their words.
pub const LETTERS: &str = concat!(
    include_str!("causes.rs"),
    include_str!("chart.rs"),
    include_str!("drivers.rs"),
    include_str!("fit.rs"),
    include_str!("subject.rs"),
    include_str!("sweep.rs"),
    include_str!("units.rs")
);

/// Pieces of a sentence one after the other, with a space between a Chinese
/// character and a Latin letter or a figure. Names stay as they are.
fn say(pieces: &[&str]) -> String {
    let mut text = String::new();
    for piece in pieces {
        let apart = text.chars().next_back().zip(piece.chars().next());
        if apart.is_some_and(|(before, after)| {
            (is_latin(before) && is_chinese(after)) || (is_chinese(before) && is_latin(after))
        }) {
            text.push(' ');
        }
        text.push_str(piece);
    }
    text
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '%' | '+' | '\u{2212}')
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_and_chinese_stand_apart_and_names_stay_whole() {
        assert_eq!(say(&["Specialised", "卡在", "外呼"]), "Specialised 卡在外呼");
        assert_eq!(say(&["公司A组", "在", "77%", "的模拟中"]), "公司A组在 77% 的模拟中");
        assert_eq!(say(&["多", "P10", "（"]), "多 P10（");
    }
}
