//! How likely each outcome is: the densities over each other, and below them
//! P10, P50 and P90 of each scenario.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::density::{self, aired, hull};
use super::finding::{band, in_currency, odds, summary};
use super::labels::{Area, Ground};
use super::losses::{losses, middle};
use super::names::{self, Legend, Name};
use super::plot::Plot;
use super::quantiles::Row;
use super::sheet::{self, Head, Look, Sheet};
use super::style::{INK, colours};
use super::{Options, Picture};
use crate::figure::Shared;
use crate::study::{Curve, LeadMetric, Study};

/// How many times as high as the lowest peak a peak is drawn at most.
const FLAT: f64 = 6.0;

/// What is drawn of a scenario.
struct Outcome<'a> {
    name: &'a str,
    colour: RGBColor,
    density: &'a Curve,
    /// P10, P50 and P90.
    quantiles: [f64; 3],
}

impl Outcome<'_> {
    fn is_single(&self) -> bool {
        self.density.x.len() < 2
    }

    /// From where to where there is something to see.
    fn range(&self) -> (f64, f64) {
        density::seen(self.density, self.quantiles[0], self.quantiles[2])
    }
}

/// The picture of bookings.
pub fn bookings(study: &Study, options: &Options) -> Picture {
    let metric = LeadMetric::Bookings;
    let language = options.language;
    let title = odds(study, metric, language).unwrap_or_else(|| middle(study, metric, language));
    picture(
        study,
        options,
        metric,
        &Head {
            name: "distribution".to_owned(),
            title,
            subtitle: (options.words().distribution)(study.horizon_months),
        },
    )
}

/// The picture of contribution, with zero marked.
pub fn contribution(study: &Study, options: &Options) -> Picture {
    picture(
        study,
        options,
        LeadMetric::Contribution,
        &Head {
            name: "contribution".to_owned(),
            title: losses(study, options.language),
            subtitle: (options.words().contribution)(study.horizon_months),
        },
    )
}

fn picture(study: &Study, options: &Options, metric: LeadMetric, head: &Head) -> Picture {
    let outcomes: Vec<Outcome> = study
        .scenarios
        .iter()
        .zip(colours(study))
        .filter_map(|(forecast, colour)| {
            let summary = summary(forecast, metric)?;
            Some(Outcome {
                name: &forecast.name,
                colour,
                density: &band(forecast, metric).density,
                quantiles: [summary.p10, summary.p50, summary.p90],
            })
        })
        .collect();
    let what = (options.words().over)(metric.measure(), study.horizon_months);
    let caption = in_currency(&what, study, options.language);
    let floor = if metric == LeadMetric::Bookings { 0.0 } else { f64::NEG_INFINITY };
    sheet::draw(study, options, head, |sheet| paint(sheet, &outcomes, floor, &caption))
}

fn paint(sheet: &Sheet, outcomes: &[Outcome], floor: f64, caption: &str) {
    if outcomes.is_empty() {
        return;
    }
    let ends = span(outcomes, floor);
    let mut layout = Layout::new(sheet, outcomes, ends, 0.0);
    let names = layout.names(sheet, outcomes);
    let mut ground = layout.ground(sheet, outcomes);
    let places = names::place(sheet, &mut ground, &names);
    if let Some(places) = places {
        layout.paint(sheet, outcomes, caption);
        names::write(sheet, &names, &places);
    } else {
        let all: Vec<&str> = outcomes.iter().map(|outcome| outcome.name).collect();
        let hues: Vec<RGBColor> = outcomes.iter().map(|outcome| outcome.colour).collect();
        let legend = Legend::new(sheet, &all, &hues);
        legend.write(sheet);
        Layout::new(sheet, outcomes, ends, legend.height).paint(sheet, outcomes, caption);
    }
}

