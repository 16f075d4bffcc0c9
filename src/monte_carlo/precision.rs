//! As many runs as a precision needs.
//!
//! Runs are added to all scenarios in batches whose sizes are fixed beforehand,
//! and only whole batches are looked at, so where it stops depends on neither
//! threads nor time, and the result is that of the same number of runs asked for
//! outright.

use super::{Interrupted, Request, Runs, Watch, extend};
use crate::monte_carlo::runs::Layout;
use crate::organisation::Scenario;
use crate::simulation::{Metric, Plan};
use crate::statistics::{Moments, WITHIN_95};

/// Runs of the first batches. A standard error from fewer would often be too
/// small by chance, and simulating would stop on that.
const BATCH: u64 = 1000;

/// When to stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    /// Whose mean must be known.
    pub metric: Metric,
    /// Half the width of the 95 % intervals, as a share of the mean; above 0.
    pub within: f64,
    /// The scenario, by its place, that the others are compared with.
    pub baseline: usize,
    /// Most runs, at least 1.
    pub limit: u64,
}

/// How far it got.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reached {
    /// What was asked for, and for what.
    pub goal: Goal,
    /// Simulated runs of each scenario.
    pub runs: u64,
    /// The widest of the 95 % intervals: half its width, as a share of the mean.
    /// Infinite beside a mean of 0.
    pub within: f64,
}

impl Reached {
    /// Whether that is what was asked for.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.within <= self.goal.within
    }
}

/// Simulates runs from the first on until the 95 % interval of every scenario's
/// mean, as a share of that mean, and of every mean difference to the baseline,
/// as a share of the baseline's mean, is narrow enough, or the limit is reached.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn simulate_until(
    scenarios: &[&Scenario],
    seed: u64,
    goal: &Goal,
    watch: &dyn Watch,
) -> Result<(Vec<Runs>, Reached), Interrupted> {
    let plans: Vec<Plan<'_>> = scenarios.iter().map(|scenario| Plan::new(scenario)).collect();
    let mut all: Vec<Runs> = plans.iter().map(|plan| Runs::new(&Layout::new(plan))).collect();
    let mut means = Means::new(scenarios.len(), goal.baseline);
    let mut done = 0;
    watch.expects(BATCH.min(goal.limit) * scenarios.len() as u64);
    loop {
        let request = Request { seed, runs: done..next(done).min(goal.limit) };
        for (runs, plan) in all.iter_mut().zip(&plans) {
            extend(runs, plan, &request, watch)?;
        }
        means.take(&all, goal.metric, done as usize);
        done = request.runs.end;
        let reached = Reached { goal: *goal, runs: done, within: means.widest() };
        if reached.is_enough() || done >= goal.limit {
            watch.expects(done * scenarios.len() as u64);
            return Ok((all, reached));
        }
        watch.expects(needed(&reached) * scenarios.len() as u64);
    }
}

/// The end of the batch that follows `done` runs: a tenth more, so that many
/// runs are not looked at more often than few.
fn next(done: u64) -> u64 {
    done + (done / 10).max(BATCH).next_multiple_of(BATCH)
}

/// Runs needed in all, by what is known: the error falls with their root.
fn needed(reached: &Reached) -> u64 {
    let ratio = reached.within / reached.goal.within;
    let runs = (reached.runs as f64 * ratio * ratio).min(reached.goal.limit as f64) as u64;
    runs.clamp(reached.runs, reached.goal.limit)
}

/// The means that must be known.
struct Means {
    baseline: usize,
    /// One a scenario.
    own: Vec<Moments>,
    /// One a scenario, its difference to the baseline; the baseline's own is 0.
    differences: Vec<Moments>,
}

impl Means {
    fn new(scenarios: usize, baseline: usize) -> Self {
        let none = vec![Moments::default(); scenarios];
        Self { baseline, own: none.clone(), differences: none }
    }

    /// Takes in all runs after the first `known`.
    fn take(&mut self, all: &[Runs], metric: Metric, known: usize) {
        let baseline = &all[self.baseline].metric(metric)[known..];
        for ((runs, own), difference) in all.iter().zip(&mut self.own).zip(&mut self.differences) {
            for (value, base) in runs.metric(metric)[known..].iter().zip(baseline) {
                own.add(*value);
                difference.add(value - base);
            }
        }
    }

    /// Half the widest interval, as a share of the mean that it belongs to.
    fn widest(&self) -> f64 {
        let baseline = self.own[self.baseline].mean();
        let own = self.own.iter().map(|moments| share(moments.se(), moments.mean()));
        let differences = self.differences.iter().map(|moments| share(moments.se(), baseline));
        own.chain(differences).fold(0.0, f64::max)
    }
}

fn share(se: f64, mean: f64) -> f64 {
    if se > 0.0 { WITHIN_95 * se / mean.abs() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_are_whole_thousands_and_grow_by_a_tenth() {
        let ends: Vec<u64> =
            std::iter::successors(Some(0), |&done| Some(next(done))).take(30).collect();
        assert_eq!(ends[..3], [0, 1000, 2000]);
        assert_eq!(ends[10..14], [10_000, 11_000, 13_000, 15_000]);
        assert!(ends.iter().all(|end| end % BATCH == 0));
    }

    #[test]
    fn twice_the_precision_needs_four_times_the_runs() {
        let goal = Goal { metric: Metric::Bookings, within: 0.01, baseline: 0, limit: 100_000 };
        let reached = |within| Reached { goal, runs: 1000, within };
        assert_eq!(needed(&reached(0.02)), 4000);
        assert_eq!(needed(&reached(f64::INFINITY)), 100_000);
        assert!(reached(0.01).is_enough() && !reached(0.011).is_enough());
    }

    #[test]
    fn an_interval_is_a_share_of_its_mean() {
        assert!((share(1.0, -100.0) - 0.0196).abs() < 1e-5);
        assert!(share(0.0, 0.0).abs() < f64::MIN_POSITIVE);
        assert!(share(1.0, 0.0).is_infinite());
    }
}
