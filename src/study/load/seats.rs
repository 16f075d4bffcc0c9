//! How many seats of a role are filled in the long run, and how productive.

use super::median;
use crate::organisation::{Role, Scenario};

/// A role's seats in the long run, at the medians.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seats {
    /// Mean number over the counted months, filled or not.
    pub planned: f64,
    /// Share of them that is filled, 0 to 1.
    pub filled: f64,
    /// Mean productivity of a filled seat, 0 to 1.
    pub productivity: f64,
}

/// No one stays longer than the longest scenario: steps of tenure looked at.
const LONGEST: f64 = 12_000.0;

impl Seats {
    pub(super) fn of(scenario: &Scenario, role: &Role) -> Self {
        let steps = steps_a_month(scenario);
        let leaving = 1.0 - (1.0 - median(scenario, role.attrition)).powf(1.0 / (12.0 * steps));
        let vacant = steps * median(scenario, role.hire_months);
        Self {
            planned: planned(scenario, role),
            filled: filled(leaving, vacant),
            productivity: productivity(leaving, steps * median(scenario, role.ramp_months)),
        }
    }

    /// Productive hours a month.
    pub(super) fn hours(&self, scenario: &Scenario, role: &Role) -> f64 {
        let Some(hours) = role.hours else { return 0.0 };
        if role.work.is_empty() {
            return 0.0;
        }
        let further = i32::try_from(role.work.len() - 1).unwrap_or(i32::MAX);
        let kept = (1.0 - median(scenario, role.switching_loss)).powi(further);
        self.planned * self.filled * self.productivity * median(scenario, hours) * kept
    }
}

fn planned(scenario: &Scenario, role: &Role) -> f64 {
    let seats: usize = (1..=scenario.horizon_months).map(|month| role.headcount.at(month)).sum();
    seats as f64 / scenario.horizon_months as f64
}

/// A seat is filled for 1/leaving steps on average and then empty for `vacant`.
fn filled(leaving: f64, vacant: f64) -> f64 {
    1.0 / (1.0 + leaving * vacant)
}

/// Tenure is geometric: a seat has t steps behind it with probability
/// leaving × (1 − leaving)^t.
fn productivity(leaving: f64, ramp: f64) -> f64 {
    if leaving <= 0.0 || ramp <= 0.0 {
        return 1.0;
    }
    let (mut sum, mut still_here, mut t) = (0.0, 1.0, 0.0);
    while t + 0.5 < ramp && t < LONGEST {
        sum += still_here * leaving * (t + 0.5) / ramp;
        still_here *= 1.0 - leaving;
        t += 1.0;
    }
    sum + still_here
}

/// Steps of time a month.
pub(super) fn steps_a_month(scenario: &Scenario) -> f64 {
    scenario.steps_per_month as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_empty_for_the_time_of_hiring() {
        // Leaving every 20 steps on average, empty for 5: filled 20 of 25.
        assert!((filled(0.05, 5.0) - 0.8).abs() < 1e-12);
        assert!((filled(0.0, 5.0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_ramp_costs_the_newcomers_only() {
        // Half leave each step, ramp of 2 steps: t = 0 gives 0.25, t = 1 gives
        // 0.75, all others 1: 0.5 × 0.25 + 0.25 × 0.75 + 0.25 = 0.5625.
        assert!((productivity(0.5, 2.0) - 0.5625).abs() < 1e-12);
        assert!((productivity(0.0, 2.0) - 1.0).abs() < 1e-12);
        assert!((productivity(0.5, 0.0) - 1.0).abs() < 1e-12);
    }
}
