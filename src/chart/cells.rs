//! Small pictures of one kind on a page, each under a heading.

use super::labels::Area;
use super::sheet::{Look, Sheet};
use super::style::{INK, MUTED};

/// Where the small pictures stand.
pub struct Cells {
    /// One area a picture, its heading included.
    pub areas: Vec<Area>,
    /// Letters of the headings.
    pub heading: f64,
    /// Letters along the axes.
    pub axis: f64,
}

impl Cells {
    /// So many cells on a field, in rows of equal length.
    pub fn new(sheet: &Sheet, field: Area, count: usize) -> Self {
        let columns = columns(count, field.width() / field.height());
        let rows = count.div_ceil(columns).max(1);
        let tight = match columns.max(rows) {
            1 => 1.0,
            2 => 0.9,
            3 => 0.8,
            _ => 0.72,
        };
        let (heading, axis) = (tight * sheet.style.label, 0.95 * tight * sheet.style.axis);
        let gap = (1.8 * axis, 1.1 * heading);
        let width = (field.width() + gap.0) / amount(columns) - gap.0;
        let height = (field.height() + gap.1) / amount(rows) - gap.1;
        let area = |place: usize| {
            let left = field.left + amount(place % columns) * (width + gap.0);
            let top = field.top + amount(place / columns) * (height + gap.1);
            Area { left, top, right: left + width, bottom: top + height }
        };
        Self { areas: (0..count).map(area).collect(), heading, axis }
    }

    /// Writes a heading and a line below it; what is left is for the picture.
    pub fn head(&self, sheet: &Sheet, place: usize, name: &str, note: &str) -> Area {
        let area = self.areas[place];
        let bold = sheet.measure(self.heading, true).shorten(name, area.width());
        let plain = sheet.measure(0.9 * self.heading, false).shorten(note, area.width());
        let first = area.top + self.heading;
        sheet.text(&bold, (area.left, first), Look::new(self.heading, INK).bold());
        let second = first + 1.25 * self.heading;
        sheet.text(&plain, (area.left, second), Look::new(0.9 * self.heading, MUTED));
        Area { top: second + 0.9 * self.heading, bottom: area.bottom - 1.7 * self.axis, ..area }
    }
}

/// Columns for cells that are not much wider or higher than they should be.
fn columns(count: usize, ratio: f64) -> usize {
    let shape = |columns: &usize| {
        let rows = count.div_ceil(*columns);
        let empty = amount(rows * columns - count) / amount(count);
        // Wider than high by this is what a curve wants.
        let off = (ratio * amount(rows) / amount(*columns) / 1.35).ln().abs();
        off + empty
    };
    (1..=count.max(1)).min_by(|a, b| shape(a).total_cmp(&shape(b))).unwrap_or(1)
}

fn amount(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_fill_a_wide_page_in_few_rows() {
        let all: Vec<usize> = (1..=9).map(|count| columns(count, 1.8)).collect();
        assert_eq!(all, [1, 2, 2, 2, 3, 3, 4, 4, 3]);
    }
}
