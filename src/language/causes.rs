//! What is said about what makes a gap.

use super::Measure;

/// Words on the causes of a gap.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Causes {
    /// The groups of differences, in the order of the study's groups: company, split,
    /// skill, switching, hand-offs, ramp, turnover, pay.
    pub labels: [&'static str; 8],
    /// Heading and columns of the table.
    pub section: fn(baseline: &str, candidate: &str) -> String,
    pub columns: fn(Measure) -> [&'static str; 2],
    pub together: &'static str,
    /// The gap if the candidate's people were no better at their work.
    pub unskilled: fn(&Unskilled<'_>) -> String,
    /// That nobody is better at the work anyway.
    pub no_skill: fn(candidate: &str, baseline: &str) -> String,
    /// That the two do not differ in anything.
    pub alike: fn(candidate: &str, baseline: &str) -> String,
    /// Groups in which they do not differ.
    pub same: fn(labels: &[&str]) -> String,
    /// Groups in which they do, to no effect on bookings.
    pub idle: fn(labels: &[&str]) -> String,
    /// Where the companies differ.
    pub company: fn(candidate: &str, paths: &[&str], further: usize) -> String,
    /// How to read the table; how many worlds were simulated in between, each in so
    /// many runs.
    pub method: fn(baseline: &str, candidate: &str, worlds: usize, runs: &str) -> String,

    /// Titles and subtitle of the chart.
    pub title: fn(&Unskilled<'_>) -> String,
    pub moves_most: fn(label: &str, amount: &str) -> String,
    pub nothing_clear: &'static str,
    pub question: fn(Measure, baseline: &str, candidate: &str, months: usize) -> String,
    /// The bars below the causes.
    pub gap: &'static str,
    pub equally_good: &'static str,
    /// What the axis measures.
    pub axis: fn(Measure) -> String,
    /// What the lines on the bars are, without hatched bars and with some.
    pub key: &'static str,
    pub key_unsure: &'static str,
}

/// The gap of two organisations if the candidate's people were as good as the
/// baseline's, and no better.
#[derive(Debug, Clone, Copy)]
pub struct Unskilled<'a> {
    /// The baseline's name.
    pub baseline: &'a str,
    /// The candidate's name.
    pub candidate: &'a str,
    /// What the gap is in.
    pub measure: Measure,
    /// How large it would be; without a sign unless it is unclear.
    pub amount: &'a str,
    /// Its 95 % interval.
    pub interval: &'a str,
    /// Whether they are less good as things are.
    pub worse: bool,
    /// In which direction it goes.
    pub left: Left,
}

/// What is left of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// The candidate is ahead, as it is with its better people.
    StillMore,
    /// The candidate is ahead, unlike with its better people.
    More,
    /// The candidate is behind.
    Less,
    /// It cannot be told from nothing.
    Unclear,
}
