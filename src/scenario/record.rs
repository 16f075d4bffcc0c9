//! What was read of a table: a value for every field of its group, or that it
//! was left out, or that it was wrong and has been reported.
//!
//! A field that was wrong is answered with a stand-in, so that everything else
//! can still be checked. A record with problems never becomes a scenario.

use crate::distribution::{Distribution, Domain};

use super::field::{Group, Need, Shape};
use super::source::Place;

/// A name and where it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A table that was read.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its header, or where it was left out, the table that it is missing in.
    pub place: Place,
    /// Which keys it has.
    pub group: &'static Group,
    /// One for each field of the group.
    pub cells: Vec<Cell>,
}

/// What was read of one field.
#[derive(Debug, Clone)]
pub enum Cell {
    /// A value, and where it stands.
    Given(Place, Read),
    /// Nothing stands there.
    LeftOut,
    /// It was wrong, or missing where it must not be, and has been reported.
    Broken,
}

/// A value in the shape of its field.
#[derive(Debug, Clone)]
pub enum Read {
    /// Any text: names, words, files.
    Text(String),
    /// A whole number.
    Whole(u64),
    /// A number that is known exactly.
    Number(f64),
    /// Several of them.
    Numbers(Vec<f64>),
    /// Month and seats.
    Headcount(Vec<(usize, usize)>),
    /// Several names.
    Names(Vec<Named>),
    /// A number that may be uncertain.
    Factor(Distribution),
    /// A table.
    Table(Record),
    /// Tables with the key that each stands under.
    Each(Vec<(Named, Record)>),
    /// A list of tables.
    List(Vec<Record>),
}

impl Record {
    /// A table that was left out: everything has its default.
    pub fn left_out(group: &'static Group, place: &Place) -> Self {
        let cells = group.fields.iter().map(|_| Cell::LeftOut).collect();
        Self { place: place.clone(), group, cells }
    }

    /// A table that could not be read.
    pub fn broken(group: &'static Group, place: &Place) -> Self {
        let cells = group.fields.iter().map(|_| Cell::Broken).collect();
        Self { place: place.clone(), group, cells }
    }

    fn index(&self, key: &str) -> usize {
        let found = self.group.fields.iter().position(|field| field.key == key);
        found.expect("the table of fields has every key that is asked for")
    }

    /// What was read of a field.
    pub fn cell(&self, key: &str) -> &Cell {
        &self.cells[self.index(key)]
    }

    fn read(&self, key: &str) -> Option<&Read> {
        match self.cell(key) {
            Cell::Given(_, read) => Some(read),
            _ => None,
        }
    }

    /// Where a field stands, or the header of its table where it was left out.
    pub fn place_of(&self, key: &str) -> &Place {
        match self.cell(key) {
            Cell::Given(place, _) => place,
            _ => &self.place,
        }
    }

    /// Whether the file says nothing of the field.
    pub fn leaves_out(&self, key: &str) -> bool {
        matches!(self.cell(key), Cell::LeftOut)
    }

    /// A text with its place.
    pub fn name(&self, key: &str) -> Option<Named> {
        let Read::Text(text) = self.read(key)? else { return None };
        Some(Named { text: text.clone(), place: self.place_of(key).clone() })
    }

