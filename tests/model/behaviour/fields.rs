//! Every field of a scenario file decides something: two values of it, under
//! the same luck, and the figure that must move. Were the field ignored, the
//! figure would stay exactly where it was.

mod rows;

use std::cmp::Ordering::Greater;
use std::collections::HashMap;
use std::path::Path;

use orgodds::scenario::{Style, load_all};
use orgodds::simulation::Metric::{Bookings, FirstSourced, Leads, RepeatExisting, Wins};
use orgodds::statistics::correlation;

use super::harness::{Text, mean};
use rows::{DEFAULTS, Figure, ROWS, Total};

/// Everything a file can hold.
const FULL: &str = include_str!("fields/full.toml");

/// A file laid over it.
const OVER: &str = include_str!("fields/over.toml");

/// Standard errors that a move must be away from none.
const CLEAR: f64 = 5.0;

/// Runs of each value of a field.
const RUNS: u64 = 1200;

/// How clearly the figure moves, in standard errors of the paired difference.
fn moves(from: &Text, to: &Text, figure: Figure) -> f64 {
    shift(&figure.of(from, RUNS), &figure.of(to, RUNS))
}

/// The mean difference run by run, in its standard errors.
fn shift(from: &[f64], to: &[f64]) -> f64 {
    let gaps: Vec<f64> = to.iter().zip(from).map(|(to, from)| to - from).collect();
    let middle = mean(&gaps);
    let squares: Vec<f64> = gaps.iter().map(|gap| (gap - middle).powi(2)).collect();
    let se = (mean(&squares) / gaps.len() as f64).sqrt();
    if middle == 0.0 { 0.0 } else { middle / se.max(1e-9 * middle.abs()) }
}

