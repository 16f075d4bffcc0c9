//! What deals are worth: bookings where amounts are on record.

use super::shares::at;
use crate::distribution::normal::lognormal_parameters;
use crate::fit::{Figure, Fitted, posterior};
use crate::random::{Luck, Place};
use crate::records::{Outcome, Records};
use crate::simulation::draw::{Inversion, binomial, deals};

/// Amounts of deals as they were known on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    price: Figure,
    spread: Figure,
    /// Share of deals that have an amount.
    told: f64,
    /// Mean amount of those, in currency.
    pub mean: f64,
}

impl Worth {
    /// None where no deal has an amount.
    pub fn new(known: &Records, fitted: &Fitted) -> Option<Self> {
        let (mut won, mut told, mut sum) = (0.0, 0.0, 0.0);
        for case in known.cases.iter().filter(|case| matches!(case.outcome, Outcome::Won(_))) {
            won += 1.0;
            if let Some(amount) = case.amount {
                told += 1.0;
                sum += amount;
            }
        }
        let worth = || Self {
            price: fitted.price.clone(),
            spread: fitted.spread.clone(),
            told: told / won,
            mean: sum / told,
        };
        (told > 0.0 && fitted.price.is_measured()).then(worth)
    }

    /// Bookings to expect of so many deals, some of which may have no amount.
    pub fn of(&self, deals: f64) -> f64 {
        deals * self.told * self.mean
    }

    /// Draws the bookings of so many deals by month, in a run.
    pub fn draw(&self, won: &[f64], luck: Luck, step: usize) -> Vec<f64> {
        let mut stream = luck.at(Place::new("hindsight/worth")).step(step);
        let scores = [(); 2].map(|()| posterior::score(&mut stream));
        let (price, spread) = (at(self.price.ends(), scores[0]), at(self.spread.ends(), scores[1]));
        let law = lognormal_parameters(price, spread);
        let month = |won: &f64| {
            let told = binomial(*won as u64, self.told, &mut stream);
            deals::<Inversion>(told, law, &mut stream)
        };
        won.iter().map(month).collect()
    }
}
