//! The paired difference to the baseline.

use super::{gap_scale, words};
use crate::figure::chance;
use crate::language::{Agreed, Table};
use crate::report::grid::Page;
use crate::study::{Comparison, Dominance, LeadMetric, Study};

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
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

/// What the runs show of dominance, and whether it may be chance.
fn dominance(comparison: &Comparison, table: &Table) -> Option<String> {
    let Comparison { baseline, candidate, .. } = comparison;
    let agreed = match comparison.dominance_tenths {
        None => Agreed::Unknown,
        Some(PARTS) => Agreed::All,
        Some(tenths) if tenths >= SURE => Agreed::Most(tenths),
        Some(tenths) => Agreed::Few(tenths),
    };
    match comparison.dominance {
        Dominance::First => Some((table.first_order)(candidate, baseline, agreed)),
        Dominance::Second => Some((table.second_order)(candidate, baseline, agreed)),
        Dominance::None => None,
    }
}

/// Parts of the runs that were looked at by themselves.
const PARTS: usize = 10;
/// With so many parts that show it, dominance is no chance.
const SURE: usize = 9;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::report::sample;

    #[test]
    fn dominance_is_said_of_the_runs_and_with_how_far_they_agree() {
        let mut study = sample::against(&["Specialised"]);
        let comparison = &mut study.comparisons[0];
        let table = &Language::English.words().table;
        assert_eq!(dominance(comparison, table), None);
        comparison.dominance = Dominance::First;
        let mut says = |tenths, end: &str| {
            comparison.dominance_tenths = tenths;
            let text = dominance(comparison, table).unwrap();
            let start = "In these runs Specialised is at least as likely as Generalist to reach any level of bookings";
            assert_eq!(text, format!("{start}{end}"));
        };
        says(Some(10), "; each tenth of them shows it by itself.");
        says(Some(9), "; 9 of 10 tenths of them show it by themselves.");
        says(Some(4), ", but only 4 of 10 tenths of them show it by themselves: it may be chance.");
        says(None, "; they are too few to say more.");
    }
}
