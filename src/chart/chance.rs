//! The chance to reach at least an amount, for every amount.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::density::{aired, hull};
use super::finding::{band, brief, chance, in_currency, is_certain, summary};
use super::key::{Entry, Key};
use super::labels::{Area, Ground};
use super::levels::{Level, levels, to_target};
use super::marks::{Mark, beside};
use super::names::{self, Legend, Name};
use super::plot::Plot;
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{INK, colours};
use super::{Options, Picture};
use crate::figure::{percent, short};
use crate::language::{Ends, Language, Often};
use crate::study::{Band, Forecast, LeadMetric, Study, Summary};

/// Chances nearer than this to 0 or 1 need not be in sight.
const RIM: f64 = 0.004;
/// More names than these stand in a table.
const MOST_NAMES: usize = 3;

/// One scenario's curve.
struct Curve<'a> {
    name: &'a str,
    colour: RGBColor,
    band: &'a Band,
    summary: &'a Summary,
}

impl Curve<'_> {
    /// Chance to reach at least `x`.
    fn at(&self, x: f64) -> f64 {
        chance(self.band, self.summary, x)
    }

    fn range(&self) -> (f64, f64) {
        let points = self.band.chance.x.iter().zip(&self.band.chance.y);
        let mut seen = points.filter(|&(_, &y)| y > RIM && y < 1.0 - RIM).map(|(&x, _)| x);
        let first = seen.next().unwrap_or(self.summary.p50);
        (
            first.min(self.summary.p10),
            seen.next_back().unwrap_or(self.summary.p50).max(self.summary.p90),
        )
    }

    fn points(&self, axis: &Axis) -> Vec<(f64, f64)> {
        let value = self.summary.p50;
        let inner: Vec<(f64, f64)> = if self.band.chance.x.len() < 2 {
            vec![(value, 1.0), (value, 0.0)]
        } else {
            self.band.chance.x.iter().copied().zip(self.band.chance.y.iter().copied()).collect()
        };
        let ends = [axis.low, axis.high].map(|end| (end, self.at(end)));
        let within = inner.into_iter().filter(|&(x, _)| x > axis.low && x < axis.high);
        std::iter::once(ends[0]).chain(within).chain([ends[1]]).collect()
    }
}

/// The picture.
pub fn picture(study: &Study, options: &Options) -> Picture {
    let metric = study.metric;
    let curve = |(forecast, colour): (&'_ Forecast, RGBColor)| {
        let (band, summary) = (band(forecast, metric).clone(), *summary(forecast, metric)?);
        Some((forecast.name.clone(), colour, band, summary))
    };
    let parts: Vec<_> = study.scenarios.iter().zip(colours(study)).filter_map(curve).collect();
    let curves: Vec<Curve> = parts
        .iter()
        .map(|(name, colour, band, summary)| Curve { name, colour: *colour, band, summary })
        .collect();
    let (words, language) = (options.words(), options.language);
    let head = Head {
        name: "chance".to_owned(),
        title: title(study, metric, language),
        subtitle: (words.chance)(metric.measure(), study.horizon_months),
    };
    let what = (words.over)(metric.measure(), study.horizon_months);
    let caption = in_currency(&what, study, language);
    let levels = in_sight(levels(study, metric, language), &curves);
    sheet::draw(study, options, &head, |sheet| paint(sheet, &curves, &levels, &caption))
}

fn title(study: &Study, metric: LeadMetric, language: Language) -> String {
    to_target(study, language)
        .or_else(|| against_baseline(study, metric, language))
        .or_else(|| alone(study.scenarios.first()?, metric, language))
        .unwrap_or_else(|| (language.words().chart.measure)(metric.measure()).to_owned())
}

/// How often the best candidate reaches what the baseline reaches half the time.
fn against_baseline(study: &Study, metric: LeadMetric, language: Language) -> Option<String> {
    let best = study.best_candidate(metric)?;
    let baseline = study.scenario(&best.baseline)?;
    let candidate = study.scenario(&best.candidate)?;
    let amount = summary(baseline, metric)?.p50;
    let share = chance(band(candidate, metric), summary(candidate, metric)?, amount);
    let always = is_certain(band(baseline, metric));
    let (name, base) = (brief(&best.candidate), brief(&best.baseline));
    let (amount, text) = (short(language, amount), percent(language, share));
    let ends = match share - 0.5 {
        lead if lead.abs() <= 0.05 => Ends::Even,
        lead if lead > 0.0 => Ends::Above,
        _ => Ends::Below,
    };
    let tell = language.words().chart.reaches;
    Some(tell(&name, &base, &amount, always, Often::of(share, &text), ends))
}

