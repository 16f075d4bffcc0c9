//! What is said about the numbers that nobody knows exactly, and what they decide.

use super::{Measure, Subject, Together, Unit};

/// Words on what decides.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Drivers {
    /// A number of a scenario, as people call it.
    pub label: fn(&Subject) -> String,
    /// A number, or a range of it, with its unit.
    pub measured: fn(number: &str, Unit, currency: &str) -> String,
    /// Numbers that belong together.
    pub group: fn(&Together) -> String,

    /// What decides, the strongest first.
    pub headline: fn(&Decides<'_>) -> String,
    /// What the mean is where an unknown is low, and where it is high.
    pub ends: fn(label: &str, low: &str, high: &str, &Spread<'_>) -> String,
    /// The same where an unknown has but a few values.
    pub values: fn(label: &str, low: &ValueWords<'_>, high: &ValueWords<'_>, &Spread<'_>) -> String,
    /// Which share of the spread is chance; all of it where no share is given.
    pub chance: fn(share: Option<&str>, &Spread<'_>) -> String,
    pub nothing: fn(Nothing, &Spread<'_>) -> String,

    /// Heading and columns of the unknowns.
    pub table: fn(&Spread<'_>) -> String,
    pub range: &'static str,
    pub lowest: &'static str,
    pub highest: &'static str,
    pub share: &'static str,
    pub total: &'static str,
    /// How to read the table; whether it has total shares.
    pub reading: fn(total: bool) -> String,
    /// Further ones above the noise that are not listed: how many, with which share.
    pub further: fn(count: usize, share: &str) -> String,
    /// Those that cannot be told from it, their share where there is any, and whether
    /// that is all of them.
    pub noise: fn(count: usize, share: Option<&str>, all: bool) -> String,
    /// How many runs total shares took, and the precision where it was not reached.
    pub total_runs: fn(runs: &str, short: Option<&str>) -> String,
    pub paths: &'static str,

    /// Heading and columns of what finding out is worth.
    pub worth: fn(Measure) -> String,
    pub worth_columns: [&'static str; 2],
    pub find_first: fn(labels: &[&str]) -> String,
    pub nothing_pays: &'static str,
    /// The row of what knowing all is worth, chance included.
    pub perfect: &'static str,
    /// What such a worth means; the choice without knowing more, and the largest bias
    /// that was taken off.
    pub worth_note: fn(best: &str, measure: Measure, bias: &str) -> String,

    /// What a reader should not overlook, as a warning goes on.
    pub caution: fn(&DriverCaution<'_>) -> String,

    /// Titles of the charts.
    pub title: fn(&Title<'_>) -> String,
    pub tornado: fn(&Spread<'_>) -> String,
    /// The two parts of a bar, and its whiskers.
    pub tornado_key: [&'static str; 3],
    pub worth_question: fn(Measure) -> String,
    /// A worth that may well be more.
    pub at_least: fn(worth: &str) -> String,
    pub worth_one: &'static str,
    pub worth_several: &'static str,
    pub worth_all: &'static str,
    pub curve: fn(&Spread<'_>) -> String,
    /// The line, the band, and the bar on the axis.
    pub curve_key: [&'static str; 3],
    /// At which value of an unknown the lead changes hands, beside its name.
    pub turns_at: fn(value: &str) -> String,
    /// On which side of zero a scenario is ahead.
    pub ahead: fn(name: &str, left: bool) -> String,
    pub mean: &'static str,
    /// What an axis measures.
    pub axis: fn(&Spread<'_>) -> String,
    pub worth_axis: fn(Measure) -> String,
}

/// Of what the spread is: a scenario's result, or the gap of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread<'a> {
    /// What is counted.
    pub measure: Measure,
    /// The candidate, or the only scenario.
    pub name: &'a str,
    /// The baseline, where there are two.
    pub baseline: Option<&'a str>,
}

/// The mean result in the runs in which an unknown has one value.
#[derive(Debug, Clone, Copy)]
pub struct ValueWords<'a> {
    /// The share of such runs.
    pub runs: &'a str,
    /// The value, with its unit.
    pub value: &'a str,
    /// The mean, with its currency.
    pub mean: &'a str,
}

/// What decides.
#[derive(Debug, Clone, Copy)]
pub struct Decides<'a> {
    /// The strongest unknowns, the first being the strongest, at least one.
    pub labels: &'a [&'a str],
    /// Of what.
    pub spread: Spread<'a>,
}

/// Why no unknown decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nothing {
    /// Nothing is uncertain.
    NoUnknown,
    /// A single run cannot say what moves it.
    OneRun,
    /// All runs agree.
    NoSpread,
    /// None stands out of the noise.
    AllNoise,
}

/// What the title of a chart says.
#[derive(Debug, Clone, Copy)]
pub enum Title<'a> {
    /// This unknown moves the gap most, and within its range the lead changes hands.
    Decides(&'a str),
    /// This unknown moves the gap most; whether the lead changes hands is not clear.
    MayDecide(&'a str),
    /// This unknown moves the gap most, but surely not so far.
    MovesGap(&'a str),
    /// This unknown moves the result of a single scenario most, by so much.
    Moves(&'a str, &'a str),
    /// Finding out this is worth most, and how much.
    Worth(&'a str, &'a str),
    /// Finding out any one is worth next to nothing.
    WorthLittle,
    /// The lead changes hands at about this value of this unknown.
    Turns(&'a str, &'a str),
    /// This scenario is ahead wherever the strongest unknowns lie.
    Stays(&'a str),
    /// How the result goes with this unknown, and whether with others.
    Courses(&'a str, bool),
    /// There is nothing to show.
    Nothing(Nothing),
}

/// What a reader should not overlook.
#[derive(Debug, Clone, Copy)]
pub enum DriverCaution<'a> {
    /// These unknowns are correlated with each other; whether they have total shares.
    Correlated(&'a [&'a str], bool),
    /// So few runs that shares are rough.
    FewRuns(&'a str),
    /// One by one the unknowns account for only this share of what could be known; whether
    /// they have total shares.
    Interplay(&'a str, bool),
    /// Knowing all may be worth more than was found.
    WorthMore,
}
