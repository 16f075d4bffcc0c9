//! Section 5: from lead to deal, in one segment.

use super::customers::Customers;
use super::draw::Draw;
use super::events::{Events, Queue, Worked};
use super::numbers::{SegmentNumbers, probability};
use super::plan::SegmentPlan;
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
        let stages = self.stages.iter_mut().zip(&plan.stages).zip(&numbers.stages);
        for (stage, ((state, planned), numbers)) in stages.enumerate() {
            for (flow, (room, places)) in state.flows.iter_mut().zip(&planned.places).enumerate() {
                if room.waiting == 0 {
                    continue;
                }
                let came = now.binomial(places.ready, room.waiting, numbers.ready);
                if came > 0 {
                    room.waiting -= came;
                    room.ready += came;
                    state.ready += came;
                    let hours = came as f64 * numbers.hours;
                    events.queued(index, Queue::Stage { stage, flow }, came, hours);
                }
            }
        }
    }

    /// What the segment asks for in this step, in standard hours a task.
    pub fn ask(&self, plan: &SegmentPlan, numbers: &SegmentNumbers, demand: &mut [f64]) {
        let channels = self.leads.iter().zip(&plan.channels).zip(&numbers.channels);
        for ((leads, channel), numbers) in channels {
            demand[channel.task] = (leads.waiting as f64 - leads.credit) * numbers.hours;
        }
        let stages = self.stages.iter().zip(&plan.stages).zip(&numbers.stages);
        for ((stage, planned), numbers) in stages {
            demand[planned.task] = (stage.ready as f64 - stage.credit) * numbers.hours;
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
        let (planned, of_stage) = (&plan.stages[at], &numbers.stages[at]);
        let service = &hours.service[planned.task];
        let (stages, later) = self.stages.split_at_mut(at + 1);
        let (stage, mut next) = (&mut stages[at], later.first_mut());
        let mut left = finish(&mut stage.credit, stage.ready, service.hours, of_stage.hours);
        // A win changes hands too, but only after it is one.
        let changes = left > 0 && next.is_some();
        let handoff = if changes { now.loss(hours, &planned.passage) } else { 0.0 };
        let odds = of_stage.pass * service.lift;
        for (flow, (room, places)) in stage.flows.iter_mut().zip(&planned.places).enumerate() {
            if room.ready == 0 {
                continue;
            }
            let queue = Queue::Stage { stage: at, flow };
            let units = left.min(room.ready);
            left -= units;
            let spoiled = now.binomial(places.stale, room.ready - units, of_stage.stale);
            room.ready -= units + spoiled;
            stage.ready -= units + spoiled;
            if units > 0 {
                let pass = probability(odds * numbers.quality[flow]);
                let passed = now.binomial(places.pass, units, pass * (1.0 - handoff));
                events.worked(index, queue, Worked { units, passed, pass, handoff });
                match &mut next {
                    Some(next) => next.flows[flow].waiting += passed,
                    None if passed > 0 => {
                        self.customers.win(index, flow, passed, now, hours, events);
                    }
                    None => {}
                }
            }
            if spoiled > 0 {
                events.stale(index, queue, spoiled);
            }
        }
        stage.credit = stage.credit.min(stage.ready as f64);
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
