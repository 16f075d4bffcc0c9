//! What is said of numbers that vary, and of where the lead changes hands.

use super::{Measure, Often};

/// Words for sweeps. Names of numbers arrive as they are told: a path, or
/// [`size`](Self::size).
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Sweep {
    /// The size of the company, as a number that varies.
    pub size: &'static str,
    /// A multiple of today's size.
    pub times: fn(value: &str) -> String,
    /// Who does better over the range.
    pub hands: fn(&Hands<'_>) -> String,
    /// A finding as a sentence.
    pub sentence: fn(finding: &str) -> String,
    /// Where the odds are even, each place with its interval.
    pub even_odds_at: fn(&Places<'_>) -> String,
    /// Where a mean gap is zero, each place with its interval.
    pub even_on_average: fn(&Places<'_>) -> String,
    /// That the runs cannot tell whether a mean gap is ever zero, and at which values.
    pub zero_unknown: fn(values: &[String]) -> String,
    /// That there is no difference anywhere.
    pub no_difference: &'static str,
    /// That values were rounded.
    pub whole_numbers: fn(what: &str) -> String,
    /// That the mean gap never is zero: where it is nearest, and what it is there.
    pub never_even: fn(at: &str, gap: &str) -> String,
    /// A value with its 95 % interval.
    pub with_interval: fn(value: &str, interval: &str) -> String,
    pub below: fn(high: &str) -> String,
    pub above: fn(low: &str) -> String,
    /// From which to which value the lead cannot be told.
    pub any: &'static str,
    /// Heading of the table: what is varied.
    pub title: fn(varied: &[String]) -> String,
    pub columns: [&'static str; 4],
    pub seats: fn(baseline: &str, candidate: &str) -> String,
    pub chance_of: fn(candidate: &str, Measure) -> String,
    /// How a map reads: what goes across and what down.
    pub across: fn(across: &str, down: &str) -> String,
    /// That only some values are shown.
    pub thinned: &'static str,
    /// Who does better on which part of a map.
    pub map: fn(candidate: &str, Measure, often: Often<'_>, unsure: Option<&str>) -> String,
    /// That the runs cannot tell anywhere on a map.
    pub map_unknown: &'static str,
    /// That both do the same all over a map.
    pub map_same: &'static str,
    pub frontier: fn(&Frontier<'_>) -> String,
    /// What whole seats do: at which size they move the people cost of the
    /// candidate, beside the baseline's, and by how much.
    pub rounded: fn(size: &str, candidate: &str, baseline: &str, share: &str, more: bool) -> String,
    /// That headcounts are whole.
    pub whole_seats: &'static str,
    /// What follows is the comparison without varying.
    pub as_they_are: &'static str,
    /// How many runs it took besides.
    pub cost: fn(runs: &str) -> String,

    /// Heading of the unknowns that turn the answer.
    pub turns_title: &'static str,
    /// Who gets ahead on average where an unknown has which value.
    pub turned: fn(&Turned<'_>) -> String,
    /// That none of those that were held does so.
    pub no_turn: &'static str,
    /// That there was none to hold.
    pub none_held: &'static str,
    /// That there is no unknown.
    pub none_uncertain: &'static str,
    /// Whose number an unknown is, where the other one has its own.
    pub whose: fn(label: &str, scenario: &str) -> String,
    /// Who stays ahead whatever an unknown is, with the mean gap at both ends.
    pub stays: fn(&Stays<'_>) -> String,
    /// How many unknowns there are, and what became of them.
    pub turns_counted: fn(&TurnsCounted<'_>) -> String,

    /// Subtitle of the curve.
    pub curve: fn(candidate: &str, baseline: &str, Measure, what: &str) -> String,
    /// Subtitle of the map.
    pub over: fn(candidate: &str, Measure, first: &str, second: &str) -> String,
    /// A number in a sentence.
    pub named: fn(label: &str) -> String,
    pub mean: &'static str,
    /// Today's value and what is believed.
    pub today_is: fn(today: &str, value: &str, range: Option<&str>) -> String,
    pub today: &'static str,
    /// Today's value in one scenario.
    pub today_in: fn(name: &str) -> String,
    pub better: fn(candidate: &str) -> String,
    pub even_odds: &'static str,
    pub uncertain: &'static str,
    pub band: &'static str,
}

/// Who does better over a range.
#[derive(Debug, Clone, Copy)]
pub enum Hands<'a> {
    /// One of them on one side of a value, the other one on the other.
    Once {
        /// Who.
        name: &'a str,
        /// Who does otherwise.
        other: &'a str,
        /// In what.
        measure: Measure,
        /// What varies.
        what: &'a str,
        /// Where the first one does, with an interval where there is room.
        bound: Bound<'a>,
    },
    /// One of them on one side of a value; on the other side the runs cannot tell.
    OneSide {
        /// Who.
        name: &'a str,
        /// In what.
        measure: Measure,
        /// What varies.
        what: &'a str,
        /// Where the first one does.
        bound: Bound<'a>,
    },
    /// The runs cannot tell anywhere.
    Unknown(&'a str),
    /// It changes at several values.
    Several {
        /// Who is ahead beyond the last.
        name: &'a str,
        /// In what.
        measure: Measure,
        /// What varies.
        what: &'a str,
        /// Beyond the last.
        beyond: Bound<'a>,
        /// The others; of multiples of the size, where whole seats make steps.
        places: Places<'a>,
        /// Whether the runs can tell who is ahead beyond the last.
        is_sure: bool,
    },
    /// One of them over the whole range: who, in what, what varies, from, to, and
    /// where it comes nearest to even with the chance there.
    Always {
        /// Who.
        name: &'a str,
        /// In what.
        measure: Measure,
        /// What varies.
        what: &'a str,
        /// From where.
        low: &'a str,
        /// To where.
        high: &'a str,
        /// Where it is nearest to even, and how often who is ahead is so there.
        nearest: Option<(&'a str, &'a str)>,
    },
    /// One of them wherever the runs can tell.
    Mostly {
        /// Who.
        name: &'a str,
        /// In what.
        measure: Measure,
        /// What varies.
        what: &'a str,
        /// Where they cannot.
        unsure: &'a [String],
    },
    /// Both do the same.
    Same(&'a str),
}

/// Where an unknown turns the answer.
#[derive(Debug, Clone, Copy)]
pub struct Turned<'a> {
    /// Who gets ahead.
    pub name: &'a str,
    /// Ahead of whom, where there are several candidates.
    pub other: Option<&'a String>,
    /// The unknown, as people call it, in quotes, and whose it is.
    pub label: &'a str,
    /// Whether above the value, or below it.
    pub above: bool,
    /// The value.
    pub value: &'a str,
    /// Its 95 % interval.
    pub interval: &'a str,
    /// What is believed, P5 to P95.
    pub said: &'a str,
}

/// An unknown that does not turn the answer.
#[derive(Debug, Clone, Copy)]
pub struct Stays<'a> {
    /// Who stays ahead.
    pub name: &'a str,
    /// Ahead of whom, where there are several candidates.
    pub other: Option<&'a String>,
    /// The unknown, as people call it, in quotes, and whose it is.
    pub label: &'a str,
    /// What is believed, P5 to P95.
    pub said: &'a str,
    /// The mean gap at both ends, with its error.
    pub gaps: [&'a str; 2],
}

/// How many unknowns there are, and what became of them: none where there is none.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "named as in the result")]
pub struct TurnsCounted<'a> {
    pub uncertain: &'a str,
    pub held: Option<&'a str>,
    pub runs: &'a str,
    pub turning: Option<&'a str>,
    pub steady: Option<&'a str>,
    pub unclear: Option<&'a str>,
    pub noise: Option<&'a str>,
    pub left: Option<&'a str>,
    pub fixed: Option<&'a str>,
}

/// Where the lead changes hands on a map.
#[derive(Debug, Clone, Copy)]
pub struct Frontier<'a> {
    /// The candidate.
    pub name: &'a str,
    /// In what.
    pub measure: Measure,
    /// The number along which it does.
    pub what: &'a str,
    /// Whether the candidate is ahead above it.
    pub above: bool,
    /// Between which values.
    pub values: &'a str,
    /// What decides at which of them.
    pub by: &'a str,
}

/// Values, and whether they are multiples of today's size.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a> {
    /// As they are written.
    pub values: &'a [String],
    /// Whether they are multiples.
    pub times: bool,
}

/// A side of a value.
#[derive(Debug, Clone, Copy)]
pub enum Bound<'a> {
    /// Above it.
    Above(&'a str),
    /// Below it.
    Below(&'a str),
    /// At least a whole number.
    AtLeast(&'a str),
    /// At most a whole number.
    AtMost(&'a str),
}
