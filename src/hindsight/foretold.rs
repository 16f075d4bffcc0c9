//! What was foretold of a month on an earlier day, and what happened.

use schemars::JsonSchema;
use serde::Serialize;

use crate::simulation::rate::Rate;
use crate::statistics::quantile::{of_sorted, sorted};
use crate::statistics::scoring::{crps, pinball_of_deciles};

/// Values that stand for the distribution of a naive forecast.
const VALUES: u32 = 999;

/// A number of deals: foretold, and as it was.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Foretold {
    /// Deals that were won.
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

/// The two forecasts that need no model, as deals a month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Naive {
    /// As many as in the last month known.
    pub last_month: f64,
    /// The share of all cases known that is won by then, of the last month's cases.
    pub same_share: f64,
}

/// How far off a forecast was, in deals: 0 is perfect.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct Loss {
    /// Continuous ranked probability score.
    pub crps: f64,
    /// Mean pinball loss at the nine deciles.
    pub pinball: f64,
}

/// A month that was foretold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Month {
    /// Such as 2018-03.
    pub month: String,
    /// Deals.
    #[serde(flatten)]
    pub deals: Foretold,
    /// Of the foretold mean, deals from cases that were open on the day; the others
    /// come from cases that were still to come.
    pub from_open: f64,
    /// Loss of the model.
    pub model: Loss,
    /// Loss of the last month repeated.
    pub last_month: Loss,
    /// Loss of the same share of cases.
    pub same_share: Loss,
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
    /// The forecasts that need no model.
    pub naive: Naive,
    /// The months after.
    pub months: Vec<Month>,
    /// All of them together.
    pub total: Foretold,
}

impl Foretold {
    /// From the foretold numbers of all runs, at least one, and what was won.
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

impl Loss {
    /// Of runs.
    #[must_use]
    pub fn of(runs: &[f64], won: f64) -> Self {
        let sample = sorted(runs);
        Self { crps: crps(&sample, won), pinball: pinball_of_deciles(&sample, won) }
    }

    /// Of a naive number of deals, taken for the mean of a Poisson number: a plain
    /// count of chance, the least doubt that a forecast of deals can have.
    #[must_use]
    pub fn of_count(mean: f64, won: f64) -> Self {
        if mean <= 0.0 {
            return Self::of(&[0.0], won);
        }
        let mut rate = Rate::new(mean);
        let level = |place: u32| (f64::from(place) + 0.5) / f64::from(VALUES);
        let sample: Vec<f64> = (0..VALUES).map(|place| rate.count(level(place)) as f64).collect();
        Self::of(&sample, won)
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

    /// Of a Poisson number with mean 4 at 4, summed from its distribution function.
    #[test]
    fn a_naive_count_scores_as_a_poisson_number() {
        let (mean, won) = (4.0_f64, 4.0_f64);
        let (mut below, mut chance, mut score) = (0.0, (-mean).exp(), 0.0);
        for k in 0..60_u32 {
            below += chance;
            let off: f64 = below - f64::from(u8::from(f64::from(k) >= won));
            score += off * off;
            chance *= mean / f64::from(k + 1);
        }
        let loss = Loss::of_count(mean, won);
        assert!((loss.crps - score).abs() < 0.01, "{loss:?} {score}");
    }
}
