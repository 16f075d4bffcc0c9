//! Records of a run of the engine: units made of the ledger's counts.
//!
//! The engine keeps numbers, not units. Waiting rooms, queues and customers are
//! memoryless, so that giving what happens in a step to units drawn at random
//! among those it may happen to is exact: they are exchangeable.

use orgodds::random::{Luck, Place, Stream};
use orgodds::records::{Case, Day, Employment, Order, Outcome, Qualification, Records};
use orgodds::study::ledger::{Ledger, Period, SegmentRecord, Wins};

use crate::by_hand::{self, BARE};

const DAYS_A_MONTH: f64 = 365.25 / 12.0;

/// How the records are kept.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// How losses are recorded.
    pub losses: Losses,
    /// Whether a lead's qualification is.
    pub qualification: bool,
    /// Whether cases are leads; otherwise opportunities.
    pub leads: bool,
}

/// How losses are recorded.
#[derive(Clone, Copy, PartialEq)]
pub enum Losses {
    /// With their day.
    Dated,
    /// Without it.
    Undated,
    /// With their day, but of three in ten nobody ever hears.
    OftenSilent,
    /// Not at all.
    Untold,
}

impl Losses {
    /// What is recorded of a case that was lost on a day; `at` is anywhere in 0 to 1.
    fn of(self, day: Day, at: f64) -> Outcome {
        match self {
            Losses::OftenSilent if at < 0.3 => Outcome::Open,
            Losses::Dated | Losses::OftenSilent => Outcome::Lost(Some(day)),
            Losses::Undated => Outcome::Lost(None),
            Losses::Untold => Outcome::Open,
        }
    }
}

struct Units {
    stream: Stream,
    steps: f64,
    cases: Vec<Case>,
    /// Leads that wait, by channel.
    leads: Vec<Vec<usize>>,
    /// Waiting rooms and queues, by stage and flow.
    rooms: Vec<Vec<Vec<usize>>>,
    queues: Vec<Vec<Vec<usize>>>,
    /// Active customers, by class: the number and whether they are recorded.
    active: Vec<u32>,
    customers: u32,
    /// By customer, how much of the step of the win had passed.
    won_at: Vec<f64>,
    orders: Vec<Order>,
    people: Vec<Vec<usize>>,
    employments: Vec<Employment>,
}

/// Where the records start: 2020-01-01.
pub const START: f64 = 18_262.0;

impl Units {
    /// Anywhere within a step.
    fn day(&mut self, step: usize) -> Day {
        Day(START + (step as f64 + self.stream.uniform()) * DAYS_A_MONTH / self.steps)
    }

    /// Days of a step.
    fn a_step(&self) -> f64 {
        DAYS_A_MONTH / self.steps
    }

    fn pick(stream: &mut Stream, from: &mut Vec<usize>, count: u64) -> Vec<usize> {
        let mut one = || from.swap_remove((stream.uniform() * from.len() as f64) as usize);
        (0..count).map(|_| one()).collect()
    }

    fn lose(&mut self, units: Vec<usize>, step: usize) {
        for unit in units {
            let day = self.later(unit, step);
            self.cases[unit].outcome = Outcome::Lost(Some(day));
        }
    }

    /// A day of the step, not before the unit came.
    fn later(&mut self, unit: usize, step: usize) -> Day {
        let day = self.day(step);
        Day(day.0.max(self.cases[unit].created.0))
    }
}

