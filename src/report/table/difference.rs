//! The paired difference to the baseline.

use super::{gap_scale, words};
use crate::report::figures::chance;
use crate::report::grid::Page;
use crate::study::{Comparison, Dominance, LeadMetric, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    let Some(first) = study.comparisons.first() else { return };
    page.section(&format!("Difference to {}, run by run", first.baseline));
    let group = |metric: LeadMetric| {
        let rows = study.comparisons.iter().map(|one| row(study, one, metric)).collect();
        (words(metric.metric()).to_owned(), rows)
    };
    let groups = [LeadMetric::Bookings, LeadMetric::Contribution].map(group);
    page.groups(&["mean", "P10", "P50", "P90", "better in", "correlation"], groups.to_vec());
    for comparison in &study.comparisons {
        if let Some(sentence) = dominance(comparison) {
            page.text(&sentence);
        }
    }
}

fn row(study: &Study, comparison: &Comparison, metric: LeadMetric) -> Vec<String> {
    let gap = comparison.gap(metric);
    let scale = gap_scale(gap);
    vec![
        comparison.candidate.clone(),
        scale.signed_with_error(gap.mean_difference, gap.se),
        scale.signed(gap.p10),
        scale.signed(gap.p50),
        scale.signed(gap.p90),
        chance(gap.probability_better, gap.probability_better_se, study.runs),
        gap.correlation.map_or("-".into(), |correlation| format!("{correlation:.2}")),
    ]
}

fn dominance(comparison: &Comparison) -> Option<String> {
    let Comparison { baseline, candidate, .. } = comparison;
    match comparison.dominance {
        Dominance::First => Some(format!(
            "In these runs {candidate} is at least as likely as {baseline} to reach any level of bookings."
        )),
        Dominance::Second => Some(format!(
            "In these runs whoever dislikes risk would prefer the bookings of {candidate} to those of {baseline}."
        )),
        Dominance::None => None,
    }
}
