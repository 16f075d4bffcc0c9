//! Leads and opportunities: what came, what was worked, what became of it.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

/// How much there was before a period and after it.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct Level<T> {
    /// When the period started.
    pub before: T,
    /// When it ended.
    pub after: T,
}

impl<T: Copy> Level<T> {
    /// The level of the next period, in which nothing has happened yet.
    pub(super) fn pass_on(&mut self) {
        self.before = self.after;
    }

    pub(super) fn absorb(&mut self, later: &Self) {
        self.after = later.after;
    }
}

/// Units lost, by cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Lost {
    /// Worked, and the answer was no.
    pub failed: u64,
    /// Worked, the answer was yes, and lost where the work changed hands.
    pub handoff: u64,
    /// Waited for us too long.
    pub stale: u64,
}

/// A queue: before + arrived − worked − stale = after, and worked = passed +
/// failed + lost at the hand-off.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct QueueRecord {
    /// Units in the queue.
    pub waiting: Level<u64>,
    /// Units that reached it: leads that came, opportunities that became ready.
    pub arrived: u64,
    /// Units that were worked.
    pub worked: u64,
    /// Of those, units that went on: to the first or next stage, or to a win.
    pub passed: u64,
    /// Units lost.
    pub lost: Lost,
    /// Chance of a yes for a worked unit (lift and quality included, the
    /// hand-off not) in the last step in which any was worked; absent without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<f64>,
}

impl QueueRecord {
    pub(super) fn pass_on(&mut self) {
        self.waiting.pass_on();
        *self = Self { waiting: self.waiting, ..Self::default() };
    }

    pub(super) fn absorb(&mut self, later: &Self) {
        self.waiting.absorb(&later.waiting);
        self.arrived += later.arrived;
        self.worked += later.worked;
        self.passed += later.passed;
        self.lost.failed += later.lost.failed;
        self.lost.handoff += later.lost.handoff;
        self.lost.stale += later.lost.stale;
        self.chance = later.chance.or(self.chance);
    }
}

/// What a role gave to a task.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct ByRole {
    /// Standard hours.
    pub given: f64,
    /// Its share of the task's mix, 0 to 1.
    pub mix: f64,
}

/// Hours of a task: a channel, a stage, care or tracking.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct WorkRecord {
    /// Standard hours of what reached the queue; of care and tracking, asked for.
    pub demanded: f64,
    /// Standard hours that all that waited asked for in the last step, what was
    /// already done taken off.
    pub asked: f64,
    /// Standard hours given.
    pub given: f64,
    /// The roles that carry this kind of work, by key, in the order in which they serve.
    pub roles: IndexMap<String, ByRole>,
    /// Factor on the odds of a yes, in the last step.
    pub lift: f64,
    /// Factor on the price of a deal, in the latest step with any hours.
    pub price: f64,
}

impl WorkRecord {
    pub(super) fn pass_on(&mut self) {
        (self.demanded, self.given) = (0.0, 0.0);
        self.roles.values_mut().for_each(|role| role.given = 0.0);
    }

    pub(super) fn absorb(&mut self, later: &Self) {
        self.demanded += later.demanded;
        self.asked = later.asked;
        self.given += later.given;
        for (role, later) in self.roles.values_mut().zip(later.roles.values()) {
            *role = ByRole { given: role.given + later.given, mix: later.mix };
        }
        (self.lift, self.price) = (later.lift, later.price);
    }
}

/// A passage from one task to another, in the last step.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct Handoff {
    /// How far work changes hands, 0 to 1.
    pub change: f64,
    /// Chance that a unit is lost there: `handoffs.loss` × that.
    pub chance: f64,
}

/// How leads come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// By themselves; each counts as a lead when it arrives.
    #[default]
    Inbound,
    /// Within reach; each counts as a lead once worked.
    Outbound,
    /// Sent by customers; none counts among the leads.
    Referral,
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct ChannelRecord {
    /// How its leads come.
    pub kind: Source,
    /// Its leads.
    pub queue: QueueRecord,
    /// Work already done on the next lead, 0 to below 1 of it.
    pub credit: Level<f64>,
    /// Its hours.
    pub work: WorkRecord,
    /// To the first stage.
    pub handoff: Handoff,
}

/// A stage.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct StageRecord {
    /// Its opportunities by where they came from, in the order of service.
    pub flows: Vec<FlowRecord>,
    /// Work already done on the next opportunity, 0 to below 1 of it.
    pub credit: Level<f64>,
    /// Its hours.
    pub work: WorkRecord,
    /// To the next stage; from the last one, of new customers, to care.
    pub handoff: Handoff,
}

/// Opportunities of one flow in a stage: room before + entered − arrived in the
/// queue = room after.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct FlowRecord {
    /// The channel they came from; absent for those that tracking found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// In the waiting room: it is the buyer's turn.
    pub room: Level<u64>,
    /// Opportunities that entered the waiting room.
    pub entered: u64,
    /// In the queue: it is ours.
    pub queue: QueueRecord,
}

/// Tracking of customers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct TrackingRecord {
    /// Its hours.
    pub work: WorkRecord,
    /// To the stage that its opportunities enter.
    pub handoff: Handoff,
}

impl ChannelRecord {
    pub(super) fn pass_on(&mut self) {
        self.queue.pass_on();
        self.credit.pass_on();
        self.work.pass_on();
    }

    pub(super) fn absorb(&mut self, later: &Self) {
        self.queue.absorb(&later.queue);
        self.credit.absorb(&later.credit);
        self.work.absorb(&later.work);
        self.handoff = later.handoff;
    }
}

impl StageRecord {
    pub(super) fn pass_on(&mut self) {
        for flow in &mut self.flows {
            flow.room.pass_on();
            flow.entered = 0;
            flow.queue.pass_on();
        }
        self.credit.pass_on();
        self.work.pass_on();
    }

    pub(super) fn absorb(&mut self, later: &Self) {
        for (flow, later) in self.flows.iter_mut().zip(&later.flows) {
            flow.room.absorb(&later.room);
            flow.entered += later.entered;
            flow.queue.absorb(&later.queue);
        }
        self.credit.absorb(&later.credit);
        self.work.absorb(&later.work);
        self.handoff = later.handoff;
    }
}
