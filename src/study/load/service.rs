//! Who works on what: the model's order of service for an average month.

use super::median;
use crate::organisation::{FactorId, Role, Scenario, WorkEntry};
use crate::simulation::{Plan, plan};

/// What everyone gives in an average month, by task of the plan.
pub(super) struct Service {
    /// Standard hours by task and role.
    given: Vec<Vec<f64>>,
    /// Hours by role.
    pub(super) spent: Vec<f64>,
    /// Standard hours by task and role, if the role did nothing else.
    could: Vec<Vec<f64>>,
    /// ln lift by task and role.
    lift: Vec<Vec<f64>>,
}

/// A role that carries the work of a task.
struct Carrier {
    role: usize,
    /// Which of the role's kinds of work.
    entry: usize,
    speed: f64,
}

impl Service {
    /// Nobody has done anything yet.
    pub(super) fn nothing(plan: &Plan, available: &[f64]) -> Self {
        let at = |factor: FactorId| median(plan.scenario, factor);
        Self {
            given: by_role(plan, &|_, _| 0.0),
            spent: vec![0.0; plan.scenario.roles.len()],
            could: by_role(plan, &|role, entry| available[role] * at(entry.speed)),
            lift: by_role(plan, &|_, entry| at(entry.lift).ln()),
        }
    }

    /// First what is set aside for each kind of work, then what is free.
    pub(super) fn of(plan: &Plan, available: &[f64], asked: &[f64]) -> Self {
        let mut service = Self::nothing(plan, available);
        let mut aside = set_aside(plan.scenario, available);
        for guaranteed in [true, false] {
            for &task in &plan.order {
                for carriers in groups(plan, task) {
                    let left = |c: &Carrier| {
                        let free = available[c.role] - service.spent[c.role];
                        if guaranteed { aside[c.role][c.entry] } else { free }.max(0.0)
                    };
                    let hours: Vec<f64> = carriers.iter().map(left).collect();
                    let spent = service.share(task, asked[task], &carriers, &hours);
                    for (c, spent) in carriers.iter().zip(spent) {
                        aside[c.role][c.entry] -= spent;
                    }
                }
            }
        }
        service
    }

    /// Each carrier gives in proportion to the standard hours it could give;
    /// answers with the hours that each spent.
    fn share(&mut self, task: usize, asked: f64, carriers: &[Carrier], hours: &[f64]) -> Vec<f64> {
        let could: f64 = carriers.iter().zip(hours).map(|(c, hours)| hours * c.speed).sum();
        let unmet = (asked - self.total(task)).max(0.0);
        let part = if could > 0.0 { (unmet / could).min(1.0) } else { 0.0 };
        for (c, hours) in carriers.iter().zip(hours) {
            self.given[task][c.role] += hours * part * c.speed;
            self.spent[c.role] += hours * part;
        }
        hours.iter().map(|hours| hours * part).collect()
    }

    /// Standard hours that a task gets.
    pub(super) fn total(&self, task: usize) -> f64 {
        self.given[task].iter().sum()
    }

    /// What those who work on a task do to the odds of a yes.
    pub(super) fn lift(&self, task: usize) -> f64 {
        let mix = self.mix(task);
        mix.iter().zip(&self.lift[task]).map(|(share, lift)| share * lift).sum::<f64>().exp()
    }

    /// Share of work that changes hands between two tasks.
    pub(super) fn change_of_hands(&self, from: usize, to: usize) -> f64 {
        let (a, b) = (self.mix(from), self.mix(to));
        1.0 - a.iter().zip(&b).map(|(a, b)| a.min(*b)).sum::<f64>()
    }

    /// Each role's share in a task's hours; before any, what they could give.
    fn mix(&self, task: usize) -> Vec<f64> {
        let hours = if self.total(task) > 0.0 { &self.given[task] } else { &self.could[task] };
        let all: f64 = hours.iter().sum();
        hours.iter().map(|part| if all > 0.0 { part / all } else { 0.0 }).collect()
    }
}

/// A value for each task and role, 0 where the role does not carry the work.
fn by_role(plan: &Plan, value: &dyn Fn(usize, &WorkEntry) -> f64) -> Vec<Vec<f64>> {
    let row = |task: &plan::Task| {
        let entry = |(r, role): (usize, &Role)| {
            let entry = role.work.iter().find(|entry| entry.kind.0 == task.kind);
            entry.map_or(0.0, |entry| value(r, entry))
        };
        plan.scenario.roles.iter().enumerate().map(entry).collect()
    };
    plan.tasks.iter().map(row).collect()
}

/// Hours by role and kind of work that nobody else may have first.
fn set_aside(scenario: &Scenario, available: &[f64]) -> Vec<Vec<f64>> {
    let entries =
        |(role, hours): (&Role, &f64)| role.work.iter().map(|entry| entry.share * hours).collect();
    scenario.roles.iter().zip(available).map(entries).collect()
}

/// Those who carry a task's work, as they serve together: fewest kinds first.
fn groups<'a>(plan: &'a Plan, task: usize) -> impl Iterator<Item = Vec<Carrier>> + 'a {
    let kind = &plan.kinds[plan.tasks[task].kind];
    let carrier = |carrier: &plan::Carrier| {
        let entry = carrier.entry - plan.entries[carrier.role].start;
        let speed = plan.scenario.roles[carrier.role].work[entry].speed;
        Carrier { role: carrier.role, entry, speed: median(plan.scenario, speed) }
    };
    kind.groups.iter().map(move |group| kind.carriers[group.clone()].iter().map(carrier).collect())
}
