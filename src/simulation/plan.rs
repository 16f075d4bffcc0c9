//! A scenario laid out for the engine: who can do what, in which order it is
//! served, and where chance enters. Made once a scenario; no names after this.

use std::cmp::Reverse;
use std::ops::Range;

use crate::organisation::{Care, ChannelKind, Kind, Role, Scenario, Segment, WorkEntry};
use crate::random::Place;

/// A scenario's structure as indices.
#[derive(Debug)]
pub struct Plan<'a> {
    /// What it was made from; numbers are read from it once a run.
    pub scenario: &'a Scenario,
    /// Everything that needs hours of one kind of work.
    pub tasks: Vec<Task>,
    /// Tasks in the order in which they are served.
    pub order: Vec<usize>,
    /// Those of them that hours set aside can reach, in the same order.
    pub order_aside: Vec<usize>,
    /// Those of them that hours can reach which are not set aside for their kind
    /// alone, in the same order.
    pub order_free: Vec<usize>,
    /// Who carries each kind of work.
    pub kinds: Vec<KindPlan>,
    /// One a work entry: its role, and the share of the role's hours set aside for it.
    pub set_aside: Vec<(usize, f64)>,
    /// One a role: the share of its hours that is set aside for no kind.
    pub free: Vec<f64>,
    /// One a role: how many times its `switching_loss` is lost, kinds of work less one.
    pub switches: Vec<i32>,
    /// Entries of each role in the flat table of work entries.
    pub entries: Vec<Range<usize>>,
    /// The funnel of each segment.
    pub segments: Vec<SegmentPlan>,
    /// Where chance enters each role.
    pub roles: Vec<RolePlaces>,
    /// Shocks of the market.
    pub market: Place,
    /// One a factor.
    pub factors: Vec<Place>,
    /// Length of the tables that hold a number for each carrier of each task.
    pub slots: usize,
}

/// A step of the model's section 4: a stage, the care or the tracking of a
/// segment, or a channel. (Called a task here, for a step is also a slice of time.)
#[derive(Debug, Clone)]
pub struct Task {
    /// The kind of work, an index into [`Plan::kinds`].
    pub kind: usize,
    /// Its slots in the tables that hold a number for each carrier.
    pub slots: Range<usize>,
    /// The carrier of its kind, where there is no other.
    pub only: Option<Carrier>,
}

/// Who carries a kind of work.
#[derive(Debug, Clone, Default)]
pub struct KindPlan {
    /// Those with fewer kinds first; equally many in file order.
    pub carriers: Vec<Carrier>,
    /// Carriers that serve together.
    pub groups: Vec<Range<usize>>,
}

/// A role that carries a kind of work.
#[derive(Debug, Clone, Copy)]
pub struct Carrier {
    /// Index of the role.
    pub role: usize,
    /// Index into the flat table of work entries.
    pub entry: usize,
}

/// A change of hands.
#[derive(Debug, Clone, Default)]
pub struct Passage {
    /// The slots of those who carry both kinds of work.
    pub both: Vec<(usize, usize)>,
    /// How far work changes hands, 0 to 1, whoever does it; none where that is up to
    /// those who do.
    pub held: Option<f64>,
}

/// The funnel of a segment.
#[derive(Debug)]
pub struct SegmentPlan {
    /// In file order.
    pub channels: Vec<ChannelPlan>,
    /// In file order; the last one wins.
    pub stages: Vec<StagePlan>,
    /// In the order in which a stage serves them.
    pub flows: Vec<FlowPlan>,
    /// Where tracking feeds in what it finds.
    pub induced: Option<Entrance>,
    /// Care of the customers.
    pub care: usize,
    /// Tracking of the customers, and the passage to the stage it feeds.
    pub tracking: Option<(usize, Passage)>,
    /// Where chance enters its customers.
    pub places: CustomerPlaces,
}

/// Where opportunities enter the funnel.
#[derive(Debug, Clone, Copy)]
pub struct Entrance {
    /// Index of the stage.
    pub stage: usize,
    /// Index of their flow.
    pub flow: usize,
}

/// A channel.
#[derive(Debug)]
pub struct ChannelPlan {
    /// Its task.
    pub task: usize,
    /// How leads come.
    pub kind: ChannelKind,
    /// The flow that its opportunities belong to.
    pub flow: usize,
    /// To the first stage.
    pub passage: Passage,
    /// Where chance enters: leads that come, that qualify, that go stale.
    pub arrivals: Place,
    /// Worked leads that become opportunities.
    pub qualify: Place,
    /// Leads that go stale.
    pub stale: Place,
}

