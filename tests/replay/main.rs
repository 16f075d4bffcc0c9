//! One run, opened: the ledger agrees with the results and with itself.

mod adding_up;
mod by_hand;
mod command;
mod conservation;
mod totals;
mod widths;

use std::path::{Path, PathBuf};

use orgodds::organisation::Scenario;
use orgodds::scenario;
use orgodds::study::ledger::{Ledger, Replay};

/// Scenarios that use all there is between them, and the tiny one.
const SCENARIOS: [&str; 7] = [
    "scenarios/generalist.toml",
    "scenarios/specialised.toml",
    "scenarios/silicon-valley-presales.toml",
    "scenarios/large-accounts/with-director.toml",
    "scenarios/product-lines/one-consultant-for-all.toml",
    "scenarios/olist/olist.toml",
    "tests/replay/tiny.toml",
];

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn load(file: &str) -> Scenario {
    let mut loaded = scenario::load_all(&[path(file)], &[]).expect("a valid scenario");
    loaded.remove(0).scenario
}

/// The ledger of a run under seed 1, every month also step by step.
fn ledger(scenario: &Scenario, run: u64) -> Ledger {
    let months = Some(orgodds::study::ledger::months(scenario));
    Ledger::new(scenario, "a.toml", &Replay { seed: 1, run, months })
}
