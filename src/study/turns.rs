//! Where the answer turns: for each number that nobody knows exactly, whether
//! some likely value of it would put the other organisation ahead on average.
//!
//! The runs at hand say which numbers move the gap at all, and where it may be
//! zero: the mean gap as a smooth curve of what each run drew. Those numbers are
//! then held at values of their range and simulated again, on the same luck, until
//! the place where the mean gap is zero is closed in on. Only what that shows is
//! told. A held value is one that is set: numbers that are correlated with it are
//! drawn as before. A number of which both organisations believe the same is held in
//! both; where they believe different things, each belief is held on its own.

use schemars::JsonSchema;
use serde::Serialize;

use super::drivers::factors::{self, Factor};
use super::drivers::stands_out;
use super::sweep::{Axis, Of, Spacing, SweepPoint, Switching, Today, switching};
use super::{LeadMetric, differences};
use crate::distribution::Distribution;
use crate::language::{Language, Subject};
use crate::monte_carlo::{self, Interrupted, Request, Runs, Watch};
use crate::organisation::Scenario;
use crate::simulation::Plan;
use crate::statistics::sensitivity::{Conditional, first_order, noise};
use crate::statistics::{Interval, Moments};

/// Numbers that are simulated again for a comparison, the strongest first.
const MOST: usize = 8;

/// Numbers that do not turn the answer and are told nevertheless, of a comparison.
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
    /// The scenario whose number it is, where the other one has a number of its own
    /// in this place; that one stays as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scenario: Option<String>,
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
    /// Share of the variance of the gap that goes with it alone.
    pub first_order: f64,
}

/// What is common to all of them: how many numbers there are, over all comparisons,
/// and what became of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TurnsAbout {
    /// Numbers that nobody knows exactly: those below, added up.
    pub uncertain: usize,
    /// How many were simulated with their value held, and turn the answer.
    pub turning: usize,
    /// How many were simulated and do not turn it.
    pub steady: usize,
    /// How many were simulated, and the runs cannot tell.
    pub unclear: usize,
    /// How many were not simulated, being weaker than those that were.
    pub left: usize,
    /// How many were not, since they cannot be told from noise in the runs at hand.
    pub noise: usize,
    /// How many were not, since they can only take a few values (`choice`, `data`).
    pub fixed: usize,
    /// Runs that this took.
    pub runs: u64,
}

impl TurnsAbout {
    /// How many were simulated with their value held.
    #[must_use]
    pub fn held(&self) -> usize {
        self.turning + self.steady + self.unclear
    }
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
    let mut about = TurnsAbout::default();
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
    /// In which of the scenarios this is believed.
    sides: [bool; 2],
    axis: Axis,
    share: f64,
    /// Where the mean gap may be zero.
    zeros: Vec<f64>,
}

/// What holding a factor showed.
enum Outcome {
    /// It turns the answer, at each of these.
    Turns(Vec<Turn>),
    /// The same one is ahead at either end, and by how much can be told apart.
    Stays(Box<Turn>),
    /// The same one is ahead at either end, by the same as far as the runs tell.
    Nothing,
    /// The runs cannot tell.
    Unclear,
}

impl<'a> Pair<'a> {
    fn turns(&self, about: &mut TurnsAbout) -> Result<Vec<Turn>, Interrupted> {
        let column = |side: usize| self.runs[side].metric(self.metric.metric());
        let gap = differences(column(0), column(1));
        let beliefs = self.beliefs();
        about.uncertain += beliefs.len();
        let (fixed, beliefs): (Vec<_>, Vec<_>) =
            beliefs.into_iter().partition(|(factor, _)| distribution(factor).is_discrete());
        about.fixed += fixed.len();
        let (strong, weak) = above_noise(beliefs, &gap);
        about.noise += weak;
        let mut seen: Vec<Seen> = strong
            .into_iter()
            .map(|(factor, sides)| Seen::new(factor, sides, &gap, self.scenarios))
            .collect();
        // Where the curve is zero somewhere first, then the strongest.
        seen.sort_by(|a, b| {
            a.zeros.is_empty().cmp(&b.zeros.is_empty()).then(b.share.total_cmp(&a.share))
        });
        about.left += seen.len().saturating_sub(MOST);
        let (mut turning, mut steady) = (Vec::new(), Vec::new());
        for one in seen.iter().take(MOST) {
            match self.held(one, about)? {
                Outcome::Turns(turns) => {
                    about.turning += 1;
                    turning.extend(turns);
                }
                Outcome::Stays(turn) => {
                    about.steady += 1;
                    steady.push(*turn);
                }
                Outcome::Nothing => about.steady += 1,
                Outcome::Unclear => about.unclear += 1,
            }
        }
        steady.truncate(STEADY);
        turning.append(&mut steady);
        Ok(turning)
    }

    /// What is believed of every factor, and in which scenarios.
    fn beliefs(&self) -> Vec<(Factor<'a>, [bool; 2])> {
        let of = |side: usize| factors::of(&[self.scenarios[side]], self.request);
        let mut all: Vec<_> = of(0).into_iter().map(|factor| (factor, [true, false])).collect();
        for factor in of(1) {
            let same = |(one, _): &&mut (Factor, [bool; 2])| {
                one.path == factor.path && distribution(one) == distribution(&factor)
            };
            match all.iter_mut().find(same) {
                Some(shared) => shared.1[1] = true,
                None => all.push((factor, [false, true])),
            }
        }
        all
    }

