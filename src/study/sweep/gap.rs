//! The paired difference at a point, and the runs behind it.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Design, Metric, SweepPoint};
use crate::monte_carlo::{self, Interrupted, Request, Runs, Watch};
use crate::simulation::Plan;
use crate::statistics::{Interval, Moments, quantile};
use crate::study::comparison::win;
use crate::study::differences;

/// Simulates the scenarios with values of the axes. What varying leaves as it is
/// is simulated once.
pub struct Columns<'a> {
    design: &'a Design<'a>,
    base: [&'a Runs; 2],
    metric: Metric,
    request: &'a Request,
    watch: &'a dyn Watch,
    /// Of both scenarios, by the values that change it, as bits.
    kept: [HashMap<Vec<u64>, Vec<f64>>; 2],
    simulated: u64,
}

impl<'a> Columns<'a> {
    /// Nothing simulated yet.
    pub fn new(
        design: &'a Design<'a>,
        base: [&'a Runs; 2],
        metric: Metric,
        request: &'a Request,
        watch: &'a dyn Watch,
    ) -> Self {
        let kept = [HashMap::new(), HashMap::new()];
        Self { design, base, metric, request, watch, kept, simulated: 0 }
    }

    /// Scenarios simulated so far.
    pub fn simulated(&self) -> u64 {
        self.simulated
    }

    /// The difference at a point.
    pub fn point(&mut self, at: &[f64]) -> Result<SweepPoint, Interrupted> {
        let baseline = self.column(0, at)?.into_owned();
        let candidate = self.column(1, at)?;
        let differences = differences(&baseline, &candidate);
        Ok(SweepPoint::new(at.to_vec(), differences))
    }

    fn column(&mut self, scenario: usize, at: &[f64]) -> Result<Cow<'_, [f64]>, Interrupted> {
        let axes = self.design.axes;
        let changing: Vec<usize> =
            (0..axes.len()).filter(|&axis| axes[axis].touches(scenario)).collect();
        if changing.is_empty() {
            return Ok(Cow::Borrowed(self.base[scenario].metric(self.metric)));
        }
        let key: Vec<u64> = changing.iter().map(|&axis| at[axis].to_bits()).collect();
        if !self.kept[scenario].contains_key(&key) {
            let variant = (self.design.variant)(scenario, at);
            let column =
                monte_carlo::column(&Plan::new(&variant), self.metric, self.request, self.watch)?;
            self.simulated += 1;
            if changing.len() == axes.len() {
                return Ok(Cow::Owned(column));
            }
            // The first axis moves last: what hangs on it alone is met in one go.
            if changing == [0] {
                self.kept[scenario].clear();
            }
            self.kept[scenario].insert(key.clone(), column);
        }
        Ok(Cow::Borrowed(&self.kept[scenario][&key]))
    }
}

impl SweepPoint {
    /// From the difference in every run.
    pub(in crate::study) fn new(at: Vec<f64>, mut differences: Vec<f64>) -> Self {
        let moments: Moments = differences.iter().copied().collect();
        let better: Moments = differences.iter().map(|&difference| win(difference)).collect();
        let [p10, p50, p90] = quantile::of_unsorted(&mut differences, [0.1, 0.5, 0.9]);
        Self {
            at,
            mean_difference: moments.mean(),
            se: moments.se(),
            p10,
            p50,
            p90,
            probability_better: better.share(),
            probability_better_se: better.se(),
            mean_interval: Interval::of_mean(&moments),
            chance_interval: Interval::of_share(better.share(), better.count()),
        }
    }
}
