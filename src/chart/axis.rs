//! An axis: its ends, its marks, and how plotters asks for them.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

use super::sheet::Sheet;
use super::text::Measure;
use crate::figure::{Ticks, percent};
use crate::language::Language;

/// One axis: its ends, and the marks with their labels.
#[derive(Debug, Clone)]
pub struct Axis {
    /// Lower end.
    pub low: f64,
    /// Upper end, above the lower one.
    pub high: f64,
    /// Marks, ascending, with what is written at them.
    pub marks: Vec<(f64, String)>,
    /// Whether a light line runs across the plot at each mark.
    pub grid: bool,
}

impl Axis {
    /// An axis without marks.
    pub fn bare(low: f64, high: f64) -> Self {
        // Everything may lie on one point; an axis needs some length.
        let high = if high > low { high } else { low + (0.1 * low.abs()).max(1.0) };
        Self { low, high, marks: Vec::new(), grid: false }
    }

    /// An axis with at most `most` round amounts.
    pub fn amounts(language: Language, low: f64, high: f64, most: usize) -> Self {
        let axis = Self::bare(low, high);
        let ticks = Ticks::new(language, axis.low, axis.high, most);
        let marks = ticks.values.iter().map(|&value| (value, ticks.label(value))).collect();
        Self { marks, grid: true, ..axis }
    }

    /// An axis of amounts on both sides of zero, with a share of `air` beyond them;
    /// one of some length where all of them are zero.
    pub fn around_zero(language: Language, (low, high): (f64, f64), air: f64, most: usize) -> Self {
        if high > low {
            let air = air * (high - low);
            Self::amounts(language, low - air, high + air, most)
        } else {
            Self::amounts(language, -1.0, 1.0, 3)
        }
    }

    /// An axis of chances, marked at none, one half and all.
    pub fn chances(language: Language) -> Self {
        let marks = [0.0, 0.5, 1.0].map(|share| (share, percent(language, share))).into();
        Self { marks, grid: true, ..Self::bare(0.0, 1.0) }
    }

    /// A horizontal axis of `length` pixels with as many round amounts as can
    /// be told apart.
    pub fn along(sheet: &Sheet, (low, high): (f64, f64), length: f64, measure: &Measure) -> Self {
        let language = sheet.language();
        let axes = (2..=9).rev().map(|most| Self::amounts(language, low, high, most));
        let apart = |axis: &Self| {
            let shown = f64::from(u32::try_from(axis.marks.len()).unwrap_or(u32::MAX));
            shown * (axis.label_width(measure) + 1.5 * measure.size) <= length
        };
        axes.clone().find(apart).unwrap_or_else(|| Self::amounts(language, low, high, 2))
    }

    /// Width of the widest label in pixels.
    pub fn label_width(&self, measure: &Measure) -> f64 {
        self.marks.iter().map(|(_, label)| measure.width(label)).fold(0.0, f64::max)
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    /// Nothing clips what lies outside the axis, so that is moved to its ends.
    #[expect(clippy::cast_possible_truncation, reason = "within the limits, which are i32")]
    fn map(&self, value: &f64, (first, last): (i32, i32)) -> i32 {
        let share = (value.clamp(self.low, self.high) - self.low) / (self.high - self.low);
        (f64::from(first) + share * f64::from(last - first)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        // There are no lesser marks between the marks.
        if hint.weight().allow_light_points() {
            return Vec::new();
        }
        self.marks.iter().map(|&(at, _)| at).collect()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        let mark = self.marks.iter().find(|(at, _)| at.total_cmp(value).is_eq());
        mark.map(|(_, label)| label.clone()).unwrap_or_default()
    }
}
