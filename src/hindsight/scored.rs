//! Many months together: how often bands held, how far off forecasts were.

use schemars::JsonSchema;
use serde::Serialize;

use super::foretold::{Loss, Told};
use super::verdict::Verdict;
use crate::statistics::Moments;

/// Bands whose coverage is counted, in percent.
const BANDS: [u8; 3] = [50, 80, 90];

/// How well months were foretold, in deals or in currency.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Scored {
    /// How often each band held what happened.
    pub coverage: Vec<Coverage>,
    /// Mean losses: the model's, then those of the naive forecasts.
    pub scores: Vec<Score>,
    /// What that comes to.
    pub verdict: Verdict,
    /// By how much the model's loss (CRPS) is lower than that of the better naive
    /// forecast, a month: in deals, or in currency.
    pub gain: f64,
    /// Standard error of the gain; absent for a single month. A month foretold from
    /// several days counts once, and where the days differ more than the months do,
    /// that is the error.
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
    /// A month.
    #[serde(flatten)]
    pub loss: Loss,
}

/// One loss of a month.
type OfMonth = fn(&Told) -> Loss;

impl Scored {
    /// Scores what was foretold from each day: months in their order, each day's
    /// first month one later than that of the day before. Without `any` deal there is
    /// nothing to compare.
    #[must_use]
    pub fn new(origins: &[Vec<Told>], any: bool) -> Self {
        let months = || origins.iter().flatten();
        let of: [(&'static str, OfMonth); 3] = [
            ("model", |month| month.model),
            ("last_month", |month| month.last_month),
            ("same_share", |month| month.same_share),
        ];
        let scores = of.map(|(forecast, loss)| Score { forecast, loss: mean(months().map(loss)) });
        let better = better(&scores);
        let gain = |month: &Told| (of[better].1)(month).crps - month.model.crps;
        let gains: Vec<Vec<f64>> =
            origins.iter().map(|months| months.iter().map(gain).collect()).collect();
        let all: Moments = gains.iter().flatten().copied().collect();
        let (months_once, se) = error(&gains);
        let coverage = BANDS.map(|band| Coverage {
            band,
            held: months().filter(|month| month.foretold.holds(band)).count(),
            of: all.count(),
        });
        let nearer = scores[0].loss.absolute < scores[better].loss.absolute;
        let verdict =
            if any { Verdict::of(all.mean(), se, months_once, nearer) } else { Verdict::NoDeal };
        Self {
            coverage: coverage.into(),
            scores: scores.into(),
            verdict,
            gain: all.mean(),
            gain_se: (all.count() > 1).then_some(se),
        }
    }

    /// The better one of the naive forecasts.
    #[must_use]
    pub fn rival(&self) -> &Score {
        &self.scores[better(&self.scores)]
    }
}

/// Which of the scores is that of the better naive forecast, the model's being first.
fn better(scores: &[Score]) -> usize {
    1 + usize::from(scores[2].loss.crps < scores[1].loss.crps)
}

/// Months, each counted once, and the standard error of the mean gain. Months of one
/// day share its errors, and so do days that follow each other: the error is taken
/// once as if months were independent and once as if spans of months were; the
/// larger one counts.
fn error(gains: &[Vec<f64>]) -> (usize, f64) {
    let months = gains.iter().enumerate().map(|(day, gains)| day + gains.len()).max().unwrap_or(0);
    let of_month = |month: usize| -> Moments {
        let of_day = |(day, gains): (usize, &Vec<f64>)| gains.get(month.checked_sub(day)?).copied();
        gains.iter().enumerate().filter_map(of_day).collect()
    };
    let by_month: Moments = (0..months).map(|month| of_month(month).mean()).collect();
    let mean = |gains: &Vec<f64>| gains.iter().copied().collect::<Moments>().mean();
    let by_day: Moments = gains.iter().map(mean).collect();
    let span = gains.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let spans = (months as f64 / span as f64).max(1.0);
    let se = if by_month.count() > 1 { by_month.se() } else { 0.0 };
    let between = if by_day.count() > 1 { by_day.sd() / spans.sqrt() } else { 0.0 };
    (months, se.max(between))
}

fn mean(losses: impl Iterator<Item = Loss>) -> Loss {
    let (mut crps, mut pinball, mut absolute) =
        (Moments::default(), Moments::default(), Moments::default());
    for loss in losses {
        crps.add(loss.crps);
        pinball.add(loss.pinball);
        absolute.add(loss.absolute);
    }
    Loss { crps: crps.mean(), pinball: pinball.mean(), absolute: absolute.mean() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} {b}");
    }

    #[test]
    fn one_day_has_the_error_of_its_months() {
        let (months, se) = error(&[vec![1.0, 3.0, 5.0]]);
        assert_eq!(months, 3);
        close(se, 2.0 / 3.0_f64.sqrt());
    }

    /// Two days with the same months say no more than one of them would.
    #[test]
    fn a_month_foretold_twice_counts_once() {
        let (months, se) = error(&[vec![1.0, 3.0, 5.0], vec![3.0, 5.0, 1.0]]);
        assert_eq!(months, 4);
        let by_month: Moments = [1.0, 3.0, 5.0, 1.0].into_iter().collect();
        close(se, by_month.se());
    }

    #[test]
    fn days_that_differ_more_than_months_set_the_error() {
        let (_, se) = error(&[vec![1.0, 1.0], vec![5.0, 5.0], vec![9.0, 9.0]]);
        // Five months in two and a half spans of two.
        close(se, 4.0 / 2.0_f64.sqrt());
        assert!(error(&[vec![2.0]]).1.abs() < 1e-12);
    }
}
