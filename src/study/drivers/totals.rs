//! Total shares: what each factor does, alone and together with others.

use super::{Driver, DriversAbout, TotalsAbout, noise};
use crate::monte_carlo::{Interrupted, TotalGoal, Totals, Watch, total_effects};
use crate::organisation::{Path, Scenario, limits};
use crate::statistics::{WITHIN_95, sensitivity::Estimate};

/// Half the width of their 95 % intervals, as a share of the variance.
const WITHIN: f64 = 0.05;

/// Simulates what they need and notes them.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub(super) fn find(
    scenarios: &[&Scenario],
    seed: u64,
    found: &mut [Driver],
    about: &mut DriversAbout,
    watch: &Onward<'_>,
) -> Result<(), Interrupted> {
    let goal = TotalGoal { within: WITHIN, limit: limits::PRECISION_RUNS };
    let totals = total_effects(scenarios, seed, about.metric.metric(), &goal, watch)?;
    note(found, about, &totals);
    lift(found, &totals);
    Ok(())
}

/// What does nothing alone, but surely much together with others, stands out as well.
/// Of correlated factors, which have one share, it does so only if none stands out.
fn lift(found: &mut [Driver], totals: &Totals) {
    let is_in = |total: &crate::monte_carlo::Total, driver: &Driver| {
        total.paths.iter().any(|path| path.to_string() == driver.factor)
    };
    let p_values: Vec<f64> =
        totals.factors.iter().map(|total| at_most_a_little(total.share)).collect();
    for (total, stands_out) in totals.factors.iter().zip(noise::stands_out(&p_values)) {
        let is_known = found.iter().any(|driver| driver.above_noise && is_in(total, driver));
        if stands_out && !is_known {
            for driver in found.iter_mut().filter(|driver| is_in(total, driver)) {
                driver.above_noise = true;
            }
        }
    }
}

/// The chance that a share that is no larger than what was asked to be told apart
/// shows as much: every swap that changes a run at all makes some share.
fn at_most_a_little(share: Estimate) -> f64 {
    let above = share.value - WITHIN;
    let se = share.se.max(WITHIN / WITHIN_95 / 10.0);
    0.5 * libm::erfc(above / se * std::f64::consts::FRAC_1_SQRT_2)
}

fn note(found: &mut [Driver], about: &mut DriversAbout, totals: &Totals) {
    for driver in found {
        let of = |paths: &[Path]| paths.iter().any(|path| path.to_string() == driver.factor);
        let own = totals.factors.iter().find(|total| of(&total.paths));
        driver.total = own.map(|total| total.share.value);
        driver.total_se = own.map(|total| total.share.se);
    }
    about.totals = Some(TotalsAbout {
        runs: totals.runs,
        precision: WITHIN,
        reached: totals.reached,
        chance: totals.chance.value,
        chance_se: totals.chance.se,
    });
}

/// Follows runs that come after others.
pub(super) struct Onward<'a> {
    /// Who follows all of them.
    pub watch: &'a dyn Watch,
    /// Runs before them.
    pub done: u64,
}

impl Watch for Onward<'_> {
    fn advanced(&self, runs: u64) {
        self.watch.advanced(runs);
    }

    fn cancelled(&self) -> bool {
        self.watch.cancelled()
    }

    fn expects(&self, runs: u64) {
        self.watch.expects(self.done + runs);
    }
}