/// A stage.
#[derive(Debug)]
pub struct StagePlan {
    /// Its task.
    pub task: usize,
    /// To the next stage; from the last one to care.
    pub passage: Passage,
    /// One a flow.
    pub places: Vec<StagePlaces>,
}

/// Where chance enters a stage, for one flow.
#[derive(Debug)]
pub struct StagePlaces {
    /// Opportunities that become ready.
    pub ready: Place,
    /// Worked opportunities that pass.
    pub pass: Place,
    /// Ready opportunities that go stale.
    pub stale: Place,
}

/// Where opportunities came from.
#[derive(Debug)]
pub struct FlowPlan {
    /// What becomes of its wins.
    pub origin: Origin,
    /// Values of its deals.
    pub deals: Place,
    /// New customers who survive the change of hands.
    pub joins: Place,
}

/// What a flow's wins are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Repeat business, from tracking.
    Induced,
    /// First deals that customers sent.
    Referred,
    /// First deals of inbound and outbound channels.
    Sourced,
}

/// Where chance enters the customers of a segment, for the classes existing,
/// sourced and referred.
#[derive(Debug)]
pub struct CustomerPlaces {
    /// Numbers of repeat orders.
    pub orders: [Place; 3],
    /// Values of repeat orders.
    pub values: [Place; 3],
    /// Customers who leave.
    pub churn: [Place; 3],
    /// Referral leads.
    pub referrals: Place,
    /// Induced opportunities.
    pub induced: Place,
}

/// Where chance enters a role.
#[derive(Debug)]
pub struct RolePlaces {
    /// Vacant seats that fill.
    pub hires: Place,
    /// Filled seats that empty.
    pub departures: Place,
}

impl<'a> Plan<'a> {
    /// Lays out a scenario.
    #[must_use]
    pub fn new(scenario: &'a Scenario) -> Self {
        let entries = entries(scenario);
        let kinds: Vec<_> =
            (0..scenario.kinds.len()).map(|kind| carriers(scenario, &entries, kind)).collect();
        let mut builder = Builder { kinds: &kinds, tasks: Vec::new(), ranks: Vec::new(), slots: 0 };
        let count = scenario.segments.len();
        let segments = (0..count).map(|index| builder.segment(scenario, index)).collect();
        let Builder { tasks, ranks, slots, .. } = builder;
        let order = order(scenario, &tasks, &ranks);
        let reached = |by: fn(&Role, &WorkEntry) -> bool| {
            let reaches = |&task: &usize| {
                scenario.carriers(Kind(tasks[task].kind)).any(|(role, entry)| by(role, entry))
            };
            order.iter().copied().filter(reaches).collect()
        };
        let order_aside = reached(|_, entry| entry.share > 0.0);
        // A role that has set all hours aside for its only kind has nothing left
        // that the first pass could not have given.
        let order_free = reached(|role, entry| role.work.len() > 1 || entry.share < 1.0);
        let roles = scenario.roles.iter().map(|role| {
            let place = |what| Place::new(&format!("roles/{}/{what}", role.key));
            RolePlaces { hires: place("hires"), departures: place("departures") }
        });
        let factor =
            |factor: &crate::organisation::Factor| Place::new(&format!("factor/{}", factor.path));
        Self {
            scenario,
            set_aside: set_aside(scenario),
            free: scenario.roles.iter().map(free).collect(),
            switches: scenario.roles.iter().map(switches).collect(),
            order_aside,
            order_free,
            order,
            entries,
            segments,
            roles: roles.collect(),
            market: Place::new("market"),
            factors: scenario.factors.all.iter().map(factor).collect(),
            tasks,
            kinds,
            slots,
        }
    }

    /// Simulated months.
    #[must_use]
    pub fn months(&self) -> usize {
        self.scenario.warm_up_months + self.scenario.horizon_months
    }

    /// All changes of hands with the tasks that they start from: of each segment its
    /// channels, its stages, and its tracking where there is one.
    pub fn passages(&self) -> impl Iterator<Item = (usize, &Passage)> {
        self.segments.iter().flat_map(|segment| {
            let channels = segment.channels.iter().map(|one| (one.task, &one.passage));
            let stages = segment.stages.iter().map(|one| (one.task, &one.passage));
            let tracking = segment.tracking.iter().map(|(task, passage)| (*task, passage));
            channels.chain(stages).chain(tracking)
        })
    }

