//! How many people work on cases, as their owners show it.

use std::collections::{BTreeMap, BTreeSet};

use super::fitted::Owners;
use crate::records::{Day, Outcome, Records};

/// What ended in a month.
#[derive(Default)]
struct Month {
    owners: BTreeSet<u16>,
    openers: BTreeSet<u16>,
    closed: f64,
}

/// Counts owners and openers of cases that ended on or after `from`, by month.
#[must_use]
pub fn count(records: &Records, from: Day) -> Owners {
    let mut months: BTreeMap<i32, Month> = BTreeMap::new();
    let (mut both, mut apart) = (0.0_f64, 0.0);
    for case in records.cases.iter().filter(|case| case.created >= from) {
        let (Outcome::Won(day) | Outcome::Lost(Some(day))) = case.outcome else { continue };
        let month = months.entry(day.month()).or_default();
        month.closed += 1.0;
        month.owners.extend(case.owner);
        month.openers.extend(case.opener);
        if let (Some(owner), Some(opener)) = (case.owner, case.opener) {
            both += 1.0;
            apart += f64::from(u8::from(owner != opener));
        }
    }
    // The ends of the records hold months with few closings.
    let busiest = months.values().map(|month| month.closed).fold(0.0, f64::max);
    let busy: Vec<_> = months.values().filter(|month| month.closed >= busiest / 3.0).collect();
    let median = |of: &dyn Fn(&Month) -> f64| {
        let mut values: Vec<f64> = busy.iter().map(|month| of(month)).collect();
        values.sort_unstable_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(0.0)
    };
    Owners {
        closers: median(&|month| month.owners.len() as f64),
        openers: median(&|month| month.openers.len() as f64),
        split: if both > 0.0 { apart / both } else { 0.0 },
        closed: median(&|month| month.closed),
    }
}
