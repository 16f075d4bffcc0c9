//! How the result goes with one unknown.

use super::axis::Axis;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::Sheet;
use super::style::{HIGH_VALUE, INK, LOW_VALUE};
use crate::figure::{Quantity, Ticks};
use crate::language::{Language, Unit};
use crate::study::drivers::Tenth;
use crate::study::{Driver, DriversAbout};

/// Marks of the axis of an unknown.
const MARKS: usize = 5;

/// The panel of an unknown.
pub struct Panel<'s, 'a> {
    plot: Plot<'s, 'a>,
    driver: &'s Driver,
}

impl<'s, 'a> Panel<'s, 'a> {
    /// Lays out a panel over results between `ends`.
    pub fn new(
        sheet: &'s Sheet<'a>,
        area: Area,
        driver: &'s Driver,
        ends: (f64, f64),
        currency: &str,
    ) -> Self {
        let style = sheet.style;
        let air = 0.03 * (ends.1 - ends.0);
        let y = Axis::amounts(sheet.language(), ends.0 - air, ends.1 + air, 5);
        let letters = 0.9 * style.axis;
        let labels = y.label_width(&sheet.measure(letters, false));
        let area = Area {
            left: area.left + labels + 14.0 * style.unit,
            bottom: area.bottom - 1.9 * letters,
            ..area
        };
        let x = along(sheet.language(), driver, currency);
        let mut plot = Plot::new(sheet, area, x, y);
        plot.letters = letters;
        Self { plot, driver }
    }

    /// Draws it.
    pub fn paint(&mut self, sheet: &Sheet, about: &DriversAbout) {
        let unit = sheet.style.unit;
        self.plot.axes();
        let area = self.plot.area;
        // What is believed of the unknown, on its axis.
        let low = self.plot.at(self.driver.p10, 0.0).0;
        let high = self.plot.at(self.driver.p90, 0.0).0;
        let foot = area.bottom - 3.5 * unit;
        sheet.line(&[(low, foot), (high, foot)], LOW_VALUE, 7.0 * unit);
        let middle = self.plot.at(self.driver.p50, 0.0).0;
        sheet.line(&[(middle, foot - 6.0 * unit), (middle, area.bottom)], INK, 2.5 * unit);
        if about.baseline.is_some() {
            let zero = self.plot.at(0.0, 0.0).1;
            sheet.line(&[(area.left, zero), (area.right, zero)], INK, 2.0 * unit);
        }
        if is_smooth(&self.driver.tenths) {
            self.paint_course(sheet);
        } else {
            self.paint_values(sheet);
        }
    }

    fn paint_course(&mut self, sheet: &Sheet) {
        let tenths = &self.driver.tenths;
        let points = |of: fn(&Tenth) -> f64| -> Vec<(f64, f64)> {
            tenths.iter().map(|tenth| (tenth.middle, of(tenth))).collect()
        };
        self.plot.band(&points(|one| one.p10), &points(|one| one.p90), HIGH_VALUE, 0.18);
        let (low, high) = (points(|one| one.within().0), points(|one| one.within().1));
        self.plot.band(&low, &high, HIGH_VALUE, 0.35);
        self.plot.curve(&points(|one| one.mean), HIGH_VALUE, sheet.style.line);
        for &zero in &self.driver.zero_at {
            sheet.dot(self.plot.at(zero, 0.0), 1.6 * sheet.style.line, INK);
        }
    }

    /// A dot and its interval over each value of a choice, before its 80 %.
    fn paint_values(&self, sheet: &Sheet) {
        let wide = 26.0 * sheet.style.unit;
        for tenth in &self.driver.tenths {
            let (x, y) = self.plot.at(tenth.middle, tenth.mean);
            let at = |value| self.plot.at(tenth.middle, value).1;
            let (low, high) = tenth.within();
            let field =
                Area { left: x - wide, right: x + wide, top: at(tenth.p90), bottom: at(tenth.p10) };
            sheet.rectangle(&field, HIGH_VALUE, 0.18);
            let error = Area { top: at(high), bottom: at(low), ..field };
            sheet.rectangle(&error, HIGH_VALUE, 0.35);
            sheet.dot((x, y), 2.0 * sheet.style.line, HIGH_VALUE);
        }
    }
}

/// Whether an unknown has more than a few values.
fn is_smooth(tenths: &[Tenth]) -> bool {
    tenths.len() > 1 && tenths.iter().any(|tenth| tenth.low < tenth.high)
}

/// The axis of the unknown, over the middles of its tenths and what is believed.
fn along(language: Language, driver: &Driver, currency: &str) -> Axis {
    let middles = driver.tenths.iter().map(|tenth| tenth.middle).chain([driver.p10, driver.p90]);
    let (low, high) = middles.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let air = if is_smooth(&driver.tenths) { 0.02 } else { 0.2 } * (high - low);
    let axis = Axis::bare(low - air, high + air);
    let unit = driver.subject.what.unit();
    let size = if unit == Unit::Share { 100.0 } else { 1.0 };
    let ticks = Ticks::new(language, size * axis.low, size * axis.high, MARKS);
    let quantity = Quantity::over(language, unit, currency, (low, high));
    let last = ticks.values.last().copied().unwrap_or_default();
    let mark = |&value: &f64| {
        let label = ticks.label(value);
        let whole = if unit == Unit::Share {
            label + language.words().units.percent
        } else if value >= last {
            quantity.with_unit(&label)
        } else {
            label
        };
        (value / size, whole)
    };
    Axis { marks: ticks.values.iter().map(mark).collect(), ..axis }
}