/// The ends of the axis: what is seen of all, with some air, and no amount
/// below `floor` if none is there.
fn span(outcomes: &[Outcome], floor: f64) -> (f64, f64) {
    let seen = hull(outcomes.iter().map(Outcome::range));
    let share = if outcomes.iter().all(Outcome::is_single) { 0.25 } else { 0.03 };
    let (low, high) = aired(seen, share);
    (if seen.0 >= floor { low.max(floor) } else { low }, high)
}

/// Height of the picture: the highest peak, unless the others would be flat
/// beside it.
fn tallest(outcomes: &[Outcome]) -> f64 {
    let peaks = || outcomes.iter().map(|outcome| density::peak(outcome.density));
    let highest = peaks().fold(0.0, f64::max);
    let lowest = peaks().filter(|&peak| peak > 0.0).fold(highest, f64::min);
    if highest > 0.0 { highest.min(FLAT * lowest) } else { 1.0 }
}

/// Where things stand on the page.
struct Layout<'s, 'a> {
    plot: Plot<'s, 'a>,
    x: Axis,
    /// Height of the highest density.
    peak: f64,
    /// Upper edge of the rows with quantiles, and the height of each.
    rows: (f64, f64),
}

impl<'s, 'a> Layout<'s, 'a> {
    fn new(sheet: &'s Sheet<'a>, outcomes: &[Outcome], (low, high): (f64, f64), top: f64) -> Self {
        let (body, style) = (sheet.body, sheet.style);
        let count = f64::from(u32::try_from(outcomes.len()).unwrap_or(1));
        let row = (62.0 * style.unit).min(0.38 * body.height() / count);
        let rows = body.bottom - count * row + 0.4 * style.label;
        let bottom = rows - 3.4 * style.axis;
        let area = Area { top: body.top + top, bottom, ..body };
        let measure = sheet.measure(style.axis, false);
        let mut x = Axis::along(sheet, (low, high), area.width(), &measure);
        x.grid = true;
        let peak = tallest(outcomes);
        // Room for a name above the highest peak.
        let head = 1.0 + 2.4 * style.name / (area.height() - 2.4 * style.name).max(1.0);
        let plot = Plot::new(sheet, area, x.clone(), Axis::bare(0.0, head * peak));
        Self { plot, x, peak, rows: (rows, row) }
    }

    /// The line of an outcome on the page: its density, or a stem.
    fn trace(&self, outcome: &Outcome) -> Vec<(f64, f64)> {
        if outcome.is_single() {
            let value = outcome.quantiles[1];
            return vec![self.plot.at(value, 0.0), self.plot.at(value, 0.7 * self.peak)];
        }
        self.points(outcome).iter().map(|&(x, y)| self.plot.at(x, y)).collect()
    }

    /// The density within the axes.
    fn points(&self, outcome: &Outcome) -> Vec<(f64, f64)> {
        let points = density::part(outcome.density, self.x.low, self.x.high);
        points.into_iter().map(|(x, y)| (x, y.min(self.peak))).collect()
    }

    fn ground(&self, sheet: &Sheet, outcomes: &[Outcome]) -> Ground {
        let mut ground = Ground::new(self.plot.area.grown(0.5 * sheet.style.name));
        for outcome in outcomes {
            ground.line(self.trace(outcome));
        }
        if let Some(line) = self.zero() {
            ground.line(line.to_vec());
            ground.take(self.zero_label(sheet));
        }
        ground
    }

    fn names(&self, sheet: &Sheet, outcomes: &[Outcome]) -> Vec<Name> {
        let gap = 14.0 * sheet.style.unit;
        let places = |outcome: &Outcome, size| around(&self.trace(outcome), size, gap);
        outcomes
            .iter()
            .map(|outcome| {
                Name::new(sheet, outcome.name, outcome.colour, |size| places(outcome, size))
            })
            .collect()
    }

    /// The line at zero, where zero is well within the axis.
    fn zero(&self) -> Option<[(f64, f64); 2]> {
        let inside = self.x.low < 0.0 && self.x.high > 0.0;
        let at = self.plot.at(0.0, 0.0);
        inside.then_some([at, (at.0, self.plot.area.top)])
    }

