//! Section 5: from lead to deal, in one segment.

use std::mem::take;

use super::allocation::Service;
use super::chance::Chance;
use super::customers::Customers;
use super::draw::{Draw, real};
use super::events::{Events, Queue, Worked};
use super::numbers::{ChannelNumbers, SegmentNumbers, StageNumbers, probability};
use super::plan::{ChannelPlan, Entrance, SegmentPlan, StagePlan};
use super::rate::Rate;
use super::{Allocation, Moment};
use crate::organisation::ChannelKind;
use crate::random::{Luck, Streams};

/// What waits in a segment, and its customers.
#[derive(Debug, Clone, Default)]
pub struct Segment {
    /// One a channel.
    pub leads: Vec<Leads>,
    /// One a stage.
    pub stages: Vec<Stage>,
    /// Those who bought.
    pub customers: Customers,
}

/// Leads that wait to be worked.
#[derive(Debug, Clone, Default)]
pub struct Leads {
    /// Waiting leads.
    pub waiting: u64,
    /// Work already done on the next one, 0 to below 1 of it.
    pub credit: f64,
    numbers: ChannelNumbers,
    units_an_hour: f64,
    arrivals: Rate,
    passing: Passing,
    /// To be lost in a step of waiting.
    stale: Chance,
    places: LeadStreams,
}

#[derive(Debug, Clone, Copy, Default)]
struct LeadStreams {
    arrivals: Streams,
    qualify: Streams,
    stale: Streams,
}

/// Opportunities in a stage.
#[derive(Debug, Clone, Default)]
pub struct Stage {
    /// One a flow.
    pub flows: Vec<Room>,
    /// Opportunities in the queue, all flows together.
    pub ready: u64,
    /// Work already done on the next opportunity, 0 to below 1 of it.
    pub credit: f64,
    numbers: StageNumbers,
    units_an_hour: f64,
    /// That a waiting buyer gets back to us in a step.
    answer: Chance,
    /// One a flow.
    passing: Vec<Passing>,
    /// To be lost in a step of waiting for us.
    stale: Chance,
}

/// Opportunities of one flow in a stage.
#[derive(Debug, Clone, Copy, Default)]
pub struct Room {
    /// In the waiting room: it is the buyer's turn.
    pub waiting: u64,
    /// In the queue: it is ours.
    pub ready: u64,
    /// Factor on the odds of a pass.
    quality: f64,
    places: RoomStreams,
}

#[derive(Debug, Clone, Copy, Default)]
struct RoomStreams {
    answer: Streams,
    pass: Streams,
    stale: Streams,
}

/// The chance that a worked unit passes, which rarely changes from step to step.
#[derive(Debug, Clone, Default)]
struct Passing {
    odds: f64,
    handoff: f64,
    /// Before the change of hands.
    pass: f64,
    /// After it.
    chance: Chance,
}

impl Passing {
    /// The chance at these odds, where `handoff` is the chance to be lost between hands.
    #[inline]
    fn at(&mut self, odds: f64, handoff: f64) -> &mut Self {
        if odds.to_bits() != self.odds.to_bits() || handoff.to_bits() != self.handoff.to_bits() {
            (self.odds, self.handoff) = (odds, handoff);
            self.pass = probability(odds);
            self.chance.set(self.pass * (1.0 - handoff));
        }
        self
    }
}

/// Takes finished units off a queue of `waiting`, given the standard hours and
/// the units an hour; the rest stays as credit on the next one.
#[inline]
fn finish(credit: &mut f64, waiting: u64, given: f64, units_an_hour: f64) -> u64 {
    let in_hand = *credit + given * units_an_hour;
    // The billionth saves a unit that rounding left a hair short of done.
    let finished = ((in_hand + 1e-9) as i64).cast_unsigned().min(waiting);
    let rest = in_hand - real(finished);
    *credit = if rest > 0.0 { rest } else { 0.0 };
    finished
}

/// Credit is on units that are there.
#[inline]
fn at_most(credit: f64, units: u64) -> f64 {
    let units = real(units);
    if credit < units { credit } else { units }
}

impl Leads {
    fn start(&mut self, plan: &ChannelPlan, numbers: &ChannelNumbers, luck: Luck) {
        (self.waiting, self.credit) = (0, 0.0);
        (self.numbers, self.units_an_hour) = (*numbers, 1.0 / numbers.hours);
        self.stale.set(numbers.stale);
        self.places = LeadStreams {
            arrivals: luck.at(plan.arrivals),
            qualify: luck.at(plan.qualify),
            stale: luck.at(plan.stale),
        };
    }
}

impl Stage {
    fn start(&mut self, plan: &StagePlan, numbers: &StageNumbers, quality: &[f64], luck: Luck) {
        (self.ready, self.credit) = (0, 0.0);
        (self.numbers, self.units_an_hour) = (*numbers, 1.0 / numbers.hours);
        self.answer.set(numbers.ready);
        self.stale.set(numbers.stale);
        self.passing.resize_with(quality.len(), Passing::default);
        self.flows.clear();
        self.flows.extend(plan.places.iter().zip(quality).map(|(places, &quality)| Room {
            waiting: 0,
            ready: 0,
            quality,
            places: RoomStreams {
                answer: luck.at(places.ready),
                pass: luck.at(places.pass),
                stale: luck.at(places.stale),
            },
        }));
    }
}

impl Segment {
    /// An empty funnel.
    pub(super) fn start(&mut self, plan: &SegmentPlan, numbers: &SegmentNumbers, luck: Luck) {
        self.leads.resize_with(plan.channels.len(), Leads::default);
        let channels = plan.channels.iter().zip(&numbers.channels);
        for (leads, (plan, numbers)) in self.leads.iter_mut().zip(channels) {
            leads.start(plan, numbers, luck);
        }
        self.stages.resize_with(plan.stages.len(), Stage::default);
        let stages = plan.stages.iter().zip(&numbers.stages);
        for (stage, (plan, of_stage)) in self.stages.iter_mut().zip(stages) {
            stage.start(plan, of_stage, &numbers.quality, luck);
        }
    }

