//! One or two numbers varied: how the gap follows them, and where the lead
//! changes hands.
//!
//! Every point meets the same luck, run by run, so that neighbours differ by what
//! was varied and not by chance. `gap` simulates and keeps of each point a few
//! figures only; `switching` finds where the lead changes hands, `telling` shows
//! values and places, and `finding` says who does better.

mod finding;
mod gap;
mod size;
pub(super) mod switching;
pub mod telling;

use schemars::JsonSchema;
use serde::Serialize;

use super::{LeadMetric, Metric, drivers};
use crate::language::Subject;
use crate::monte_carlo::{Interrupted, Request, Runs, Watch};
use crate::organisation::Scenario;
use crate::statistics::Interval;

use gap::Columns;

pub use crate::organisation::{Axis, Spacing, Today};
pub use size::Size;
pub use switching::{Held, Nearest, Of, Switching};

/// What a sweep found out.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Sweep {
    /// The numbers that were varied.
    pub paths: Vec<String>,
    /// Name of the baseline.
    pub baseline: String,
    /// Name of the candidate.
    pub candidate: String,
    /// The paired difference at each point; of two numbers the second moves first.
    pub points: Vec<SweepPoint>,
    /// Where the lead changes hands: of one number along its range, of two along
    /// each at every value of the other.
    pub switching: Vec<Switching>,
    /// Of one number, where a lead that never changes hands comes nearest to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<Nearest>,
    /// What the scenarios say without being varied.
    pub today: Vec<SweepToday>,
    /// Where the size of the company is varied, what whole seats make of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sizes: Vec<Size>,
    /// Runs that were simulated for it, beside those of the scenarios as they are.
    pub simulated_runs: u64,
    /// What was varied.
    #[serde(skip)]
    pub axes: Vec<Axis>,
    /// What each is about, where it may be uncertain.
    #[serde(skip)]
    pub subjects: Vec<Option<Subject>>,
}

/// The paired difference, candidate minus baseline, at a point.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SweepPoint {
    /// The values of the numbers that are varied.
    pub at: Vec<f64>,
    /// Mean over the runs, in currency.
    pub mean_difference: f64,
    /// Standard error of the mean.
    pub se: f64,
    /// 10 % of runs lie at or below.
    pub p10: f64,
    /// Half of the runs lie at or below.
    pub p50: f64,
    /// 90 % of runs lie at or below.
    pub p90: f64,
    /// Share of runs in which the candidate does better; a tie counts as half.
    pub probability_better: f64,
    /// Standard error of that share.
    pub probability_better_se: f64,
    /// 95 % interval of the mean.
    #[serde(skip)]
    pub mean_interval: Interval,
    /// 95 % interval of the share.
    #[serde(skip)]
    pub chance_interval: Interval,
}

/// What a scenario says of a number without being varied.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SweepToday {
    /// The number.
    pub path: String,
    /// The scenario's name.
    pub scenario: String,
    /// Its value, or the median of what is believed.
    pub value: f64,
    /// 5 % lie below; absent where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p5: Option<f64>,
    /// 95 % lie below; absent where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p95: Option<f64>,
}

/// What to vary, in which pair: the baseline and the candidate.
pub struct Design<'a> {
    /// One or two numbers.
    pub axes: &'a [Axis],
    /// Both as they are.
    pub scenarios: [&'a Scenario; 2],
    /// One of them, by its place, with values of the axes.
    pub variant: &'a Variant<'a>,
}

/// Makes a scenario, by its place, with values of the axes.
pub type Variant<'a> = dyn Fn(usize, &[f64]) -> Scenario + Sync + 'a;

impl Design<'_> {
    /// How many variants of the scenarios are to be simulated; those that show
    /// more closely where the lead changes hands not counted.
    #[must_use]
    pub fn variants(&self) -> usize {
        let of = |scenario: usize| -> usize {
            let touching = self.axes.iter().filter(|axis| axis.touches(scenario));
            let lengths: Vec<usize> = touching.map(|axis| axis.values.len()).collect();
            if lengths.is_empty() { 0 } else { lengths.iter().product() }
        };
        of(0) + of(1)
    }

    /// Bytes for the runs that are kept at the same time.
    #[must_use]
    pub fn memory(&self, runs: u64) -> u64 {
        let longest = self.axes.iter().map(|axis| axis.values.len()).max().unwrap_or(0) as u64;
        let columns = if self.axes.len() > 1 { 2 * longest } else { 2 };
        runs.saturating_mul(columns * size_of::<f64>() as u64)
    }
}