    /// Where the line at zero says what it is: beside its upper end.
    fn zero_label(&self, sheet: &Sheet) -> Area {
        let (size, gap) = (0.9 * sheet.style.label, 8.0 * sheet.style.unit);
        let width = sheet.measure(size, false).width(sheet.words().break_even);
        let (x, top) = (self.plot.at(0.0, 0.0).0, self.plot.area.top);
        let left = if x + gap + width < self.plot.area.right { x + gap } else { x - gap - width };
        Area { left, top, right: left + width, bottom: top + size }
    }

    fn paint(&mut self, sheet: &Sheet, outcomes: &[Outcome], caption: &str) {
        self.plot.axes();
        let highest = outcomes.iter().map(|outcome| density::peak(outcome.density));
        let is_cut = highest.fold(0.0, f64::max) > self.peak;
        let cut = if is_cut { sheet.words().peak_is_cut } else { "" };
        self.plot.caption(&format!("{caption}{cut}"));
        for outcome in outcomes.iter().filter(|outcome| !outcome.is_single()) {
            let opacity = if outcomes.len() > 3 { 0.1 } else { 0.18 };
            self.plot.fill(&self.points(outcome), outcome.colour, opacity);
        }
        for outcome in outcomes {
            self.paint_trace(sheet, outcome);
        }
        if let Some(line) = self.zero() {
            sheet.line(&line, INK, 2.0 * sheet.style.unit);
            let look = Look::new(0.9 * sheet.style.label, INK);
            sheet.lines(&[sheet.words().break_even.to_owned()], &self.zero_label(sheet), look);
        }
        self.paint_rows(sheet, outcomes);
    }

    fn paint_trace(&mut self, sheet: &Sheet, outcome: &Outcome) {
        if outcome.is_single() {
            let stem = self.trace(outcome);
            sheet.line(&stem, outcome.colour, sheet.style.line);
            sheet.dot(stem[1], 2.5 * sheet.style.line, outcome.colour);
        } else {
            self.plot.curve(&self.points(outcome), outcome.colour, sheet.style.line);
        }
    }

    fn paint_rows(&self, sheet: &Sheet, outcomes: &[Outcome]) {
        let (mut top, height) = self.rows;
        let shared =
            Shared::by(sheet.language(), outcomes.iter().flat_map(|outcome| outcome.quantiles));
        let row = |outcome: &Outcome| {
            let ends = outcome.quantiles.map(|value| self.plot.at(value, 0.0).0);
            let amounts = outcome.quantiles.map(|value| shared.short(value));
            Row::new(sheet, ends, amounts, outcome.colour, height)
        };
        let rows: Vec<Row> = outcomes.iter().map(row).collect();
        let beside = rows.iter().all(|row| row.fits_beside(sheet));
        for row in rows {
            row.paint(sheet, top, beside);
            top += height;
        }
    }
}

/// Upper left corners for a name of `size` around a density, best first: over
/// the peak, then beside the flanks from high to low.
fn around(trace: &[(f64, f64)], (width, height): (f64, f64), gap: f64) -> Vec<(f64, f64)> {
    let peak = trace.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default();
    let ground = trace.iter().map(|point| point.1).fold(peak.1, f64::max);
    let over = [0.0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75];
    let mut places: Vec<_> =
        over.map(|shift| (peak.0 + shift * width - width / 2.0, peak.1 - gap - height)).to_vec();
    for share in [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2] {
        let level = ground - share * (ground - peak.1);
        let mut above = trace.iter().filter(|point| point.1 <= level).map(|point| point.0);
        let left = above.next().unwrap_or(peak.0);
        let right = above.next_back().unwrap_or(left);
        places.push((right + gap, level - height));
        places.push((left - gap - width, level - height));
    }
    places
}
