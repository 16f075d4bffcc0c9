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
pub mod chance;
mod climb;
pub mod customers;
pub mod draw;
pub mod events;
pub mod exp;
pub mod market;
mod metric;
pub mod numbers;
pub mod people;
pub mod plan;
pub mod quantile;
pub mod rate;
pub mod segment;
pub mod tally;

pub use allocation::Allocation;
pub use events::Events;
pub use metric::Metric;
pub use numbers::{Numbers, Values};
pub use plan::Plan;
pub use tally::Tally;

use std::marker::PhantomData;

use crate::random::{Luck, Stream, Streams};
use chance::Chance;
use draw::{Draw, Inversion};
use market::Market;
use people::Seats;
use plan::Passage;
use rate::Rate;
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

impl<'a, D: Draw> Moment<'a, D> {
    /// A step (counted from 0) of the run that this luck decides, in a month with
    /// this index of demand.
    #[must_use]
    pub fn new(
        plan: &'a Plan<'a>,
        numbers: &'a Numbers,
        luck: Luck,
        step: usize,
        demand: f64,
    ) -> Self {
        Self { plan, numbers, luck, step, demand, draw: PhantomData }
    }

    #[inline]
    fn stream(&self, place: Streams) -> Stream {
        place.step(self.step)
    }

    /// A Poisson number.
    #[inline]
    fn poisson(&self, place: Streams, rate: &mut Rate) -> u64 {
        if rate.mean() > 0.0 { D::poisson(rate, &mut self.stream(place)) } else { 0 }
    }

    /// Successes among `n` tries.
    #[inline]
    fn binomial(&self, place: Streams, n: u64, chance: &mut Chance) -> u64 {
        match chance.certain(n) {
            Some(certain) => certain,
            None => D::binomial(n, chance, &mut self.stream(place)),
        }
    }

    /// The sum of `count` log-normal values, given mean and standard deviation of
    /// their logarithm.
    fn deals(&self, place: Streams, count: u64, logarithm: (f64, f64)) -> f64 {
        draw::deals::<D>(count, logarithm, &mut self.stream(place))
    }

    /// Chance that a unit is lost on a passage from hand to hand.
    fn loss(&self, hours: &Allocation, passage: &Passage) -> f64 {
        if passage.both.is_empty() && passage.held.is_none() {
            // Nobody carries both.
            return self.numbers.handoff_loss;
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
        self.live(luck, events);
    }

    /// Plays a run whose factors are given, each by a uniform number as in
    /// [`Values::set`], and all else of which this luck decides.
    pub fn play_given(
        &mut self,
        uniform: impl Fn(usize) -> f64,
        luck: Luck,
        events: &mut impl Events,
    ) {
        self.values.set(self.plan, uniform);
        self.live(luck, events);
    }

    /// Plays a run with the factors that are set.
    fn live(&mut self, luck: Luck, events: &mut impl Events) {
        self.numbers.set(self.plan, &self.values);
        self.state.start(self.plan, &self.numbers, luck);
        let mut market = Market::default();
        let scenario = self.plan.scenario;
        for month in 0..self.plan.months() {
            let demand = market.advance::<D>(self.plan, &self.numbers, luck, month);
            events.month(month, demand);
            self.state.turn_month(self.plan, month);
            for step in 0..scenario.steps_per_month {
                let step = month * scenario.steps_per_month + step;
                let now = Moment::<D>::new(self.plan, &self.numbers, luck, step, demand);
                self.state.step(&now, events);
            }
        }
    }
}

impl State {
    /// The state at the start of a run with these numbers.
    pub fn start(&mut self, plan: &Plan<'_>, numbers: &Numbers, luck: Luck) {
        let scenario = plan.scenario;
        self.seats.resize_with(scenario.roles.len(), Seats::default);
        let roles = scenario.roles.iter().zip(&plan.roles).zip(&numbers.roles);
        for (seats, ((role, places), numbers)) in self.seats.iter_mut().zip(roles) {
            seats.start(role, places, numbers, luck);
        }
        self.segments.resize_with(plan.segments.len(), Segment::default);
        let segments = scenario.segments.iter().zip(&plan.segments).zip(&numbers.segments);
        for (state, ((segment, plan), numbers)) in self.segments.iter_mut().zip(segments) {
            state.start(plan, numbers, luck);
            state.customers.start(segment.customers.initial, &plan.places, numbers, luck);
        }
        self.hours.start(plan, numbers);
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

    /// Everything that happens in a step, in the order of this page's top.
    pub fn step(&mut self, now: &Moment<'_, impl Draw>, events: &mut impl Events) {
        self.staff(now, events);
        self.arrive(now, events);
        self.allocate(now, events);
        self.work(now, events);
        self.live(now, events);
        self.depart(now, events);
        events.ended(self);
    }

    /// Vacant seats fill; the hours of the filled ones are counted.
    pub fn staff(&mut self, now: &Moment<'_, impl Draw>, events: &mut impl Events) {
        for (role, seats) in self.seats.iter_mut().enumerate() {
            let staffed = seats.staff(now);
            self.hours.available[role] = staffed.hours;
            events.staffed(role, staffed);
        }
    }

    /// Leads come, buyers get back to us, and all that waits asks for hours.
    pub fn arrive(&mut self, now: &Moment<'_, impl Draw>, events: &mut impl Events) {
        for (index, segment) in self.segments.iter_mut().enumerate() {
            segment.arrive(index, now, &mut self.hours.service, events);
        }
    }

    /// Hours are handed out.
    pub fn allocate(&mut self, now: &Moment<'_, impl Draw>, events: &mut impl Events) {
        self.hours.allocate(now.plan, now.numbers);
        events.allocated(self);
    }

    /// Stages and leads are worked.
    pub fn work(&mut self, now: &Moment<'_, impl Draw>, events: &mut impl Events) {
        for (index, segment) in self.segments.iter_mut().enumerate() {
            segment.work(index, now, &self.hours, events);
        }
    }

    /// Customers order, refer and leave; new ones join.
    pub fn live(&mut self, now: &Moment<'_, impl Draw>, events: &mut impl Events) {
        for (index, segment) in self.segments.iter_mut().enumerate() {
            segment.live(index, now, &self.hours, events);
        }
    }

    /// People leave.
    pub fn depart(&mut self, now: &Moment<'_, impl Draw>, events: &mut impl Events) {
        for (role, seats) in self.seats.iter_mut().enumerate() {
            events.departed(role, seats.depart(now));
        }
    }
}
