//! The paired difference to the baseline.

use super::{gap_scale, words};
use crate::figure::chance;
use crate::language::Table;
use crate::report::grid::Page;
use crate::study::{Comparison, Dominance, LeadMetric, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    let Some(first) = study.comparisons.first() else { return };
    let table = &page.words().table;
    page.section(&(table.difference)(&first.baseline));
    let group = |metric: LeadMetric| {
        let rows = study.comparisons.iter().map(|one| row(study, one, metric, page)).collect();
        (words(page, metric.metric()).to_owned(), rows)
    };
    let groups = [LeadMetric::Bookings, LeadMetric::Contribution].map(group);
    page.groups(&table.difference_columns, groups.to_vec());
    for comparison in &study.comparisons {
        if let Some(sentence) = dominance(comparison, table) {
            page.text(&sentence);
        }
    }
}

fn row(study: &Study, comparison: &Comparison, metric: LeadMetric, page: &Page) -> Vec<String> {
    let gap = comparison.gap(metric);
    let scale = gap_scale(page, gap);
    vec![
        comparison.candidate.clone(),
        scale.signed_with_error(gap.mean_difference, gap.se),
        scale.signed(gap.p10),
        scale.signed(gap.p50),
        scale.signed(gap.p90),
        chance(page.language(), gap.probability_better, gap.probability_better_se, study.runs),
        gap.correlation.map_or("-".into(), |correlation| format!("{correlation:.2}")),
    ]
}

fn dominance(comparison: &Comparison, table: &Table) -> Option<String> {
    let Comparison { baseline, candidate, .. } = comparison;
    match comparison.dominance {
        Dominance::First => Some((table.first_order)(candidate, baseline)),
        Dominance::Second => Some((table.second_order)(candidate, baseline)),
        Dominance::None => None,
    }
}
