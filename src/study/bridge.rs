//! Which of the five factors carries the gap.

use schemars::JsonSchema;
use serde::Serialize;

/// The difference of the means, split: existing customers, and new business
/// over the five factors. In currency; the parts add up to the difference.
/// Where new business cannot be split, `new_business` stands for the five.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct Bridge {
    /// Through existing customers.
    pub existing: f64,
    /// Through more or fewer leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub traffic: Option<f64>,
    /// Through wins per lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversion: Option<f64>,
    /// Through the price of a first deal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<f64>,
    /// Through repeat business of new customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repurchase: Option<f64>,
    /// Through referred customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referral: Option<f64>,
    /// Through new business as a whole, where a factor is undefined or 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_business: Option<f64>,
}

impl Bridge {
    /// The parts that there are, with their names, in order.
    #[must_use]
    pub fn parts(&self) -> Vec<(&'static str, f64)> {
        let rest = [
            ("traffic", self.traffic),
            ("conversion", self.conversion),
            ("price", self.price),
            ("repurchase", self.repurchase),
            ("referral", self.referral),
            ("new_business", self.new_business),
        ];
        let mut parts = vec![("existing", self.existing)];
        parts.extend(rest.iter().filter_map(|&(name, part)| part.map(|part| (name, part))));
        parts
    }
}
