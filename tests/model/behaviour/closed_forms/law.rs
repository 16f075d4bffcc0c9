//! Mean and variance of what can be solved.

use std::ops::Add;

/// Mean and variance of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Law {
    pub mean: f64,
    pub variance: f64,
}

impl Law {
    /// What cannot be otherwise.
    pub const fn sure(value: f64) -> Self {
        Self { mean: value, variance: 0.0 }
    }

    /// A Poisson number.
    pub fn poisson(mean: f64) -> Self {
        Self { mean, variance: mean }
    }

    /// Successes among `n` tries of chance `p`.
    pub fn binomial(n: f64, p: f64) -> Self {
        Self { mean: n * p, variance: n * p * (1.0 - p) }
    }

    /// Of values with these weights, which add up to 1.
    pub fn of(values: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let (mut mean, mut square) = (0.0, 0.0);
        for (value, weight) in values {
            mean += weight * value;
            square += weight * value * value;
        }
        Self { mean, variance: square - mean * mean }
    }

    /// A multiple.
    pub fn times(self, factor: f64) -> Self {
        Self { mean: self.mean * factor, variance: self.variance * factor * factor }
    }

    /// The sum of `n` independent figures like this one.
    pub fn copies(self, n: f64) -> Self {
        Self { mean: self.mean * n, variance: self.variance * n }
    }

    /// The sum of so many independent values of this mean and coefficient of
    /// variation: the variance of a random sum.
    pub fn each_worth(self, mean: f64, cv: f64) -> Self {
        let variance = self.mean * (mean * cv).powi(2) + self.variance * mean * mean;
        Self { mean: self.mean * mean, variance }
    }
}

/// Of independent figures.
impl Add for Law {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { mean: self.mean + other.mean, variance: self.variance + other.variance }
    }
}

impl std::iter::Sum for Law {
    fn sum<I: Iterator<Item = Self>>(laws: I) -> Self {
        laws.fold(Self::sure(0.0), Add::add)
    }
}

/// Chances of 0, 1, 2 … up to where they are nothing.
pub fn poisson_chances(mean: f64) -> Vec<f64> {
    let most = (mean + 12.0 * mean.sqrt() + 30.0) as usize;
    let mut chances = vec![(-mean).exp()];
    for count in 1..most {
        chances.push(chances[count - 1] * mean / count as f64);
    }
    chances
}

/// Chances of 0 to `n` successes.
pub fn binomial_chances(n: usize, p: f64) -> Vec<f64> {
    let mut chances = vec![1.0];
    for tries in 1..=n {
        let of = |count: usize| chances.get(count).copied().unwrap_or(0.0);
        let after = |count: usize| {
            of(count) * (1.0 - p) + count.checked_sub(1).map_or(0.0, |fewer| of(fewer) * p)
        };
        chances = (0..=tries).map(after).collect();
    }
    chances
}

/// The probability whose odds are those of `p` times `factor`.
pub fn at_odds(p: f64, factor: f64) -> f64 {
    let odds = p / (1.0 - p) * factor;
    odds / (1.0 + odds)
}

/// The chance in one of `parts` that adds up to `p`.
pub fn part_of(p: f64, parts: f64) -> f64 {
    1.0 - (1.0 - p).powf(1.0 / parts)
}
