//! Bookings by month: the median, and the band from P10 to P90.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::finding::{brief, in_currency};
use super::labels::{Area, spread};
use super::lead::Lead;
use super::plot::Plot;
use super::sheet::{self, Head, Look, Sheet};
use super::style::{MUTED, colours};
use super::{Options, Picture};
use crate::figure::short;
use crate::language::{Chart, Language};
use crate::study::{MonthlyBand, Study};

/// More bands than these over each other cannot be told apart.
const MOST_BANDS: usize = 3;

/// One scenario's months.
struct Months<'a> {
    name: &'a str,
    colour: RGBColor,
    band: &'a MonthlyBand,
    /// Whether the band is drawn; of many scenarios only two are.
    banded: bool,
}

/// The picture.
pub fn picture(study: &Study, options: &Options) -> Picture {
    let leaders = leaders(study);
    let all: Vec<Months> = study
        .scenarios
        .iter()
        .zip(colours(study))
        .filter(|(forecast, _)| !forecast.monthly.bookings.p50.is_empty())
        .map(|(forecast, colour)| Months {
            name: &forecast.name,
            colour,
            band: &forecast.monthly.bookings,
            banded: study.scenarios.len() <= MOST_BANDS || leaders.contains(&&*forecast.name),
        })
        .collect();
    let head = Head {
        name: "monthly".to_owned(),
        title: title(study, options.language),
        subtitle: subtitle(study, &leaders, options.words()),
    };
    let caption = in_currency(options.words().a_month, study, options.language);
    sheet::draw(study, options, &head, |sheet| paint(sheet, &all, &caption))
}

fn title(study: &Study, language: Language) -> String {
    let words = &language.words().chart;
    let months = |name: &str| study.scenario(name).map(|forecast| &forecast.monthly.bookings);
    let found = match leaders(study)[..] {
        [baseline, best] => months(best).zip(months(baseline)).and_then(|(ours, theirs)| {
            let lead = Lead::new(ours, theirs, study.runs);
            lead.course(&brief(best), &brief(baseline)).map(|course| (words.course)(&course))
        }),
        _ => study
            .scenarios
            .first()
            .map(|only| course(&brief(&only.name), &only.monthly.bookings.p50, language)),
    };
    found.unwrap_or_else(|| words.by_month.to_owned())
}

/// What the picture shows.
fn subtitle(study: &Study, leaders: &[&str], words: &Chart) -> String {
    match leaders {
        [baseline, best] if study.scenarios.len() > MOST_BANDS => {
            (words.monthly)(Some((&brief(baseline), &brief(best))))
        }
        _ => (words.monthly)(None),
    }
}

/// The baseline, and the candidate with the highest medians.
fn leaders(study: &Study) -> Vec<&str> {
    let total = |name: &str| {
        let months = study.scenario(name).map(|forecast| &forecast.monthly.bookings.p50);
        months.map_or(0.0, |months| months.iter().sum())
    };
    let candidates = study.comparisons.iter().map(|comparison| comparison.candidate.as_str());
    let best = candidates.max_by(|a, b| total(a).total_cmp(&total(b)));
    let baseline = study.comparisons.first().map(|comparison| comparison.baseline.as_str());
    baseline.into_iter().chain(best).collect()
}

/// How a single scenario's months go.
fn course(name: &str, months: &[f64], language: Language) -> String {
    let words = &language.words().chart;
    let amount = |amount| short(language, amount);
    match months {
        [] => name.to_owned(),
        [only] => (words.one_month)(name, &amount(*only)),
        [first, .., last] => {
            (words.first_and_last)(name, &amount(*first), &amount(*last), months.len())
        }
    }
}

fn paint(sheet: &Sheet, all: &[Months], caption: &str) {
    if all.is_empty() {
        return;
    }
    let count = all.iter().map(|months| months.band.p50.len()).max().unwrap_or(1);
    let names: Vec<EndName> =
        all.iter().map(|months| EndName::new(sheet, months, all.len())).collect();
    let widest = names.iter().map(|name| name.size.0).fold(0.0, f64::max);
    let mut plot = lay_out(sheet, all, count, widest);
    plot.axes();
    plot.caption(sheet.words().month);
    let small = Look::new(0.9 * sheet.style.axis, MUTED);
    sheet.text(caption, (sheet.body.left, sheet.body.top + small.size), small);
    for months in all {
        paint_band(&plot, months);
    }
    for (place, months) in (0_u32..).zip(all) {
        // Whiskers of a single month stand side by side.
        let aside =
            0.1 * (f64::from(place) - 0.5 * f64::from(u32::try_from(all.len() - 1).unwrap_or(0)));
        paint_median(sheet, &mut plot, months, aside);
    }
    write_names(sheet, &plot, all, &names);
}

/// A name as it stands at the end of a line.
struct EndName {
    lines: Vec<String>,
    look: Look,
    size: (f64, f64),
}

