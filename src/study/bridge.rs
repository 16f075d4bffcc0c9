//! Which of the five factors carries the gap.

use schemars::JsonSchema;
use serde::Serialize;

use super::FiveFactors;
use super::five_factors::Amounts;
use crate::language::Part;
use crate::monte_carlo::Runs;
use crate::statistics::{Interval, Moments};

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

/// What a part of the bridge is called by, from its name.
#[must_use]
pub fn part(name: &str) -> Part {
    match name {
        "existing" => Part::Existing,
        "traffic" => Part::Traffic,
        "conversion" => Part::Conversion,
        "price" => Part::Price,
        "repurchase" => Part::Repurchase,
        "referral" => Part::Referral,
        _ => Part::NewBusiness,
    }
}

impl Bridge {
    /// Splits the gap between two scenarios exactly: existing customers, and new
    /// business over the five factors by the logarithmic mean Divisia index
    /// (Ang 2005, Energy Policy 33 (7)).
    #[must_use]
    pub fn new(baseline: &FiveFactors, candidate: &FiveFactors) -> Self {
        let existing = candidate.existing - baseline.existing;
        let (from, to) = (baseline.new_business, candidate.new_business);
        let weight = logarithmic_mean(to, from);
        let part = |index: usize| {
            let of = |factors: &FiveFactors| {
                factors.named()[index].1.filter(|factor| *factor > 0.0).map(f64::ln)
            };
            Some(weight * (of(candidate)? - of(baseline)?))
        };
        match [part(0), part(1), part(2), part(3), part(4)] {
            [Some(traffic), Some(conversion), Some(price), Some(repurchase), Some(referral)] => {
                Self {
                    existing,
                    traffic: Some(traffic),
                    conversion: Some(conversion),
                    price: Some(price),
                    repurchase: Some(repurchase),
                    referral: Some(referral),
                    new_business: None,
                }
            }
            _ => Self { existing, new_business: Some(to - from), ..Self::default() },
        }
    }
}

/// (x − y)/(ln x − ln y), and x where both are the same. Both above 0.
fn logarithmic_mean(x: f64, y: f64) -> f64 {
    let log_ratio = (x / y).ln();
    if log_ratio.abs() < 1e-6 {
        // The difference of near equals would be all rounding: the series for
        // it is x̄ (1 + r²/24 …) around the geometric mean.
        return (x * y).sqrt() * (1.0 + log_ratio * log_ratio / 24.0);
    }
    (x - y) / log_ratio
}

/// A figure of each part of the bridge that has it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct BridgeParts<T> {
    /// Of what existing customers add.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub existing: Option<T>,
    /// Of what traffic adds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub traffic: Option<T>,
    /// Of what conversion adds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversion: Option<T>,
    /// Of what price adds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<T>,
    /// Of what repurchase adds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repurchase: Option<T>,
    /// Of what referral adds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referral: Option<T>,
    /// Of what new business adds as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_business: Option<T>,
}

impl<T: Copy> BridgeParts<T> {
    /// Of the parts that a function of their names knows.
    pub fn new(of: impl Fn(&str) -> Option<T>) -> Self {
        Self {
            existing: of("existing"),
            traffic: of("traffic"),
            conversion: of("conversion"),
            price: of("price"),
            repurchase: of("repurchase"),
            referral: of("referral"),
            new_business: of("new_business"),
        }
    }

    /// That of a part, by its name.
    #[must_use]
    pub fn get(&self, part: &str) -> Option<T> {
        match part {
            "existing" => self.existing,
            "traffic" => self.traffic,
            "conversion" => self.conversion,
            "price" => self.price,
            "repurchase" => self.repurchase,
            "referral" => self.referral,
            "new_business" => self.new_business,
            _ => None,
        }
    }
}

/// How far the bridge's parts may be off.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct BridgeErrors {
    /// Standard errors, in currency.
    pub(super) se: BridgeParts<f64>,
    /// 95 % intervals.
    pub(super) intervals: BridgeParts<Interval>,
}

impl BridgeErrors {
    /// By the jackknife that leaves out one run (a pair) at a time: the parts are
    /// smooth functions of means over the runs, for which it is consistent (Miller
    /// 1974, Biometrika 61; Shao and Tu 1995, The Jackknife and Bootstrap, 2.1).
    /// With θᵢ the part without run i and θ̄ their mean, se² = (n − 1)/n Σ (θᵢ − θ̄)².
    /// A part that is undefined without some run has no error.
    pub(super) fn new(bridge: &Bridge, baseline: &Runs, candidate: &Runs) -> Self {
        let count = baseline.len();
        if count < 2 {
            return Self::default();
        }
        let sides = [baseline, candidate].map(Amounts::of);
        let means = sides.map(|side| Amounts::means((0..count).map(|run| side.at(run))));
        let parts = bridge.parts();
        let mut moments = vec![Moments::default(); parts.len()];
        for run in 0..count {
            let without = |side: usize| {
                FiveFactors::of_means(&means[side].without(sides[side].at(run), count))
            };
            let left = Bridge::new(&without(0), &without(1));
            for (moments, value) in moments.iter_mut().zip(left.like(bridge)) {
                moments.add(value.unwrap_or(f64::NAN));
            }
        }
        let n = count as f64;
        let errors: Vec<(&str, f64, f64)> = parts
            .iter()
            .zip(moments)
            .map(|(&(name, value), moments)| (name, value, moments.sd() * (n - 1.0) / n.sqrt()))
            .filter(|(_, _, se)| se.is_finite())
            .collect();
        let of = |part: &str| errors.iter().find(|(name, _, _)| *name == part).copied();
        Self {
            se: BridgeParts::new(|part| of(part).map(|(_, _, se)| se)),
            intervals: BridgeParts::new(|part| {
                of(part).map(|(_, value, se)| Interval::around(value, se, count))
            }),
        }
    }
}

impl Bridge {
    /// The parts that `other` has, in its order; none where this one lacks it.
    fn like(&self, other: &Self) -> impl Iterator<Item = Option<f64>> {
        let rest = [
            (self.traffic, other.traffic),
            (self.conversion, other.conversion),
            (self.price, other.price),
            (self.repurchase, other.repurchase),
            (self.referral, other.referral),
            (self.new_business, other.new_business),
        ];
        let rest = rest.into_iter().filter(|(_, wanted)| wanted.is_some()).map(|(own, _)| own);
        std::iter::once(Some(self.existing)).chain(rest)
    }
}