fn alone(forecast: &Forecast, metric: LeadMetric, language: Language) -> Option<String> {
    let words = &language.words().chart;
    let (name, all) = (brief(&forecast.name), summary(forecast, metric)?);
    if is_certain(band(forecast, metric)) {
        return Some((words.certain)(&name, metric.measure(), &short(language, all.p50)));
    }
    let [low, high] = [all.p10, all.p90].map(|amount| short(language, amount));
    Some((words.nine_in_ten)(&name, &low, &high))
}

fn paint(sheet: &Sheet, curves: &[Curve], levels: &[Level], caption: &str) {
    if curves.is_empty() {
        return;
    }
    let layout = Layout::new(sheet, curves, levels, 0.0);
    let names = layout.names(sheet, curves);
    let mut ground = layout.ground(sheet, curves, levels);
    let few = curves.len() <= MOST_NAMES;
    if let Some(places) = few.then(|| names::place(sheet, &mut ground, &names)).flatten() {
        layout.paint(sheet, curves, levels, caption, true);
        names::write(sheet, &names, &places);
    } else if let Some(key) = layout.key(sheet, curves, levels) {
        layout.paint(sheet, curves, levels, caption, false);
        key.write(sheet);
    } else {
        let all: Vec<&str> = curves.iter().map(|curve| curve.name).collect();
        let hues: Vec<RGBColor> = curves.iter().map(|curve| curve.colour).collect();
        let legend = Legend::new(sheet, &all, &hues);
        legend.write(sheet);
        Layout::new(sheet, curves, levels, legend.height)
            .paint(sheet, curves, levels, caption, true);
    }
}

/// The levels that are near enough to the curves to be shown with them.
fn in_sight(levels: Vec<Level>, curves: &[Curve]) -> Vec<Level> {
    let (low, high) = hull(curves.iter().map(Curve::range));
    let reach = 3.0 * (high - low).max(0.1 * high.abs());
    let near = |level: &Level| (low - reach..=high + reach).contains(&level.amount);
    levels.into_iter().filter(near).collect()
}

struct Layout<'s, 'a> {
    plot: Plot<'s, 'a>,
    x: Axis,
}

impl<'s, 'a> Layout<'s, 'a> {
    fn new(sheet: &'s Sheet<'a>, curves: &[Curve], levels: &[Level], above: f64) -> Self {
        let (body, style) = (sheet.body, sheet.style);
        let measure = sheet.measure(style.axis, false);
        let mut y = Axis::bare(0.0, 1.0);
        y.grid = true;
        y.marks = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
            .map(|share| (share, percent(sheet.language(), share)))
            .into();
        let area = Area {
            left: body.left + y.label_width(&measure) + 14.0 * style.unit,
            top: body.top + above + 2.2 * style.label,
            right: body.right,
            bottom: body.bottom - 2.6 * style.axis,
        };
        let certain = curves.iter().all(|curve| is_certain(curve.band));
        let share = if certain { 0.25 } else { 0.02 };
        let amounts = levels.iter().map(|level| (level.amount, level.amount));
        let (low, high) = aired(hull(curves.iter().map(Curve::range).chain(amounts)), share);
        let mut x = Axis::along(sheet, (low, high), area.width(), &measure);
        x.grid = false;
        Self { plot: Plot::new(sheet, area, x.clone(), y), x }
    }

    fn trace(&self, curve: &Curve) -> Vec<(f64, f64)> {
        curve.points(&self.x).iter().map(|&(x, y)| self.plot.at(x, y)).collect()
    }

    /// Everything that names must keep clear of.
    fn ground(&self, sheet: &Sheet, curves: &[Curve], levels: &[Level]) -> Ground {
        let mut ground = Ground::new(self.plot.area);
        for curve in curves {
            ground.line(self.trace(curve));
        }
        for level in levels.iter().filter(|level| !level.label.is_empty()) {
            let foot = self.plot.at(level.amount, 0.0);
            ground.line(vec![foot, (foot.0, self.plot.area.top)]);
        }
        for mark in self.marks(sheet, curves, levels) {
            ground.take(mark.area);
        }
        ground
    }

