//! Revenue as existing customers and the product of five factors.

use schemars::JsonSchema;
use serde::Serialize;

use super::Metric;
use crate::monte_carlo::Runs;
use crate::statistics::Moments;

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
    /// Mean new business in currency, whether or not the factors are defined.
    #[serde(skip)]
    pub new_business: f64,
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

    /// The factors of section 8, as ratios of the means over the runs.
    pub(super) fn new(runs: &Runs) -> Self {
        let sum = |metrics: &[Metric]| -> Vec<f64> {
            let columns: Vec<&[f64]> = metrics.iter().map(|&metric| runs.metric(metric)).collect();
            (0..runs.len()).map(|run| columns.iter().map(|column| column[run]).sum()).collect()
        };
        let (leads, wins) = (sum(&[Metric::Leads]), sum(&[Metric::Wins]));
        let first = sum(&[Metric::FirstSourced]);
        let sourced = sum(&[Metric::FirstSourced, Metric::RepeatSourced]);
        let new_business = sum(&[
            Metric::FirstSourced,
            Metric::RepeatSourced,
            Metric::FirstReferred,
            Metric::RepeatReferred,
        ]);
        let mean = |metric| runs.metric(metric).iter().copied().collect::<Moments>();
        let (existing, traffic) = (mean(Metric::RepeatExisting), mean(Metric::Leads));
        let ratios = [
            ratio(&wins, &leads),
            ratio(&first, &wins),
            ratio(&sourced, &first),
            ratio(&new_business, &sourced),
        ];
        let [conversion, price, repurchase, referral] = ratios.map(|r| r.map(|(value, _)| value));
        let [of_conversion, of_price, of_repurchase, of_referral] =
            ratios.map(|r| r.map(|(_, se)| se));
        Self {
            existing: existing.mean(),
            new_business: new_business.iter().copied().collect::<Moments>().mean(),
            traffic: Some(traffic.mean()),
            conversion,
            price,
            repurchase,
            referral,
            se: [
                Some(existing.se()),
                Some(traffic.se()),
                of_conversion,
                of_price,
                of_repurchase,
                of_referral,
            ],
        }
    }
}

/// A ratio of means with its standard error; none where the lower mean is 0.
///
/// The error is that of a ratio estimator: the spread of what the ratio leaves
/// unexplained (Cochran 1977, Sampling Techniques, section 6.4).
fn ratio(upper: &[f64], lower: &[f64]) -> Option<(f64, f64)> {
    let mean = |values: &[f64]| values.iter().copied().collect::<Moments>().mean();
    let below = mean(lower);
    if below == 0.0 {
        return None;
    }
    let ratio = mean(upper) / below;
    let residuals: Moments = upper.iter().zip(lower).map(|(u, l)| u - ratio * l).collect();
    Some((ratio, residuals.se() / below.abs()))
}
