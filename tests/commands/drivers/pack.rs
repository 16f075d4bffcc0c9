//! The evidence pack of `drivers`, and that it can be made again.

use std::fs;

use super::{company, orgodds, stdout};

#[test]
fn a_pack_says_what_decides_and_holds() {
    let folder = company();
    let typed = ["drivers", "one.toml", "other.toml", "--runs", "400", "--total"];
    orgodds(folder.path(), &[&typed[..], &["--charts", "svg", "--quiet"]].concat()).success();
    let out = folder.path().join("orgodds-out");
    for chart in ["tornado", "worth-knowing", "curve", "difference", "bridge"] {
        assert!(out.join(format!("{chart}.svg")).exists(), "{chart}");
    }
    let manifest = fs::read_to_string(out.join("manifest.json")).unwrap();
    let command =
        "orgodds drivers scenario-1.toml scenario-2.toml --seed 1 --runs 400 --charts svg --total";
    assert!(manifest.contains(command), "{manifest}");
    let report = fs::read_to_string(out.join("report.md")).unwrap();
    for part in [
        "## What decides, and what to find out first",
        "![",
        "(tornado.svg)",
        "(curve.svg)",
        "(worth-knowing.svg)",
        "What decides between One for all and Split:",
    ] {
        assert!(report.contains(part), "{part} is missing");
    }
    let held = stdout(&orgodds(folder.path(), &["verify", "orgodds-out"]).success());
    assert!(held.contains("tornado.svg"), "{held}");
}

#[test]
fn the_pack_of_a_comparison_has_no_such_chapter() {
    let folder = company();
    let typed = ["compare", "one.toml", "other.toml", "--runs", "200", "--charts", "svg"];
    orgodds(folder.path(), &typed).success();
    let out = folder.path().join("orgodds-out");
    assert!(!out.join("tornado.svg").exists());
    let report = fs::read_to_string(out.join("report.md")).unwrap();
    assert!(!report.contains("What decides"));
}
