//! Section 8: the five factors, their identity, and the bridge.

use orgodds::monte_carlo::Runs;
use orgodds::simulation::Metric;
use orgodds::study::{Case, LeadMetric, Study};

use super::super::harness::{self, SEED, Text};
use super::{Law, Quantity, RUNS, closed_forms};

closed_forms! { 8:
    traffic_and_conversion_of_a_busy_channel,
    the_price_of_deals_without_spread_is_the_price,
    repurchase_is_what_new_customers_add,
    the_product_of_the_factors_is_new_business,
    a_better_price_is_all_that_the_bridge_shows,
    better_existing_customers_are_all_that_the_bridge_shows,
}

/// 60 prospects are worked (5 hours a step each), those of the first 11 steps
/// can be won: conversion is Binomial(55, 0.3)/60.
fn traffic_and_conversion_of_a_busy_channel() -> Vec<Quantity> {
    let text = Text::base().with_all(&[
        ("segments.s.channels.web.kind", "'outbound'"),
        ("segments.s.channels.web.arrivals", "1000"),
        ("segments.s.stages.close.pass", "0.3"),
        ("roles.all.work", "{ sell = {}, serve = {} }"),
        ("roles.hunter", "{ headcount = 1, hours = 5, work = { lead = {} } }"),
    ]);
    let runs = text.simulate(RUNS);
    let pairs = runs.metric(Metric::Wins).iter().zip(runs.metric(Metric::Leads));
    let conversion: Vec<f64> = pairs.map(|(wins, leads)| wins / leads).collect();
    vec![
        Quantity::new("traffic", runs.metric(Metric::Leads), Law::sure(60.0)),
        Quantity::new("conversion", &conversion, Law::binomial(55.0, 0.3).times(1.0 / 60.0)),
    ]
}

/// B₀/W = 100 in every run.
fn the_price_of_deals_without_spread_is_the_price() -> Vec<Quantity> {
    let runs = Text::base().simulate(1000);
    let pairs = runs.metric(Metric::FirstSourced).iter().zip(runs.metric(Metric::Wins));
    let price: Vec<f64> = pairs.map(|(bookings, wins)| bookings / wins).collect();
    vec![Quantity::new("price", &price, Law::sure(100.0))]
}

/// Sourced customers of step s order m(s) = 0.1 (12 − s) times at 100 x 0.5. With
/// N(s) ~ Poisson(5) of them, B₀ + R₀ has the mean Σ 5 (100 + 50 m) and the
/// variance Σ 5 ((100 + 50 m)² + 50² m): orders come on top of each own deal.
fn repurchase_is_what_new_customers_add() -> Vec<Quantity> {
    let text = Text::base()
        .with("segments.s.customers.orders", "{ cared = 1.2, neglected = 0 }")
        .with("segments.s.customers.order_value", "0.5");
    let runs = text.simulate(RUNS);
    let both = sum(&runs, &[Metric::FirstSourced, Metric::RepeatSourced]);
    let law = (2..=12)
        .map(|s| f64::from(12 - s) * 0.1)
        .map(|m| {
            let each = 100.0 + 50.0 * m;
            Law { mean: 5.0 * each, variance: 5.0 * (each * each + 2500.0 * m) }
        })
        .sum();
    vec![Quantity::new("B₀ + R₀", &both, law)]
}

fn sum(runs: &Runs, metrics: &[Metric]) -> Vec<f64> {
    let of = |run| metrics.iter().map(|metric| runs.metric(*metric)[run]).sum();
    (0..runs.len()).map(of).collect()
}

/// Everything a customer can do.
fn lively() -> Text {
    Text::base().with_all(&[
        ("segments.s.deal.spread", "0.8"),
        ("segments.s.customers.initial", "20"),
        ("segments.s.customers.orders", "{ cared = 2, neglected = 1 }"),
        ("segments.s.customers.referrals", "{ cared = 1, neglected = 0 }"),
        (
            "segments.s.channels.word",
            "{ kind = 'referral', work = 'lead', hours = 1, qualify = 0.5 }",
        ),
    ])
}

/// E + T × (W/T) × (B₀/W) × ((B₀ + R₀)/B₀) × (N/(B₀ + R₀)) is bookings, in every run.
fn the_product_of_the_factors_is_new_business() -> Vec<Quantity> {
    let runs = lively().simulate(1000);
    let ratio = |run: usize| {
        let of = |metric| runs.metric(metric)[run];
        let (leads, wins) = (of(Metric::Leads), of(Metric::Wins));
        let (first, repeat) = (of(Metric::FirstSourced), of(Metric::RepeatSourced));
        let referred = of(Metric::FirstReferred) + of(Metric::RepeatReferred);
        let own = first + repeat;
        let product = leads * (wins / leads) * (first / wins) * (own / first);
        (of(Metric::RepeatExisting) + product * ((own + referred) / own)) / of(Metric::Bookings)
    };
    let ratios: Vec<f64> = (0..runs.len()).map(ratio).collect();
    vec![Quantity::new("(E + product)/bookings", &ratios, Law::sure(1.0))]
}

/// The bridge between two scenarios, and the gap between their means.
fn bridge(from: &Text, to: &Text) -> (Vec<(&'static str, f64)>, f64) {
    let scenarios = [from.load(), to.load()];
    let runs = scenarios.each_ref().map(|scenario| harness::simulate(scenario, 500));
    let case = |i: usize| Case {
        scenario: &scenarios[i],
        file: if i == 0 { "from.toml" } else { "to.toml" },
        warnings: &[],
        runs: &runs[i],
    };
    let study = Study::new(&[case(0), case(1)], 0, SEED, LeadMetric::Bookings);
    let gap = harness::mean(runs[1].metric(Metric::Bookings))
        - harness::mean(runs[0].metric(Metric::Bookings));
    (study.comparisons[0].bridge.parts(), gap)
}

fn shares(from: &Text, to: &Text, only: &str) -> Vec<Quantity> {
    let (parts, gap) = bridge(from, to);
    assert!(gap.abs() > 1.0, "the two should differ");
    let quantity = |(name, part): (&str, f64)| {
        let exact = if name == only { 1.0 } else { 0.0 };
        Quantity::new(&format!("share of {name}"), &[part / gap], Law::sure(exact))
    };
    parts.into_iter().map(quantity).collect()
}

/// All deals worth a fifth more, under the same luck; no customers from before.
fn a_better_price_is_all_that_the_bridge_shows() -> Vec<Quantity> {
    let from = lively().with("segments.s.customers.initial", "0");
    let to = from.clone().with("segments.s.deal.price", "120");
    shares(&from, &to, "price")
}

/// More customers from before, who order and do not refer.
fn better_existing_customers_are_all_that_the_bridge_shows() -> Vec<Quantity> {
    let from = lively()
        .without("segments.s.customers.referrals")
        .with_all(&[("segments.s.customers.referrals", "{ cared = 0, neglected = 0 }")]);
    let to = from.clone().with("segments.s.customers.initial", "50");
    shares(&from, &to, "existing")
}
