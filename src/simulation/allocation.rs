//! Section 4: who works on what in a step of time, and what changes hands.

use super::Plan;
use super::numbers::{EntryNumbers, Numbers};
use super::plan::{Carrier, KindPlan, Passage, Task};

/// Hours of a step of time, and what came of them.
#[derive(Debug, Clone, Default)]
pub struct Allocation {
    /// Hours that each role has in this step; the caller sets them.
    pub available: Vec<f64>,
    /// Hours that each role has left: free after the second pass, idle.
    pub idle: Vec<f64>,
    /// What each task asks for and got.
    pub service: Vec<Service>,
    /// Hours set aside, one a work entry.
    aside: Vec<f64>,
    /// Standard hours given in this step, by task and carrier.
    given: Vec<f64>,
    /// Share of each carrier in the latest step in which the task got any.
    mix: Vec<f64>,
    /// The tasks in the order in which hours set aside serve them.
    first: Vec<Call>,
    /// The tasks in the order in which free hours serve them.
    second: Vec<Call>,
}

/// A task's turn to be served.
#[derive(Debug, Clone, Copy)]
struct Call {
    task: usize,
    /// Where the hours of the only carrier of its kind stand, and their speed.
    only: Option<(usize, f64)>,
}

/// Hours below this share of the whole are what rounding left over. Were they
/// handed out, they would count as work and overturn a mix.
const ROUNDING: f64 = 1e-12;

/// What a task asks for and got in a step of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Service {
    /// Standard hours that it asks for; the caller sets them.
    pub demand: f64,
    /// Those of them that are new: of units that reached its queue in this step,
    /// or all that customers ask for; the caller sets them.
    pub demanded: f64,
    /// Standard hours that it got.
    pub hours: f64,
    /// Factor on the odds of a yes.
    pub lift: f64,
    /// Factor on the price of a deal, in the latest step with any hours.
    pub price: f64,
    /// Whether it ever got any.
    served: bool,
    /// The only role that carries its kind, if there is no other, and its effects.
    only: Option<Only>,
}

/// The only carrier of a kind of work.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Only {
    role: usize,
    slot: usize,
    lift: f64,
    price: f64,
}

impl Service {
    fn new(task: &Task, numbers: &Numbers) -> Self {
        let only = task.only.map(|Carrier { role, entry }| {
            let EntryNumbers { lift, price, .. } = numbers.entries[entry];
            Only { role, slot: task.slots.start, lift, price }
        });
        Self { demand: 0.0, demanded: 0.0, hours: 0.0, lift: 1.0, price: 1.0, served: false, only }
    }

    /// How much of what it asks for it got, 0 to 1.
    #[must_use]
    pub fn coverage(&self) -> f64 {
        if self.demand > self.hours { self.hours / self.demand } else { 1.0 }
    }

    /// Asks for hours in this step; so many of them are new.
    #[inline]
    pub(super) fn ask(&mut self, demand: f64, demanded: f64) {
        (self.demand, self.demanded, self.hours) = (demand, demanded, 0.0);
    }

    /// What came of the hours from the only role that carries the kind.
    #[inline]
    fn conclude_alone(&mut self, only: Only, available: &[f64], mix: &mut [f64]) {
        let works = self.hours > 0.0;
        self.lift = if works { only.lift } else { 1.0 };
        if !self.served {
            // Before the first hours, it is whoever would work on it if it asked now.
            mix[only.slot] = f64::from(works || available[only.role] > 0.0);
            self.price = if works { only.price } else { 1.0 };
            self.served = works;
        }
    }

    /// What came of the hours from the carriers of a kind.
    fn conclude(
        &mut self,
        kind: usize,
        plan: &Plan<'_>,
        numbers: &Numbers,
        available: &[f64],
        given: &[f64],
        mix: &mut [f64],
    ) {
        let carriers = &plan.kinds[kind].carriers;
        let entry = |carrier: &Carrier| &numbers.entries[carrier.entry];
        if self.hours <= 0.0 {
            self.lift = 1.0;
            if !self.served {
                // Those who would work on it, if it asked now.
                let could = |by: &Carrier| available[by.role] * entry(by).speed;
                let total: f64 = carriers.iter().map(could).sum();
                for (share, carrier) in mix.iter_mut().zip(carriers) {
                    *share = if total > 0.0 { could(carrier) / total } else { 0.0 };
                }
            }
            return;
        }
        self.served = true;
        for (share, given) in mix.iter_mut().zip(given) {
            *share = given / self.hours;
        }
        let effect = |log: fn(&EntryNumbers) -> f64| {
            let logs = carriers.iter().map(|carrier| log(entry(carrier)));
            mix.iter().zip(logs).map(|(share, log)| share * log).sum::<f64>().exp()
        };
        let (lifts, prices) = numbers.effects[kind];
        self.lift = if lifts { effect(|entry| entry.log_lift) } else { 1.0 };
        self.price = if prices { effect(|entry| entry.log_price) } else { 1.0 };
    }
}

