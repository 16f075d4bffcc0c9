//! The evidence pack of a sweep: its charts, and that it can be made again.

use std::fs;

use super::{PAIR, company, orgodds};

/// A pack of few runs in `out`, in this language.
fn packed(typed: &[&str]) -> tempfile::TempDir {
    let folder = company();
    let mut command = orgodds(folder.path(), &[typed[0], PAIR[0], PAIR[1]]);
    command.args(&typed[1..]).args(["--runs", "100", "--out", "out", "--quiet"]);
    command.args(["--charts", "svg", "--chart-size", "800x500"]).assert().success();
    folder
}

#[test]
fn a_pack_of_a_sweep_is_made_again_byte_for_byte() {
    for typed in [
        &["sweep", "--vary", "roles.seller.hours=40..80:4"][..],
        &[
            "sweep",
            "--vary",
            "team=0.5..2:3",
            "--vary",
            "roles.seller.hours=40..80:3",
            "--lang",
            "zh",
        ],
        &["compare", "--where-it-turns"],
    ] {
        let folder = packed(typed);
        orgodds(folder.path(), &["verify", "out"]).assert().success();
    }
}

#[test]
fn a_sweep_has_its_curve_or_its_map_and_the_report_shows_it() {
    let folder = packed(&["sweep", "--vary", "roles.seller.hours=40..80:4"]);
    let report = fs::read_to_string(folder.path().join("out/report.md")).unwrap();
    assert!(folder.path().join("out/sweep.svg").exists());
    assert!(report.contains("](sweep.svg)"), "{report}");
    assert!(report.contains("The odds are even at "), "{report}");
    let folder =
        packed(&["sweep", "--vary", "team=0.5..2:3", "--vary", "roles.seller.hours=40..80:3"]);
    let report = fs::read_to_string(folder.path().join("out/report.md")).unwrap();
    assert!(folder.path().join("out/map.svg").exists());
    assert!(!folder.path().join("out/sweep.svg").exists());
    assert!(report.contains("](map.svg)"), "{report}");
}

#[test]
fn where_nothing_changes_hands_charts_are_drawn_all_the_same() {
    let cases: [&[&str]; 6] = [
        &["sweep", "--vary", "roles.seller.hours=20..30:2"],
        &["sweep", "--vary", "roles.seller.annual_cost=1..2:3"],
        &["sweep", "--vary", "roles.seller.hours=20..30:2", "--vary", "roles.rep.hours=60..70:2"],
        &["sweep", "--vary", "segments.core.deal.price=1e-6..1e12:3"],
        &["sweep", "--vary", "segments.core.customers.initial=0..1"],
        &["sweep", "--vary", "market.drift=-3..0.5:3", "--lang", "zh"],
    ];
    for typed in cases {
        let folder = packed(typed);
        for name in ["sweep", "map"] {
            let file = folder.path().join("out").join(format!("{name}.svg"));
            let Ok(text) = fs::read_to_string(&file) else { continue };
            assert!(!text.contains("NaN") && !text.contains("inf"), "{typed:?}");
        }
    }
}
