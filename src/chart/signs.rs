//! A line of signs with what they stand for.

use plotters::style::RGBColor;

use super::labels::Area;
use super::sheet::{Look, Sheet};
use super::style::INK;

/// How something is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sign {
    /// A dot.
    Dot,
    /// A line.
    Line,
    /// A broken line.
    Dashes,
    /// A filled area of this opacity.
    Band(f64),
}

/// A sign, its colour and its meaning.
pub type Entry<'a> = (Sign, RGBColor, &'a str);

/// Writes the line from `left` on, letters centred on `middle`; what does not fit
/// `room` goes on in a further line. Answers with the height it took.
pub fn write(sheet: &Sheet, entries: &[Entry], (left, middle): (f64, f64), room: f64) -> f64 {
    let size = 0.9 * sheet.style.axis;
    let measure = sheet.measure(size, false);
    let (mut x, mut y) = (left, middle);
    for &(sign, colour, text) in entries {
        let width = 2.2 * size + measure.width(text);
        if x > left && x + width > left + room {
            (x, y) = (left, y + 1.6 * size);
        }
        draw(sheet, sign, colour, (x, y), 1.6 * size);
        sheet.text_beside(text, (x + 2.1 * size, y), Look::new(size, INK));
        x += width + 1.4 * size;
    }
    y - middle + 1.6 * size
}

fn draw(sheet: &Sheet, sign: Sign, colour: RGBColor, (x, y): (f64, f64), width: f64) {
    let line = 0.9 * sheet.style.line;
    match sign {
        Sign::Dot => sheet.dot((x + 0.6 * width, y), 1.6 * line, colour),
        Sign::Line => sheet.line(&[(x, y), (x + width, y)], colour, line),
        Sign::Dashes => sheet.dashes((x, y), (x + width, y), colour, line),
        Sign::Band(opacity) => {
            let half = 0.28 * width;
            let area = Area { left: x, top: y - half, right: x + width, bottom: y + half };
            sheet.rectangle(&area, colour, opacity);
        }
    }
}
