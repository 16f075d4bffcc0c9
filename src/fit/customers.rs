//! How often customers order again, and when they stop.
//!
//! A customer orders at random times at a rate of his own until he leaves, which
//! nobody sees. Rates vary between customers as a gamma law, time until leaving
//! is exponential: the model of Schmittlein, Morrison and Colombo (1987,
//! Management Science 33), here with one leaving rate for all as the engine has
//! it. The rate is integrated exactly, the unseen day of leaving by quadrature.

use libm::lgamma;

use crate::fit::posterior;

/// What is recorded of one customer, in years since the first deal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct History {
    /// Orders after the first deal.
    pub orders: f64,
    /// Time of the last of them; 0 without.
    pub last: f64,
    /// Time under observation.
    pub seen: f64,
}

/// What is believed about customers, draw by draw.
#[derive(Debug, Clone)]
pub struct Lifetimes {
    /// Customers that it rests on.
    pub customers: usize,
    /// Orders a year of an active customer.
    pub orders: Vec<f64>,
    /// Chance to leave within a year.
    pub churn: Vec<f64>,
    /// How many of them are still active, on average.
    pub active: f64,
}

/// Mean and sd of the logarithms of orders a year, of the gamma's shape, and of
/// the rate of leaving a year, before anything is known: wide.
const BEFORE: [(f64, f64); 3] = [(0.0, 1.5), (1.0, 2.5), (-1.6, 1.0)];
/// Of more histories every so many-th is taken, so that about this many are left.
const MOST: usize = 20_000;

/// Gauss-Legendre on 0 to 1, ten points: places and weights.
const LEGENDRE: [(f64, f64); 10] = [
    (0.013_046_735_741_414, 0.033_335_672_154_344),
    (0.067_468_316_655_508, 0.074_725_674_575_290),
    (0.160_295_215_850_488, 0.109_543_181_257_991),
    (0.283_302_302_935_376, 0.134_633_359_654_998),
    (0.425_562_830_509_184, 0.147_762_112_357_376),
    (0.574_437_169_490_816, 0.147_762_112_357_376),
    (0.716_697_697_064_624, 0.134_633_359_654_998),
    (0.839_704_784_149_512, 0.109_543_181_257_991),
    (0.932_531_683_344_492, 0.074_725_674_575_290),
    (0.986_953_264_258_586, 0.033_335_672_154_344),
];

/// Rate of orders (mean and shape of the gamma) and of leaving.
#[derive(Debug, Clone, Copy)]
struct Rates {
    mean: f64,
    shape: f64,
    leaving: f64,
}

impl Rates {
    fn new(logarithms: &[f64]) -> Self {
        let [mean, shape, leaving] = [0, 1, 2].map(|i| logarithms[i].exp());
        Self { mean, shape, leaving }
    }

    /// Chance of the history and of being there still, and of having left, both
    /// over the same factor, whose logarithm comes last.
    fn parts(&self, history: &History) -> (f64, f64, f64) {
        let scale = self.shape / self.mean;
        let power = self.shape + history.orders;
        let log_factor = lgamma(power) - lgamma(self.shape) + self.shape * scale.ln()
            - power * (scale + history.last).ln();
        let fall = |time: f64| {
            let of_orders = -power * ((scale + time) / (scale + history.last)).ln();
            (of_orders - self.leaving * time).exp()
        };
        let there = fall(history.seen);
        // Close to the last order most happens: places are even on a logarithmic scale.
        let gap = history.seen - history.last;
        let near = 1.0 / (power / (scale + history.last) + self.leaving);
        let stretch = (gap / near).ln_1p();
        let left = LEGENDRE.iter().map(|(at, weight)| {
            let grown = (at * stretch).exp();
            let time = history.last + near * (grown - 1.0);
            weight * near * stretch * grown * self.leaving * fall(time)
        });
        (there, left.sum(), log_factor)
    }
}

/// Fits the customers' law; none where there is no customer.
#[must_use]
pub fn fit(histories: &[History]) -> Option<Lifetimes> {
    if histories.is_empty() {
        return None;
    }
    let every = histories.len().div_ceil(MOST);
    let used: Vec<&History> = histories.iter().step_by(every).collect();
    let density = |at: &[f64]| {
        let rates = Rates::new(at);
        let of_histories: f64 = used
            .iter()
            .map(|history| {
                let (there, left, log_factor) = rates.parts(history);
                (there + left).max(1e-300).ln() + log_factor
            })
            .sum();
        let before = at.iter().zip(BEFORE).map(|(x, (mean, sd))| ((x - mean) / sd).powi(2) / 2.0);
        of_histories - before.sum::<f64>()
    };
    let orders: f64 = used.iter().map(|history| history.orders).sum();
    let years: f64 = used.iter().map(|history| history.seen).sum();
    let start = [((orders + 0.5) / (years + 0.5)).ln() + 0.2, 0.5, -1.2];
    let mode = posterior::mode(density, &start);
    let draws = posterior::laplace(density, &mode, "fit/customers");
    let rates = Rates::new(&mode.at);
    let active = |history: &History| {
        let (there, left, _) = rates.parts(history);
        there / (there + left)
    };
    Some(Lifetimes {
        customers: histories.len(),
        orders: draws.iter().map(|at| at[0].exp()).collect(),
        churn: draws.iter().map(|at| -(-at[2].exp()).exp_m1()).collect(),
        active: histories.iter().map(active).sum(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With one rate for all the chance is known in closed form (Schmittlein et
    /// al., equation 9): a narrow gamma must come close to it.
    #[test]
    fn a_narrow_gamma_gives_the_closed_form_of_one_rate() {
        let (rate, leaving): (f64, f64) = (3.0, 0.4);
        let history = History { orders: 5.0, last: 1.2, seen: 2.0 };
        let both = rate + leaving;
        let closed = rate.powi(5)
            * (leaving / both * (-both * 1.2).exp() + rate / both * (-both * 2.0).exp());
        let rates = Rates { mean: rate, shape: 1e6, leaving };
        let (there, left, log_factor) = rates.parts(&history);
        let found = (there + left) * log_factor.exp();
        assert!((found / closed - 1.0).abs() < 1e-4, "{found} {closed}");
        assert!(
            (there * log_factor.exp() / (rate.powi(5) * (-both * 2.0).exp()) - 1.0).abs() < 1e-4
        );
    }
}
