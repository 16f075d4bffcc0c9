//! Where chances and names stand beside falling curves.

use plotters::style::RGBColor;

use super::labels::Area;
use super::sheet::{Look, Sheet};

/// A chance written beside a curve.
pub struct Mark {
    /// The chance, and the amount where it is not said elsewhere.
    pub text: String,
    /// Letters.
    pub look: Look,
    at: (f64, f64),
    size: (f64, f64),
    /// Where it stands, once placed.
    pub area: Area,
}

impl Mark {
    /// A text beside the dot at a place on the page.
    pub fn new(sheet: &Sheet, text: String, at: (f64, f64), colour: RGBColor) -> Self {
        let look = Look::new(sheet.style.label, colour).bold();
        let size = sheet.block(std::slice::from_ref(&text), look);
        let area = Area { left: at.0, top: at.1, right: at.0, bottom: at.1 };
        Self { text, look, at, size, area }
    }

    /// Beside the dot, from the upper right round to the lower left.
    pub fn places(&self, sheet: &Sheet) -> Vec<Area> {
        let gap = 3.0 * sheet.style.line;
        let (width, height) = self.size;
        let (right, left) = (self.at.0 + gap, self.at.0 - gap - width);
        let (above, below) = (self.at.1 - 0.4 * gap - height, self.at.1 + 0.4 * gap);
        let corners = [(right, above), (left, below), (right, below), (left, above)];
        let area = |(left, top)| Area { left, top, right: left + width, bottom: top + height };
        corners.map(area).into()
    }
}

/// Upper left corners for a name beside a falling curve, best first.
pub fn beside(trace: &[(f64, f64)], (width, height): (f64, f64), gap: f64) -> Vec<(f64, f64)> {
    let lowest = trace.iter().map(|point| point.1).fold(f64::NEG_INFINITY, f64::max);
    let highest = trace.iter().map(|point| point.1).fold(f64::INFINITY, f64::min);
    let mut places = Vec::new();
    for share in [0.3, 0.2, 0.4, 0.7, 0.8, 0.6, 0.9, 0.12, 0.5] {
        let level = lowest - share * (lowest - highest);
        let x = trace.iter().filter(|point| point.1 <= level).map(|point| point.0);
        let x = x.fold(trace.first().map_or(0.0, |point| point.0), f64::max);
        places.push((x + gap, level - height));
        places.push((x - gap - width, level));
    }
    places
}
