//! What becomes of the units of every queue: how many were worked, how many of them
//! passed, and how many were lost while they waited.

use super::State;
use super::events::{Class, Events, Queue, Staffed, Won, Worked};
use super::months::Months;
use crate::organisation::Scenario;

/// A queue's units over the counted months.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Flow {
    /// Worked.
    pub worked: f64,
    /// Lost while they waited for us.
    pub stale: f64,
    /// Of those worked, how many should pass by their chance.
    pub passing: f64,
    /// Of those, how many should survive the change of hands.
    pub kept: f64,
}

impl Flow {
    /// With the units of another one.
    #[must_use]
    pub fn and(self, other: &Self) -> Self {
        Self {
            worked: self.worked + other.worked,
            stale: self.stale + other.stale,
            passing: self.passing + other.passing,
            kept: self.kept + other.kept,
        }
    }

    /// Chance of a worked unit to pass, changes of hands apart; 1 where none was worked.
    #[must_use]
    pub fn pass(&self) -> f64 {
        if self.worked > 0.0 { self.passing / self.worked } else { 1.0 }
    }

    /// Share of the units that went on, of all that left the queue; 1 where none did.
    #[must_use]
    pub fn through(&self) -> f64 {
        let left = self.worked + self.stale;
        if left > 0.0 { self.kept / left } else { 1.0 }
    }
}

/// The queues of a segment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Funnel {
    /// One a channel.
    pub channels: Vec<Flow>,
    /// One a stage, all flows together.
    pub stages: Vec<Flow>,
    /// Active customers when counting starts.
    pub customers: f64,
}

/// Listens for what becomes of units, and by month for leads, wins and first deals.
#[derive(Debug, Clone, Default)]
pub struct Flows {
    /// One a segment.
    pub segments: Vec<Funnel>,
    /// By counted month.
    pub months: Months,
    warm_up: usize,
    counting: bool,
}

impl Flows {
    /// For a scenario.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let funnel = |segment: &crate::organisation::Segment| Funnel {
            channels: vec![Flow::default(); segment.channels.len()],
            stages: vec![Flow::default(); segment.stages.len()],
            customers: segment.customers.initial as f64,
        };
        Self {
            segments: scenario.segments.iter().map(funnel).collect(),
            months: Months::new(scenario.warm_up_months, scenario.horizon_months),
            warm_up: scenario.warm_up_months,
            counting: false,
        }
    }

    fn flow(&mut self, segment: usize, queue: Queue) -> &mut Flow {
        let funnel = &mut self.segments[segment];
        match queue {
            Queue::Channel(channel) => &mut funnel.channels[channel],
            Queue::Stage { stage, .. } => &mut funnel.stages[stage],
        }
    }
}

impl Events for Flows {
    fn month(&mut self, month: usize, demand: f64) {
        self.counting = month >= self.warm_up;
        self.months.month(month, demand);
    }

    fn queued(&mut self, segment: usize, queue: Queue, units: u64) {
        self.months.queued(segment, queue, units);
    }

    fn worked(&mut self, segment: usize, queue: Queue, worked: Worked) {
        if self.counting {
            let flow = self.flow(segment, queue);
            let passing = worked.units as f64 * worked.pass;
            flow.worked += worked.units as f64;
            flow.passing += passing;
            flow.kept += passing * (1.0 - worked.handoff);
        }
    }

    fn stale(&mut self, segment: usize, queue: Queue, units: u64) {
        if self.counting {
            self.flow(segment, queue).stale += units as f64;
        }
    }

    fn won(&mut self, segment: usize, class: Class, flow: usize, won: Won) {
        self.months.won(segment, class, flow, won);
    }

    fn ended(&mut self, state: &State) {
        if !self.counting {
            for (funnel, segment) in self.segments.iter_mut().zip(&state.segments) {
                funnel.customers = segment.customers.total() as f64;
            }
        }
    }

    fn staffed(&mut self, _role: usize, _staffed: Staffed) {}
    fn allocated(&mut self, _state: &State) {}
    fn induced_won(&mut self, _segment: usize, _deals: u64, _worth: [f64; 3]) {}
    fn ordered(&mut self, _segment: usize, _class: Class, _orders: u64, _worth: f64) {}
    fn sensed(&mut self, _segment: usize, _referrals: u64, _induced: u64) {}
    fn churned(&mut self, _segment: usize, _class: Class, _customers: u64) {}
    fn departed(&mut self, _role: usize, _people: u64) {}
}
