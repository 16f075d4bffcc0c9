//! The answer: who does better, with what chance, by how much, at what cost.

use super::{gap_scale, summary_scale, unit};
use crate::report::figures::{Scale, chance, with_error};
use crate::report::grid::Page;
use crate::study::{Comparison, Forecast, Gap, LeadMetric, Metric, Study, Summary};

/// A chance within this many standard errors of one half leads nowhere.
const TIE: f64 = 2.0;

pub(super) fn write(study: &Study, page: &mut Page) {
    match study.comparisons.as_slice() {
        [] => study.scenarios.iter().for_each(|forecast| alone(study, forecast, page)),
        [one] => {
            page.headline(&format!("{}.", who(study, one)));
            page.text(&how_much(study, one));
        }
        many => {
            page.headline(&best(study, many));
            page.list(many.iter().map(|one| in_a_line(study, one)).collect());
        }
    }
}

/// The candidate that does better than the baseline most often.
fn best(study: &Study, comparisons: &[Comparison]) -> String {
    let chance_of = |one: &Comparison| one.gap(study.metric).probability_better;
    let best = comparisons.iter().max_by(|a, b| chance_of(a).total_cmp(&chance_of(b)));
    let best = best.expect("there are several");
    let Comparison { baseline, candidate, .. } = best;
    let gap = best.gap(study.metric);
    let (share, error) = (gap.probability_better, gap.probability_better_se);
    let (chance, verb) = (in_runs(share, error, study.runs), verb(study.metric));
    let lead = if (share - 0.5).abs() <= TIE * error {
        "None clearly leads, best"
    } else if share < 0.5 {
        "None leads, best"
    } else {
        "Best"
    };
    let count = comparisons.len();
    format!("{lead} of {count}: {candidate} {verb} more than {baseline} in {chance}.")
}

/// A line a candidate: chance, typical gap with its range, people cost; all
/// from the candidate's side so that they compare.
fn in_a_line(study: &Study, comparison: &Comparison) -> Vec<String> {
    let Comparison { baseline, candidate, .. } = comparison;
    let gap = comparison.gap(study.metric);
    let scale = gap_scale(gap);
    let range = scale.signed_range(gap.p10, gap.p90);
    let cost = cost_change(study, candidate, baseline);
    vec![
        candidate.clone(),
        chance(gap.probability_better, gap.probability_better_se, study.runs),
        format!("{}{}", scale.signed(gap.p50), unit(study)),
        format!("({range})"),
        cost.map_or_else(String::new, |(_, more)| {
            format!("people cost {}", Scale::percent(0.0).signed(more))
        }),
    ]
}

fn alone(study: &Study, forecast: &Forecast, page: &mut Page) {
    let (lead, other) = match study.metric {
        LeadMetric::Bookings => (Metric::Bookings, Metric::Contribution),
        LeadMetric::Contribution => (Metric::Contribution, Metric::Bookings),
    };
    let total = |metric: Metric| forecast.metrics.get(metric.name());
    if let Some(summary) = total(lead) {
        page.headline(&format!(
            "{} {} {}{} in {} months on average; {}.",
            forecast.name,
            verb(study.metric),
            with_error(summary.mean, summary.se),
            unit(study),
            study.horizon_months,
            range(summary),
        ));
    }
    if let (Some(cost), Some(summary)) = (total(Metric::PeopleCost), total(other)) {
        page.text(&format!(
            "People cost {}; {} {}, {}.",
            with_error(cost.mean, cost.se),
            other.name(),
            with_error(summary.mean, summary.se),
            range(summary),
        ));
    }
}

fn range(summary: &Summary) -> String {
    let scale = summary_scale(summary);
    format!("80 % of runs: {}", scale.range(summary.p10, summary.p90))
}

fn verb(metric: LeadMetric) -> &'static str {
    match metric {
        LeadMetric::Bookings => "books",
        LeadMetric::Contribution => "contributes",
    }
}

/// The one that does better more often, and the other.
fn winner_and_loser(gap: &Gap, comparison: &Comparison) -> (String, String) {
    let (baseline, candidate) = (comparison.baseline.clone(), comparison.candidate.clone());
    if gap.probability_better < 0.5 { (baseline, candidate) } else { (candidate, baseline) }
}

fn who(study: &Study, comparison: &Comparison) -> String {
    let gap = comparison.gap(study.metric);
    let (winner, loser) = winner_and_loser(gap, comparison);
    let verb = verb(study.metric);
    if is_same(gap) {
        return format!(
            "{winner} and {loser} {} the same in every run",
            verb.trim_end_matches('s')
        );
    }
    let share = gap.probability_better.max(1.0 - gap.probability_better);
    let tie = share - 0.5 <= TIE * gap.probability_better_se;
    let opening = if tie { "Neither leads: " } else { "" };
    let chance = in_runs(share, gap.probability_better_se, study.runs);
    format!("{opening}{winner} {verb} more than {loser} in {chance}")
}

fn in_runs(share: f64, error: f64, runs: usize) -> String {
    let chance = chance(share, error, runs);
    if chance.ends_with('%') { format!("{chance} of runs") } else { chance }
}

fn is_same(gap: &Gap) -> bool {
    [gap.mean_difference, gap.se, gap.p5, gap.p95].iter().all(|&figure| figure == 0.0)
}

/// The gap from the winner's side, and what the winner's people cost.
fn how_much(study: &Study, comparison: &Comparison) -> String {
    let gap = comparison.gap(study.metric);
    let (winner, loser) = winner_and_loser(gap, comparison);
    let cost = cost(study, &winner, &loser);
    if is_same(gap) {
        return cost;
    }
    let scale = gap_scale(gap);
    let (low, typical, high) = if gap.probability_better < 0.5 {
        (-gap.p90, -gap.p50, -gap.p10)
    } else {
        (gap.p10, gap.p50, gap.p90)
    };
    let typical = format!("{}{} {}", scale.show(typical.abs()), unit(study), direction(typical));
    let range = if direction(low) == direction(high) {
        format!("{} {}", scale.range(low.abs(), high.abs()), direction(high))
    } else {
        let part = |end: f64| format!("{} {}", scale.show(end.abs()), direction(end));
        format!("{} to {}", part(low), part(high))
    };
    format!("Typically {typical} (80 % of runs: {range}). {cost}")
}

fn direction(difference: f64) -> &'static str {
    if difference < 0.0 { "less" } else { "more" }
}

fn cost(study: &Study, winner: &str, loser: &str) -> String {
    match cost_change(study, winner, loser) {
        None => String::new(),
        Some((amount, change)) if change.abs() < 0.0005 => {
            format!("People cost {amount} (the same).")
        }
        Some((amount, change)) => {
            let decimals = usize::from(change.abs() < 0.0995);
            let sign = if change < 0.0 { '\u{2212}' } else { '+' };
            format!("People cost {amount} ({sign}{:.decimals$} %).", change.abs() * 100.0)
        }
    }
}

/// What the people of `one` cost, and by which share more than those of `other`.
fn cost_change(study: &Study, one: &str, other: &str) -> Option<(String, f64)> {
    let cost = |name: &str| study.scenario(name)?.metrics.get(Metric::PeopleCost.name());
    let (own, other) = (cost(one)?, cost(other)?);
    let amount = Scale::of(own.mean, own.se).show(own.mean);
    (other.mean > 0.0).then(|| (amount, own.mean / other.mean - 1.0))
}
