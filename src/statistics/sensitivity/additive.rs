//! The mean of a result as a sum of smooth curves, one an unknown, of products of
//! the strongest of them, and of what pairs do only together.
//!
//! Unknowns that go along with each other are told apart by straight lines over all
//! of them at once; the curves are then fitted one after the other to what the rest
//! leaves, again and again until nothing moves.

use super::lines::Lines;
use super::noise::noise_over;
use super::pairs::{self, Surface};
use super::scores::Scores;
use super::smooth::{Bending, Smooth};

/// Unknowns that noise would outdo so often are left out of a sum of several: each
/// would add nothing but noise of its own.
const UNLIKELY: f64 = 0.05;
/// A product of two curves must be less likely than that, for there are many; so must
/// a line beside all others where the unknown alone shows nothing.
const UNLIKELY_PRODUCT: f64 = 0.005;
/// Passes over all curves, at most; and the part of the spread of the results that
/// is too small a change to go on for. Curves of unknowns that hardly move apart
/// approach their places in small steps.
const PASSES: usize = 100;
const STILL: f64 = 1e-4;
/// The strongest curves are multiplied with each other.
const STRONGEST: usize = 6;

/// A sum of curves, run by run.
#[derive(Debug, Clone)]
pub struct Additive {
    /// The mean result that each run's unknowns let expect.
    pub mean: Vec<f64>,
    /// The variance of that estimate.
    pub variance: Vec<f64>,
    /// The share of the variance of the results that it explains, from 0 to 1.
    pub explained: f64,
}

/// One unknown's part of the sum.
struct Part<'a> {
    scores: &'a Scores,
    /// What it adds, run by run; 0 on average.
    adds: Vec<f64>,
    variance: Vec<f64>,
    strength: f64,
}

impl Additive {
    /// Of the results `y` over the values of some unknowns.
    #[must_use]
    pub fn fit(xs: &[&[f64]], y: &[f64]) -> Self {
        let centre = y.iter().sum::<f64>() / y.len() as f64;
        let mut left: Vec<f64> = y.iter().map(|y| y - centre).collect();
        let spread = (left.iter().map(|y| y * y).sum::<f64>() / y.len() as f64).sqrt();
        let scores: Vec<Scores> = xs.iter().map(|x| Scores::new(x)).collect();
        let matter: Vec<&Scores> = matter(&scores, &left);
        let mut mean = vec![centre; y.len()];
        if matter.len() > 1
            && let Some(lines) = Lines::fit(&matter, &left)
        {
            lines.take(&matter, &mut left, &mut mean);
        }
        let mut parts: Vec<Part<'_>> = matter.into_iter().map(Part::new).collect();
        for _ in 0..PASSES {
            let changes = parts.iter_mut().map(|part| part.refit(&mut left));
            let largest = changes.fold(0.0, f64::max);
            if parts.len() < 2 || largest <= STILL * spread {
                break;
            }
        }
        let mut sum = Self { mean, variance: vec![0.0; y.len()], explained: 0.0 };
        // What is known of the mean itself counts once, not in every curve. Each curve has a
        // straight line in it, and its variance that of the line.
        let of_mean = spread * spread / y.len() as f64;
        for (i, variance) in sum.variance.iter_mut().enumerate() {
            sum.mean[i] += parts.iter().map(|part| part.adds[i]).sum::<f64>();
            *variance = of_mean
                + parts.iter().map(|part| (part.variance[i] - of_mean).max(0.0)).sum::<f64>();
        }
        sum.multiply(&mut parts, &mut left);
        for (first, second) in pairs::find(&scores, &left, UNLIKELY_PRODUCT) {
            sum.join(&scores[first], &scores[second], &mut left);
        }
        if spread > 0.0 {
            let rest = left.iter().map(|left| left * left).sum::<f64>() / y.len() as f64;
            sum.explained = (1.0 - rest / (spread * spread)).clamp(0.0, 1.0);
        }
        sum
    }

