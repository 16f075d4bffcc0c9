//! What is believed about the numbers that are not known exactly.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

use crate::organisation::{Factor, Scenario};

/// What is believed about a factor: its distribution's quantiles, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Unknown {
    /// One time in ten it is lower.
    pub p10: f64,
    /// As likely higher as lower.
    pub p50: f64,
    /// One time in ten it is higher.
    pub p90: f64,
}

/// The uncertain factors of a scenario by their paths, in the order of the model.
pub(super) fn of(scenario: &Scenario) -> IndexMap<String, Unknown> {
    let uncertain = |factor: &&Factor| factor.distribution.as_known().is_none();
    let believed = |factor: &Factor| {
        let [p10, p50, p90] = [0.10, 0.50, 0.90].map(|level| factor.distribution.quantile(level));
        (factor.path.to_string(), Unknown { p10, p50, p90 })
    };
    scenario.factors.all.iter().filter(uncertain).map(believed).collect()
}
