//! Total effects: the share of a result's variance that would be gone if all but
//! one unknown were known, what it does together with others included.
//!
//! Base points come in pairs, quasi-random and independent of each other; then each
//! unknown in turn is taken from the second of a pair while all else stays the
//! first's, chance included. Chance is swapped likewise: its total effect is what
//! nobody can find out. Blocks of points are added until every share is known well
//! enough.
//!
//! Correlated factors cannot be swapped one at a time without tearing them apart.
//! They are swapped together and have one share: what would be gone if all of them
//! but nothing else stayed unknown.

use rayon::prelude::*;

use super::model::{Gap, Model};
use super::points::Points;
use super::{Interrupted, Watch};
use crate::organisation::{Path, Scenario};
use crate::random::Luck;
use crate::simulation::{Metric, Plan};
use crate::statistics::WITHIN_95;
use crate::statistics::sensitivity::{Estimate, Swaps};

/// Base points of a block.
const BLOCK: u64 = 64;
/// Fewest base points: from fewer, an error is too uncertain to stop on.
const FEWEST: usize = 256;

/// When to stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TotalGoal {
    /// Half the width of every 95 % interval, as a share of the variance; above 0.
    pub within: f64,
    /// Most runs of each scenario; the first block is played in any case.
    pub limit: u64,
}

/// Total effects of the groups of a model's unknowns.
#[derive(Debug, Clone, PartialEq)]
pub struct Effects {
    /// One a group, shares of the variance.
    pub groups: Vec<Estimate>,
    /// That of chance.
    pub chance: Estimate,
    /// Variance of the result.
    pub variance: f64,
    /// Runs played.
    pub runs: u64,
    /// Whether every share is as well known as was asked for.
    pub reached: bool,
}

/// A share of the variance, and whose it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// One factor, or all factors that are correlated with each other.
    pub paths: Vec<Path>,
    /// Their share of the variance.
    pub share: Estimate,
}

/// Total effects of the factors of one scenario on its metric, or of those of two
/// on the gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Totals {
    /// In the order of the model, what only the second scenario has at the end.
    pub factors: Vec<Total>,
    /// The share of chance: what cannot be found out, alone and together with what can.
    pub chance: Estimate,
    /// Variance of the metric or the gap, in its unit squared.
    pub variance: f64,
    /// Runs played of each scenario.
    pub runs: u64,
    /// Whether every share is as well known as was asked for.
    pub reached: bool,
}

impl Totals {
    /// The share that a factor has, alone or with those it is correlated with.
    #[must_use]
    pub fn of(&self, path: &Path) -> Option<&Total> {
        self.factors.iter().find(|total| total.paths.contains(path))
    }
}

/// Total effects on a metric of one scenario, or of two on the metric of the second
/// less that of the first.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn total_effects(
    scenarios: &[&Scenario],
    seed: u64,
    metric: Metric,
    goal: &TotalGoal,
    watch: &dyn Watch,
) -> Result<Totals, Interrupted> {
    let plans: Vec<Plan<'_>> = scenarios.iter().map(|scenario| Plan::new(scenario)).collect();
    let gap = Gap::new(&plans, metric);
    let groups = gap.groups();
    let effects = effects(&gap, &groups, seed, goal, watch)?;
    let factors = (groups.iter().zip(effects.groups))
        .map(|(group, share)| Total { paths: gap.paths(group), share })
        .filter(|total| !total.paths.is_empty())
        .collect();
    let Effects { chance, variance, runs, reached, .. } = effects;
    Ok(Totals { factors, chance, variance, runs, reached })
}

/// Total effects of groups of a model's unknowns, each of which is in one group.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn effects<M: Model>(
    model: &M,
    groups: &[Vec<usize>],
    seed: u64,
    goal: &TotalGoal,
    watch: &dyn Watch,
) -> Result<Effects, Interrupted> {
    // Chance is the last to be swapped.
    let mut swaps = Swaps::new(groups.len() + 1);
    let cost = BLOCK * swaps.width() as u64;
    for block in 0.. {
        play(model, groups, (seed, block), &mut swaps, watch)?;
        let mut totals = swaps.totals();
        let widest = totals.iter().map(|total| WITHIN_95 * total.se).fold(0.0, f64::max);
        let runs = (block + 1) * cost;
        let reached = widest <= goal.within && swaps.points() >= FEWEST;
        watch.expects(needed(runs, widest / goal.within, goal.limit));
        if reached || runs + cost > goal.limit {
            let chance = totals.pop().unwrap_or_default();
            let variance = swaps.variance();
            return Ok(Effects { groups: totals, chance, variance, runs, reached });
        }
    }
    unreachable!("blocks end at the limit")
}

/// Runs needed in all, by what is known: the error falls with their root.
fn needed(runs: u64, ratio: f64, limit: u64) -> u64 {
    ((runs as f64 * ratio * ratio).min(limit as f64) as u64).max(runs)
}

/// Plays all points of a block.
fn play<M: Model>(
    model: &M,
    groups: &[Vec<usize>],
    (seed, block): (u64, u64),
    swaps: &mut Swaps,
    watch: &dyn Watch,
) -> Result<(), Interrupted> {
    let points = Points::new(seed);
    let rows: Vec<Vec<f64>> = (block * BLOCK..(block + 1) * BLOCK)
        .into_par_iter()
        .map_init(
            || model.player(),
            |player, point| {
                if watch.cancelled() {
                    return Vec::new();
                }
                let base = Base::new(&points, point, model.unknowns());
                let row = base.play(model, player, groups, seed, point);
                watch.advanced(row.len() as u64);
                row
            },
        )
        .collect();
    if watch.cancelled() {
        return Err(Interrupted);
    }
    for row in rows {
        swaps.take(&row);
    }
    Ok(())
}

/// Two places that are independent of each other.
struct Base {
    first: Vec<f64>,
    second: Vec<f64>,
}

impl Base {
    fn new(points: &Points, point: u64, unknowns: usize) -> Self {
        let pairs = (0..unknowns).map(|unknown| points.at(point, unknown).into());
        let (first, second) = pairs.unzip();
        Self { first, second }
    }

    /// The results at both, and of the first with each group, and then chance, of
    /// the second.
    fn play<M: Model>(
        &self,
        model: &M,
        player: &mut M::Player,
        groups: &[Vec<usize>],
        seed: u64,
        point: u64,
    ) -> Vec<f64> {
        let [luck, other] = [0, 1].map(|side| Luck::new(seed, 2 * point + side));
        let mut row =
            vec![model.play(player, &self.first, luck), model.play(player, &self.second, other)];
        let mut swapped = self.first.clone();
        for group in groups {
            for &unknown in group {
                swapped[unknown] = self.second[unknown];
            }
            row.push(model.play(player, &swapped, luck));
            for &unknown in group {
                swapped[unknown] = self.first[unknown];
            }
        }
        row.push(model.play(player, &self.first, other));
        row
    }
}
