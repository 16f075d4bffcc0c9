//! Demand month by month from the end of the records on: from the mood that the
//! market is in then, not from its mean.

use crate::fit::posterior;
use crate::random::Stream;

/// One belief about the months to come.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahead {
    /// Logarithm of the cases a month in the last month, mood and season apart.
    pub level: f64,
    /// What the market's shocks add to it in that month.
    pub mood: f64,
    /// Yearly growth, log.
    pub drift: f64,
    /// Yearly sd of the shocks.
    pub volatility: f64,
    /// Month-to-month memory, 0 to 1.
    pub persistence: f64,
    /// What each calendar month adds, January first; empty where that is not known.
    pub seasons: Vec<f64>,
}

impl Ahead {
    /// Cases to expect a month of average length, for so many months after the last
    /// one, which is month `last` of the calendar (January is 0); shocks are drawn.
    #[must_use]
    pub fn expected(&self, last: usize, months: usize, stream: &mut Stream) -> Vec<f64> {
        let shock = self.volatility / 12.0_f64.sqrt();
        let mut mood = self.mood;
        (1..=months)
            .map(|month| {
                mood = self.persistence * mood + shock * posterior::score(stream);
                let season = match self.seasons.len() {
                    0 => 0.0,
                    all => self.seasons[(last + month) % all],
                };
                (self.level + self.drift * month as f64 / 12.0 + mood + season).exp()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Luck, Place};
    use crate::statistics::Moments;

    #[test]
    fn a_mood_fades_and_shocks_widen_what_is_expected() {
        let ahead = Ahead {
            level: 5.0,
            mood: 0.4,
            drift: 0.12,
            volatility: 0.3,
            persistence: 0.8,
            seasons: (0..12).map(|month| if month == 1 { 0.5 } else { 0.0 }).collect(),
        };
        let mut months = [Moments::default(); 3];
        for run in 0..4000 {
            let mut stream = Luck::new(1, run).at(Place::new("test")).step(0);
            // December is the last one known.
            let cases = ahead.expected(11, 3, &mut stream);
            months.iter_mut().zip(cases).for_each(|(all, cases)| all.add(cases.ln()));
        }
        let expected = [5.0 + 0.01 + 0.32, 5.0 + 0.02 + 0.256 + 0.5, 5.0 + 0.03 + 0.2048];
        for (month, expected) in months.iter().zip(expected) {
            assert!(
                (month.mean() - expected).abs() < 4.0 * month.se(),
                "{} {expected}",
                month.mean()
            );
        }
        let shock: f64 = 0.3 * 0.3 / 12.0;
        let sd = [shock.sqrt(), (shock * 1.64).sqrt(), (shock * (1.64 * 0.64 + 1.0)).sqrt()];
        for (month, sd) in months.iter().zip(sd) {
            assert!((month.sd() / sd - 1.0).abs() < 0.06, "{} {sd}", month.sd());
        }
    }
}
