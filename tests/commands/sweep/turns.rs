//! What `compare --where-it-turns` answers.

use std::fs;

use serde_json::Value;

use super::{ONE, company, json, orgodds};

/// The company with a second organisation like the first, but for a cost per seat.
fn with_cost(cost: &str) -> tempfile::TempDir {
    let folder = company();
    let text = ONE.replace("\"One\"", "\"Like\"").replace("annual_cost = 50_000", cost);
    fs::write(folder.path().join("like.toml"), text).unwrap();
    folder
}

const TYPED: [&str; 8] = [
    "compare",
    "one.toml",
    "like.toml",
    "--where-it-turns",
    "--metric",
    "contribution",
    "--runs",
    "200",
];

fn number(about: &Value, key: &str) -> u64 {
    about[key].as_u64().unwrap()
}

#[test]
fn what_only_one_of_them_does_not_know_is_held_there_and_told_as_its_own() {
    let folder = with_cost("annual_cost = \"20000 to 80000\"");
    let result = json(folder.path(), &TYPED);
    let turns = result["turns"].as_array().unwrap();
    assert_eq!(turns.len(), 1, "{turns:?}");
    let turn = &turns[0];
    assert_eq!(turn["factor"], "roles.rep.annual_cost");
    assert_eq!(turn["scenario"], "Like");
    assert_eq!(turn["candidate_above"], false);
    // The other one pays 50,000.
    let value = turn["value"].as_f64().unwrap();
    assert!((value - 50_000.0).abs() < 1.0, "{value}");
    let output = orgodds(folder.path(), &TYPED).args(["--charts", "none"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap().replace("\n  ", " ");
    assert!(
        text.contains("One is ahead on average where “Yearly cost of rep” of Like is above "),
        "{text}"
    );
}

#[test]
fn the_counts_add_up() {
    for (cost, held) in [
        ("annual_cost = \"20000 to 80000\"", 1),
        ("annual_cost = \"choice(40000: 1, 90000: 1)\"", 0),
        ("annual_cost = 60_000", 0),
    ] {
        let folder = with_cost(cost);
        let about = &json(folder.path(), &TYPED)["turns_about"];
        let of = |keys: &[&str]| keys.iter().map(|key| number(about, key)).sum::<u64>();
        assert_eq!(of(&["turning", "steady", "unclear"]), held, "{cost}: {about}");
        let parts = of(&["turning", "steady", "unclear", "left", "noise", "fixed"]);
        assert_eq!(number(about, "uncertain"), parts, "{cost}: {about}");
        assert_eq!(number(about, "fixed"), u64::from(cost.contains("choice")), "{cost}");
    }
}

#[test]
fn what_cannot_move_the_metric_is_not_told() {
    // A cost moves no bookings.
    let folder = with_cost("annual_cost = \"20000 to 80000\"\nhours = 50");
    let like = fs::read_to_string(folder.path().join("like.toml")).unwrap();
    fs::write(folder.path().join("like.toml"), like.replacen("hours = 60\n", "", 1)).unwrap();
    let typed = ["compare", "one.toml", "like.toml", "--where-it-turns", "--runs", "200"];
    let result = json(folder.path(), &typed);
    let told = result["turns"].to_string();
    assert!(!told.contains("annual_cost"), "{told}");
}
