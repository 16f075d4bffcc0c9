//! What the marks of the pictures of drivers stand for, in a row under the subtitle.

use plotters::style::RGBColor;

use super::labels::Area;
use super::sheet::{Look, Sheet};
use super::style::{GROUND, INK};

/// A mark.
#[derive(Debug, Clone, Copy)]
pub enum Mark {
    /// A filled bar.
    Bar(RGBColor),
    /// The outline of a bar.
    Hollow(RGBColor),
    /// An interval.
    Whisker,
    /// A line with its interval.
    Line(RGBColor),
    /// A pale area.
    Band(RGBColor),
    /// A bar on an axis.
    Range(RGBColor),
}

/// The row.
pub struct DriverKey<'a> {
    size: f64,
    entries: Vec<(Mark, &'a str, f64)>,
    /// Height in pixels.
    pub height: f64,
}

impl<'a> DriverKey<'a> {
    /// Lays out the row; letters shrink until it fits.
    pub fn new(sheet: &Sheet, marks: &[(Mark, &'a str)]) -> Self {
        let sizes = [0.9, 0.8, 0.7, 0.6, 0.5].map(|share| share * sheet.style.label);
        let laid = |size: f64| {
            let measure = sheet.measure(size, false);
            let mut left = sheet.body.left;
            let mut entries = Vec::new();
            for &(mark, text) in marks {
                entries.push((mark, text, left));
                left += 2.2 * size + measure.width(text) + 1.6 * size;
            }
            (entries, left - 1.6 * size)
        };
        let fits = |&size: &f64| laid(size).1 <= sheet.body.right;
        let size = sizes.into_iter().find(fits).unwrap_or(sizes[4]);
        Self { size, entries: laid(size).0, height: 1.5 * size }
    }

    /// Draws it.
    pub fn paint(&self, sheet: &Sheet) {
        let middle = sheet.body.top + 0.5 * self.size;
        for &(mark, text, left) in &self.entries {
            let swatch = Area {
                left,
                right: left + 1.7 * self.size,
                top: middle - 0.36 * self.size,
                bottom: middle + 0.36 * self.size,
            };
            paint(sheet, mark, &swatch);
            sheet.text_beside(text, (left + 2.2 * self.size, middle), Look::new(self.size, INK));
        }
    }
}

fn paint(sheet: &Sheet, mark: Mark, area: &Area) {
    let unit = sheet.style.unit;
    let middle = f64::midpoint(area.top, area.bottom);
    let across = [(area.left, middle), (area.right, middle)];
    match mark {
        Mark::Bar(colour) => sheet.rectangle(area, colour, 1.0),
        Mark::Hollow(colour) => sheet.outline(area, colour, 2.0 * unit),
        Mark::Band(colour) => sheet.rectangle(area, colour, 0.18),
        Mark::Range(colour) => sheet.line(&across, colour, 7.0 * unit),
        Mark::Whisker => whisker(sheet, (area.left, area.right), area),
        Mark::Line(colour) => {
            sheet.rectangle(area, colour, 0.35);
            sheet.line(&across, colour, sheet.style.line);
        }
    }
}

/// An interval across the middle of an area.
pub fn whisker(sheet: &Sheet, (low, high): (f64, f64), area: &Area) {
    let middle = f64::midpoint(area.top, area.bottom);
    let half = 0.22 * area.height();
    let width = (2.0 * sheet.style.unit).min(0.16 * area.height());
    sheet.line(&[(low, middle), (high, middle)], GROUND, 2.5 * width);
    sheet.line(&[(low, middle), (high, middle)], INK, width);
    for end in [low, high] {
        sheet.line(&[(end, middle - half), (end, middle + half)], INK, width);
    }
}
