//! Figures of whole studies against plain recomputation from the runs.

use orgodds::monte_carlo::Runs;
use orgodds::study::{Dominance, Metric};

use super::company::{load, pair, run, study};

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-7 * one.abs().max(other.abs()).max(1.0)
}

/// Section 8 of the model from six sums, written down once more.
fn bridge(sums: [[f64; 6]; 2]) -> [f64; 6] {
    let factors = sums.map(|[_, leads, wins, first, sourced, new]| {
        [leads, wins / leads, first / wins, sourced / first, new / sourced]
    });
    let (x, y) = (sums[1][5], sums[0][5]);
    let weight = (x - y) / (x.ln() - y.ln());
    let part = |f: usize| weight * (factors[1][f] / factors[0][f]).ln();
    [sums[1][0] - sums[0][0], part(0), part(1), part(2), part(3), part(4)]
}

fn columns(runs: &Runs) -> [Vec<f64>; 6] {
    let of = |metrics: &[Metric]| -> Vec<f64> {
        let add = |run: usize| metrics.iter().map(|&metric| runs.metric(metric)[run]).sum();
        (0..runs.len()).map(add).collect()
    };
    let sourced = [Metric::FirstSourced, Metric::RepeatSourced];
    let referred = [Metric::FirstReferred, Metric::RepeatReferred];
    [
        of(&[Metric::RepeatExisting]),
        of(&[Metric::Leads]),
        of(&[Metric::Wins]),
        of(&[Metric::FirstSourced]),
        of(&sourced),
        of(&[sourced, referred].concat()),
    ]
}

#[test]
fn the_bridge_s_errors_are_those_of_the_jackknife_run_by_run() {
    let loaded = pair();
    let runs = run(&loaded, 3, 120);
    let study = study(&loaded, &runs, None);
    let sides = [columns(&runs[0]), columns(&runs[1])];
    let without = |left_out: Option<usize>| {
        let side = |side: &[Vec<f64>; 6]| {
            side.each_ref().map(|column| {
                let kept = column.iter().enumerate().filter(|(run, _)| Some(*run) != left_out);
                mean(&kept.map(|(_, value)| *value).collect::<Vec<_>>())
            })
        };
        bridge([side(&sides[0]), side(&sides[1])])
    };
    let one = &study.comparisons[0];
    let all: Vec<[f64; 6]> = (0..120).map(|run| without(Some(run))).collect();
    for (place, (name, value)) in one.bridge.parts().into_iter().enumerate() {
        assert!(near(value, without(None)[place]), "{name}");
        let left: Vec<f64> = all.iter().map(|parts| parts[place]).collect();
        let squares: Vec<f64> = left.iter().map(|part| (part - mean(&left)).powi(2)).collect();
        let se = (119.0 / 120.0 * squares.iter().sum::<f64>()).sqrt();
        assert!((one.bridge_se.get(name).unwrap() / se - 1.0).abs() < 1e-6, "{name}: {se}");
    }
}

#[test]
fn what_existing_customers_add_has_the_error_of_a_plain_mean() {
    let loaded = pair();
    let runs = run(&loaded, 4, 300);
    let study = study(&loaded, &runs, None);
    let column = |side: usize| runs[side].metric(Metric::RepeatExisting);
    let paired: Vec<f64> = column(1).iter().zip(column(0)).map(|(c, b)| c - b).collect();
    let squares: f64 = paired.iter().map(|d| (d - mean(&paired)).powi(2)).sum();
    let se = (squares / 299.0 / 300.0).sqrt();
    assert!((study.comparisons[0].bridge_se.existing.unwrap() / se - 1.0).abs() < 1e-9);
}

#[test]
fn a_part_that_one_run_alone_makes_possible_has_no_error() {
    // So few leads that in one run of these there is a win.
    let rare = [
        ("arrivals = 8", "arrivals = 0.01"),
        ("referrals = { cared = 1, neglected = 1 }", "referrals = { cared = 0, neglected = 0 }"),
    ];
    let candidate = [&rare[..], &[("\"before\"", "\"after\"")]].concat();
    let loaded = load(&[&rare, &candidate]);
    let lone = (1..200)
        .map(|seed| run(&loaded, seed, 40))
        .find(|runs| runs[0].metric(Metric::Wins).iter().filter(|&&wins| wins > 0.0).count() == 1);
    let runs = lone.expect("some seed gives one win");
    let one = &study(&loaded, &runs, None).comparisons[0];
    assert!(one.bridge.conversion.is_some());
    assert_eq!(one.bridge_se.conversion, None);
    assert!(one.bridge_se.existing.is_some() && one.is_unsure("conversion"));
}

