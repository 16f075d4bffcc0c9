//! Conversion and waiting, with cases that are still open.
//!
//! [`Ages`] counts the cases, [`Law`] says what may become of them, [`Shape`]
//! which laws are tried; [`Closing::fit`] chooses one and draws from its
//! posterior. [`recorded`] is the product-limit curve beside which a fitted one
//! is shown.

mod ages;
mod law;
pub mod recorded;
mod shape;

pub use ages::{Ages, DAYS_A_MONTH, Fate};
pub use law::{Course, Kind, Law};
pub use shape::Shape;

use super::posterior;

/// A fitted law of closing.
#[derive(Debug, Clone)]
pub struct Closing {
    /// What it was fitted to.
    pub ages: Ages,
    /// Which form was chosen.
    pub shape: Shape,
    /// The most likely law.
    pub law: Law,
    /// Laws drawn from the posterior.
    pub draws: Vec<Law>,
    /// Log-likelihood and Bayesian information criterion of every form tried.
    pub tried: Vec<Tried>,
}

/// A form that was tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// Which.
    pub shape: Shape,
    /// Highest log posterior density found.
    pub height: f64,
    /// Bayesian information criterion: the lower the better.
    pub criterion: f64,
}

/// A form with more parameters must be better by this much: strong evidence in
/// the scale of Kass and Raftery (1995, JASA 90).
const CLEARLY: f64 = 6.0;

impl Closing {
    /// Fits the law of closing. `name` is the place of its chance.
    #[must_use]
    pub fn fit(ages: Ages, shapes: &[Shape], name: &str) -> Self {
        let size = (ages.wins() + ages.losses()).max(2.0).ln();
        let modes: Vec<_> = shapes
            .iter()
            .map(|shape| {
                let density = |at: &[f64]| shape.log_posterior(at, &ages);
                posterior::mode(density, &shape.start(&ages))
            })
            .collect();
        let tried: Vec<Tried> = shapes
            .iter()
            .zip(&modes)
            .map(|(shape, mode)| Tried {
                shape: shape.clone(),
                height: mode.height,
                criterion: size * shape.parameters() as f64 - 2.0 * mode.height,
            })
            .collect();
        let mut best = 0;
        for at in 1..tried.len() {
            let asks = tried[at].shape.parameters() > tried[best].shape.parameters();
            let gain = tried[best].criterion - tried[at].criterion;
            if gain > if asks { CLEARLY } else { 0.0 } {
                best = at;
            }
        }
        let (shape, mode) = (shapes[best].clone(), &modes[best]);
        let density = |at: &[f64]| shape.log_posterior(at, &ages);
        let draws = posterior::sample(density, mode, name);
        let draws = draws.iter().map(|at| shape.law(at)).collect();
        Self { law: shape.law(&mode.at), ages, shape, draws, tried }
    }

    /// P5, P50 and P95 of what a law says.
    #[must_use]
    pub fn interval(&self, of: impl Fn(&Law) -> f64) -> [f64; 3] {
        posterior::interval(&self.draws.iter().map(of).collect::<Vec<_>>())
    }

    /// Mean months in a waiting room of a kind, beyond the first step.
    #[must_use]
    pub fn wait_months(&self, kind: usize) -> [f64; 3] {
        let steps = self.ages.steps as f64;
        self.interval(|law| (1.0 / law.kinds[kind].leave - 1.0) / steps)
    }

    /// Mean months from the start of a case until it is won, over all that will be.
    #[must_use]
    pub fn months_to_win(&self) -> [f64; 3] {
        let steps = self.ages.steps as f64;
        self.interval(|law| {
            let months = law.kinds.iter().map(|kind| kind.won * kind.mean_steps());
            months.sum::<f64>() / law.won() / steps
        })
    }

    /// Share of all cases that are of a kind.
    #[must_use]
    pub fn share(&self, kind: usize) -> [f64; 3] {
        self.interval(|law| law.kinds[kind].closing() / law.closing())
    }
}