/// The records of a segment in the ledger's counted months.
pub fn records(ledger: &Ledger, segment: usize, keeping: Keeping, seed: u64) -> Records {
    let periods: Vec<&Period> = ledger.steps.iter().collect();
    let at = segment;
    let segment = &periods[0].segments[at];
    let flows = segment.stages[0].flows.len();
    let stages = segment.stages.len();
    let mut units = Units {
        stream: Luck::new(seed, 0).at(Place::new("units")).step(0),
        steps: ledger.steps_per_month as f64,
        cases: Vec::new(),
        leads: vec![Vec::new(); segment.channels.len()],
        rooms: vec![vec![Vec::new(); flows]; stages],
        queues: vec![vec![Vec::new(); flows]; stages],
        active: Vec::new(),
        customers: 0,
        won_at: Vec::new(),
        orders: Vec::new(),
        people: vec![Vec::new(); periods[0].roles.len()],
        employments: Vec::new(),
    };
    for (step, period) in periods.iter().enumerate() {
        units.step(step, period, at, keeping);
    }
    let months = periods.len() as f64 / ledger.steps_per_month as f64;
    let channels = segment.channels.keys().cloned().collect();
    // A customer's last step ends before the engine's does: orders are kept until all
    // customers' have.
    let kept = START + months * DAYS_A_MONTH - units.a_step();
    let mut orders = units.orders;
    orders.retain(|order| order.day.0 < kept);
    orders.sort_by(|a, b| a.day.0.total_cmp(&b.day.0));
    let mut cases = units.cases;
    for case in &mut cases {
        if let Outcome::Lost(Some(day)) = case.outcome {
            case.outcome = keeping.losses.of(day, units.stream.uniform());
        }
    }
    Records {
        of_leads: keeping.leads,
        channels,
        customers: units.customers,
        roles: periods[0].roles.keys().cloned().collect(),
        people: units.employments,
        orders,
        ..of_cases(&cases, months * DAYS_A_MONTH - 0.01)
    }
}

/// Records of opportunities and of nothing else, kept for so many days.
pub fn of_cases(cases: &[Case], days: f64) -> Records {
    Records {
        of_leads: false,
        channels: vec!["all".to_owned()],
        first: Day(START),
        last: Day(START + days),
        ..by_hand::records(cases)
    }
}

/// A case that came so many days after the start.
pub fn case(days: f64, outcome: Outcome) -> Case {
    Case { created: Day(START + days), outcome, ..BARE }
}

impl Units {
    fn step(&mut self, step: usize, period: &Period, segment: usize, keeping: Keeping) {
        self.people(step, period);
        let segment = &period.segments[segment];
        self.arrive(step, segment, keeping);
        self.stages(step, segment);
        self.channels(step, segment, keeping);
        self.live(step, segment);
    }

    fn arrive(&mut self, step: usize, segment: &SegmentRecord, keeping: Keeping) {
        for (channel, record) in segment.channels.values().enumerate() {
            for _ in 0..record.queue.arrived {
                let created = self.day(step);
                let qualification = if keeping.qualification {
                    Qualification::Pending
                } else {
                    Qualification::Untold
                };
                let channel = channel as u16;
                let arrived = case(created.0 - START, Outcome::Open);
                self.cases.push(Case { created, channel, qualification, ..arrived });
                self.leads[usize::from(channel)].push(self.cases.len() - 1);
            }
        }
        for (stage, record) in segment.stages.values().enumerate() {
            for (flow, record) in record.flows.iter().enumerate() {
                // Those who were waiting before the records began are nobody's units.
                let (room, queue) = (&mut self.rooms[stage][flow], &mut self.queues[stage][flow]);
                let known = step == 0 || room.len() as u64 == record.room.before;
                assert!(known, "whoever waits came in the records or waited before");
                while (room.len() as u64) < record.room.before {
                    room.push(usize::MAX);
                }
                while (queue.len() as u64) < record.queue.waiting.before {
                    queue.push(usize::MAX);
                }
                let ready = Self::pick(&mut self.stream, room, record.queue.arrived);
                queue.extend(ready);
            }
        }
    }

    fn stages(&mut self, step: usize, segment: &SegmentRecord) {
        for (stage, record) in segment.stages.values().enumerate().rev() {
            for (flow, record) in record.flows.iter().enumerate() {
                let queue = &mut self.queues[stage][flow];
                let passed = Self::pick(&mut self.stream, queue, record.queue.passed);
                let failed = record.queue.worked - record.queue.passed + record.queue.lost.stale;
                let failed = Self::pick(&mut self.stream, queue, failed);
                self.lose(failed.into_iter().filter(|unit| *unit != usize::MAX).collect(), step);
                if stage + 1 < self.rooms.len() {
                    self.rooms[stage + 1][flow].extend(passed);
                } else {
                    self.win(step, passed, &segment.wins[flow]);
                }
            }
        }
    }

