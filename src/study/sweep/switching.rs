//! Where the lead changes hands, with an interval.
//!
//! Between points the gap is taken as straight. Along a single number further
//! points are simulated where it changes hands, so that this makes no difference.
//! Of a count, and of a size with its whole seats, an interval ends at points.

use schemars::JsonSchema;
use serde::Serialize;

use super::SweepPoint;
use crate::organisation::{Axis, Spacing};
use crate::statistics::Interval;
use crate::statistics::crossing::{Crossing, Known, crossings};

/// What crosses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// The chance that the candidate does better, one half.
    ProbabilityBetter,
    /// The mean gap, zero.
    MeanDifference,
}

impl Of {
    /// Both.
    pub const ALL: [Self; 2] = [Self::ProbabilityBetter, Self::MeanDifference];

    /// Its name in results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ProbabilityBetter => "probability_better",
            Self::MeanDifference => "mean_difference",
        }
    }
}

/// A value at which the lead changes hands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Switching {
    /// The number that is varied.
    pub path: String,
    /// The estimate.
    pub value: f64,
    /// Lower end of its 95 % interval; absent where it lies below the range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of its 95 % interval; absent where it lies above the range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// What crosses there.
    pub of: Of,
    /// Whether the candidate is ahead above it.
    pub candidate_above: bool,
    /// Where a second number is varied, its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
}

/// A number that is held.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Held {
    /// Which.
    pub path: String,
    /// At what.
    pub value: f64,
}

/// Where a lead that never changes hands comes nearest to it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Nearest {
    /// What comes near.
    pub of: Of,
    /// The value of the number that is varied.
    pub at: f64,
    /// The chance there, or the mean gap.
    pub figure: f64,
    /// Its standard error.
    pub se: f64,
    /// The number that is varied.
    pub path: String,
}

/// Rounds of further points.
const ROUNDS: usize = 2;
/// Lead changes that are looked at closely; with more the curve is noise.
const MOST: usize = 6;

/// The points with further ones where the lead changes hands.
pub fn refined<E>(
    axis: &Axis,
    points: &[SweepPoint],
    mut simulate: impl FnMut(f64) -> Result<SweepPoint, E>,
) -> Result<Vec<SweepPoint>, E> {
    let mut curve = points.to_vec();
    if axis.spacing != Spacing::Even {
        return Ok(curve);
    }
    let span = axis.values[axis.values.len() - 1] - axis.values[0];
    for _ in 0..ROUNDS {
        let mut places: Vec<f64> =
            along(axis, 0, &curve, None).iter().map(|one| one.value).collect();
        if places.len() > MOST {
            break;
        }
        places.sort_by(f64::total_cmp);
        places.dedup_by(|a, b| (*a - *b).abs() < 1e-4 * span);
        for place in places {
            let is_known = |point: &SweepPoint| (point.at[0] - place).abs() < 1e-4 * span;
            if !curve.iter().any(is_known) {
                curve.push(simulate(place)?);
            }
        }
        curve.sort_by(|a, b| a.at[0].total_cmp(&b.at[0]));
    }
    Ok(curve)
}

/// Where the lead changes hands along the axis in this place.
pub fn along(
    axis: &Axis,
    place: usize,
    points: &[SweepPoint],
    held: Option<&Held>,
) -> Vec<Switching> {
    let mut found = Vec::new();
    for of in Of::ALL {
        let curve: Vec<Known> = points.iter().map(|point| known(axis, place, point, of)).collect();
        let switching = |crossing: Crossing| Switching {
            path: axis.path.clone(),
            value: axis.value(crossing.at),
            low: crossing.low.map(|low| axis.value(reach(axis, &curve, low, true))),
            high: crossing.high.map(|high| axis.value(reach(axis, &curve, high, false))),
            of,
            candidate_above: crossing.rising,
            held: held.cloned(),
        };
        found.extend(crossings(&curve).into_iter().map(switching));
    }
    found
}

/// An end of an interval; where seats come whole the gap moves by steps, so that
/// nothing between two points is known.
fn reach(axis: &Axis, curve: &[Known], end: f64, down: bool) -> f64 {
    let places = || curve.iter().map(|point| point.at);
    let next = match axis.spacing {
        Spacing::Even => None,
        _ if down => places().rfind(|&at| at <= end),
        _ => places().find(|&at| at >= end),
    };
    next.unwrap_or(end)
}

/// The same along each of two axes, at every value of the other.
pub fn frontiers(first: &Axis, second: &Axis, points: &[SweepPoint]) -> Vec<Switching> {
    let rows = second.values.len();
    let held = |axis: &Axis, value: f64| Held { path: axis.path.clone(), value };
    let mut found = Vec::new();
    for (place, &value) in second.values.iter().enumerate() {
        let row = points.iter().skip(place).step_by(rows).cloned().collect::<Vec<_>>();
        found.extend(along(first, 0, &row, Some(&held(second, value))));
    }
    for (column, &value) in points.chunks(rows).zip(&first.values) {
        found.extend(along(second, 1, column, Some(&held(first, value))));
    }
    found
}

/// The points that come nearest to a change of hands.
pub fn nearest(axis: &Axis, points: &[SweepPoint]) -> Vec<Nearest> {
    let of = |of: Of| {
        let distance = |point: &&SweepPoint| known(axis, 0, point, of).value.abs();
        let point = points.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        let (figure, se) = match of {
            Of::ProbabilityBetter => (point.probability_better, point.probability_better_se),
            Of::MeanDifference => (point.mean_difference, point.se),
        };
        Some(Nearest { of, at: point.at[0], figure, se, path: axis.path.clone() })
    };
    Of::ALL.into_iter().filter_map(of).collect()
}

/// A point as its distance from a change of hands.
fn known(axis: &Axis, place: usize, point: &SweepPoint, of: Of) -> Known {
    let (value, even, Interval { low, high }) = match of {
        Of::ProbabilityBetter => (point.probability_better, 0.5, point.chance_interval),
        Of::MeanDifference => (point.mean_difference, 0.0, point.mean_interval),
    };
    Known {
        at: axis.place(point.at[place]),
        value: value - even,
        low: low.map_or(f64::NEG_INFINITY, |low| low - even),
        high: high.map_or(f64::INFINITY, |high| high - even),
    }
}
