//! Sizes of deals: how many fall into each band, ten bands a factor of ten.

use std::collections::BTreeMap;

use crate::records::{Day, Outcome, Records};

/// Deals between two sizes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Smallest size, in currency.
    pub low: f64,
    /// Size that the next band starts with.
    pub high: f64,
    /// How many deals.
    pub count: f64,
}

/// Bands a factor of ten.
const BANDS: f64 = 10.0;

/// The bands of deals of cases created on or after `from`, the smallest first;
/// those without a deal in between included.
#[must_use]
pub fn of(records: &Records, from: Day) -> Vec<Band> {
    let mut counts: BTreeMap<i32, f64> = BTreeMap::new();
    for case in records.cases.iter().filter(|case| case.created >= from) {
        if let (Outcome::Won(_), Some(amount)) = (case.outcome, case.amount) {
            *counts.entry((amount.log10() * BANDS).floor() as i32).or_default() += 1.0;
        }
    }
    let (Some(first), Some(last)) = (counts.keys().next(), counts.keys().next_back()) else {
        return Vec::new();
    };
    let edge = |band: i32| 10_f64.powf(f64::from(band) / BANDS);
    let band = |at: i32| Band {
        low: edge(at),
        high: edge(at + 1),
        count: counts.get(&at).copied().unwrap_or(0.0),
    };
    (*first..=*last).map(band).collect()
}
