//! `orgodds sweep` and `compare --where-it-turns`: as typed, as answered, and
//! against what is known beforehand.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod command;
mod errors;
mod packs;
mod size;
mod switching;
mod told;
mod turns;

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::orgodds;

/// A company with more to do than its people can, of whom some leave. The seats of
/// one organisation and of the other have luck of their own and the same of
/// everything: where their hours are the same nobody is ahead, neither on average
/// nor in most runs.
const COMPANY: &str = r#"
horizon_months = 12
currency = "EUR"

[segments.core.channels.online]
kind = "inbound"
arrivals = "80 to 120"
work = "talk"
hours = 2
qualify = 0.3
stale = 0.9

[[segments.core.stages]]
name = "offer"
work = "talk"
hours = 4
pass = 0.4
stale = 0.3

[segments.core.deal]
price = 1000
spread = 0.5

[segments.core.customers]
initial = 10
care = { work = "talk", hours = 0.1 }
churn = { cared = 0.1, neglected = 0.3 }
orders = { cared = 0.5, neglected = 0.5 }
order_value = 1
referrals = { cared = 0, neglected = 0 }
"#;

const ONE: &str = r#"
name = "One"
extends = "company.toml"
[roles.rep]
headcount = 3
hours = 60
attrition = 0.6
hire_months = 2
annual_cost = 50_000
work = { talk = {} }
"#;

const OTHER: &str = r#"
name = "Other"
extends = "company.toml"
[roles.seller]
title = "Seller"
headcount = 3
hours = "45 to 80"
attrition = 0.6
hire_months = 2
annual_cost = 50_000
work = { talk = {} }
"#;

const PAIR: [&str; 2] = ["one.toml", "other.toml"];

fn company() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("company.toml", COMPANY), ("one.toml", ONE), ("other.toml", OTHER)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// What a command answers as JSON.
fn json(folder: &Path, typed: &[&str]) -> Value {
    let mut command = orgodds(folder, typed);
    command.args(["--json", "-", "--charts", "none", "--quiet"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What `sweep` answers with these numbers varied.
fn sweep(folder: &Path, vary: &[&str], further: &[&str]) -> Value {
    let varied = vary.iter().flat_map(|&vary| ["--vary", vary]);
    let typed: Vec<&str> = ["sweep", PAIR[0], PAIR[1]]
        .into_iter()
        .chain(varied)
        .chain(further.iter().copied())
        .collect();
    json(folder, &typed)
}