    /// Adds what two unknowns do only together.
    fn join(&mut self, first: &Scores, second: &Scores, left: &mut [f64]) {
        let surface = Surface::fit(first, second, left);
        for (i, (adds, variance)) in surface.adds.iter().zip(&surface.variance).enumerate() {
            left[i] -= adds;
            self.mean[i] += adds;
            self.variance[i] += variance;
        }
    }

    /// Adds the products of the strongest parts that explain some of what is left.
    fn multiply(&mut self, parts: &mut [Part<'_>], left: &mut [f64]) {
        parts.sort_by(|a, b| b.strength.total_cmp(&a.strength));
        let strongest = &parts[..parts.len().min(STRONGEST)];
        for (i, first) in strongest.iter().enumerate() {
            for second in &strongest[i + 1..] {
                let product: Vec<f64> =
                    first.adds.iter().zip(&second.adds).map(|(a, b)| a * b).collect();
                self.take(&product, left);
            }
        }
    }

    /// Adds a straight effect of `x` on what is left, where there is one.
    fn take(&mut self, x: &[f64], left: &mut [f64]) {
        let runs = x.len() as f64;
        let centre = x.iter().sum::<f64>() / runs;
        let squares: f64 = x.iter().map(|x| (x - centre).powi(2)).sum();
        let slope = x.iter().zip(&*left).map(|(x, y)| (x - centre) * y).sum::<f64>() / squares;
        let all: f64 = left.iter().map(|y| y * y).sum();
        let error = (all - slope * slope * squares).max(0.0) / runs / squares;
        // What does not vary has no slope.
        let unlikely = libm::erfc((slope * slope / error / 2.0).sqrt());
        if unlikely.is_nan() || unlikely >= UNLIKELY_PRODUCT {
            return;
        }
        for (i, x) in x.iter().enumerate() {
            let adds = slope * (x - centre);
            left[i] -= adds;
            self.mean[i] += adds;
            self.variance[i] += error * (x - centre).powi(2);
        }
    }
}

/// The unknowns that seem to do something: alone, or beside all others.
fn matter<'a>(scores: &'a [Scores], y: &[f64]) -> Vec<&'a Scores> {
    if let [one] = scores {
        return vec![one];
    }
    let all: Vec<&Scores> = scores.iter().collect();
    let lines = Lines::fit(&all, y).unwrap_or_default();
    let beside = |place: usize| lines.chances.get(place).is_some_and(|&one| one < UNLIKELY_PRODUCT);
    let matters =
        |(place, scores): &(usize, &Scores)| beside(*place) || noise_over(scores, y) < UNLIKELY;
    all.into_iter().enumerate().filter(matters).map(|(_, scores)| scores).collect()
}

impl<'a> Part<'a> {
    fn new(scores: &'a Scores) -> Self {
        let none = vec![0.0; scores.bin.len()];
        Self { scores, adds: none.clone(), variance: none, strength: 0.0 }
    }

    /// Fits the curve to what the other parts leave, and answers with the largest
    /// typical change of what it adds.
    fn refit(&mut self, left: &mut [f64]) -> f64 {
        for (left, adds) in left.iter_mut().zip(&self.adds) {
            *left += adds;
        }
        let curve = Smooth::fit(self.scores, left, Bending::Priced);
        let at_bins: Vec<(f64, f64)> =
            self.scores.score.iter().map(|score| curve.at(*score)).collect();
        let centre = at_bins
            .iter()
            .zip(&self.scores.runs)
            .map(|((value, _), runs)| value * runs)
            .sum::<f64>()
            / left.len() as f64;
        let (mut change, mut strength) = (0.0, 0.0);
        for (i, bin) in self.scores.bin.iter().enumerate() {
            let (value, variance) = at_bins[*bin as usize];
            let adds = value - centre;
            change += (adds - self.adds[i]).powi(2);
            strength += adds * adds;
            self.adds[i] = adds;
            self.variance[i] = variance;
            left[i] -= adds;
        }
        self.strength = strength;
        (change / left.len() as f64).sqrt()
    }
}
