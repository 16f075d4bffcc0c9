//! Where the panels of the picture of one more seat stand, and their axes.

use super::axis::Axis;
use super::labels::Area;
use super::plot::Plot;
use super::seats::{Panel, Row, lines};
use super::sheet::{Look, Sheet};
use super::style::INK;
use crate::figure::Shared;

/// More panels side by side than these stand in two rows.
const ONE_ROW: usize = 3;

/// Where the panels stand.
pub struct Layout {
    /// The panels' areas.
    pub cells: Vec<Area>,
    /// Whether they stand below each other and share one axis.
    pub is_stacked: bool,
    /// Letters of the headings; 0 without headings.
    heading: f64,
    /// Height of a role's row.
    row: f64,
    /// Letters along the axes.
    axis: f64,
}

/// Letters of amounts below this, in units, are too small to read.
const SMALLEST: f64 = 8.0;
/// Share of a panel's width that titles take at most.
const NAMES: f64 = 0.36;

impl Layout {
    /// Below each other, each as high as its roles need.
    pub fn stacked(sheet: &Sheet, field: Area, panels: &[Panel]) -> Self {
        let style = sheet.style;
        let heading = if panels.len() > 1 { 0.85 * style.name } else { 0.0 };
        let rows: usize = panels.iter().map(|panel| panel.rows.len()).sum();
        let free = field.height() - 1.9 * style.axis - 2.2 * heading * count(panels.len());
        let row = (free / count(rows)).min(120.0 * style.unit);
        // What is left over stands below rather than above.
        let mut top = field.top + 0.3 * (free - row * count(rows));
        let mut cells = Vec::new();
        for panel in panels {
            let bottom = top + 2.2 * heading + row * count(panel.rows.len());
            cells.push(Area { top, bottom, ..field });
            top = bottom;
        }
        Self { cells, is_stacked: true, heading, row, axis: style.axis }
    }

    /// Beside each other, all of one size.
    pub fn beside(sheet: &Sheet, field: Area, panels: &[Panel]) -> Self {
        let style = sheet.style;
        let lines = if panels.len() > ONE_ROW { 2 } else { 1 };
        let columns = panels.len().div_ceil(lines);
        let tight = if lines > 1 { 0.8 } else { 1.0 };
        let (heading, axis) = (tight * style.name, tight * style.axis);
        let gap = 1.4 * style.label;
        let width = (field.width() + gap) / count(columns) - gap;
        let height = (field.height() + gap) / count(lines) - gap;
        let most = panels.iter().map(|panel| panel.rows.len()).max().unwrap_or(1);
        let row = ((height - 1.9 * axis - 1.6 * heading) / count(most)).min(100.0 * style.unit);
        let cell = |place: usize| {
            let left = field.left + count(place % columns) * (width + gap);
            let top = field.top + count(place / columns) * (height + gap);
            let bottom = top + 1.6 * heading + row * count(most);
            Area { left, top, right: left + width, bottom }
        };
        let cells = (0..panels.len()).map(cell).collect();
        Self { cells, is_stacked: false, heading, row, axis }
    }
}

/// What all panels share: the axis and the letters.
pub struct Scale {
    axis: Axis,
    /// Width for the roles' titles.
    names: f64,
    /// Letters of titles and of amounts; 0 where amounts are not written.
    letters: (f64, f64),
    amounts: Shared,
}

