//! The gap as a single number varies: its mean and its range, and below it the
//! chance that the candidate does better; where each changes hands is marked.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::finding::{brief, in_currency};
use super::labels::{Area, Ground, spread};
use super::plot::Plot;
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{GROUND, INK, MUTED, colours};
use super::{Options, Picture, varied};
use crate::figure::{Shared, percent};
use crate::study::sweep::{Of, SweepPoint, SweepToday, Switching, telling};
use crate::study::{Study, Sweep, sweep};

/// Share of the body's height for the chances.
const LOWER: f64 = 0.3;

/// More changes of hands than this are not named in the picture.
const NAMED: usize = 3;

/// The picture; none unless a single number was varied.
pub fn picture(study: &Study, options: &Options) -> Option<Picture> {
    let sweep = study.sweep.as_ref()?;
    let axis = sweep.axis()?;
    let (words, language) = (&options.language.words().sweep, options.language);
    let measure = study.metric.measure();
    let head = Head {
        name: "sweep".to_owned(),
        title: sweep.finding(measure, &brief, language),
        subtitle: (words.curve)(
            &brief(&sweep.candidate),
            &brief(&sweep.baseline),
            measure,
            &sweep.named(axis, language),
        ),
    };
    let colours = colours(study);
    let caption = in_currency((options.words().difference_in)(measure).as_str(), study, language);
    let curve = Curve { sweep, axis, behind: colours[0], ahead: colours[1], caption };
    Some(sheet::draw(study, options, &head, |sheet| curve.paint(sheet)))
}

/// What the picture is made of.
struct Curve<'a> {
    sweep: &'a Sweep,
    axis: &'a sweep::Axis,
    behind: RGBColor,
    ahead: RGBColor,
    caption: String,
}

