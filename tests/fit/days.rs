//! Time to close as people measure it, and as the engine has it.

use std::fs;

use crate::{orgodds, shipped, stdout, typed};

/// Days of a month, on average.
const MONTH: f64 = 365.25 / 12.0;

/// The number at the beginning of a text.
fn number(text: &str) -> f64 {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    text[..end].parse().unwrap()
}

/// A wait alone is a step a stage short of what passes until a case closes.
#[test]
fn days_to_close_are_the_waits_and_a_step_a_stage() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["--out", "company.toml", "--charts", "none"];
    let shown = stdout(&orgodds(folder.path(), &typed("fit", &shipped(), &words)).success());
    let scenario = fs::read_to_string(folder.path().join("company.toml")).unwrap();
    let steps = number(scenario.split("steps_per_month = ").nth(1).unwrap());
    let rows: Vec<&str> =
        shown.lines().filter(|line| line.contains("mean days to close")).collect();
    let segments: Vec<&str> =
        scenario.split(".deal]").filter(|part| part.contains("stages")).collect();
    assert!(!rows.is_empty() && rows.len() == segments.len(), "{shown}");
    for (row, segment) in rows.iter().zip(segments) {
        let waits = segment.lines().filter(|line| line.starts_with("wait_months"));
        let waits: Vec<f64> = waits.map(|line| number(line.split_once("# ").unwrap().1)).collect();
        let days: f64 = waits.iter().map(|wait| (wait + 1.0 / steps) * MONTH).sum();
        let shown =
            number(row.split("to close").nth(1).unwrap().trim().split_once(' ').unwrap().1.trim());
        assert!((days - shown).abs() < 0.51, "{days} {row}");
        let beside = format!("A case takes {} days to close", row_number(days));
        assert!(segment.contains(&beside), "{beside}: {segment}");
    }
}

/// As the scenario writes it.
fn row_number(days: f64) -> String {
    format!("{days:.*}", usize::from(days < 10.0))
}

#[test]
fn the_report_begins_with_the_answer_and_ends_with_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["--out", "company.toml", "--charts", "svg"];
    orgodds(folder.path(), &typed("fit", &shipped(), &words)).success();
    let report = fs::read_to_string(folder.path().join("company-fit/report.md")).unwrap();
    let headings: Vec<&str> = report.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(
        headings,
        [
            "In short",
            "Does the fit give back the records?",
            "What the records cannot tell",
            "What to do next",
            "Every figure",
            "How the files were read",
        ]
    );
    // Each measured figure says from when it is; a comparison needs a second team.
    let rows = report.lines().filter(|line| line.starts_with("| All channels"));
    assert!(
        rows.clone().count() >= 2 && rows.clone().all(|row| row.contains(" to 20")),
        "{report}"
    );
    assert!(report.contains("fit once more with --split"));
}
