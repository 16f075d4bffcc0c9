//! Section 5: from lead to deal, in one segment.

use super::customers::Customers;
use super::draw::Draw;
use super::events::{Class, Events, Queue, Won, Worked};
use super::numbers::{SegmentNumbers, probability};
use super::plan::{Origin, SegmentPlan};
use super::{Allocation, Moment};
use crate::organisation::ChannelKind;

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
#[derive(Debug, Clone, Copy, Default)]
pub struct Leads {
    /// Waiting leads.
    pub waiting: u64,
    /// Work already done on the next one, 0 to below 1 of it.
    pub credit: f64,
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
}

/// Opportunities of one flow in a stage.
#[derive(Debug, Clone, Copy, Default)]
pub struct Room {
    /// In the waiting room: it is the buyer's turn.
    pub waiting: u64,
    /// In the queue: it is ours.
    pub ready: u64,
}

/// Takes finished units off a queue of `waiting`, given the standard hours and
/// the hours a unit; the rest stays as credit on the next one.
fn finish(credit: &mut f64, waiting: u64, given: f64, hours: f64) -> u64 {
    let in_hand = *credit + given / hours;
    // The billionth saves a unit that rounding left a hair short of done.
    let finished = ((in_hand + 1e-9) as u64).min(waiting);
    *credit = (in_hand - finished as f64).max(0.0);
    finished
}

impl Segment {
    /// An empty funnel and the initial customers.
    pub fn start(&mut self, plan: &SegmentPlan, initial: u64) {
        self.leads.clear();
        self.leads.resize(plan.channels.len(), Leads::default());
        self.stages.resize(plan.stages.len(), Stage::default());
        for stage in &mut self.stages {
            (stage.ready, stage.credit) = (0, 0.0);
            stage.flows.clear();
            stage.flows.resize(plan.flows.len(), Room::default());
        }
        self.customers = Customers::new(initial);
    }

    /// Leads that come, and opportunities whose buyer gets back to us.
    pub fn arrive(&mut self, index: usize, now: &Moment<'_, impl Draw>, events: &mut impl Events) {
        let (plan, numbers) = now.segment(index);
        for (i, channel) in plan.channels.iter().enumerate() {
            let came = match channel.kind {
                ChannelKind::Referral => std::mem::take(&mut self.customers.referral_leads),
                ChannelKind::Inbound { .. } | ChannelKind::Outbound { .. } => {
                    let mean = numbers.channels[i].arrivals * now.demand;
                    now.poisson(channel.arrivals, mean)
                }
            };
            if came > 0 {
                self.leads[i].waiting += came;
                let hours = came as f64 * numbers.channels[i].hours;
                events.queued(index, Queue::Channel(i), came, hours);
            }
        }
        for (i, stage) in plan.stages.iter().enumerate() {
            let numbers = &numbers.stages[i];
            let state = &mut self.stages[i];
            for (flow, room) in state.flows.iter_mut().enumerate() {
                if room.waiting == 0 {
                    continue;
                }
                let came = now.binomial(stage.places[flow].ready, room.waiting, numbers.ready);
                if came > 0 {
                    room.waiting -= came;
                    room.ready += came;
                    state.ready += came;
                    let queue = Queue::Stage { stage: i, flow };
                    events.queued(index, queue, came, came as f64 * numbers.hours);
                }
            }
        }
    }

    /// What the segment asks for in this step, in standard hours a task.
    pub fn ask(&self, plan: &SegmentPlan, numbers: &SegmentNumbers, demand: &mut [f64]) {
        for (i, channel) in plan.channels.iter().enumerate() {
            let leads = &self.leads[i];
            let units = leads.waiting as f64 - leads.credit;
            demand[channel.task] = units * numbers.channels[i].hours;
        }
        for (i, planned) in plan.stages.iter().enumerate() {
            let stage = &self.stages[i];
            let units = stage.ready as f64 - stage.credit;
            demand[planned.task] = units * numbers.stages[i].hours;
        }
        let customers = self.customers.total() as f64;
        demand[plan.care] = customers * numbers.customers.care_hours;
        if let Some((task, _)) = plan.tracking {
            demand[task] = customers * numbers.customers.tracking_hours;
        }
    }

