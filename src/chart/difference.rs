//! The paired difference: the losing side shaded, the chance on each side.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::density::{self, aired, hull};
use super::finding::{Verdict, in_currency, is_same, odds, verdict};
use super::gaps::paint_rows;
use super::labels::Area;
use super::plot::Plot;
use super::quantiles::Row;
use super::sheet::{self, Head, Look, Sheet};
use super::style::{INK, colours};
use super::{Options, Picture};
use crate::figure::{Shared, percent, short};
use crate::language::{Language, Measure};
use crate::study::{Gap, Study};

/// Opacity of the filled sides.
const FILL: f64 = 0.78;
/// Height of the stem that stands for a density where all runs agree.
pub const STEM: f64 = 0.7;

/// A candidate's difference to the baseline.
pub struct Side<'a> {
    /// Its name.
    pub candidate: &'a str,
    baseline: &'a str,
    /// The difference.
    pub gap: &'a Gap,
    /// The candidate's colour.
    pub ahead: RGBColor,
    /// The baseline's colour.
    pub behind: RGBColor,
    /// In what.
    pub measure: Measure,
}

impl Side<'_> {
    /// Height of the density; 1 where there is none.
    pub fn peak(&self) -> f64 {
        match density::peak(&self.gap.density) {
            none if none <= 0.0 => 1.0,
            peak => peak,
        }
    }

    fn range(&self) -> (f64, f64) {
        density::seen(&self.gap.density, self.gap.p10, self.gap.p90)
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
            measure: metric.measure(),
        })
        .collect();
    let baseline = sides.first().map(|side| side.baseline).unwrap_or_default();
    let (words, language) = (options.words(), options.language);
    let single = if let [side] = &sides[..] { Some(side.candidate) } else { None };
    let head = Head {
        name: "difference".to_owned(),
        title: title(study, &sides, language),
        subtitle: (words.difference)(single, baseline, metric.measure(), study.horizon_months),
    };
    let caption = in_currency(&(words.difference_in)(metric.measure()), study, language);
    sheet::draw(study, options, &head, |sheet| match &sides[..] {
        [] => {}
        [side] => paint_single(sheet, side, &caption),
        sides => paint_rows(sheet, sides, &caption),
    })
}

/// The odds and, where somebody leads, the typical gap.
fn title(study: &Study, sides: &[Side], language: Language) -> String {
    let words = &language.words().chart;
    let odds = odds(study, study.metric, language).unwrap_or_default();
    let gap = |side: &Side| short(language, side.gap.p50.abs());
    match sides {
        [side] if is_same(side.gap) || verdict(side.gap) == Verdict::Even => odds,
        [side] if side.gap.density.x.is_empty() => (words.by)(&odds, &gap(side)),
        [side] => (words.by_more_than)(&odds, &gap(side)),
        _ => odds,
    }
}

/// The ends of the axis: what is seen of all, and zero unless it is far off.
pub fn span(sides: &[Side]) -> (f64, f64) {
    let (low, high) = hull(sides.iter().map(Side::range));
    let width = high - low;
    let far = width > 0.0 && (low > 4.0 * width || high < -4.0 * width);
    let (low, high) = if far { (low, high) } else { (low.min(0.0), high.max(0.0)) };
    let certain = sides.iter().all(|side| side.gap.density.x.is_empty());
    aired((low, high), if certain { 0.25 } else { 0.03 })
}

/// Fills both sides of a density in their colours.
pub fn fill(plot: &mut Plot, side: &Side, (low, high): (f64, f64)) {
    let zero = 0.0_f64.clamp(low, high);
    if zero > low {
        plot.fill(&density::part(&side.gap.density, low, zero), side.behind, FILL);
    }
    if zero < high {
        plot.fill(&density::part(&side.gap.density, zero, high), side.ahead, FILL);
    }
}

/// One candidate's picture; the chances stand beside the density, or above it
/// if need be.
fn paint_single(sheet: &Sheet, side: &Side, caption: &str) {
    let low = Single::new(sheet, side, sheet.style.label);
    if low.chances(sheet, side).iter().all(|chance| chance.top >= low.plot.area.top) {
        low.paint(sheet, side, caption);
    } else {
        Single::new(sheet, side, 7.5 * sheet.style.label).paint(sheet, side, caption);
    }
}

/// The chance of one side, as it will be written.
struct Chance {
    share: [String; 1],
    text: Vec<String>,
    big: Look,
    small: Look,
    left: f64,
    top: f64,
    /// Width and height.
    block: (f64, f64),
}

/// What one candidate's picture is made of.
struct Single<'s, 'a> {
    plot: Plot<'s, 'a>,
    ends: (f64, f64),
    /// The density on the page.
    curve: Vec<(f64, f64)>,
    row: Area,
}

