//! Every metric, the scenarios side by side.

use super::{summary_scale, words};
use crate::report::grid::Page;
use crate::study::{Forecast, Metric, Study, Summary};

/// Columns for the metric's name.
const LABEL: usize = 23;
/// Columns for a mean with its error.
const MEAN: usize = 18;
/// Columns for a range.
const RANGE: usize = 20;

pub(super) fn write(study: &Study, page: &mut Page) {
    let ranges = LABEL + study.scenarios.len() * (MEAN + RANGE) <= page.width();
    let column = if ranges { MEAN + RANGE } else { MEAN };
    let at_once = (page.width().saturating_sub(LABEL) / column).max(1);
    page.section(&format!("Totals over {} months", study.horizon_months));
    for scenarios in study.scenarios.chunks(at_once) {
        page.table(1, header(scenarios, ranges), rows(scenarios, ranges));
    }
    if !ranges {
        page.section("Range over the runs");
        spread(study, page);
    }
}

/// A total spread over the counted months.
pub(super) fn per_month(study: &Study, total: f64) -> f64 {
    let months = study.horizon_months.max(1) as f64;
    total / months
}

fn header(scenarios: &[Forecast], ranges: bool) -> Vec<String> {
    let mut header = vec![String::new()];
    for forecast in scenarios {
        header.push(forecast.name.clone());
        if ranges {
            header.push("P10 to P90".into());
        }
    }
    header
}

fn rows(scenarios: &[Forecast], ranges: bool) -> Vec<Vec<String>> {
    let row = |metric: Metric| {
        let mut row = vec![words(metric).to_owned()];
        for forecast in scenarios {
            let summary = forecast.metrics.get(metric.name());
            row.push(
                summary.map_or_else(|| "-".into(), |s| summary_scale(s).with_error(s.mean, s.se)),
            );
            if ranges {
                row.push(summary.map_or_else(|| "-".into(), range));
            }
        }
        row
    };
    Metric::ALL.into_iter().map(row).collect()
}

fn range(summary: &Summary) -> String {
    let scale = summary_scale(summary);
    scale.range(summary.p10, summary.p90)
}

/// The range of what matters most, where there was no room for all ranges.
fn spread(study: &Study, page: &mut Page) {
    let group = |metric: Metric| {
        let row = |forecast: &Forecast| {
            let summary = forecast.metrics.get(metric.name())?;
            let scale = summary_scale(summary);
            let figures = [summary.p10, summary.p50, summary.p90].map(|figure| scale.show(figure));
            Some([&[forecast.name.clone()][..], &figures].concat())
        };
        (words(metric).to_owned(), study.scenarios.iter().filter_map(row).collect())
    };
    page.groups(
        &["P10", "P50", "P90"],
        [Metric::Bookings, Metric::Contribution].map(group).to_vec(),
    );
}
