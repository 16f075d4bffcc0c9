//! A company of one role and one segment, quick to simulate, and its runs.

use orgodds::monte_carlo::{Request, Runs, Unwatched, simulate};
use orgodds::scenario::{Loaded, load_all};
use orgodds::study::{Case, LeadMetric, Study};

/// About ten first deals a run; repeat business and referrals; what is not known
/// is how often a deal is won.
const BASELINE: &str = r#"
name = "before"
horizon_months = 6
steps_per_month = 1
[segments.s.channels.web]
kind = "inbound"
arrivals = 8
work = "sell"
hours = 1
qualify = 0.5
[segments.s.channels.friends]
kind = "referral"
work = "sell"
hours = 1
qualify = 0.5
[[segments.s.stages]]
name = "close"
work = "sell"
hours = 1
pass = "0.3 to 0.6"
[segments.s.deal]
price = 100
spread = 0.5
[segments.s.customers]
initial = 10
care = { work = "sell", hours = 1 }
churn = { cared = 0.1, neglected = 0.1 }
orders = { cared = 2, neglected = 2 }
order_value = 0.5
referrals = { cared = 1, neglected = 1 }
[roles.all]
headcount = 1
hours = 1e6
annual_cost = 200
work = { sell = {} }
"#;

/// The scenarios: the baseline and what changes some of its lines.
pub fn load(changes: &[&[(&str, &str)]]) -> Vec<Loaded> {
    let folder = tempfile::tempdir().unwrap();
    let file = |(place, changes): (usize, &&[(&str, &str)])| {
        let replace = |text: String, (from, to): &(&str, &str)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        };
        let path = folder.path().join(format!("{place}.toml"));
        std::fs::write(&path, changes.iter().fold(BASELINE.to_owned(), replace)).unwrap();
        path
    };
    let files: Vec<_> = changes.iter().enumerate().map(file).collect();
    load_all(&files, &[]).unwrap_or_else(|_| panic!("the scenarios are valid"))
}

/// The baseline, and a candidate that has fewer leads and dearer deals, and does
/// better in about half of the runs.
pub fn pair() -> Vec<Loaded> {
    load(&[
        &[],
        &[
            ("\"before\"", "\"after\""),
            ("arrivals = 8", "arrivals = 7"),
            ("qualify = 0.5\n[segments.s.channels.f", "qualify = 0.55\n[segments.s.channels.f"),
            ("pass = \"0.3 to 0.6\"", "pass = \"0.25 to 0.65\""),
            ("price = 100", "price = 106"),
            ("order_value = 0.5", "order_value = 0.45"),
            ("annual_cost = 200", "annual_cost = 160"),
        ],
    ])
}

/// Paired runs of all.
pub fn run(loaded: &[Loaded], seed: u64, runs: u64) -> Vec<Runs> {
    let request = Request { seed, runs: 0..runs };
    loaded.iter().map(|one| simulate(&one.scenario, &request, &Unwatched).unwrap()).collect()
}

/// What a command would find, the first being the baseline.
pub fn study(loaded: &[Loaded], runs: &[Runs], target: Option<f64>) -> Study {
    let case = |(one, runs)| {
        let one: &Loaded = one;
        Case { scenario: &one.scenario, file: &one.file, warnings: &[], runs }
    };
    let cases: Vec<Case<'_>> = loaded.iter().zip(runs).map(case).collect();
    Study::with_target(&cases, 0, 1, LeadMetric::Bookings, target)
}