    fn names(&self, sheet: &Sheet, curves: &[Curve]) -> Vec<Name> {
        let gap = 16.0 * sheet.style.unit;
        let places = |curve: &Curve, size| beside(&self.trace(curve), size, gap);
        curves
            .iter()
            .map(|curve| Name::new(sheet, curve.name, curve.colour, |size| places(curve, size)))
            .collect()
    }

    /// The chances at the levels, each beside its dot, where there is room.
    fn marks(&self, sheet: &Sheet, curves: &[Curve], levels: &[Level]) -> Vec<Mark> {
        let mut ground = Ground::new(self.plot.area);
        for curve in curves {
            ground.line(self.trace(curve));
        }
        let mut marks = Vec::new();
        for level in levels {
            for curve in curves {
                let share = level.share(curve.name, || curve.at(level.amount));
                let language = sheet.language();
                let mut text = percent(language, share);
                if curves.len() == 1 {
                    text = (sheet.words().reach)(&text, &short(language, level.amount));
                }
                let at = self.plot.at(level.amount, share);
                let mut mark = Mark::new(sheet, text, at, curve.colour);
                let places = mark.places(sheet);
                let area = ground.place(places, 3.0 * sheet.style.unit);
                if let Some(area) = area {
                    mark.area = area;
                    marks.push(mark);
                }
            }
        }
        marks
    }

    /// Names and chances at the level as a table above the curves.
    fn key<'c>(&self, sheet: &Sheet, curves: &[Curve<'c>], levels: &[Level]) -> Option<Key<'c>> {
        let [level] = levels else { return None };
        let mut order: Vec<&Curve<'c>> = curves.iter().collect();
        order.sort_by(|a, b| {
            level
                .share(b.name, || b.at(level.amount))
                .total_cmp(&level.share(a.name, || a.at(level.amount)))
        });
        let entry = |curve: &Curve<'c>| Entry {
            value: percent(sheet.language(), level.share(curve.name, || curve.at(level.amount))),
            name: curve.name,
            colour: curve.colour,
        };
        let entries = order.into_iter().map(entry).collect();
        let mut ground = Ground::new(self.plot.area);
        for curve in curves {
            ground.line(self.trace(curve));
        }
        let foot = self.plot.at(level.amount, 0.0);
        ground.line(vec![foot, (foot.0, self.plot.area.top)]);
        Key::place(sheet, entries, &mut ground, &self.plot.area)
    }

    /// Draws all but the names; `marked` for chances beside the curves.
    fn paint(
        mut self,
        sheet: &Sheet,
        curves: &[Curve],
        levels: &[Level],
        caption: &str,
        marked: bool,
    ) {
        self.plot.axes();
        self.plot.caption(caption);
        for level in levels.iter().filter(|level| !level.label.is_empty()) {
            self.paint_level(sheet, level);
        }
        for curve in curves {
            self.plot.curve(&curve.points(&self.x), curve.colour, sheet.style.line);
        }
        for level in levels {
            for curve in curves {
                let at =
                    self.plot.at(level.amount, level.share(curve.name, || curve.at(level.amount)));
                sheet.dot(at, 2.0 * sheet.style.line, curve.colour);
            }
        }
        let marks = if marked { self.marks(sheet, curves, levels) } else { Vec::new() };
        for mark in marks {
            sheet.lines(std::slice::from_ref(&mark.text), &mark.area, mark.look);
        }
    }

    /// A dashed line at a level, named above.
    fn paint_level(&self, sheet: &Sheet, level: &Level) {
        let (size, area) = (0.9 * sheet.style.label, self.plot.area);
        let (foot, top) = (self.plot.at(level.amount, 0.0), area.top - 0.5 * size);
        sheet.dashes(foot, (foot.0, top), INK, 2.0 * sheet.style.unit);
        let half = sheet.measure(size, false).width(&level.label) / 2.0;
        let x = foot.0.min(area.right - half).max(area.left + half);
        let look = Look::new(size, INK).at(Align::Middle);
        sheet.text(&level.label, (x, top - 0.5 * size), look);
    }
}
