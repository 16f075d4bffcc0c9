//! P10, P50 and P90 as a bar with a dot, below a distribution.

use plotters::style::RGBColor;

use super::labels::{Area, spread};
use super::sheet::{Align, Look, Sheet};

/// The bar of one distribution.
pub struct Row {
    /// P10, P50, P90 on the page.
    ends: [f64; 3],
    labels: [String; 3],
    /// Where all three are the same.
    single: String,
    colour: RGBColor,
    height: f64,
    size: f64,
}

impl Row {
    /// From where P10, P50 and P90 lie on the page and how they read. Where
    /// all three are the same, the row says so once.
    pub fn new(
        sheet: &Sheet,
        ends: [f64; 3],
        amounts: [String; 3],
        colour: RGBColor,
        height: f64,
    ) -> Self {
        let [p10, p50, p90] = amounts;
        let words = sheet.words();
        let single = (words.p10_to_p90)(&p50);
        let labels = [format!("P10 {p10}"), (words.median)(&p50), format!("P90 {p90}")];
        let size = (0.95 * sheet.style.label).min(0.4 * height);
        Self { ends, labels, single, colour, height, size }
    }

    fn is_single(&self) -> bool {
        self.ends[2] - self.ends[0] < 1.0
    }

    /// Whether the outer labels fit on either side of the bar.
    pub fn fits_beside(&self, sheet: &Sheet) -> bool {
        let measure = sheet.measure(self.size, false);
        let room = measure.size + 0.3 * sheet.body.left;
        let left = self.ends[0] - measure.width(&self.labels[0]) - room;
        let right = self.ends[2] + measure.width(&self.labels[2]) + room;
        self.is_single() || (left > 0.0 && right < sheet.body.right + sheet.body.left)
    }

    /// Draws the row below `top`, the outer labels `beside` the bar or above it.
    pub fn paint(&self, sheet: &Sheet, top: f64, beside: bool) {
        let look = Look::new(self.size, self.colour);
        let middle = top + 0.68 * self.height;
        let thick = 0.1 * self.height;
        let [left, median, right] = self.ends;
        let bar = Area { left, top: middle - thick, right, bottom: middle + thick };
        sheet.rectangle(&bar, self.colour, 0.42);
        sheet.dot((median, middle), 1.6 * thick, self.colour);
        let above = middle - 2.3 * thick;
        if self.is_single() {
            self.write_single(sheet, middle, look);
        } else if beside {
            let gap = 0.6 * look.size;
            // The dot may reach beyond a short bar.
            let (left, right) = (left.min(median - 1.6 * thick), right.max(median + 1.6 * thick));
            sheet.text_beside(&self.labels[0], (left - gap, middle), look.at(Align::Right));
            sheet.text_beside(&self.labels[2], (right + gap, middle), look);
            sheet.text(&self.labels[1], (median, above), look.at(Align::Middle));
        } else {
            self.write_above(sheet, above, look);
        }
    }

    /// One label for all three, on the side where there is room.
    fn write_single(&self, sheet: &Sheet, middle: f64, look: Look) {
        let text = &self.single;
        let width = sheet.measure(look.size, false).width(text);
        let at = self.ends[1];
        if at + look.size + width > sheet.body.right {
            sheet.text_beside(text, (at - look.size, middle), look.at(Align::Right));
        } else {
            sheet.text_beside(text, (at + look.size, middle), look);
        }
    }

    /// All three labels above the bar, moved apart.
    fn write_above(&self, sheet: &Sheet, baseline: f64, look: Look) {
        let measure = sheet.measure(look.size, false);
        let sizes = self.labels.each_ref().map(|label| measure.width(label) + look.size);
        let (low, high) = (0.5 * sheet.body.left, sheet.body.right + 0.5 * sheet.body.left);
        for (label, middle) in self.labels.iter().zip(spread(&self.ends, &sizes, low, high)) {
            sheet.text(label, (middle, baseline), look.at(Align::Middle));
        }
    }
}
