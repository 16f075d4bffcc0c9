//! A metric's distribution over the runs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::statistics::{Interval, Moments, quantile};

/// Mean, spread and quantiles over the runs, in the metric's own unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Summary {
    /// Mean over the runs.
    pub mean: f64,
    /// Standard error of the mean.
    pub se: f64,
    /// Standard deviation from run to run.
    pub sd: f64,
    /// Quantiles: 5 % of runs lie at or below.
    pub p5: f64,
    /// 10 % of runs lie at or below.
    pub p10: f64,
    /// 25 % of runs lie at or below.
    pub p25: f64,
    /// Half of the runs lie at or below.
    pub p50: f64,
    /// 75 % of runs lie at or below.
    pub p75: f64,
    /// 90 % of runs lie at or below.
    pub p90: f64,
    /// 95 % of runs lie at or below.
    pub p95: f64,
    /// Mean of the worst (lowest) 5 % of runs.
    pub cvar5: f64,
    /// What the number of runs leaves open.
    pub intervals: SummaryIntervals,
}

/// 95 % intervals of a metric's mean (by its standard error) and quantiles
/// (between order statistics, whatever the distribution).
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct SummaryIntervals {
    /// Of the mean.
    pub mean: Interval,
    /// Of the quantile that 5 % of runs lie at or below.
    pub p5: Interval,
    /// Of the 10 % quantile.
    pub p10: Interval,
    /// Of the 25 % quantile.
    pub p25: Interval,
    /// Of the median.
    pub p50: Interval,
    /// Of the 75 % quantile.
    pub p75: Interval,
    /// Of the 90 % quantile.
    pub p90: Interval,
    /// Of the 95 % quantile.
    pub p95: Interval,
}

impl SummaryIntervals {
    fn new(moments: &Moments, sorted: &[f64]) -> Self {
        let at = |level| Interval::of_quantile(sorted, level);
        Self {
            mean: Interval::of_mean(moments),
            p5: at(0.05),
            p10: at(0.10),
            p25: at(0.25),
            p50: at(0.50),
            p75: at(0.75),
            p90: at(0.90),
            p95: at(0.95),
        }
    }
}

impl Summary {
    /// Summarises a metric, given its values in ascending order and in run order.
    #[must_use]
    pub(super) fn new(values: &[f64], sorted: &[f64]) -> Self {
        let moments: Moments = values.iter().copied().collect();
        let at = |level| quantile::of_sorted(sorted, level);
        Self {
            mean: moments.mean(),
            se: moments.se(),
            sd: moments.sd(),
            p5: at(0.05),
            p10: at(0.10),
            p25: at(0.25),
            p50: at(0.50),
            p75: at(0.75),
            p90: at(0.90),
            p95: at(0.95),
            cvar5: quantile::mean_of_lowest(sorted, 0.05),
            intervals: SummaryIntervals::new(&moments, sorted),
        }
    }
}
