//! The differences of several candidates: a row for each, over one axis.

use super::axis::Axis;
use super::difference::{STEM, Side, fill, span};
use super::finding::is_same;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{Look, Sheet};
use super::style::{GRID_LINE, GROUND, INK, MUTED};
use crate::figure::{Shared, percent};
use crate::language::{Language, Often};

/// A row for each candidate, over one axis.
pub fn paint_rows(sheet: &Sheet, sides: &[Side], caption: &str) {
    let (body, style) = (sheet.body, sheet.style);
    let column = 0.3 * body.width();
    let field = Area { left: body.left + column, bottom: body.bottom - 2.6 * style.axis, ..body };
    let ends = span(sides);
    let x = Axis::along(sheet, ends, field.width(), &sheet.measure(style.axis, false));
    let mut frame = Plot::new(sheet, field, x, Axis::bare(0.0, 1.0));
    frame.axes();
    frame.caption(caption);
    let size = text_size(sheet, sides, column - style.label);
    let height = field.height() / f64::from(u32::try_from(sides.len()).unwrap_or(1));
    for (row, side) in (0_u32..).zip(sides) {
        let top = field.top + f64::from(row) * height;
        let area = Area { top, bottom: top + height, ..field };
        paint_row(sheet, side, area, ends);
        let text = Area { left: body.left, right: field.left - style.label, ..area };
        write_row(sheet, side, &text, size);
    }
    if ends.0 < 0.0 && ends.1 > 0.0 {
        let zero = frame.at(0.0, 0.0).0;
        sheet.line(&[(zero, field.top), (zero, field.bottom)], INK, 2.0 * style.unit);
    }
}

/// One candidate's density, with its median.
fn paint_row(sheet: &Sheet, side: &Side, area: Area, ends: (f64, f64)) {
    let mut plot =
        Plot::new(sheet, area, Axis::bare(ends.0, ends.1), Axis::bare(0.0, 1.15 * side.peak()));
    let median = side.gap.p50;
    if side.gap.density.x.is_empty() {
        let colour = if median < 0.0 { side.behind } else { side.ahead };
        let (foot, tip) = (plot.at(median, 0.0), plot.at(median, STEM));
        sheet.line(&[foot, tip], colour, sheet.style.line);
        sheet.dot(tip, 2.0 * sheet.style.line, colour);
        return;
    }
    let ground = [(area.left, area.bottom), (area.right, area.bottom)];
    sheet.line(&ground, GRID_LINE, 1.5 * sheet.style.unit);
    fill(&mut plot, side, ends);
    let line = [plot.at(median, 0.0), plot.at(median, side.gap.density.at(median))];
    sheet.line(&line, GROUND, 3.0 * sheet.style.unit);
}

/// The letter size at which everybody's odds fit a line of `room` pixels.
fn text_size(sheet: &Sheet, sides: &[Side], room: f64) -> f64 {
    let tries = [0.95, 0.9, 0.85, 0.8, 0.75].map(|share| share * sheet.style.label);
    let fits = |&size: &f64| {
        let measure = sheet.measure(size, false);
        sides
            .iter()
            .flat_map(|side| summary(side, sheet.language()))
            .all(|line| measure.width(&line) <= room)
    };
    tries.into_iter().find(fits).unwrap_or(tries[4])
}

/// One candidate's name and odds, beside its density.
fn write_row(sheet: &Sheet, side: &Side, area: &Area, letters: f64) {
    let style = sheet.style;
    let tight = (area.height() / (6.6 * style.label)).min(1.0);
    let name = Look::new(0.95 * style.name * tight, side.ahead).bold();
    let small = Look::new(letters * tight, MUTED);
    let lines = sheet.measure(name.size, true).balance(side.candidate, area.width(), 2);
    let measure = sheet.measure(small.size, false);
    let odds = summary(side, sheet.language()).map(|line| measure.shorten(&line, area.width()));
    let (upper, lower) = (sheet.block(&lines, name), sheet.block(&odds, small));
    let gap = 0.45 * small.size;
    let top = area.bottom - 0.5 * (area.height() + upper.1 + gap + lower.1);
    let place = Area { top, bottom: top + upper.1, ..*area };
    sheet.lines(&lines, &place, name);
    sheet.lines(&odds, &Area { top: place.bottom + gap, ..*area }, small);
}

/// A candidate's odds, and the range of its gap.
fn summary(side: &Side, language: Language) -> [String; 2] {
    let words = &language.words().chart;
    let gap = side.gap;
    if is_same(gap) {
        return [(words.the_same)(side.measure), String::new()];
    }
    let shared = Shared::by(language, [gap.p10, gap.p50, gap.p90]);
    let [p10, p50, p90] = [gap.p10, gap.p50, gap.p90].map(|value| shared.change(value));
    let (better, _) = gap.shares();
    let share = percent(language, better);
    let better = (words.better)(side.measure, Often::of(better, &share));
    [better, (words.quantiles)(&p10, &p50, &p90)]
}
