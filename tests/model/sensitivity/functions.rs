//! Functions of uniform numbers whose shares of variance are known.

use std::f64::consts::PI;

use orgodds::monte_carlo::Model;
use orgodds::random::{Luck, Place};
use statrs::distribution::{ContinuousCDF, Normal};

/// A function of uniform numbers, and of noise.
pub struct Function {
    pub name: &'static str,
    pub of: fn(&[f64]) -> f64,
    /// Standard deviation of noise that is added.
    pub noise: f64,
    /// First-order and total shares, noise not counted.
    pub first: Vec<f64>,
    pub total: Vec<f64>,
    /// Variance without noise.
    pub variance: f64,
}

impl Function {
    /// The share of the variance that is noise.
    pub fn chance(&self) -> f64 {
        self.noise.powi(2) / (self.variance + self.noise.powi(2))
    }

    /// First-order shares of the variance, noise counted.
    pub fn first_order(&self) -> impl Iterator<Item = f64> {
        self.first.iter().map(|share| share * (1.0 - self.chance()))
    }

    pub fn with_noise(self, noise: f64) -> Self {
        Self { noise, ..self }
    }

    /// Columns of the unknowns, and the result, of so many runs.
    pub fn runs(&self, seed: u64, runs: usize) -> (Vec<Vec<f64>>, Vec<f64>) {
        let place = Place::new(self.name);
        let mut columns = vec![Vec::with_capacity(runs); self.first.len()];
        let mut results = Vec::with_capacity(runs);
        for run in 0..runs as u64 {
            let luck = Luck::new(seed, run);
            let mut stream = luck.at(place).step(0);
            let point: Vec<f64> = columns.iter().map(|_| stream.uniform()).collect();
            results.push(self.play(&mut (), &point, luck));
            for (column, x) in columns.iter_mut().zip(point) {
                column.push(x);
            }
        }
        (columns, results)
    }
}

impl Model for Function {
    type Player = ();

    fn player(&self) {}

    fn unknowns(&self) -> usize {
        self.first.len()
    }

    fn play(&self, (): &mut (), uniforms: &[f64], luck: Luck) -> f64 {
        let mut stream = luck.at(Place::new("noise")).step(0);
        (self.of)(uniforms) + self.noise * score(stream.uniform())
    }
}

/// The standard normal value with this probability below it.
pub fn score(u: f64) -> f64 {
    Normal::standard().inverse_cdf(u)
}

/// Ishigami and Homma 1990: sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ from −π to π. The
/// third acts only together with the first.
pub fn ishigami() -> Function {
    let of = |u: &[f64]| {
        let x = |i: usize| 2.0 * PI * u[i] - PI;
        x(0).sin() + 7.0 * x(1).sin().powi(2) + 0.1 * x(2).powi(4) * x(0).sin()
    };
    let (a, b) = (7.0_f64, 0.1_f64);
    let first = 0.5 * (1.0 + b * PI.powi(4) / 5.0).powi(2);
    let second = a * a / 8.0;
    let both = b * b * PI.powi(8) * (1.0 / 18.0 - 1.0 / 50.0);
    let variance = first + second + both;
    Function {
        name: "Ishigami",
        of,
        noise: 0.0,
        first: [first, second, 0.0].map(|part| part / variance).to_vec(),
        total: [first + both, second, both].map(|part| part / variance).to_vec(),
        variance,
    }
}

const G: [f64; 8] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];

/// Sobol' 1993: the product of (|4xᵢ − 2| + aᵢ)/(1 + aᵢ).
pub fn sobol_g() -> Function {
    let of =
        |u: &[f64]| u.iter().zip(G).map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product();
    let own = G.map(|a| 1.0 / 3.0 / (1.0 + a).powi(2));
    let all: f64 = own.iter().map(|own| 1.0 + own).product();
    let variance = all - 1.0;
    Function {
        name: "Sobol' g",
        of,
        noise: 0.0,
        first: own.iter().map(|own| own / variance).collect(),
        total: own.iter().map(|own| own * all / (1.0 + own) / variance).collect(),
        variance,
    }
}

const SLOPES: [f64; 6] = [4.0, 3.0, 2.0, 1.0, 0.5, 0.0];

/// A sum of normal quantities; the last does nothing.
pub fn linear() -> Function {
    let of = |u: &[f64]| u.iter().zip(SLOPES).map(|(u, slope)| slope * score(*u)).sum();
    let variance: f64 = SLOPES.iter().map(|slope| slope * slope).sum();
    let shares: Vec<f64> = SLOPES.iter().map(|slope| slope * slope / variance).collect();
    Function { name: "linear", of, noise: 0.0, first: shares.clone(), total: shares, variance }
}

/// A product of log-normal quantities, as sales are: a long tail.
pub fn product() -> Function {
    const SPREADS: [f64; 4] = [0.5, 0.3, 0.2, 0.0];
    let of = |u: &[f64]| u.iter().zip(SPREADS).map(|(u, sd)| (sd * score(*u)).exp()).product();
    let mean: f64 = SPREADS.iter().map(|sd| (sd * sd / 2.0).exp()).product();
    let own = SPREADS.map(|sd| (sd * sd).exp_m1());
    let all: f64 = own.iter().map(|own| 1.0 + own).product();
    Function {
        name: "product",
        of,
        noise: 0.0,
        first: own.iter().map(|own| own / (all - 1.0)).collect(),
        total: own.iter().map(|own| own * all / (1.0 + own) / (all - 1.0)).collect(),
        variance: mean * mean * (all - 1.0),
    }
}

/// Columns of independent standard normal numbers.
pub fn normals<const N: usize>(seed: u64, runs: usize) -> [Vec<f64>; N] {
    let place = Place::new("normals");
    let mut columns = std::array::from_fn(|_| Vec::with_capacity(runs));
    for run in 0..runs as u64 {
        let mut stream = Luck::new(seed, run).at(place).step(0);
        for column in &mut columns {
            column.push(score(stream.uniform()));
        }
    }
    columns
}

/// Two columns of standard normal numbers with this correlation.
pub fn correlated(seed: u64, runs: usize, rho: f64) -> (Vec<f64>, Vec<f64>) {
    let [a, other] = normals(seed, runs);
    let b = a.iter().zip(&other).map(|(a, z)| rho * a + (1.0 - rho * rho).sqrt() * z).collect();
    (a, b)
}