    /// Leads that come, opportunities whose buyer gets back to us, and the
    /// standard hours that all who wait ask for.
    pub(super) fn arrive(
        &mut self,
        index: usize,
        now: &Moment<'_, impl Draw>,
        service: &mut [Service],
        events: &mut impl Events,
    ) {
        let plan = &now.plan.segments[index];
        for (i, (leads, channel)) in self.leads.iter_mut().zip(&plan.channels).enumerate() {
            let came = if channel.kind == ChannelKind::Referral {
                take(&mut self.customers.referral_leads)
            } else {
                leads.arrivals.set(leads.numbers.arrivals * now.demand);
                now.poisson(leads.places.arrivals, &mut leads.arrivals)
            };
            leads.waiting += came;
            let hours = leads.numbers.hours;
            events.queued(index, Queue::Channel(i), came);
            let demand = (real(leads.waiting) - leads.credit) * hours;
            service[channel.task].ask(demand, real(came) * hours);
        }
        for (i, (stage, planned)) in self.stages.iter_mut().zip(&plan.stages).enumerate() {
            let before = stage.ready;
            for (flow, room) in stage.flows.iter_mut().enumerate() {
                if room.waiting > 0 {
                    let came = now.binomial(room.places.answer, room.waiting, &mut stage.answer);
                    room.waiting -= came;
                    room.ready += came;
                    stage.ready += came;
                    events.queued(index, Queue::Stage { stage: i, flow }, came);
                }
            }
            let hours = stage.numbers.hours;
            let demand = (real(stage.ready) - stage.credit) * hours;
            service[planned.task].ask(demand, real(stage.ready - before) * hours);
        }
        let (care, tracking) = self.customers.ask();
        service[plan.care].ask(care, care);
        if let Some((task, _)) = plan.tracking {
            service[task].ask(tracking, tracking);
        }
    }

    /// Works on what the hours allow: stages from the last to the first, then leads.
    pub(super) fn work(
        &mut self,
        index: usize,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) {
        for stage in (0..self.stages.len()).rev() {
            if self.stages[stage].ready > 0 {
                self.work_stage(index, stage, now, hours, events);
            }
        }
        for channel in 0..self.leads.len() {
            if self.leads[channel].waiting > 0 {
                self.work_leads(index, channel, now, hours, events);
            }
        }
    }

    /// Lets the customers live through the step, and takes in the opportunities
    /// that tracking found.
    pub(super) fn live(
        &mut self,
        index: usize,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) {
        let induced = self.customers.live(index, now, hours, events);
        if let Some(Entrance { stage, flow }) = now.plan.segments[index].induced {
            self.stages[stage].flows[flow].waiting += induced;
        }
    }

    fn work_stage(
        &mut self,
        index: usize,
        at: usize,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) {
        let planned = &now.plan.segments[index].stages[at];
        let service = &hours.service[planned.task];
        let (stages, later) = self.stages.split_at_mut(at + 1);
        let (stage, mut next) = (&mut stages[at], later.first_mut());
        let mut left = finish(&mut stage.credit, stage.ready, service.hours, stage.units_an_hour);
        // A win changes hands too, but only after it is one.
        let changes = left > 0 && next.is_some();
        let handoff = if changes { now.loss(hours, &planned.passage) } else { 0.0 };
        let odds = stage.numbers.pass * service.lift;
        for (flow, (room, passing)) in stage.flows.iter_mut().zip(&mut stage.passing).enumerate() {
            if room.ready == 0 {
                continue;
            }
            let queue = Queue::Stage { stage: at, flow };
            let units = left.min(room.ready);
            left -= units;
            let spoiled = now.binomial(room.places.stale, room.ready - units, &mut stage.stale);
            room.ready -= units + spoiled;
            stage.ready -= units + spoiled;
            events.stale(index, queue, spoiled);
            if units == 0 {
                continue;
            }
            let Passing { pass, chance, .. } = passing.at(odds * room.quality, handoff);
            let passed = now.binomial(room.places.pass, units, chance);
            events.worked(index, queue, Worked { units, passed, pass: *pass, handoff });
            if let Some(next) = &mut next {
                next.flows[flow].waiting += passed;
            } else if passed > 0 {
                self.customers.win(index, flow, passed, now, hours, events);
            }
        }
        stage.credit = at_most(stage.credit, stage.ready);
    }

    fn work_leads(
        &mut self,
        index: usize,
        at: usize,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) {
        let channel = &now.plan.segments[index].channels[at];
        let service = &hours.service[channel.task];
        let leads = &mut self.leads[at];
        let units = finish(&mut leads.credit, leads.waiting, service.hours, leads.units_an_hour);
        leads.waiting -= units;
        if units > 0 {
            let handoff = now.loss(hours, &channel.passage);
            let Passing { pass, chance, .. } =
                leads.passing.at(leads.numbers.qualify * service.lift, handoff);
            let passed = now.binomial(leads.places.qualify, units, chance);
            self.stages[0].flows[channel.flow].waiting += passed;
            let worked = Worked { units, passed, pass: *pass, handoff };
            events.worked(index, Queue::Channel(at), worked);
        }
        let stale = now.binomial(leads.places.stale, leads.waiting, &mut leads.stale);
        leads.waiting -= stale;
        events.stale(index, Queue::Channel(at), stale);
        leads.credit = at_most(leads.credit, leads.waiting);
    }
}
