//! What an auditor checks when hours are handed out.

use orgodds::simulation::State;
use orgodds::simulation::allocation::Service;

use super::audit::{Audit, ROUNDING, same};

impl Audit<'_> {
    /// Looks at all hours of a step.
    pub fn check_allocation(&self, state: &State) {
        self.check_demand(state);
        let given = self.given_by_entry(state);
        self.check_hours(state, &given);
        self.check_waiting(state, &given);
    }

    /// What each task asks for, by these books and the credit of its queue.
    fn check_demand(&self, state: &State) {
        for (index, books) in self.segments.iter().enumerate() {
            let (plan, numbers) = (&self.plan.segments[index], &self.numbers.segments[index]);
            let state_of = &state.segments[index];
            let asks = |task: usize, hours: f64, new: f64| {
                let Service { demand, demanded, .. } = state.hours.service[task];
                assert!(same(demand, hours), "{demand} hours asked for are not {hours}");
                assert!(same(demanded, new), "{demanded} hours newly asked for are not {new}");
            };
            for (i, channel) in plan.channels.iter().enumerate() {
                let credit = state_of.leads[i].credit;
                assert!((0.0..1.0).contains(&credit), "credit {credit}");
                let (waiting, hours) = (books.leads[i] as f64, numbers.channels[i].hours);
                asks(channel.task, (waiting - credit) * hours, books.came[i] as f64 * hours);
            }
            for (i, stage) in plan.stages.iter().enumerate() {
                let credit = state_of.stages[i].credit;
                assert!((0.0..1.0).contains(&credit), "credit {credit}");
                let ready: u64 = books.ready[i].iter().sum();
                let (new, hours) = (books.readied[i] as f64, numbers.stages[i].hours);
                asks(stage.task, (ready as f64 - credit) * hours, new * hours);
            }
            let customers: u64 = books.customers.iter().sum();
            let of_all = |hours: f64| customers as f64 * hours;
            let care = of_all(numbers.customers.care_hours);
            asks(plan.care, care, care);
            if let Some((task, _)) = &plan.tracking {
                let tracking = of_all(numbers.customers.tracking_hours);
                asks(*task, tracking, tracking);
            }
        }
    }

    /// Hours that each entry of a role gave to its kind: the role's own hours.
    fn given_by_entry(&self, state: &State) -> Vec<f64> {
        let mut given = vec![0.0; self.numbers.entries.len()];
        for (index, task) in self.plan.tasks.iter().enumerate() {
            let carriers = &self.plan.kinds[task.kind].carriers;
            for (carrier, standard) in carriers.iter().zip(state.hours.given(self.plan, index)) {
                assert!(*standard >= 0.0);
                given[carrier.entry] += standard / self.numbers.entries[carrier.entry].speed;
            }
        }
        given
    }

    /// Hours given are those asked for, at most, and those available, at most.
    fn check_hours(&self, state: &State, given: &[f64]) {
        let hours = &state.hours;
        for (index, service) in hours.service.iter().enumerate() {
            let standard: f64 = hours.given(self.plan, index).iter().sum();
            assert!(same(standard, service.hours), "hours of a task are those of its carriers");
            assert!(
                service.hours <= hours.service[index].demand * (1.0 + ROUNDING),
                "more than asked for"
            );
        }
        for (role, entries) in self.plan.entries.iter().enumerate() {
            let worked: f64 = given[entries.clone()].iter().sum();
            let (available, idle) = (hours.available[role], hours.idle[role]);
            assert!(same(available, self.hours[role]), "hours are those of the people");
            assert!(idle >= 0.0 && worked <= available * (1.0 + ROUNDING));
            assert!(
                (worked + idle - available).abs() <= ROUNDING * (1.0 + available),
                "{worked} worked and {idle} idle are not {available}"
            );
        }
    }

    /// Where work waits, nobody who carries it idles or has given it less than the
    /// share set aside for it.
    fn check_waiting(&self, state: &State, given: &[f64]) {
        let hours = &state.hours;
        for (index, task) in self.plan.tasks.iter().enumerate() {
            let unmet = hours.service[index].demand - hours.service[index].hours;
            if unmet <= ROUNDING * hours.service[index].demand {
                continue;
            }
            for carrier in &self.plan.kinds[task.kind].carriers {
                let available = hours.available[carrier.role];
                let idle = hours.idle[carrier.role];
                assert!(idle <= ROUNDING * available, "role {} idles {idle}", carrier.role);
                let (_, share) = self.plan.set_aside[carrier.entry];
                let least = share * available * (1.0 - ROUNDING);
                assert!(given[carrier.entry] >= least - ROUNDING, "less than its share");
            }
        }
    }
}
