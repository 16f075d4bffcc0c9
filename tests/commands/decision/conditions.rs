//! `--target` and `--require` on the command line.

use std::path::Path;

use assert_cmd::assert::Assert;
use rstest::rstest;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::done as orgodds;

fn starter() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    orgodds(folder.path(), &["init", "."]).success();
    folder
}

const SHORT: [&str; 5] = ["--runs", "100", "--charts", "none", "--quiet"];

fn compare(folder: &Path, further: &[&str]) -> Assert {
    let typed = ["compare", "generalist.toml", "specialised.toml"];
    orgodds(folder, &[&typed[..], &SHORT, further].concat())
}

fn run(folder: &Path, further: &[&str]) -> Assert {
    orgodds(folder, &[&["run", "generalist.toml"], &SHORT[..], further].concat())
}

/// What is said where it fails.
fn says(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

fn result(folder: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join("r.json")).unwrap()).unwrap()
}

#[rstest]
#[case::by_its_last_part("probability_better >= 0")]
#[case::around_the_metrics("comparisons.0.breakeven_yearly_cost.value != 0")]
#[case::by_its_path("comparisons.Specialised.metrics.bookings.probability_better <= 1")]
#[case::by_number("comparisons.0.metrics.contribution.p50 != 0")]
#[case::of_the_decision("evpi > 0")]
#[case::of_a_choice("decision.scenarios.Generalist.probability_best < 1")]
#[case::of_a_pair("decision.scenarios.Generalist.probability_better_than.Specialised > 0")]
#[case::of_overtaking("overtaking.Specialised.month.never < 1")]
#[case::of_a_month("overtaking.Specialised.probability_ahead.11 >= 0")]
#[case::of_a_role("scenarios.Generalist.roles.rep.hours_given > 1_000")]
#[case::of_the_whole("runs == 100")]
fn what_holds_is_no_matter(#[case] required: &str) {
    let folder = starter();
    compare(folder.path(), &["--require", required]).success();
}

#[test]
fn what_does_not_hold_is_status_3_with_the_figure_after_all_is_written() {
    let folder = starter();
    let required = [
        "--require",
        "probability_better > 1",
        "--require",
        "runs == 100",
        "--require",
        "overtaking.Specialised.month.p90 <= 3",
        "--json",
        "r.json",
    ];
    let failed = compare(folder.path(), &required).code(3);
    let table = String::from_utf8(failed.get_output().stdout.clone()).unwrap();
    assert!(table.contains("Difference to Generalist"), "{table}");
    let result = result(folder.path());
    let gap = &result["comparisons"][0]["metrics"]["bookings"];
    let number = |key: &str| gap[key].as_f64().unwrap();
    assert_eq!(
        says(&failed),
        format!(
            "error: --require 'probability_better > 1' does not hold: \
             `comparisons.0.metrics.bookings.probability_better` is {:.3} ± {:.3}\n\
             error: --require 'overtaking.Specialised.month.p90 <= 3' does not hold: \
             `overtaking.Specialised.month.p90` has no value in this result\n",
            number("probability_better"),
            number("probability_better_se")
        )
    );
}

#[rstest]
#[case(
    "probabilty_better > 0.5",
    "error: --require 'probabilty_better > 0.5': there is no `probabilty_better` in the result; did you mean `probability_better`?\n"
)]
#[case(
    "comparisons.Specialized.metrics.bookings.p50 > 0",
    "error: --require 'comparisons.Specialized.metrics.bookings.p50 > 0': there is no `Specialized` in `comparisons`; did you mean `Specialised`?\n"
)]
#[case(
    "comparisons.0.metrics.leads.p50 > 0",
    "error: --require 'comparisons.0.metrics.leads.p50 > 0': there is no `leads` in `comparisons.0.metrics`; there is `bookings`, `contribution`\n"
)]
#[case(
    "comparisons.0.dominance > 0",
    "error: --require 'comparisons.0.dominance > 0': `comparisons.0.dominance` is no number\n"
)]
#[case(
    "decision.scenarios.Generalist.intervals.expected_loss > 0",
    "error: --require 'decision.scenarios.Generalist.intervals.expected_loss > 0': `decision.scenarios.Generalist.intervals.expected_loss` is no number; it holds `low`, `high`\n"
)]
fn an_unknown_figure_is_known_before_the_long_work(#[case] required: &str, #[case] said: &str) {
    let folder = starter();
    // So many runs would take minutes.
    let typed =
        ["compare", "generalist.toml", "specialised.toml", "--runs", "3_000_000", "--quiet"];
    let failed = orgodds(folder.path(), &[&typed[..], &["--require", required]].concat()).code(2);
    assert_eq!(says(&failed), said);
    assert!(!folder.path().join("orgodds-out").exists());
}

