//! How far the answer's own figures may be off, for there are only so many runs.

use crate::figure::Scale;
use crate::language::Language;
use crate::report::grid::Page;
use crate::statistics::Interval;
use crate::study::{Forecast, Gap, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    let words = &page.words().evidence;
    let (language, measure) = (page.language(), study.metric.measure());
    let mut rows = Vec::new();
    for comparison in &study.comparisons {
        let labels = (words.interval_rows)(&comparison.candidate, measure);
        rows.extend(labels.into_iter().zip(gap(comparison.gap(study.metric), language)));
    }
    if study.comparisons.is_empty() {
        for forecast in &study.scenarios {
            let labels = (words.interval_rows_alone)(&forecast.name, measure);
            rows.extend(labels.into_iter().zip(total(study, forecast, language)));
        }
    }
    page.section(words.intervals);
    let mut header = vec![String::new()];
    header.extend(words.interval_columns.map(str::to_owned));
    let rows = rows.into_iter().map(|(label, cells)| [&[label][..], &cells].concat()).collect();
    page.table(1, header, rows);
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
