//! The answer: who does better, with what chance, by how much, at what cost.

use super::{gap_scale, money, summary_scale};
use crate::figure::{Scale, chance, count, percent, with_error};
use crate::language::{Duel, Language, Lead, Often};
use crate::report::grid::Page;
use crate::study::{Comparison, Forecast, Gap, LeadMetric, Metric, Study, Summary};

/// A chance within this many standard errors of one half leads nowhere.
const TIE: f64 = 2.0;
/// Ties in fewer runs are not worth a word.
const SELDOM: f64 = 0.005;

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    match study.comparisons.as_slice() {
        [] => study.scenarios.iter().for_each(|forecast| alone(study, forecast, page)),
        [one] => {
            page.headline(&who(study, one, page));
            page.text(&how_much(study, one, page));
        }
        many => {
            page.headline(&best(study, many, page));
            page.list(many.iter().map(|one| in_a_line(study, one, page)).collect());
        }
    }
}

/// The candidate that does best on average, against the baseline.
fn best(study: &Study, comparisons: &[Comparison], page: &Page) -> String {
    let best = study.best_candidate(study.metric).expect("there are several");
    let gap = best.gap(study.metric);
    let sides = (best.candidate.as_str(), best.baseline.as_str());
    let tell = |duel: &Duel<'_>| (page.words().table.best)(comparisons.len(), duel);
    let (share, _) = gap.shares();
    duel(study, page, sides, (share, gap.probability_same, gap.probability_better_se), tell)
}

/// Tells how often the first of two does better than the second, and how often
/// they do the same.
fn duel(
    study: &Study,
    page: &Page,
    (winner, loser): (&str, &str),
    (share, same, error): (f64, f64, f64),
    tell: impl Fn(&Duel<'_>) -> String,
) -> String {
    let text = Scale::percent(page.language(), error).with_error(share, error);
    let often = Often::of(share, &text);
    let ties = (same >= SELDOM).then(|| percent(page.language(), same));
    let lead = match share + same / 2.0 - 0.5 {
        near if near.abs() <= TIE * error => Lead::Unclear,
        behind if behind < 0.0 => Lead::Behind,
        _ => Lead::Ahead,
    };
    let runs = count(study.runs);
    let (measure, same) = (study.metric.measure(), ties.as_deref());
    tell(&Duel { measure, winner, loser, often, runs: &runs, lead, same })
}

/// A line a candidate: chance, typical gap with its range, people cost; all
/// from the candidate's side so that they compare.
fn in_a_line(study: &Study, comparison: &Comparison, page: &Page) -> Vec<String> {
    let Comparison { baseline, candidate, .. } = comparison;
    let language = page.language();
    let gap = comparison.gap(study.metric);
    let scale = gap_scale(page, gap);
    let range = scale.signed_range(gap.p10, gap.p90);
    let cost = cost_change(study, candidate, baseline, language).map(|(_, more)| more);
    let cost = cost.map(|more| Scale::percent(language, 0.0).signed(more));
    vec![
        candidate.clone(),
        chance(language, gap.probability_better, gap.probability_better_se, study.runs),
        money(page, study, &scale.signed(gap.p50)),
        (page.words().table.aside)(&range),
        cost.map_or_else(String::new, |cost| (page.words().table.people_cost_change)(&cost)),
    ]
}

fn alone(study: &Study, forecast: &Forecast, page: &mut Page) {
    let words = &page.words().table;
    let (lead, other) = match study.metric {
        LeadMetric::Bookings => (LeadMetric::Bookings, LeadMetric::Contribution),
        LeadMetric::Contribution => (LeadMetric::Contribution, LeadMetric::Bookings),
    };
    let total = |metric: Metric| forecast.metrics.get(metric.name());
    let mean = |page: &Page, of: &Summary| with_error(page.language(), of.mean, of.se);
    let range = |page: &Page, of: &Summary| summary_scale(page, of).range(of.p10, of.p90);
    if let Some(all) = total(lead.metric()) {
        let amount = money(page, study, &mean(page, all));
        let (measure, months) = (lead.measure(), study.horizon_months);
        page.headline(&(words.alone)(&forecast.name, measure, &amount, months, &range(page, all)));
    }
    if let (Some(cost), Some(all)) = (total(Metric::PeopleCost), total(other.metric())) {
        let (cost, amount, range) = (mean(page, cost), mean(page, all), range(page, all));
        page.text(&(words.alone_cost)(&cost, other.measure(), &amount, &range));
    }
}

/// The one that does better more often, and the other.
fn winner_and_loser<'a>(gap: &Gap, comparison: &'a Comparison) -> (&'a str, &'a str) {
    let Comparison { baseline, candidate, .. } = comparison;
    if gap.probability_better < 0.5 { (baseline, candidate) } else { (candidate, baseline) }
}