#[rstest]
#[case(
    "probability_better",
    "write FIGURE OP NUMBER, such as 'probability_better >= 0.8'; OP is one of >= <= > < == !="
)]
#[case(
    "p50 = 3",
    "write FIGURE OP NUMBER, such as 'probability_better >= 0.8'; OP is one of >= <= > < == !="
)]
#[case("p50 >= 80%", "write a number in full, such as 40_000_000 or -2.5")]
#[case("a..b >= 1", "the path a..b has an empty key")]
fn a_requirement_that_is_none_is_answered_with_how_to_write_one(
    #[case] required: &str,
    #[case] said: &str,
) {
    let folder = starter();
    let failed = compare(folder.path(), &["--require", required]).code(2);
    assert_eq!(
        says(&failed),
        format!(
            "error: invalid value '{required}' for '--require <FIGURE OP NUMBER>': {said}\n\nFor more information, try '--help'.\n"
        )
    );
}

#[test]
fn of_several_comparisons_one_must_be_named() {
    let folder = starter();
    let third = folder.path().join("third.toml");
    std::fs::write(&third, "name = \"v2.1 \\\"new\\\"\"\nextends = \"specialised.toml\"\n")
        .unwrap();
    let typed = ["compare", "generalist.toml", "third.toml", "specialised.toml"];
    let with =
        |required| orgodds(folder.path(), &[&typed[..], &SHORT, &["--require", required]].concat());
    assert_eq!(
        says(&with("p50 > 0").code(2)),
        "error: --require 'p50 > 0': there are several comparisons; write the path of one, such as `comparisons.\"v2.1 \\\"new\\\"\".metrics.bookings.p50`\n"
    );
    with("comparisons.\"v2.1 \\\"new\\\"\".metrics.bookings.p90 > 0").success();
    with("evpi >= 0").success();
}

#[test]
fn a_run_is_held_to_its_own_figures_and_its_target() {
    let folder = starter();
    let target = ["--target", "7_000_000", "--json", "r.json", "--require"];
    let held = |required| run(folder.path(), &[&target[..], &[required]].concat());
    held("p90 > 7_000_000").success();
    held("probability_target > 0.01").success();
    held("mean < 1").code(3);
    let result = result(folder.path());
    let choice = &result["decision"]["scenarios"][0];
    assert_eq!(result["decision"]["target"], 7e6);
    let share = choice["probability_target"].as_f64().unwrap();
    let low = choice["intervals"]["probability_target"]["low"].as_f64().unwrap();
    assert!(share > 0.1 && share < 0.95 && low < share && low > 0.0, "{choice}");
    // Without a target there is no chance to reach it.
    assert_eq!(
        says(&run(folder.path(), &["--require", "probability_target > 0"]).code(3)),
        "error: --require 'probability_target > 0' does not hold: `probability_target` has no value in this result\n"
    );
}

#[test]
fn the_target_stands_in_the_table_of_both_commands() {
    let folder = starter();
    let said =
        |assert: Assert| String::from_utf8(assert.success().get_output().stdout.clone()).unwrap();
    let alone = said(run(folder.path(), &["--target", "7_250_000"]));
    assert!(alone.contains("Generalist reaches a bookings target of 7.25 M USD in "), "{alone}");
    let both = said(compare(folder.path(), &["--target", "-1.5", "--metric", "contribution"]));
    assert!(both.contains("reaches −1.5"), "{both}");
}

#[rstest]
#[case("7M")]
#[case("7,000,000")]
#[case("1e6")]
#[case("all")]
fn a_target_is_a_number_in_full(#[case] target: &str) {
    let folder = starter();
    assert_eq!(
        says(&run(folder.path(), &["--target", target]).code(2)),
        format!(
            "error: invalid value '{target}' for '--target <N>': write a number in full, such as 40_000_000 or -2.5\n\nFor more information, try '--help'.\n"
        )
    );
}

#[rstest]
#[case::target(&["--target", "1"])]
#[case::require(&["--require", "mean > 1"])]
fn the_ledger_of_one_run_takes_no_conditions(#[case] option: &[&str]) {
    let folder = starter();
    let typed = [&["run", "generalist.toml", "--replay", "1"], option].concat();
    orgodds(folder.path(), &typed).code(2);
}
