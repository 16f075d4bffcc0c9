//! Scenario files. Valid ones: every field arrives where it belongs, defaults are
//! those of the model, files and overrides are laid over each other in order.
//! Wrong ones: [`catalogue`], and [`fuzzing`] for what nobody thought of.
//!
//! `UPDATE_EXPECTED=1 cargo test --test scenario_files` writes the copy of the
//! JSON Schema anew; read the difference before committing it.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod catalogue;
mod complete;
mod fields;
mod fixture;
mod fuzzing;
mod growth;
mod layers;
mod notation;
mod olist;
mod refused;
mod warnings;

use std::fs;
use std::path::Path;

use orgodds::scenario::{load_all, schema};

#[test]
fn the_example_of_the_model_loads() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenario_files/example.toml");
    let loaded = load_all(&[file], &[]).unwrap_or_else(|problems| panic!("{problems}")).remove(0);
    assert_eq!(loaded.scenario.name, "Specialised: V2");
    assert_eq!(loaded.scenario.roles[0].title, "Outbound development (SDR)");
    let idle = ["sell", "advise", "serve", "track"].map(|kind| format!("no role carries `{kind}`"));
    let found = fixture::warnings(&loaded);
    for kind in idle {
        assert!(found.iter().any(|warning| warning.starts_with(&kind)), "{kind}: {found:?}");
    }
}

#[test]
fn the_schema_is_the_committed_one() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenario_files/schema.json");
    let text = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), text);
}
