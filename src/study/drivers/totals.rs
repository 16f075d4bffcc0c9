//! Total shares: what each factor does, alone and together with others.

use super::{Driver, DriversAbout, TotalsAbout};
use crate::monte_carlo::{Interrupted, TotalGoal, Totals, Watch, total_effects};
use crate::organisation::{Path, Scenario, limits};

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
    Ok(())
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
