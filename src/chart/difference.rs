//! The paired difference: the losing side shaded, the chance on each side.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::finding::{Verdict, in_currency, is_same, months, noun, odds, verb, verdict};
use super::labels::Area;
use super::plot::Plot;
use super::quantiles::Row;
use super::sheet::{self, Head, Look, Sheet};
use super::style::{GROUND, INK, MUTED, colours};
use super::{Options, Picture};
use crate::figure::{Shared, change, percent, short};
use crate::study::{Gap, Study};

/// Below this share of its peak a density is a line on the ground.
const TAIL: f64 = 0.004;
/// Opacity of the filled sides.
const FILL: f64 = 0.78;

/// A candidate's difference to the baseline.
struct Side<'a> {
    candidate: &'a str,
    baseline: &'a str,
    gap: &'a Gap,
    ahead: RGBColor,
    behind: RGBColor,
    /// "books" or "earns".
    does: &'static str,
}

impl Side<'_> {
    fn peak(&self) -> f64 {
        self.gap.density.y.iter().copied().fold(0.0, f64::max)
    }

    fn range(&self) -> (f64, f64) {
        let (density, floor) = (&self.gap.density, TAIL * self.peak());
        let tall = |&(_, &y): &(&f64, &f64)| y >= floor;
        let mut seen = density.x.iter().zip(&density.y).filter(tall).map(|(&x, _)| x);
        let first = seen.next().unwrap_or(self.gap.p50);
        (first.min(self.gap.p10), seen.next_back().unwrap_or(self.gap.p50).max(self.gap.p90))
    }

    /// The density from `low` to `high`, with points at both.
    fn points(&self, low: f64, high: f64) -> Vec<(f64, f64)> {
        let density = &self.gap.density;
        let inner = density.x.iter().zip(&density.y).map(|(&x, &y)| (x, y));
        let ends = [low, high].map(|end| (end, density.at(end)));
        let within = inner.filter(|&(x, _)| x > low && x < high);
        std::iter::once(ends[0]).chain(within).chain([ends[1]]).collect()
    }
}

/// The picture, with a row for each of several candidates.
pub fn picture(study: &Study, options: &Options) -> Picture {
    let metric = study.metric;
    let colour_of = |name: &str| {
        let place = study.scenarios.iter().position(|forecast| forecast.name == name);
        place.map_or(INK, |place| colours(study)[place])
    };
    let sides: Vec<Side> = study
        .comparisons
        .iter()
        .map(|comparison| Side {
            candidate: &comparison.candidate,
            baseline: &comparison.baseline,
            gap: comparison.gap(metric),
            ahead: colour_of(&comparison.candidate),
            behind: colour_of(&comparison.baseline),
            does: verb(metric),
        })
        .collect();
    let baseline = sides.first().map(|side| side.baseline).unwrap_or_default();
    let what = noun(metric).to_lowercase();
    let question = |of: &str| {
        format!(
            "{of} minus {baseline}: {what} over {}, same market and same luck in each pair of runs",
            months(study)
        )
    };
    let single = sides.len() == 1;
    let subtitle = question(if single { sides[0].candidate } else { "Each candidate" });
    let head = Head { name: "difference".to_owned(), title: title(study, &sides), subtitle };
    let caption = in_currency(&format!("Difference in {what}"), study);
    sheet::draw(study, options, &head, |sheet| match &sides[..] {
        [] => {}
        [side] => Single::new(sheet, side).paint(sheet, side, &caption),
        sides => paint_rows(sheet, sides, &caption),
    })
}

/// The odds and, where somebody leads, the typical gap.
fn title(study: &Study, sides: &[Side]) -> String {
    let odds = odds(study, study.metric).unwrap_or_default();
    match sides {
        [side] if is_same(side.gap) || verdict(side.gap) == Verdict::Even => odds,
        [side] => format!("{odds}; half the time by more than {}", short(side.gap.p50.abs())),
        _ => odds,
    }
}

/// The ends of the axis: what is seen of all, and zero unless it is far off.
fn span(sides: &[Side]) -> (f64, f64) {
    let ranges: Vec<_> = sides.iter().map(Side::range).collect();
    let low = ranges.iter().map(|range| range.0).fold(f64::INFINITY, f64::min);
    let high = ranges.iter().map(|range| range.1).fold(f64::NEG_INFINITY, f64::max);
    let width = high - low;
    let far = width > 0.0 && (low > 4.0 * width || high < -4.0 * width);
    let (low, high) = if far { (low, high) } else { (low.min(0.0), high.max(0.0)) };
    let air = match 0.03 * (high - low) {
        none if none <= high.abs() * 1e-9 => (0.1 * high.abs()).max(1.0),
        air => air,
    };
    (low - air, high + air)
}

