//! What cannot be read in a factor or a path, and why numbers make no distribution.

use std::fmt;

use super::mistakes::{Limit, Parameter};

/// Words for factors and paths as people write them. A key, a word and what is
/// left over are written in backquotes.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Notation {
    /// A field, and what is wrong with its text.
    pub of_field: fn(field: &str, says: &str) -> String,

    pub missing_here: fn(Due) -> String,
    pub is_not: fn(word: &str, Due) -> String,
    pub must_follow: fn(Due) -> String,
    pub finite: &'static str,
    pub not_written: fn(number: &str) -> String,

    pub joined_by_to: &'static str,
    pub interval_form: &'static str,
    /// What follows a number, or a distribution, and does not belong to it.
    pub after_number: fn(rest: &str) -> String,
    pub after_distribution: fn(rest: &str) -> String,
    pub no_bracket: &'static str,
    pub stray: fn(rest: &str) -> String,
    pub too_deep: &'static str,

    pub needs_brackets: fn(name: &str) -> String,
    pub neither: fn(word: &str) -> String,
    /// All ways to write a factor, with the names of all distributions.
    pub forms: fn(names: &[&str]) -> String,
    /// How the distribution that was probably meant is written.
    pub meant_form: fn(usage: &str) -> String,
    pub no_distribution: fn(name: &str) -> String,
    pub distributions: fn(names: &[&str]) -> String,
    /// How many numbers a distribution takes, and how many it was given.
    pub takes: fn(name: &str, takes: usize, given: usize) -> String,
    pub file_and_column: &'static str,

    pub unfit: fn(field: &str, Unfit<'_>) -> String,
    /// A path that cannot be read, where it is worth repeating.
    pub broken_path: fn(path: Option<&str>, BrokenPath) -> String,
}

/// What is expected at a place of a factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "what they are called")]
pub enum Due {
    Factor,
    Number,
    UpperEnd,
    Value,
    /// With the colon before it where that is missing too.
    Weight,
    /// With the comma before it where that is missing too.
    LowerLimit,
    /// With the comma before it where that is missing too.
    UpperLimit,
}

/// Why numbers make no distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unfit<'a> {
    /// A parameter is infinite or not a number.
    NotFinite(&'a str),
    /// A parameter that must be above 0 is not.
    NotPositive(Parameter),
    /// Two shapes are too small or too different.
    ShapesApart,
    /// Two parameters are in the wrong order.
    Reversed(Parameter, Parameter),
    /// The mode is not between the ends.
    ModeOutside {
        /// Smallest value.
        low: f64,
        /// Most likely value.
        mode: f64,
        /// Largest value.
        high: f64,
    },
    /// An end of an interval is not strictly inside what the field accepts.
    EndOutside(Limit, f64),
    /// Values run out of the range of numbers.
    TooWide,
    /// No value has a weight.
    NoWeight,
    /// A value, and its weight below 0.
    NegativeWeight(f64, f64),
    /// A distribution as it is written, and the limits between which nothing of
    /// it lies.
    NothingLeft(Option<&'a str>, f64, f64),
    /// The limits between which too little lies.
    TooNarrow(f64, f64),
}

/// Why a path cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokenPath {
    /// Nothing stands between two dots.
    EmptyKey,
    /// A quote in the middle of a key.
    QuoteInside,
    /// A quote without an end.
    OpenQuote,
    /// A key in quotes that runs into the next.
    NoDot,
}

impl fmt::Display for BrokenPath {
    /// An English phrase that finishes "the path …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(super::en::path(*self))
    }
}