    /// The same, to be changed.
    pub fn passages_mut(&mut self) -> impl Iterator<Item = &mut Passage> {
        self.segments.iter_mut().flat_map(|segment| {
            let channels = segment.channels.iter_mut().map(|one| &mut one.passage);
            let stages = segment.stages.iter_mut().map(|one| &mut one.passage);
            let tracking = segment.tracking.iter_mut().map(|(_, passage)| passage);
            channels.chain(stages).chain(tracking)
        })
    }
}

fn entries(scenario: &Scenario) -> Vec<Range<usize>> {
    let mut next = 0;
    let mut take = |count: usize| {
        next += count;
        next - count..next
    };
    scenario.roles.iter().map(|role| take(role.work.len())).collect()
}

fn set_aside(scenario: &Scenario) -> Vec<(usize, f64)> {
    let of_role = |(index, role): (usize, &'_ Role)| {
        role.work.iter().map(|entry| (index, entry.share)).collect::<Vec<_>>()
    };
    scenario.roles.iter().enumerate().flat_map(of_role).collect()
}

fn free(role: &Role) -> f64 {
    let set_aside: f64 = role.work.iter().map(|entry| entry.share).sum();
    (1.0 - set_aside).max(0.0)
}

/// How many kinds of work a role carries after the first.
#[must_use]
pub fn switches(role: &Role) -> i32 {
    i32::try_from(role.work.len().saturating_sub(1)).unwrap_or(i32::MAX)
}

fn carriers(scenario: &Scenario, entries: &[Range<usize>], kind: usize) -> KindPlan {
    let mut found: Vec<(usize, Carrier)> = Vec::new();
    for (index, role) in scenario.roles.iter().enumerate() {
        if let Some(at) = role.work.iter().position(|entry| entry.kind == Kind(kind)) {
            found
                .push((role.work.len(), Carrier { role: index, entry: entries[index].start + at }));
        }
    }
    found.sort_by_key(|&(kinds, _)| kinds);
    let mut groups = Vec::new();
    let mut start = 0;
    for group in found.chunk_by(|a, b| a.0 == b.0) {
        groups.push(start..start + group.len());
        start += group.len();
    }
    KindPlan { carriers: found.into_iter().map(|(_, carrier)| carrier).collect(), groups }
}

/// Nearest to the money first; priorities overrule; ties in file order.
fn order(scenario: &Scenario, tasks: &[Task], ranks: &[Rank]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..tasks.len()).collect();
    order.sort_by_key(|&task| {
        let listed = scenario.priorities.iter().position(|kind| kind.0 == tasks[task].kind);
        (listed.unwrap_or(usize::MAX), ranks[task])
    });
    order
}

/// The place of a task in the order of service. Stages from the last to the
/// first, waiting leads, care, tracking, prospecting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Stage { before_last: usize },
    WaitingLead,
    Care,
    Tracking,
    Prospecting,
}

struct Builder<'k> {
    kinds: &'k [KindPlan],
    tasks: Vec<Task>,
    ranks: Vec<Rank>,
    slots: usize,
}