impl Curve<'_> {
    fn paint(&self, sheet: &Sheet) {
        let ends = self.ends(sheet);
        let look = Look::new(sheet.style.label, self.ahead).bold();
        let measure = sheet.measure(look.size, true);
        let widest = ends.iter().map(|(text, _)| measure.width(text)).fold(0.0, f64::max);
        let (mut upper, mut lower) = self.lay_out(sheet, widest + look.size);
        upper.axes();
        lower.axes();
        self.strips(sheet, [(&upper, Of::MeanDifference), (&lower, Of::ProbabilityBetter)]);
        self.today(sheet, &upper, &lower);
        self.gap(sheet, &mut upper);
        write_ends(sheet, &upper, &ends, look);
        self.chance(sheet, &mut lower);
        self.name_crossings(sheet, &upper, Of::MeanDifference);
        self.name_crossings(sheet, &lower, Of::ProbabilityBetter);
    }

    /// The axes of the gap and of the chance, with room at the right.
    fn lay_out<'s, 'a>(&self, sheet: &'s Sheet<'a>, right: f64) -> (Plot<'s, 'a>, Plot<'s, 'a>) {
        let (body, style) = (sheet.body, sheet.style);
        let all = self.sweep.points.iter().flat_map(|one| [one.p10, one.p90, one.mean_difference]);
        let (low, high) =
            all.fold((0.0_f64, 0.0_f64), |(low, high), one| (low.min(one), high.max(one)));
        let y = Axis::around_zero(sheet.language(), (low, high), 0.06, 7);
        let shares = Axis::chances(sheet.language());
        let measure = sheet.measure(style.axis, false);
        let labels = y.label_width(&measure).max(shares.label_width(&measure));
        let area = Area {
            left: body.left + labels + 14.0 * style.unit,
            top: body.top + 3.4 * style.axis,
            right: body.right - right,
            bottom: body.bottom - 3.0 * style.axis,
        };
        let cut = area.bottom - LOWER * area.height();
        let named = varied::axis(sheet, self.axis, area.width(), &measure);
        let x = Axis { marks: Vec::new(), ..named.clone() };
        let upper = Area { bottom: cut - 2.4 * style.axis, ..area };
        (Plot::new(sheet, upper, x, y), Plot::new(sheet, Area { top: cut, ..area }, named, shares))
    }

    fn places(&self, of: impl Fn(&SweepPoint) -> f64) -> Vec<(f64, f64)> {
        let place = |point: &SweepPoint| (self.axis.place(point.at[0]), of(point));
        self.sweep.points.iter().map(place).collect()
    }

    fn gap(&self, sheet: &Sheet, plot: &mut Plot) {
        let small = Look::new(0.9 * sheet.style.axis, MUTED);
        sheet.text(&self.caption, (sheet.body.left, sheet.body.top + small.size), small);
        let [low, middle, high] = [
            self.places(|point| point.p10),
            self.places(|point| point.mean_difference),
            self.places(|point| point.p90),
        ];
        plot.band(&low, &high, self.ahead, 0.18);
        let zero = plot.at(0.0, 0.0).1;
        sheet.line(&[(plot.area.left, zero), (plot.area.right, zero)], INK, 2.0 * sheet.style.unit);
        plot.curve(&middle, self.ahead, sheet.style.line);
        self.dots(sheet, plot, &middle);
    }

    /// A dot a point, where they are few enough to be told apart.
    fn dots(&self, sheet: &Sheet, plot: &Plot, points: &[(f64, f64)]) {
        if points.len() <= 25 {
            for &(x, y) in points {
                sheet.dot(plot.at(x, y), 1.3 * sheet.style.line, self.ahead);
            }
        }
    }

    fn chance(&self, sheet: &Sheet, plot: &mut Plot) {
        plot.caption(&self.sweep.label(self.axis, sheet.language()));
        let edge = |pick: fn(&SweepPoint) -> Option<f64>| {
            self.places(|point| pick(point).unwrap_or(point.probability_better))
        };
        let low = edge(|point| point.chance_interval.low);
        let high = edge(|point| point.chance_interval.high);
        plot.band(&low, &high, self.ahead, 0.3);
        let even = plot.at(0.0, 0.5).1;
        sheet.line(&[(plot.area.left, even), (plot.area.right, even)], INK, 1.5 * sheet.style.unit);
        let middle = self.places(|point| point.probability_better);
        plot.curve(&middle, self.ahead, sheet.style.line);
        self.dots(sheet, plot, &middle);
        let small = Look::new(0.9 * sheet.style.axis, MUTED);
        let words = &sheet.language().words().sweep;
        let text = (words.better)(&self.sweep.candidate);
        let text = sheet.measure(small.size, false).shorten(&text, plot.area.width());
        sheet.text(&text, (plot.area.left, plot.area.top - 0.7 * small.size), small);
        if let Some(&(_, share)) = middle.last() {
            let colour = if share >= 0.5 { self.ahead } else { self.behind };
            let look = Look::new(sheet.style.label, colour).bold();
            let at = (plot.area.right + 0.8 * look.size, plot.at(0.0, share).1);
            sheet.text_beside(&percent(sheet.language(), share), at, look);
        }
    }

    /// The intervals of the changes of hands, as strips behind the curves.
    fn strips(&self, sheet: &Sheet, panels: [(&Plot, Of); 2]) {
        for (plot, of) in panels {
            let mut strips: Vec<(f64, f64)> =
                self.sweep.crossing(of).map(|one| self.ends_of(plot, one)).collect();
            // Strips that overlap become one, or they would look darker.
            strips.dedup_by(|next, before| {
                let meets = next.0 <= before.1;
                before.1 = if meets { before.1.max(next.1) } else { before.1 };
                meets
            });
            for (left, right) in strips {
                sheet.rectangle(&Area { left, right, ..plot.area }, MUTED, 0.16);
            }
            for one in self.sweep.crossing(of) {
                let at = plot.at(self.axis.place(one.value), 0.0).0;
                let (top, bottom) = ((at, plot.area.top), (at, plot.area.bottom));
                sheet.line(&[top, bottom], INK, 2.0 * sheet.style.unit);
            }
        }
    }

    /// The ends of an interval on the page; an open end lies at the edge.
    fn ends_of(&self, plot: &Plot, one: &Switching) -> (f64, f64) {
        let at = |end: Option<f64>, edge: f64| {
            end.filter(|end| end.is_finite())
                .map_or(edge, |end| plot.at(self.axis.place(end), 0.0).0)
        };
        (at(one.low, plot.area.left), at(one.high, plot.area.right))
    }

    /// Writes the places beside their lines.
    fn name_crossings(&self, sheet: &Sheet, plot: &Plot, of: Of) {
        let found: Vec<&Switching> = self.sweep.crossing(of).collect();
        if found.len() > NAMED {
            return;
        }
        let look = Look::new(0.9 * sheet.style.label, INK).bold();
        let mut ground = Ground::new(plot.area);
        for curve in self.curves(of) {
            ground.line(curve.iter().map(|&(x, y)| plot.at(x, y)).collect());
        }
        for one in &found {
            let at = plot.at(self.axis.place(one.value), 0.0).0;
            ground.line(vec![(at, plot.area.top), (at, plot.area.bottom)]);
        }
        for one in found {
            let text = self.sweep.with_interval(self.axis, one, sheet.language());
            let (width, height) = sheet.block(std::slice::from_ref(&text), look);
            let (left, right) = self.ends_of(plot, one);
            let gap = 0.5 * look.size;
            let rows = (0..16_u32).map(|row| f64::from(row) / 15.0);
            let room = plot.area.height() - 2.0 * height;
            let tops = rows.map(|share| plot.area.top + 0.6 * height + share * room);
            let places = tops.flat_map(|top| {
                let line = plot.at(self.axis.place(one.value), 0.0).0;
                // Its own line first: ends of intervals may lie beside another one.
                let sides = [line + gap, line - gap - width, right + gap, left - gap - width];
                sides.map(|left| Area { left, top, right: left + width, bottom: top + height })
            });
            if let Some(place) = ground.place(places, 0.2 * height) {
                sheet.rectangle(&place.grown(0.2 * height), GROUND, 0.8);
                sheet.lines(&[text], &place, look);
            }
        }
    }

    /// What labels keep off.
    fn curves(&self, of: Of) -> Vec<Vec<(f64, f64)>> {
        let ends = [self.axis.values[0], self.axis.values[self.axis.values.len() - 1]];
        let level = |y: f64| ends.map(|end| (self.axis.place(end), y)).to_vec();
        match of {
            Of::MeanDifference => vec![self.places(|point| point.mean_difference), level(0.0)],
            Of::ProbabilityBetter => {
                vec![self.places(|point| point.probability_better), level(0.5)]
            }
        }
    }

    /// What the scenarios say, above the gap: a mark, and a bar where it is uncertain.
    fn today(&self, sheet: &Sheet, upper: &Plot, lower: &Plot) {
        let words = &sheet.language().words().sweep;
        let (first, last) = (self.axis.values[0], self.axis.values[self.axis.values.len() - 1]);
        let x = |value: f64| upper.at(self.axis.place(value.clamp(first, last)), 0.0).0;
        let mut all: Vec<_> = self.sweep.today.iter().collect();
        all.dedup_by(|a, b| (a.value, a.p5, a.p95) == (b.value, b.p5, b.p95));
        let small = Look::new(0.9 * sheet.style.axis, MUTED).at(Align::Middle);
        let top = upper.area.top - 0.5 * small.size;
        for (row, one) in all.iter().enumerate() {
            let y = top - 0.35 * small.size * row as f64;
            if let (Some(low), Some(high)) = (one.p5, one.p95) {
                sheet.line(&[(x(low), y), (x(high), y)], MUTED, 2.0 * sheet.style.line);
            }
            if !(first..=last).contains(&one.value) {
                continue;
            }
            let at = x(one.value);
            for (from, to) in [(y, upper.area.bottom), (lower.area.top, lower.area.bottom)] {
                sheet.dashes((at, from), (at, to), MUTED, 1.5 * sheet.style.unit);
            }
            sheet.dot((at, y), 1.6 * sheet.style.line, MUTED);
        }
        let inside: Vec<_> = all.iter().filter(|one| (first..=last).contains(&one.value)).collect();
        let measure = sheet.measure(small.size, false);
        let name = |one: &&SweepToday| {
            let language = sheet.language();
            let show = |value| telling::value(self.axis, value, language);
            let range = one.p5.zip(one.p95);
            let range =
                range.map(|(low, high)| (language.words().units.range)(&show(low), &show(high)));
            let today = if all.len() == 1 {
                words.today.to_owned()
            } else {
                (words.today_in)(&brief(&one.scenario))
            };
            (words.today_is)(&today, &show(one.value), range.as_deref())
        };
        let names: Vec<String> = inside.iter().map(|&one| name(one)).collect();
        let wanted: Vec<f64> = inside.iter().map(|one| x(one.value)).collect();
        let widths: Vec<f64> = names.iter().map(|name| measure.width(name) + small.size).collect();
        let middles = spread(&wanted, &widths, upper.area.left, sheet.body.right);
        for (name, middle) in names.iter().zip(middles) {
            sheet.text(name, (middle, top - 0.8 * small.size), small);
        }
    }

    /// What stands at the right of the gap, each with its amount.
    fn ends(&self, sheet: &Sheet) -> Vec<(String, f64)> {
        let Some(last) = self.sweep.points.last() else { return Vec::new() };
        let shared = Shared::by(sheet.language(), [last.p10, last.mean_difference, last.p90]);
        let words = sheet.words();
        let end = |name: &str, amount| ((words.quantile)(name, &shared.change(amount)), amount);
        let mean = sheet.language().words().sweep.mean;
        vec![end("P90", last.p90), end(mean, last.mean_difference), end("P10", last.p10)]
    }
}

/// Writes the ends of the lines beside them, moved apart.
fn write_ends(sheet: &Sheet, plot: &Plot, ends: &[(String, f64)], look: Look) {
    let wanted: Vec<f64> = ends.iter().map(|end| plot.at(0.0, end.1).1).collect();
    let heights = vec![1.25 * look.size; ends.len()];
    let middles = spread(&wanted, &heights, sheet.body.top, plot.area.bottom + look.size);
    let left = plot.area.right + 0.8 * look.size;
    for (place, (end, middle)) in ends.iter().zip(middles).enumerate() {
        sheet.text_beside(&end.0, (left, middle), Look { bold: place == 1, ..look });
    }
}