    /// What the factor does when its value is held.
    fn held(&self, one: &Seen<'_>, about: &mut TurnsAbout) -> Result<Outcome, Interrupted> {
        let (low, high) = (one.axis.values[0], one.axis.values[1]);
        if low >= high {
            return Ok(Outcome::Nothing);
        }
        let inner = one.zeros.iter().copied().filter(|&zero| low < zero && zero < high);
        let mut places: Vec<f64> = [low].into_iter().chain(inner).chain([high]).collect();
        places.dedup();
        let (mut points, mut gaps) = (Vec::new(), Vec::new());
        for place in places {
            let gap = self.gap(one, place, about)?;
            points.push(SweepPoint::new(vec![place], gap.clone()));
            gaps.push(gap);
        }
        // The ends are on the same luck, run by run.
        let moves = gaps[1..].iter().any(|gap| is_told(&differences(&gaps[0], gap)));
        let curve = switching::refined(&one.axis, &points, |at| {
            Ok::<_, Interrupted>(SweepPoint::new(vec![at], self.gap(one, at, about)?))
        })?;
        let end = |point: &SweepPoint| (point.mean_difference, point.se);
        let turn = self.turn(one, [end(&curve[0]), end(&curve[curve.len() - 1])]);
        let all = switching::along(&one.axis, 0, &curve, None);
        let crossing: Vec<&Switching> =
            all.iter().filter(|one| one.of == Of::MeanDifference).collect();
        let is_clear = |point: &SweepPoint| !point.mean_interval.holds(0.0);
        if crossing.is_empty() && curve.iter().all(is_clear) {
            return Ok(if moves { Outcome::Stays(Box::new(turn)) } else { Outcome::Nothing });
        }
        // It may be anywhere in the range, or nowhere.
        if !moves || crossing.iter().all(|one| one.low.or(one.high).is_none()) {
            return Ok(Outcome::Unclear);
        }
        let at = |crossing: &&Switching| Turn {
            value: Some(crossing.value),
            low: crossing.low,
            high: crossing.high,
            candidate_above: crossing.candidate_above,
            ..turn.clone()
        };
        Ok(Outcome::Turns(crossing.iter().map(at).collect()))
    }

    /// The gap in every run with the factor held where it is believed.
    fn gap(
        &self,
        one: &Seen<'_>,
        value: f64,
        about: &mut TurnsAbout,
    ) -> Result<Vec<f64>, Interrupted> {
        let metric = self.metric.metric();
        let mut columns = [0, 1].map(|side| self.runs[side].metric(metric).to_vec());
        for (side, column) in columns.iter_mut().enumerate().filter(|&(side, _)| one.sides[side]) {
            let mut held = self.scenarios[side].clone();
            let id = held.factors.find(&one.factor.path).expect("it is believed there");
            held.factors.all[id.0].distribution =
                Distribution::known(value).expect("a quantile is a finite number");
            about.runs += self.request.runs.end - self.request.runs.start;
            *column = monte_carlo::column(&Plan::new(&held), metric, self.request, self.watch)?;
        }
        Ok(differences(&columns[0], &columns[1]))
    }

    /// A factor that turns nothing.
    fn turn(&self, one: &Seen<'_>, ends: [(f64, f64); 2]) -> Turn {
        let path = &one.factor.path;
        let is_shared = self
            .scenarios
            .iter()
            .zip(one.sides)
            .all(|(scenario, side)| side || scenario.factors.find(path).is_none());
        let subject = one.factor.subject();
        let [baseline, candidate] = self.scenarios.map(|scenario| scenario.name.clone());
        Turn {
            baseline,
            candidate,
            factor: path.to_string(),
            scenario: (!is_shared).then(|| one.factor.scenario.name.clone()),
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
            first_order: one.share,
        }
    }
}

impl<'a> Seen<'a> {
    fn new(factor: Factor<'a>, sides: [bool; 2], gap: &[f64], scenarios: [&Scenario; 2]) -> Self {
        let id = factor.scenario.factors.find(&factor.path).expect("it is one of the scenario's");
        let belief = &factor.scenario.factors[id];
        let range = [0.05, 0.95].map(|level| belief.distribution.quantile(level));
        let today = scenarios.iter().zip(sides).map(|(scenario, side)| {
            let id = scenario.factors.find(&factor.path).filter(|_| side)?;
            let value = scenario.factors[id].distribution.quantile(0.5);
            Some(Today { value, range: Some((range[0], range[1])) })
        });
        Self {
            share: first_order(&factor.values, gap).value,
            zeros: Conditional::fit(&factor.values, gap).zeros(range[0], range[1]),
            axis: Axis {
                path: factor.path.to_string(),
                values: range.to_vec(),
                rounded: false,
                spacing: Spacing::Even,
                domain: Some(belief.domain),
                today: today.collect(),
            },
            factor,
            sides,
        }
    }
}

/// What is believed of a factor.
fn distribution<'a>(factor: &Factor<'a>) -> &'a Distribution {
    let factors = &factor.scenario.factors;
    let id = factors.find(&factor.path).expect("it is one of the scenario's");
    &factors[id].distribution
}

/// Those whose effect stands out of the noise, and how many do not.
fn above_noise<'a>(
    beliefs: Vec<(Factor<'a>, [bool; 2])>,
    gap: &[f64],
) -> (Vec<(Factor<'a>, [bool; 2])>, usize) {
    let chances: Vec<f64> = beliefs.iter().map(|(factor, _)| noise(&factor.values, gap)).collect();
    let all = beliefs.len();
    let strong: Vec<_> = beliefs
        .into_iter()
        .zip(stands_out(&chances))
        .filter_map(|(belief, stands_out)| stands_out.then_some(belief))
        .collect();
    let weak = all - strong.len();
    (strong, weak)
}

/// Whether a mean difference can be told from zero.
fn is_told(differences: &[f64]) -> bool {
    let moments: Moments = differences.iter().copied().collect();
    moments.mean() != 0.0 && !Interval::of_mean(&moments).holds(0.0)
}
