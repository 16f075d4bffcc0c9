//! The same command gives the same bytes, and only its own files are replaced.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rstest::rstest;

use super::{file, names, orgodds, packed, text};

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |name: String| (name.clone(), fs::read(folder.join(name)).unwrap());
    names(folder).into_iter().map(read).collect()
}

#[test]
fn the_same_command_gives_the_same_bytes_over_threads_and_places() {
    let further = ["--pack-runs", "--charts", "png", "--one-more"];
    let one = packed(&[&further[..], &["--threads", "1"]].concat());
    let other = packed(&[&further[..], &["--threads", "3"]].concat());
    let (one, other) = (contents(&one.path().join("out")), contents(&other.path().join("out")));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(other[name] == *bytes, "{name} differs");
    }
}

#[test]
fn nothing_in_it_tells_the_place_where_it_was_made() {
    let folder = packed(&["--pack-runs"]);
    let place = folder.path().to_str().unwrap();
    for (name, bytes) in contents(&folder.path().join("out")) {
        let told = String::from_utf8_lossy(&bytes);
        for secret in [place, env!("CARGO_MANIFEST_DIR"), "generalist.toml"] {
            assert!(!told.contains(secret), "{name} holds {secret}");
        }
    }
}

#[test]
fn a_pack_holds_what_it_should() {
    let charts = [
        "bridge",
        "chance",
        "contribution",
        "difference",
        "distribution",
        "monthly",
        "overtaking",
        "workload",
    ];
    let mut expected: Vec<String> = charts.map(|chart| format!("{chart}.svg")).to_vec();
    let others = [
        "manifest.json",
        "report.html",
        "report.md",
        "results.json",
        "scenario-1.toml",
        "scenario-2.toml",
    ];
    expected.extend(others.map(str::to_owned));
    expected.sort();
    assert_eq!(names(&packed(&[]).path().join("out")), expected);
    expected.push("runs.csv".into());
    expected.sort();
    assert_eq!(names(&packed(&["--pack-runs"]).path().join("out")), expected);
}

#[test]
fn other_files_of_the_folder_stay_and_its_own_are_replaced() {
    let folder = packed(&["--seed", "2"]);
    fs::write(file(&folder, "notes.txt"), "mine").unwrap();
    let before = text(&folder, "results.json");
    let typed = ["compare", "generalist.toml", "specialised.toml", "--out", "out", "--runs", "50"];
    orgodds(folder.path(), &typed).args(["--charts", "svg"]).assert().success();
    assert_eq!(text(&folder, "notes.txt"), "mine");
    assert_ne!(text(&folder, "results.json"), before);
}

#[test]
fn without_charts_there_is_no_pack() {
    let folder = tempfile::tempdir().unwrap();
    orgodds(folder.path(), &["init", "."]).assert().success();
    let typed = ["run", "generalist.toml", "--runs", "50", "--charts", "none", "--out", "out"];
    orgodds(folder.path(), &typed).assert().success();
    assert!(!folder.path().join("out").exists());
}

#[test]
fn a_pack_does_not_overwrite_the_scenarios_that_it_starts_from() {
    let folder = packed(&[]);
    let typed = ["run", "out/scenario-1.toml", "--out", "out", "--runs", "50"];
    orgodds(folder.path(), &typed).assert().code(2).stderr(
        "error: --out would overwrite the scenario out/scenario-1.toml; name another folder\n",
    );
    orgodds(folder.path(), &["run", "out/scenario-1.toml", "--runs", "50"]).assert().success();
}

#[test]
fn the_command_of_the_manifest_gives_the_results_of_the_pack() {
    let further = ["--set", "handoffs.loss=0.2", "--baseline", "specialised", "--seed", "3"];
    let folder = packed(&further);
    let manifest: serde_json::Value =
        serde_json::from_str(&text(&folder, "manifest.json")).unwrap();
    let command = manifest["command"].as_str().unwrap();
    assert!(text(&folder, "report.md").contains(&format!("```sh\n{command}\n```")));
    let typed: Vec<&str> = command.split(' ').skip(1).collect();
    let place = folder.path().join("out");
    orgodds(&place, &typed).args(["--json", "again.json", "--out", "new"]).assert().success();
    assert_eq!(text(&folder, "again.json"), text(&folder, "results.json"));
}

#[test]
fn a_scenario_with_data_is_packed_with_its_column_and_holds() {
    let folder = tempfile::tempdir().unwrap();
    orgodds(folder.path(), &["init", "."]).assert().success();
    let crm = "customer,size\nAcme,20000\nBolt,35000\nCorp,42000.5\n";
    fs::write(folder.path().join("crm.csv"), crm).unwrap();
    let typed = ["run", "generalist.toml", "--runs", "50", "--out", "out", "--charts", "svg"];
    let set = ["--set", "segments.core.deal.price=data(crm.csv, size)"];
    orgodds(folder.path(), &typed).args(set).assert().success();
    assert_eq!(text(&folder, "data-1.csv"), "size\n20000.0\n35000.0\n42000.5\n");
    assert!(text(&folder, "report.md").contains("| data-1.csv |"));
    fs::remove_file(folder.path().join("crm.csv")).unwrap();
    orgodds(folder.path(), &["verify", "out"]).assert().success();
}

#[rstest]
#[case::few("49")]
#[case::many("601")]
#[case::no_number("high")]
fn dots_an_inch_have_limits(#[case] dots: &str) {
    let folder = tempfile::tempdir().unwrap();
    let typed = ["run", "generalist.toml", "--dpi", dots];
    orgodds(folder.path(), &typed).assert().code(2);
}

#[test]
fn dots_an_inch_multiply_pixels_and_keep_the_print_size() {
    let size = |folder: &tempfile::TempDir| {
        let png = fs::read(file(folder, "bridge.png")).unwrap();
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        let physical = png.windows(4).position(|chunk| chunk == b"pHYs").unwrap() + 4;
        (number(16), number(20), number(physical), number(physical + 4))
    };
    let usual = size(&packed(&["--charts", "png"]));
    let fine = size(&packed(&["--charts", "png", "--dpi", "300"]));
    assert_eq!(usual, (800, 500, 7874, 7874));
    assert_eq!(fine, (1200, 750, 11811, 11811));
}

#[test]
fn charts_of_too_many_pixels_are_refused_before_the_long_work() {
    let folder = tempfile::tempdir().unwrap();
    orgodds(folder.path(), &["init", "."]).assert().success();
    let typed = ["run", "generalist.toml", "--dpi", "600", "--chart-size", "8000x8000"];
    orgodds(folder.path(), &typed).assert().code(2).stderr(
        "error: charts of 24000 x 24000 pixels are too large; take fewer --dpi or a smaller --chart-size\n",
    );
}
