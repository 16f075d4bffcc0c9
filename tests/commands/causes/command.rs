//! `orgodds drivers --causes` as it is typed.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

fn starter() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["init", "."]);
    folder
}

/// Status, standard output and error.
fn run(folder: &Path, typed: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("orgodds").expect("the program");
    let output = command.current_dir(folder).args(typed).output().expect("it starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("no signal"), text(output.stdout), text(output.stderr))
}

const FILES: [&str; 6] =
    ["drivers", "generalist.toml", "specialised.toml", "--causes", "--runs", "100"];

fn causes(folder: &Path, further: &[&str]) -> String {
    let (status, text, error) = run(folder, &[&FILES, further].concat());
    assert_eq!(status, 0, "{error}");
    text
}

#[test]
fn one_scenario_has_no_gap_to_explain() {
    let folder = starter();
    let wrong =
        |lang| run(folder.path(), &["drivers", "specialised.toml", "--causes", "--lang", lang]);
    let (status, text, error) = wrong("en");
    assert_eq!((status, text.as_str()), (2, ""));
    let expected =
        "error: --causes needs two scenario files: it says what makes the gap between them\n";
    assert_eq!(error, expected);
    assert_eq!(wrong("zh").2, "错误: --causes 需要两个方案文件：它说明两者之间的差距从何而来\n");
}

#[test]
fn the_parts_in_json_and_csv_are_the_same_and_add_up() {
    let folder = starter();
    let quiet = ["--charts", "none", "--quiet"];
    let json = causes(folder.path(), &[&quiet[..], &["--json", "-"]].concat());
    let json: Value = serde_json::from_str(&json).unwrap();
    let csv = causes(folder.path(), &[&quiet[..], &["--csv", "-"]].concat());
    let mut sum = 0.0;
    for cause in json["causes"].as_array().unwrap() {
        let (group, part) = (cause["group"].as_str().unwrap(), &cause["contribution"]);
        sum += part.as_f64().unwrap();
        let (to, from) =
            (cause["candidate"].as_str().unwrap(), cause["baseline"].as_str().unwrap());
        let row = format!("{to} vs {from},causes.{group},contribution,{part}");
        assert!(csv.lines().any(|line| line == row), "{row} in {csv}");
    }
    let gap = json["comparisons"][0]["metrics"]["bookings"]["mean_difference"].as_f64().unwrap();
    assert!((sum - gap).abs() < 1e-6 * gap.abs(), "{sum} {gap}");
    let about = &json["causes_about"];
    assert_eq!(about["metric"], "bookings");
    assert!(about["without_skill"]["se"].as_f64().unwrap() > 0.0, "{about}");
    let plain = run(folder.path(), &["compare", FILES[1], FILES[2], "--runs", "50", "--json", "-"]);
    assert!(!plain.1.contains("causes"), "only where they were asked for");
}

#[test]
fn the_table_answers_the_sceptic_and_sums_up() {
    let folder = starter();
    let text = causes(folder.path(), &["--charts", "none", "--quiet"]).replace("\n  ", " ");
    let names = ["Generalist", "Specialised"];
    assert!(text.contains("What makes the gap, from "), "{text}");
    let sceptic = "were no better at their work than those of ";
    assert!(text.contains(sceptic) && names.iter().all(|name| text.contains(name)), "{text}");
    assert!(text.lines().any(|line| line.starts_with("all together  ")), "{text}");
    assert!(text.contains("Different, but without effect on bookings: pay."), "{text}");
    let paid = causes(folder.path(), &["--charts", "none", "--quiet", "--metric", "contribution"]);
    assert!(paid.lines().any(|line| line.starts_with("pay  ")), "{paid}");
    let chinese = causes(folder.path(), &["--charts", "none", "--quiet", "--lang", "zh"]);
    for part in ["差距由什么造成", "分工、次序与编制", "合计", "薪酬"] {
        assert!(chinese.contains(part), "{part}: {chinese}");
    }
}

#[test]
fn the_pack_holds_the_picture_and_can_be_made_again() {
    let folder = starter();
    causes(folder.path(), &["--charts", "svg", "--out", "pack", "--quiet"]);
    let pack = folder.path().join("pack");
    assert!(
        fs::read_to_string(pack.join("causes.svg")).unwrap().contains("time to full productivity")
    );
    let report = fs::read_to_string(pack.join("report.md")).unwrap();
    assert!(report.contains("causes.svg") && report.contains("What makes the gap"), "{report}");
    let (status, text, error) = run(folder.path(), &["verify", "pack"]);
    assert_eq!(status, 0, "{text}{error}");
}