    fn win(&mut self, step: usize, passed: Vec<usize>, wins: &Wins) {
        // Only the sum of a step's deals is known: it is one deal's where there is one.
        let amount = (wins.deals == 1).then_some(wins.worth);
        let mut joined = 0;
        for unit in passed {
            let customer = (joined < wins.joined).then(|| {
                joined += 1;
                self.customers += 1;
                self.customers - 1
            });
            if unit == usize::MAX {
                self.won_at.extend(customer.map(|_| 0.0));
                self.active.extend(customer.map(|_| u32::MAX));
                continue;
            }
            let day = self.later(unit, step);
            if customer.is_some() {
                self.won_at.push((day.0 - START) * self.steps / DAYS_A_MONTH - step as f64);
            }
            let case = &mut self.cases[unit];
            (case.outcome, case.amount, case.customer) = (Outcome::Won(day), amount, customer);
            self.active.extend(customer);
        }
    }

    fn channels(&mut self, step: usize, segment: &SegmentRecord, keeping: Keeping) {
        for (channel, record) in segment.channels.values().enumerate() {
            let queue = &mut self.leads[channel];
            let passed = Self::pick(&mut self.stream, queue, record.queue.passed);
            let failed = record.queue.worked - record.queue.passed + record.queue.lost.stale;
            let failed = Self::pick(&mut self.stream, queue, failed);
            for &unit in &passed {
                if keeping.qualification {
                    // Hours are plenty: a lead is worked on the day on which it comes.
                    let day = self.cases[unit].created;
                    self.cases[unit].qualification = Qualification::Passed(Some(day));
                }
            }
            if keeping.qualification {
                for unit in failed {
                    self.cases[unit].qualification = Qualification::Rejected;
                }
            } else {
                self.lose(failed, step);
            }
            self.rooms[0][channel].extend(passed);
        }
    }

    fn live(&mut self, step: usize, segment: &SegmentRecord) {
        let classes = segment.customers.classes();
        let joined: u64 = segment.wins.iter().map(|wins| wins.joined).sum();
        let before: u64 = classes.iter().map(|(_, class)| class.active.before).sum();
        // Those who joined in this step join at its end.
        let mut active: Vec<u32> = self.active.clone();
        let new = active.split_off(active.len() - joined as usize);
        active.resize(before as usize, u32::MAX);
        let (orders, worth) = classes
            .iter()
            .fold((0, 0.0), |sum, (_, class)| (sum.0 + class.orders, sum.1 + class.worth));
        for _ in 0..orders {
            let at = (self.stream.uniform() * active.len() as f64) as usize;
            // Amounts of several orders are only known in sum; spread evenly they keep the mean.
            let amount = worth / orders as f64;
            let customer = active[at];
            if customer != u32::MAX {
                // The engine's customer joins at the end of a step and may order from then
                // on; by the clock he may from his win on, so his steps begin with it.
                let day =
                    Day(self.day(step - 1).0 + self.won_at[customer as usize] * self.a_step());
                self.orders.push(Order { customer, day, amount });
            }
        }
        let churned: u64 = classes.iter().map(|(_, class)| class.churned).sum();
        for _ in 0..churned {
            let at = (self.stream.uniform() * active.len() as f64) as usize;
            active.swap_remove(at);
        }
        active.extend(new);
        self.active = active;
    }

    fn people(&mut self, step: usize, period: &Period) {
        for (role, record) in period.roles.values().enumerate() {
            let day = Day(START + step as f64 * DAYS_A_MONTH / self.steps);
            while self.people[role].len() < record.filled {
                let start = (step > 0).then_some(day);
                self.employments.push(Employment {
                    person: self.employments.len() as u16,
                    role: role as u16,
                    start,
                    end: None,
                    hours: None,
                    cost: None,
                });
                self.people[role].push(self.employments.len() - 1);
            }
            let end = Day(day.0 + 0.999 * DAYS_A_MONTH / self.steps);
            for person in Self::pick(&mut self.stream, &mut self.people[role], record.departed) {
                self.employments[person].end = Some(end);
            }
        }
    }
}
