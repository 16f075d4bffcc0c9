//! `--precision`, `--match` and `--one-more`, as typed and as answered.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use std::fs;
use std::path::Path;
use std::time::Duration;

use assert_cmd::assert::Assert;
use predicates::prelude::*;
use predicates::str::contains;
use rstest::rstest;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::{BINARY, done as orgodds, stdout};

const PAIR: [&str; 2] = ["generalist.toml", "specialised.toml"];

fn starter() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    orgodds(folder.path(), &["init", "."]).success();
    folder
}

fn compare(folder: &Path, further: &[&str]) -> Assert {
    orgodds(folder, &[&["compare"], &PAIR[..], &["--charts", "none"], further].concat())
}

fn json(folder: &Path, further: &[&str]) -> Value {
    let shown = compare(folder, &[&["--json", "-", "--quiet"], further].concat()).success();
    serde_json::from_str(&stdout(&shown)).unwrap()
}

/// One more organisation: a file that extends another.
fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

// ---- Wrong turns

const USAGE: &str = "\n\nFor more information, try '--help'.\n";

#[rstest]
#[case::bare("1", "write a percentage with its sign, such as 1% or 0.5%")]
#[case::share("0.01", "write a percentage with its sign, such as 1% or 0.5%")]
#[case::word("fine%", "write a number before the %, such as 1% or 0.5%")]
#[case::comma("0,5%", "write a number before the %, such as 1% or 0.5%")]
#[case::nothing("0%", "no number of runs is that precise; write more than 0%")]
#[case::more_than_all("150%", "at most 100% says anything")]
fn a_precision_is_a_percentage(#[case] typed: &str, #[case] answer: &str) {
    let folder = starter();
    compare(folder.path(), &["--precision", typed])
        .code(2)
        .stdout("")
        .stderr(format!("error: invalid value '{typed}' for '--precision <X%>': {answer}{USAGE}"));
}

#[test]
fn runs_and_precision_exclude_each_other() {
    let folder = starter();
    compare(folder.path(), &["--runs", "500", "--precision", "1%"]).code(2).stdout("").stderr(
        "error: the argument '--runs <N>' cannot be used with '--precision <X%>'\n\n\
         Usage: orgodds compare --charts <CHARTS> --runs <N> <SCENARIO>...\n\n\
         For more information, try '--help'.\n",
    );
}

#[rstest]
#[case("--precision", &["1%"])]
#[case("--one-more", &[])]
fn a_ledger_of_one_run_takes_neither(#[case] option: &str, #[case] value: &[&str]) {
    let folder = starter();
    let typed = ["run", "specialised.toml", "--replay", "3", option];
    orgodds(folder.path(), &[&typed, value].concat())
        .code(2)
        .stdout("")
        .stderr(contains("cannot be used with").and(contains(option)));
}

#[test]
fn only_people_cost_can_be_matched_and_only_in_a_comparison() {
    let folder = starter();
    compare(folder.path(), &["--match", "headcount"]).code(2).stdout("").stderr(format!(
        "error: invalid value 'headcount' for '--match <WHAT>'\n  [possible values: people-cost]{USAGE}"
    ));
    orgodds(folder.path(), &["run", "specialised.toml", "--match", "people-cost"])
        .code(2)
        .stderr(contains("unexpected argument '--match' found"));
}

#[test]
fn what_cannot_be_matched_is_named_with_its_reason() {
    let folder = starter();
    let free = "name = \"Volunteers\"\nextends = \"specialised.toml\"\n\
        roles.developer.annual_cost = 0\nroles.seller.annual_cost = 0\n\
        roles.consultant.annual_cost = 0\nroles.success.annual_cost = 0\n";
    write(folder.path(), "free.toml", free);
    let typed = |files: [&str; 2]| {
        orgodds(folder.path(), &[&["compare"], &files[..], &["--match", "people-cost"]].concat())
    };
    typed(["generalist.toml", "free.toml"]).code(2).stdout("").stderr(
        "error: --match people-cost cannot scale Volunteers: its people cost nothing, however many they are\n",
    );
    typed(["free.toml", "generalist.toml"]).code(2).stdout("").stderr(
        "error: --match people-cost cannot scale Generalist: the people of the baseline cost nothing\n",
    );
    assert!(!folder.path().join("orgodds-out").exists());
}

