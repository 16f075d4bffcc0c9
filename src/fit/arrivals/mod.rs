//! How many cases come, from where, and how demand moves.

mod ahead;
pub mod jump;
mod market;
mod months;
mod state;

pub use ahead::Ahead;
pub use market::{MONTHS_FOR_SEASONS, MONTHS_FOR_SHOCKS, Market};
pub use months::Months;

use crate::distribution::Distribution;
use crate::random::{Luck, Place};

/// Cases a month by channel, draw by draw: the level of demand times the
/// channel's share (Dirichlet posterior, half a case each before any is seen).
#[must_use]
pub fn by_channel(level: &[f64], counts: &[f64]) -> Vec<Vec<f64>> {
    let mut stream = Luck::new(0, 0).at(Place::new("fit/shares")).step(0);
    let gammas: Vec<Distribution> = counts
        .iter()
        .map(|count| Distribution::gamma(count + 0.5, (count + 0.5).sqrt()).expect("above 0"))
        .collect();
    let mut arrivals = vec![Vec::with_capacity(level.len()); counts.len()];
    for level in level {
        let parts: Vec<f64> = gammas.iter().map(|gamma| gamma.quantile(stream.uniform())).collect();
        let total: f64 = parts.iter().sum();
        for (all, part) in arrivals.iter_mut().zip(parts) {
            all.push(level.exp() * part / total);
        }
    }
    arrivals
}
