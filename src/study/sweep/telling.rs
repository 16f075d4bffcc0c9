//! A sweep in words: the same in tables and pictures.

use super::finding::Finding;
use super::{Of, Sweep, SweepPoint, Switching};
use crate::distribution::Domain;
use crate::figure::Reading;
use crate::language::{Bound, Language, Measure};

use crate::organisation::{Axis, Spacing};

/// How the values of an axis are read.
#[must_use]
pub fn reading(axis: &Axis) -> Reading {
    match (axis.spacing, axis.domain) {
        (Spacing::Whole, _) => Reading::Whole,
        (_, Some(Domain::Probability)) => Reading::Percent,
        _ => Reading::Plain,
    }
}

/// The distance between neighbouring values near `value`.
#[must_use]
pub fn step(axis: &Axis, value: f64) -> f64 {
    let next = axis.values.partition_point(|&other| other <= value);
    let next = next.clamp(1, axis.values.len() - 1);
    axis.values[next] - axis.values[next - 1]
}

/// A value of an axis, told from its neighbours.
#[must_use]
pub fn value(axis: &Axis, value: f64, language: Language) -> String {
    reading(axis).show(language, value, step(axis, value))
}

/// A place where the lead changes hands, to the digit of its interval.
pub(super) fn place(axis: &Axis, one: &Switching, value: f64, language: Language) -> String {
    let width = match (one.low, one.high) {
        (Some(low), Some(high)) => high - low,
        _ => step(axis, one.value),
    };
    let least = 1e-4 * one.value.abs();
    // A whole number is crossed between two of them.
    let reading = match reading(axis) {
        Reading::Whole => Reading::Plain,
        other => other,
    };
    reading.show(language, value, width.max(least).max(f64::MIN_POSITIVE))
}

/// The interval of such a place; none where it is as wide as the range.
fn interval(axis: &Axis, one: &Switching, language: Language) -> String {
    let words = language.words();
    let show = |value| place(axis, one, value, language);
    match (one.low, one.high) {
        (Some(low), Some(high)) => (words.units.range)(&show(low), &show(high)),
        (Some(low), None) => (words.sweep.above)(&show(low)),
        (None, Some(high)) => (words.sweep.below)(&show(high)),
        (None, None) => words.sweep.any.to_owned(),
    }
}

/// A whole number at which the odds are even belongs to neither side.
pub(super) fn strictly(axis: &Axis, value: f64, above: bool) -> f64 {
    let is_even = axis.spacing == Spacing::Whole && value.fract() == 0.0;
    let next = if above { value + 1.0 } else { value - 1.0 };
    let (first, last) = (axis.values[0], axis.values[axis.values.len() - 1]);
    if is_even && (first..=last).contains(&next) { next } else { value }
}

/// A value without its interval; of whole numbers the first one beyond it.
pub(super) fn beyond(
    axis: &Axis,
    one: &Switching,
    value: f64,
    above: bool,
    language: Language,
) -> String {
    let text = match axis.spacing {
        Spacing::Whole if above => Reading::Whole.show(language, value.ceil(), 1.0),
        Spacing::Whole => Reading::Whole.show(language, value.floor(), 1.0),
        _ => place(axis, one, value, language),
    };
    if axis.spacing == Spacing::Ratio { (language.words().sweep.times)(&text) } else { text }
}

/// A side of a value.
pub(super) fn bound<'a>(axis: &Axis, above: bool, value: &'a str) -> Bound<'a> {
    match (axis.spacing, above) {
        (Spacing::Whole, true) => Bound::AtLeast(value),
        (Spacing::Whole, false) => Bound::AtMost(value),
        (_, true) => Bound::Above(value),
        (_, false) => Bound::Below(value),
    }
}

impl Sweep {
    /// What varies, as people call it.
    #[must_use]
    pub fn label(&self, axis: &Axis, language: Language) -> String {
        let words = language.words();
        let place = self.axes.iter().position(|one| one.path == axis.path);
        match place.and_then(|place| self.subjects.get(place)?.as_ref()) {
            _ if axis.spacing == Spacing::Ratio => words.sweep.size.to_owned(),
            Some(subject) => (words.drivers.label)(subject),
            None => axis.path.clone(),
        }
    }

    /// The same within a sentence.
    #[must_use]
    pub fn named(&self, axis: &Axis, language: Language) -> String {
        let label = self.label(axis, language);
        if axis.spacing == Spacing::Ratio { label } else { (language.words().sweep.named)(&label) }
    }

    /// The places where something crosses.
    pub fn crossing(&self, of: Of) -> impl Iterator<Item = &Switching> {
        self.switching.iter().filter(move |one| one.of == of)
    }

    /// Whether there is no difference at any point.
    #[must_use]
    pub fn is_all_the_same(&self) -> bool {
        self.points.iter().all(|point| point.mean_difference == 0.0 && point.se == 0.0)
    }

    /// The values of a single number at which `of` cannot be told from even; those of
    /// neighbours as a range.
    #[must_use]
    pub fn unsure(&self, axis: &Axis, of: Of, language: Language) -> Vec<String> {
        let is_unsure = |point: &SweepPoint| match of {
            Of::ProbabilityBetter => point.chance_interval.holds(0.5),
            Of::MeanDifference => point.mean_interval.holds(0.0),
        };
        let show = |point: &SweepPoint| {
            let text = value(axis, point.at[0], language);
            let times = axis.spacing == Spacing::Ratio;
            if times { (language.words().sweep.times)(&text) } else { text }
        };
        let parts = self.points.chunk_by(|a, b| is_unsure(a) == is_unsure(b));
        let tell = |part: &[SweepPoint]| match part {
            [one] => show(one),
            [first, .., last] => {
                (language.words().units.range)(&value(axis, first.at[0], language), &show(last))
            }
            [] => String::new(),
        };
        parts.filter(|part| is_unsure(&part[0])).map(tell).collect()
    }

    /// A place with its interval; of the size of the company as a multiple.
    #[must_use]
    pub fn with_interval(&self, axis: &Axis, one: &Switching, language: Language) -> String {
        let words = &language.words().sweep;
        let text = place(axis, one, one.value, language);
        (words.with_interval)(&text, &interval(axis, one, language))
    }

    /// Who does better over the range of a single number, or over a map; `short` makes a
    /// name fit.
    #[must_use]
    pub fn finding(
        &self,
        measure: Measure,
        short: &dyn Fn(&str) -> String,
        language: Language,
    ) -> String {
        Finding { sweep: self, measure, short, language }.tell()
    }
}
