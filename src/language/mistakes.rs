//! What is wrong with a scenario, or odd about it.

use super::{Data, Notation, Ranges, Sizes};

/// Words for what is wrong with a scenario file. What a field must be follows
/// its key; a place is written in backquotes.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Mistakes {
    pub notation: Notation,
    pub data: Data,
    pub sizes: Sizes,
    pub ranges: Ranges,

    pub error: &'static str,
    pub warning: &'static str,
    pub help: &'static str,
    /// How many mistakes there are in all, and how many are shown; `at_least`
    /// where there may be more.
    pub count: fn(all: usize, shown: usize, at_least: bool) -> String,

    pub did_you_mean: fn(name: &str) -> String,
    /// All names that there are, in backquotes.
    pub known: fn(what: Known, names: &[String]) -> String,

    pub no_file: fn(name: &str) -> String,
    pub is_folder: fn(name: &str) -> String,
    pub may_not_be_read: fn(name: &str) -> String,
    pub permissions: &'static str,

    pub no_key: fn(key: &str) -> String,
    pub keys: fn(names: &[String]) -> String,
    /// A key of another table with this header, or of the file.
    pub key_of: fn(key: &str, header: Option<&str>) -> String,
    /// Keys that are not there, in backquotes; the path is empty for the
    /// scenario itself.
    pub missing: fn(keys: &[String], path: &str) -> String,
    /// What a missing key is: as the schema has it, and what it must be.
    pub what_is: fn(key: &str, says: &str, Shape) -> String,
    /// What a key must be.
    pub must_be: fn(key: &str, Shape) -> String,
    /// What a value of the wrong type is.
    pub this_is: fn(Found) -> String,
    pub write: fn(text: &str) -> String,
    pub without_quotes: fn(number: &str) -> String,
    /// A header as it should be written, in double brackets or in single ones.
    pub brackets: fn(header: &str, double: bool) -> String,
    /// Where the keys of a table may stand.
    pub under: fn(path: &str) -> String,
    pub one_of: fn(key: &str, words: &[&str]) -> String,
    pub from_to: fn(key: &str, least: u64, most: u64) -> String,
    pub share: fn(key: &str) -> String,
    pub rho: fn(key: &str) -> String,
    pub how_many: fn(key: &str, most: usize) -> String,
    pub numbers_from_0: fn(key: &str) -> String,
    pub month_1: fn(key: &str) -> String,
    pub ascending: fn(key: &str) -> String,
    pub schedule: fn(key: &str) -> String,
    pub as_a_schedule: &'static str,
    /// A text, or names in a table.
    pub not_empty: fn(key: &str, names: bool) -> String,
    pub one_line: fn(key: &str, names: bool) -> String,
    /// What an empty list or table holds, as the schema has it.
    pub at_least_one: fn(says: &str) -> String,

    /// What a number of a field must be.
    pub number: fn(field: &str, Limit) -> String,
    pub if_percent: fn(value: f64, share: f64) -> String,
    /// That a distribution can leave its field's domain, or never is in it.
    pub leaves: fn(field: &str, Limit, text: &str, never: bool) -> String,
    /// On which sides it leaves, each with the chance.
    pub reaches: fn(below: Option<Below>, above: Option<Above>) -> String,
    pub truncate: fn(truncate: &str, interval: Option<(f64, f64)>) -> String,
    pub only_positive: &'static str,

    pub circle: &'static str,
    /// Files of which each extends the next, in backquotes.
    pub extends: fn(files: &[String]) -> String,
    pub only_in_files: &'static str,
    pub needs_value: &'static str,

    pub no_place: fn(path: &str, single: bool) -> String,
    /// The key in which scenarios differ, each value with its scenario.
    pub must_agree: fn(key: &str, here: ValueIn<'_>, first: ValueIn<'_>) -> String,
    pub no_currency: &'static str,
    pub in_scenario: fn(name: &str) -> String,
    pub given_twice: fn(name: &str) -> String,
    pub same_name: fn(name: &str) -> String,
    pub the_first: &'static str,
    pub rename: &'static str,
    pub other_correlations: fn(name: &str) -> String,

    /// The kind of work that nobody carries, and what will stand still.
    pub stands_still: fn(kind: &str, by: &[String]) -> String,
    pub channel_of: fn(channel: &str, segment: &str) -> String,
    pub stage_of: fn(stage: &str, segment: &str) -> String,
    pub care_of: fn(segment: &str) -> String,
    pub tracking_of: fn(segment: &str) -> String,
    pub unneeded_kind: fn(kind: &str) -> String,
    pub unneeded_priority: fn(kind: &str) -> String,
    pub no_stage: fn(stage: &str) -> String,
    pub shares: fn(role: &str, total: f64) -> String,
    /// A headcount that changes after the last month.
    pub too_late: fn(role: &str, month: usize, last: usize) -> String,
    pub known_exactly: fn(path: &str) -> String,
    pub no_factor: fn(path: &str) -> String,

    // What keeps a file from being TOML, and slips of one kind.
    pub second_time: &'static str,
    pub too_deep: &'static str,
    pub open_list: &'static str,
    pub close_list: &'static str,
    pub open_header: &'static str,
    pub close_header: &'static str,
    pub open_text: &'static str,
    pub close_text: &'static str,
    pub neither: &'static str,
    pub no_such_key: &'static str,
    pub quote_it: &'static str,
    pub plain_keys: &'static str,
    pub equals: &'static str,
    pub no_space: &'static str,
    pub no_value: &'static str,
    pub straight: &'static str,
    pub no_number: &'static str,
    pub quote_distribution: &'static str,
    pub quote_text: &'static str,
    pub two_referrals: &'static str,
    pub no_arrivals: &'static str,
    pub who_refers: &'static str,
    pub nowhere_to_refer: &'static str,
    pub add_referral: &'static str,
    pub contradiction: &'static str,
    pub cannot_have: fn(rho: f64) -> String,
    pub nearer_to_0: &'static str,
    pub same_factor: &'static str,
    pub correlated_twice: &'static str,
    pub here_first: &'static str,
    pub listed_first: &'static str,
    pub two_paths: &'static str,
    pub role_hours: &'static str,
    pub twice: fn(key: &str) -> String,
    pub quote_key: fn(key: &str) -> String,
    /// Several ways of writing, all of them needed.
    pub write_all: fn(texts: &[String]) -> String,
    pub missing_arrivals: fn(path: &str) -> String,
    pub mean_a_month: fn(kind: &str) -> String,
    pub missing_hours: fn(path: &str) -> String,
    pub two_stages: fn(name: &str) -> String,
    pub listed_twice: fn(kind: &str) -> String,
    pub not_uncertain: fn(path: &str) -> String,
    pub no_text: fn(field: &str) -> String,
    pub exactly: fn(value: f64) -> String,
    pub if_percents: fn(low: f64, high: f64) -> String,
}

/// A parameter of a distribution with its name in the notation.
pub type Parameter = (&'static str, f64);

/// A lower limit, whether it is reached and no more, and how often.
pub type Below = (f64, bool, Rare);

/// An upper limit that is passed, and how often.
pub type Above = (f64, Rare);

/// A value, and the scenario that has it.
pub type ValueIn<'a> = (&'a str, &'a str);

/// Of what names are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "what they are called")]
pub enum Known {
    Stage,
    KindOfWork,
    Column,
}

/// What a value can be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "what they are called")]
pub enum Shape {
    Text,
    File,
    Word,
    Whole,
    Number,
    Numbers,
    Headcount,
    Texts,
    Paths,
    Factor,
    Table,
    Tables,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "what they are called")]
pub enum Found {
    Text,
    Number,
    Boolean,
    Date,
    List,
    Table,
}

/// What a number must keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// From 0 to 1.
    Probability,
    /// Above 0.
    Positive,
    /// 0 or above.
    NonNegative,
    /// Any finite number.
    Real,
}

/// How rarely something happens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rare {
    /// In every run.
    Always,
    /// In so many of a hundred runs.
    Percent(f64),
    /// Once in so many runs.
    Once(f64),
    /// In hardly any.
    Hardly,
}
