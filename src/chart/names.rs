//! Scenario names on a picture: beside what they name where there is room,
//! otherwise in a row above.

use plotters::style::RGBColor;

use super::labels::{Area, Ground};
use super::sheet::{Look, Sheet};
use super::style::INK;

/// A scenario's name, and places for it from the best to the worst.
pub struct Name {
    /// In lines.
    pub lines: Vec<String>,
    /// Letters.
    pub look: Look,
    /// Upper left corners.
    pub places: Vec<(f64, f64)>,
}

impl Name {
    /// The name in bold, in at most two lines; the places follow from its size.
    pub fn new(
        sheet: &Sheet,
        name: &str,
        colour: RGBColor,
        places: impl FnOnce((f64, f64)) -> Vec<(f64, f64)>,
    ) -> Self {
        let look = Look::new(sheet.style.name, colour).bold();
        let lines = lines(sheet, name, 410.0 * sheet.style.unit);
        let places = places(sheet.block(&lines, look));
        Self { lines, look, places }
    }
}

/// A name in at most two lines of `room` pixels.
pub fn lines(sheet: &Sheet, name: &str, room: f64) -> Vec<String> {
    sheet.measure(sheet.style.name, true).clauses(name, room)
}

/// Finds a place for every name; none if one cannot be placed.
pub fn place(sheet: &Sheet, ground: &mut Ground, names: &[Name]) -> Option<Vec<Area>> {
    let air = 7.0 * sheet.style.unit;
    let found = names.iter().map(|name| {
        let (width, height) = sheet.block(&name.lines, name.look);
        let area = |&(left, top): &(f64, f64)| Area {
            left,
            top,
            right: left + width,
            bottom: top + height,
        };
        ground.place(name.places.iter().map(area), air)
    });
    found.collect()
}

/// Writes placed names.
pub fn write(sheet: &Sheet, names: &[Name], places: &[Area]) {
    for (name, place) in names.iter().zip(places) {
        sheet.lines(&name.lines, place, name.look);
    }
}

/// The names side by side under the subtitle, as many rows as it takes.
pub struct Legend {
    entries: Vec<(String, RGBColor, (f64, f64))>,
    /// Height in pixels.
    pub height: f64,
}

impl Legend {
    /// Lays out the row.
    pub fn new(sheet: &Sheet, names: &[&str], colours: &[RGBColor]) -> Self {
        let (size, body) = (sheet.style.label, sheet.body);
        let measure = sheet.measure(size, false);
        let mut at = (body.left, body.top + size);
        let mut entries = Vec::new();
        for (name, &colour) in names.iter().zip(colours) {
            let name = measure.shorten(name, 0.46 * body.width());
            let width = 1.4 * size + measure.width(&name);
            if at.0 > body.left && at.0 + width > body.right {
                at = (body.left, at.1 + 1.5 * size);
            }
            entries.push((name, colour, at));
            at.0 += width + 1.3 * size;
        }
        Self { entries, height: at.1 - body.top + 1.3 * size }
    }

    /// Draws it.
    pub fn write(&self, sheet: &Sheet) {
        let size = sheet.style.label;
        for (name, colour, (left, baseline)) in &self.entries {
            let square = Area {
                left: *left,
                top: baseline - 0.75 * size,
                right: left + 0.8 * size,
                bottom: baseline + 0.05 * size,
            };
            sheet.rectangle(&square, *colour, 1.0);
            sheet.text(name, (left + 1.2 * size, *baseline), Look::new(size, INK));
        }
    }
}
