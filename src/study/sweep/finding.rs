//! Who does better in a sweep, in one sentence.

use super::telling::{beyond, bound, place, reading, strictly, value};
use super::{Of, Sweep, SweepPoint, Switching};
use crate::figure::percent;
use crate::language::{Frontier, Hands, Language, Measure, Often, Places};
use crate::organisation::{Axis, Spacing};

/// What the sentence is told of, and how.
pub(super) struct Finding<'a> {
    pub sweep: &'a Sweep,
    pub measure: Measure,
    /// Makes a name fit.
    pub short: &'a dyn Fn(&str) -> String,
    pub language: Language,
}

impl Finding<'_> {
    /// Over the range of a single number, or over a map.
    pub fn tell(&self) -> String {
        match self.sweep.axis() {
            Some(axis) => self.along(axis),
            None => self.map(),
        }
    }

    fn along(&self, axis: &Axis) -> String {
        let words = &self.language.words().sweep;
        let what = self.sweep.named(axis, self.language);
        let crossing: Vec<&Switching> = self.sweep.crossing(Of::ProbabilityBetter).collect();
        match crossing[..] {
            [] => self.always(axis),
            [one] => self.once(axis, one),
            _ => {
                let last = crossing[crossing.len() - 1];
                let edge =
                    beyond(axis, last, strictly(axis, last.value, true), true, self.language);
                let show = |one: &&Switching| place(axis, one, one.value, self.language);
                let values: Vec<String> = crossing.iter().map(show).collect();
                let times = axis.spacing == Spacing::Ratio;
                (words.hands)(&Hands::Several {
                    name: &(self.short)(self.sweep.ahead(last.candidate_above)),
                    measure: self.measure,
                    what: &what,
                    beyond: bound(axis, true, &edge),
                    places: Places { values: &values[..values.len() - 1], times },
                    is_sure: last.high.is_some(),
                })
            }
        }
    }

    /// A single change of hands, as far as the runs show both sides of it.
    fn once(&self, axis: &Axis, one: &Switching) -> String {
        let tell = self.language.words().sweep.hands;
        let what = &*self.sweep.named(axis, self.language);
        let whose = |above: bool| (self.short)(self.sweep.ahead(one.candidate_above == above));
        match (one.low, one.high) {
            (None, None) => tell(&Hands::Unknown(what)),
            (Some(low), None) => {
                let value = beyond(axis, one, low, false, self.language);
                let bound = bound(axis, false, &value);
                tell(&Hands::OneSide { name: &whose(false), measure: self.measure, what, bound })
            }
            (None, Some(high)) => {
                let value = beyond(axis, one, high, true, self.language);
                let bound = bound(axis, true, &value);
                tell(&Hands::OneSide { name: &whose(true), measure: self.measure, what, bound })
            }
            (Some(_), Some(_)) => {
                let (name, other) =
                    ((self.short)(&self.sweep.candidate), (self.short)(&self.sweep.baseline));
                let at = strictly(axis, one.value, one.candidate_above);
                let value = beyond(axis, one, at, one.candidate_above, self.language);
                let bound = bound(axis, one.candidate_above, &value);
                tell(&Hands::Once {
                    name: &name,
                    other: &other,
                    measure: self.measure,
                    what,
                    bound,
                })
            }
        }
    }

    fn always(&self, axis: &Axis) -> String {
        let words = &self.language.words().sweep;
        let what = self.sweep.named(axis, self.language);
        if self.sweep.is_all_the_same() {
            return (words.hands)(&Hands::Same(&what));
        }
        let is_sure = |point: &&SweepPoint| !point.chance_interval.holds(0.5);
        let Some(sure) = self.sweep.points.iter().find(is_sure) else {
            return (words.hands)(&Hands::Unknown(&what));
        };
        let leads = sure.probability_better > 0.5;
        let unsure = self.sweep.unsure(axis, Of::ProbabilityBetter, self.language);
        if !unsure.is_empty() {
            let name = &(self.short)(self.sweep.ahead(leads));
            return (words.hands)(&Hands::Mostly {
                name,
                measure: self.measure,
                what: &what,
                unsure: &unsure,
            });
        }
        let ends = [axis.values[0], axis.values[axis.values.len() - 1]];
        let [low, high] = ends.map(|end| value(axis, end, self.language));
        let nearest = self.sweep.nearest.iter().find(|near| near.of == Of::ProbabilityBetter);
        let share = |figure: f64| if leads { figure } else { 1.0 - figure };
        let near = nearest.filter(|near| share(near.figure) < 1.0);
        let nearest = near.map(|near| {
            (value(axis, near.at, self.language), percent(self.language, share(near.figure)))
        });
        (words.hands)(&Hands::Always {
            name: &(self.short)(self.sweep.ahead(leads)),
            measure: self.measure,
            what: &what,
            low: &low,
            high: &if axis.spacing == Spacing::Ratio { (words.times)(&high) } else { high },
            nearest: nearest.as_ref().map(|(at, share)| (&**at, &**share)),
        })
    }

    /// The frontier where there is one all along a number, else the parts of the map.
    fn map(&self) -> String {
        if let [first, second] = &self.sweep.axes[..] {
            let frontier = self.frontier(second, first).or_else(|| self.frontier(first, second));
            if let Some(text) = frontier {
                return text;
            }
        }
        let part = |wanted: &dyn Fn(&SweepPoint) -> bool| {
            let count = self.sweep.points.iter().filter(|point| wanted(point)).count();
            count as f64 / self.sweep.points.len() as f64
        };
        let is_sure = |point: &SweepPoint| !point.chance_interval.holds(0.5);
        let better = part(&|point| is_sure(point) && point.probability_better > 0.5);
        let unsure = part(&|point| point.chance_interval.holds(0.5));
        if self.sweep.is_all_the_same() {
            return self.language.words().sweep.map_same.to_owned();
        }
        if unsure >= 1.0 {
            return self.language.words().sweep.map_unknown.to_owned();
        }
        if better <= 0.0 && unsure <= 0.0 {
            let name = (self.short)(&self.sweep.baseline);
            return (self.language.words().sweep.map)(&name, self.measure, Often::Always, None);
        }
        let text = percent(self.language, better);
        let unsure_text = (unsure > 0.0).then(|| percent(self.language, unsure));
        let often = Often::of(better, &text);
        (self.language.words().sweep.map)(
            &(self.short)(&self.sweep.candidate),
            self.measure,
            often,
            unsure_text.as_deref(),
        )
    }

    /// Between which values of a number the lead changes hands, where it does so once
    /// at each value of the other, and always the same way.
    fn frontier(&self, along: &Axis, by: &Axis) -> Option<String> {
        let places: Vec<&Switching> = self
            .sweep
            .crossing(Of::ProbabilityBetter)
            .filter(|one| one.path == along.path)
            .collect();
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
            |value| reading(along).show(self.language, value, (high - low).max(1e-3 * high.abs()));
        let units = &self.language.words().units;
        let text = (units.range)(&show(low), &show(high));
        let words = &self.language.words().sweep;
        let text = if along.spacing == Spacing::Ratio { (words.times)(&text) } else { text };
        Some((words.frontier)(&Frontier {
            name: &(self.short)(&self.sweep.candidate),
            measure: self.measure,
            what: &self.sweep.named(along, self.language),
            above,
            values: &text,
            by: &self.sweep.named(by, self.language),
        }))
    }
}
