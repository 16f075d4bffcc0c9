//! One run, month by month, in the order of the model's sections.
//!
//! A [`Plan`] is made once a scenario; an [`Engine`] plays one run after the
//! other on it, without an allocation in between. In every step of time:
//!
//! 1. people: vacant seats fill, hours are counted ([`people`])
//! 2. arrivals, and buyers who get back to us ([`segment`])
//! 3. hours are handed out ([`allocation`])
//! 4. work: stages from the last to the first, then leads ([`segment`])
//! 5. customers order, refer, leave; new ones join ([`customers`])
//! 6. people leave ([`people`])
//!
//! What happens is told to an [`Events`] listener; a [`Tally`] adds up what the
//! run yields. Nothing here can fail: the scenario has been validated.

pub mod allocation;
pub mod customers;
pub mod draw;
pub mod events;
pub mod market;
mod metric;
pub mod numbers;
pub mod people;
pub mod plan;
pub mod quantile;
pub mod segment;
pub mod tally;

pub use allocation::Allocation;
pub use events::Events;
pub use metric::Metric;
pub use numbers::{Numbers, Values};
pub use plan::Plan;
pub use tally::Tally;

use std::marker::PhantomData;

use crate::random::{Luck, Place, Stream};
use draw::{Draw, Inversion};
use events::Staffed;
use market::Market;
use numbers::SegmentNumbers;
use people::Seats;
use plan::{Passage, SegmentPlan};
use segment::Segment;

/// Everything that changes from step to step.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// One a role.
    pub seats: Vec<Seats>,
    /// One a segment.
    pub segments: Vec<Segment>,
    /// Who works on what.
    pub hours: Allocation,
}

/// What is fixed during a step of time.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a, D> {
    /// The scenario's structure.
    pub plan: &'a Plan<'a>,
    /// The run's numbers.
    pub numbers: &'a Numbers,
    /// The run's chance.
    pub luck: Luck,
    /// The step, counted from 0 at the start of the warm-up.
    pub step: usize,
    /// The month's index of demand.
    pub demand: f64,
    /// How chance is drawn.
    draw: PhantomData<D>,
}

impl<D: Draw> Moment<'_, D> {
    fn stream(&self, place: Place) -> Stream {
        self.luck.at(place).step(self.step)
    }

    /// A Poisson number.
    fn poisson(&self, place: Place, mean: f64) -> u64 {
        if mean > 0.0 { D::poisson(mean, &mut self.stream(place)) } else { 0 }
    }

    /// Successes among `n` tries of chance `p`.
    fn binomial(&self, place: Place, n: u64, p: f64) -> u64 {
        if n == 0 || p <= 0.0 {
            0
        } else if p >= 1.0 {
            n
        } else {
            D::binomial(n, p, &mut self.stream(place))
        }
    }

    /// The sum of `count` log-normal values, given mean and standard deviation of
    /// their logarithm.
    fn deals(&self, place: Place, count: u64, logarithm: (f64, f64)) -> f64 {
        draw::deals::<D>(count, logarithm, &mut self.stream(place))
    }

    fn segment(&self, index: usize) -> (&SegmentPlan, &SegmentNumbers) {
        (&self.plan.segments[index], &self.numbers.segments[index])
    }

    /// Chance that a unit is lost on a passage from hand to hand.
    fn loss(&self, hours: &Allocation, passage: &Passage) -> f64 {
        if self.numbers.handoff_loss == 0.0 {
            return 0.0;
        }
        self.numbers.handoff_loss * hours.change_of_hands(passage)
    }
}

/// Plays runs of a scenario.
#[derive(Debug)]
pub struct Engine<'a, D = Inversion> {
    plan: &'a Plan<'a>,
    values: Values,
    numbers: Numbers,
    state: State,
    draw: PhantomData<D>,
}

impl<'a> Engine<'a> {
    /// An engine for a plan.
    #[must_use]
    pub fn new(plan: &'a Plan<'a>) -> Self {
        Self::drawing(plan)
    }
}