fn who(study: &Study, comparison: &Comparison, page: &Page) -> String {
    let words = &page.words().table;
    let gap = comparison.gap(study.metric);
    let (winner, loser) = winner_and_loser(gap, comparison);
    if is_same(gap) {
        return (words.same)(winner, loser, study.metric.measure());
    }
    let (candidate, baseline) = gap.shares();
    let share = if gap.probability_better < 0.5 { baseline } else { candidate };
    let odds = (share, gap.probability_same, gap.probability_better_se);
    duel(study, page, (winner, loser), odds, |duel| (words.answer)(duel))
}

fn is_same(gap: &Gap) -> bool {
    [gap.mean_difference, gap.se, gap.p5, gap.p95].iter().all(|&figure| figure == 0.0)
}

/// The gap from the winner's side, and what the winner's people cost.
fn how_much(study: &Study, comparison: &Comparison, page: &Page) -> String {
    let words = &page.words().table;
    let gap = comparison.gap(study.metric);
    let (winner, loser) = winner_and_loser(gap, comparison);
    let cost = cost(study, winner, loser, page);
    if is_same(gap) {
        return cost;
    }
    let scale = gap_scale(page, gap);
    let (low, typical, high) = if gap.probability_better < 0.5 {
        (-gap.p90, -gap.p50, -gap.p10)
    } else {
        (gap.p10, gap.p50, gap.p90)
    };
    let less = |difference: f64| difference < 0.0;
    let amount = money(page, study, &scale.show(typical.abs()));
    let typical = (words.directed)(&amount, less(typical));
    let range = if less(low) == less(high) {
        (words.directed)(&scale.range(low.abs(), high.abs()), less(high))
    } else {
        let part = |end: f64| (words.directed)(&scale.show(end.abs()), less(end));
        (words.span)(&part(low), &part(high))
    };
    (words.typically)(&typical, &range, &cost)
}

fn cost(study: &Study, winner: &str, loser: &str, page: &Page) -> String {
    let words = &page.words().table;
    match cost_change(study, winner, loser, page.language()) {
        None => String::new(),
        Some((amount, change)) if change.abs() < 0.0005 => (words.people_cost)(&amount, None),
        Some((amount, change)) => {
            let decimals = usize::from(change.abs() < 0.0995);
            let sign = if change < 0.0 { '\u{2212}' } else { '+' };
            let percent = page.words().units.percent;
            let change = format!("{sign}{:.decimals$}{percent}", change.abs() * 100.0);
            (words.people_cost)(&amount, Some(&change))
        }
    }
}

/// What the people of `one` cost, and by which share more than those of `other`.
fn cost_change(study: &Study, one: &str, other: &str, language: Language) -> Option<(String, f64)> {
    let cost = |name: &str| study.scenario(name)?.metrics.get(Metric::PeopleCost.name());
    let (own, other) = (cost(one)?, cost(other)?);
    let amount = Scale::of(language, own.mean, own.se).show(own.mean);
    (other.mean > 0.0).then(|| (amount, own.mean / other.mean - 1.0))
}
