//! What choosing each scenario comes to, and what it would be worth to know more.

use super::money;
use crate::figure::{Scale, chance, count, exact, to_the_digit, with_error};
use crate::language::{Breakeven, Often};
use crate::report::grid::Page;
use crate::study::{Choice, Comparison, Decision, Study};

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    choice(study, page);
    even_odds(study, page);
    pairs(study, page);
}

/// The scenarios from best to worst, and what it would be worth to know more; of a
/// single one how often it reaches the target.
pub(in crate::report) fn choice(study: &Study, page: &mut Page) {
    let Some(decision) = &study.decision else { return };
    let [_, _, ..] = &decision.scenarios[..] else {
        page.text(&reach(study, decision, page));
        return;
    };
    page.section(&(page.words().table.choice)(decision.metric.measure()));
    page.table(1, header(study, decision, page), rows(study, decision, page));
    page.text(&perfect(study, decision, page));
}

/// What each candidate may cost more.
pub(in crate::report) fn even_odds(study: &Study, page: &mut Page) {
    for comparison in &study.comparisons {
        page.text(&breakeven(study, comparison, page));
    }
}

fn header(study: &Study, decision: &Decision, page: &Page) -> Vec<String> {
    let words = &page.words().table;
    let mut header = vec![(words.best_first)(&study.currency)];
    header.extend(words.choice_columns.map(str::to_owned));
    let target = decision.target.map(|target| exact(page.language(), target));
    header.extend(target.map(|target| (words.reaches)(&target)));
    header
}

fn rows(study: &Study, decision: &Decision, page: &Page) -> Vec<Vec<String>> {
    let language = page.language();
    let row = |(place, choice): (usize, &Choice)| {
        let mean = study.scenario(&choice.name).and_then(|forecast| {
            let summary = forecast.metrics.get(decision.metric.metric().name())?;
            Some(with_error(language, summary.mean, summary.se))
        });
        let mut row = vec![
            format!("{} {}", place + 1, choice.name),
            mean.unwrap_or_else(|| "-".into()),
            chance(language, choice.probability_best, choice.probability_best_se, study.runs),
            with_error(language, choice.expected_loss, choice.expected_loss_se),
            with_error(language, choice.worst5_loss, choice.worst5_loss_se),
        ];
        let error = choice.probability_target_se.unwrap_or(0.0);
        let reached = choice.probability_target;
        row.extend(reached.map(|share| chance(language, share, error, study.runs)));
        row
    };
    decision.ranked().into_iter().enumerate().map(row).collect()
}

/// How often a single scenario reaches the target.
fn reach(study: &Study, decision: &Decision, page: &Page) -> String {
    let reached = |choice: &Choice| {
        let (share, target) = (choice.probability_target?, decision.target?);
        let error = choice.probability_target_se.unwrap_or(0.0);
        let text = Scale::percent(page.language(), error).with_error(share, error);
        let often = Often::of(share, &text);
        let target = money(page, study, &exact(page.language(), target));
        let measure = decision.metric.measure();
        let tell = page.words().table.reaches_target;
        Some(tell(&choice.name, measure, &target, often, &count(study.runs)))
    };
    decision.scenarios.iter().find_map(reached).unwrap_or_default()
}

/// What perfect information would be worth.
fn perfect(study: &Study, decision: &Decision, page: &Page) -> String {
    let ranked = decision.ranked();
    let best = ranked.first().map_or("", |choice| choice.name.as_str());
    let worth = with_error(page.language(), decision.evpi, decision.evpi_se);
    (page.words().table.perfect)(best, &money(page, study, &worth))
}

/// What the candidate may cost more until the odds of contribution are even.
fn breakeven(study: &Study, comparison: &Comparison, page: &Page) -> String {
    let cost = comparison.breakeven_yearly_cost;
    let saves = cost.value < 0.0;
    let amount = |value: f64| if saves { -value } else { value };
    let ends = cost.interval.low.zip(cost.interval.high).map(|(low, high)| {
        let (low, high) = (amount(low), amount(high));
        (low.min(high), low.max(high))
    });
    let error = ends.map_or(0.0, |(low, high)| (high - low) / 4.0);
    let scale = Scale::of(page.language(), cost.value, error);
    let round = |value: f64| to_the_digit(value, error);
    let range = ends.map(|(low, high)| scale.range(round(low), round(high)));
    (page.words().table.breakeven)(&Breakeven {
        candidate: &comparison.candidate,
        baseline: &comparison.baseline,
        amount: &money(page, study, &scale.show(round(amount(cost.value)))),
        range: range.as_deref(),
        saves,
    })
}