// ---- Precision

#[test]
fn a_result_by_precision_is_that_of_its_number_of_runs() {
    let folder = starter();
    let bytes = |further: &[&str]| {
        stdout(&compare(folder.path(), &[&["--json", "-", "--quiet"], further].concat()).success())
    };
    let one = bytes(&["--precision", "1.2 %", "--threads", "1"]);
    assert_eq!(one, bytes(&["--precision", "1.2%", "--threads", "3"]));
    let runs = serde_json::from_str::<Value>(&one).unwrap()["runs"].to_string();
    assert_eq!(one, bytes(&["--runs", &runs]));
    assert!(runs.ends_with("000") && runs != "1000", "{runs}");
}

#[test]
fn the_table_says_how_precise_it_became() {
    let folder = starter();
    compare(folder.path(), &["--precision", "3%"]).success().stderr("").stdout(
        predicate::str::is_match(
            r"Runs were added until the 95 % intervals of mean bookings and the mean differences\s+were\s+within\s+±3.00 %: they are within ±[012]\.\d\d %\.\n",
        )
        .unwrap(),
    );
}

/// One month of one step, so that a million runs are soon done.
const MOMENT: &str = r#"
name = "Moment"
horizon_months = 1
steps_per_month = 1
[segments.s.channels.web]
kind = "inbound"
arrivals = 0
work = "sell"
hours = 1
qualify = 1
[[segments.s.stages]]
name = "close"
work = "sell"
hours = 1
pass = 1
[segments.s.deal]
price = 100
[segments.s.customers]
initial = 10
care = { work = "sell", hours = 1 }
churn = { cared = 0, neglected = 0 }
orders = { cared = 1, neglected = 1 }
order_value = 1
referrals = { cared = 0, neglected = 0 }
[roles.all]
headcount = 1
hours = 100
work = { sell = {} }
"#;

#[test]
fn where_the_limit_comes_first_it_is_said_and_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "moment.toml", MOMENT);
    let typed = ["run", "moment.toml", "--precision", "0.1%", "--charts", "none"];
    // Ten customers order once a year: 10/12 orders of 100 in the month, so the
    // interval after a million runs is within 1.96 / √(10/12 × 10⁶) = 0.21 %.
    let sentence = "the precision of ±0.10 % for mean bookings was not reached: after 1,000,000 runs, the most that are made, it is ±0.21 %";
    let shown = orgodds(folder.path(), &typed).success().stderr(format!("warning: {sentence}\n"));
    let table = stdout(&shown).replace("\n  ", " ");
    assert!(table.contains(&format!("Note: {sentence}.")), "{table}");
}

// ---- Equal cost

