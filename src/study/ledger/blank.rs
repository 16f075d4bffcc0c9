//! A period in which nothing has happened yet: every row that a ledger has.

use super::{
    ByRole, ChannelRecord, FlowRecord, Period, RoleRecord, SegmentRecord, Source, StageRecord,
    TrackingRecord, Wins, WorkRecord,
};
use crate::organisation::{Channel, ChannelKind, Role, Segment, Stage};
use crate::simulation::Plan;
use crate::simulation::plan::{ChannelPlan, SegmentPlan, StagePlan};

/// The empty period of a scenario.
pub(super) fn period(plan: &Plan<'_>) -> Period {
    let role = |role: &Role| {
        (role.key.clone(), RoleRecord { title: role.title.clone(), ..RoleRecord::default() })
    };
    let segments = plan.scenario.segments.iter().zip(&plan.segments);
    Period {
        roles: plan.scenario.roles.iter().map(role).collect(),
        segments: segments
            .map(|(segment, planned)| (segment.key.clone(), record(plan, segment, planned)))
            .collect(),
        ..Period::default()
    }
}

/// The channels that the flows of a segment come from; none for tracking's.
pub(super) fn flows(segment: &Segment, planned: &SegmentPlan) -> Vec<Option<String>> {
    let mut flows = vec![None; planned.flows.len()];
    for (channel, planned) in segment.channels.iter().zip(&planned.channels) {
        flows[planned.flow] = Some(channel.key.clone());
    }
    flows
}

fn record(plan: &Plan<'_>, segment: &Segment, planned: &SegmentPlan) -> SegmentRecord {
    let flows = flows(segment, planned);
    let sources = || flows.iter().map(Option::as_deref);
    let channel = |(one, planned): (&Channel, &ChannelPlan)| {
        let (kind, work) = (source(one.kind), work(plan, planned.task));
        (one.key.clone(), ChannelRecord { kind, work, ..ChannelRecord::default() })
    };
    let stage = |(one, planned): (&Stage, &StagePlan)| {
        let (flows, work) = (sources().map(flow).collect(), work(plan, planned.task));
        (one.name.clone(), StageRecord { flows, work, ..StageRecord::default() })
    };
    let channels = segment.channels.iter().zip(&planned.channels);
    let stages = segment.stages.iter().zip(&planned.stages);
    let tracking = planned.tracking.as_ref();
    SegmentRecord {
        channels: channels.map(channel).collect(),
        stages: stages.map(stage).collect(),
        care: work(plan, planned.care),
        tracking: tracking.map(|(task, _)| TrackingRecord {
            work: work(plan, *task),
            ..TrackingRecord::default()
        }),
        wins: sources().map(wins).collect(),
        ..SegmentRecord::default()
    }
}

fn source(kind: ChannelKind) -> Source {
    match kind {
        ChannelKind::Inbound { .. } => Source::Inbound,
        ChannelKind::Outbound { .. } => Source::Outbound,
        ChannelKind::Referral => Source::Referral,
    }
}

fn flow(from: Option<&str>) -> FlowRecord {
    FlowRecord { channel: from.map(str::to_owned), ..FlowRecord::default() }
}

fn wins(from: Option<&str>) -> Wins {
    Wins { channel: from.map(str::to_owned), ..Wins::default() }
}

fn work(plan: &Plan<'_>, task: usize) -> WorkRecord {
    let carriers = &plan.kinds[plan.tasks[task].kind].carriers;
    let key = |role: usize| plan.scenario.roles[role].key.clone();
    WorkRecord {
        roles: carriers.iter().map(|carrier| (key(carrier.role), ByRole::default())).collect(),
        ..WorkRecord::default()
    }
}
