//! The made-up export that the README works with: a run of the engine, written as
//! a CRM would.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use orgodds::distribution::Distribution;
use orgodds::random::{Luck, Place};
use orgodds::records::{Case, Day, Outcome};
use orgodds::study::ledger::{Ledger, Replay};

use crate::calibration::units::{self, Keeping, Losses};

/// From the day on which records of the engine begin to the first of 2024.
const LATER: f64 = 1461.0;

/// The shipped files.
pub fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/export").join(name)
}

fn cases() -> Vec<Case> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fit/export.toml");
    let loaded = orgodds::scenario::load_all(&[file], &[]).unwrap();
    let scenario = &loaded[0].scenario;
    let replay = Replay { seed: 3, run: 1, months: Some(1..=20) };
    let ledger = Ledger::new(scenario, "export.toml", &replay);
    let keeping = Keeping { losses: Losses::Untold, qualification: false, leads: true };
    let mut cases: Vec<Case> = units::records(&ledger, 0, keeping, 3).cases.iter().collect();
    cases.sort_by(|a, b| a.created.0.total_cmp(&b.created.0));
    cases
}

/// Leads and deals as text.
fn files() -> [(&'static str, String); 2] {
    let channels = ["Website", "Partner", "Fair"];
    let worth = Distribution::lognormal(12_000.0, 9_000.0).unwrap();
    let mut stream = Luck::new(3, 0).at(Place::new("export")).step(0);
    let (mut leads, mut deals) = (
        "Lead ID,Create Date,Lead Source\n".to_owned(),
        "Lead ID,Close Date,Amount,Currency\n".to_owned(),
    );
    let date = |day: Day| Day(day.0 + LATER).to_string();
    for (place, case) in cases().iter().enumerate() {
        let id = format!("L{:04}", place + 1);
        let source = channels[usize::from(case.channel)];
        writeln!(leads, "{id},{},{source}", date(case.created)).unwrap();
        if let Outcome::Won(day) = case.outcome {
            let amount = worth.quantile(stream.uniform());
            writeln!(deals, "{id},{},{amount:.2},EUR", date(day)).unwrap();
        }
    }
    [("leads.csv", leads), ("deals.csv", deals)]
}

/// Written anew with `UPDATE_EXPECTED=1`.
#[test]
fn the_shipped_export_is_what_the_engine_plays() {
    for (name, text) in files() {
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(shipped(name), &text).unwrap();
        }
        assert_eq!(fs::read_to_string(shipped(name)).unwrap(), text, "{name}");
    }
}