#[test]
fn a_candidate_twice_as_dear_gets_half_its_seats_and_they_are_named() {
    let folder = starter();
    let double = "name = \"Double\"\nextends = \"generalist.toml\"\n[roles.rep]\nheadcount = [[1, 16], [13, 20]]\n";
    let generalist = fs::read_to_string(folder.path().join("generalist.toml")).unwrap();
    let key = generalist.lines().find_map(|line| line.strip_prefix("[roles.")).unwrap();
    let key = key.split([']', '.']).next().unwrap();
    write(folder.path(), "double.toml", &double.replace("roles.rep", &format!("roles.{key}")));
    let typed = ["compare", "generalist.toml", "double.toml", "--charts", "none", "--runs", "200"];
    let matching = ["--match", "people-cost"];
    let shown = orgodds(folder.path(), &[&typed[..], &matching].concat()).success().stderr("");
    let table = stdout(&shown);
    assert!(
        table.contains("At equal people cost, Double was given other seats, expected to cost"),
        "{table}"
    );
    let quiet = ["--json", "-", "--quiet"];
    let shown = orgodds(folder.path(), &[&typed[..], &matching, &quiet].concat()).success();
    let result: Value = serde_json::from_str(&stdout(&shown)).unwrap();
    assert!(result["scenarios"][0].get("matched").is_none());
    let matched = &result["scenarios"][1]["matched"];
    assert_eq!(matched["roles"][key]["from"].to_string(), "[[1,16],[13,20]]");
    let cost = |which: &str| matched["people_cost"][which].as_f64().unwrap();
    assert!((cost("after") / cost("baseline") - 1.0).abs() < 0.05);
    assert!(cost("before") > 1.5 * cost("baseline"));
    let simulated = result["scenarios"][1]["metrics"]["people_cost"]["mean"].as_f64().unwrap();
    assert!((cost("after") / simulated - 1.0).abs() < 0.03, "{simulated}");
}

#[test]
fn seats_do_not_hang_on_the_seed_and_others_do_not_change() {
    let folder = starter();
    let of = |further: &[&str]| json(folder.path(), &[&["--runs", "100"], further].concat());
    let seats = |seed: &str| {
        of(&["--match", "people-cost", "--seed", seed])["scenarios"][1]["matched"].clone()
    };
    assert_eq!(seats("1"), seats("2"));
    let plain = of(&[]);
    assert!(plain["scenarios"][1].get("matched").is_none());
    assert_eq!(plain["scenarios"][0], of(&["--match", "people-cost"])["scenarios"][0]);
}

#[test]
fn where_whole_seats_are_too_coarse_a_warning_says_so() {
    let folder = starter();
    let single = "name = \"One\"\nextends = \"generalist.toml\"\n";
    write(folder.path(), "one.toml", single);
    let set = ["--set", "roles.consultant.annual_cost=3_000_000", "--match", "people-cost"];
    compare(folder.path(), &[&["--runs", "50"], &set[..]].concat()).success().stderr(
        predicate::str::is_match(
            r"^warning: in these proportions whole seats of Specialised come no nearer to the people cost of Generalist than \d+ % more\nwarning: the people of Specialised cost \d+ % more than those of Generalist: the comparison is not at equal cost\n$",
        )
        .unwrap(),
    );
}

// ---- One more

#[test]
fn every_role_of_every_scenario_is_varied_both_ways_and_sorted() {
    let folder = starter();
    let result = json(folder.path(), &["--runs", "100", "--one-more"]);
    let changes = result["one_more"].as_array().unwrap();
    let keys = |change: &Value| {
        let mut keys: Vec<_> = change.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(&changes[0]), ["bookings", "contribution", "role", "scenario", "seats"]);
    assert_eq!(keys(&changes[0]["bookings"]), ["mean_difference", "se"]);
    for scenario in result["scenarios"].as_array().unwrap() {
        for seats in [1, -1] {
            let own: Vec<&Value> = changes
                .iter()
                .filter(|one| one["scenario"] == scenario["name"] && one["seats"] == seats)
                .collect();
            assert_eq!(own.len(), scenario["roles"].as_object().unwrap().len());
            let gain = |one: &Value| one["contribution"]["mean_difference"].as_f64().unwrap();
            assert!(own.windows(2).all(|pair| gain(pair[0]) >= gain(pair[1])));
        }
    }
    assert!(json(folder.path(), &["--runs", "50"]).get("one_more").is_none());
}

