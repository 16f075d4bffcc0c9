//! What charts say.

use super::{Measure, Often};

/// Titles, labels and small print of charts. Names arrive short enough for a
/// title, amounts and shares as they are written.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Chart {
    /// A count of months in words.
    pub months: fn(months: usize) -> String,
    pub measure: fn(Measure) -> &'static str,
    /// A measure over so many months, for an axis.
    pub over: fn(Measure, months: usize) -> String,
    /// What it takes to draw the picture again; the currency's code may be empty.
    pub footer: fn(
        version: &str,
        runs: &str,
        paired: bool,
        seed: u64,
        months: usize,
        currency: &str,
    ) -> String,

    /// Who does better, and how often.
    pub odds: fn(&Odds<'_>) -> String,

    pub distribution: fn(months: usize) -> String,
    pub contribution: fn(months: usize) -> String,
    /// What a single scenario yields in most runs.
    pub middle: fn(name: &str, Measure, low: &str, high: &str) -> String,
    /// What it yields where all runs agree.
    pub certain: fn(name: &str, Measure, amount: &str) -> String,
    /// Who can lose money, and how often.
    pub losses: fn(&Loss<'_>) -> String,
    pub break_even: &'static str,
    /// Behind what an axis shows.
    pub peak_is_cut: &'static str,
    pub median: fn(amount: &str) -> String,
    /// The amount where P10 and P90 are the same.
    pub p10_to_p90: fn(amount: &str) -> String,

    /// Title of the difference: the odds, and the typical gap where somebody leads.
    pub by: fn(odds: &str, gap: &str) -> String,
    pub by_more_than: fn(odds: &str, gap: &str) -> String,
    /// What is subtracted from what; no candidate where there are several.
    pub difference: fn(candidate: Option<&str>, baseline: &str, Measure, months: usize) -> String,
    pub difference_in: fn(Measure) -> String,
    /// What stands under a chance: who does better in so many runs.
    pub does_better: fn(name: &str, Measure) -> String,
    /// A candidate's odds in a row.
    pub better: fn(Measure, Often<'_>) -> String,
    pub the_same: fn(Measure) -> String,
    pub quantiles: fn(p10: &str, p50: &str, p90: &str) -> String,

    pub chance: fn(Measure, months: usize) -> String,
    /// At the line of the target.
    pub target: fn(amount: &str) -> String,
    /// How often the target is reached.
    pub reaches_target: fn(amount: &str, &Aim<'_>) -> String,
    pub median_of: fn(name: &str, amount: &str) -> String,
    /// What the baseline reaches half the time, or always, and how often the
    /// candidate does.
    pub reaches:
        fn(candidate: &str, baseline: &str, amount: &str, always: bool, Often<'_>, Ends) -> String,
    /// What a single scenario reaches nine times in ten, and one time.
    pub nine_in_ten: fn(name: &str, low: &str, high: &str) -> String,
    pub reach: fn(share: &str, amount: &str) -> String,

    /// Of which scenarios bands are drawn, where not of all.
    pub monthly: fn(of: Option<(&str, &str)>) -> String,
    pub a_month: &'static str,
    pub month: &'static str,
    pub by_month: &'static str,
    /// How a single scenario's months go.
    pub first_and_last: fn(name: &str, first: &str, last: &str, months: usize) -> String,
    pub one_month: fn(name: &str, amount: &str) -> String,
    /// Who is ahead in which months.
    pub course: fn(&Course<'_>) -> String,

    pub bridge: fn(months: usize, cut: bool) -> String,
    pub mean: &'static str,
    /// A part of the gap under its column.
    pub part: fn(part: Part) -> &'static str,
    /// What carries a lead or costs one, each with whether it adds, and what
    /// stands most against it.
    pub carries: fn(
        name: &str,
        amount: &str,
        ahead: bool,
        carriers: &[Moved],
        against: Option<Moved>,
    ) -> String,
    pub about_the_same: fn(candidate: &str, baseline: &str) -> String,
    /// That the runs cannot tell what carries a lead or costs one.
    pub carried_by_unknown: fn(name: &str, amount: &str, ahead: bool) -> String,
    /// What hatching says.
    pub unsure: &'static str,

    pub overtaking: fn(candidate: &str, baseline: &str) -> String,
    pub cumulative: &'static str,
    /// When the candidate gets ahead.
    pub turn: fn(&Turn<'_>) -> String,
    /// An amount at the end of the line of a quantile.
    pub quantile: fn(name: &str, amount: &str) -> String,
    /// The lowest point of the median.
    pub trough: fn(month: usize, amount: &str) -> String,
    pub ahead_by_then: fn(candidate: &str) -> String,

    /// What one more seat changes, over so many months.
    pub one_more: fn(months: usize) -> String,
    pub change_in: fn(Measure) -> String,
    /// Where the next hire goes.
    pub opening: fn(&Opening<'_>) -> String,
    /// One more seat, one fewer, a bar that may be nothing.
    pub one_more_key: [&'static str; 3],

    pub workload: &'static str,
    /// Where each organisation is stuck.
    pub stuck: fn(&[Place<'_>]) -> String,
    pub idle: &'static str,
    /// Idle hours and their share, behind a role.
    pub idle_of: fn(hours: &str, share: &str) -> String,
    pub nothing_asked: &'static str,
}

/// What a comparison found.
#[derive(Debug, Clone, Copy)]
pub struct Odds<'a> {
    /// What is compared.
    pub measure: Measure,
    /// Who is compared with the baseline; of several the best.
    pub candidate: &'a str,
    /// With whom.
    pub baseline: &'a str,
    /// Whether there are several candidates.
    pub several: bool,
    /// Who does better.
    pub standing: Standing,
    /// In how many runs the candidate does better.
    pub often: Often<'a>,
    /// In how many the baseline does.
    pub otherwise: Often<'a>,
    /// Whether the mean agrees with the odds.
    pub mean: Mean,
}

/// Who does better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Both the same in every run.
    Same,
    /// The candidate.
    Candidate,
    /// The baseline.
    Baseline,
    /// Neither clearly.
    Even,
}

/// Whether the one who does better more often does so on average.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mean {
    /// It does.
    Agrees,
    /// Neither more nor less.
    NoMore,
    /// It does worse on average.
    Less,
}

/// How a chance to reach an amount compares with even odds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// About even.
    Even,
    /// Above.
    Above,
    /// Below.
    Below,
}

/// Who can lose money.
#[derive(Debug, Clone, Copy)]
pub enum Loss<'a> {
    /// A single scenario.
    One(&'a str, Often<'a>),
    /// So many scenarios, in every run.
    AllAlways(usize),
    /// Two, each with its chance: both possible, and neither certain.
    Both([(&'a str, &'a str); 2]),
    /// Two, of which one is certain or impossible; the worse one first.
    Either([(&'a str, Often<'a>); 2]),
    /// Of many, the least and the most likely to.
    Range([(&'a str, &'a str); 2]),
}

/// Who is ahead in which months.
#[derive(Debug, Clone, Copy)]
pub enum Course<'a> {
    /// In the one month that there is.
    Only(&'a str),
    /// In every month, and whether the lead grows (above 0) or shrinks.
    Every(&'a str, i8),
    /// From a month on.
    From(&'a str, usize),
    /// In so many of all months.
    Many(&'a str, usize, usize),
    /// Neither.
    Alike(&'a str, &'a str),
}

/// How often a target is reached.
#[derive(Debug, Clone, Copy)]
pub enum Aim<'a> {
    /// By a single scenario.
    One(&'a str, Often<'a>),
    /// By all equally often.
    Alike(Often<'a>),
    /// By the likeliest, and by another.
    Two([(&'a str, Often<'a>); 2]),
}

/// When a candidate gets ahead of the baseline in what is booked so far.
#[derive(Debug, Clone, Copy)]
pub enum Turn<'a> {
    /// Candidate and baseline are the same in every month.
    Same(&'a str, &'a str),
    /// The candidate is ahead at the end of so many months in about half the runs.
    Open(&'a str, usize, Often<'a>),
    /// There is one month, and the candidate is ahead in it so often.
    Only(&'a str, Often<'a>),
    /// It never is for good within so many months.
    Never(&'a str, usize),
    /// The second, the baseline, stays ahead; the first overtakes it within so
    /// many months this often.
    Stays(&'a str, &'a str, usize, Often<'a>),
    /// It leads for good from a month on; before that it is behind for so many.
    From {
        /// Who.
        candidate: &'a str,
        /// From which month on, in half of the runs.
        month: usize,
        /// How many months it is behind, in the median run.
        behind: usize,
    },
}

/// Where the next hire goes, and what it adds to contribution.
#[derive(Debug, Clone, Copy)]
pub enum Opening<'a> {
    /// To a role of the only scenario.
    Goes(&'a str, &'a str),
    /// Most likely to a role of the only scenario.
    LikelyGoes(&'a str, &'a str),
    /// It pays most in this role of this scenario.
    PaysMost {
        /// The role.
        role: &'a str,
        /// Of which scenario.
        scenario: &'a str,
        /// What it adds.
        gain: &'a str,
    },
    /// The runs are too noisy to say.
    Unclear,
    /// It pays in no role.
    Nowhere,
    /// No role that works was varied.
    Unknown,
}

/// An organisation, and the work at which it is stuck; none where it keeps up.
pub type Place<'a> = (String, Option<&'a str>);

/// A part of the gap, and whether it adds.
pub type Moved = (Part, bool);

/// A part of the gap between two scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Existing customers.
    Existing,
    /// Leads.
    Traffic,
    /// Wins per lead.
    Conversion,
    /// First deals' prices.
    Price,
    /// Repeat business of new customers.
    Repurchase,
    /// Referred customers.
    Referral,
    /// New business, where it cannot be split.
    NewBusiness,
}

/// The kinds of work at which organisations are stuck, with their number, the
/// most frequent first.
pub(super) fn by_number<'a>(places: &[Place<'a>]) -> Vec<(&'a str, usize)> {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for kind in places.iter().filter_map(|place| place.1) {
        match kinds.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.1));
    kinds
}