impl<'a, D: Draw> Engine<'a, D> {
    /// An engine that draws its chance in another way.
    #[must_use]
    pub fn drawing(plan: &'a Plan<'a>) -> Self {
        let (values, numbers, state) = (Values::default(), Numbers::default(), State::default());
        Self { plan, values, numbers, state, draw: PhantomData }
    }

    /// The value of every factor in the latest run.
    #[must_use]
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// The numbers of the latest run.
    #[must_use]
    pub fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// Plays the run that this luck decides.
    pub fn play(&mut self, luck: Luck, events: &mut impl Events) {
        self.values.draw(self.plan, luck);
        self.numbers.set(self.plan, &self.values);
        self.state.start(self.plan, &self.numbers);
        let mut market = Market::default();
        let scenario = self.plan.scenario;
        for month in 0..self.plan.months() {
            let demand = market.advance::<D>(self.plan, &self.numbers, luck, month);
            events.month(month, demand);
            self.state.turn_month(self.plan, month);
            for step in 0..scenario.steps_per_month {
                let step = month * scenario.steps_per_month + step;
                let now = Moment {
                    plan: self.plan,
                    numbers: &self.numbers,
                    luck,
                    step,
                    demand,
                    draw: PhantomData::<D>,
                };
                self.state.step(&now, events);
            }
        }
    }
}

impl State {
    fn start(&mut self, plan: &Plan<'_>, numbers: &Numbers) {
        let scenario = plan.scenario;
        self.seats.resize_with(scenario.roles.len(), Seats::default);
        for ((seats, role), numbers) in
            self.seats.iter_mut().zip(&scenario.roles).zip(&numbers.roles)
        {
            seats.start(role, numbers);
        }
        self.segments.resize_with(plan.segments.len(), Segment::default);
        for ((state, plan), segment) in
            self.segments.iter_mut().zip(&plan.segments).zip(&scenario.segments)
        {
            state.start(plan, segment.customers.initial);
        }
        self.hours.start(plan);
    }

    /// What happens at the start of a month (counted from 0): headcounts change,
    /// and counting may start.
    fn turn_month(&mut self, plan: &Plan<'_>, month: usize) {
        let Some(counted) = month.checked_sub(plan.scenario.warm_up_months) else { return };
        for (seats, role) in self.seats.iter_mut().zip(&plan.scenario.roles) {
            seats.resize(role.headcount.at(counted + 1));
        }
        if counted == 0 {
            for segment in &mut self.segments {
                segment.customers.become_existing();
            }
        }
    }

    fn step<D: Draw>(&mut self, now: &Moment<'_, D>, events: &mut impl Events) {
        self.staff(now, events);
        for (index, segment) in self.segments.iter_mut().enumerate() {
            segment.arrive(index, now, events);
            let (plan, numbers) = now.segment(index);
            segment.ask(plan, numbers, &mut self.hours.demand);
        }
        self.hours.allocate(now.plan, now.numbers);
        events.allocated(self);
        for (index, segment) in self.segments.iter_mut().enumerate() {
            segment.work(index, now, &self.hours, events);
            segment.live(index, now, &self.hours, events);
        }
        for (role, seats) in self.seats.iter_mut().enumerate() {
            let chance = now.numbers.roles[role].departure;
            let left = seats.depart::<D>(chance, now.stream(now.plan.roles[role].departures));
            events.departed(role, left);
        }
        events.ended(self);
    }

    fn staff<D: Draw>(&mut self, now: &Moment<'_, D>, events: &mut impl Events) {
        for (role, seats) in self.seats.iter_mut().enumerate() {
            let numbers = &now.numbers.roles[role];
            let hired = seats.hire::<D>(numbers.hire, || now.stream(now.plan.roles[role].hires));
            let filled = seats.filled();
            let hours = numbers.hours * seats.productivity(numbers.ramp);
            self.hours.available[role] = hours;
            let cost = filled as f64 * numbers.cost;
            let hire_cost = hired as f64 * numbers.hire_cost;
            events.staffed(role, Staffed { hired, filled, hours, cost, hire_cost });
        }
    }
}
