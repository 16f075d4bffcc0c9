//! What tables and titles lead with.

use schemars::JsonSchema;
use serde::Serialize;

use crate::language::Measure;
use crate::simulation::Metric;

/// What tables and titles lead with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LeadMetric {
    /// Money booked.
    #[default]
    Bookings,
    /// What bookings leave after delivery, commission and people.
    Contribution,
}

impl LeadMetric {
    /// The metric.
    #[must_use]
    pub fn metric(self) -> Metric {
        match self {
            Self::Bookings => Metric::Bookings,
            Self::Contribution => Metric::Contribution,
        }
    }

    /// The same as language knows it.
    #[must_use]
    pub fn measure(self) -> Measure {
        match self {
            Self::Bookings => Measure::Bookings,
            Self::Contribution => Measure::Contribution,
        }
    }
}