impl Scale {
    /// The scale at which everything fits.
    pub fn new(sheet: &Sheet, layout: &Layout, panels: &[Panel]) -> Self {
        let width = layout.cells[0].width();
        let all = || panels.iter().flat_map(Panel::amounts);
        let amounts = Shared::by(sheet.language(), all()).and_steps(all());
        let size = (0.85 * sheet.style.label).min(0.4 * layout.row);
        let size = if size < SMALLEST * sheet.style.unit { 0.0 } else { size };
        let (titles, names) = title_letters(sheet, layout, panels);
        // What is written at the ends of the bars needs room.
        let digits = sheet.measure(size, false);
        let end = all().map(|one| digits.width(&amounts.change(one))).fold(0.0, f64::max) + size;
        let reach = panels.iter().flat_map(|panel| &panel.rows).flat_map(Row::reach);
        let (low, high) =
            reach.fold((0.0, 0.0), |(low, high), one| (f64::min(low, one), f64::max(high, one)));
        let before = if low < 0.0 { end } else { 0.3 * end };
        let after = if high > 0.0 { end } else { 0.3 * end };
        let (low, high) = if high > low { (low, high) } else { (-1.0, 1.0) };
        let pixel = (high - low) / (width - names - before - after).max(1.0);
        let axis = sheet.measure(layout.axis, false);
        let axis =
            Axis::along(sheet, (low - before * pixel, high + after * pixel), width - names, &axis);
        Self { axis, names, letters: (titles, size), amounts }
    }
}

/// The size of the titles' letters, shrunk until they fit in the lines that a row
/// has room for, and their width with a gap.
fn title_letters(sheet: &Sheet, layout: &Layout, panels: &[Panel]) -> (f64, f64) {
    let titles = || panels.iter().flat_map(|panel| &panel.rows).map(|row| row.title);
    let room = NAMES * layout.cells[0].width();
    let largest = sheet.style.label.min(0.5 * layout.row);
    let sizes = [1.0, 0.9, 0.8, 0.7].map(|share| share * largest);
    let fits = |&size: &f64| {
        let measure = sheet.measure(size, false);
        titles().all(|title| measure.fits(title, room, lines(layout.row, size)))
    };
    let size = sizes.into_iter().find(fits).unwrap_or(sizes[3]);
    let measure = sheet.measure(size, false);
    let widest = titles().map(|title| measure.width(title)).fold(0.0, f64::max);
    (size, widest.min(room) + 0.8 * size)
}

/// A panel laid out: titles on the left, bars on the right.
pub struct Frame<'s, 'a> {
    plot: Plot<'s, 'a>,
    cell: Area,
    heading: f64,
    row: f64,
    letters: (f64, f64),
    amounts: Shared,
}

impl<'s, 'a> Frame<'s, 'a> {
    /// Lays out a panel; only where it is `labelled` the axis says its amounts.
    pub fn new(
        sheet: &'s Sheet<'a>,
        layout: &Layout,
        scale: &Scale,
        cell: &Area,
        labelled: bool,
    ) -> Self {
        let headed = if layout.is_stacked { 2.2 } else { 1.6 } * layout.heading;
        let area = Area { left: cell.left + scale.names, top: cell.top + headed, ..*cell };
        let mut axis = scale.axis.clone();
        if !labelled {
            axis.marks.iter_mut().for_each(|(_, label)| label.clear());
        }
        let mut plot = Plot::new(sheet, area, axis, Axis::bare(0.0, 1.0));
        plot.letters = layout.axis;
        let Scale { letters, amounts, .. } = *scale;
        Self { plot, cell: *cell, heading: layout.heading, row: layout.row, letters, amounts }
    }

    /// Draws the panel.
    pub fn paint(&mut self, sheet: &Sheet, panel: &Panel) {
        let area = self.plot.area;
        if self.heading > 0.0 {
            let look = Look::new(self.heading, panel.colour).bold();
            let name = sheet.measure(look.size, true).shorten(panel.name, self.cell.width());
            sheet.text(&name, (self.cell.left, area.top - 0.6 * look.size), look);
        }
        self.plot.axes();
        for (place, row) in panel.rows.iter().enumerate() {
            let top = area.top + count(place) * self.row;
            let field = Area { top, bottom: top + self.row, ..area };
            let right = area.left - 0.6 * self.letters.0;
            row.write_name(sheet, &Area { left: self.cell.left, right, ..field }, self.letters.0);
            row.paint(sheet, &self.plot, &field, panel.colour, (self.letters.1, self.amounts));
        }
        let zero = self.plot.at(0.0, 0.0).0;
        sheet.line(&[(zero, area.top), (zero, area.bottom)], INK, 2.0 * sheet.style.unit);
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
