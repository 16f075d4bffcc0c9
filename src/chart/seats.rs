//! A role's bars on the picture of one more seat, and the key to them.

use plotters::style::RGBColor;

use super::labels::Area;
use super::plot::Plot;
use super::sheet::{Align, Look, Sheet};
use super::style::{GROUND, INK, MUTED};
use crate::figure::Shared;
use crate::study::{MeanChange, SeatChange, Study};

/// Opacity of the bars of one seat fewer.
const PALE: f64 = 0.35;

/// A scenario with its roles.
pub struct Panel<'a> {
    /// The scenario's name.
    pub name: &'a str,
    /// The scenario's colour.
    pub colour: RGBColor,
    /// Roles, the largest gain first.
    pub rows: Vec<Row<'a>>,
}

/// A role.
pub struct Row<'a> {
    /// What people call it.
    pub title: &'a str,
    /// What one more seat changes, and one fewer.
    bars: [Option<&'a MeanChange>; 2],
}

impl<'a> Panel<'a> {
    /// The roles of a scenario that were varied.
    pub fn new(study: &'a Study, name: &'a str, colour: RGBColor) -> Self {
        let mut rows: Vec<(&str, Row<'a>)> = Vec::new();
        for change in study.seat_changes(name) {
            let place = rows.iter().position(|(role, _)| *role == change.role);
            let place = place.unwrap_or_else(|| {
                rows.push((&change.role, Row { title: &change.title, bars: [None; 2] }));
                rows.len() - 1
            });
            rows[place].1.bars[usize::from(is_fewer(change))] = Some(&change.contribution);
        }
        Self { name, colour, rows: rows.into_iter().map(|(_, row)| row).collect() }
    }

    /// All amounts that are written.
    pub fn amounts(&self) -> impl Iterator<Item = f64> {
        self.rows
            .iter()
            .flat_map(|row| row.bars.into_iter().flatten().map(|bar| bar.mean_difference))
    }
}

/// Lines of a title of this letter size that a row of this height has room for.
pub fn lines(row: f64, size: f64) -> usize {
    if row > 2.6 * size { 2 } else { 1 }
}

fn is_fewer(change: &SeatChange) -> bool {
    change.seats < 0
}

impl Row<'_> {
    /// How far its bars reach, with their intervals.
    pub fn reach(&self) -> impl Iterator<Item = f64> {
        self.bars.into_iter().flatten().flat_map(|bar| {
            let (low, high) = bar.interval();
            [low, high]
        })
    }

    /// Writes the role's title in one line, or in two where there is room.
    pub fn write_name(&self, sheet: &Sheet, area: &Area, size: f64) {
        let most = lines(area.height(), size);
        let look = Look::new(size, INK).at(Align::Right);
        let lines = sheet.measure(size, false).wrap(self.title, area.width(), most);
        let height = sheet.block(&lines, look).1;
        let top = f64::midpoint(area.top, area.bottom) - 0.5 * (height - 0.22 * size);
        sheet.lines(&lines, &Area { top, ..*area }, look);
    }

    /// Draws both bars with their amounts; one more seat stands above.
    pub fn paint(
        &self,
        sheet: &Sheet,
        plot: &Plot,
        area: &Area,
        colour: RGBColor,
        (size, amounts): (f64, Shared),
    ) {
        for (bar, (from, opacity)) in self.bars.into_iter().zip([(0.1, 1.0), (0.52, PALE)]) {
            let Some(bar) = bar else { continue };
            let top = area.top + from * area.height();
            let field = Area { top, bottom: top + 0.38 * area.height(), ..*area };
            paint_bar(sheet, plot, bar, &field, colour, opacity);
            let (low, high) = bar.interval();
            let (edge, align, away) = if bar.mean_difference < 0.0 {
                (low.min(0.0), Align::Right, -0.4)
            } else {
                (high.max(0.0), Align::Left, 0.4)
            };
            let at = (plot.at(edge, 0.0).0 + away * size, f64::midpoint(field.top, field.bottom));
            if size <= 0.0 {
                continue;
            }
            let clear = bar.is_gain() || bar.is_loss();
            let look = Look::new(size, if clear { INK } else { MUTED }).at(align);
            sheet.text_beside(&amounts.change(bar.mean_difference), at, look);
        }
    }
}

/// A bar from zero with its interval; hollow where that includes zero.
fn paint_bar(
    sheet: &Sheet,
    plot: &Plot,
    bar: &MeanChange,
    field: &Area,
    colour: RGBColor,
    opacity: f64,
) {
    let x = |value| plot.at(value, 0.0).0;
    let (zero, mean) = (x(0.0), x(bar.mean_difference));
    let body = Area { left: zero.min(mean), right: zero.max(mean), ..*field };
    let hollow = !bar.is_gain() && !bar.is_loss();
    fill(sheet, &body, colour, if hollow { 0.0 } else { opacity });
    let (low, high) = bar.interval();
    let middle = f64::midpoint(field.top, field.bottom);
    let half = 0.22 * field.height();
    let width = (2.0 * sheet.style.unit).min(0.16 * field.height());
    sheet.line(&[(x(low), middle), (x(high), middle)], GROUND, 2.5 * width);
    sheet.line(&[(x(low), middle), (x(high), middle)], INK, width);
    for end in [x(low), x(high)] {
        sheet.line(&[(end, middle - half), (end, middle + half)], INK, width);
    }
}

/// A box that is filled, pale or hollow, with its outline.
fn fill(sheet: &Sheet, area: &Area, colour: RGBColor, opacity: f64) {
    sheet.rectangle(area, GROUND, 1.0);
    sheet.rectangle(area, colour, opacity);
    if area.width() > 0.0 {
        sheet.outline(area, colour, (2.0 * sheet.style.unit).min(area.width()));
    }
}

/// What the bars stand for, in a row under the subtitle.
pub struct Key {
    colour: RGBColor,
    size: f64,
    /// Texts with their opacity and left edge.
    entries: Vec<(String, f64, f64)>,
    /// Height in pixels.
    pub height: f64,
}

impl Key {
    /// Lays out the row; letters shrink until it fits.
    pub fn new(sheet: &Sheet, colour: RGBColor) -> Self {
        let [more, fewer, unsure] = sheet.words().one_more_key;
        let texts = [(more, 1.0), (fewer, PALE), (unsure, 0.0)];
        let sizes = [0.9, 0.8, 0.7, 0.6].map(|share| share * sheet.style.label);
        let laid = |size: f64| {
            let measure = sheet.measure(size, false);
            let mut left = sheet.body.left;
            let entries: Vec<(String, f64, f64)> = texts
                .iter()
                .map(|&(text, opacity)| {
                    let at = left;
                    left += 2.2 * size + measure.width(text) + 1.6 * size;
                    (text.to_owned(), opacity, at)
                })
                .collect();
            (entries, left - 1.6 * size)
        };
        let fits = |&size: &f64| laid(size).1 <= sheet.body.right;
        let size = sizes.into_iter().find(fits).unwrap_or(sizes[3]);
        Self { colour, size, entries: laid(size).0, height: 1.5 * size }
    }

    /// Draws it.
    pub fn paint(&self, sheet: &Sheet) {
        let middle = sheet.body.top + 0.5 * self.size;
        for (text, opacity, left) in &self.entries {
            let swatch = Area {
                left: *left,
                right: left + 1.7 * self.size,
                top: middle - 0.36 * self.size,
                bottom: middle + 0.36 * self.size,
            };
            fill(sheet, &swatch, self.colour, *opacity);
            sheet.text_beside(text, (left + 2.2 * self.size, middle), Look::new(self.size, INK));
        }
    }
}
