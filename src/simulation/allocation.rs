//! Section 4: who works on what in a step of time, and what changes hands.

use super::Plan;
use super::numbers::{EntryNumbers, Numbers};
use super::plan::{Carrier, KindPlan, Passage, Task};

/// Hours of a step of time, and what came of them.
#[derive(Debug, Clone, Default)]
pub struct Allocation {
    /// Hours that each role has in this step.
    pub available: Vec<f64>,
    /// Hours that each role has left: free after the second pass, idle.
    pub idle: Vec<f64>,
    /// Standard hours that each task asks for; the caller sets it.
    pub demand: Vec<f64>,
    /// What each task got.
    pub service: Vec<Service>,
    /// Hours set aside, one a work entry.
    aside: Vec<f64>,
    /// Standard hours given in this step, by task and carrier.
    given: Vec<f64>,
    /// Share of each carrier in the latest step in which the task got any.
    mix: Vec<f64>,
    /// Whether the task ever got any.
    served: Vec<bool>,
}

/// Hours below this share of the whole are what rounding left over. Were they
/// handed out, they would count as work and overturn a mix.
const ROUNDING: f64 = 1e-12;

/// What a task got in a step of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Service {
    /// Standard hours.
    pub hours: f64,
    /// Factor on the odds of a yes.
    pub lift: f64,
    /// Factor on the price of a deal, in the latest step with any hours.
    pub price: f64,
}

impl Default for Service {
    fn default() -> Self {
        Self { hours: 0.0, lift: 1.0, price: 1.0 }
    }
}

impl Allocation {
    /// Forgets the last run.
    pub fn start(&mut self, plan: &Plan<'_>) {
        let roles = plan.scenario.roles.len();
        let entries = plan.entries.last().map_or(0, |range| range.end);
        for (table, length) in [
            (&mut self.available, roles),
            (&mut self.idle, roles),
            (&mut self.demand, plan.tasks.len()),
            (&mut self.aside, entries),
            (&mut self.given, plan.slots),
            (&mut self.mix, plan.slots),
        ] {
            table.clear();
            table.resize(length, 0.0);
        }
        self.service.clear();
        self.service.resize(plan.tasks.len(), Service::default());
        self.served.clear();
        self.served.resize(plan.tasks.len(), false);
    }

    /// Gives the available hours to the tasks that ask for some: first each role's
    /// hours set aside for a kind, then whatever it has left.
    pub fn allocate(&mut self, plan: &Plan<'_>, numbers: &Numbers) {
        self.set_aside(plan, numbers);
        self.given.fill(0.0);
        for service in &mut self.service {
            (service.hours, service.lift) = (0.0, 1.0);
        }
        let mut aside = std::mem::take(&mut self.aside);
        self.pass(plan, numbers, &plan.order_aside, &mut aside, |carrier| carrier.entry);
        let mut idle = std::mem::take(&mut self.idle);
        for (role, entries) in plan.entries.iter().enumerate() {
            let left = idle[role] + aside[entries.clone()].iter().sum::<f64>();
            idle[role] = if left < ROUNDING * self.available[role] { 0.0 } else { left };
        }
        self.pass(plan, numbers, &plan.order_free, &mut idle, |carrier| carrier.role);
        (self.aside, self.idle) = (aside, idle);
        for task in 0..plan.tasks.len() {
            if self.service[task].hours > 0.0 {
                self.conclude(plan, numbers, task);
            } else if !self.served[task] {
                self.expect(plan, numbers, task);
            }
        }
    }

    fn set_aside(&mut self, plan: &Plan<'_>, numbers: &Numbers) {
        for (role, entries) in plan.entries.iter().enumerate() {
            let hours = self.available[role];
            let mut free = hours;
            for entry in entries.clone() {
                self.aside[entry] = numbers.entries[entry].share * hours;
                free -= self.aside[entry];
            }
            // Shares that add up to 1 may leave a rounding error below zero.
            self.idle[role] = free.max(0.0);
        }
    }

    /// Serves the tasks in order from the hours `left`, which `purse` finds for a carrier.
    fn pass(
        &mut self,
        plan: &Plan<'_>,
        numbers: &Numbers,
        order: &[usize],
        left: &mut [f64],
        purse: impl Fn(&Carrier) -> usize + Copy,
    ) {
        for &task in order {
            let demand = self.demand[task];
            let unmet = demand - self.service[task].hours;
            if unmet > ROUNDING * demand {
                let Task { kind, slots } = &plan.tasks[task];
                let given = &mut self.given[slots.clone()];
                let hours = serve(&plan.kinds[*kind], numbers, unmet, left, purse, given);
                self.service[task].hours += hours;
            }
        }
    }

