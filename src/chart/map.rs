//! Two numbers varied: the chance that the candidate does better as a map, with
//! the frontier of even odds, and hatched where the runs cannot tell.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::contour::{Spot, Surface};
use super::finding::brief;
use super::labels::{Area, Ground};
use super::plot::Plot;
use super::sheet::{self, Head, Look, Sheet};
use super::style::{AXIS, GROUND, INK, MUTED, colours};
use super::{Options, Picture, varied};
use crate::figure::percent;
use crate::study::sweep::SweepPoint;
use crate::study::{Study, Sweep, sweep};

/// Levels of the chance that are told apart by colour.
pub(super) const LEVELS: u32 = 10;

/// Lines of equal chance that are named, beside even odds.
const LINES: [f64; 4] = [0.1, 0.25, 0.75, 0.9];

/// The picture; none unless two numbers were varied.
pub fn picture(study: &Study, options: &Options) -> Option<Picture> {
    let sweep = study.sweep.as_ref()?;
    let [first, second] = &sweep.axes[..] else { return None };
    let (words, language) = (&options.language.words().sweep, options.language);
    let measure = study.metric.measure();
    let head = Head {
        name: "map".to_owned(),
        title: sweep.finding(measure, &brief, language),
        subtitle: (words.over)(
            &brief(&sweep.candidate),
            measure,
            &sweep.named(first, language),
            &sweep.named(second, language),
        ),
    };
    let colours = colours(study);
    let map = Map { sweep, first, second, behind: colours[0], ahead: colours[1] };
    Some(sheet::draw(study, options, &head, |sheet| map.paint(sheet)))
}

/// What the picture is made of.
pub(super) struct Map<'a> {
    pub(super) sweep: &'a Sweep,
    pub(super) first: &'a sweep::Axis,
    pub(super) second: &'a sweep::Axis,
    pub(super) behind: RGBColor,
    pub(super) ahead: RGBColor,
}

impl Map<'_> {
    fn paint(&self, sheet: &Sheet) {
        let (area, x, y) = self.lay_out(sheet);
        let mut plot = Plot::new(sheet, area, Axis { grid: false, ..x }, Axis { grid: false, ..y });
        let chance = self.surface(&plot, |point| point.probability_better);
        for level in 0..LEVELS {
            let bounds = [level, level + 1].map(|edge| f64::from(edge) / f64::from(LEVELS));
            // Nothing is left out at the ends of all.
            let low = if level == 0 { -1.0 } else { bounds[0] };
            let high = if level + 1 == LEVELS { 2.0 } else { bounds[1] };
            for piece in chance.between(low, high) {
                plot.patch(sheet, &piece, self.colour(f64::midpoint(bounds[0], bounds[1])));
            }
        }
        let mut ground = Ground::new(area);
        self.hatch(sheet, &plot);
        let lines = lines(sheet, &chance, &mut ground);
        plot.axes();
        sheet.outline(&area, AXIS, 1.5 * sheet.style.unit);
        self.today(sheet, &plot, &mut ground);
        // Names of organisations keep off all lines, those of lines stand on them.
        for line in &lines {
            line.name(sheet, &mut ground);
        }
        for line in lines {
            ground.line(line.course);
        }
        self.names(sheet, &chance, area, &mut ground);
        self.key(sheet, area);
        plot.caption(&self.sweep.label(self.first, sheet.language()));
        let small = Look::new(0.9 * sheet.style.axis, MUTED);
        let text = self.sweep.label(self.second, sheet.language());
        let text = sheet.measure(small.size, false).shorten(&text, area.width());
        sheet.text(&text, (sheet.body.left, sheet.body.top + small.size), small);
    }

    /// Where the map lies, and its axes.
    fn lay_out(&self, sheet: &Sheet) -> (Area, Axis, Axis) {
        let (body, style) = (sheet.body, sheet.style);
        let measure = sheet.measure(style.axis, false);
        let y = varied::with_marks(self.second, 8, sheet.language());
        let area = Area {
            left: body.left + y.label_width(&measure) + 14.0 * style.unit,
            top: body.top + 2.4 * style.axis,
            right: body.right - 7.5 * style.axis,
            bottom: body.bottom - 3.4 * style.axis,
        };
        (area, varied::axis(sheet, self.first, area.width(), &measure), y)
    }

    /// A figure of the points over the page, the second number upwards.
    fn surface(&self, plot: &Plot, of: impl Fn(&SweepPoint) -> f64) -> Surface {
        let rows = self.second.values.len();
        let spot = |(place, column): (usize, usize)| {
            let point = &self.sweep.points[column * rows + place];
            let (x, y) = plot.at(self.first.place(point.at[0]), self.second.place(point.at[1]));
            Spot { x, y, height: of(point) }
        };
        let columns = self.first.values.len();
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        Surface::new(columns, places.map(spot).collect())
    }

    /// From the baseline's colour over white to the candidate's.
    pub(super) fn colour(&self, chance: f64) -> RGBColor {
        let side = if chance < 0.5 { self.behind } else { self.ahead };
        let share = (2.0 * (chance - 0.5).abs()).powf(0.9);
        let mix = |white: u8, colour: u8| {
            (f64::from(white) + share * (f64::from(colour) - f64::from(white))).round() as u8
        };
        RGBColor(mix(GROUND.0, side.0), mix(GROUND.1, side.1), mix(GROUND.2, side.2))
    }

    /// Slanted lines where the interval of the chance holds even odds.
    fn hatch(&self, sheet: &Sheet, plot: &Plot) {
        let low = self.surface(plot, |point| point.chance_interval.low.unwrap_or(0.0));
        let high = self.surface(plot, |point| point.chance_interval.high.unwrap_or(1.0));
        let unsure = |x: f64, y: f64| {
            low.at(x, y).zip(high.at(x, y)).is_some_and(|(low, high)| low <= 0.5 && high >= 0.5)
        };
        let (area, gap) = (plot.area, (11.0 * sheet.style.unit).max(4.0));
        let step = gap / 5.0;
        let mut start = -area.height();
        while start < area.width() {
            let steps = (area.height() / step).ceil();
            let mut from: Option<(f64, f64)> = None;
            let mut last = (0.0, 0.0);
            for at in 0..=steps as usize {
                let down = (at as f64 * step).min(area.height());
                let here = (area.left + start + down, area.bottom - down);
                let inside = (area.left..=area.right).contains(&here.0) && unsure(here.0, here.1);
                match (from, inside) {
                    (None, true) => from = Some(here),
                    (Some(begin), false) => {
                        sheet.line(&[begin, last], INK, 1.3 * sheet.style.unit);
                        from = None;
                    }
                    _ => {}
                }
                last = here;
            }
            if let Some(begin) = from {
                sheet.line(&[begin, last], INK, 1.3 * sheet.style.unit);
            }
            start += gap;
        }
    }
}