/// Who does better than whom, where there are more than two.
pub(in crate::report) fn pairs(study: &Study, page: &mut Page) {
    let Some(decision) = &study.decision else { return };
    let [_, _, _, ..] = &decision.scenarios[..] else { return };
    let words = &page.words().table;
    let ranked = decision.ranked();
    let errors = ranked.iter().flat_map(|choice| choice.probability_better_than_se.values());
    let scale = Scale::percent(page.language(), errors.copied().fold(0.0, f64::max));
    let mut header = vec![words.pairs_corner.to_owned()];
    header.extend((1..=ranked.len()).map(|place| place.to_string()));
    let row = |(place, choice): (usize, &&Choice)| {
        let against = |other: &&Choice| {
            let share = choice.probability_better_than.get(&other.name)?;
            Some(scale.show(*share))
        };
        let shares = ranked.iter().map(|other| against(other).unwrap_or_default());
        std::iter::once(format!("{} {}", place + 1, choice.name)).chain(shares).collect()
    };
    page.section(&(words.pairs)(&count(study.runs)));
    page.table(1, header, ranked.iter().enumerate().map(row).collect());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::report::sample;
    use crate::study::Breakeven;

    fn plain(study: &Study) -> String {
        let mut page = Page::new(Language::English, 100);
        write(study, &mut page);
        anstream::adapter::strip_str(&page.finish()).to_string()
    }

    #[test]
    fn two_scenarios_get_a_table_what_knowing_is_worth_and_the_breakeven() {
        let mut study = sample::against(&["Specialised"]);
        study.decision = Some(sample::decision(&["Generalist", "Specialised"], Some(45e6)));
        let text = plain(&study);
        let lines: Vec<_> = text.lines().skip(1).collect();
        assert_eq!(
            lines,
            [
                "The choice, by bookings",
                "best first (USD)             mean        best in   expected loss     worst 5 %   reaches 45 M",
                "───────────────────────────────────────────────────────────────────────────────────────────────",
                "1 Specialised      37.20 ± 0.07 M   30.0 ± 0.4 %   1.00 ± 0.03 M   9.0 ± 0.1 M   63.0 ± 0.5 %",
                "2 Generalist       31.00 ± 0.06 M   20.0 ± 0.4 %   2.00 ± 0.03 M   9.0 ± 0.1 M   63.0 ± 0.5 %",
                "A loss is what a choice falls short of the best in the same run. To know each run beforehand would",
                "  be worth 1.00 ± 0.03 M USD on average, over choosing Specialised: no study of the question can be",
                "  worth more.",
                "Specialised must cost 600 k USD a year less than it does (95 %: 560 to 640 k) to contribute more",
                "  than Generalist with even odds.",
            ]
        );
    }

    #[test]
    fn several_scenarios_are_ranked_and_compared_pair_by_pair() {
        let text = plain(&sample::against(&["Split", "On paper"]));
        let ranked: Vec<_> = text.lines().skip(4).take(3).map(|line| &line[..12]).collect();
        assert_eq!(ranked, ["1 On paper  ", "2 Split     ", "3 Generalist"]);
        let pairs: Vec<_> = text.lines().rev().take(5).collect();
        assert_eq!(
            pairs,
            [
                "3 Generalist       60.0 %   60.0 %",
                "2 Split            60.0 %            60.0 %",
                "1 On paper                  60.0 %   60.0 %",
                "─────────────────────────────────────────────",
                "does better than        1        2        3",
            ]
        );
        assert!(text.contains("\n\nPair by pair, in how many of 10,000 runs\n"), "{text}");
    }

    #[test]
    fn a_single_scenario_is_held_against_the_target_alone() {
        let mut study = sample::one();
        assert_eq!(plain(&study), "");
        study.decision = Some(sample::decision(&["Generalist"], Some(41_234_567.0)));
        assert_eq!(
            plain(&study),
            "Generalist reaches a bookings target of 41,234,567 USD in 63.0 ± 0.5 % of runs.\n"
        );
    }

    #[test]
    fn who_may_cost_more_is_told_so_with_no_more_digits_than_the_runs_support() {
        let mut study = sample::against(&["Specialised"]);
        let cost = &mut study.comparisons[0].breakeven_yearly_cost;
        cost.value = 35_778.0;
        cost.interval = crate::statistics::Interval { low: Some(3_885.0), high: Some(96_731.0) };
        let page = Page::new(Language::English, 100);
        assert_eq!(
            breakeven(&study, &study.comparisons[0], &page),
            "Specialised may cost 36,000 USD a year more than it does (95 %: 4,000 to 97,000) until the odds that it contributes more than Generalist are even."
        );
        study.comparisons[0].breakeven_yearly_cost = Breakeven::default();
        assert!(
            breakeven(&study, &study.comparisons[0], &page)
                .starts_with("Specialised may cost 0 USD a year more than it does until")
        );
    }
}
