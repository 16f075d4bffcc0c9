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

/// What the runs show of dominance, and whether it may be chance.
fn dominance(comparison: &Comparison) -> Option<String> {
    let Comparison { baseline, candidate, .. } = comparison;
    let shown = match comparison.dominance {
        Dominance::First => format!(
            "In these runs {candidate} is at least as likely as {baseline} to reach any level of bookings"
        ),
        Dominance::Second => format!(
            "In these runs whoever dislikes risk would prefer the bookings of {candidate} to those of {baseline}"
        ),
        Dominance::None => return None,
    };
    Some(match comparison.dominance_tenths {
        None => format!("{shown}; they are too few to say more."),
        Some(PARTS) => format!("{shown}; each tenth of them shows it by itself."),
        Some(tenths) if tenths >= SURE => {
            format!("{shown}; {tenths} of 10 tenths of them show it by themselves.")
        }
        Some(tenths) => format!(
            "{shown}, but only {tenths} of 10 tenths of them show it by themselves: it may be chance."
        ),
    })
}

/// Parts of the runs that were looked at by themselves.
const PARTS: usize = 10;
/// With so many parts that show it, dominance is no chance.
const SURE: usize = 9;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn dominance_is_said_of_the_runs_and_with_how_far_they_agree() {
        let mut study = sample::against(&["Specialised"]);
        let comparison = &mut study.comparisons[0];
        assert_eq!(dominance(comparison), None);
        comparison.dominance = Dominance::First;
        let mut says = |tenths, end: &str| {
            comparison.dominance_tenths = tenths;
            let text = dominance(comparison).unwrap();
            let start = "In these runs Specialised is at least as likely as Generalist to reach any level of bookings";
            assert_eq!(text, format!("{start}{end}"));
        };
        says(Some(10), "; each tenth of them shows it by itself.");
        says(Some(9), "; 9 of 10 tenths of them show it by themselves.");
        says(Some(4), ", but only 4 of 10 tenths of them show it by themselves: it may be chance.");
        says(None, "; they are too few to say more.");
    }
}
