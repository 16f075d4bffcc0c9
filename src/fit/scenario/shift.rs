//! What is written otherwise than it was fitted, so that the scenario, when it is
//! played, gives back what is on record.

use crate::distribution::normal::{logistic, logit};
use crate::fit::{Figure, Fitted};

/// Shares won and waits are those of the company as it works: what it loses where
/// leads and deals wait for it is in them already. The engine takes such losses off
/// once more, so chances are raised by as much.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// Added to the log odds that a lead qualifies, by kind.
    pub qualify: Vec<f64>,
    /// Added to the log odds of the last pass, by kind.
    pub pass: Vec<f64>,
    /// Factor on the monthly losses of what waits for us, 0 to 1: where chances are
    /// at their end, the records leave no room for such losses.
    pub stale: f64,
    /// Customers at the start of the warm-up, by kind, so that counting starts with
    /// those on record; none where they are written as they are.
    pub initial: Option<Vec<f64>>,
    /// Share of the cases won as fitted, and as played with all this: 0 to 1; none
    /// where nothing was played.
    pub shares: Option<[f64; 2]>,
}

impl Shift {
    /// Everything as it was fitted.
    #[must_use]
    pub fn none(fitted: &Fitted) -> Self {
        let kinds = fitted.kinds.len();
        let none = vec![0.0; kinds];
        Self { qualify: none.clone(), pass: none, stale: 1.0, initial: None, shares: None }
    }

    /// Factor on the odds of passing, at least and at most.
    #[must_use]
    pub fn odds(&self) -> [f64; 2] {
        let all = self.qualify.iter().chain(&self.pass);
        let ends = all.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], shift| {
            [low.min(*shift), high.max(*shift)]
        });
        ends.map(f64::exp)
    }

    /// The customers of a kind on record.
    #[must_use]
    pub fn recorded_customers(fitted: &Fitted, kind: usize) -> f64 {
        (fitted.customers.initial.value * fitted.kinds[kind].share.value).round()
    }
}

/// A chance with its log odds raised; one that is 0 or 1 stays so.
pub fn raised(figure: &Figure, by: f64) -> Figure {
    let raise = |share: f64| {
        if by == 0.0 || share <= 0.0 || share >= 1.0 { share } else { logistic(logit(share) + by) }
    };
    figure.clone().map(raise)
}
