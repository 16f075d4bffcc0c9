//! Where the answer turns: for each number that nobody knows exactly, whether
//! some likely value of it would put the other organisation ahead on average.
//!
//! The runs at hand say which numbers may do so: the mean gap as a smooth curve
//! of what each run drew. Those are then held at values of their range and
//! simulated again, on the same luck, until the place where the mean gap is zero
//! is closed in on; only what that shows is told as turning. A held value is one
//! that is set: numbers that are correlated with it are drawn as before.

use schemars::JsonSchema;
use serde::Serialize;

use super::drivers::factors::{self, Factor};
use super::sweep::{Axis, Of, Spacing, SweepPoint, Switching, Today, switching};
use super::{LeadMetric, differences};
use crate::distribution::Distribution;
use crate::language::{Language, Subject};
use crate::monte_carlo::{self, Interrupted, Request, Runs, Watch};
use crate::organisation::Scenario;
use crate::simulation::Plan;
use crate::statistics::sensitivity::{Conditional, first_order};
use crate::statistics::{Moments, WITHIN_95};

/// Numbers that are simulated again for a comparison, the strongest first.
const MOST: usize = 8;

/// Numbers that do not turn the answer and are told nevertheless, the strongest.
const STEADY: usize = 3;

/// A number that nobody knows exactly, and whether it turns the answer.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Turn {
    /// Name of the baseline.
    pub baseline: String,
    /// Name of the candidate.
    pub candidate: String,
    /// Its path in the scenario.
    pub factor: String,
    /// What people call it, in English.
    pub label: String,
    /// What it is about.
    #[serde(skip)]
    pub subject: Subject,
    /// The lowest value that is likely: 5 % lie below.
    pub p5: f64,
    /// The highest value that is likely: 95 % lie below.
    pub p95: f64,
    /// The value at which the mean gap is zero; absent where it is nowhere between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Lower end of its 95 % interval; absent where it lies below the range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of its 95 % interval; absent where it lies above the range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Whether the candidate is ahead on average at the highest likely value.
    pub candidate_above: bool,
    /// Mean gap at the lowest likely value, in currency.
    pub gap_at_p5: f64,
    /// Standard error of that.
    pub gap_at_p5_se: f64,
    /// Mean gap at the highest likely value, in currency.
    pub gap_at_p95: f64,
    /// Standard error of that.
    pub gap_at_p95_se: f64,
    /// Whether it was simulated with its value held; else the gaps are read off the
    /// runs at hand.
    pub simulated: bool,
    /// Share of the variance of the gap that goes with it alone.
    pub first_order: f64,
}

/// What is common to all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TurnsAbout {
    /// Numbers that nobody knows exactly, over all comparisons.
    pub uncertain: usize,
    /// How many of them were simulated with their value held.
    pub simulated: usize,
    /// Numbers that may turn the answer but were not simulated, being weaker.
    pub left: usize,
    /// Numbers of which the runs cannot tell whether they turn the answer.
    pub unclear: usize,
    /// Runs that this took.
    pub runs: u64,
}

/// Looks at every candidate. `runs` are those of the scenarios that `request`
/// names.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn find(
    scenarios: &[&Scenario],
    runs: &[Runs],
    baseline: usize,
    metric: LeadMetric,
    request: &Request,
    watch: &dyn Watch,
) -> Result<(Vec<Turn>, TurnsAbout), Interrupted> {
    let mut turns = Vec::new();
    let mut about = TurnsAbout { uncertain: 0, simulated: 0, left: 0, unclear: 0, runs: 0 };
    for candidate in (0..scenarios.len()).filter(|&place| place != baseline) {
        let pair = Pair {
            scenarios: [scenarios[baseline], scenarios[candidate]],
            runs: [&runs[baseline], &runs[candidate]],
            metric,
            request,
            watch,
        };
        turns.extend(pair.turns(&mut about)?);
    }
    Ok((turns, about))
}

/// Two scenarios with their runs.
struct Pair<'a> {
    scenarios: [&'a Scenario; 2],
    runs: [&'a Runs; 2],
    metric: LeadMetric,
    request: &'a Request,
    watch: &'a dyn Watch,
}

/// A factor as the runs at hand show it.
struct Seen<'a> {
    factor: Factor<'a>,
    axis: Axis,
    /// Mean gap at the ends of its range, each with its standard error.
    ends: [(f64, f64); 2],
    share: f64,
    /// Where the mean gap may be zero.
    zeros: Vec<f64>,
}

