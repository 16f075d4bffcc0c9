//! A group of customers with a funnel of its own.

use super::{FactorId, Kind};

/// Channels, stages, deals and customers that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Its key in the scenario.
    pub key: String,
    /// Where leads come from, in file order, at least one.
    pub channels: Vec<Channel>,
    /// The way from opportunity to win, at least one stage.
    pub stages: Vec<Stage>,
    /// What a win is worth.
    pub deal: Deal,
    /// What happens after the win.
    pub customers: Customers,
}

/// Where leads come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Channel {
    /// Its key in the scenario.
    pub key: String,
    /// How leads come.
    pub kind: ChannelKind,
    /// The kind of work a lead needs.
    pub work: Kind,
    /// Hours of it a lead. Positive.
    pub hours: FactorId,
    /// Probability that a worked lead becomes an opportunity.
    pub qualify: FactorId,
    /// Factor on the odds of every pass of its opportunities. Positive.
    pub quality: FactorId,
    /// Probability a month that a lead that nobody worked is lost.
    pub stale: FactorId,
}

/// How leads come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChannelKind {
    /// By themselves.
    Inbound {
        /// Mean a month. Non-negative.
        arrivals: FactorId,
    },
    /// Prospects come within reach; each is a lead once worked.
    Outbound {
        /// Mean prospects a month. Non-negative.
        arrivals: FactorId,
    },
    /// Sent by customers.
    Referral,
}

/// One step from opportunity to win.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Its name, unlike that of any other stage of the segment.
    pub name: String,
    /// The kind of work it needs.
    pub work: Kind,
    /// Hours of it an opportunity. Positive.
    pub hours: FactorId,
    /// Mean months that the buyer lets us wait, beyond the first step. Non-negative.
    pub wait_months: FactorId,
    /// Probability that a worked opportunity passes.
    pub pass: FactorId,
    /// Probability a month that a ready opportunity that waits for us is lost.
    pub stale: FactorId,
}

/// What a win is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Deal {
    /// Mean first deal, in currency. Positive.
    pub price: FactorId,
    /// Coefficient of variation from deal to deal. Non-negative.
    pub spread: FactorId,
    /// The stage whose work decides the price.
    pub priced_at: usize,
}

/// What happens after the win.
#[derive(Debug, Clone, PartialEq)]
pub struct Customers {
    /// Active customers at the start.
    pub initial: u64,
    /// Looking after them.
    pub care: Care,
    /// Probability a year that a customer leaves.
    pub churn: Neglectable,
    /// Repeat orders a customer a year. Non-negative.
    pub orders: Neglectable,
    /// Worth of a repeat order, of the mean first deal. Positive.
    pub order_value: FactorId,
    /// Referral leads a customer a year. Non-negative.
    pub referrals: Neglectable,
    /// Following customers to sense new demand.
    pub tracking: Option<Tracking>,
}

/// Work that grows with the number of customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Care {
    /// The kind of work.
    pub work: Kind,
    /// Hours a customer a month for full care. Positive.
    pub hours: FactorId,
}

/// A rate that depends on how much of the care customers get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Neglectable {
    /// With full care.
    pub cared: FactorId,
    /// With none.
    pub neglected: FactorId,
}

/// Following customers to sense new demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tracking {
    /// The work, with its hours a customer a month for full tracking.
    pub care: Care,
    /// Induced opportunities a fully tracked customer a year. Non-negative.
    pub demands: FactorId,
    /// Factor on the odds of every pass of the induced opportunities. Positive.
    pub quality: FactorId,
    /// Worth of an induced win, of a first deal. Positive.
    pub value: FactorId,
    /// The stage where induced opportunities enter.
    pub enters: usize,
}
