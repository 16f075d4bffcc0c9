//! What was foretold of a month on an earlier day, and what happened.

use schemars::JsonSchema;
use serde::Serialize;

use super::why::Why;
use crate::statistics::quantile::{of_sorted, sorted};
use crate::statistics::scoring::{crps, pinball_of_deciles};

/// Deals or bookings: foretold, and as they were.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Foretold {
    /// What was won: deals, or what they are worth.
    pub won: f64,
    /// Mean of what was foretold.
    pub mean: f64,
    /// 5 % of runs lie below.
    pub p5: f64,
    /// 10 % of runs lie below.
    pub p10: f64,
    /// 25 % of runs lie below.
    pub p25: f64,
    /// Half of the runs lie below.
    pub p50: f64,
    /// 75 % of runs lie below.
    pub p75: f64,
    /// 90 % of runs lie below.
    pub p90: f64,
    /// 95 % of runs lie below.
    pub p95: f64,
}

/// The two forecasts that need no model, a month: one number each, without a band.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Naive {
    /// As many as in the last month known.
    pub last_month: f64,
    /// The share of all cases known that is won by then, of the last month's cases;
    /// of bookings, times the mean amount known.
    pub same_share: f64,
}

/// How far off a forecast was, in deals or in currency: 0 is perfect.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct Loss {
    /// Continuous ranked probability score; of a single number its distance.
    pub crps: f64,
    /// Mean pinball loss at the nine deciles.
    pub pinball: f64,
    /// Distance of the median, or of the single number.
    pub absolute: f64,
}

/// What was foretold, and how far off that and the naive forecasts were.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Told {
    /// What was foretold, and what happened.
    #[serde(flatten)]
    pub foretold: Foretold,
    /// Loss of the model.
    pub model: Loss,
    /// Loss of the last month repeated.
    pub last_month: Loss,
    /// Loss of the same share of cases.
    pub same_share: Loss,
}

/// A month that was foretold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Month {
    /// Such as 2018-03.
    pub month: String,
    /// Deals.
    #[serde(flatten)]
    pub deals: Told,
    /// Of the foretold mean, deals from cases that were open on the day; the others
    /// come from cases that were still to come.
    pub from_open: f64,
    /// What the deals are worth, in currency, where amounts are on record; deals
    /// without an amount are left out, as many as were known to be without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bookings: Option<Told>,
}

/// A day from which months were foretold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Origin {
    /// The last month known, such as 2018-02.
    pub until: String,
    /// Cases known by then.
    pub cases: u64,
    /// Of them won by then.
    pub won: u64,
    /// Of them open.
    pub open: u64,
    /// The forecasts that need no model, in deals.
    pub naive: Naive,
    /// The same in currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naive_bookings: Option<Naive>,
    /// The months after.
    pub months: Vec<Month>,
    /// All of them together: deals.
    pub total: Foretold,
    /// All of them together: bookings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_bookings: Option<Foretold>,
    /// Where the difference between deals foretold and won comes from.
    pub why: Why,
}

impl Foretold {
    /// From what all runs foretold, at least one, and what was won.
    #[must_use]
    pub fn new(runs: &[f64], won: f64) -> Self {
        let sample = sorted(runs);
        let at = |level| of_sorted(&sample, level);
        Self {
            won,
            mean: runs.iter().sum::<f64>() / runs.len() as f64,
            p5: at(0.05),
            p10: at(0.1),
            p25: at(0.25),
            p50: at(0.5),
            p75: at(0.75),
            p90: at(0.9),
            p95: at(0.95),
        }
    }

    /// Lower and upper end of the band that holds 50, 80 or 90 % of the runs.
    #[must_use]
    pub fn band(&self, percent: u8) -> (f64, f64) {
        match percent {
            50 => (self.p25, self.p75),
            80 => (self.p10, self.p90),
            _ => (self.p5, self.p95),
        }
    }

    /// Whether what happened lies in that band, its ends included.
    #[must_use]
    pub fn holds(&self, percent: u8) -> bool {
        let (low, high) = self.band(percent);
        (low..=high).contains(&self.won)
    }
}

impl Told {
    /// From what all runs foretold, what was won, and the naive forecasts.
    #[must_use]
    pub fn new(runs: &[f64], won: f64, naive: Naive) -> Self {
        Self {
            foretold: Foretold::new(runs, won),
            model: Loss::of(runs, won),
            last_month: Loss::of(&[naive.last_month], won),
            same_share: Loss::of(&[naive.same_share], won),
        }
    }
}

impl Loss {
    /// Of runs, at least one; a single number is a forecast without a band.
    #[must_use]
    pub fn of(runs: &[f64], won: f64) -> Self {
        let sample = sorted(runs);
        Self {
            crps: crps(&sample, won),
            pinball: pinball_of_deciles(&sample, won),
            absolute: (of_sorted(&sample, 0.5) - won).abs(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_holds_its_ends() {
        let runs: Vec<f64> = (0..=100).map(f64::from).collect();
        let foretold = |won| Foretold::new(&runs, won);
        assert!(foretold(25.0).holds(50) && foretold(75.0).holds(50));
        assert!(!foretold(24.0).holds(50) && foretold(24.0).holds(80));
        assert!(!foretold(4.0).holds(90));
        assert_eq!(foretold(1.0).band(80), (10.0, 90.0));
    }

    #[test]
    fn a_single_number_is_off_by_its_distance() {
        for (number, won) in [(4.0, 7.0), (7.0, 4.0), (0.0, 0.0)] {
            let loss = Loss::of(&[number], won);
            let distance = f64::abs(number - won);
            assert!(
                (loss.crps - distance).abs() < 1e-12 && (loss.absolute - distance).abs() < 1e-12
            );
            assert!((loss.pinball - distance / 2.0).abs() < 1e-12);
        }
    }

    /// A band around the same median loses less than the median alone.
    #[test]
    fn a_band_that_is_right_is_nearer_than_its_median() {
        let runs: Vec<f64> = (0..=100).map(f64::from).collect();
        let loss = Loss::of(&runs, 70.0);
        assert!((loss.absolute - 20.0).abs() < 1e-12 && loss.crps < 13.0, "{loss:?}");
    }
}
