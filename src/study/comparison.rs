//! A candidate against the baseline, run by run on the same luck.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Bridge, Curve, LeadMetric};

/// How a candidate differs from the baseline.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// Name of the baseline.
    pub baseline: String,
    /// Name of the candidate.
    pub candidate: String,
    /// The paired difference, candidate minus baseline.
    pub metrics: Gaps,
    /// From the baseline's mean bookings to the candidate's.
    pub bridge: Bridge,
    /// Stochastic dominance of the candidate in bookings, on the sample.
    pub dominance: Dominance,
    /// What a reader should know about the comparison.
    pub warnings: Vec<String>,
}

impl Comparison {
    /// The difference in the metric that tables and titles lead with.
    #[must_use]
    pub fn gap(&self, metric: LeadMetric) -> &Gap {
        match metric {
            LeadMetric::Bookings => &self.metrics.bookings,
            LeadMetric::Contribution => &self.metrics.contribution,
        }
    }
}

/// The paired differences.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Gaps {
    /// In bookings.
    pub bookings: Gap,
    /// In contribution.
    pub contribution: Gap,
}

/// A paired difference over the runs, candidate minus baseline, in currency.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Gap {
    /// Mean over the runs.
    pub mean_difference: f64,
    /// Standard error of the mean.
    pub se: f64,
    /// 5 % of runs lie at or below.
    pub p5: f64,
    /// 10 % of runs lie at or below.
    pub p10: f64,
    /// Half of the runs lie at or below.
    pub p50: f64,
    /// 90 % of runs lie at or below.
    pub p90: f64,
    /// 95 % of runs lie at or below.
    pub p95: f64,
    /// Share of runs in which the candidate does better; a tie counts as half.
    pub probability_better: f64,
    /// Standard error of that share.
    pub probability_better_se: f64,
    /// Correlation of the two scenarios' results over the runs; absent where
    /// one of them does not vary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correlation: Option<f64>,
    /// Density of the difference. Empty where all runs agree.
    #[serde(skip)]
    pub density: Curve,
}

/// Stochastic dominance of the candidate over the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Dominance {
    /// At every level the chance to reach it is at least as good.
    First,
    /// Everyone who dislikes risk prefers it.
    Second,
    /// Neither.
    None,
}
