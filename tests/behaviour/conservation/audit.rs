//! An auditor who listens to a run and keeps books of its own: whatever enters
//! a queue leaves it or is still there, and nobody works more hours than there
//! are, on anything that does not ask for them, or not at all while work waits.

use orgodds::simulation::events::{Class, Events, Queue, Staffed, Won, Worked};
use orgodds::simulation::{Numbers, Plan, State, Tally};

/// Relative rounding of hours.
const ROUNDING: f64 = 1e-9;

/// Books of a segment.
#[derive(Debug, Clone, Default, PartialEq)]
struct Segment {
    /// Leads that wait, by channel.
    leads: Vec<u64>,
    /// Opportunities in the waiting room, and ready, by stage and flow.
    waiting: Vec<Vec<u64>>,
    ready: Vec<Vec<u64>>,
    /// Active customers by class, and those who join at the end of the step.
    customers: [u64; 3],
    joining: [u64; 3],
    /// Referral leads on their way.
    sent: u64,
    /// Wins that are still to be told.
    wins: u64,
}

/// The auditor.
pub struct Audit<'a> {
    /// The run's books, kept by the library.
    pub books: Tally<'a>,
    plan: &'a Plan<'a>,
    numbers: &'a Numbers,
    segments: Vec<Segment>,
    /// Filled seats by role.
    filled: Vec<u64>,
    /// Hours of each role in this step.
    hours: Vec<f64>,
    steps: usize,
}

impl<'a> Audit<'a> {
    /// Books as they are at the start of a run with these numbers.
    pub fn new(plan: &'a Plan<'a>, numbers: &'a Numbers) -> Self {
        let scenario = plan.scenario;
        let segments = scenario.segments.iter().zip(&plan.segments).map(|(segment, plan)| {
            let empty = vec![vec![0; plan.flows.len()]; plan.stages.len()];
            Segment {
                leads: vec![0; plan.channels.len()],
                waiting: empty.clone(),
                ready: empty,
                customers: [segment.customers.initial, 0, 0],
                ..Segment::default()
            }
        });
        let filled = scenario.roles.iter().map(|role| match role.start {
            orgodds::organisation::Start::Vacant => 0,
            _ => role.headcount.at(1) as u64,
        });
        Self {
            books: Tally::new(plan),
            segments: segments.collect(),
            filled: filled.collect(),
            hours: vec![0.0; scenario.roles.len()],
            steps: 0,
            plan,
            numbers,
        }
    }

    /// After the run.
    pub fn finish(&self) {
        assert_eq!(self.steps, self.plan.months() * self.plan.scenario.steps_per_month);
        let customers: u64 = self.segments.iter().flat_map(|segment| segment.customers).sum();
        assert!((self.books.customers - customers as f64).abs() < 0.5, "customers at the end");
    }

