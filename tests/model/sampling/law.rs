//! A sample of counts against exact probabilities.

use std::collections::HashMap;

use orgodds::random::Stream;

use super::check::{chi_square, rare_total, stream};

/// A law over counts: the ends of what a sample can hold, a likely count and
/// the logarithm of its probability, and p(k + 1)/p(k).
pub struct Law<R: Fn(f64) -> f64> {
    pub low: u64,
    pub high: u64,
    pub likely: u64,
    pub ln_chance: f64,
    pub ratio: R,
}

impl<R: Fn(f64) -> f64> Law<R> {
    /// Every count and its probability, in order.
    fn chances(&self) -> Vec<(u64, f64)> {
        let start = self.ln_chance.exp();
        let mut chances = vec![(self.likely, start)];
        let mut chance = start;
        for k in (self.low..self.likely).rev() {
            chance /= (self.ratio)(k as f64);
            chances.push((k, chance));
        }
        chances.reverse();
        chance = start;
        for k in self.likely..self.high {
            chance *= (self.ratio)(k as f64);
            chances.push((k + 1, chance));
        }
        chances
    }

    /// Tests a sample twice: in about fifty cells, which sees a shift or a wrong
    /// spread best, and in as fine ones as the sample allows.
    #[track_caller]
    pub fn test(&self, sample: &[u64], what: &str) {
        let mut seen: HashMap<u64, f64> = HashMap::new();
        for &count in sample {
            *seen.entry(count.clamp(self.low, self.high)).or_default() += 1.0;
        }
        let cells: Vec<(f64, f64)> = (self.chances().iter())
            .map(|(k, chance)| (seen.get(k).copied().unwrap_or(0.0), chance * sample.len() as f64))
            .collect();
        if self.ln_chance < -0.1 {
            chi_square(&cells, sample.len() as f64 / 50.0, &format!("{what}, coarse"));
        }
        chi_square(&cells, 20.0, &format!("{what}, fine"));
    }
}

/// Draws two million times and looks at both tails that some ten of them reach.
#[track_caller]
pub fn test_far_tails<R: Fn(f64) -> f64>(
    law: &Law<R>,
    name: &str,
    draw: impl Fn(&mut Stream) -> u64,
) {
    let draws = 2_000_000;
    let mut stream = stream(name);
    let sample: Vec<u64> = (0..draws).map(|_| draw(&mut stream)).collect();
    let chances = law.chances();
    let beyond = |outside_in: &mut dyn Iterator<Item = &(u64, f64)>,
                  counts: &dyn Fn(u64, u64) -> bool| {
        let mut expected = 0.0;
        for &(k, chance) in outside_in {
            expected += chance * f64::from(draws);
            if expected > 12.0 {
                let seen = sample.iter().filter(|&&count| counts(count, k)).count();
                return rare_total(seen as u64, expected, &format!("{name}, from {k} outward"));
            }
        }
    };
    beyond(&mut chances.iter().rev(), &|count, k| count >= k);
    if chances[0].1 * f64::from(draws) < 12.0 {
        beyond(&mut chances.iter(), &|count, k| count <= k);
    }
}