/// Simulates every point. `base` holds the runs of both scenarios as they are,
/// those that `request` names.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn sweep(
    design: &Design<'_>,
    base: [&Runs; 2],
    metric: LeadMetric,
    request: &Request,
    watch: &dyn Watch,
) -> Result<Sweep, Interrupted> {
    let mut columns = Columns::new(design, base, metric.metric(), request, watch);
    let points = grid(design.axes)
        .iter()
        .map(|at| columns.point(at))
        .collect::<Result<Vec<SweepPoint>, Interrupted>>()?;
    let (switching, nearest) = match design.axes {
        [axis] => {
            let curve = switching::refined(axis, &points, |at| columns.point(&[at]))?;
            (switching::along(axis, 0, &curve, None), switching::nearest(axis, &points))
        }
        [first, second] => (switching::frontiers(first, second, &points), Vec::new()),
        _ => (Vec::new(), Vec::new()),
    };
    let [baseline, candidate] = design.scenarios.map(|scenario| scenario.name.clone());
    Ok(Sweep {
        paths: design.axes.iter().map(|axis| axis.path.clone()).collect(),
        baseline,
        candidate,
        points,
        nearest: nearest.into_iter().filter(|near| !is_crossed(&switching, near.of)).collect(),
        switching,
        today: today(design),
        sizes: sizes(design),
        simulated_runs: columns.simulated() * (request.runs.end - request.runs.start),
        axes: design.axes.to_vec(),
        subjects: design.axes.iter().map(|axis| subject(design, axis)).collect(),
    })
}

/// The values of every point; of two numbers the second moves first.
fn grid(axes: &[Axis]) -> Vec<Vec<f64>> {
    axes.iter().fold(vec![Vec::new()], |points, axis| {
        let with = |point: &Vec<f64>| {
            let point = point.clone();
            axis.values.iter().map(move |&value| [&point[..], &[value]].concat())
        };
        points.iter().flat_map(with).collect()
    })
}

/// What a factor is about.
fn subject(design: &Design<'_>, axis: &Axis) -> Option<Subject> {
    design.scenarios.iter().find_map(|scenario| {
        let mut factors = scenario.factors.all.iter();
        let factor = factors.find(|factor| factor.path.to_string() == axis.path)?;
        Some(drivers::subject::of(scenario, &factor.path))
    })
}

fn is_crossed(switching: &[Switching], of: Of) -> bool {
    switching.iter().any(|one| one.of == of)
}

fn today(design: &Design<'_>) -> Vec<SweepToday> {
    let mut all = Vec::new();
    for axis in design.axes {
        for (scenario, today) in design.scenarios.iter().zip(&axis.today) {
            all.extend(today.map(|today| SweepToday {
                path: axis.path.clone(),
                scenario: scenario.name.clone(),
                value: today.value,
                p5: today.range.map(|range| range.0),
                p95: today.range.map(|range| range.1),
            }));
        }
    }
    all
}

fn sizes(design: &Design<'_>) -> Vec<Size> {
    let axis = design.axes.iter().find(|axis| axis.spacing == Spacing::Ratio);
    axis.map(|axis| Size::all(design.scenarios, &axis.values)).unwrap_or_default()
}

impl Sweep {
    /// The axis of a single number.
    #[must_use]
    pub fn axis(&self) -> Option<&Axis> {
        if let [axis] = &self.axes[..] { Some(axis) } else { None }
    }

    /// The name of who is ahead, where the candidate does better or not.
    #[must_use]
    pub fn ahead(&self, candidate: bool) -> &str {
        if candidate { &self.candidate } else { &self.baseline }
    }
}
