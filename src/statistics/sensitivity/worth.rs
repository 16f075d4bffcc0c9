//! What it is worth to know some unknowns before choosing between two options.
//!
//! The expected value of partial perfect information, from runs at hand by
//! regression (Strong, Oakley and Brennan 2014, Medical Decision Making 34 (3)):
//! who knows the unknowns takes the option that is better on average where they
//! lie; who does not takes the one that is better on average over all.

use libm::erfc;

use super::WITHIN_95;
use super::additive::Additive;
use crate::statistics::{Interval, Moments};

/// A worth that is so small beside the error of the mean gap is none.
const DUST: f64 = 1e-3;

/// What knowing is worth, at most: what is found out may still be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Worth {
    /// In the unit of the gap; 0 or more, noise taken off.
    pub value: f64,
    /// Its standard error.
    pub se: f64,
    /// What noise would add on average, and was taken off: a curve that wavers
    /// around zero seems to be worth something. Below 0 where the blind choice, whose
    /// mean wavers as well, gains more by noise.
    pub bias: f64,
    /// The share of the variance of the gap that the curves behind it explain; with
    /// several unknowns, less than what they do explain where three act only together.
    pub explained: f64,
}

impl Worth {
    /// Between these ends the true value lies with a confidence of 95 %.
    #[must_use]
    pub fn interval(&self) -> Interval {
        let reach = WITHIN_95 * self.se;
        Interval { low: Some((self.value - reach).max(0.0)), high: Some(self.value + reach) }
    }
}

/// What it is worth to know the unknowns with the values `xs`, all of them at once,
/// before choosing between two options that differ by `gap`, run by run.
///
/// Where the mean gap is no larger than its own error, about half of what noise
/// gains the blind choice stays: the worth then is a little low, by less than its
/// error.
///
/// Of several unknowns, what two do together is looked for among all pairs; a worth
/// that lies in what only three or more do together is not seen.
#[must_use]
pub fn worth_knowing(xs: &[&[f64]], gap: &[f64]) -> Worth {
    if xs.is_empty() || gap.len() < 2 {
        return Worth::default();
    }
    let known = Additive::fit(xs, gap);
    let all: Moments = gap.iter().copied().collect();
    let without = if all.mean() > 0.0 { 1.0 } else { 0.0 };
    // The gain of the choice that knows over the one that does not: the gap where it
    // takes the second option instead of the first, its loss the other way round.
    let changes = |mean: f64| if mean > 0.0 { 1.0 - without } else { -without };
    let gains: Moments = known.mean.iter().map(|mean| mean * changes(*mean)).collect();
    let noise: Moments = (known.mean.iter().zip(&known.variance))
        .map(|(mean, variance)| above_zero(*mean, variance.sqrt()) - mean.max(0.0))
        .collect();
    let of_mean = above_zero(all.mean(), all.se()) - all.mean().max(0.0);
    // The errors are those of the gap itself where the choice changes.
    let spread: Moments =
        known.mean.iter().zip(gap).map(|(mean, gap)| gap * changes(*mean)).collect();
    let plain = gains.mean().max(0.0);
    let bias = (noise.mean() - of_mean).min(plain);
    // A choice that changes in hardly any run leaves no spread to measure; what the
    // curve's own error might make of it still is one.
    let se = spread.se().hypot(noise.mean());
    // What is left of sums that cancel is no worth.
    if plain.max(se) <= DUST * all.se() {
        return Worth { explained: known.explained, ..Worth::default() };
    }
    Worth { value: plain - bias, se, bias, explained: known.explained }
}

/// The mean of a normal quantity where it is above zero, counted as zero elsewhere.
fn above_zero(mean: f64, sd: f64) -> f64 {
    if sd <= 0.0 {
        return mean.max(0.0);
    }
    let z = mean / sd;
    let density = (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    mean * 0.5 * erfc(-z * std::f64::consts::FRAC_1_SQRT_2) + sd * density
}
