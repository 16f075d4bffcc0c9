//! `verify` holds a pack to every byte.

use std::fs;

use assert_cmd::assert::Assert;
use predicates::prelude::*;
use rstest::rstest;
use tempfile::TempDir;

use super::{file, names, orgodds, packed, text};

fn verify(folder: &TempDir) -> Assert {
    orgodds(folder.path(), &["verify", "out", "--quiet"]).assert()
}

/// What `verify` says of a file.
fn said(verified: &Assert, name: &str) -> String {
    let told = String::from_utf8(verified.get_output().stdout.clone()).unwrap();
    let line = told.lines().find(|line| line.split(' ').next() == Some(name));
    line.unwrap_or_else(|| panic!("{name} is not told of:\n{told}"))
        .split_once("  ")
        .unwrap()
        .1
        .trim_start()
        .to_owned()
}

fn change(folder: &TempDir, name: &str, from: &str, to: &str) {
    let before = text(folder, name);
    assert!(before.contains(from), "{name} has no {from}");
    fs::write(file(folder, name), before.replacen(from, to, 1)).unwrap();
}

#[test]
fn an_untouched_pack_holds_wherever_it_is_carried() {
    let folder = packed(&["--pack-runs"]);
    // The scenarios that it was made from are gone, and it has another place.
    let elsewhere = tempfile::tempdir().unwrap();
    fs::rename(folder.path().join("out"), elsewhere.path().join("out")).unwrap();
    drop(folder);
    let files = names(&elsewhere.path().join("out"));
    let verified = verify(&elsewhere).success().stderr("");
    for name in &files {
        assert_eq!(said(&verified, name), "holds", "{name}");
    }
    let end = format!("The evidence pack holds: {} files, byte by byte.\n", files.len());
    verified.stdout(predicate::str::ends_with(end));
    assert_eq!(names(&elsewhere.path().join("out")), files, "nothing is written");
}

#[rstest]
#[case::single(&["--metric", "contribution", "--target=-500000", "--seed", "7"])]
#[case::baseline(&["--baseline", "specialised", "--lang", "zh", "--charts", "png", "--dpi", "50"])]
#[case::matched(&["--match", "people-cost", "--one-more", "--set", "roles.seller.headcount=3"])]
#[case::precise(&["--precision", "8.3%", "--runs"])]
fn a_pack_of_any_options_holds(#[case] further: &[&str]) {
    let further: Vec<&str> = further.iter().copied().filter(|word| *word != "--runs").collect();
    let marker = further.contains(&"--precision");
    let folder = if marker { precise() } else { packed(&further) };
    verify(&folder).success();
}

/// A pack whose runs were added until means were known to 8.3 %.
fn precise() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    orgodds(folder.path(), &["init", "."]).assert().success();
    let typed = ["run", "specialised.toml", "--out", "out", "--charts", "svg"];
    orgodds(folder.path(), &typed).args(["--precision", "8.3%"]).assert().success();
    folder
}

#[rstest]
#[case::report("report.md", "## The answer", "## The Answer")]
#[case::page("report.html", "<h2>Why?</h2>", "<h2>Why!</h2>")]
#[case::results("results.json", "\"seed\": 1,", "\"seed\": 2,")]
#[case::runs("runs.csv", "\n2,", "\n3,")]
#[case::chart("bridge.svg", "<svg", "<svg ")]
fn one_changed_byte_is_found_and_shown(#[case] name: &str, #[case] from: &str, #[case] to: &str) {
    let folder = packed(&["--pack-runs"]);
    let line = text(&folder, name).find(from).map(|at| {
        let changed = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
        text(&folder, name)[..at + changed].matches('\n').count() + 1
    });
    change(&folder, name, from, to);
    let verified = verify(&folder).code(3);
    let told = said(&verified, name);
    assert!(told.starts_with(&format!("differs in line {}: \"", line.unwrap())), "{told}");
    assert!(told.contains(to.trim()) && told.contains(from.trim()), "{told}");
    for other in names(&folder.path().join("out")).iter().filter(|other| *other != name) {
        assert_eq!(said(&verified, other), "holds");
    }
    let count = names(&folder.path().join("out")).len();
    verified.stderr(format!("error: the evidence pack does not hold: 1 of {count} files\n"));
}

#[test]
fn a_changed_byte_of_a_picture_is_counted() {
    let folder = packed(&["--charts", "png"]);
    let chart = file(&folder, "chance.png");
    let mut bytes = fs::read(&chart).unwrap();
    bytes[1000] ^= 1;
    fs::write(&chart, bytes).unwrap();
    let verified = verify(&folder).code(3);
    assert_eq!(said(&verified, "chance.png"), "differs from byte 1001 on");
}

