//! Rows of bars with their labels on the left.

use super::labels::Area;
use super::sheet::{Align, Look, Sheet};
use super::style::INK;

/// Share of the width that labels take at most.
const LABELS: f64 = 0.36;
/// Height of a gap between blocks, in rows.
const GAP: f64 = 0.55;

/// Where each row stands.
pub struct Rows {
    /// Beside the labels, all rows high.
    pub field: Area,
    left: f64,
    size: f64,
    /// Upper edge and label of each row.
    placed: Vec<(f64, String)>,
    /// Height of a row.
    pub height: f64,
}

impl Rows {
    /// Rows in blocks, which a gap parts, that fill `area` from the top; none is
    /// higher than `most` pixels.
    pub fn new(sheet: &Sheet, area: Area, blocks: &[Vec<String>], most: f64) -> Self {
        let rows: usize = blocks.iter().map(Vec::len).sum();
        let gaps = GAP * blocks.iter().filter(|block| !block.is_empty()).count() as f64 - GAP;
        let height = (area.height() / (rows as f64 + gaps.max(0.0)).max(1.0)).min(most);
        let size = letters(sheet, blocks, area.width(), height);
        let widest = blocks.iter().flatten().map(|label| {
            let lines = sheet.measure(size, false).wrap(label, LABELS * area.width(), 2);
            sheet.block(&lines, Look::new(size, INK)).0
        });
        let left = area.left + widest.fold(0.0, f64::max) + 0.9 * size;
        let mut top = area.top;
        let mut placed = Vec::new();
        for block in blocks.iter().filter(|block| !block.is_empty()) {
            for label in block {
                placed.push((top, label.clone()));
                top += height;
            }
            top += GAP * height;
        }
        let bottom = placed.last().map_or(area.top, |(top, _)| top + height);
        Self { field: Area { left, bottom, ..area }, left: area.left, size, placed, height }
    }

    /// The place of a row's bar.
    pub fn bar(&self, row: usize) -> Area {
        let top = self.placed[row].0 + 0.19 * self.height;
        Area { top, bottom: top + 0.62 * self.height, ..self.field }
    }

    /// Writes all labels.
    pub fn write(&self, sheet: &Sheet) {
        let look = Look::new(self.size, INK).at(Align::Right);
        for (top, label) in &self.placed {
            let right = self.field.left - 0.6 * self.size;
            let room = right - self.left;
            let lines = sheet.measure(self.size, false).wrap(
                label,
                room,
                most_lines(self.height, self.size),
            );
            let height = sheet.block(&lines, look).1;
            let top = top + 0.5 * self.height - 0.5 * (height - 0.22 * self.size);
            let area = Area { left: self.left, top, right, bottom: top + height };
            sheet.lines(&lines, &area, look);
        }
    }

    /// Size of the letters beside a bar.
    pub fn value_size(&self, sheet: &Sheet) -> f64 {
        (0.85 * sheet.style.label).min(0.42 * self.height)
    }
}

fn most_lines(height: f64, size: f64) -> usize {
    if height > 2.5 * size { 2 } else { 1 }
}

/// The largest letters with which all labels fit.
fn letters(sheet: &Sheet, blocks: &[Vec<String>], width: f64, height: f64) -> f64 {
    let largest = sheet.style.label.min(0.6 * height);
    let sizes = [1.0, 0.92, 0.84, 0.76, 0.7].map(|share| share * largest);
    let fits = |&size: &f64| {
        let measure = sheet.measure(size, false);
        let most = most_lines(height, size);
        blocks.iter().flatten().all(|label| measure.fits(label, LABELS * width, most))
    };
    sizes.into_iter().find(fits).unwrap_or(sizes[4])
}
