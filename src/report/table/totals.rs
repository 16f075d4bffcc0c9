//! Every metric, the scenarios side by side.

use super::{summary_scale, words};
use crate::language::Table;
use crate::report::grid::Page;
use crate::study::{Forecast, Metric, Study, Summary};

/// Columns for the metric's name.
const LABEL: usize = 23;
/// Columns for a mean with its error.
const MEAN: usize = 18;
/// Columns for a range.
const RANGE: usize = 20;

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    let ranges = LABEL + study.scenarios.len() * (MEAN + RANGE) <= page.width();
    let column = if ranges { MEAN + RANGE } else { MEAN };
    let at_once = (page.width().saturating_sub(LABEL) / column).max(1);
    let table = &page.words().table;
    page.section(&(table.totals)(study.horizon_months));
    for scenarios in study.scenarios.chunks(at_once) {
        page.table(1, header(scenarios, ranges, table), rows(scenarios, ranges, page));
    }
    if !ranges {
        page.section(table.ranges);
        spread(study, page);
    }
}

/// A total spread over the counted months.
pub(super) fn per_month(study: &Study, total: f64) -> f64 {
    let months = study.horizon_months.max(1) as f64;
    total / months
}

fn header(scenarios: &[Forecast], ranges: bool, table: &Table) -> Vec<String> {
    let mut header = vec![String::new()];
    for forecast in scenarios {
        header.push(forecast.name.clone());
        if ranges {
            header.push(table.totals_range.into());
        }
    }
    header
}

fn rows(scenarios: &[Forecast], ranges: bool, page: &Page) -> Vec<Vec<String>> {
    let row = |metric: Metric| {
        let mut row = vec![words(page, metric).to_owned()];
        for forecast in scenarios {
            let summary = forecast.metrics.get(metric.name());
            let mean = |s: &Summary| summary_scale(page, s).with_error(s.mean, s.se);
            row.push(summary.map_or_else(|| "-".into(), mean));
            if ranges {
                let range = |s: &Summary| summary_scale(page, s).range(s.p10, s.p90);
                row.push(summary.map_or_else(|| "-".into(), range));
            }
        }
        row
    };
    Metric::ALL.into_iter().map(row).collect()
}

/// The range of what matters most, where there was no room for all ranges.
fn spread(study: &Study, page: &mut Page) {
    let group = |metric: Metric| {
        let row = |forecast: &Forecast| {
            let summary = forecast.metrics.get(metric.name())?;
            let scale = summary_scale(page, summary);
            let figures = [summary.p10, summary.p50, summary.p90].map(|figure| scale.show(figure));
            Some([&[forecast.name.clone()][..], &figures].concat())
        };
        (words(page, metric).to_owned(), study.scenarios.iter().filter_map(row).collect())
    };
    let groups = [Metric::Bookings, Metric::Contribution].map(group).to_vec();
    page.groups(&["P10", "P50", "P90"], groups);
}
