//! What the shipped scenarios yield with 100 runs of seed 1, so that a change of
//! results never goes unnoticed. Written anew with `UPDATE_EXPECTED=1 cargo test
//! --test model golden`, to be read in the difference and explained in the commit.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use orgodds::monte_carlo::{Request, Unwatched, simulate};
use orgodds::scenario::load_all;
use orgodds::simulation::Metric;
use orgodds::statistics::Moments;

const SCENARIOS: [&str; 13] = [
    "generalist",
    "generalist-care-first",
    "silicon-valley",
    "silicon-valley-presales",
    "specialised",
    "specialised-on-paper",
    "product-lines/one-consultant-for-all",
    "product-lines/a-consultant-per-line",
    "large-accounts/without-director",
    "large-accounts/with-director",
    "olist/olist",
    "olist/generalist",
    "olist/deals",
];

fn here(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Nine digits: the mathematics of another system's library may differ in the last.
fn yields(name: &str) -> String {
    let loaded = load_all(&[here(&format!("scenarios/{name}.toml"))], &[]);
    let loaded = loaded.unwrap_or_else(|_| panic!("{name} is valid"));
    let request = Request { seed: 1, runs: 0..100 };
    let runs = simulate(&loaded[0].scenario, &request, &Unwatched).expect("nobody interrupts");
    let mut text = format!("{name}\n");
    for metric in Metric::ALL {
        let mean: Moments = runs.metric(metric).iter().copied().collect();
        writeln!(text, "  {metric} {:.8e}", mean.mean()).expect("a text takes all");
    }
    text
}

#[test]
fn the_shipped_scenarios_yield_what_they_did() {
    let yielded: String = SCENARIOS.iter().map(|name| yields(name)).collect();
    let file = here("tests/model/golden.txt");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, &yielded).expect("the file can be written");
    }
    let expected = fs::read_to_string(&file).expect("the expectation is there");
    let changed: Vec<_> =
        yielded.lines().zip(expected.lines()).filter(|(now, then)| now != then).collect();
    assert!(changed.is_empty() && yielded.len() == expected.len(), "{changed:#?}");
}