impl Builder<'_> {
    fn task(&mut self, kind: Kind, rank: Rank) -> usize {
        let carriers = &self.kinds[kind.0].carriers;
        let slots = self.slots..self.slots + carriers.len();
        self.slots = slots.end;
        let only = if let [only] = carriers.as_slice() { Some(*only) } else { None };
        self.tasks.push(Task { kind: kind.0, slots, only });
        self.ranks.push(rank);
        self.tasks.len() - 1
    }

    fn passage(&self, from: usize, to: usize) -> Passage {
        let (from, to) = (&self.tasks[from], &self.tasks[to]);
        let mut both = Vec::new();
        for (i, giver) in self.kinds[from.kind].carriers.iter().enumerate() {
            let taker = |carrier: &Carrier| carrier.role == giver.role;
            if let Some(j) = self.kinds[to.kind].carriers.iter().position(taker) {
                both.push((from.slots.start + i, to.slots.start + j));
            }
        }
        Passage { both, held: None }
    }

    fn segment(&mut self, scenario: &Scenario, index: usize) -> SegmentPlan {
        let segment = &scenario.segments[index];
        let root = format!("segments/{}", segment.key);
        let channel_tasks: Vec<_> = (segment.channels.iter())
            .map(|channel| {
                let prospecting = matches!(channel.kind, ChannelKind::Outbound { .. });
                let rank = if prospecting { Rank::Prospecting } else { Rank::WaitingLead };
                self.task(channel.work, rank)
            })
            .collect();
        let last = segment.stages.len() - 1;
        let stage_tasks: Vec<_> = (segment.stages.iter().enumerate())
            .map(|(i, stage)| self.task(stage.work, Rank::Stage { before_last: last - i }))
            .collect();
        let customers = &segment.customers;
        let care = self.task(customers.care.work, Rank::Care);
        let tracking = customers.tracking.map(|tracking| {
            let Care { work, .. } = tracking.care;
            let task = self.task(work, Rank::Tracking);
            (task, self.passage(task, stage_tasks[tracking.enters]))
        });
        let (flows, sources) = flows(segment, &root);
        let channels = (segment.channels.iter().enumerate()).map(|(i, channel)| {
            let place = |what| Place::new(&format!("{root}/channels/{}/{what}", channel.key));
            ChannelPlan {
                task: channel_tasks[i],
                kind: channel.kind,
                flow: sources.iter().position(|source| *source == Some(i)).expect("a flow each"),
                passage: self.passage(channel_tasks[i], stage_tasks[0]),
                arrivals: place("arrivals"),
                qualify: place("qualify"),
                stale: place("stale"),
            }
        });
        let channels = channels.collect();
        let stages = (segment.stages.iter().enumerate()).map(|(i, stage)| StagePlan {
            task: stage_tasks[i],
            passage: self.passage(stage_tasks[i], *stage_tasks.get(i + 1).unwrap_or(&care)),
            places: stage_places(segment, &sources, &format!("{root}/stages/{}", stage.name)),
        });
        SegmentPlan {
            stages: stages.collect(),
            channels,
            induced: customers.tracking.map(|tracking| {
                let flow = sources.iter().position(Option::is_none).expect("a flow for tracking");
                Entrance { stage: tracking.enters, flow }
            }),
            flows,
            care,
            tracking,
            places: customer_places(&root),
        }
    }
}

/// The flows in the order of service, and the channel that each comes from
/// (none: tracking).
fn flows(segment: &Segment, root: &str) -> (Vec<FlowPlan>, Vec<Option<usize>>) {
    let mut sources: Vec<Option<usize>> = (0..segment.channels.len()).map(Some).collect();
    let referral = |&source: &Option<usize>| {
        source.is_some_and(|i| segment.channels[i].kind == ChannelKind::Referral)
    };
    sources.sort_by_key(|source| Reverse(referral(source)));
    if segment.customers.tracking.is_some() {
        sources.insert(0, None);
    }
    let flow = |source: &Option<usize>| {
        let place =
            |what| Place::new(&format!("{root}/flows/{}/{what}", flow_key(segment, *source)));
        let origin = match source {
            None => Origin::Induced,
            source if referral(source) => Origin::Referred,
            Some(_) => Origin::Sourced,
        };
        FlowPlan { origin, deals: place("deals"), joins: place("joins") }
    };
    (sources.iter().map(flow).collect(), sources)
}

/// A name for a flow that no other flow of the segment can have.
fn flow_key(segment: &Segment, source: Option<usize>) -> String {
    source.map_or("tracking".to_owned(), |i| format!("channels/{}", segment.channels[i].key))
}

fn stage_places(segment: &Segment, sources: &[Option<usize>], root: &str) -> Vec<StagePlaces> {
    let places = |source: &Option<usize>| {
        let place = |what| Place::new(&format!("{root}/{}/{what}", flow_key(segment, *source)));
        StagePlaces { ready: place("ready"), pass: place("pass"), stale: place("stale") }
    };
    sources.iter().map(places).collect()
}

fn customer_places(root: &str) -> CustomerPlaces {
    let place = |what: &str| Place::new(&format!("{root}/customers/{what}"));
    let each = |what: &str| {
        ["existing", "sourced", "referred"].map(|class| place(&format!("{class}/{what}")))
    };
    CustomerPlaces {
        orders: each("orders"),
        values: each("values"),
        churn: each("churn"),
        referrals: place("referrals"),
        induced: place("induced"),
    }
}