#[test]
fn breakeven_is_the_yearly_cost_that_makes_the_odds_even() {
    let loaded = pair();
    let runs = run(&loaded, 5, 501);
    let study = study(&loaded, &runs, None);
    let cost = study.comparisons[0].breakeven_yearly_cost;
    // The horizon is half a year.
    let column = |side: usize| runs[side].metric(Metric::Contribution);
    let left = column(1).iter().zip(column(0)).map(|(c, b)| c - b - cost.value / 2.0);
    let left: Vec<f64> = left.collect();
    let count = |holds: fn(&f64) -> bool| left.iter().filter(|one| holds(one)).count();
    assert_eq!(count(|&one| one > 1e-9), 250);
    assert_eq!(count(|&one| one < -1e-9), 250);
    assert!(cost.interval.low.unwrap() < cost.value && cost.value < cost.interval.high.unwrap());
}

#[test]
fn overtaking_agrees_with_the_months_of_every_run() {
    let loaded = pair();
    let runs = run(&loaded, 6, 400);
    let study = study(&loaded, &runs, None);
    let found = &study.overtaking[0];
    let mut months: Vec<f64> = Vec::new();
    let mut depths: Vec<f64> = Vec::new();
    for run in 0..400 {
        let by_month = (0..6).map(|month| runs[1].month(month)[run] - runs[0].month(month)[run]);
        let mut sum = 0.0;
        let leads: Vec<f64> = by_month
            .map(|difference| {
                sum += difference;
                sum
            })
            .collect();
        let ahead_for_good = (0..6).find(|&month| leads[month..].iter().all(|&lead| lead > 0.0));
        months.push(ahead_for_good.map_or(f64::INFINITY, |month| (month + 1) as f64));
        depths.push(leads.iter().copied().fold(0.0, f64::min).abs());
    }
    let never = months.iter().filter(|month| month.is_infinite()).count();
    assert!(near(found.month.never, never as f64 / 400.0));
    assert!(near(found.trough.depth.mean, mean(&depths)));
    months.sort_by(f64::total_cmp);
    // P50 at position 199.5 from 0.
    assert_eq!(
        found.month.p50,
        Some(f64::midpoint(months[199], months[200])).filter(|m| m.is_finite())
    );
    // At the end the sums are the totals of the comparison.
    let gap = &study.comparisons[0].metrics.bookings;
    let band = &found.cumulative_difference;
    assert!(near(*band.mean.last().unwrap(), gap.mean_difference));
    assert!(near(*band.p90.last().unwrap(), gap.p90) && near(*band.p10.last().unwrap(), gap.p10));
}

#[test]
fn twins_differ_in_nothing() {
    let loaded = load(&[&[], &[("\"before\"", "\"after\"")]]);
    let study = study(&loaded, &run(&loaded, 7, 60), None);
    let decision = study.decision.as_ref().unwrap();
    for choice in &decision.scenarios {
        assert!(near(choice.probability_best, 0.5) && near(choice.expected_loss, 0.0));
    }
    let one = &study.comparisons[0];
    assert_eq!((one.dominance, one.dominance_tenths), (Dominance::None, None));
    assert!(near(one.breakeven_yearly_cost.value, 0.0));
    assert!(one.bridge.parts().iter().all(|(part, _)| one.is_unsure(part)));
}

#[test]
fn a_candidate_that_does_the_same_and_more_dominates_in_every_tenth() {
    let loaded = load(&[&[], &[("\"before\"", "\"after\""), ("price = 100", "price = 110")]]);
    let one = &study(&loaded, &run(&loaded, 8, 200), None).comparisons[0];
    assert_eq!((one.dominance, one.dominance_tenths), (Dominance::First, Some(10)));
}

#[test]
fn one_run_gives_figures_and_no_intervals() {
    let loaded = pair();
    let study = study(&loaded, &run(&loaded, 9, 1), Some(1_000.0));
    let one = &study.comparisons[0];
    assert_eq!(one.metrics.bookings.intervals.p50.low, None);
    assert_eq!(one.bridge_se.existing, None);
    assert_eq!(study.scenarios[0].metric(Metric::Bookings).intervals.mean.low, None);
    assert!(study.decision.unwrap().evpi >= 0.0);
}

#[test]
fn a_single_scenario_has_a_decision_only_with_a_target() {
    let loaded = load(&[&[]]);
    let runs = run(&loaded, 10, 50);
    assert!(study(&loaded, &runs, None).decision.is_none());
    let decision = study(&loaded, &runs, Some(1_200.0)).decision.unwrap();
    let bookings = runs[0].metric(Metric::Bookings);
    let reached = bookings.iter().filter(|&&booked| booked >= 1_200.0).count();
    assert!(near(decision.scenarios[0].probability_target.unwrap(), reached as f64 / 50.0));
    assert!(reached > 0 && reached < 50);
}