    /// What came of the hours that a task got, and whose they were.
    fn conclude(&mut self, plan: &Plan<'_>, numbers: &Numbers, task: usize) {
        self.served[task] = true;
        let Task { kind, slots } = &plan.tasks[task];
        let carriers = &plan.kinds[*kind].carriers;
        let mix = &mut self.mix[slots.clone()];
        let service = &mut self.service[task];
        if let [only] = carriers.as_slice() {
            let entry = &numbers.entries[only.entry];
            (service.lift, service.price) = (entry.lift, entry.price);
            mix[0] = 1.0;
            return;
        }
        for (share, given) in mix.iter_mut().zip(&self.given[slots.clone()]) {
            *share = given / service.hours;
        }
        let effect = |log: fn(&EntryNumbers) -> f64| {
            let logs = carriers.iter().map(|carrier| log(&numbers.entries[carrier.entry]));
            mix.iter().zip(logs).map(|(share, log)| share * log).sum::<f64>().exp()
        };
        let (lifts, prices) = numbers.effects[*kind];
        service.lift = if lifts { effect(|entry| entry.log_lift) } else { 1.0 };
        service.price = if prices { effect(|entry| entry.log_price) } else { 1.0 };
    }

    /// Nobody has worked on a task yet: the mix is that of those who would, if it
    /// asked now.
    fn expect(&mut self, plan: &Plan<'_>, numbers: &Numbers, task: usize) {
        let Task { kind, slots } = &plan.tasks[task];
        let carriers = &plan.kinds[*kind].carriers;
        let could =
            |carrier: &Carrier| self.available[carrier.role] * numbers.entries[carrier.entry].speed;
        let total: f64 = carriers.iter().map(could).sum();
        for (share, carrier) in self.mix[slots.clone()].iter_mut().zip(carriers) {
            *share = if total > 0.0 { could(carrier) / total } else { 0.0 };
        }
    }

    /// How far work changes hands on a passage: 0 where the same people go on
    /// in the same proportions, 1 where nobody does or one side has nobody.
    #[must_use]
    pub fn change_of_hands(&self, passage: &Passage) -> f64 {
        let kept: f64 = passage.0.iter().map(|&(a, b)| self.mix[a].min(self.mix[b])).sum();
        (1.0 - kept).max(0.0)
    }

    /// Standard hours given in this step to a task, one a carrier of its kind.
    #[must_use]
    pub fn given(&self, plan: &Plan<'_>, task: usize) -> &[f64] {
        &self.given[plan.tasks[task].slots.clone()]
    }

    /// Shares of a task's standard hours in the latest step in which it got any,
    /// one a carrier of its kind.
    #[must_use]
    pub fn mix(&self, plan: &Plan<'_>, task: usize) -> &[f64] {
        &self.mix[plan.tasks[task].slots.clone()]
    }
}

/// Gives up to `unmet` standard hours from what the carriers of a kind have
/// left: those with fewer kinds first, equals in proportion to what they could
/// give. Returns the standard hours given.
fn serve(
    kind: &KindPlan,
    numbers: &Numbers,
    unmet: f64,
    left: &mut [f64],
    purse: impl Fn(&Carrier) -> usize,
    given: &mut [f64],
) -> f64 {
    let mut open = unmet;
    for group in &kind.groups {
        let carriers = &kind.carriers[group.clone()];
        let given = &mut given[group.clone()];
        let speed = |carrier: &Carrier| numbers.entries[carrier.entry].speed;
        if let ([only], [given]) = (carriers, &mut *given) {
            // The same as below, for the group that occurs most.
            let (left, speed) = (&mut left[purse(only)], speed(only));
            let could = *left * speed;
            if could < open {
                *left = 0.0;
                *given += could;
                open -= could;
                continue;
            }
            *left -= open / speed;
            *given += open;
            return unmet;
        }
        let could: f64 = carriers.iter().map(|c| left[purse(c)] * speed(c)).sum();
        if could <= 0.0 {
            continue;
        }
        let part = (open / could).min(1.0);
        for (carrier, given) in carriers.iter().zip(given) {
            let hours = left[purse(carrier)] * part;
            left[purse(carrier)] -= hours;
            *given += hours * speed(carrier);
        }
        if part < 1.0 {
            return unmet;
        }
        open -= could;
    }
    unmet - open.max(0.0)
}
