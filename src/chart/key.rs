//! Names with their values as a small table, in a free corner of a picture.

use plotters::style::RGBColor;

use super::labels::{Area, Ground};
use super::sheet::{Align, Look, Sheet};

/// A line of the table.
pub struct Entry<'a> {
    /// As written in the first column.
    pub value: String,
    /// As written in the second.
    pub name: &'a str,
    /// Of both.
    pub colour: RGBColor,
}

/// The table, placed.
pub struct Key<'a> {
    entries: Vec<Entry<'a>>,
    names: Vec<String>,
    /// Width of the first column.
    values: f64,
    size: f64,
    area: Area,
}

impl<'a> Key<'a> {
    /// Places the table in the upper right of `within`, or as near to it as
    /// the ground is free; none if nowhere.
    pub fn place(
        sheet: &Sheet,
        entries: Vec<Entry<'a>>,
        ground: &mut Ground,
        within: &Area,
    ) -> Option<Self> {
        let size = sheet.style.label;
        let measure = sheet.measure(size, true);
        let shorten = |entry: &Entry| measure.shorten(entry.name, 0.36 * within.width());
        let names: Vec<String> = entries.iter().map(shorten).collect();
        let widest = |texts: &mut dyn Iterator<Item = &str>| {
            texts.map(|text| measure.width(text)).fold(0.0, f64::max)
        };
        let values = widest(&mut entries.iter().map(|entry| entry.value.as_str())) + 0.7 * size;
        let width = values + widest(&mut names.iter().map(String::as_str));
        let height = 1.4 * size * f64::from(u32::try_from(entries.len()).unwrap_or(u32::MAX));
        let step = 0.02 * within.width();
        let places = (0..12_u32).flat_map(|down| (0..12_u32).map(move |left| (down, left)));
        let places = places.map(|(down, left)| {
            let right = within.right - f64::from(left) * step;
            let top = within.top + (0.3 + 0.5 * f64::from(down)) * size;
            Area { left: right - width, top, right, bottom: top + height }
        });
        let area = ground.place(places, 0.7 * size)?;
        Some(Self { entries, names, values, size, area })
    }

    /// Draws it.
    pub fn write(&self, sheet: &Sheet) {
        let mut middle = self.area.top + 0.7 * self.size;
        let column = self.area.left + self.values;
        for (entry, name) in self.entries.iter().zip(&self.names) {
            let look = Look::new(self.size, entry.colour).bold();
            let value = (column - 0.7 * self.size, middle);
            sheet.text_beside(&entry.value, value, look.at(Align::Right));
            sheet.text_beside(name, (column, middle), look);
            middle += 1.4 * self.size;
        }
    }
}