/// A line of equal chances, and what is written on it.
struct Line {
    course: Vec<(f64, f64)>,
    text: String,
    look: Look,
}

/// Draws lines of equal chances and, over them, the frontier, which everything but
/// its own name keeps off.
fn lines(sheet: &Sheet, chance: &Surface, ground: &mut Ground) -> Vec<Line> {
    let look = Look::new(0.85 * sheet.style.axis, INK);
    let mut lines = Vec::new();
    for share in LINES {
        let text = percent(sheet.language(), share);
        for course in chance.line(share) {
            sheet.line(&course, INK, 1.0 * sheet.style.unit);
            lines.push(Line { course, text: text.clone(), look });
        }
    }
    for course in chance.line(0.5) {
        sheet.line(&course, GROUND, 9.0 * sheet.style.unit);
        sheet.line(&course, INK, 5.0 * sheet.style.unit);
        ground.line(course.clone());
        let text = sheet.language().words().sweep.even_odds.to_owned();
        lines.push(Line { course, text, look: look.bold() });
    }
    lines
}

impl Line {
    /// Its name on a light plate over the middle, or near it.
    fn name(&self, sheet: &Sheet, ground: &mut Ground) {
        let Self { course, text, look } = self;
        let length: f64 = course.windows(2).map(|ends| distance(ends[0], ends[1])).sum();
        let (width, height) = sheet.block(std::slice::from_ref(text), *look);
        if length < 3.0 * width {
            return;
        }
        let shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
        let above = if look.bold { 1.3 * height } else { 0.0 };
        let places = shares.into_iter().flat_map(|share| {
            let (x, y) = along(course, share * length);
            [-above, above].map(|shift| {
                let (left, top) = (x - width / 2.0, y + shift - height / 2.0);
                Area { left, top, right: left + width, bottom: top + height }
            })
        });
        if let Some(place) = ground.place(places, 0.25 * height) {
            sheet.rectangle(&place.grown(0.18 * height), GROUND, 0.85);
            sheet.lines(std::slice::from_ref(text), &place, *look);
        }
    }
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// The place so far along a line.
fn along(line: &[(f64, f64)], mut far: f64) -> (f64, f64) {
    for ends in line.windows(2) {
        let length = distance(ends[0], ends[1]);
        if far <= length && length > 0.0 {
            let share = far / length;
            let mix = |a: f64, b: f64| a + share * (b - a);
            return (mix(ends[0].0, ends[1].0), mix(ends[0].1, ends[1].1));
        }
        far -= length;
    }
    line.last().copied().unwrap_or_default()
}
