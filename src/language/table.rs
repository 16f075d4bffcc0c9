//! What the tables of a study say.

use super::{Measure, Often};

/// Words of the tables of `run` and `compare`.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Table {
    /// The answer: who does better, and in how many runs.
    pub answer: fn(&Duel<'_>) -> String,
    /// The answer where both do the same in every run.
    pub same: fn(one: &str, other: &str, measure: Measure) -> String,
    /// The answer among several candidates.
    pub best: fn(count: usize, &Duel<'_>) -> String,
    /// An amount in the direction of a difference.
    pub directed: fn(amount: &str, less: bool) -> String,
    /// From one directed amount to another in the other direction.
    pub span: fn(low: &str, high: &str) -> String,
    /// What stands beside a figure, in brackets.
    pub aside: fn(text: &str) -> String,
    /// The typical difference, and the range of most, both directed; then the
    /// sentence on people cost, which may be empty.
    pub typically: fn(typical: &str, range: &str, cost: &str) -> String,
    /// What people cost, and how much more than the other's; none where both
    /// cost the same.
    pub people_cost: fn(amount: &str, change: Option<&str>) -> String,
    /// The same as a cell.
    pub people_cost_change: fn(change: &str) -> String,
    /// What a single scenario yields, and the range of most runs.
    pub alone: fn(name: &str, measure: Measure, amount: &str, months: usize, range: &str) -> String,
    /// What its people cost, and the other measure.
    pub alone_cost: fn(cost: &str, other: Measure, amount: &str, range: &str) -> String,

    pub difference: fn(baseline: &str) -> String,
    pub difference_columns: [&'static str; 6],
    /// Stochastic dominance of the first order.
    pub first_order: fn(candidate: &str, baseline: &str, Agreed) -> String,
    /// Of the second order.
    pub second_order: fn(candidate: &str, baseline: &str, Agreed) -> String,

    pub choice: fn(Measure) -> String,
    /// The column of the scenarios by rank; the currency's code may be empty.
    pub best_first: fn(currency: &str) -> String,
    pub choice_columns: [&'static str; 4],
    /// The column of the chances to reach a target.
    pub reaches: fn(target: &str) -> String,
    /// How often a single scenario reaches its target, of so many runs.
    pub reaches_target:
        fn(name: &str, measure: Measure, target: &str, often: Often<'_>, runs: &str) -> String,
    /// What a loss is, and what it would be worth to know each run beforehand.
    pub perfect: fn(best: &str, worth: &str) -> String,
    /// What a candidate may cost more until the odds of contribution are even.
    pub breakeven: fn(&Breakeven<'_>) -> String,
    pub pairs: fn(runs: &str) -> String,
    pub pairs_corner: &'static str,

    pub overtaking: &'static str,
    pub overtaking_columns: [&'static str; 6],
    /// A month beyond the horizon.
    pub later: &'static str,
    pub beyond: fn(months: usize) -> String,

    pub totals: fn(months: usize) -> String,
    pub totals_range: &'static str,
    pub ranges: &'static str,
    pub metrics: Metrics,

    pub identity: &'static str,
    pub gap: fn(from: &str, to: &str) -> String,
    /// Existing customers, then the factors of the product.
    pub factors: Factors,
    pub new_business: &'static str,
    pub all_bookings: &'static str,
    /// The parts of the gap that the runs cannot tell from nothing.
    pub unsure: fn(parts: &[&str]) -> String,
    /// The column of what each part adds; the currency's code may be empty.
    pub adds: fn(currency: &str) -> String,

    pub work: &'static str,
    pub work_columns: [&'static str; 3],
    /// Who has hours enough for all the work.
    pub keeps_up: fn(name: &str) -> String,
    /// The work that goes short most, the share met, and what comes next.
    pub stuck: fn(name: &str, kind: &str, met: &str, next: &[Met<'_>]) -> String,

    pub people: &'static str,
    pub people_columns: [&'static str; 4],
    /// The role with most hours left over.
    pub idlest: fn(name: &str, role: &str) -> String,

    /// Seats at equal people cost: none changed.
    pub kept_seats: fn(&EqualCost<'_>) -> String,
    /// Some changed, each as told by the next.
    pub given_seats: fn(&EqualCost<'_>, changes: &[String]) -> String,
    pub seats_instead: fn(role: &str, to: &str, from: &str) -> String,
    /// Seats that change from a month on.
    pub seats_from: fn(seats: usize, month: usize) -> String,

    pub one_more: &'static str,
    pub one_fewer: &'static str,
    pub one_more_columns: [&'static str; 4],
    /// A role and its seats.
    pub seats: fn(role: &str, seats: &str) -> String,
    /// What a seat more or fewer in a role adds to contribution, and the interval
    /// of 95 %.
    pub seat_change: fn(role: &str, amount: &str, interval: &str) -> String,
    pub next_hire: fn(scenario: &str, &NextHire<'_>) -> String,
    /// Where one fewer saves more than it loses, and the roles of which that is
    /// not sure.
    pub over_staffed: fn(scenario: &str, spare: &[String], doubtful: &[&str]) -> String,
    pub without_work: fn(scenario: &str, roles: &[&str]) -> String,

    /// That means are known as precisely as was asked for: within what was asked,
    /// and within what was reached.
    pub precise: fn(metric: &str, differences: bool, asked: &str, within: &str) -> String,
    /// That they are not: within what they are after so many runs, if anything.
    pub imprecise: fn(metric: &str, asked: &str, got: Option<(&str, &str)>) -> String,
    pub note: fn(sentence: &str) -> String,

    /// What it takes to make the table again, and how to read its errors.
    pub footer: fn(runs: &str, paired: bool, seed: u64, months: usize) -> String,
}

/// A kind of work, and the share of its hours that is met, as it is written.
pub type Met<'a> = (&'a str, String);

/// One scenario against another.
#[derive(Debug, Clone, Copy)]
pub struct Duel<'a> {
    /// What is compared.
    pub measure: Measure,
    /// Who does better, or the candidate.
    pub winner: &'a str,
    /// The other.
    pub loser: &'a str,
    /// In how many runs the first does better.
    pub often: Often<'a>,
    /// Of so many.
    pub runs: &'a str,
    /// Whether that is a lead.
    pub lead: Lead,
    /// In how many runs both do the same, where that is worth a word.
    pub same: Option<&'a str>,
}

/// What a chance says about who leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// The first does better more often.
    Ahead,
    /// It does better less often.
    Behind,
    /// The error is as large as the lead.
    Unclear,
}

/// How many parts of the runs show by themselves what all of them show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreed {
    /// There are too few runs to part them.
    Unknown,
    /// All ten.
    All,
    /// So many of ten, which is no chance.
    Most(usize),
    /// So many of ten, which may be chance.
    Few(usize),
}

/// At which extra cost a year a candidate's lead in contribution is gone.
#[derive(Debug, Clone, Copy)]
pub struct Breakeven<'a> {
    /// Whose cost it is.
    pub candidate: &'a str,
    /// Against whom.
    pub baseline: &'a str,
    /// The cost a year.
    pub amount: &'a str,
    /// Its 95 % interval, where there is one.
    pub range: Option<&'a str>,
    /// Whether it has to be saved.
    pub saves: bool,
}

/// A candidate at the baseline's people cost.
#[derive(Debug, Clone, Copy)]
pub struct EqualCost<'a> {
    /// The candidate.
    pub candidate: &'a str,
    /// The baseline.
    pub baseline: &'a str,
    /// What the baseline's people cost.
    pub target: &'a str,
    /// What the candidate's cost as its file says.
    pub before: &'a str,
    /// What they cost with the seats that they got.
    pub after: &'a str,
}

/// Where the next hire goes; a role with what it changes, as it is told.
#[derive(Debug, Clone, Copy)]
pub enum NextHire<'a> {
    /// Here; of these others it is not sure whether it would be worth less.
    Pays(&'a str, &'a [&'a str]),
    /// Most likely here, if anywhere.
    Unclear(&'a str),
    /// Nowhere; it costs least here.
    Nowhere(&'a str),
}

/// Names of the metrics.
#[derive(Debug)]
#[expect(missing_docs, reason = "the metrics' own names")]
pub struct Metrics {
    pub bookings: &'static str,
    pub contribution: &'static str,
    pub leads: &'static str,
    pub opportunities: &'static str,
    pub wins: &'static str,
    pub customers: &'static str,
    pub first_sourced: &'static str,
    pub first_referred: &'static str,
    pub repeat_existing: &'static str,
    pub repeat_sourced: &'static str,
    pub repeat_referred: &'static str,
    pub people_cost: &'static str,
    pub hire_cost: &'static str,
    pub hires: &'static str,
    pub departures: &'static str,
}

/// Names of existing customers' bookings and of the five factors.
#[derive(Debug)]
#[expect(missing_docs, reason = "the factors' own names")]
pub struct Factors {
    pub existing: &'static str,
    pub traffic: &'static str,
    pub conversion: &'static str,
    pub price: &'static str,
    pub repurchase: &'static str,
    pub referral: &'static str,
}