/// Fills both sides of a density in their colours.
fn fill(plot: &mut Plot, side: &Side, (low, high): (f64, f64)) {
    let zero = 0.0_f64.clamp(low, high);
    if zero > low {
        plot.fill(&side.points(low, zero), side.behind, FILL);
    }
    if zero < high {
        plot.fill(&side.points(zero, high), side.ahead, FILL);
    }
}

/// The picture of one candidate.
struct Single<'s, 'a> {
    plot: Plot<'s, 'a>,
    ends: (f64, f64),
    /// The density on the page.
    curve: Vec<(f64, f64)>,
    row: Area,
}

impl<'s, 'a> Single<'s, 'a> {
    fn new(sheet: &'s Sheet<'a>, side: &Side) -> Self {
        let (body, style) = (sheet.body, sheet.style);
        let ends = span(std::slice::from_ref(side));
        let row = Area { top: body.bottom - 62.0 * style.unit + 0.4 * style.label, ..body };
        let area = Area { bottom: row.top - 3.4 * style.axis, ..body };
        let measure = sheet.measure(style.axis, false);
        let mut x = Axis::along(ends.0, ends.1, area.width(), &measure);
        x.grid = false;
        let peak = if side.peak() > 0.0 { side.peak() } else { 1.0 };
        // The chances stand beside the density, or above it if need be.
        let chances = 7.5 * style.label;
        let head = 1.0 + chances / (area.height() - chances).max(1.0);
        let plot = Plot::new(sheet, area, x, Axis::bare(0.0, head * peak));
        let points = side.points(ends.0, ends.1);
        let curve = points.iter().map(|&(x, y)| plot.at(x, y)).collect();
        Self { plot, ends, curve, row }
    }

    fn paint(mut self, sheet: &Sheet, side: &Side, caption: &str) {
        self.plot.axes();
        self.plot.caption(caption);
        if side.gap.density.x.is_empty() {
            self.paint_single_value(sheet, side);
        } else {
            fill(&mut self.plot, side, self.ends);
        }
        let zero = self.paint_zero(sheet, side);
        self.write_chances(sheet, side, zero);
        let quantiles = [side.gap.p10, side.gap.p50, side.gap.p90];
        let shared = Shared::by(quantiles);
        let amounts = quantiles.map(|value| shared.change(value));
        let colour = if side.gap.p50 < 0.0 { side.behind } else { side.ahead };
        let ends = quantiles.map(|value| self.plot.at(value, 0.0).0);
        let row = Row::new(sheet, ends, amounts, colour, 62.0 * sheet.style.unit);
        row.paint(sheet, self.row.top, row.fits_beside(sheet));
    }

    /// A stem where every run has the same difference.
    fn paint_single_value(&self, sheet: &Sheet, side: &Side) {
        let value = side.gap.p50;
        let (foot, tip) = (self.plot.at(value, 0.0), self.plot.at(value, 0.7));
        let colour = if value < 0.0 { side.behind } else { side.ahead };
        sheet.line(&[foot, tip], colour, sheet.style.line);
        sheet.dot(tip, 2.5 * sheet.style.line, colour);
    }

    /// The line where both do the same; its place and upper end, if in sight.
    fn paint_zero(&self, sheet: &Sheet, side: &Side) -> Option<(f64, f64)> {
        let seen = self.ends.0 < 0.0 && self.ends.1 > 0.0;
        let foot = self.plot.at(0.0, 0.0);
        let height = side.gap.density.at(0.0).max(0.15 * side.peak().max(1e-300));
        let tip = self.plot.at(0.0, height).1 - 1.2 * sheet.style.label;
        let line = [foot, (foot.0, tip)];
        seen.then(|| sheet.line(&line, INK, 2.5 * sheet.style.unit)).map(|()| line[1])
    }

    fn write_chances(&self, sheet: &Sheet, side: &Side, zero: Option<(f64, f64)>) {
        let better = side.gap.probability_better;
        if is_same(side.gap) {
            return;
        }
        let area = self.plot.area;
        let room = 0.36 * area.width();
        let write = |share: f64, name: &str, colour: RGBColor, right: bool| {
            let text = format!("of runs: {} {} more", name, side.does);
            let big = Look::new(3.1 * sheet.style.label, colour).bold();
            let small = Look::new(1.1 * sheet.style.label, colour);
            let share = [percent(share)];
            let text = sheet.measure(small.size, false).balance(&text, room, 3);
            let (head, body) = (sheet.block(&share, big), sheet.block(&text, small));
            let width = head.0.max(body.0);
            let height = head.1 + 0.4 * small.size + body.1;
            let left = if right { area.right - width } else { area.left };
            let top = self.free_top(left, left + width, height, zero);
            let upper = Area { left, top, right: left + width, bottom: top + head.1 };
            sheet.lines(&share, &upper, big);
            let lower =
                Area { top: upper.bottom + 0.4 * small.size, bottom: top + height, ..upper };
            sheet.lines(&text, &lower, small);
        };
        if better > 0.0 {
            write(better, side.candidate, side.ahead, true);
        }
        if better < 1.0 {
            write(1.0 - better, side.baseline, side.behind, false);
        }
    }

