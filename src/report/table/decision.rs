//! What choosing each scenario comes to, and what it would be worth to know more.

use super::unit;
use crate::report::figures::{Scale, chance, with_error};
use crate::report::grid::Page;
use crate::study::{Choice, Comparison, Decision, LeadMetric, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    let Some(decision) = &study.decision else { return };
    let [_, _, ..] = &decision.scenarios[..] else {
        page.text(&reach(study, decision));
        return;
    };
    page.section(&format!("The choice, by {}", name(decision.metric)));
    page.table(1, header(study, decision), rows(study, decision));
    page.text(&perfect(study, decision));
    for comparison in &study.comparisons {
        page.text(&breakeven(study, comparison));
    }
    if decision.scenarios.len() > 2 {
        page.section("In how many runs the one in the row does better than the one in the column");
        pairs(study, decision, page);
    }
}

fn name(metric: LeadMetric) -> &'static str {
    metric.metric().name()
}

fn header(study: &Study, decision: &Decision) -> Vec<String> {
    let mut header = vec![format!("best mean first{}", unit_in_brackets(study))];
    header.extend(["mean", "best in", "expected loss", "worst 5 % loss"].map(str::to_owned));
    if let Some(target) = decision.target {
        header.push(format!("reaches {}", Scale::of(target, 0.0).show(target)));
    }
    header
}

fn unit_in_brackets(study: &Study) -> String {
    if study.currency.is_empty() { String::new() } else { format!(" ({})", study.currency) }
}

fn rows(study: &Study, decision: &Decision) -> Vec<Vec<String>> {
    let row = |(place, choice): (usize, &Choice)| {
        let mean = study.scenario(&choice.name).and_then(|forecast| {
            let summary = forecast.metrics.get(name(decision.metric))?;
            Some(with_error(summary.mean, summary.se))
        });
        let mut row = vec![
            format!("{} {}", place + 1, choice.name),
            mean.unwrap_or_else(|| "-".into()),
            chance(choice.probability_best, choice.probability_best_se, study.runs),
            with_error(choice.expected_loss, choice.expected_loss_se),
            with_error(choice.worst5_loss, choice.worst5_loss_se),
        ];
        row.extend(reached(study, choice));
        row
    };
    decision.ranked().into_iter().enumerate().map(row).collect()
}

fn reached(study: &Study, choice: &Choice) -> Option<String> {
    let share = choice.probability_target?;
    Some(chance(share, choice.probability_target_se.unwrap_or(0.0), study.runs))
}

/// How often a single scenario reaches the target.
fn reach(study: &Study, decision: &Decision) -> String {
    let reached = decision
        .scenarios
        .iter()
        .find_map(|choice| Some((choice.name.clone(), reached(study, choice)?, decision.target?)));
    reached.map_or_else(String::new, |(name, share, target)| {
        let amount = Scale::of(target, 0.0).show(target);
        let of_runs = if share.ends_with('%') { " of runs" } else { "" };
        let what = self::name(decision.metric);
        format!("{name} reaches a {what} target of {amount}{} in {share}{of_runs}.", unit(study))
    })
}

/// What perfect information would be worth.
fn perfect(study: &Study, decision: &Decision) -> String {
    let ranked = decision.ranked();
    let best = ranked.first().map_or("", |choice| choice.name.as_str());
    let worth = with_error(decision.evpi, decision.evpi_se);
    format!(
        "A loss is what a choice falls short of the best in the same run. To know each run beforehand would be \
         worth {worth}{} on average over choosing {best}: more than that no study of the question is worth.",
        unit(study)
    )
}

/// What the candidate may cost more until the odds of contribution are even.
fn breakeven(study: &Study, comparison: &Comparison) -> String {
    let Comparison { baseline, candidate, breakeven_yearly_cost: cost, .. } = comparison;
    let half = match (cost.interval.low, cost.interval.high) {
        (Some(low), Some(high)) => (high - low) / 4.0,
        _ => 0.0,
    };
    let scale = Scale::of(cost.value, half);
    let (amount, unit) = (scale.show(cost.value.abs()), unit(study));
    let range = match (cost.interval.low, cost.interval.high) {
        (Some(low), Some(high)) if cost.value < 0.0 => {
            format!(" (95 %: {})", scale.range(-high, -low))
        }
        (Some(low), Some(high)) => format!(" (95 %: {})", scale.range(low, high)),
        _ => String::new(),
    };
    if cost.value < 0.0 {
        format!(
            "{candidate} must cost {amount}{unit} a year less than it does{range} to contribute more than {baseline} with even odds."
        )
    } else {
        format!(
            "{candidate} may cost {amount}{unit} a year more than it does{range} until the odds that it contributes more than {baseline} are even."
        )
    }
}

/// Who does better than whom.
fn pairs(study: &Study, decision: &Decision, page: &mut Page) {
    let ranked = decision.ranked();
    let mut header = vec![String::new()];
    header.extend((1..=ranked.len()).map(|place| place.to_string()));
    let row = |(place, choice): (usize, &&Choice)| {
        let against = |other: &&Choice| {
            let share = choice.probability_better_than.get(&other.name)?;
            let error = choice.probability_better_than_se.get(&other.name)?;
            Some(chance(*share, *error, study.runs))
        };
        let shares = ranked.iter().map(|other| against(other).unwrap_or_default());
        std::iter::once(format!("{} {}", place + 1, choice.name)).chain(shares).collect()
    };
    page.table(1, header, ranked.iter().enumerate().map(row).collect());
}