/// Where hours are handed out.
struct Desk<'a> {
    plan: &'a Plan<'a>,
    numbers: &'a Numbers,
    service: &'a mut [Service],
    given: &'a mut [f64],
}

impl Desk<'_> {
    /// Serves the tasks in turn from the hours `left`, which `purse` finds for a carrier.
    #[inline]
    fn pass(&mut self, calls: &[Call], left: &mut [f64], purse: impl Fn(&Carrier) -> usize + Copy) {
        for call in calls {
            let service = &mut self.service[call.task];
            let unmet = service.demand - service.hours;
            if unmet <= ROUNDING * service.demand {
                continue;
            }
            service.hours += if let Some((purse, speed)) = call.only {
                give(&mut left[purse], speed, unmet)
            } else {
                let task = &self.plan.tasks[call.task];
                let given = &mut self.given[task.slots.clone()];
                serve(&self.plan.kinds[task.kind], self.numbers, unmet, left, purse, given)
            };
        }
    }
}

impl Allocation {
    /// Forgets the last run.
    pub(super) fn start(&mut self, plan: &Plan<'_>, numbers: &Numbers) {
        let roles = plan.scenario.roles.len();
        for (table, length) in [
            (&mut self.available, roles),
            (&mut self.idle, roles),
            (&mut self.aside, plan.set_aside.len()),
            (&mut self.given, plan.slots),
            (&mut self.mix, plan.slots),
        ] {
            table.clear();
            table.resize(length, 0.0);
        }
        self.service.clear();
        self.service.extend(plan.tasks.iter().map(|task| Service::new(task, numbers)));
        let call = |purse: fn(&Carrier) -> usize| {
            move |&task: &usize| {
                let only = plan.tasks[task].only;
                Call { task, only: only.map(|by| (purse(&by), numbers.entries[by.entry].speed)) }
            }
        };
        self.first.clear();
        self.first.extend(plan.order_aside.iter().map(call(|carrier| carrier.entry)));
        self.second.clear();
        self.second.extend(plan.order_free.iter().map(call(|carrier| carrier.role)));
    }

    /// Gives the available hours to the tasks that ask for some: first each role's
    /// hours set aside for a kind, then whatever it has left.
    pub(super) fn allocate(&mut self, plan: &Plan<'_>, numbers: &Numbers) {
        let Self { available, idle, service, aside, given, first, second, .. } = self;
        for ((idle, available), free) in idle.iter_mut().zip(&*available).zip(&plan.free) {
            *idle = available * free;
        }
        for (aside, (role, share)) in aside.iter_mut().zip(&plan.set_aside) {
            *aside = available[*role] * share;
        }
        given.fill(0.0);
        let mut desk = Desk { plan, numbers, service, given };
        desk.pass(first, aside, |carrier| carrier.entry);
        for (aside, (role, _)) in aside.iter().zip(&plan.set_aside) {
            idle[*role] += aside;
        }
        for (idle, available) in idle.iter_mut().zip(&*available) {
            *idle = if *idle < ROUNDING * available { 0.0 } else { *idle };
        }
        desk.pass(second, idle, |carrier| carrier.role);
        self.conclude(plan, numbers);
    }

    /// What came of the hours that the tasks got, and whose they were.
    fn conclude(&mut self, plan: &Plan<'_>, numbers: &Numbers) {
        let Self { available, service, given, mix, .. } = self;
        for (service, task) in service.iter_mut().zip(&plan.tasks) {
            if let Some(only) = service.only {
                given[only.slot] = service.hours;
                service.conclude_alone(only, available, mix);
            } else {
                let (given, mix) = (&given[task.slots.clone()], &mut mix[task.slots.clone()]);
                service.conclude(task.kind, plan, numbers, available, given, mix);
            }
        }
    }

    /// How far work changes hands on a passage: 0 where the same people go on
    /// in the same proportions, 1 where nobody does or one side has nobody. Where it
    /// is held, whatever it is held at.
    #[must_use]
    #[inline]
    pub fn change_of_hands(&self, passage: &Passage) -> f64 {
        if let Some(held) = passage.held {
            return held;
        }
        let kept: f64 = passage.both.iter().map(|&(a, b)| self.mix[a].min(self.mix[b])).sum();
        if kept < 1.0 { 1.0 - kept } else { 0.0 }
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

/// Gives up to `unmet` standard hours from what one carrier has left. Returns the
/// standard hours given.
#[inline]
fn give(left: &mut f64, speed: f64, unmet: f64) -> f64 {
    let could = *left * speed;
    // Choices, not jumps: who is short cannot be foretold. Nothing is left where
    // all was asked for, whatever rounding says.
    let rest = *left - unmet / speed;
    *left = if rest > 0.0 { rest } else { 0.0 };
    if could < unmet { could } else { unmet }
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
            let hours = give(&mut left[purse(only)], speed(only), open);
            *given += hours;
            if hours >= open {
                return unmet;
            }
            open -= hours;
            continue;
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
