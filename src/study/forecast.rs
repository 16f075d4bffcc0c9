//! What one scenario yields.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Band, FiveFactors, Matched, Metric, Summary, Unknown, unknowns};
use crate::monte_carlo::Runs;
use crate::organisation::{Channel, ChannelKind, Kind, Scenario, Segment};
use crate::statistics::{Moments, quantile};

/// The results of one scenario over all runs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Forecast {
    /// The scenario's name.
    pub name: String,
    /// Its file, as typed.
    pub file: String,
    /// Hours of each role, by its key, in file order.
    pub roles: IndexMap<String, RoleHours>,
    /// Standard hours of each kind of work, in the order in which the file names them.
    pub work: IndexMap<String, WorkHours>,
    /// Existing customers' bookings and the five factors of new business.
    pub factors: FiveFactors,
    /// Every metric in total over the counted months.
    pub metrics: IndexMap<String, Summary>,
    /// By counted month.
    pub monthly: Monthly,
    /// Each segment by its key.
    pub segments: IndexMap<String, SegmentResult>,
    /// What is believed about each number that is not known exactly, by its path.
    pub unknowns: IndexMap<String, Unknown>,
    /// What a reader should know about the input.
    pub warnings: Vec<String>,
    /// Its seats, where they were matched to the baseline's people cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matched: Option<Matched>,
    /// Bookings as a picture.
    #[serde(skip)]
    pub bookings: Band,
    /// Contribution as a picture.
    #[serde(skip)]
    pub contribution: Band,
}

/// Hours of a role over the counted months: means over the runs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RoleHours {
    /// What people call the role.
    #[serde(skip)]
    pub title: String,
    /// Productive hours that the filled seats had.
    pub hours_available: f64,
    /// Standard error of that mean.
    pub hours_available_se: f64,
    /// Hours spent on work; the rest was idle.
    pub hours_given: f64,
    /// Standard error of that mean.
    pub hours_given_se: f64,
}

/// Standard hours of a kind of work over the counted months: means over the runs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WorkHours {
    /// Whether only outbound channels need it.
    #[serde(skip)]
    pub prospecting: bool,
    /// Asked for: by units as they reached a queue, and by customers.
    pub demanded: f64,
    /// Standard error of that mean.
    pub demanded_se: f64,
    /// Given.
    pub supplied: f64,
    /// Standard error of that mean.
    pub supplied_se: f64,
}

/// Results by counted month.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct Monthly {
    /// Bookings.
    pub bookings: MonthlyBand,
}

/// Mean and quantiles over the runs; one value a month.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct MonthlyBand {
    /// Means.
    pub mean: Vec<f64>,
    /// 10 % of runs lie at or below.
    pub p10: Vec<f64>,
    /// Half of the runs lie at or below.
    pub p50: Vec<f64>,
    /// 90 % of runs lie at or below.
    pub p90: Vec<f64>,
}

/// Results of one segment.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SegmentResult {
    /// All money booked.
    pub bookings: Summary,
}

/// A scenario with its runs.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What was simulated.
    pub scenario: &'a Scenario,
    /// Its file, as typed.
    pub file: &'a str,
    /// What a reader should know about the input.
    pub warnings: &'a [String],
    /// What came out.
    pub runs: &'a Runs,
}

impl Forecast {
    /// Summarises the runs of a scenario.
    #[must_use]
    pub fn new(case: &Case<'_>) -> Self {
        Self::with_bookings(case).0
    }

    /// The summary, and bookings in ascending order, which comparisons need too.
    pub(super) fn with_bookings(case: &Case<'_>) -> (Self, Vec<f64>) {
        let Case { scenario, runs, .. } = case;
        let mut bands = [Band::default(), Band::default()];
        let mut all_bookings = Vec::new();
        let metrics = Metric::ALL.map(|metric| {
            let values = runs.metric(metric);
            let sorted = quantile::sorted(values);
            if let Some(band) = bands.get_mut(metric as usize) {
                *band = Band::new(&sorted);
            }
            let summary = Summary::new(values, &sorted);
            if metric == Metric::Bookings {
                all_bookings = sorted;
            }
            (metric.name().to_owned(), summary)
        });
        let [bookings, contribution] = bands;
        let segment = |(index, segment): (usize, &Segment)| {
            let values = runs.segment(index);
            let bookings = Summary::new(values, &quantile::sorted(values));
            (segment.key.clone(), SegmentResult { bookings })
        };
        let forecast = Self {
            name: scenario.name.clone(),
            file: case.file.to_owned(),
            roles: (0..scenario.roles.len()).map(|role| role_hours(case, role)).collect(),
            work: (0..scenario.kinds.len()).map(|kind| work_hours(case, kind)).collect(),
            factors: FiveFactors::new(runs),
            metrics: metrics.into(),
            monthly: Monthly { bookings: monthly(runs, scenario.horizon_months) },
            segments: scenario.segments.iter().enumerate().map(segment).collect(),
            unknowns: unknowns::of(scenario),
            warnings: case.warnings.to_vec(),
            matched: None,
            bookings,
            contribution,
        };
        (forecast, all_bookings)
    }

    /// The summary of a metric.
    #[must_use]
    pub fn metric(&self, metric: Metric) -> &Summary {
        &self.metrics[metric.name()]
    }
}

fn role_hours(case: &Case<'_>, role: usize) -> (String, RoleHours) {
    let [available, given] = case.runs.role(role);
    let role = &case.scenario.roles[role];
    let hours = RoleHours {
        title: role.title.clone(),
        hours_available: available.mean(),
        hours_available_se: available.se(),
        hours_given: given.mean(),
        hours_given_se: given.se(),
    };
    (role.key.clone(), hours)
}

fn work_hours(case: &Case<'_>, kind: usize) -> (String, WorkHours) {
    let [demanded, supplied] = case.runs.work(kind);
    let hours = WorkHours {
        prospecting: is_prospecting(case.scenario, Kind(kind)),
        demanded: demanded.mean(),
        demanded_se: demanded.se(),
        supplied: supplied.mean(),
        supplied_se: supplied.se(),
    };
    (case.scenario.kinds[kind].clone(), hours)
}

/// Whether a kind of work is needed by outbound channels and by nothing else.
fn is_prospecting(scenario: &Scenario, kind: Kind) -> bool {
    let mut segments = scenario.segments.iter();
    let otherwise = segments.any(|segment| {
        let outbound = |channel: &Channel| matches!(channel.kind, ChannelKind::Outbound { .. });
        let tracking = segment.customers.tracking;
        segment.channels.iter().any(|channel| channel.work == kind && !outbound(channel))
            || segment.stages.iter().any(|stage| stage.work == kind)
            || segment.customers.care.work == kind
            || tracking.is_some_and(|tracking| tracking.care.work == kind)
    });
    !otherwise
}

fn monthly(runs: &Runs, months: usize) -> MonthlyBand {
    let mut band = MonthlyBand::default();
    let mut scratch = Vec::with_capacity(runs.len());
    for month in 0..months {
        band.push(runs.month(month), &mut scratch);
    }
    band
}

impl MonthlyBand {
    /// One more month, given a value a run; `scratch` is overwritten.
    pub(super) fn push(&mut self, values: &[f64], scratch: &mut Vec<f64>) {
        scratch.clear();
        scratch.extend_from_slice(values);
        self.mean.push(values.iter().copied().collect::<Moments>().mean());
        let [p10, p50, p90] = quantile::of_unsorted(scratch, [0.10, 0.50, 0.90]);
        self.p10.push(p10);
        self.p50.push(p50);
        self.p90.push(p90);
    }
}
