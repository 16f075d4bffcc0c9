//! Expected load against expected hours: an estimate without chance.
//!
//! What a month asks of people and what they can give, with every factor at its
//! median and everything flowing evenly: a role's seats are filled and ramped
//! as they are in the long run, leads and opportunities flow like water through
//! channels and stages, customers stay as many as at the start. Hours go round
//! in the model's order of service, and work that is left undone sends less on
//! to the next step. It shows before any simulation where hours are short; it
//! knows no luck, no waiting and no growth of the customer base, so the
//! simulation may well disagree.

mod flow;
mod seats;
mod service;

use crate::organisation::{FactorId, Role, Scenario};
use crate::simulation::Plan;
use flow::Flow;
pub use seats::Seats;
use service::Service;

/// The estimate for one scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Load {
    /// By kind of work, in the order in which the file names them.
    pub work: Vec<WorkLoad>,
    /// By role, in file order.
    pub roles: Vec<RoleLoad>,
}

/// Standard hours a month of one kind of work.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkLoad {
    /// The kind of work.
    pub kind: String,
    /// Asked for.
    pub asked: f64,
    /// Given.
    pub given: f64,
}

/// Hours a month of one role.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleLoad {
    /// What people call it.
    pub title: String,
    /// Its seats.
    pub seats: Seats,
    /// Productive hours, switching between kinds of work already taken off.
    pub available: f64,
    /// Hours spent on work.
    pub given: f64,
}

/// Rounds of the estimate at most; each halves what is still wrong.
const ROUNDS: usize = 200;
/// Shares of work met that change less than this have settled.
const SETTLED: f64 = 1e-9;

impl Load {
    /// Estimates the load of `scenario`.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let plan = Plan::new(scenario);
        let seats: Vec<Seats> =
            scenario.roles.iter().map(|role| Seats::of(scenario, role)).collect();
        let of_role = |(role, seats): (&Role, &Seats)| seats.hours(scenario, role);
        let available: Vec<f64> = scenario.roles.iter().zip(&seats).map(of_role).collect();
        let (asked, service) = settle(&plan, &available);
        let role = |(r, role): (usize, &Role)| RoleLoad {
            title: role.title.clone(),
            seats: seats[r],
            available: available[r],
            given: service.spent[r],
        };
        Self {
            work: by_kind(&plan, &asked, &service),
            roles: scenario.roles.iter().enumerate().map(role).collect(),
        }
    }
}

/// What is asked depends on what is given upstream, and the other way round:
/// go round until the two agree.
fn settle(plan: &Plan, available: &[f64]) -> (Vec<f64>, Service) {
    let mut met = vec![1.0; plan.tasks.len()];
    let mut service = Service::nothing(plan, available);
    let mut asked = Vec::new();
    for _ in 0..ROUNDS {
        asked = Flow { plan, met: &met, service: &service }.asked();
        service = Service::of(plan, available, &asked);
        let mut change: f64 = 0.0;
        for (task, met) in met.iter_mut().enumerate() {
            let asked = asked[task];
            let now = if asked > 0.0 { (service.total(task) / asked).min(1.0) } else { 1.0 };
            change = change.max((now - *met).abs());
            *met = f64::midpoint(*met, now);
        }
        if change < SETTLED {
            break;
        }
    }
    (asked, service)
}

fn by_kind(plan: &Plan, asked: &[f64], service: &Service) -> Vec<WorkLoad> {
    let load = |(k, name): (usize, &String)| {
        let mut load = WorkLoad { kind: name.clone(), asked: 0.0, given: 0.0 };
        for (task, asked) in
            asked.iter().enumerate().filter(|&(task, _)| plan.tasks[task].kind == k)
        {
            load.asked += asked;
            load.given += service.total(task);
        }
        load
    };
    plan.scenario.kinds.iter().enumerate().map(load).collect()
}

/// A factor's median.
fn median(scenario: &Scenario, factor: FactorId) -> f64 {
    scenario.factors[factor].distribution.quantile(0.5)
}

#[cfg(test)]
mod tests;