impl EndName {
    fn new(sheet: &Sheet, months: &Months, count: usize) -> Self {
        let letters = if count > MOST_BANDS { sheet.style.label } else { sheet.style.name };
        let look = Look::new(letters, months.colour).bold();
        let measure = sheet.measure(letters, true);
        let lines = measure.clauses(months.name, 0.2 * sheet.body.width());
        let size = sheet.block(&lines, look);
        Self { lines, look, size }
    }
}

/// Writes the names at the ends of their lines, moved apart; a name that had
/// to move is tied to its line.
fn write_names(sheet: &Sheet, plot: &Plot, all: &[Months], names: &[EndName]) {
    let ends: Vec<f64> = all.iter().map(|months| end(plot, months).1).collect();
    let heights: Vec<f64> = names.iter().map(|name| name.size.1 + 0.45 * name.look.size).collect();
    let (top, bottom) = (sheet.body.top, plot.area.bottom + sheet.style.name);
    let middles = spread(&ends, &heights, top, bottom);
    let left = plot.area.right + 1.1 * sheet.style.name;
    for ((name, end), middle) in names.iter().zip(ends).zip(middles) {
        // Capitals are centred on the line's end, not the depth of letters.
        let top = middle - name.size.1 / 2.0 + 0.11 * name.look.size;
        let area = Area { left, top, right: left + name.size.0, bottom: top + name.size.1 };
        sheet.lines(&name.lines, &area, name.look);
        if (middle - end).abs() > 0.25 * name.look.size {
            let (from, to) =
                (plot.area.right + 3.0 * sheet.style.unit, left - 5.0 * sheet.style.unit);
            let tie = [(from, end), (f64::midpoint(from, to), middle), (to, middle)];
            sheet.line(&tie, name.look.colour, 1.5 * sheet.style.unit);
        }
    }
}

/// Axes with room for the names at the right.
fn lay_out<'s, 'a>(sheet: &'s Sheet<'a>, all: &[Months], count: usize, names: f64) -> Plot<'s, 'a> {
    let (body, style) = (sheet.body, sheet.style);
    let bands = || all.iter().map(|months| months.band);
    let lows = bands().flat_map(|band| &band.p10).copied();
    let highs = bands().flat_map(|band| band.p90.iter().chain(&band.p50)).copied();
    let (low, high) = (lows.fold(0.0, f64::min), highs.fold(0.0, f64::max));
    let high = if high > low { high + 0.04 * (high - low) } else { low + 1.0 };
    let y = Axis::amounts(sheet.language(), low, high, 7);
    let measure = sheet.measure(style.axis, false);
    let area = Area {
        left: body.left + y.label_width(&measure) + 14.0 * style.unit,
        top: body.top + 2.2 * style.axis,
        right: body.right - names - 1.1 * style.name,
        bottom: body.bottom - 2.6 * style.axis,
    };
    let months = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let (first, last) = if count == 1 { (0.5, 1.5) } else { (1.0, months) };
    let mut x = Axis::bare(first, last);
    x.marks = month_marks(count, area.width() / (3.0 * style.axis));
    Plot::new(sheet, area, x, y)
}

/// The first month, and round ones, `most` at most.
pub fn month_marks(count: usize, most: f64) -> Vec<(f64, String)> {
    let amount = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
    let few = |&&step: &&usize| amount(count / step) < most.min(13.0);
    let step = *steps.iter().find(few).unwrap_or(&2400);
    let round = (1..=count).filter(|month| month % step == 0 && *month > step / 2);
    let marks = std::iter::once(1).chain(round.filter(|&month| month > 1));
    marks.map(|month| (amount(month), month.to_string())).collect()
}

/// Points by month, from 1 on.
pub fn points(values: &[f64]) -> Vec<(f64, f64)> {
    (1_u32..).map(f64::from).zip(values.iter().copied()).collect()
}

fn paint_band(plot: &Plot, months: &Months) {
    let (lower, upper) = (points(&months.band.p10), points(&months.band.p90));
    if months.banded && lower.len() > 1 {
        plot.band(&lower, &upper, months.colour, 0.16);
    }
}

fn paint_median(sheet: &Sheet, plot: &mut Plot, months: &Months, aside: f64) {
    let line = points(&months.band.p50);
    if let &[(month, median)] = &line[..] {
        let (low, high) = (months.band.p10[0], months.band.p90[0]);
        let month = month + aside;
        let whisker = [plot.at(month, low), plot.at(month, high)];
        sheet.line(&whisker, months.colour, sheet.style.line);
        sheet.dot(plot.at(month, median), 2.5 * sheet.style.line, months.colour);
    } else {
        plot.curve(&line, months.colour, sheet.style.line);
    }
}

/// Where a scenario's median ends on the page.
fn end(plot: &Plot, months: &Months) -> (f64, f64) {
    let last = points(&months.band.p50).last().copied().unwrap_or_default();
    plot.at(last.0, last.1)
}
