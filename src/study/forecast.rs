//! What one scenario yields.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Band, Summary};

/// The results of one scenario over all runs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Forecast {
    /// The scenario's name.
    pub name: String,
    /// Its file, as typed.
    pub file: String,
    /// Hours of each role, by its key, in file order.
    pub roles: IndexMap<String, RoleHours>,
    /// Standard hours of each kind of work, in the order in which the file names them.
    pub work: IndexMap<String, WorkHours>,
    /// Existing customers' bookings and the five factors of new business.
    pub factors: FiveFactors,
    /// Every metric in total over the counted months.
    pub metrics: IndexMap<String, Summary>,
    /// By counted month.
    pub monthly: Monthly,
    /// Each segment by its key.
    pub segments: IndexMap<String, SegmentResult>,
    /// What a reader should know about the input.
    pub warnings: Vec<String>,
    /// Bookings as a picture.
    #[serde(skip)]
    pub bookings: Band,
    /// Contribution as a picture.
    #[serde(skip)]
    pub contribution: Band,
}

/// Hours of a role over the counted months: means over the runs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RoleHours {
    /// What people call the role.
    #[serde(skip)]
    pub title: String,
    /// Productive hours that the filled seats had.
    pub hours_available: f64,
    /// Standard error of that mean.
    pub hours_available_se: f64,
    /// Hours spent on work; the rest was idle.
    pub hours_given: f64,
    /// Standard error of that mean.
    pub hours_given_se: f64,
}

/// Standard hours of a kind of work over the counted months: means over the runs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WorkHours {
    /// Asked for: by units as they reached a queue, and by customers.
    pub demanded: f64,
    /// Standard error of that mean.
    pub demanded_se: f64,
    /// Given.
    pub supplied: f64,
    /// Standard error of that mean.
    pub supplied_se: f64,
}

/// Bookings = existing + traffic × conversion × price × repurchase × referral,
/// as ratios of means over the runs. A factor that is undefined is absent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct FiveFactors {
    /// Repeat bookings of existing customers, in currency.
    pub existing: f64,
    /// Leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub traffic: Option<f64>,
    /// First wins per lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversion: Option<f64>,
    /// Bookings per first win, in currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<f64>,
    /// First and repeat bookings of sourced customers over their first bookings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repurchase: Option<f64>,
    /// All new business over that of sourced customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referral: Option<f64>,
    /// Standard errors, in the same order: existing, then the five.
    #[serde(skip)]
    pub se: [Option<f64>; 6],
}

impl FiveFactors {
    /// The five factors with their names, in the order of their product.
    #[must_use]
    pub fn named(&self) -> [(&'static str, Option<f64>); 5] {
        [
            ("traffic", self.traffic),
            ("conversion", self.conversion),
            ("price", self.price),
            ("repurchase", self.repurchase),
            ("referral", self.referral),
        ]
    }
}

/// Results by counted month.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct Monthly {
    /// Bookings.
    pub bookings: MonthlyBand,
}

/// Mean and quantiles over the runs; one value a month.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct MonthlyBand {
    /// Means.
    pub mean: Vec<f64>,
    /// 10 % of runs lie at or below.
    pub p10: Vec<f64>,
    /// Half of the runs lie at or below.
    pub p50: Vec<f64>,
    /// 90 % of runs lie at or below.
    pub p90: Vec<f64>,
}

/// Results of one segment.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SegmentResult {
    /// All money booked.
    pub bookings: Summary,
}