    /// The upper edge of a block that clears everything drawn from `left` to
    /// `right`, as near to the middle of the picture as that allows.
    fn free_top(&self, left: f64, right: f64, height: f64, zero: Option<(f64, f64)>) -> f64 {
        let gap = 0.2 * height;
        let near = |x: f64| x > left - gap && x < right + gap;
        let drawn = self.curve.iter().chain(zero.as_ref()).filter(|point| near(point.0));
        let highest = drawn.map(|point| point.1).fold(self.plot.area.bottom, f64::min);
        let wanted = self.plot.area.top + 0.4 * self.plot.area.height();
        wanted.min(highest - gap - height).max(self.plot.area.top)
    }
}

/// A row for each candidate, over one axis.
fn paint_rows(sheet: &Sheet, sides: &[Side], caption: &str) {
    let (body, style) = (sheet.body, sheet.style);
    let column = 0.3 * body.width();
    let field = Area { left: body.left + column, bottom: body.bottom - 2.6 * style.axis, ..body };
    let ends = span(sides);
    let x = Axis::along(ends.0, ends.1, field.width(), &sheet.measure(style.axis, false));
    let mut frame = Plot::new(sheet, field, x, Axis::bare(0.0, 1.0));
    frame.axes();
    frame.caption(caption);
    let height = field.height() / f64::from(u32::try_from(sides.len()).unwrap_or(1));
    for (row, side) in (0_u32..).zip(sides) {
        let top = field.top + f64::from(row) * height;
        let area = Area { top, bottom: top + height, ..field };
        paint_row(sheet, side, area, ends);
        let text = Area { left: body.left, right: field.left - style.label, ..area };
        write_row(sheet, side, &text);
    }
    if ends.0 < 0.0 && ends.1 > 0.0 {
        let zero = frame.at(0.0, 0.0).0;
        sheet.line(&[(zero, field.top), (zero, field.bottom)], INK, 2.0 * style.unit);
    }
}

/// One candidate's density, with its median.
fn paint_row(sheet: &Sheet, side: &Side, area: Area, ends: (f64, f64)) {
    let peak = if side.peak() > 0.0 { side.peak() } else { 1.0 };
    let mut plot = Plot::new(sheet, area, Axis::bare(ends.0, ends.1), Axis::bare(0.0, 1.15 * peak));
    let median = side.gap.p50;
    if side.gap.density.x.is_empty() {
        let colour = if median < 0.0 { side.behind } else { side.ahead };
        let (foot, tip) = (plot.at(median, 0.0), plot.at(median, 0.7));
        sheet.line(&[foot, tip], colour, sheet.style.line);
        sheet.dot(tip, 2.0 * sheet.style.line, colour);
        return;
    }
    fill(&mut plot, side, ends);
    let line = [plot.at(median, 0.0), plot.at(median, side.gap.density.at(median))];
    sheet.line(&line, GROUND, 3.0 * sheet.style.unit);
}

/// One candidate's name and odds, beside its density.
fn write_row(sheet: &Sheet, side: &Side, area: &Area) {
    let style = sheet.style;
    let tight = (area.height() / (6.6 * style.label)).min(1.0);
    let name = Look::new(0.95 * style.name * tight, side.ahead).bold();
    let small = Look::new(0.95 * style.label * tight, MUTED);
    let lines = sheet.measure(name.size, true).balance(side.candidate, area.width(), 2);
    let odds = sheet.measure(small.size, false).wrap(&summary(side), area.width(), 2);
    let (upper, lower) = (sheet.block(&lines, name), sheet.block(&odds, small));
    let gap = 0.45 * small.size;
    let top = area.bottom - 0.5 * (area.height() + upper.1 + gap + lower.1);
    let place = Area { top, bottom: top + upper.1, ..*area };
    sheet.lines(&lines, &place, name);
    sheet.lines(&odds, &Area { top: place.bottom + gap, ..*area }, small);
}

/// A candidate's odds and typical gap in a line.
fn summary(side: &Side) -> String {
    let share = percent(side.gap.probability_better);
    if is_same(side.gap) {
        return format!("{} the same in every run", side.does);
    }
    format!("{} more in {share} of runs; median {}", side.does, change(side.gap.p50))
}
