//! Months foretold from earlier days, against what happened.

use schemars::JsonSchema;
use serde::Serialize;

use super::foretold::{Loss, Month, Origin};
use super::verdict::Verdict;
use crate::statistics::Moments;

/// Bands whose coverage is counted, in percent.
const BANDS: [u8; 3] = [50, 80, 90];

/// How well the months after earlier days were foretold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Backtest {
    /// Version of the program.
    pub version: String,
    /// What all chance was derived from.
    pub seed: u64,
    /// Simulated runs from each day.
    pub runs: u64,
    /// Whether the cases are leads; otherwise they are opportunities.
    pub of_leads: bool,
    /// The days, in order.
    pub origins: Vec<Origin>,
    /// How often each band held what happened.
    pub coverage: Vec<Coverage>,
    /// Mean losses: the model's, then those of the naive forecasts.
    pub scores: Vec<Score>,
    /// What that comes to.
    pub verdict: Verdict,
    /// By how much the model's loss (CRPS) is lower than that of the better naive
    /// forecast, in deals a month.
    pub gain: f64,
    /// Standard error of the gain; absent for a single month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gain_se: Option<f64>,
}

/// How often a band held what happened.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Coverage {
    /// Share of runs in the band, in percent.
    pub band: u8,
    /// Months in which it held.
    pub held: usize,
    /// Months in all.
    pub of: usize,
}

/// The mean loss of a forecast.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Score {
    /// `model`, `last_month` or `same_share`.
    pub forecast: &'static str,
    /// In deals a month.
    #[serde(flatten)]
    pub loss: Loss,
}

/// One loss of a month.
type OfMonth = fn(&Month) -> Loss;

impl Backtest {
    /// Scores the origins, of which there is at least one with a month.
    #[must_use]
    pub fn new(origins: Vec<Origin>, of_leads: bool, seed: u64, runs: u64) -> Self {
        let months = || origins.iter().flat_map(|origin| &origin.months);
        let of: [(&'static str, OfMonth); 3] = [
            ("model", |month| month.model),
            ("last_month", |month| month.last_month),
            ("same_share", |month| month.same_share),
        ];
        let scores = of.map(|(forecast, loss)| Score { forecast, loss: mean(months().map(loss)) });
        let better = if scores[2].loss.crps < scores[1].loss.crps { of[2].1 } else { of[1].1 };
        let gains: Moments = months().map(|month| better(month).crps - month.model.crps).collect();
        let coverage = BANDS.map(|band| Coverage {
            band,
            held: months().filter(|month| month.deals.holds(band)).count(),
            of: gains.count(),
        });
        let deals = |origin: &Origin| origin.won > 0 || origin.total.won > 0.0;
        let verdict = if origins.iter().any(deals) { Verdict::of(&gains) } else { Verdict::NoDeal };
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed,
            runs,
            of_leads,
            coverage: coverage.into(),
            scores: scores.into(),
            verdict,
            gain: gains.mean(),
            gain_se: (gains.count() > 1).then(|| gains.se()),
            origins,
        }
    }

    /// The better one of the naive forecasts.
    #[must_use]
    pub fn rival(&self) -> &Score {
        let naive = &self.scores[1..];
        if naive[1].loss.crps < naive[0].loss.crps { &naive[1] } else { &naive[0] }
    }
}

fn mean(losses: impl Iterator<Item = Loss>) -> Loss {
    let (mut crps, mut pinball) = (Moments::default(), Moments::default());
    for loss in losses {
        crps.add(loss.crps);
        pinball.add(loss.pinball);
    }
    Loss { crps: crps.mean(), pinball: pinball.mean() }
}