    /// What each task asks for, by these books and the credit of its queue.
    fn check_demand(&self, state: &State) {
        for (index, books) in self.segments.iter().enumerate() {
            let (plan, numbers) = (&self.plan.segments[index], &self.numbers.segments[index]);
            let state_of = &state.segments[index];
            let asks = |task: usize, hours: f64| {
                let demand = state.hours.demand[task];
                assert!(same(demand, hours), "{demand} hours asked for are not {hours}");
            };
            for (i, channel) in plan.channels.iter().enumerate() {
                let credit = state_of.leads[i].credit;
                assert!((0.0..1.0).contains(&credit), "credit {credit}");
                asks(channel.task, (books.leads[i] as f64 - credit) * numbers.channels[i].hours);
            }
            for (i, stage) in plan.stages.iter().enumerate() {
                let credit = state_of.stages[i].credit;
                assert!((0.0..1.0).contains(&credit), "credit {credit}");
                let ready: u64 = books.ready[i].iter().sum();
                asks(stage.task, (ready as f64 - credit) * numbers.stages[i].hours);
            }
            let customers: u64 = books.customers.iter().sum();
            asks(plan.care, customers as f64 * numbers.customers.care_hours);
            if let Some((task, _)) = &plan.tracking {
                asks(*task, customers as f64 * numbers.customers.tracking_hours);
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
            assert!(service.hours <= hours.demand[index] * (1.0 + ROUNDING), "more than asked for");
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
            let unmet = hours.demand[index] - hours.service[index].hours;
            if unmet <= ROUNDING * hours.demand[index] {
                continue;
            }
            for carrier in &self.plan.kinds[task.kind].carriers {
                let available = hours.available[carrier.role];
                let idle = hours.idle[carrier.role];
                assert!(idle <= ROUNDING * available, "role {} idles {idle}", carrier.role);
                let share = self.numbers.entries[carrier.entry].share;
                let least = share * available * (1.0 - ROUNDING);
                assert!(given[carrier.entry] >= least - ROUNDING, "less than its share");
            }
        }
    }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= ROUNDING * (1.0 + a.abs())
}

/// Takes units off a count that must hold them.
fn take(count: &mut u64, units: u64) {
    *count = count.checked_sub(units).expect("no more can leave than are there");
}

impl Events for Audit<'_> {
    fn month(&mut self, month: usize, demand: f64) {
        self.books.month(month, demand);
        assert!(demand > 0.0);
        let Some(counted) = month.checked_sub(self.plan.scenario.warm_up_months) else { return };
        // Vacant seats go first, so people leave only where too few seats are left.
        for (filled, role) in self.filled.iter_mut().zip(&self.plan.scenario.roles) {
            *filled = (*filled).min(role.headcount.at(counted + 1) as u64);
        }
        if counted == 0 {
            for segment in &mut self.segments {
                segment.customers = [segment.customers.iter().sum(), 0, 0];
            }
        }
    }

    fn staffed(&mut self, role: usize, staffed: Staffed) {
        self.books.staffed(role, staffed);
        self.filled[role] += staffed.hired;
        assert_eq!(staffed.filled as u64, self.filled[role], "filled seats of role {role}");
        let numbers = &self.numbers.roles[role];
        assert!(staffed.hours <= staffed.filled as f64 * numbers.hours * (1.0 + ROUNDING));
        assert!(same(staffed.cost, staffed.filled as f64 * numbers.cost));
        assert!(same(staffed.hire_cost, staffed.hired as f64 * numbers.hire_cost));
        self.hours[role] = staffed.hours;
    }

    fn queued(&mut self, segment: usize, queue: Queue, units: u64, hours: f64) {
        self.books.queued(segment, queue, units, hours);
        let (books, numbers) = (&mut self.segments[segment], &self.numbers.segments[segment]);
        let each = match queue {
            Queue::Channel(channel) => {
                use orgodds::organisation::ChannelKind::Referral;
                if self.plan.segments[segment].channels[channel].kind == Referral {
                    assert_eq!(units, books.sent, "referrals are what customers sent");
                    books.sent = 0;
                }
                books.leads[channel] += units;
                numbers.channels[channel].hours
            }
            Queue::Stage { stage, flow } => {
                take(&mut books.waiting[stage][flow], units);
                books.ready[stage][flow] += units;
                numbers.stages[stage].hours
            }
        };
        assert!(same(hours, units as f64 * each));
    }

    fn allocated(&mut self, state: &State) {
        self.books.allocated(state);
        assert!(self.segments.iter().all(|segment| segment.sent == 0), "referrals got lost");
        self.check_demand(state);
        let given = self.given_by_entry(state);
        self.check_hours(state, &given);
        self.check_waiting(state, &given);
    }

