//! How the gap follows what varies, and where the lead changes hands.

use super::money;
use crate::figure::{Scale, chance, count, percent};
use crate::language::Places;
use crate::organisation::{Axis, Spacing};
use crate::report::grid::Page;
use crate::study::sweep::{Nearest, Of, Size, SweepPoint, telling};
use crate::study::{Study, Sweep};

/// Columns and rows of a map that fit a page.
const MOST: usize = 11;

/// A tilt of people cost, by whole seats, that is worth a word.
const TILT: f64 = 0.05;

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    let Some(sweep) = &study.sweep else { return };
    headline(study, page);
    on_average(study, sweep, page);
    let words = &page.words().sweep;
    let varied: Vec<String> =
        sweep.axes.iter().map(|axis| sweep.named(axis, page.language())).collect();
    page.section(&(words.title)(&varied));
    match &sweep.axes[..] {
        [axis] => curve(study, sweep, axis, page),
        [first, second] => map(study, sweep, (first, second), page),
        _ => {}
    }
    if let Some(tilted) = most_tilted(sweep) {
        rounding(sweep, tilted, page);
    }
    for axis in sweep.axes.iter().filter(|axis| axis.rounded) {
        page.aside(&(words.whole_numbers)(&sweep.named(axis, page.language())));
    }
    page.aside(&(words.cost)(&count(sweep.simulated_runs as usize)));
}

/// Who does better over the range or the map.
pub(in crate::report) fn headline(study: &Study, page: &mut Page) {
    if let Some(sweep) = &study.sweep {
        page.headline(&finding(study, sweep, page));
    }
}

/// The line before the rest of the result, which varies nothing.
pub(in crate::report) fn as_they_are(study: &Study, page: &mut Page) {
    if study.sweep.is_some() {
        page.section(page.words().sweep.as_they_are);
    }
}

fn finding(study: &Study, sweep: &Sweep, page: &Page) -> String {
    let language = page.language();
    let measure = study.metric.measure();
    (page.words().sweep.sentence)(&sweep.finding(measure, &str::to_owned, language))
}

/// Where the odds are even, and where the mean gap is zero, with intervals.
fn on_average(study: &Study, sweep: &Sweep, page: &mut Page) {
    let Some(axis) = sweep.axis() else { return };
    let (words, language) = (&page.words().sweep, page.language());
    let places = |of| -> Vec<String> {
        // It may be anywhere in the range, or nowhere.
        let told = sweep.crossing(of).filter(|one| one.low.or(one.high).is_some());
        told.map(|one| sweep.with_interval(axis, one, language)).collect()
    };
    let times = axis.spacing == Spacing::Ratio;
    let even = places(Of::ProbabilityBetter);
    if !even.is_empty() {
        page.text(&(words.even_odds_at)(&Places { values: &even, times }));
    }
    let zero = places(Of::MeanDifference);
    let unsure = sweep.unsure(axis, Of::MeanDifference, language);
    if !zero.is_empty() {
        page.text(&(words.even_on_average)(&Places { values: &zero, times }));
    } else if sweep.is_all_the_same() {
        page.text(words.no_difference);
    } else if !unsure.is_empty() {
        page.text(&(words.zero_unknown)(&unsure));
    } else if let Some(near) = sweep.nearest.iter().find(|near| near.of == Of::MeanDifference) {
        page.text(&nearest(study, axis, near, page));
    }
}

fn nearest(study: &Study, axis: &Axis, near: &Nearest, page: &Page) -> String {
    let words = &page.words().sweep;
    let at = telling::value(axis, near.at, page.language());
    let at = if axis.spacing == Spacing::Ratio { (words.times)(&at) } else { at };
    let scale = Scale::over(page.language(), &[near.figure], near.se);
    let gap = money(page, study, &scale.signed_with_error(near.figure, near.se));
    (words.never_even)(&at, &gap)
}

