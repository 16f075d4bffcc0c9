//! The axis of a number that is varied.

use super::axis::Axis;
use super::sheet::Sheet;
use super::text::Measure;
use crate::figure::Ticks;
use crate::language::Language;
use crate::study::sweep::{self, Spacing, telling};

/// Multiples that are marked, the roundest first.
const MULTIPLES: [&[f64]; 3] = [
    &[0.0625, 0.125, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0],
    &[0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0],
    &[0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.75, 2.0],
];

/// The axis over the places of a number's values, with at most `most` marks that
/// hold each other `room` pixels apart over `length`.
pub fn axis(sheet: &Sheet, axis: &sweep::Axis, length: f64, measure: &Measure) -> Axis {
    let fits = |shown: &Axis| {
        let marks = f64::from(u32::try_from(shown.marks.len()).unwrap_or(u32::MAX));
        marks * (shown.label_width(measure) + 1.5 * measure.size) <= length
    };
    let tries = (2..=9).rev().map(|most| with_marks(axis, most, sheet.language()));
    tries.clone().find(fits).unwrap_or_else(|| with_marks(axis, 2, sheet.language()))
}

/// The same with at most so many marks.
pub fn with_marks(axis: &sweep::Axis, most: usize, language: Language) -> Axis {
    let (low, high) = (axis.values[0], axis.values[axis.values.len() - 1]);
    let bare = Axis::bare(axis.place(low), axis.place(high));
    let values = match axis.spacing {
        Spacing::Ratio => multiples(axis, most),
        Spacing::Even => Ticks::new(language, low, high, most).values,
        Spacing::Whole => {
            let whole = Ticks::new(language, low, high, most).values;
            whole.into_iter().filter(|value| value.fract() == 0.0).collect()
        }
    };
    let step = values.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::INFINITY, f64::min);
    let step = if step.is_finite() { step } else { high - low };
    let label = |value| telling::reading(axis).show(language, value, step);
    let marks = values.iter().map(|&value| (axis.place(value), label(value))).collect();
    Axis { marks, grid: true, ..bare }
}

/// Round multiples within the values, at most so many where there is a choice.
fn multiples(axis: &sweep::Axis, most: usize) -> Vec<f64> {
    let (low, high) = (axis.values[0], axis.values[axis.values.len() - 1]);
    let within = |list: &[f64]| -> Vec<f64> {
        list.iter().copied().filter(|value| (low..=high).contains(value)).collect()
    };
    let lists = MULTIPLES.map(within);
    let fits = |list: &&Vec<f64>| (3..=most).contains(&list.len());
    lists.iter().find(fits).cloned().unwrap_or_else(|| {
        let every = lists[0].len().div_ceil(most.max(2)).max(1);
        let thinned: Vec<f64> = lists[0].iter().copied().step_by(every).collect();
        if thinned.len() > 1 { thinned } else { vec![low, high] }
    })
}
