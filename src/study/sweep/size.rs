//! What whole seats make of a size: people cannot be divided.

use schemars::JsonSchema;
use serde::Serialize;

use crate::organisation::Scenario;
use crate::study::people_cost::PeopleCost;

/// The people of both organisations at a size, with nothing else varied.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Size {
    /// As a multiple of the company described.
    pub size: f64,
    /// Seats of the baseline in the first counted month.
    pub baseline_seats: usize,
    /// Seats of the candidate.
    pub candidate_seats: usize,
    /// By which share the baseline's expected people cost is above its part of
    /// what it is at a size of 1; absent where people cost nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline_rounding: Option<f64>,
    /// The same of the candidate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate_rounding: Option<f64>,
}

impl Size {
    /// At each of these sizes.
    pub(super) fn all(scenarios: [&Scenario; 2], ratios: &[f64]) -> Vec<Self> {
        let costs = scenarios.map(PeopleCost::new);
        let rounding = |side: usize, ratio: f64| {
            let (cost, roles) = (&costs[side], &scenarios[side].roles);
            let scaled = roles.iter().map(|role| role.headcount.times(ratio)).enumerate();
            let scaled: f64 = scaled.map(|(role, seats)| cost.of(role, &seats)).sum();
            let exact = ratio * cost.total();
            (exact > 0.0).then(|| scaled / exact - 1.0)
        };
        let seats = |side: usize, ratio: f64| {
            scenarios[side].roles.iter().map(|role| role.headcount.times(ratio).at(1)).sum()
        };
        let at = |&size: &f64| Self {
            size,
            baseline_seats: seats(0, size),
            candidate_seats: seats(1, size),
            baseline_rounding: rounding(0, size),
            candidate_rounding: rounding(1, size),
        };
        ratios.iter().map(at).collect()
    }

    /// By how much rounding moves the people cost of the two apart, as a share.
    #[must_use]
    pub fn tilt(&self) -> Option<f64> {
        Some((1.0 + self.candidate_rounding?) / (1.0 + self.baseline_rounding?) - 1.0)
    }
}