#[test]
fn every_field_moves_what_it_should() {
    let full = Text::new(FULL);
    // The file as it stands is the same in all rows, and simulated once a figure.
    let mut before: HashMap<String, Vec<f64>> = HashMap::new();
    let mut wrong = Vec::new();
    for &(path, value, figure, direction) in ROWS {
        let before = before.entry(format!("{figure:?}")).or_insert_with(|| figure.of(&full, RUNS));
        let z = shift(before, &figure.of(&full.clone().with(path, value), RUNS));
        println!("{path} = {value}: {figure:?} {direction:?}, z {z:.1}");
        let right = if direction == Greater { z > CLEAR } else { z < -CLEAR };
        if !right {
            wrong.push(format!("{path} = {value}: {figure:?} should be {direction:?}, z {z:.2}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An opportunity is ready in the step after it was qualified: a month later, or a
/// week.
#[test]
fn smaller_steps_let_sales_move_faster() {
    let monthly = Text::base();
    assert!(moves(&monthly, &monthly.clone().with("steps_per_month", "4"), Total(Wins)) > CLEAR);
}

/// Fields that widen what may happen: another value, and the figure whose variance
/// then rises by far.
#[test]
fn uncertainty_moves_the_spread() {
    let rows = [
        ("market.volatility", "0.9", Leads),
        ("segments.s.deal.spread", "4", FirstSourced),
        ("segments.s.channels.web.arrivals", "'5 to 80'", Leads),
    ];
    let variance = |text: &Text, metric| {
        let values = text.simulate(1000).metric(metric).to_vec();
        let middle = mean(&values);
        mean(&values.iter().map(|value| (value - middle).powi(2)).collect::<Vec<_>>())
    };
    let full = Text::new(FULL);
    for (path, value, metric) in rows {
        let ratio = variance(&full.clone().with(path, value), metric) / variance(&full, metric);
        assert!(ratio > 1.3, "{path} = {value}: variance of {metric} times {ratio:.3}");
    }
    let volatile = full.with("market.volatility", "0.9").with("market.persistence", "0");
    let lasting = volatile.clone().with("market.persistence", "1");
    let ratio = variance(&lasting, Leads) / variance(&volatile, Leads);
    assert!(ratio > 1.3, "market.persistence: variance of leads times {ratio:.3}");
}

/// The mean deal of a run follows its leads as the correlation of price and
/// arrivals says.
#[test]
fn the_correlation_of_factors_shows() {
    let known = [("market", "{}"), ("segments.s.deal.spread", "0")];
    let text = Text::new(FULL).with_all(&known);
    let follows = |rho: &str| {
        let runs = text.clone().with("correlations.0.rho", rho).simulate(500);
        let deals = runs.metric(FirstSourced).iter().zip(runs.metric(Wins));
        let price: Vec<f64> = deals.map(|(worth, wins)| worth / wins).collect();
        correlation(runs.metric(Leads), &price).unwrap()
    };
    let [for_each_other, apart, against] = ["0.9", "0", "-0.9"].map(follows);
    assert!(for_each_other > 0.5 && apart.abs() < 0.3 && against < -0.5);
}

/// A price half as high again is half as much again of all bookings in every run.
#[test]
fn bookings_are_in_proportion_to_the_price() {
    let full = Text::new(FULL).with("segments.s.deal.price", "100").without("correlations");
    let dearer = full.clone().with("segments.s.deal.price", "150");
    let (cheap, dear) = (full.simulate(50), dearer.simulate(50));
    for (cheap, dear) in cheap.metric(Bookings).iter().zip(dear.metric(Bookings)) {
        assert!((dear / cheap - 1.5).abs() < 1e-12, "{dear} is not 1.5 × {cheap}");
    }
}

/// What is left out is the same scenario as its default written out, and another
/// one than the full file.
#[test]
fn what_is_left_out_has_its_default() {
    let full = Text::new(FULL);
    for &(path, default) in DEFAULTS {
        let without = full.clone().without(path).load();
        assert_eq!(without, full.clone().with(path, default).load(), "{path}");
        assert_ne!(without, full.load(), "{path}");
    }
}

/// A whole table that is left out is the table with nothing in it.
#[test]
fn optional_tables_can_be_left_out() {
    let full = Text::new(FULL);
    for path in ["market", "economics", "handoffs"] {
        let without = full.clone().without(path).load();
        assert_eq!(without, full.clone().with(path, "{}").load(), "{path}");
        assert_ne!(without, full.load(), "{path}");
    }
    let untracked = full.clone().without("segments.s.customers.tracking");
    let z = moves(&full, &untracked, Total(RepeatExisting));
    assert!(z < -CLEAR, "without tracking: z {z:.1}");
    let seasonless = full.clone().without("market.seasonality");
    assert!(moves(&full, &seasonless, Total(Leads)) < -CLEAR);
}

/// The whole time of a specialist is set aside unless the file says otherwise: a
/// generalist who sets aside half of the hours for the same kind then has nothing
/// left to do in it.
#[test]
fn a_specialists_share_is_one_if_left_out() {
    let text = Text::base()
        .with("roles.all.work.lead", "{ share = 0.5 }")
        .with("roles.specialist", "{ headcount = 1, hours = 100, work = { lead = {} } }");
    let (specialist, lead) = ("roles.specialist.work.lead", "segments.s.channels.web.arrivals");
    let given = |share: Option<&str>| {
        let text = text.clone().with(lead, "10");
        let path = format!("{specialist}.share");
        let text = share.map_or(text.clone(), |share| text.with(&path, share));
        mean(&text.sample(100, |tally| tally.given[1]))
    };
    assert!(given(None) > 100.0);
    assert!((given(None) - given(Some("1"))).abs() < 1e-9);
    assert!(given(Some("0")) < 1e-9);
}

#[test]
fn names_are_kept() {
    let scenario = Text::new(FULL).load();
    assert_eq!(scenario.name, "Field by field");
    assert_eq!(scenario.currency, "EUR");
    assert_eq!(scenario.roles[0].title, "Representative");
    assert_eq!(scenario.roles[0].key, "rep");
    let stages: Vec<_> = scenario.segments[0].stages.iter().map(|stage| &stage.name).collect();
    assert_eq!(stages, ["talk", "offer"]);
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).unwrap();
}

/// Tables merge key by key, lists and numbers are replaced, and the name is the
/// file's own.
#[test]
fn a_file_is_laid_over_what_it_extends() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "company.toml", FULL);
    write(folder.path(), "same.toml", "extends = 'company.toml'\n");
    write(folder.path(), "over.toml", OVER);
    let files = ["same.toml", "over.toml"].map(|name| folder.path().join(name));
    let loaded = load_all(&files, &[])
        .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
    let (same, over) = (&loaded[0].scenario, &loaded[1].scenario);
    assert_eq!(*same, Text::new(FULL).with("name", "'same'").load());
    assert_eq!(over.name, "over", "a name is not inherited");
    let segment = &over.segments[0];
    assert_eq!(segment.stages.len(), 1, "the list of stages is replaced");
    assert_eq!(segment.channels.len(), 3, "the table of channels is merged");
    assert_eq!(over.market.seasonality, [2.0]);
    assert_eq!(over.roles[2].key, "expert");
    assert_eq!(over.roles[2].work.len(), 2, "the table of work is merged");
}
