//! What the people of a role cost over the counted months, as an expectation:
//! for every draw of the factors the chance that a seat is filled is followed
//! step by step, without a simulation of the company.
//!
//! It is exact for headcounts that do not fall. Where one falls, vacant seats go
//! first, and the expectation of that is taken at the expected number of vacant
//! seats; the more seats, the less that matters.

use crate::organisation::{Headcount, Scenario, Start};
use crate::random::Luck;
use crate::simulation::{Numbers, Plan, Values};
use crate::statistics::Moments;

/// Draws of the factors.
const DRAWS: u64 = 1000;

/// The seed of these draws: always the same, for the seats that follow from the
/// cost should not hang on the seed of the simulation.
const SEED: u64 = 0;

/// What decides the cost of a role's seats in one draw.
#[derive(Debug, Clone, Copy)]
struct Draw {
    /// Chance a step that a vacant seat fills.
    hire: f64,
    /// Chance a step that a filled seat empties.
    departure: f64,
    /// Cost of a filled seat a step.
    cost: f64,
}

/// The people cost of a scenario, role by role.
#[derive(Debug)]
pub struct PeopleCost<'a> {
    scenario: &'a Scenario,
    /// One list of draws a role.
    draws: Vec<Vec<Draw>>,
}

impl<'a> PeopleCost<'a> {
    /// Draws the factors.
    #[must_use]
    pub fn new(scenario: &'a Scenario) -> Self {
        let plan = Plan::new(scenario);
        let (mut values, mut numbers) = (Values::default(), Numbers::default());
        let mut draws = vec![Vec::new(); scenario.roles.len()];
        for run in 0..DRAWS {
            values.draw(&plan, Luck::new(SEED, run));
            numbers.set(&plan, &values);
            for (draws, role) in draws.iter_mut().zip(&numbers.roles) {
                let (hire, departure, cost) = (role.hire, role.departure, role.cost);
                draws.push(Draw { hire, departure, cost });
            }
        }
        Self { scenario, draws }
    }

    /// The expected cost over the counted months of a role, by its place, with
    /// these seats; in currency.
    #[must_use]
    pub fn of(&self, role: usize, headcount: &Headcount) -> f64 {
        let costs = self.draws[role].iter().map(|draw| {
            self.seat_steps(self.scenario.roles[role].start, headcount, draw) * draw.cost
        });
        costs.collect::<Moments>().mean()
    }

    /// The same of all roles with the seats that they have.
    #[must_use]
    pub fn total(&self) -> f64 {
        let roles = self.scenario.roles.iter().enumerate();
        roles.map(|(place, role)| self.of(place, &role.headcount)).sum()
    }

    /// Expected filled seats, added up over the counted steps.
    fn seat_steps(&self, start: Start, headcount: &Headcount, draw: &Draw) -> f64 {
        let Scenario { warm_up_months, horizon_months, steps_per_month, .. } = *self.scenario;
        let mut seats = headcount.at(1) as f64;
        let mut filled = if start == Start::Vacant { 0.0 } else { seats };
        let mut sum = 0.0;
        for month in 0..warm_up_months + horizon_months {
            let counted = month.checked_sub(warm_up_months);
            if let Some(counted) = counted {
                seats = headcount.at(counted + 1) as f64;
                filled = f64::min(filled, seats);
            }
            for _ in 0..steps_per_month {
                filled += (seats - filled) * draw.hire;
                if counted.is_some() {
                    sum += filled;
                }
                filled *= 1.0 - draw.departure;
            }
        }
        sum
    }
}
