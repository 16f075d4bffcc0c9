//! An auditor who listens to a run and keeps books of its own: whatever enters
//! a queue leaves it or is still there, and nobody works more hours than there
//! are, on anything that does not ask for them, or not at all while work waits.

use orgodds::simulation::events::{Class, Events, Queue, Staffed, Won, Worked};
use orgodds::simulation::plan::Entrance;
use orgodds::simulation::{Numbers, Plan, State, Tally};

/// Relative rounding of hours.
pub const ROUNDING: f64 = 1e-9;

/// Books of a segment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Segment {
    /// Leads that wait, by channel.
    pub leads: Vec<u64>,
    /// Those of them that came in this step.
    pub came: Vec<u64>,
    /// Opportunities that became ready in this step, one a stage.
    pub readied: Vec<u64>,
    /// Opportunities in the waiting room, and ready, by stage and flow.
    pub waiting: Vec<Vec<u64>>,
    pub ready: Vec<Vec<u64>>,
    /// Active customers by class, and those who join at the end of the step.
    pub customers: [u64; 3],
    pub joining: [u64; 3],
    /// Referral leads on their way.
    pub sent: u64,
    /// Wins that are still to be told.
    pub wins: u64,
}

/// The auditor.
pub struct Audit<'a> {
    /// The run's books, kept by the library.
    pub books: Tally<'a>,
    pub plan: &'a Plan<'a>,
    pub numbers: &'a Numbers,
    pub segments: Vec<Segment>,
    /// Filled seats by role.
    pub filled: Vec<u64>,
    /// Hours of each role in this step.
    pub hours: Vec<f64>,
    pub steps: usize,
}

impl<'a> Audit<'a> {
    /// Books as they are at the start of a run with these numbers.
    pub fn new(plan: &'a Plan<'a>, numbers: &'a Numbers) -> Self {
        let scenario = plan.scenario;
        let segments = scenario.segments.iter().zip(&plan.segments).map(|(segment, plan)| {
            let empty = vec![vec![0; plan.flows.len()]; plan.stages.len()];
            Segment {
                leads: vec![0; plan.channels.len()],
                came: vec![0; plan.channels.len()],
                readied: vec![0; plan.stages.len()],
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
}

/// Whether two amounts are the same but for rounding.
pub fn same(a: f64, b: f64) -> bool {
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

    fn queued(&mut self, segment: usize, queue: Queue, units: u64) {
        self.books.queued(segment, queue, units);
        let books = &mut self.segments[segment];
        match queue {
            Queue::Channel(channel) => {
                use orgodds::organisation::ChannelKind::Referral;
                if self.plan.segments[segment].channels[channel].kind == Referral {
                    assert_eq!(units, books.sent, "referrals are what customers sent");
                    books.sent = 0;
                }
                books.leads[channel] += units;
                books.came[channel] += units;
            }
            Queue::Stage { stage, flow } => {
                take(&mut books.waiting[stage][flow], units);
                books.ready[stage][flow] += units;
                books.readied[stage] += units;
            }
        }
    }

    fn allocated(&mut self, state: &State) {
        self.books.allocated(state);
        assert!(self.segments.iter().all(|segment| segment.sent == 0), "referrals got lost");
        self.check_allocation(state);
        for books in &mut self.segments {
            books.came.fill(0);
            books.readied.fill(0);
        }
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
        match plan.induced {
            Some(Entrance { stage, flow }) => books.waiting[stage][flow] += induced,
            None => assert_eq!(induced, 0, "nobody tracks"),
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
                // What came in a step is nothing that the engine keeps.
                came: books.came.clone(),
                readied: books.readied.clone(),
            };
            assert_eq!(*books, engine);
        }
        for (filled, seats) in self.filled.iter().zip(&state.seats) {
            assert_eq!(*filled, seats.filled() as u64);
        }
    }
}
