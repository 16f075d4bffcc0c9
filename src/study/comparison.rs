//! A candidate against the baseline, run by run on the same luck.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Bridge, Curve, Forecast, LeadMetric, Metric};
use crate::monte_carlo::Runs;
use crate::statistics::{Moments, correlation, quantile};

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

impl Comparison {
    /// Compares a candidate with the baseline on the same luck, run by run.
    pub(super) fn new(baseline: (&Forecast, &Runs), candidate: (&Forecast, &Runs)) -> Self {
        let gap = |metric| Gap::new(baseline.1.metric(metric), candidate.1.metric(metric));
        let sorted = |runs: &Runs| quantile::sorted(runs.metric(Metric::Bookings));
        Self {
            baseline: baseline.0.name.clone(),
            candidate: candidate.0.name.clone(),
            metrics: Gaps {
                bookings: gap(Metric::Bookings),
                contribution: gap(Metric::Contribution),
            },
            bridge: Bridge::new(&baseline.0.factors, &candidate.0.factors),
            dominance: dominance(&sorted(baseline.1), &sorted(candidate.1)),
            warnings: unequal_cost(baseline.0, candidate.0).into_iter().collect(),
        }
    }
}

impl Gap {
    fn new(baseline: &[f64], candidate: &[f64]) -> Self {
        let differences: Vec<f64> = candidate.iter().zip(baseline).map(|(c, b)| c - b).collect();
        let moments: Moments = differences.iter().copied().collect();
        let better: Moments = differences.iter().map(|&difference| win(difference)).collect();
        let sorted = quantile::sorted(&differences);
        let at = |level| quantile::of_sorted(&sorted, level);
        Self {
            mean_difference: moments.mean(),
            se: moments.se(),
            p5: at(0.05),
            p10: at(0.10),
            p50: at(0.50),
            p90: at(0.90),
            p95: at(0.95),
            probability_better: better.mean(),
            probability_better_se: better.se(),
            correlation: correlation(baseline, candidate),
            density: Curve::density(&sorted),
        }
    }
}

/// 1 for a gain, 0 for a loss, one half for a tie.
fn win(difference: f64) -> f64 {
    if difference > 0.0 {
        1.0
    } else if difference < 0.0 {
        0.0
    } else {
        0.5
    }
}

/// Dominance of one sorted sample over another of the same size: every order
/// statistic at least as high (first order), or every sum of the lowest ones
/// (second order), and not all alike.
fn dominance(baseline: &[f64], candidate: &[f64]) -> Dominance {
    let pairs = || candidate.iter().zip(baseline);
    if pairs().all(|(c, b)| c.total_cmp(b).is_eq()) {
        return Dominance::None;
    }
    if pairs().all(|(c, b)| c >= b) {
        return Dominance::First;
    }
    let mut lead = 0.0;
    let never_behind = pairs().all(|(c, b)| {
        lead += c - b;
        lead >= 0.0
    });
    if never_behind { Dominance::Second } else { Dominance::None }
}

/// People cost may differ by this share before the comparison is not at equal cost.
pub(super) const EQUAL_COST: f64 = 0.05;

fn unequal_cost(baseline: &Forecast, candidate: &Forecast) -> Option<String> {
    let cost = |forecast: &Forecast| forecast.metric(Metric::PeopleCost).mean;
    let (from, to) = (cost(baseline), cost(candidate));
    if (to - from).abs() <= EQUAL_COST * from.abs() {
        return None;
    }
    let (more, by) = (if to > from { "more" } else { "less" }, (to / from - 1.0).abs() * 100.0);
    let by = if by.is_finite() { format!("{by:.0} % ") } else { String::new() };
    Some(format!(
        "the people of {} cost {by}{more} than those of {}: the comparison is not at equal cost",
        candidate.name, baseline.name
    ))
}
