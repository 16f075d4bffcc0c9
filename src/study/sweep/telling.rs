//! A sweep in words: the same in tables and pictures.

use super::{Of, Sweep, SweepPoint, Switching};
use crate::distribution::Domain;
use crate::figure::{Reading, percent};
use crate::language::{Bound, Frontier, Hands, Language, Measure, Often, Places};
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
fn place(axis: &Axis, one: &Switching, value: f64, language: Language) -> String {
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
fn strictly(axis: &Axis, value: f64, above: bool) -> f64 {
    let is_even = axis.spacing == Spacing::Whole && value.fract() == 0.0;
    let next = if above { value + 1.0 } else { value - 1.0 };
    let (first, last) = (axis.values[0], axis.values[axis.values.len() - 1]);
    if is_even && (first..=last).contains(&next) { next } else { value }
}

/// A value without its interval; of whole numbers the first one beyond it.
fn beyond(axis: &Axis, one: &Switching, value: f64, above: bool, language: Language) -> String {
    let text = match axis.spacing {
        Spacing::Whole if above => Reading::Whole.show(language, value.ceil(), 1.0),
        Spacing::Whole => Reading::Whole.show(language, value.floor(), 1.0),
        _ => place(axis, one, value, language),
    };
    if axis.spacing == Spacing::Ratio { (language.words().sweep.times)(&text) } else { text }
}

/// A side of a value.
fn bound<'a>(axis: &Axis, above: bool, value: &'a str) -> Bound<'a> {
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

    /// Who does better over the range of a single number, or over a map.
    #[must_use]
    pub fn finding(
        &self,
        measure: Measure,
        short: &dyn Fn(&str) -> String,
        language: Language,
    ) -> String {
        match self.axis() {
            Some(axis) => self.along(axis, measure, short, language),
            None => self.map(measure, short, language),
        }
    }

    fn along(
        &self,
        axis: &Axis,
        measure: Measure,
        short: &dyn Fn(&str) -> String,
        language: Language,
    ) -> String {
        let words = &language.words().sweep;
        let what = self.named(axis, language);
        let crossing: Vec<&Switching> = self.crossing(Of::ProbabilityBetter).collect();
        match crossing[..] {
            [] => self.always(axis, measure, short, language),
            [one] => self.once(axis, one, measure, short, language),
            _ => {
                let last = crossing[crossing.len() - 1];
                let edge = beyond(axis, last, strictly(axis, last.value, true), true, language);
                let show = |one: &&Switching| place(axis, one, one.value, language);
                let values: Vec<String> = crossing.iter().map(show).collect();
                let times = axis.spacing == Spacing::Ratio;
                (words.hands)(&Hands::Several {
                    name: &short(self.ahead(last.candidate_above)),
                    measure,
                    what: &what,
                    beyond: bound(axis, true, &edge),
                    places: Places { values: &values[..values.len() - 1], times },
                    is_sure: last.high.is_some(),
                })
            }
        }
    }

    /// A single change of hands, as far as the runs show both sides of it.
    fn once(
        &self,
        axis: &Axis,
        one: &Switching,
        measure: Measure,
        short: &dyn Fn(&str) -> String,
        language: Language,
    ) -> String {
        let tell = language.words().sweep.hands;
        let what = &*self.named(axis, language);
        let whose = |above: bool| short(self.ahead(one.candidate_above == above));
        match (one.low, one.high) {
            (None, None) => tell(&Hands::Unknown(what)),
            (Some(low), None) => {
                let value = beyond(axis, one, low, false, language);
                let bound = bound(axis, false, &value);
                tell(&Hands::OneSide { name: &whose(false), measure, what, bound })
            }
            (None, Some(high)) => {
                let value = beyond(axis, one, high, true, language);
                let bound = bound(axis, true, &value);
                tell(&Hands::OneSide { name: &whose(true), measure, what, bound })
            }
            (Some(_), Some(_)) => {
                let (name, other) = (short(&self.candidate), short(&self.baseline));
                let at = strictly(axis, one.value, one.candidate_above);
                let value = beyond(axis, one, at, one.candidate_above, language);
                let bound = bound(axis, one.candidate_above, &value);
                tell(&Hands::Once { name: &name, other: &other, measure, what, bound })
            }
        }
    }

    fn always(
        &self,
        axis: &Axis,
        measure: Measure,
        short: &dyn Fn(&str) -> String,
        language: Language,
    ) -> String {
        let words = &language.words().sweep;
        let what = self.named(axis, language);
        if self.is_all_the_same() {
            return (words.hands)(&Hands::Same(&what));
        }
        let is_sure = |point: &&SweepPoint| !point.chance_interval.holds(0.5);
        let Some(sure) = self.points.iter().find(is_sure) else {
            return (words.hands)(&Hands::Unknown(&what));
        };
        let leads = sure.probability_better > 0.5;
        let unsure = self.unsure(axis, Of::ProbabilityBetter, language);
        if !unsure.is_empty() {
            let name = &short(self.ahead(leads));
            return (words.hands)(&Hands::Mostly { name, measure, what: &what, unsure: &unsure });
        }
        let ends = [axis.values[0], axis.values[axis.values.len() - 1]];
        let [low, high] = ends.map(|end| value(axis, end, language));
        let nearest = self.nearest.iter().find(|near| near.of == Of::ProbabilityBetter);
        let share = |figure: f64| if leads { figure } else { 1.0 - figure };
        let near = nearest.filter(|near| share(near.figure) < 1.0);
        let nearest = near
            .map(|near| (value(axis, near.at, language), percent(language, share(near.figure))));
        (words.hands)(&Hands::Always {
            name: &short(self.ahead(leads)),
            measure,
            what: &what,
            low: &low,
            high: &if axis.spacing == Spacing::Ratio { (words.times)(&high) } else { high },
            nearest: nearest.as_ref().map(|(at, share)| (&**at, &**share)),
        })
    }

    /// The frontier where there is one all along a number, else the parts of the map.
    fn map(&self, measure: Measure, short: &dyn Fn(&str) -> String, language: Language) -> String {
        if let [first, second] = &self.axes[..] {
            let frontier = self
                .frontier(second, first, measure, short, language)
                .or_else(|| self.frontier(first, second, measure, short, language));
            if let Some(text) = frontier {
                return text;
            }
        }
        let part = |wanted: &dyn Fn(&SweepPoint) -> bool| {
            let count = self.points.iter().filter(|point| wanted(point)).count();
            count as f64 / self.points.len() as f64
        };
        let is_sure = |point: &SweepPoint| !point.chance_interval.holds(0.5);
        let better = part(&|point| is_sure(point) && point.probability_better > 0.5);
        let unsure = part(&|point| point.chance_interval.holds(0.5));
        if self.is_all_the_same() {
            return language.words().sweep.map_same.to_owned();
        }
        if unsure >= 1.0 {
            return language.words().sweep.map_unknown.to_owned();
        }
        if better <= 0.0 && unsure <= 0.0 {
            let name = short(&self.baseline);
            return (language.words().sweep.map)(&name, measure, Often::Always, None);
        }
        let text = percent(language, better);
        let unsure_text = (unsure > 0.0).then(|| percent(language, unsure));
        let often = Often::of(better, &text);
        (language.words().sweep.map)(
            &short(&self.candidate),
            measure,
            often,
            unsure_text.as_deref(),
        )
    }

    /// Between which values of a number the lead changes hands, where it does so once
    /// at each value of the other, and always the same way.
    fn frontier(
        &self,
        along: &Axis,
        by: &Axis,
        measure: Measure,
        short: &dyn Fn(&str) -> String,
        language: Language,
    ) -> Option<String> {
        let places: Vec<&Switching> =
            self.crossing(Of::ProbabilityBetter).filter(|one| one.path == along.path).collect();
        let above = places.first()?.candidate_above;
        let held = |one: &&Switching| one.held.as_ref().map(|held| held.value.to_bits());
        let mut values: Vec<Option<u64>> = places.iter().map(held).collect();
        values.dedup();
        let once = values.len() == places.len() && places.len() == by.values.len();
        if !once || places.iter().any(|one| one.candidate_above != above) {
            return None;
        }
        let at = places.iter().map(|one| one.value);
        let (low, high) =
            (at.clone().fold(f64::INFINITY, f64::min), at.fold(f64::NEG_INFINITY, f64::max));
        let show =
            |value| reading(along).show(language, value, (high - low).max(1e-3 * high.abs()));
        let units = &language.words().units;
        let text = (units.range)(&show(low), &show(high));
        let words = &language.words().sweep;
        let text = if along.spacing == Spacing::Ratio { (words.times)(&text) } else { text };
        Some((words.frontier)(&Frontier {
            name: &short(&self.candidate),
            measure,
            what: &self.named(along, language),
            above,
            values: &text,
            by: &self.named(by, language),
        }))
    }
}
