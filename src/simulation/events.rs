//! What happens in a run, told as it happens.
//!
//! The engine reports every event here and keeps no books itself: [`super::Tally`]
//! adds up what a run yields; whoever wants to write everything down listens too.

use super::State;

/// A queue of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Queue {
    /// A channel's leads.
    Channel(usize),
    /// A stage's opportunities of one flow (in the plan's order).
    Stage {
        /// Index of the stage in its segment.
        stage: usize,
        /// Index of the flow.
        flow: usize,
    },
}

/// Units that were worked in a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worked {
    /// How many.
    pub units: u64,
    /// How many of them passed and survived the change of hands.
    pub passed: u64,
    /// Chance to pass, before the change of hands.
    pub pass: f64,
    /// Chance to be lost where the work changes hands.
    pub handoff: f64,
}

/// A class of customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// There when counting starts.
    Existing,
    /// Won through inbound and outbound channels.
    Sourced,
    /// Sent by customers.
    Referred,
}

impl Class {
    /// All classes, in the order of every table of three.
    pub const ALL: [Self; 3] = [Self::Existing, Self::Sourced, Self::Referred];
}

/// A role's people in a step.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Staffed {
    /// Seats filled at the start of the step.
    pub hired: u64,
    /// Filled seats while the step's work is done.
    pub filled: usize,
    /// Hours they have.
    pub hours: f64,
    /// What they cost in this step.
    pub cost: f64,
    /// What filling seats cost.
    pub hire_cost: f64,
}

/// Wins of one flow in a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Won {
    /// How many deals.
    pub deals: u64,
    /// What they are worth, in currency.
    pub worth: f64,
    /// Customers who join at the end of the step.
    pub joined: u64,
}

/// Listens to a run. All indices are those of the scenario's tables.
pub trait Events {
    /// A month starts (from 0, the warm-up included) with its index of demand.
    fn month(&mut self, month: usize, demand: f64);
    /// A role's people are known for the step.
    fn staffed(&mut self, role: usize, staffed: Staffed);
    /// Units reached a queue.
    fn queued(&mut self, segment: usize, queue: Queue, units: u64);
    /// Hours were handed out.
    fn allocated(&mut self, state: &State);
    /// Units were worked.
    fn worked(&mut self, segment: usize, queue: Queue, worked: Worked);
    /// Units went stale.
    fn stale(&mut self, segment: usize, queue: Queue, units: u64);
    /// First deals were won.
    fn won(&mut self, segment: usize, class: Class, flow: usize, won: Won);
    /// Induced deals were won; their worth goes to the classes in these parts.
    fn induced_won(&mut self, segment: usize, deals: u64, worth: [f64; 3]);
    /// Customers of a class ordered again.
    fn ordered(&mut self, segment: usize, class: Class, orders: u64, worth: f64);
    /// Customers sent leads, and tracking found opportunities.
    fn sensed(&mut self, segment: usize, referrals: u64, induced: u64);
    /// Customers of a class left.
    fn churned(&mut self, segment: usize, class: Class, customers: u64);
    /// People left a role at the end of the step.
    fn departed(&mut self, role: usize, people: u64);
    /// A step of time ended.
    fn ended(&mut self, state: &State);
}