    fn worked(&mut self, segment: usize, queue: Queue, worked: Worked) {
        self.books.worked(segment, queue, worked);
        let (books, plan) = (&mut self.segments[segment], &self.plan.segments[segment]);
        assert!(worked.units > 0 && worked.passed <= worked.units);
        match queue {
            Queue::Channel(channel) => {
                take(&mut books.leads[channel], worked.units);
                books.waiting[0][plan.channels[channel].flow] += worked.passed;
            }
            Queue::Stage { stage, flow } => {
                take(&mut books.ready[stage][flow], worked.units);
                match books.waiting.get_mut(stage + 1) {
                    Some(next) => next[flow] += worked.passed,
                    None => books.wins += worked.passed,
                }
            }
        }
    }

    fn stale(&mut self, segment: usize, queue: Queue, units: u64) {
        let books = &mut self.segments[segment];
        match queue {
            Queue::Channel(channel) => take(&mut books.leads[channel], units),
            Queue::Stage { stage, flow } => take(&mut books.ready[stage][flow], units),
        }
    }

    fn won(&mut self, segment: usize, class: Class, flow: usize, won: Won) {
        self.books.won(segment, class, flow, won);
        let books = &mut self.segments[segment];
        take(&mut books.wins, won.deals);
        assert!(won.joined <= won.deals && won.worth > 0.0 && class != Class::Existing);
        books.joining[class as usize] += won.joined;
    }

    fn induced_won(&mut self, segment: usize, deals: u64, worth: [f64; 3]) {
        self.books.induced_won(segment, deals, worth);
        let books = &mut self.segments[segment];
        take(&mut books.wins, deals);
        // The money goes to the classes in proportion to their customers.
        let total: f64 = worth.iter().sum();
        let active: u64 = books.customers.iter().sum();
        for (part, customers) in worth.into_iter().zip(books.customers) {
            if active > 0 {
                assert!(same(part, total * customers as f64 / active as f64));
            }
        }
    }

    fn ordered(&mut self, segment: usize, class: Class, orders: u64, worth: f64) {
        self.books.ordered(segment, class, orders, worth);
        assert!(self.segments[segment].customers[class as usize] > 0, "nobody is there to order");
    }

    fn sensed(&mut self, segment: usize, referrals: u64, induced: u64) {
        self.books.sensed(segment, referrals, induced);
        let (books, plan) = (&mut self.segments[segment], &self.plan.segments[segment]);
        books.sent = referrals;
        let tracking = self.plan.scenario.segments[segment].customers.tracking;
        match (plan.induced, tracking) {
            (Some(flow), Some(tracking)) => books.waiting[tracking.enters][flow] += induced,
            _ => assert_eq!(induced, 0, "nobody tracks"),
        }
    }

    fn churned(&mut self, segment: usize, class: Class, customers: u64) {
        self.books.churned(segment, class, customers);
        take(&mut self.segments[segment].customers[class as usize], customers);
    }

    fn departed(&mut self, role: usize, people: u64) {
        self.books.departed(role, people);
        take(&mut self.filled[role], people);
    }

    /// What these books say is there is what the engine says is there.
    fn ended(&mut self, state: &State) {
        self.books.ended(state);
        self.steps += 1;
        for (books, state) in self.segments.iter_mut().zip(&state.segments) {
            for (active, joining) in books.customers.iter_mut().zip(&mut books.joining) {
                *active += std::mem::take(joining);
            }
            let flows = |stage: &orgodds::simulation::segment::Stage| stage.flows.clone();
            let engine = Segment {
                leads: state.leads.iter().map(|leads| leads.waiting).collect(),
                waiting: (state.stages.iter())
                    .map(|stage| flows(stage).iter().map(|room| room.waiting).collect())
                    .collect(),
                ready: (state.stages.iter())
                    .map(|stage| flows(stage).iter().map(|room| room.ready).collect())
                    .collect(),
                customers: state.customers.active,
                joining: state.customers.joining,
                sent: state.customers.referral_leads,
                wins: 0,
            };
            assert_eq!(*books, engine);
        }
        for (filled, seats) in self.filled.iter().zip(&state.seats) {
            assert_eq!(*filled, seats.filled() as u64);
        }
    }
}
