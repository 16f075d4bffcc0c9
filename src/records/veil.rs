//! Keeps people out of what is shown: texts that are to be shown are gathered when
//! the files are looked at, names of people in them are found while the rows are
//! read, and what holds one is shown under a number instead.

use std::collections::{HashMap, HashSet};

use super::field::Meaning;
use super::ids::hash;
use super::names::{MOST_NAMES, Names};
use super::private::{colleague, is_contact, keys, outsider};
use super::row::Row;
use super::standing::Standing;
use super::taken::FileRead;

/// The columns whose texts are shown.
pub const SHOWN: [Meaning; 5] =
    [Meaning::Channel, Meaning::Segment, Meaning::Status, Meaning::Stage, Meaning::Role];

/// What may be shown and what may not.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    /// Texts that were gathered, by the places of [`SHOWN`].
    gathered: [HashSet<u64>; SHOWN.len()],
    /// Keys of gathered texts, each with whether a person has it.
    keys: HashMap<u64, bool>,
    /// Colleagues that were met, so that each is looked at once.
    colleagues: HashSet<u64>,
}

impl Veil {
    /// Takes note of a text in a column of [`SHOWN`].
    pub fn gather(&mut self, column: usize, text: &str) {
        let met = &mut self.gathered[column];
        // A column of free text shows no more than so many.
        if met.len() < MOST_NAMES && met.insert(hash(text)) {
            self.add(text);
        }
    }

    /// Takes note of a text that is to be shown.
    pub fn add(&mut self, text: &str) {
        keys(text, |key| {
            self.keys.entry(key).or_insert(false);
        });
    }

    /// Takes note of texts that another one gathered.
    pub fn join(&mut self, other: &Self) {
        self.keys.extend(other.keys.iter());
    }

    /// Takes note of the people in a row.
    pub fn meet(&mut self, row: &Row) {
        let mut found = |key: u64| {
            if let Some(met) = self.keys.get_mut(&key) {
                *met = true;
            }
        };
        for meaning in [Meaning::Owner, Meaning::Opener, Meaning::Person] {
            let new = row.filled(meaning).filter(|name| self.colleagues.insert(hash(name)));
            if let Some(name) = new {
                colleague(name, &mut found);
            }
        }
        for meaning in [Meaning::Contact, Meaning::Email] {
            row.filled(meaning).into_iter().for_each(|name| outsider(name, &mut found));
        }
        if let (Some(first), Some(last)) =
            (row.filled(Meaning::Contact), row.filled(Meaning::Surname))
        {
            outsider(&format!("{first} {last}"), &mut found);
        }
        // A customer of one word is a company as a rule, and can be a channel too.
        if let Some(customer) = row.filled(Meaning::Customer).filter(|name| name.contains(' ')) {
            outsider(customer, &mut found);
        }
    }

    /// Whether a text holds what belongs to a person.
    #[must_use]
    pub fn covers(&self, text: &str) -> bool {
        let mut found = is_contact(text);
        keys(text, |key| found |= self.keys.get(&key).copied().unwrap_or(false));
        found
    }

    /// Puts a number in the place of names that hold a person's. What was put.
    pub fn cover(&self, names: &mut Names, word: &str) -> Vec<String> {
        names.cover(word, |name| self.covers(name))
    }

    /// Puts a number in the place of texts of statuses and stages.
    pub fn cover_texts(&self, met: &mut [(String, Standing)]) {
        for (place, (text, _)) in met.iter_mut().enumerate() {
            if self.covers(text) {
                *text = format!("status {}", place + 1);
            }
        }
    }

    /// Without headers that hold what belongs to a person; these are counted.
    pub fn cover_headers(&self, read: &mut FileRead) {
        let all = read.unused.len();
        read.unused.retain(|header| !self.covers(header));
        read.covered = all - read.unused.len();
    }
}
