//! Names as numbers: channels and products keep their names, people do not.

use std::collections::HashMap;

use super::ids::{Ids, Met, hash};

/// More different names than a channel, a product or a stage can sensibly have:
/// a column with more is another kind of column.
pub const MOST_NAMES: usize = 2_000;

/// More people than one sales organisation has.
pub const MOST_PEOPLE: usize = 60_000;

/// Names that are shown to people, numbered as they are met.
#[derive(Debug, Clone, Default)]
pub struct Names {
    names: Vec<String>,
    numbers: HashMap<String, u16>,
}

impl Names {
    /// The number of a name; `None` where there are too many.
    pub fn number(&mut self, name: &str) -> Option<u16> {
        if let Some(number) = self.numbers.get(name) {
            return Some(*number);
        }
        if self.names.len() >= MOST_NAMES {
            return None;
        }
        let number = self.names.len() as u16;
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        Some(number)
    }

    /// Pairs of names that differ in case, spaces and signs only ("`GTXPro`" and
    /// "GTX Pro"), in the order of the first.
    #[must_use]
    pub fn alike(&self) -> Vec<(String, String)> {
        let mut met: HashMap<String, &String> = HashMap::new();
        let bare = |name: &str| -> String {
            name.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect()
        };
        let pairs = self.names.iter().filter_map(|name| {
            let bare = bare(name);
            let first = met.insert(bare.clone(), name).filter(|_| !bare.is_empty())?;
            Some((first.clone(), name.clone()))
        });
        pairs.collect()
    }

    /// Puts a word and a number in the place of some names: "channel 3". What was put.
    pub fn cover(&mut self, word: &str, hidden: impl Fn(&str) -> bool) -> Vec<String> {
        let mut put = Vec::new();
        for place in
            (0..self.names.len()).filter(|place| hidden(&self.names[*place])).collect::<Vec<_>>()
        {
            let labels = (place + 1..).map(|number| format!("{word} {number}"));
            let label = labels.into_iter().find(|label| !self.names.contains(label));
            self.names[place] = label.expect("numbers do not end");
            put.push(self.names[place].clone());
        }
        put
    }

    /// All names by number.
    #[must_use]
    pub fn into_names(self) -> Vec<String> {
        self.names
    }
}

/// People or customers, of whom only a number is kept.
#[derive(Debug, Clone, Default)]
pub struct Nameless(Ids);

impl Nameless {
    /// The number of somebody.
    pub fn number(&mut self, name: &str) -> u32 {
        match self.0.insert(hash(name)) {
            Met::New(number) | Met::Known(number) => number as u32,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.0.len() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_nearly_join_are_told_and_kept_apart() {
        let mut names = Names::default();
        let numbers: Vec<_> =
            ["GTX Pro", "MG", "", "GTXPro", "mg", "-"].map(|name| names.number(name)).into();
        assert_eq!(numbers, [0, 1, 2, 3, 4, 5].map(Some));
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        assert_eq!(names.alike(), [pair("GTX Pro", "GTXPro"), pair("MG", "mg")]);
    }

    #[test]
    fn a_column_of_free_text_has_too_many_names() {
        let mut names = Names::default();
        assert!((0..MOST_NAMES).all(|n| names.number(&n.to_string()).is_some()));
        assert_eq!(names.number("one more"), None);
        assert_eq!(names.number("7"), Some(7));
    }
}