    /// A whole number, its default, or 1 in the place of what is broken.
    pub fn whole(&self, key: &str) -> u64 {
        match (self.cell(key), self.group.fields[self.index(key)].need) {
            (Cell::Given(_, Read::Whole(number)), _) => *number,
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the table of fields holds small whole numbers"
            )]
            (Cell::LeftOut, Need::Default(number)) => number as u64,
            _ => 1,
        }
    }

    /// A number that is known exactly.
    pub fn number(&self, key: &str) -> Option<f64> {
        match self.read(key)? {
            Read::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Numbers that are known exactly; none where they were left out.
    pub fn numbers(&self, key: &str) -> &[f64] {
        match self.read(key) {
            Some(Read::Numbers(numbers)) => numbers,
            _ => &[],
        }
    }

    /// Pairs of month and seats; a single seat in the place of what is broken.
    pub fn headcount(&self, key: &str) -> Vec<(usize, usize)> {
        match self.read(key) {
            Some(Read::Headcount(changes)) => changes.clone(),
            _ => vec![(1, 1)],
        }
    }

    /// Names in the order that they are given in.
    pub fn names(&self, key: &str) -> &[Named] {
        match self.read(key) {
            Some(Read::Names(names)) => names,
            _ => &[],
        }
    }

    /// A factor with what its field accepts: as given, its default, or a number
    /// that fits every field in the place of what is broken.
    pub fn factor(&self, key: &str) -> (Distribution, Domain) {
        let field = &self.group.fields[self.index(key)];
        let Shape::Factor(domain) = field.shape else { unreachable!("`{key}` is a factor") };
        let known = |value| Distribution::known(value).expect("the number is finite");
        let distribution = match (self.cell(key), field.need) {
            (Cell::Given(_, Read::Factor(distribution)), _) => distribution.clone(),
            (Cell::LeftOut, Need::Default(value)) => known(value),
            _ => known(0.5),
        };
        (distribution, domain)
    }

    /// A table, unless it was left out.
    pub fn table(&self, key: &str) -> Option<&Record> {
        match self.read(key)? {
            Read::Table(record) => Some(record),
            _ => None,
        }
    }

    /// A table; one without values in the place of what was left out or broken.
    pub fn table_or_empty(&self, key: &str) -> std::borrow::Cow<'_, Record> {
        use std::borrow::Cow;
        let Shape::Table(group) = self.group.fields[self.index(key)].shape else {
            unreachable!("`{key}` is a table")
        };
        match self.cell(key) {
            Cell::Given(_, Read::Table(record)) => Cow::Borrowed(record),
            Cell::LeftOut => Cow::Owned(Record::left_out(group, &self.place)),
            _ => Cow::Owned(Record::broken(group, &self.place)),
        }
    }

    /// Tables under free names.
    pub fn each(&self, key: &str) -> &[(Named, Record)] {
        match self.read(key) {
            Some(Read::Each(records)) => records,
            _ => &[],
        }
    }

    /// Tables of a list.
    pub fn list(&self, key: &str) -> &[Record] {
        match self.read(key) {
            Some(Read::List(records)) => records,
            _ => &[],
        }
    }
}

impl Record {
    /// Whether there is a field at the end of these keys. An element of a list
    /// goes by its name.
    pub fn has(&self, keys: &[String]) -> bool {
        let Some((key, rest)) = keys.split_first() else { return true };
        let Some(field) = self.group.field(key) else { return false };
        let named = |record: &Self| record.name("name").is_some_and(|name| name.text == rest[0]);
        match self.read(field.key) {
            _ if rest.is_empty() => true,
            Some(Read::Table(record)) => record.has(rest),
            Some(Read::Each(records)) => {
                records.iter().any(|(key, record)| key.text == rest[0] && record.has(&rest[1..]))
            }
            Some(Read::List(records)) => {
                let has_names = |record: &&Self| record.group.field("name").is_some();
                let mut records = records.iter().filter(has_names);
                records.any(|record| named(record) && record.has(&rest[1..]))
            }
            _ => false,
        }
    }

    /// Whether a part of a field that others may refer to could not be read:
    /// a table, a list of them, or a name. What refers to it cannot be judged.
    pub fn has_holes(&self, key: &str) -> bool {
        match self.cell(key) {
            Cell::Broken => self.group.fields[self.index(key)].shape.may_be_referred_to(),
            Cell::LeftOut => false,
            Cell::Given(_, read) => read.has_holes(),
        }
    }

    fn has_any_holes(&self) -> bool {
        self.group.keys().any(|key| self.has_holes(key))
    }
}

impl Read {
    fn has_holes(&self) -> bool {
        match self {
            Self::Table(record) => record.has_any_holes(),
            Self::Each(records) => records.iter().any(|(_, record)| record.has_any_holes()),
            Self::List(records) => records.iter().any(Record::has_any_holes),
            _ => false,
        }
    }
}
