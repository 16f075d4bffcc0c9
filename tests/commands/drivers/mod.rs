//! `orgodds drivers`, as typed and as answered.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod command;
mod figures;
mod pack;
mod page;

use std::fs;
use std::path::Path;

use assert_cmd::assert::Assert;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::{BINARY, done as orgodds, stderr, stdout};

/// A company with a few unknowns, of which the price decides.
const COMPANY: &str = r#"
horizon_months = 6
currency = "EUR"

[economics]
gross_margin = "0.5 to 0.8"

[segments.core.channels.online]
kind = "inbound"
arrivals = "80 to 120"
work = "talk"
hours = 1
qualify = 0.3

[[segments.core.stages]]
name = "offer"
work = "talk"
hours = 2
pass = "0.3 to 0.5"

[segments.core.deal]
price = "500 to 1500"

[segments.core.customers]
care = { work = "talk", hours = 0.1 }
churn = { cared = 0.1, neglected = 0.3 }
orders = { cared = 0, neglected = 0 }
order_value = 1
referrals = { cared = 0, neglected = 0 }
"#;

/// Two organisations: the second loses at a hand-off what its better odds bring.
const ONE: &str = r#"
name = "One for all"
extends = "company.toml"
[roles.rep]
title = "Sales rep"
headcount = 3
hours = 130
[roles.rep.work]
talk = { lift = "0.7 to 1.6" }
"#;
const OTHER: &str = r#"
name = "Split"
extends = "company.toml"
[roles.seller]
headcount = 3
hours = 130
[roles.seller.work]
talk = { lift = "0.8 to 1.3" }
"#;

const PAIR: [&str; 2] = ["one.toml", "other.toml"];

fn company() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = [("company.toml", COMPANY), ("one.toml", ONE), ("other.toml", OTHER)];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// `drivers` on the pair, without charts.
fn drivers(folder: &Path, further: &[&str]) -> Assert {
    orgodds(folder, &[&["drivers"], &PAIR[..], &["--charts", "none"], further].concat())
}

/// The JSON result of `drivers` on the pair.
fn json(folder: &Path, further: &[&str]) -> Value {
    let typed = [&["--json", "-", "--quiet"], further].concat();
    serde_json::from_str(&stdout(&drivers(folder, &typed).success())).unwrap()
}

/// The item with this factor.
fn of<'a>(result: &'a Value, factor: &str) -> &'a Value {
    let drivers = result["drivers"].as_array().unwrap();
    drivers.iter().find(|driver| driver["factor"] == factor).unwrap()
}

fn number(item: &Value, name: &str) -> f64 {
    item[name].as_f64().unwrap_or_else(|| panic!("{name} is no number of {item}"))
}
