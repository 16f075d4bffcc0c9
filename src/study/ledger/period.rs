//! A month or a step of time.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Bookings, ChannelRecord, CustomerRecord, RoleRecord, Source, StageRecord, TrackingRecord, Wins,
    WorkRecord,
};

/// All that happened in a month or in a step of time.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct Period {
    /// The month: 1 is the first counted one; 0, -1, … are the warm-up.
    pub month: i64,
    /// The step of the month, from 1; absent for a whole month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<usize>,
    /// Index of demand of the month.
    pub demand: f64,
    /// By key, in file order.
    pub roles: IndexMap<String, RoleRecord>,
    /// By key, in file order.
    pub segments: IndexMap<String, SegmentRecord>,
    /// Money booked in all segments.
    pub bookings: Bookings,
}

/// All that happened in a segment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct SegmentRecord {
    /// By key, in file order.
    pub channels: IndexMap<String, ChannelRecord>,
    /// By name, from the first to the last.
    pub stages: IndexMap<String, StageRecord>,
    /// Hours of care.
    pub care: WorkRecord,
    /// Tracking; absent where the segment has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking: Option<TrackingRecord>,
    /// Deals won, by flow.
    pub wins: Vec<Wins>,
    /// Its customers.
    pub customers: CustomerRecord,
    /// Money booked.
    pub bookings: Bookings,
}

impl Period {
    /// Leads of inbound channels (arrived) and outbound channels (worked).
    #[must_use]
    pub fn leads(&self) -> u64 {
        let leads = |channel: &ChannelRecord| match channel.kind {
            Source::Inbound => channel.queue.arrived,
            Source::Outbound => channel.queue.worked,
            Source::Referral => 0,
        };
        self.channels().map(leads).sum()
    }

    /// Opportunities from channels.
    #[must_use]
    pub fn opportunities(&self) -> u64 {
        self.channels().map(|channel| channel.queue.passed).sum()
    }

    /// First wins of the sourced flows.
    #[must_use]
    pub fn first_wins(&self) -> u64 {
        self.segments.values().map(SegmentRecord::first_wins).sum()
    }

    /// Active customers at its end.
    #[must_use]
    pub fn customers(&self) -> u64 {
        let active = |segment: &SegmentRecord| {
            segment.customers.classes().map(|(_, class)| class.active.after).iter().sum::<u64>()
        };
        self.segments.values().map(active).sum()
    }

    /// Cost of people and of hiring, in currency.
    #[must_use]
    pub fn cost(&self) -> f64 {
        self.roles.values().map(|role| role.cost + role.hire_cost).sum()
    }

    fn channels(&self) -> impl Iterator<Item = &ChannelRecord> {
        self.segments.values().flat_map(|segment| segment.channels.values())
    }

    /// Makes it the next period: what is there stays, what happened is forgotten.
    pub(super) fn pass_on(&mut self) {
        for role in self.roles.values_mut() {
            (role.hired, role.departed, role.removed) = (0, 0, 0);
        }
        self.segments.values_mut().for_each(SegmentRecord::pass_on);
        self.bookings = Bookings::default();
    }

    /// Takes in the period that follows.
    pub(super) fn absorb(&mut self, later: &Self) {
        for (role, later) in self.roles.values_mut().zip(later.roles.values()) {
            role.absorb(later);
        }
        for (segment, later) in self.segments.values_mut().zip(later.segments.values()) {
            segment.absorb(later);
        }
        self.bookings.absorb(&later.bookings);
    }
}

impl SegmentRecord {
    fn first_wins(&self) -> u64 {
        let sourced = |wins: &&Wins| {
            let channel = wins.channel.as_ref().and_then(|key| self.channels.get(key));
            channel.is_some_and(|channel| channel.kind != Source::Referral)
        };
        self.wins.iter().filter(sourced).map(|wins| wins.deals).sum()
    }

    fn pass_on(&mut self) {
        self.channels.values_mut().for_each(ChannelRecord::pass_on);
        self.stages.values_mut().for_each(StageRecord::pass_on);
        self.care.pass_on();
        if let Some(tracking) = &mut self.tracking {
            tracking.work.pass_on();
        }
        self.wins.iter_mut().for_each(Wins::pass_on);
        self.customers.pass_on();
        self.bookings = Bookings::default();
    }

    fn absorb(&mut self, later: &Self) {
        for (channel, later) in self.channels.values_mut().zip(later.channels.values()) {
            channel.absorb(later);
        }
        for (stage, later) in self.stages.values_mut().zip(later.stages.values()) {
            stage.absorb(later);
        }
        self.care.absorb(&later.care);
        if let (Some(tracking), Some(later)) = (&mut self.tracking, &later.tracking) {
            tracking.work.absorb(&later.work);
            tracking.handoff = later.handoff;
        }
        for (wins, later) in self.wins.iter_mut().zip(&later.wins) {
            wins.absorb(later);
        }
        self.customers.absorb(&later.customers);
        self.bookings.absorb(&later.bookings);
    }
}