impl<'s, 'a> Single<'s, 'a> {
    /// With `head` pixels above the density.
    fn new(sheet: &'s Sheet<'a>, side: &Side, head: f64) -> Self {
        let (body, style) = (sheet.body, sheet.style);
        let ends = span(std::slice::from_ref(side));
        let row = Area { top: body.bottom - 62.0 * style.unit + 0.4 * style.label, ..body };
        let area = Area { bottom: row.top - 3.4 * style.axis, ..body };
        let measure = sheet.measure(style.axis, false);
        let mut x = Axis::along(sheet, ends, area.width(), &measure);
        x.grid = false;
        let head = 1.0 + head / (area.height() - head).max(1.0);
        let plot = Plot::new(sheet, area, x, Axis::bare(0.0, head * side.peak()));
        let points = match density::part(&side.gap.density, ends.0, ends.1) {
            none if none.is_empty() => vec![(side.gap.p50, 0.0), (side.gap.p50, STEM)],
            points => points,
        };
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
        if let Some(tip) = self.zero(sheet, side) {
            let foot = self.plot.at(0.0, 0.0);
            sheet.line(&[foot, tip], INK, 2.5 * sheet.style.unit);
        }
        for chance in self.chances(sheet, side) {
            chance.write(sheet, self.plot.area.top);
        }
        let quantiles = [side.gap.p10, side.gap.p50, side.gap.p90];
        let shared = Shared::by(sheet.language(), quantiles);
        let amounts = quantiles.map(|value| shared.change(value));
        let colour = if side.gap.p50 < 0.0 { side.behind } else { side.ahead };
        let ends = quantiles.map(|value| self.plot.at(value, 0.0).0);
        let row = Row::new(sheet, ends, amounts, colour, 62.0 * sheet.style.unit);
        row.paint(sheet, self.row.top, row.fits_beside(sheet));
    }

    /// A stem where every run has the same difference.
    fn paint_single_value(&self, sheet: &Sheet, side: &Side) {
        let value = side.gap.p50;
        let (foot, tip) = (self.plot.at(value, 0.0), self.plot.at(value, STEM));
        let colour = if value < 0.0 { side.behind } else { side.ahead };
        sheet.line(&[foot, tip], colour, sheet.style.line);
        sheet.dot(tip, 2.5 * sheet.style.line, colour);
    }

    /// The upper end of the line where both do the same, if it is in sight.
    fn zero(&self, sheet: &Sheet, side: &Side) -> Option<(f64, f64)> {
        let seen = self.ends.0 < 0.0 && self.ends.1 > 0.0 && !is_same(side.gap);
        let height = side.gap.density.at(0.0).max(0.15 * side.peak());
        let at = self.plot.at(0.0, height);
        seen.then_some((at.0, at.1 - 1.2 * sheet.style.label))
    }

    /// The chances of both sides; none where no run tells them apart.
    fn chances(&self, sheet: &Sheet, side: &Side) -> Vec<Chance> {
        let (better, worse) = side.gap.shares();
        let sides = [
            (better, side.candidate, side.ahead, true),
            (worse, side.baseline, side.behind, false),
        ];
        let told = sides.into_iter().filter(|one| one.0 > 0.0 && !is_same(side.gap));
        told.map(|(share, name, colour, right)| {
            let text = (sheet.words().does_better)(name, side.measure);
            self.chance(sheet, side, share, &text, colour, right)
        })
        .collect()
    }

    fn chance(
        &self,
        sheet: &Sheet,
        side: &Side,
        share: f64,
        text: &str,
        colour: RGBColor,
        right: bool,
    ) -> Chance {
        let area = self.plot.area;
        let big = Look::new(3.1 * sheet.style.label, colour).bold();
        let small = Look::new(1.1 * sheet.style.label, colour);
        let share = [percent(sheet.language(), share)];
        let text = sheet.measure(small.size, false).balance(text, 0.36 * area.width(), 3);
        let (head, body) = (sheet.block(&share, big), sheet.block(&text, small));
        let block = (head.0.max(body.0), head.1 + 0.4 * small.size + body.1);
        let left = if right { area.right - block.0 } else { area.left };
        let top = self.free_top(left, left + block.0, block.1, self.zero(sheet, side));
        Chance { share, text, big, small, left, top, block }
    }

    /// The upper edge of a block that clears everything drawn from `left` to
    /// `right`, as near to the middle of the picture as that allows.
    fn free_top(&self, left: f64, right: f64, height: f64, zero: Option<(f64, f64)>) -> f64 {
        let gap = 0.2 * height;
        let near = |x: f64| x > left - gap && x < right + gap;
        let drawn = self.curve.iter().chain(zero.as_ref()).filter(|point| near(point.0));
        let highest = drawn.map(|point| point.1).fold(self.plot.area.bottom, f64::min);
        let wanted = self.plot.area.top + 0.4 * self.plot.area.height();
        wanted.min(highest - gap - height)
    }
}

impl Chance {
    /// Writes it, not above `least`.
    fn write(&self, sheet: &Sheet, least: f64) {
        let (left, top) = (self.left, self.top.max(least));
        let area = Area { left, top, right: left + self.block.0, bottom: top + self.block.1 };
        sheet.lines(&self.share, &area, self.big);
        let under = top + sheet.block(&self.share, self.big).1 + 0.4 * self.small.size;
        sheet.lines(&self.text, &Area { top: under, ..area }, self.small);
    }
}