#[test]
fn it_is_what_setting_the_headcount_shows() {
    let folder = starter();
    let result = json(folder.path(), &["--runs", "300", "--one-more"]);
    let more = json(folder.path(), &["--runs", "300", "--set", "roles.developer.headcount=4"]);
    let found = result["one_more"].as_array().unwrap().iter().find(|one| {
        one["role"] == "developer" && one["scenario"] == "Specialised" && one["seats"] == 1
    });
    for metric in ["bookings", "contribution"] {
        let mean =
            |result: &Value| result["scenarios"][1]["metrics"][metric]["mean"].as_f64().unwrap();
        let found = found.unwrap()[metric]["mean_difference"].as_f64().unwrap();
        let expected = mean(&more) - mean(&result);
        assert!((found - expected).abs() < 1e-6 * mean(&more).abs(), "{found} is not {expected}");
    }
}

#[test]
fn the_rest_of_the_result_and_the_number_of_threads_do_not_matter() {
    let folder = starter();
    let of = |further: &[&str]| json(folder.path(), &[&["--runs", "100"], further].concat());
    let mut with = of(&["--one-more", "--threads", "1"]);
    assert_eq!(with, of(&["--one-more", "--threads", "4"]));
    with.as_object_mut().unwrap().remove("one_more");
    assert_eq!(with, of(&[]));
}

#[test]
fn the_table_names_the_next_hire_and_the_chart_is_drawn() {
    let folder = starter();
    let typed = ["run", "specialised.toml", "--runs", "200", "--one-more", "--charts", "svg"];
    let shown = orgodds(folder.path(), &typed)
        .success()
        .stderr(contains("6 charts and a report in orgodds-out"));
    let table = stdout(&shown);
    for part in [
        "One more seat: mean change with its 95 % interval",
        "One seat fewer: mean change with its 95 % interval",
        "Presales consultant (1)",
        "\nSpecialised, the next hire: ",
        "\nSpecialised, over-staffed: ",
    ] {
        assert!(table.contains(part), "{part}\n{table}");
    }
    for (i, line) in table.lines().enumerate() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 100, "{i}: {line}");
    }
    let chart = fs::read_to_string(folder.path().join("orgodds-out/one-more.svg")).unwrap();
    assert!(chart.contains("Lead development"));
}

#[test]
fn a_role_without_work_only_costs_and_is_no_advice() {
    let folder = starter();
    let boss = "name = \"Led\"\nextends = \"specialised.toml\"\n[roles.boss]\ntitle = \"Head of sales\"\nheadcount = 1\nannual_cost = 200_000\n";
    write(folder.path(), "led.toml", boss);
    let typed = ["run", "led.toml", "--runs", "100", "--one-more", "--charts", "none"];
    let shown = orgodds(folder.path(), &[&typed[..], &["--csv", "a.csv"]].concat()).success();
    let table = stdout(&shown);
    assert!(
        table.contains("Led: Head of sales carries no work, so it only costs here; what it is good for is not in the"),
        "{table}"
    );
    let advice = table.lines().find(|line| line.contains("over-staffed")).unwrap();
    assert!(!advice.contains("Head of sales"), "{advice}");
    let csv = fs::read_to_string(folder.path().join("a.csv")).unwrap();
    let row = |start: &str| csv.lines().find(|line| line.starts_with(start)).unwrap().to_owned();
    assert_eq!(
        row("Led,one_more.boss.bookings,mean_difference"),
        "Led,one_more.boss.bookings,mean_difference,0.0"
    );
    let fewer: f64 =
        row("Led,one_fewer.boss.contribution,mean").rsplit(',').next().unwrap().parse().unwrap();
    assert!((fewer - 400_000.0).abs() < 1e-3, "{fewer}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_stops_the_variants_too() {
    let folder = starter();
    let mut command = std::process::Command::new(BINARY);
    command.current_dir(folder.path());
    command.args(["run", "specialised.toml", "--runs", "20000", "--one-more"]);
    let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
    while !folder.path().join("orgodds-out").exists() {
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(1500));
    let pid = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(!folder.path().join("orgodds-out").exists());
}
