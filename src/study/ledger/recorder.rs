//! Listens to a run and writes everything down.

use std::ops::RangeInclusive;

use super::losses::Splits;
use super::{Handoff, Period, QueueRecord, SegmentRecord, WorkRecord, blank};
use crate::random::Luck;
use crate::simulation::events::{Class, Queue, Staffed, Won, Worked};
use crate::simulation::plan::{Entrance, Passage};
use crate::simulation::segment::Segment;
use crate::simulation::{Events, Numbers, Plan, State, Tally};

/// Keeps the books of the run, and beside them every step and month.
pub(super) struct Recorder<'a> {
    plan: &'a Plan<'a>,
    numbers: &'a Numbers,
    luck: Luck,
    splits: Vec<Splits>,
    tally: Tally<'a>,
    /// The months to keep step by step.
    chosen: Option<RangeInclusive<i64>>,
    /// The step that runs, counted from 0 at the start of the warm-up.
    step: usize,
    now: Period,
    /// People of each role after the last step.
    staying: Vec<Option<u64>>,
    months: Vec<Period>,
    steps: Vec<Period>,
}

impl<'a> Recorder<'a> {
    pub(super) fn new(
        plan: &'a Plan<'a>,
        numbers: &'a Numbers,
        luck: Luck,
        chosen: Option<RangeInclusive<i64>>,
    ) -> Self {
        let segments = plan.scenario.segments.iter().zip(&plan.segments);
        let splits = segments
            .map(|(segment, planned)| Splits::new(segment, &blank::flows(segment, planned)));
        Self {
            plan,
            numbers,
            luck,
            splits: splits.collect(),
            tally: Tally::new(plan),
            chosen,
            step: 0,
            now: blank::period(plan),
            staying: vec![None; plan.scenario.roles.len()],
            months: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// Months, steps and the books.
    pub(super) fn finish(self) -> (Vec<Period>, Vec<Period>, Tally<'a>) {
        (self.months, self.steps, self.tally)
    }

    fn queue(&mut self, segment: usize, queue: Queue) -> &mut QueueRecord {
        let segment = &mut self.now.segments[segment];
        match queue {
            Queue::Channel(channel) => &mut segment.channels[channel].queue,
            Queue::Stage { stage, flow } => &mut segment.stages[stage].flows[flow].queue,
        }
    }

    fn note_people(&mut self, state: &State) {
        for (role, record) in self.now.roles.values_mut().enumerate() {
            let (seats, ramp) = (&state.seats[role], self.numbers.roles[role].ramp);
            record.seats = seats.count();
            record.vacant = record.seats - record.filled;
            let tenures = seats.tenures(self.step).rev();
            let learning = tenures.take_while(|tenure| *tenure as f64 + 0.5 < ramp);
            record.ramping = learning.filter_map(|tenure| u32::try_from(tenure).ok()).collect();
            record.productive = seats.productivity(self.step);
            record.idle = state.hours.idle[role];
            record.given = state.hours.available[role] - record.idle;
        }
    }

    fn note_hours(&mut self, state: &State) {
        let (plan, loss) = (self.plan, self.numbers.handoff_loss);
        let handoff = |passage: &Passage| {
            let change = state.hours.change_of_hands(passage);
            Handoff { change, chance: loss * change }
        };
        for (record, planned) in self.now.segments.values_mut().zip(&plan.segments) {
            for (channel, planned) in record.channels.values_mut().zip(&planned.channels) {
                note_work(&mut channel.work, plan, state, planned.task);
                channel.handoff = handoff(&planned.passage);
            }
            for (stage, planned) in record.stages.values_mut().zip(&planned.stages) {
                note_work(&mut stage.work, plan, state, planned.task);
                stage.handoff = handoff(&planned.passage);
            }
            note_work(&mut record.care, plan, state, planned.care);
            if let (Some(record), Some((task, passage))) = (&mut record.tracking, &planned.tracking)
            {
                note_work(&mut record.work, plan, state, *task);
                record.handoff = handoff(passage);
            }
        }
    }

    /// Puts the step in its place and turns to the next one.
    fn turn(&mut self) {
        let steps = self.plan.scenario.steps_per_month;
        let step = self.step % steps + 1;
        if self.chosen.as_ref().is_some_and(|months| months.contains(&self.now.month)) {
            self.steps.push(Period { step: Some(step), ..self.now.clone() });
        }
        match self.months.last_mut() {
            Some(month) if step > 1 => month.absorb(&self.now),
            _ => self.months.push(self.now.clone()),
        }
        self.now.pass_on();
        self.step += 1;
    }
}

fn note_work(record: &mut WorkRecord, plan: &Plan<'_>, state: &State, task: usize) {
    let hours = &state.hours;
    let service = hours.service[task];
    (record.asked, record.demanded) = (service.demand, service.demanded);
    (record.given, record.lift, record.price) = (service.hours, service.lift, service.price);
    let roles = hours.given(plan, task).iter().zip(hours.mix(plan, task));
    for (role, (&given, &mix)) in record.roles.values_mut().zip(roles) {
        (role.given, role.mix) = (given, mix);
    }
}

/// What is there at the end of a step.
fn note_levels(record: &mut SegmentRecord, state: &Segment) {
    for (channel, leads) in record.channels.values_mut().zip(&state.leads) {
        channel.queue.waiting.after = leads.waiting;
        channel.credit.after = leads.credit;
    }
    for (stage, state) in record.stages.values_mut().zip(&state.stages) {
        stage.credit.after = state.credit;
        for (flow, room) in stage.flows.iter_mut().zip(&state.flows) {
            flow.room.after = room.waiting;
            flow.queue.waiting.after = room.ready;
        }
    }
    for (class, active) in record.customers.each().into_iter().zip(state.customers.active) {
        class.active.after = active;
    }
}

impl Events for Recorder<'_> {
    fn month(&mut self, month: usize, demand: f64) {
        self.tally.month(month, demand);
        self.now.month = super::counted(self.plan.scenario, month);
        self.now.demand = demand;
    }

    fn staffed(&mut self, role: usize, staffed: Staffed) {
        self.tally.staffed(role, staffed);
        let Staffed { hired, filled, hours, cost, hire_cost } = staffed;
        let record = &mut self.now.roles[role];
        (record.hired, record.filled, record.available) = (hired, filled, hours);
        (record.cost, record.hire_cost) = (cost, hire_cost);
        let expected = self.staying[role].map_or(filled as u64, |staying| staying + hired);
        record.removed = expected.saturating_sub(filled as u64);
    }

    fn queued(&mut self, segment: usize, queue: Queue, units: u64) {
        self.tally.queued(segment, queue, units);
        self.queue(segment, queue).arrived += units;
    }

    fn allocated(&mut self, state: &State) {
        self.tally.allocated(state);
        self.note_people(state);
        self.note_hours(state);
        for (record, segment) in self.now.segments.values_mut().zip(&state.segments) {
            // Read anew each step: when counting starts the classes change.
            let classes = record.customers.each().into_iter().zip(segment.customers.active);
            for (class, active) in classes {
                class.active.before = active;
            }
        }
    }

    fn worked(&mut self, segment: usize, queue: Queue, worked: Worked) {
        self.tally.worked(segment, queue, worked);
        let handoff = self.splits[segment].handoff(self.luck, self.step, queue, worked);
        let record = self.queue(segment, queue);
        record.worked += worked.units;
        record.passed += worked.passed;
        record.lost.handoff += handoff;
        record.lost.failed += worked.units - worked.passed - handoff;
        record.chance = Some(worked.pass);
        let (next, flow) = match queue {
            Queue::Channel(channel) => (0, self.plan.segments[segment].channels[channel].flow),
            Queue::Stage { stage, flow } => (stage + 1, flow),
        };
        if let Some((_, stage)) = self.now.segments[segment].stages.get_index_mut(next) {
            stage.flows[flow].entered += worked.passed;
        }
    }

    fn stale(&mut self, segment: usize, queue: Queue, units: u64) {
        self.tally.stale(segment, queue, units);
        self.queue(segment, queue).lost.stale += units;
    }

    fn won(&mut self, segment: usize, class: Class, flow: usize, won: Won) {
        self.tally.won(segment, class, flow, won);
        let Won { deals, worth, joined } = won;
        let record = &mut self.now.segments[segment];
        let wins = &mut record.wins[flow];
        (wins.deals, wins.worth) = (wins.deals + deals, wins.worth + worth);
        (wins.joined, wins.lost) = (wins.joined + joined, wins.lost + deals - joined);
        record.customers.class(class).joined += joined;
        record.bookings.book_first(class, worth);
        self.now.bookings.book_first(class, worth);
    }

    fn induced_won(&mut self, segment: usize, deals: u64, worth: [f64; 3]) {
        self.tally.induced_won(segment, deals, worth);
        let Entrance { flow, .. } =
            self.plan.segments[segment].induced.expect("only tracking induces");
        let record = &mut self.now.segments[segment];
        record.wins[flow].deals += deals;
        record.wins[flow].worth += worth.iter().sum::<f64>();
        record.bookings.book_repeat(worth);
        self.now.bookings.book_repeat(worth);
    }

    fn ordered(&mut self, segment: usize, class: Class, orders: u64, worth: f64) {
        self.tally.ordered(segment, class, orders, worth);
        let record = &mut self.now.segments[segment];
        let customers = record.customers.class(class);
        customers.orders += orders;
        customers.worth += worth;
        let mut by_class = [0.0; 3];
        by_class[class as usize] = worth;
        record.bookings.book_repeat(by_class);
        self.now.bookings.book_repeat(by_class);
    }

    fn sensed(&mut self, segment: usize, referrals: u64, induced: u64) {
        self.tally.sensed(segment, referrals, induced);
        let record = &mut self.now.segments[segment];
        record.customers.referral_leads += referrals;
        record.customers.induced += induced;
        if let Some(Entrance { stage, flow }) = self.plan.segments[segment].induced {
            record.stages[stage].flows[flow].entered += induced;
        }
    }

    fn churned(&mut self, segment: usize, class: Class, customers: u64) {
        self.tally.churned(segment, class, customers);
        self.now.segments[segment].customers.class(class).churned += customers;
    }

    fn departed(&mut self, role: usize, people: u64) {
        self.tally.departed(role, people);
        let record = &mut self.now.roles[role];
        record.departed = people;
        self.staying[role] = Some(record.filled as u64 - people);
    }

    fn ended(&mut self, state: &State) {
        self.tally.ended(state);
        for (record, state) in self.now.segments.values_mut().zip(&state.segments) {
            note_levels(record, state);
        }
        self.turn();
    }
}