#[test]
fn a_missing_file_is_missing_and_a_foreign_one_does_no_harm() {
    let folder = packed(&[]);
    fs::remove_file(file(&folder, "report.md")).unwrap();
    fs::write(file(&folder, "notes.txt"), "mine").unwrap();
    let verified = verify(&folder).code(3);
    assert_eq!(said(&verified, "report.md"), "missing");
    assert_eq!(said(&verified, "report.html"), "holds");
}

#[test]
fn a_changed_scenario_is_named_and_so_is_what_no_longer_follows_from_it() {
    let folder = packed(&[]);
    change(&folder, "scenario-2.toml", "headcount = 3", "headcount = 4");
    let verified = verify(&folder).code(3);
    let changed = "differs: it is not the file of the manifest, by its SHA-256";
    assert_eq!(said(&verified, "scenario-2.toml"), changed);
    assert_eq!(said(&verified, "scenario-1.toml"), "holds");
    assert_eq!(said(&verified, "manifest.json"), "holds");
    let results = said(&verified, "results.json");
    assert!(results.starts_with("differs in line "), "{results}");
}

#[test]
fn a_scenario_that_no_longer_loads_is_told_with_its_place() {
    let folder = packed(&[]);
    change(&folder, "scenario-1.toml", "headcount =", "heads =");
    let verified = verify(&folder).code(3);
    assert_eq!(said(&verified, "results.json"), "not checked");
    let told = String::from_utf8(verified.get_output().stderr.clone()).unwrap();
    assert!(told.contains("scenario-1.toml:"), "{told}");
    assert!(told.contains("`heads`"), "{told}");
}

#[test]
fn a_changed_seed_or_hash_in_the_manifest_is_found() {
    let folder = packed(&[]);
    let hash =
        text(&folder, "manifest.json").split("\"report.md\": \"").nth(1).unwrap()[..64].to_owned();
    change(&folder, "manifest.json", &hash, &"0".repeat(64));
    let verified = verify(&folder).code(3);
    assert_eq!(said(&verified, "report.md"), "holds");
    assert!(said(&verified, "manifest.json").starts_with("differs in line "));
    let folder = packed(&[]);
    change(&folder, "manifest.json", "\"seed\": 1,", "\"seed\": 2,");
    let verified = verify(&folder).code(3);
    assert!(
        said(&verified, "results.json").contains("\"seed\\\": 1")
            || said(&verified, "results.json").contains("seed")
    );
    assert!(said(&verified, "manifest.json").starts_with("differs in line "));
}

fn refused(folder: &TempDir, further: &[&str], says: &str) {
    let message = format!("error: {says}\n");
    orgodds(folder.path(), &["verify", "out"]).args(further).assert().code(2).stderr(message);
}

#[test]
fn what_is_no_pack_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    refused(&folder, &[], "out is no evidence pack: there is no such folder");
    fs::create_dir(folder.path().join("out")).unwrap();
    refused(&folder, &[], "out is no evidence pack: it has no manifest.json");
    for wrong in ["", "[]", "{\"version\": \"0.1.0\"}", "\u{0}"] {
        fs::write(file(&folder, "manifest.json"), wrong).unwrap();
        refused(&folder, &[], "out is no evidence pack: its manifest.json is not that of a pack");
    }
}

#[test]
fn a_manifest_cannot_reach_outside_its_folder() {
    let folder = packed(&[]);
    change(&folder, "manifest.json", "\"report.md\"", "\"../generalist.toml\"");
    refused(&folder, &[], "out is no evidence pack: its manifest.json is not that of a pack");
    let folder = packed(&[]);
    change(&folder, "manifest.json", "\"en\"", "\"en --json x\"");
    refused(&folder, &[], "out is no evidence pack: its manifest.json is not that of a pack");
}

#[test]
fn the_pack_of_another_version_is_left_to_it() {
    let folder = packed(&[]);
    let this = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    change(&folder, "manifest.json", &this, "\"version\": \"9.8.7\"");
    let says = format!(
        "out was made by orgodds 9.8.7, and this is {}; take that version to verify it",
        env!("CARGO_PKG_VERSION")
    );
    refused(&folder, &[], &says);
}

#[test]
fn a_font_file_is_needed_again() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ttf"), dejavu::sans::regular()).unwrap();
    fs::write(folder.path().join("b.ttf"), dejavu::sans::bold()).unwrap();
    orgodds(folder.path(), &["init", "."]).assert().success();
    let typed = ["run", "generalist.toml", "--runs", "50", "--out", "out", "--font", "a.ttf"];
    orgodds(folder.path(), &typed).args(["--charts", "svg"]).assert().success();
    refused(&folder, &[], "out was drawn with a font file; name it with --font FILE");
    let other = "out was drawn with another font file than that of --font";
    refused(&folder, &["--font", "b.ttf"], other);
    orgodds(folder.path(), &["verify", "out", "--font", "a.ttf"]).assert().success();
}
