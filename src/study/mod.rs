//! The questions, each with its result record.
//!
//! A record is plain data: the hinge between computing (here) and showing
//! (`report`, `chart`). What the JSON result holds is serialised under the
//! names of its fields; curves that only a chart needs are skipped there.

mod bridge;
mod comparison;
mod curve;
mod forecast;
mod metric;
mod summary;

use schemars::JsonSchema;
use serde::Serialize;

pub use bridge::Bridge;
pub use comparison::{Comparison, Dominance, Gap, Gaps};
pub use curve::{Band, Curve};
pub use forecast::{
    FiveFactors, Forecast, Monthly, MonthlyBand, RoleHours, SegmentResult, WorkHours,
};
pub use metric::{LeadMetric, Metric};
pub use summary::Summary;

/// What a command found out: one forecast a scenario, and the comparison of
/// each candidate with the baseline.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Study {
    /// Version of the program.
    pub version: String,
    /// What all chance was derived from.
    pub seed: u64,
    /// Simulated runs of each scenario.
    pub runs: usize,
    /// Counted months.
    pub horizon_months: usize,
    /// The unit of money; absent where the scenarios give none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub currency: String,
    /// What tables and titles lead with.
    #[serde(skip)]
    pub metric: LeadMetric,
    /// In the order of the command line.
    pub scenarios: Vec<Forecast>,
    /// One for each scenario other than the baseline; none for a single scenario.
    pub comparisons: Vec<Comparison>,
}

impl Study {
    /// The forecast with this name.
    #[must_use]
    pub fn scenario(&self, name: &str) -> Option<&Forecast> {
        self.scenarios.iter().find(|forecast| forecast.name == name)
    }
}
