//! A candidate against the baseline, run by run on the same luck.

use schemars::JsonSchema;
use serde::Serialize;

use super::bridge::BridgeErrors;
use super::caution::in_english;
use super::dominance::{self, Dominance};
use super::{Bridge, BridgeParts, Caution, Curve, Forecast, LeadMetric, Metric};
use crate::monte_carlo::Runs;
use crate::statistics::{Interval, Moments, correlation, quantile};

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
    /// Standard errors of the bridge's parts, by the jackknife over runs. A part
    /// that some run alone makes possible has none.
    pub bridge_se: BridgeParts<f64>,
    /// Their 95 % intervals.
    pub bridge_intervals: BridgeParts<Interval>,
    /// What the candidate may cost more a year, beyond what it costs already, until
    /// the odds of a higher contribution are even; below zero what it must save.
    pub breakeven_yearly_cost: Breakeven,
    /// Stochastic dominance of the candidate in bookings, on the sample.
    pub dominance: Dominance,
    /// Of ten equal parts of the runs, how many show this dominance by themselves:
    /// few mean that it may be chance. Absent without dominance, and of fewer than
    /// ten runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dominance_tenths: Option<usize>,
    /// What a reader should know about the comparison.
    #[serde(serialize_with = "in_english")]
    #[schemars(with = "Vec<String>")]
    pub warnings: Vec<Caution>,
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

    /// Whether a part of the bridge, by its name, cannot be told from nothing: its
    /// 95 % interval includes zero.
    #[must_use]
    pub fn is_unsure(&self, part: &str) -> bool {
        self.bridge_intervals.get(part).is_none_or(|interval| interval.holds(0.0))
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
    /// Share of runs in which both do the same.
    pub probability_same: f64,
    /// Correlation of the two scenarios' results over the runs; absent where
    /// one of them does not vary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correlation: Option<f64>,
    /// What the number of runs leaves open.
    pub intervals: GapIntervals,
    /// Density of the difference. Empty where all runs agree.
    #[serde(skip)]
    pub density: Curve,
}

/// 95 % intervals of a paired difference: of the mean by its standard error, of
/// quantiles between order statistics, of the chance by Wilson's score.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct GapIntervals {
    /// Of the mean.
    pub mean_difference: Interval,
    /// Of the 5 % quantile.
    pub p5: Interval,
    /// Of the 10 % quantile.
    pub p10: Interval,
    /// Of the median.
    pub p50: Interval,
    /// Of the 90 % quantile.
    pub p90: Interval,
    /// Of the 95 % quantile.
    pub p95: Interval,
    /// Of the chance to do better.
    pub probability_better: Interval,
}

/// The median of the paired difference in contribution, a year of the horizon: in
/// currency a year.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct Breakeven {
    /// The estimate.
    pub value: f64,
    /// Its 95 % interval.
    #[serde(flatten)]
    pub interval: Interval,
}

impl Breakeven {
    fn new(contribution: &Gap, horizon_months: usize) -> Self {
        let yearly = |amount: f64| amount * 12.0 / horizon_months.max(1) as f64;
        Self { value: yearly(contribution.p50), interval: contribution.intervals.p50.map(yearly) }
    }
}

/// A scenario's results as a comparison needs them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) forecast: &'a Forecast,
    pub(super) runs: &'a Runs,
    /// Bookings in ascending order.
    pub(super) sorted: &'a [f64],
}

impl Comparison {
    /// Compares a candidate with the baseline on the same luck, run by run.
    pub(super) fn new(baseline: Side<'_>, candidate: Side<'_>, horizon_months: usize) -> Self {
        let gap = |metric| Gap::new(baseline.runs.metric(metric), candidate.runs.metric(metric));
        let metrics =
            Gaps { bookings: gap(Metric::Bookings), contribution: gap(Metric::Contribution) };
        let bridge = Bridge::new(&baseline.forecast.factors, &candidate.forecast.factors);
        let errors = BridgeErrors::new(&bridge, baseline.runs, candidate.runs);
        let dominance = dominance::of_sorted(baseline.sorted, candidate.sorted);
        let bookings = |side: Side<'_>| side.runs.metric(Metric::Bookings).to_vec();
        Self {
            baseline: baseline.forecast.name.clone(),
            candidate: candidate.forecast.name.clone(),
            breakeven_yearly_cost: Breakeven::new(&metrics.contribution, horizon_months),
            metrics,
            bridge,
            bridge_se: errors.se,
            bridge_intervals: errors.intervals,
            dominance,
            dominance_tenths: (dominance != Dominance::None)
                .then(|| dominance::tenths(dominance, bookings(baseline), bookings(candidate)))
                .flatten(),
            warnings: unequal_cost(baseline.forecast, candidate.forecast).into_iter().collect(),
        }
    }
}

impl Gap {
    /// Shares of runs in which the candidate does better, and in which the
    /// baseline does; neither counts a tie.
    #[must_use]
    pub fn shares(&self) -> (f64, f64) {
        let half = self.probability_same / 2.0;
        let share = |with_ties: f64| (with_ties - half).clamp(0.0, 1.0);
        (share(self.probability_better), share(1.0 - self.probability_better))
    }

    fn new(baseline: &[f64], candidate: &[f64]) -> Self {
        let differences: Vec<f64> = candidate.iter().zip(baseline).map(|(c, b)| c - b).collect();
        let moments: Moments = differences.iter().copied().collect();
        let better: Moments = differences.iter().map(|&difference| win(difference)).collect();
        let sorted = quantile::sorted(&differences);
        let at = |level| quantile::of_sorted(&sorted, level);
        let around = |level| Interval::of_quantile(&sorted, level);
        Self {
            mean_difference: moments.mean(),
            se: moments.se(),
            p5: at(0.05),
            p10: at(0.10),
            p50: at(0.50),
            p90: at(0.90),
            p95: at(0.95),
            probability_better: better.share(),
            probability_better_se: better.se(),
            probability_same: sorted.iter().filter(|gap| **gap == 0.0).count() as f64
                / sorted.len() as f64,
            correlation: correlation(baseline, candidate),
            intervals: GapIntervals {
                mean_difference: Interval::of_mean(&moments),
                p5: around(0.05),
                p10: around(0.10),
                p50: around(0.50),
                p90: around(0.90),
                p95: around(0.95),
                probability_better: Interval::of_share(better.share(), better.count()),
            },
            density: Curve::density(&sorted),
        }
    }
}

/// 1 for a gain, 0 for a loss, one half for a tie.
pub(super) fn win(difference: f64) -> f64 {
    if difference > 0.0 {
        1.0
    } else if difference < 0.0 {
        0.0
    } else {
        0.5
    }
}

/// People cost may differ by this share before the comparison is not at equal cost.
pub(super) const EQUAL_COST: f64 = 0.05;

fn unequal_cost(baseline: &Forecast, candidate: &Forecast) -> Option<Caution> {
    let cost = |forecast: &Forecast| forecast.metric(Metric::PeopleCost).mean;
    let (from, to) = (cost(baseline), cost(candidate));
    if (to - from).abs() <= EQUAL_COST * from.abs() {
        return None;
    }
    let (candidate, baseline) = (candidate.name.clone(), baseline.name.clone());
    Some(Caution::UnequalCost { candidate, baseline, change: to / from - 1.0 })
}