    /// Works on what the hours allow: stages from the last to the first, then leads.
    pub fn work(
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
    pub fn live(
        &mut self,
        index: usize,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) {
        let induced = self.customers.live(index, now, hours, events);
        let tracking = now.plan.scenario.segments[index].customers.tracking;
        if let (Some(flow), Some(tracking)) = (now.plan.segments[index].induced, tracking) {
            self.stages[tracking.enters].flows[flow].waiting += induced;
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
        let (plan, numbers) = now.segment(index);
        let (planned, stage) = (&plan.stages[at], &numbers.stages[at]);
        let service = hours.service[planned.task];
        let waiting = self.stages[at].ready;
        let mut left = finish(&mut self.stages[at].credit, waiting, service.hours, stage.hours);
        let mut gone = left;
        let last = at + 1 == self.stages.len();
        // A win changes hands too, but only after it is one.
        let handoff = if last || left == 0 { 0.0 } else { now.loss(hours, &planned.passage) };
        for flow in 0..plan.flows.len() {
            let (queue, places) = (Queue::Stage { stage: at, flow }, &planned.places[flow]);
            let room = &mut self.stages[at].flows[flow];
            let units = left.min(room.ready);
            left -= units;
            room.ready -= units;
            let spoiled = now.binomial(places.stale, room.ready, stage.stale);
            room.ready -= spoiled;
            gone += spoiled;
            if units > 0 {
                let pass = probability(stage.pass * service.lift * numbers.quality[flow]);
                let passed = now.binomial(places.pass, units, pass * (1.0 - handoff));
                events.worked(index, queue, Worked { units, passed, pass, handoff });
                if !last {
                    self.stages[at + 1].flows[flow].waiting += passed;
                } else if passed > 0 {
                    self.win(index, flow, passed, now, hours, events);
                }
            }
            if spoiled > 0 {
                events.stale(index, queue, spoiled);
            }
        }
        let stage = &mut self.stages[at];
        stage.ready = waiting - gone;
        stage.credit = stage.credit.min(stage.ready as f64);
    }

    fn win(
        &mut self,
        index: usize,
        flow: usize,
        wins: u64,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) {
        let (plan, numbers) = now.segment(index);
        let priced_at = now.plan.scenario.segments[index].deal.priced_at;
        let price = numbers.price * hours.service[plan.stages[priced_at].task].price;
        let source = &plan.flows[flow];
        let worth = price * now.deals(source.deals, wins, numbers.log_deal);
        let class = match source.origin {
            Origin::Induced => {
                let worth = worth * numbers.customers.induced_value;
                events.induced_won(index, wins, self.customers.split(worth));
                return;
            }
            Origin::Referred => Class::Referred,
            Origin::Sourced => Class::Sourced,
        };
        let passage = &plan.stages[plan.stages.len() - 1].passage;
        let kept = 1.0 - now.loss(hours, passage);
        let joined = now.binomial(source.joins, wins, kept);
        self.customers.joining[class as usize] += joined;
        events.won(index, class, flow, Won { deals: wins, worth, joined });
    }

    fn work_leads(
        &mut self,
        index: usize,
        at: usize,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) {
        let (plan, numbers) = now.segment(index);
        let (channel, numbers) = (&plan.channels[at], &numbers.channels[at]);
        let service = hours.service[channel.task];
        let leads = &mut self.leads[at];
        let units = finish(&mut leads.credit, leads.waiting, service.hours, numbers.hours);
        leads.waiting -= units;
        if units > 0 {
            let handoff = now.loss(hours, &channel.passage);
            let pass = probability(numbers.qualify * service.lift);
            let passed = now.binomial(channel.qualify, units, pass * (1.0 - handoff));
            self.stages[0].flows[channel.flow].waiting += passed;
            let worked = Worked { units, passed, pass, handoff };
            events.worked(index, Queue::Channel(at), worked);
        }
        let stale = now.binomial(channel.stale, leads.waiting, numbers.stale);
        if stale > 0 {
            leads.waiting -= stale;
            events.stale(index, Queue::Channel(at), stale);
        }
        leads.credit = leads.credit.min(leads.waiting as f64);
    }
}
