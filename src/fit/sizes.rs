//! Sizes of deals: how many fall into each band, ten bands a factor of ten, and
//! whether the log-normal law that the engine draws them from has their shape.

use std::collections::BTreeMap;

use crate::distribution::normal::tails;
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
    let cases = records.cases.iter().filter(|case| case.created >= from);
    banded(cases.filter_map(|case| match case.outcome {
        Outcome::Won(_) => case.amount,
        _ => None,
    }))
}

fn banded(sizes: impl Iterator<Item = f64>) -> Vec<Band> {
    let mut counts: BTreeMap<i32, f64> = BTreeMap::new();
    for size in sizes {
        *counts.entry((size.log10() * BANDS).floor() as i32).or_default() += 1.0;
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

/// Where the law and the records differ most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Misfit {
    /// A size of deals, in currency.
    pub size: f64,
    /// Share of deals below it, as recorded.
    pub recorded: f64,
    /// As the law has it.
    pub fitted: f64,
}

impl Misfit {
    /// The size in three digits that count.
    #[must_use]
    pub fn size_in_digits(&self) -> String {
        let place = self.size.log10().floor() as i32 - 2;
        let step = 10_f64.powi(place);
        format!("{:.*}", (-place).max(0) as usize, (self.size / step).round() * step)
    }
}

/// A law with parameters from the same deals is off by more than this over the root
/// of their number with a chance of 1 % (Lilliefors 1967, Journal of the American
/// Statistical Association 62).
const CRITICAL: f64 = 1.031;
/// And by less than this share of deals it is no matter.
const MATTERS: f64 = 0.1;

/// Share of deals below a size by the log-normal law of this mean and coefficient of
/// variation.
#[must_use]
pub fn below(size: f64, mean: f64, spread: f64) -> f64 {
    let variance = (spread * spread).ln_1p();
    let middle = mean.ln() - variance / 2.0;
    tails((size.ln() - middle) / variance.sqrt().max(1e-9)).lower
}

/// Where the log-normal law of this mean and coefficient of variation is off by more
/// than chance and by enough to matter; none where it fits. Only at the ends of
/// bands, so that it finds rather too little.
#[must_use]
pub fn misfit(bands: &[Band], mean: f64, spread: f64) -> Option<Misfit> {
    let total: f64 = bands.iter().map(|band| band.count).sum();
    let mut count = 0.0;
    let at = |band: &Band| {
        count += band.count;
        let fitted = below(band.high, mean, spread);
        Misfit { size: band.high, recorded: count / total, fitted }
    };
    let off = |misfit: &Misfit| (misfit.recorded - misfit.fitted).abs();
    let worst = bands.iter().map(at).max_by(|a, b| off(a).total_cmp(&off(b)))?;
    (off(&worst) > MATTERS && off(&worst) > CRITICAL / total.sqrt()).then_some(worst)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::distribution::{Tails, normal};
    use crate::fit::deals::Amounts;
    use crate::fit::posterior;
    use crate::random::{Luck, Place};

    /// Deals at even ranks of a law of `parts` log-normal ones side by side.
    fn bands(parts: &[(f64, f64)], deals: usize) -> (Vec<Band>, f64, f64) {
        let each = deals / parts.len();
        let one = |rank: usize| {
            let lower = (rank as f64 + 0.5) / each as f64;
            normal::score(Tails { lower, upper: 1.0 - lower })
        };
        let part = |(middle, sd): &(f64, f64)| {
            let (middle, sd) = (*middle, *sd);
            (0..each).map(move |rank| (middle.ln() + sd * one(rank)).exp())
        };
        let sizes: Vec<f64> = parts.iter().flat_map(part).collect();
        let n = sizes.len() as f64;
        let mean = sizes.iter().sum::<f64>() / n;
        let variance = sizes.iter().map(|size| (size - mean).powi(2)).sum::<f64>() / n;
        (banded(sizes.into_iter()), mean, variance.sqrt() / mean)
    }

    #[test]
    fn deals_of_three_humps_are_no_log_normal_and_those_of_one_are() {
        let (one, mean, spread) = bands(&[(2_000.0, 0.9)], 900);
        assert_eq!(misfit(&one, mean, spread), None);
        let humps = [(55.0, 0.1), (800.0, 0.3), (4_800.0, 0.2)];
        let (three, mean, spread) = bands(&humps, 900);
        let found = misfit(&three, mean, spread).unwrap();
        assert!((found.recorded - found.fitted).abs() > MATTERS, "{found:?}");
        assert_eq!(Misfit { size: 1_258_925.4, ..found }.size_in_digits(), "1260000");
        assert_eq!(Misfit { size: 0.630_957, ..found }.size_in_digits(), "0.631");
        assert!((found.recorded * 3.0).fract().abs() < 1e-6, "between two humps: {found:?}");
    }

    #[test]
    fn half_a_dozen_deals_tell_no_law_from_another() {
        let (few, mean, spread) = bands(&[(55.0, 0.1), (800.0, 0.3), (4_800.0, 0.2)], 6);
        assert_eq!(misfit(&few, mean, spread), None);
        assert_eq!(misfit(&[], 1.0, 1.0), None);
    }

    #[test]
    fn of_log_normal_deals_few_samples_are_said_to_have_another_shape() {
        let mut stream = Luck::new(1, 0).at(Place::new("sizes")).step(0);
        for (deals, sd) in [(20, 0.8), (60, 0.8), (60, 1.4), (600, 1.2)] {
            let found = (0..80).filter(|_| {
                let mut amounts = Amounts::default();
                let mut draw = || 1_000.0 * (sd * posterior::score(&mut stream)).exp();
                let sizes: Vec<f64> = (0..deals).map(|_| draw()).collect();
                for size in &sizes {
                    amounts.add(*size);
                }
                let worth = amounts.worth().unwrap();
                misfit(&banded(sizes.into_iter()), worth.mean[1], worth.spread[1]).is_some()
            });
            let found = found.count();
            assert!(found <= 2, "{deals} deals of sd {sd}: {found} of 80");
        }
    }
}
