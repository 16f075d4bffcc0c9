//! How far the answer's own figures may be off, for there are only so many runs.

use crate::figure::Scale;
use crate::language::Language;
use crate::report::grid::Page;
use crate::statistics::Interval;
use crate::study::{Comparison, Forecast, Gap, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    let words = &page.words().evidence;
    let (language, measure) = (page.language(), study.metric.measure());
    let candidate = |one: &Comparison| {
        let rows = rows((words.interval_rows)(measure), gap(one.gap(study.metric), language));
        (one.candidate.clone(), rows)
    };
    let alone = |forecast: &Forecast| {
        let rows = rows((words.interval_rows_alone)(measure), total(study, forecast, language));
        (forecast.name.clone(), rows)
    };
    let groups = if study.comparisons.is_empty() {
        study.scenarios.iter().map(alone).collect()
    } else {
        study.comparisons.iter().map(candidate).collect()
    };
    page.section(words.intervals);
    page.groups(&words.interval_columns, groups);
}

/// A label before each row.
fn rows<const N: usize>(labels: [&str; N], cells: [[String; 3]; N]) -> Vec<Vec<String>> {
    let row = |(label, cells): (&str, [String; 3])| [&[label.to_owned()][..], &cells].concat();
    labels.into_iter().zip(cells).map(row).collect()
}

/// Estimate, lower and upper end, of chance, mean, median, P10 and P90.
fn gap(gap: &Gap, language: Language) -> [[String; 3]; 5] {
    let of = &gap.intervals;
    let all = [gap.mean_difference, gap.p50, gap.p10, gap.p90];
    let amount = |value, interval| cells(value, interval, &all, language, Scale::signed);
    [
        chance(gap.probability_better, of.probability_better, language),
        amount(gap.mean_difference, of.mean_difference),
        amount(gap.p50, of.p50),
        amount(gap.p10, of.p10),
        amount(gap.p90, of.p90),
    ]
}

/// The same of a single scenario's total, without a chance.
fn total(study: &Study, forecast: &Forecast, language: Language) -> [[String; 3]; 4] {
    let summary = forecast.metric(study.metric.metric());
    let of = &summary.intervals;
    let all = [summary.mean, summary.p50, summary.p10, summary.p90];
    [(summary.mean, of.mean), (summary.p50, of.p50), (summary.p10, of.p10), (summary.p90, of.p90)]
        .map(|(value, interval)| cells(value, interval, &all, language, Scale::show))
}

fn chance(share: f64, interval: Interval, language: Language) -> [String; 3] {
    let scale = Scale::percent(language, error(interval));
    shown(share, interval, |value| scale.show(value))
}

/// In the unit that all figures of the table share.
fn cells(
    value: f64,
    interval: Interval,
    all: &[f64],
    language: Language,
    show: fn(Scale, f64) -> String,
) -> [String; 3] {
    let scale = Scale::over(language, all, error(interval));
    shown(value, interval, |value| show(scale, value))
}

fn shown(value: f64, interval: Interval, show: impl Fn(f64) -> String) -> [String; 3] {
    let end = |end: Option<f64>| end.map_or("-".into(), &show);
    [show(value), end(interval.low), end(interval.high)]
}

/// The standard error that such an interval is as wide as.
fn error(interval: Interval) -> f64 {
    interval.low.zip(interval.high).map_or(0.0, |(low, high)| (high - low) / 4.0)
}
