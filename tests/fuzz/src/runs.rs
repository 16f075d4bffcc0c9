//! Bytes as a scenario file, and twenty runs of it: every figure is finite, and
//! nobody gives hours that they do not have.
//!
//! Scenarios that are slow because they are large are left out, by what they
//! state (`is_small`); one that states little and still takes long is a find.

use orgodds::language::Language;
use orgodds::monte_carlo::{Request, Runs, Unwatched, simulate, with_threads};
use orgodds::organisation::{ChannelKind, FactorId, Scenario};
use orgodds::report;
use orgodds::simulation::Metric;
use orgodds::study::{Case, LeadMetric, Study};

use super::loader;

/// Most steps of time of a run.
const STEPS: usize = 300;
/// Most seats at any time, roles' largest headcounts together.
const SEATS: usize = 500;
/// Most entries of all tables together.
const ENTRIES: usize = 60;
/// Most customers and most leads a month that are stated.
const UNITS: f64 = 1e5;
/// Most orders and referrals of the first customers a month.
const ORDERS: f64 = 1e4;

/// Simulates what the bytes say.
pub fn check(input: &[u8]) {
    let Ok(loaded) = loader::load("runs.toml", input, &[]) else { return };
    let scenario = &loaded.scenario;
    if !is_small(scenario) {
        return;
    }
    let request = Request { seed: 1, runs: 0..20 };
    let simulated = || simulate(scenario, &request, &Unwatched).expect("nobody interrupts");
    let runs = with_threads(Some(1), simulated).expect("a thread can be started");
    figures_are_sound(scenario, &runs);
    let case = Case { scenario, file: "runs.toml", runs: &runs, warnings: &[] };
    let study = Study::new(&[case], 0, 1, LeadMetric::Bookings);
    for metric in Metric::ALL {
        let summary = study.scenarios[0].metric(metric);
        let figures =
            [summary.mean, summary.se, summary.sd, summary.p5, summary.p95, summary.cvar5];
        assert!(figures.iter().all(|figure| figure.is_finite()), "{metric}: {summary:?}");
    }
    assert!(!report::table::study(&study, Language::English, 100).is_empty());
}

fn is_small(scenario: &Scenario) -> bool {
    let months = scenario.horizon_months + scenario.warm_up_months;
    let seats: usize = scenario.roles.iter().map(|role| role.headcount.largest()).sum();
    let funnels = scenario.segments.iter().map(|one| one.channels.len() + one.stages.len());
    months * scenario.steps_per_month <= STEPS
        && seats <= SEATS
        && funnels.sum::<usize>() + scenario.roles.len() <= ENTRIES
        && leads(scenario) <= UNITS
        && customers(scenario)
}

fn most(scenario: &Scenario, factor: FactorId) -> f64 {
    scenario.factors[factor].distribution.quantile(0.9999)
}

fn leads(scenario: &Scenario) -> f64 {
    let channels = scenario.segments.iter().flat_map(|segment| &segment.channels);
    let arrivals = channels.filter_map(|channel| match channel.kind {
        ChannelKind::Inbound { arrivals } | ChannelKind::Outbound { arrivals } => Some(arrivals),
        ChannelKind::Referral => None,
    });
    arrivals.map(|arrivals| most(scenario, arrivals)).sum()
}

fn customers(scenario: &Scenario) -> bool {
    scenario.segments.iter().map(|segment| &segment.customers).all(|customers| {
        let rates = [customers.orders, customers.referrals];
        let rates = rates.iter().flat_map(|rate| [rate.cared, rate.neglected]);
        let rate = rates.map(|rate| most(scenario, rate)).fold(0.0, f64::max);
        customers.initial as f64 <= UNITS && rate * customers.initial as f64 / 12.0 <= ORDERS
    })
}

fn figures_are_sound(scenario: &Scenario, runs: &Runs) {
    let finite = |name: &str, values: &[f64], least: f64| {
        for value in values {
            assert!(value.is_finite() && *value >= least, "{name} is {value}");
        }
    };
    for metric in Metric::ALL {
        let least = if metric == Metric::Contribution { f64::NEG_INFINITY } else { 0.0 };
        finite(metric.name(), runs.metric(metric), least);
    }
    (0..scenario.horizon_months).for_each(|month| finite("a month", runs.month(month), 0.0));
    (0..scenario.segments.len())
        .for_each(|segment| finite("a segment", runs.segment(segment), 0.0));
    for kind in 0..scenario.kinds.len() {
        let [demanded, supplied] = runs.work(kind).map(|hours| hours.mean());
        finite("hours of a kind", &[demanded, supplied], 0.0);
    }
    for role in 0..scenario.roles.len() {
        let [available, given] = runs.role(role).map(|hours| hours.mean());
        finite("hours of a role", &[available, given], 0.0);
        assert!(given <= available * (1.0 + 1e-9), "{given} of {available} hours given");
    }
}