/// A row a point.
fn curve(study: &Study, sweep: &Sweep, axis: &Axis, page: &mut Page) {
    let (words, language) = (&page.words().sweep, page.language());
    let ends = sweep.points.iter().flat_map(|point| [point.mean_difference, point.p10, point.p90]);
    let ends: Vec<f64> = ends.collect();
    let error = sweep.points.iter().map(|point| point.se).fold(0.0, f64::max);
    let scale = Scale::over(language, &ends, error);
    let row = |point: &SweepPoint| {
        let size = sweep.sizes.iter().find(|size| size.size.total_cmp(&point.at[0]).is_eq());
        let seats = size.map(|size| {
            let [before, after] = [size.baseline_seats, size.candidate_seats].map(count);
            (words.seats)(&before, &after)
        });
        let mut row = vec![telling::value(axis, point.at[0], language)];
        row.extend(seats);
        row.extend([
            scale.signed_with_error(point.mean_difference, point.se),
            scale.signed(point.p10),
            scale.signed(point.p90),
            chance(language, point.probability_better, point.probability_better_se, study.runs),
        ]);
        row
    };
    let rows: Vec<Vec<String>> = sweep.points.iter().map(row).collect();
    let mut header = vec![sweep.label(axis, language)];
    header.extend((!sweep.sizes.is_empty()).then(String::new));
    header.extend(words.columns.map(str::to_owned));
    header[rows[0].len() - 4] = (page.words().units.in_currency)(words.columns[0], &study.currency);
    page.table(1, header, rows);
}

/// Chances, the first number across and the second down, its highest value first.
fn map(study: &Study, sweep: &Sweep, (first, second): (&Axis, &Axis), page: &mut Page) {
    let (words, language) = (&page.words().sweep, page.language());
    let (across, down) = (sweep.label(first, language), sweep.label(second, language));
    page.aside(&(words.chance_of)(&sweep.candidate, study.metric.measure()));
    page.aside(&(words.across)(&across, &down));
    let (columns, mut rows) = (spread(first.values.len()), spread(second.values.len()));
    rows.reverse();
    let mut header = vec![String::new()];
    header.extend(columns.iter().map(|&at| telling::value(first, first.values[at], language)));
    let row = |&row: &usize| {
        let share = |&column: &usize| {
            let point = &sweep.points[column * second.values.len() + row];
            percent(language, point.probability_better)
        };
        let label = telling::value(second, second.values[row], language);
        std::iter::once(label).chain(columns.iter().map(share)).collect()
    };
    page.table(1, header, rows.iter().map(row).collect());
    if columns.len() < first.values.len() || rows.len() < second.values.len() {
        page.aside(words.thinned);
    }
}

/// Of so many places as many as fit, ends included.
fn spread(count: usize) -> Vec<usize> {
    let shown = count.min(MOST);
    let mut places: Vec<usize> =
        (0..shown).map(|place| place * (count - 1) / (shown - 1).max(1)).collect();
    places.dedup();
    places
}

/// Where whole seats move the people cost of the two farthest apart.
fn most_tilted(sweep: &Sweep) -> Option<&Size> {
    let tilt = |size: &&Size| size.tilt().map_or(0.0, f64::abs);
    sweep.sizes.iter().max_by(|a, b| tilt(a).total_cmp(&tilt(b)))
}

fn rounding(sweep: &Sweep, size: &Size, page: &mut Page) {
    let (words, language) = (&page.words().sweep, page.language());
    page.aside(words.whole_seats);
    let tilt = size.tilt().unwrap_or_default();
    let axis = sweep.axes.iter().find(|axis| axis.spacing == Spacing::Ratio);
    if let Some(axis) = axis.filter(|_| tilt.abs() > TILT) {
        let at = (words.times)(&telling::value(axis, size.size, language));
        let share = percent(language, tilt.abs());
        let text = (words.rounded)(&at, &sweep.candidate, &sweep.baseline, &share, tilt > 0.0);
        page.notice(&(page.words().table.note)(&text));
    }
}
