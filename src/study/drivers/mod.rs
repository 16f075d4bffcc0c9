//! What decides: which of the numbers that nobody knows exactly move the result,
//! how much of its spread is chance, and what each would be worth to know.
//!
//! Of one scenario it is the metric that is looked at, of two the gap run by
//! run, candidate minus baseline. A path that is uncertain in both is one
//! factor, for the same luck meets the same quantile in either; its values are
//! the candidate's. Everything but the share of chance and the totals is read
//! off the runs at hand.
//!
//! - [`Driver`]: a factor, how the result goes with it, and what it is worth;
//! - [`DriversAbout`]: what is common to all, chance first;
//! - `find` computes them, `groups` says what belongs together, `subject` what a
//!   path is about, `reading` what follows, and `caution` what a reader should not
//!   overlook.

mod caution;
pub(super) mod factors;
mod find;
mod groups;
mod noise;
mod reading;
pub(super) mod subject;
mod totals;

use schemars::JsonSchema;
use serde::Serialize;

use super::LeadMetric;
use crate::language::{Subject, Together};
use caution::in_english;

pub use crate::statistics::sensitivity::Tenth;
pub use caution::Caution;
pub use find::{Outcome, find, further_runs, memory};
pub use noise::LEVEL;
pub(super) use noise::stands_out;
pub use reading::worth_within;

/// What to find out about what decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Inquiry {
    /// Total shares too, which take further runs.
    pub total: bool,
}

/// A number that nobody knows exactly, and what it does to the result: the metric
/// of the only scenario, or the gap of two.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Driver {
    /// Its path in the scenario.
    pub factor: String,
    /// What people call it, in English.
    pub label: String,
    /// What it is about.
    #[serde(skip)]
    pub subject: Subject,
    /// What is believed: one time in ten it is lower; in its own unit.
    pub p10: f64,
    /// As likely higher as lower.
    pub p50: f64,
    /// One time in ten it is higher.
    pub p90: f64,
    /// Mean of the result in the tenth of the runs with its lowest values; in currency.
    pub low_tenth: f64,
    /// Standard error of that.
    pub low_tenth_se: f64,
    /// Mean of the result in the tenth of the runs with its highest values; in currency.
    pub high_tenth: f64,
    /// Standard error of that.
    pub high_tenth_se: f64,
    /// Share of the variance of the result that goes with it alone, its bias taken
    /// off: may come out a little below 0.
    pub first_order: f64,
    /// Standard error of that.
    pub first_order_se: f64,
    /// The same with all it does together with others; only if asked for. Factors that
    /// are correlated with each other have one total share, that of all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<f64>,
    /// Standard error of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_se: Option<f64>,
    /// Expected value of partial perfect information: what knowing it before
    /// choosing between the two scenarios is worth at most; in currency. Absent for
    /// a single scenario.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evppi: Option<f64>,
    /// Standard error of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evppi_se: Option<f64>,
    /// By how much that came out too high on average, and was taken off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evppi_bias: Option<f64>,
    /// Chance that a factor without any effect shows as much in so many runs.
    pub p_value: f64,
    /// Whether it stands out of the noise, beside all others that were tested: alone or,
    /// where total shares were asked for, by such a share clearly above their precision.
    pub above_noise: bool,
    /// Values of the factor at which the mean of the result is 0, within its tenths.
    pub zero_at: Vec<f64>,
    /// Paths of the factors that it is correlated with, directly or through others.
    pub correlated_with: Vec<String>,
    /// The result, in currency, by tenths of the runs, from its lowest values to its
    /// highest; fewer where it has few values.
    pub tenths: Vec<Tenth>,
}

/// What is common to all factors.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DriversAbout {
    /// The metric.
    pub metric: LeadMetric,
    /// The only scenario, or the one that the baseline is taken off.
    pub scenario: String,
    /// The baseline; absent for a single scenario.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<String>,
    /// Mean of the result, in currency.
    pub mean: f64,
    /// Standard error of that.
    pub mean_se: f64,
    /// Standard deviation of the result over the runs, in currency.
    pub sd: f64,
    /// How many factors are uncertain.
    pub uncertain: usize,
    /// How many of them stand out of the noise.
    pub above_noise: usize,
    /// Share of the variance that is chance: what would be left if every factor were
    /// known. Absent where all runs agree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<f64>,
    /// Standard error of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance_se: Option<f64>,
    /// Simulated runs of each scenario that the share of chance took beside the others.
    pub chance_runs: u64,
    /// Sum of the first-order shares of those above the noise.
    pub first_order_above: f64,
    /// Sum of the first-order shares of those below it, and its standard error.
    pub first_order_below: f64,
    /// Standard error of that.
    pub first_order_below_se: f64,
    /// How the total shares came about; only if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totals: Option<TotalsAbout>,
    /// What knowing several factors at once is worth, groups first and all of them
    /// last; empty for a single scenario.
    pub groups: Vec<GroupWorth>,
    /// What knowing everything is worth, chance included; in currency. Absent for a
    /// single scenario.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evpi: Option<f64>,
    /// Standard error of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evpi_se: Option<f64>,
    /// What a reader should not overlook, in English.
    #[serde(serialize_with = "in_english")]
    #[schemars(with = "Vec<String>")]
    pub warnings: Vec<Caution>,
}

/// How the total shares came about.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct TotalsAbout {
    /// Simulated runs of each scenario beside the others.
    pub runs: u64,
    /// Half the width of every 95 % interval that was asked for, as a share.
    pub precision: f64,
    /// Whether it was reached.
    pub reached: bool,
    /// The total share of chance, with all that it does together with the factors.
    pub chance: f64,
    /// Standard error of that.
    pub chance_se: f64,
}

/// What knowing several factors at once is worth.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GroupWorth {
    /// Which: a path with a star behind, or only the star for all.
    pub group: String,
    /// What people call them, in English.
    pub label: String,
    /// What they have in common.
    #[serde(skip)]
    pub together: Together,
    /// How many uncertain factors it has.
    pub factors: usize,
    /// What knowing them before choosing is worth at most; in currency.
    pub evppi: f64,
    /// Standard error of that.
    pub evppi_se: f64,
    /// By how much that came out too high on average, and was taken off.
    pub evppi_bias: f64,
    /// Whether it may well be worth more, up to `evpi`: much of what could be known lies
    /// in what several factors do only together, in ways that were not looked for. Said
    /// of all factors alone.
    pub at_least: bool,
}
