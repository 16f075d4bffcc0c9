//! `orgodds run --replay` as it is typed.

use std::fs;

use assert_cmd::Command;
use serde_json::Value;

use super::path;

/// Runs `orgodds run` in the crate's folder: status, standard output and error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("orgodds").expect("the program");
    let command = command.current_dir(path("")).arg("run").args(arguments);
    let output = command.output().expect("it starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("no signal"), text(output.stdout), text(output.stderr))
}

/// The whole page of a scenario that can be followed by hand, as committed.
/// Written anew with `UPDATE_EXPECTED=1`.
#[test]
fn the_ledger_of_a_tiny_scenario_is_the_committed_one() {
    let arguments = ["tests/replay/tiny.toml", "--replay", "7", "--months", "1..2"];
    let (status, text, error) = run(&arguments);
    assert_eq!((status, error.as_str()), (0, ""));
    let committed = path("tests/replay/tiny.txt");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&committed, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(committed).unwrap(), text);
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn json_totals_are_the_row_of_runs_csv() {
    let scenario = "scenarios/specialised.toml";
    let (status, json, _) = run(&[scenario, "--replay", "21", "--seed", "9", "--json", "-"]);
    assert_eq!(status, 0);
    let rows = "--charts none --quiet --csv - --runs 21 --seed 9 --threads 1 --runs-csv";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("runs.csv");
    let mut arguments = vec![scenario];
    arguments.extend(rows.split(' '));
    arguments.push(file.to_str().unwrap());
    assert_eq!(run(&arguments).0, 0);
    let rows = fs::read_to_string(file).unwrap();
    let lines: Vec<Vec<&str>> = rows.lines().map(|line| line.split(',').collect()).collect();
    let ledger: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(lines[21][0], "21");
    let totals = ledger["totals"].as_object().unwrap();
    assert_eq!(totals.len(), lines[0].len() - 2);
    for (name, text) in lines[0].iter().zip(&lines[21]).skip(2) {
        let value: f64 = text.parse().unwrap();
        assert_eq!(totals[*name].as_f64().unwrap().to_bits(), value.to_bits(), "{name}");
    }
    assert!(ledger.get("steps").is_none() && !json.contains("null"));
    assert_eq!(ledger["months"].as_array().unwrap().len(), 30);
}

#[test]
fn the_run_is_the_same_whatever_the_number_of_runs_and_the_order_of_options() {
    let tiny = "tests/replay/tiny.toml";
    let one = run(&[tiny, "--replay", "7"]);
    assert_eq!(one.0, 0);
    assert_eq!(one, run(&[tiny, "--runs", "3", "--threads", "2", "--replay", "7"]));
    assert_ne!(one.1, run(&[tiny, "--replay", "8"]).1);
    assert_ne!(one.1, run(&[tiny, "--replay", "7", "--seed", "2"]).1);
}

#[test]
fn a_file_gets_the_json_and_standard_output_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ledger.json");
    let (status, page, _) =
        run(&["tests/replay/tiny.toml", "--replay", "1", "--json", file.to_str().unwrap()]);
    assert_eq!(status, 0);
    assert!(page.starts_with("Run 1 of Tiny, seed 1\n"), "{page}");
    let ledger: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    assert_eq!(ledger["run"], 1);
    assert_eq!(ledger["months"][0]["month"], 0);
    // Nothing else is left behind.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_cannot_be_replayed_is_refused_with_what_can() {
    let cases: [(&[&str], &str); 13] = [
        (&["--replay", "0"], "runs count from 1"),
        (&["--replay", "99_999_999_999"], "runs are possible"),
        (&["--replay", "x"], "write a whole number"),
        (&["--months", "1..2"], "--replay <RUN>"),
        (&["--replay", "7", "--months", "2..1"], "the first month comes first: 1..2"),
        (&["--replay", "7", "--months", "first"], "write FIRST..LAST, such as 3..5"),
        (
            &["--replay", "7", "--months", "1..3"],
            "--months 1..3 leaves the scenario, which has months 0 to 2; 1 is the first counted one, before it is the warm-up",
        ),
        (&["--replay", "7", "--months", "-1..1"], "--months -1..1 leaves the scenario"),
        (
            &["--replay", "7", "--charts", "svg"],
            "'--replay <RUN>' cannot be used with '--charts <CHARTS>'",
        ),
        (
            &["--replay", "7", "--csv", "a.csv"],
            "'--replay <RUN>' cannot be used with '--csv <FILE>'",
        ),
        (
            &["--replay", "7", "--runs-csv", "a.csv"],
            "'--replay <RUN>' cannot be used with '--runs-csv <FILE>'",
        ),
        (&["--replay", "7", "--out", "a"], "'--replay <RUN>' cannot be used with '--out <DIR>'"),
        (&["--replay", "7", "--json", "tests/replay/tiny.toml"], "would overwrite a scenario"),
    ];
    for (arguments, expected) in cases {
        let all = [&["tests/replay/tiny.toml"], arguments].concat();
        let (status, out, error) = run(&all);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(error.contains(expected), "{arguments:?}: {error}");
    }
}

#[test]
fn the_warm_up_can_be_looked_at_too() {
    let (status, text, _) = run(&["tests/replay/tiny.toml", "--replay", "7", "--months", "0"]);
    assert_eq!(status, 0);
    assert!(
        text.contains("\nMonth 0, step 2 of 2, in the warm-up: demand index 1.000000\n"),
        "{text}"
    );
    assert!(!text.contains("Month 1, step"));
}

#[test]
fn the_schema_of_the_ledger_can_be_asked_for() {
    let mut command = Command::cargo_bin("orgodds").unwrap();
    let output = command.args(["schema", "ledger"]).output().unwrap();
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(schema["title"], "Ledger");
    assert!(schema["properties"]["months"].is_object());
}