impl Pair<'_> {
    fn turns(&self, about: &mut TurnsAbout) -> Result<Vec<Turn>, Interrupted> {
        let column = |side: usize| self.runs[side].metric(self.metric.metric());
        let gap = differences(column(0), column(1));
        let mut seen: Vec<Seen> = factors::of(&self.scenarios, self.request)
            .into_iter()
            .map(|factor| Seen::new(factor, &gap, self.scenarios))
            .collect();
        about.uncertain += seen.len();
        seen.sort_by(|a, b| b.share.total_cmp(&a.share));
        let (may, steady): (Vec<_>, Vec<_>) = seen.into_iter().partition(|one| one.may_turn(&gap));
        about.left += may.len().saturating_sub(MOST);
        let mut found = Vec::new();
        for one in may.iter().take(MOST) {
            about.simulated += 1;
            found.extend(self.held(one, about)?);
        }
        found.extend(steady.iter().take(STEADY).map(|one| self.turn(one, one.ends, false)));
        found.sort_by_key(|turn| turn.value.is_none());
        Ok(found)
    }

    /// What the factor does when its value is held.
    fn held(&self, one: &Seen<'_>, about: &mut TurnsAbout) -> Result<Vec<Turn>, Interrupted> {
        let mut points = Vec::new();
        let (low, high) = (one.axis.values[0], one.axis.values[1]);
        let inner = one.zeros.iter().copied().filter(|zero| (low..high).contains(zero));
        let mut places: Vec<f64> = [low].into_iter().chain(inner).chain([high]).collect();
        places.dedup();
        for place in places {
            points.push(self.point(one, place, about)?);
        }
        let curve = switching::refined(&one.axis, &points, |at| self.point(one, at, about))?;
        let end = |point: &SweepPoint| (point.mean_difference, point.se);
        let ends = [end(&curve[0]), end(&curve[curve.len() - 1])];
        let all = switching::along(&one.axis, 0, &curve, None);
        let crossing: Vec<&Switching> =
            all.iter().filter(|one| one.of == Of::MeanDifference).collect();
        // It may be anywhere in the range, or nowhere.
        if !crossing.is_empty() && crossing.iter().all(|one| one.low.or(one.high).is_none()) {
            about.unclear += 1;
            return Ok(Vec::new());
        }
        if crossing.is_empty() {
            return Ok(vec![self.turn(one, ends, true)]);
        }
        let at = |crossing: &&Switching| Turn {
            value: Some(crossing.value),
            low: crossing.low,
            high: crossing.high,
            candidate_above: crossing.candidate_above,
            ..self.turn(one, ends, true)
        };
        Ok(crossing.iter().map(at).collect())
    }

    /// The gap with the factor held.
    fn point(
        &self,
        one: &Seen<'_>,
        value: f64,
        about: &mut TurnsAbout,
    ) -> Result<SweepPoint, Interrupted> {
        let mut columns = [Vec::new(), Vec::new()];
        for (side, column) in columns.iter_mut().enumerate() {
            let scenario = self.scenarios[side];
            *column = match scenario.factors.find(&one.factor.path) {
                None => self.runs[side].metric(self.metric.metric()).to_vec(),
                Some(id) => {
                    let mut held = scenario.clone();
                    held.factors.all[id.0].distribution =
                        Distribution::known(value).expect("a quantile is a finite number");
                    about.runs += self.request.runs.end - self.request.runs.start;
                    let metric = self.metric.metric();
                    monte_carlo::column(&Plan::new(&held), metric, self.request, self.watch)?
                }
            };
        }
        Ok(SweepPoint::new(vec![value], differences(&columns[0], &columns[1])))
    }

    /// A factor that turns nothing.
    fn turn(&self, one: &Seen<'_>, ends: [(f64, f64); 2], simulated: bool) -> Turn {
        let subject = one.factor.subject();
        let [baseline, candidate] = self.scenarios.map(|scenario| scenario.name.clone());
        Turn {
            baseline,
            candidate,
            factor: one.factor.path.to_string(),
            label: (Language::English.words().drivers.label)(&subject),
            subject,
            p5: one.axis.values[0],
            p95: one.axis.values[1],
            value: None,
            low: None,
            high: None,
            candidate_above: ends[1].0 > 0.0,
            gap_at_p5: ends[0].0,
            gap_at_p5_se: ends[0].1,
            gap_at_p95: ends[1].0,
            gap_at_p95_se: ends[1].1,
            simulated,
            first_order: one.share,
        }
    }
}

impl<'a> Seen<'a> {
    fn new(factor: Factor<'a>, gap: &[f64], scenarios: [&Scenario; 2]) -> Self {
        let id = factor.scenario.factors.find(&factor.path).expect("it is one of the scenario's");
        let belief = &factor.scenario.factors[id];
        let range = [0.05, 0.95].map(|level| belief.distribution.quantile(level));
        let curve = Conditional::fit(&factor.values, gap);
        let end = |at| {
            let mean = curve.at(at);
            (mean.value, mean.se)
        };
        let today = scenarios.map(|scenario| {
            let id = scenario.factors.find(&factor.path)?;
            let value = scenario.factors[id].distribution.quantile(0.5);
            Some(Today { value, range: Some((range[0], range[1])) })
        });
        Self {
            ends: range.map(end),
            share: first_order(&factor.values, gap).value,
            zeros: curve.zeros(range[0], range[1]),
            axis: Axis {
                path: factor.path.to_string(),
                values: range.to_vec(),
                spacing: Spacing::Even,
                domain: Some(belief.domain),
                today: today.to_vec(),
            },
            factor,
        }
    }

    /// Whether the mean gap may be zero within the range: it is somewhere, or an
    /// end cannot be told from zero, though the gap as a whole can.
    fn may_turn(&self, gap: &[f64]) -> bool {
        if self.axis.values[0] >= self.axis.values[1] {
            return false;
        }
        let mean: Moments = gap.iter().copied().collect();
        let sign = mean.mean().signum();
        let near = |&(end, se): &(f64, f64)| sign * end < WITHIN_95 * se;
        !self.zeros.is_empty() || self.ends.iter().any(near)
    }
}
