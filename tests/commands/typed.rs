//! What a person types, sees and finds afterwards.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::*;
use predicates::str::{contains, starts_with};
use rstest::rstest;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::{self, BINARY, names, text};

fn orgodds(folder: &Path) -> Command {
    program::orgodds(folder, &[])
}

/// A folder with the starter scenarios in it.
fn starter() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    orgodds(folder.path()).args(["init", "."]).assert().success();
    folder
}

/// A comparison of the starter scenarios: short and without charts unless
/// `further` says otherwise.
fn compare(folder: &Path, further: &[&str]) -> Assert {
    let mut typed = vec!["compare", "generalist.toml", "specialised.toml"];
    for [option, value] in [["--charts", "none"], ["--runs", "200"]] {
        if !further.contains(&option) {
            typed.extend([option, value]);
        }
    }
    orgodds(folder).args(typed).args(further).assert()
}

const STARTER: [&str; 3] = ["company.toml", "generalist.toml", "specialised.toml"];

// ---- Help and the command line

#[rstest]
fn completions_know_every_command(
    #[values("bash", "zsh", "fish", "powershell", "elvish")] shell: &str,
) {
    let folder = tempfile::tempdir().unwrap();
    let shown = orgodds(folder.path()).args(["completions", shell]).assert().success();
    let script = text(&shown.get_output().stdout);
    for word in [
        "compare",
        "run",
        "check",
        "fit",
        "backtest",
        "init",
        "verify",
        "schema",
        "chart-size",
        "pack-runs",
    ] {
        assert!(script.contains(word), "{shell} does not know {word}");
    }
}

#[test]
fn the_manual_page_has_every_command_and_option() {
    let folder = tempfile::tempdir().unwrap();
    let shown = orgodds(folder.path()).arg("man").assert().success();
    let page = text(&shown.get_output().stdout);
    assert!(page.contains(".TH orgodds 1"), "{page}");
    for command in ["COMPARE", "RUN", "CHECK", "VERIFY", "INIT", "SCHEMA", "COMPLETIONS", "MAN"] {
        assert!(page.contains(&format!(".SH ORGODDS {command}")), "{command}");
    }
    for option in ["match", "precision", "replay", "dpi", "pack\\-runs"] {
        assert!(page.contains(option), "{option}");
    }
    assert!(page.contains("Exit status"));
}

#[rstest]
fn help_is_short_with_h_and_long_with_help(
    #[values(
        "compare",
        "run",
        "check",
        "fit",
        "backtest",
        "init",
        "schema",
        "verify",
        "completions",
        "man"
    )]
    command: &str,
) {
    let folder = tempfile::tempdir().unwrap();
    let help = |flag| {
        let shown = orgodds(folder.path()).args([command, flag]).assert().success();
        text(&shown.get_output().stdout)
    };
    let (short, long) = (help("-h"), help("--help"));
    assert!(short.len() < long.len());
    assert!(long.contains("Example"), "{long}");
    assert!(!short.contains("Example"), "{short}");
}

#[test]
fn nothing_mentions_what_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["compare", "run"] {
        let shown = orgodds(folder.path()).args([command, "--help"]).assert().success();
        let help = text(&shown.get_output().stdout);
        for later in ["sweep", "drivers", "backtest"] {
            assert!(!help.contains(later), "{command}: {later}");
        }
    }
}

#[rstest]
#[case::no_command(&[])]
#[case::unknown_command(&["contrast", "a.toml", "b.toml"])]
#[case::one_file(&["compare", "generalist.toml"])]
#[case::no_file(&["run"])]
#[case::no_runs(&["run", "generalist.toml", "--runs", "0"])]
#[case::too_many_runs(&["run", "generalist.toml", "--runs", "1000000000"])]
#[case::half_a_run(&["run", "generalist.toml", "--runs", "1.5"])]
#[case::negative_seed(&["run", "generalist.toml", "--seed", "-1"])]
#[case::no_threads(&["run", "generalist.toml", "--threads", "0"])]
#[case::absurdly_many_threads(&["run", "generalist.toml", "--threads", "100000"])]
#[case::unknown_metric(&["run", "generalist.toml", "--metric", "leads"])]
#[case::unknown_colour(&["run", "generalist.toml", "--color", "blue"])]
#[case::tiny_chart(&["run", "generalist.toml", "--chart-size", "10x10"])]
#[case::huge_chart(&["run", "generalist.toml", "--chart-size", "100000x100000"])]
#[case::no_size(&["run", "generalist.toml", "--chart-size", "large"])]
#[case::override_without_value(&["run", "generalist.toml", "--set", "handoffs.loss"])]
#[case::override_of_nothing(&["run", "generalist.toml", "--set", "roles.nobody.headcount=3"])]
#[case::missing_scenario(&["run", "nowhere.toml"])]
#[case::missing_font(&["run", "generalist.toml", "--font", "nowhere.ttf"])]
#[case::unknown_baseline(&["compare", "generalist.toml", "specialised.toml", "--baseline", "third"])]
#[case::same_scenario_twice(&["compare", "generalist.toml", "generalist.toml"])]
#[case::two_results_on_stdout(&["run", "generalist.toml", "--json", "-", "--csv", "-"])]
#[case::two_results_in_a_file(&["run", "generalist.toml", "--json", "x", "--csv", "x"])]
#[case::result_over_a_scenario(&["run", "generalist.toml", "--json", "generalist.toml"])]
#[case::unknown_figure(&["run", "generalist.toml", "--require", "men > 1"])]
#[case::no_requirement(&["run", "generalist.toml", "--require", "mean"])]
#[case::no_target(&["run", "generalist.toml", "--target", "much"])]
#[case::unknown_schema(&["schema", "company"])]
fn a_wrong_command_line_is_status_2_and_leaves_nothing(#[case] typed: &[&str]) {
    let folder = starter();
    orgodds(folder.path())
        .args(typed)
        .assert()
        .code(2)
        .stdout("")
        .stderr(predicate::str::is_empty().not().and(contains("panicked").not()));
    assert_eq!(names(folder.path()), STARTER);
}

#[test]
fn an_unknown_baseline_is_answered_with_the_known_ones() {
    let folder = starter();
    compare(folder.path(), &["--baseline", "third"]).code(2).stderr(
        "error: --baseline third is none of the scenarios; they are Generalist, Specialised\n",
    );
}

// ---- init

#[test]
fn the_command_that_init_prints_runs_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let shown = orgodds(folder.path()).args(["init", "my team"]).assert().success();
    let shown = text(&shown.get_output().stdout);
    let next = shown.lines().find_map(|line| line.strip_prefix("Next: orgodds ")).unwrap();
    assert_eq!(next, "compare 'my team/generalist.toml' 'my team/specialised.toml'");
    assert_eq!(names(&folder.path().join("my team")), STARTER);
    let shell = format!("\"$0\" {next} --runs 100 --charts none");
    Command::new("sh").args(["-c", &shell, BINARY]).current_dir(folder.path()).assert().success();
}

#[test]
fn init_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("company.toml"), "mine").unwrap();
    orgodds(folder.path()).args(["init", "."]).assert().code(1).stdout("").stderr(
        "error: . holds company.toml already, and nothing is overwritten; name another folder\n",
    );
    assert_eq!(names(folder.path()), ["company.toml"]);
    assert_eq!(fs::read_to_string(folder.path().join("company.toml")).unwrap(), "mine");
}

// ---- check

#[test]
fn check_shows_what_was_understood_and_writes_nothing() {
    let folder = starter();
    orgodds(folder.path())
        .args(["check", "generalist.toml", "specialised.toml"])
        .assert()
        .success()
        .stdout(
            starts_with("Generalist (generalist.toml)\n24 months counted after a warm-up of 6, 4 steps a month, USD.")
                .and(contains("\nSpecialised (specialised.toml)\n"))
                .and(contains("segments.core.stages.discovery.pass"))
                .and(contains("Who carries which work"))
                .and(contains("core: online leads, core: referral leads"))
                .and(contains("Expected load: standard hours a month")),
        )
        .stderr("");
    assert_eq!(names(folder.path()), STARTER);
}

#[test]
fn the_expected_load_is_the_arithmetic_of_the_medians() {
    // 20 to 80 leads a month, log-normal: median 40, at 0.6 hours 24 hours;
    // customers: 60 at 2.5 hours 150 hours.
    let folder = starter();
    orgodds(folder.path())
        .args([
            "check",
            "specialised.toml",
            "--set",
            "segments.core.channels.online.arrivals=20 to 80",
        ])
        .args(["--set", "segments.core.customers.referrals={cared=0, neglected=0}"])
        .args(["--set", "market={}"])
        .assert()
        .success()
        .stdout(predicate::str::is_match(r"online +24 +24 +100 %").unwrap())
        .stdout(predicate::str::is_match(r"serve +150 +150 +100 %").unwrap());
}

#[test]
fn work_that_nobody_carries_is_said() {
    let folder = starter();
    let path = folder.path().join("specialised.toml");
    let scenario = fs::read_to_string(&path).unwrap();
    let (before, _) = scenario.split_once("[roles.success]").unwrap();
    fs::write(&path, before).unwrap();
    orgodds(folder.path())
        .args(["check", "specialised.toml"])
        .assert()
        .success()
        .stdout(contains("nobody: it stands still"))
        .stderr(contains("warning"));
    let quiet = ["check", "specialised.toml", "--quiet"];
    orgodds(folder.path()).args(quiet).assert().success().stderr("");
}

// ---- compare and run

#[test]
fn the_first_two_lines_answer_the_question() {
    let folder = starter();
    let shown = compare(folder.path(), &["--quiet"]).success().stderr("");
    let table = text(&shown.get_output().stdout);
    let answer = predicate::str::is_match(
        r"^[^\n]* books more than [^\n]* in \d+ ± \d % of runs\.\nTypically [\d.]+ [kM] USD more \(80 % of runs: .*\)\. People cost ",
    );
    assert!(answer.unwrap().eval(&table), "{table}");
    for (i, line) in table.lines().enumerate() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 100, "{i}: {line}");
    }
    for part in ["Difference to Generalist", "Where the gap comes from", "is stuck at", "idle"] {
        assert!(table.contains(part), "{part}");
    }
}

#[test]
fn a_run_shows_one_organisation() {
    let folder = starter();
    orgodds(folder.path())
        .args(["run", "specialised.toml", "--runs", "100", "--charts", "none"])
        .assert()
        .success()
        .stdout(starts_with("Specialised books ").and(contains("paired").not()));
}

#[rstest]
#[case::png("png", b"\x89PNG")]
#[case::svg("svg", b"<svg")]
fn charts_appear_in_the_folder_and_only_ours_are_replaced(
    #[case] kind: &str,
    #[case] first: &[u8],
) {
    let folder = starter();
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("mine.txt"), "mine").unwrap();
    fs::write(out.join(format!("bridge.{kind}")), "old").unwrap();
    let typed = ["--charts", kind, "--out", "out", "--runs", "100", "--chart-size", "800x500"];
    orgodds(folder.path())
        .args(["compare", "generalist.toml", "specialised.toml"])
        .args(typed)
        .assert()
        .success()
        .stderr(contains("8 charts and a report in out; open out/report.html"));
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
    let mut expected: Vec<String> = charts.iter().map(|chart| format!("{chart}.{kind}")).collect();
    let others = ["mine.txt", "report.html", "report.md", "results.json", "manifest.json"];
    expected.extend(others.map(str::to_owned));
    expected.extend(["scenario-1.toml", "scenario-2.toml"].map(str::to_owned));
    expected.sort();
    assert_eq!(names(&out), expected);
    for chart in charts {
        let picture = fs::read(out.join(format!("{chart}.{kind}"))).unwrap();
        assert!(picture.starts_with(first) || picture.starts_with(b"<?xml"), "{chart}");
    }
}

#[test]
fn a_baseline_goes_by_name_or_by_file() {
    let folder = starter();
    for baseline in ["Specialised", "specialised"] {
        compare(folder.path(), &["--baseline", baseline])
            .success()
            .stdout(contains("Difference to Specialised, run by run"));
    }
}

#[test]
fn several_candidates_get_a_line_each() {
    let folder = starter();
    let third = "name = \"More developers\"\nextends = \"specialised.toml\"\n[roles.developer]\nheadcount = 5\n";
    fs::write(folder.path().join("third.toml"), third).unwrap();
    let shown = compare(folder.path(), &["third.toml"]).success();
    let table = text(&shown.get_output().stdout);
    assert!(table.lines().next().unwrap().contains("est of 2: "), "{table}");
    assert!(table.lines().nth(1).unwrap().starts_with("Specialised "), "{table}");
    assert!(table.lines().nth(2).unwrap().starts_with("More developers "), "{table}");
    // Two more seats cost more than 5 %.
    shown.stderr(contains("the comparison is not at equal cost"));
}

#[test]
fn the_metric_leads_the_table() {
    let folder = starter();
    compare(folder.path(), &["--metric", "contribution"])
        .success()
        .stdout(predicate::str::is_match(r"^.* contributes more than .* in ").unwrap());
}

// ---- JSON and CSV

fn json(folder: &Path, further: &[&str]) -> Value {
    let shown = compare(folder, &[&["--json", "-"], further].concat()).success();
    serde_json::from_slice(&shown.get_output().stdout).unwrap()
}

#[test]
fn json_on_stdout_is_json_and_nothing_else() {
    let folder = starter();
    let result = json(folder.path(), &[]);
    assert_eq!(result["seed"], 1);
    assert_eq!(result["runs"], 200);
    assert_eq!(result["scenarios"][0]["name"], "Generalist");
    assert_eq!(result["scenarios"][1]["file"], "specialised.toml");
    assert_eq!(result["scenarios"][0]["monthly"]["bookings"]["p50"].as_array().unwrap().len(), 24);
    assert_eq!(result["comparisons"][0]["candidate"], "Specialised");
    assert!(!result.to_string().contains("null"));
}

#[test]
fn the_bridge_adds_up_to_the_difference() {
    let folder = starter();
    let result = json(folder.path(), &[]);
    let comparison = &result["comparisons"][0];
    let parts =
        comparison["bridge"].as_object().unwrap().values().map(|part| part.as_f64().unwrap());
    let sum: f64 = parts.sum();
    let difference = comparison["metrics"]["bookings"]["mean_difference"].as_f64().unwrap();
    assert!(
        (sum - difference).abs() < 1e-6 * difference.abs().max(1.0),
        "{sum} is not {difference}"
    );
}

#[test]
fn the_number_of_threads_does_not_change_a_byte() {
    let folder = starter();
    let bytes = |threads: &str| {
        let shown = compare(folder.path(), &["--json", "-", "--threads", threads]).success();
        shown.get_output().stdout.clone()
    };
    let one = bytes("1");
    assert_eq!(one, bytes("2"));
    assert_eq!(one, bytes("7"));
}

#[test]
fn another_seed_is_another_result() {
    let folder = starter();
    let mean = |seed: &str| {
        json(folder.path(), &["--seed", seed])["scenarios"][0]["metrics"]["bookings"]["mean"]
            .clone()
    };
    assert_ne!(mean("0"), mean("1"));
    assert_eq!(mean("0"), mean("0"));
}

fn table(path: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect::<Vec<_>>();
    let header = row(reader.headers().unwrap().clone());
    (header, reader.records().map(|record| row(record.unwrap())).collect())
}

#[test]
fn every_file_tells_the_same_numbers() {
    let folder = starter();
    let files = ["--json", "a.json", "--csv", "a.csv", "--runs-csv", "runs.csv"];
    compare(folder.path(), &files).success().stdout(contains(" books more than "));
    let json: Value =
        serde_json::from_slice(&fs::read(folder.path().join("a.json")).unwrap()).unwrap();
    let mean = json["scenarios"][1]["metrics"]["bookings"]["mean"].as_f64().unwrap();

    let (header, rows) = table(&folder.path().join("a.csv"));
    assert_eq!(header, ["scenario", "metric", "statistic", "value"]);
    let row = rows.iter().find(|row| row[..3] == ["Specialised", "bookings", "mean"]).unwrap();
    assert_eq!(row[3].parse::<f64>().unwrap().to_bits(), mean.to_bits());

    let (header, rows) = table(&folder.path().join("runs.csv"));
    assert_eq!(header[..3], ["run", "scenario", "bookings"]);
    assert_eq!(header.len(), 17);
    assert_eq!(rows.len(), 2 * 200);
    let bookings = |scenario: &str| -> Vec<f64> {
        rows.iter().filter(|row| row[1] == scenario).map(|row| row[2].parse().unwrap()).collect()
    };
    let (before, after) = (bookings("Generalist"), bookings("Specialised"));
    let of_runs = after.iter().sum::<f64>() / 200.0;
    assert!((of_runs - mean).abs() < 1e-9 * mean, "{of_runs} is not {mean}");
    let better = before.iter().zip(&after).filter(|(before, after)| after > before).count();
    let share =
        json["comparisons"][0]["metrics"]["bookings"]["probability_better"].as_f64().unwrap();
    assert!((better as f64 / 200.0 - share).abs() < 1e-12);
}

#[test]
fn a_run_is_the_same_among_few_and_many() {
    let folder = starter();
    let rows = |runs: &str| {
        compare(folder.path(), &["--runs-csv", "runs.csv", "--runs", runs]).success();
        table(&folder.path().join("runs.csv")).1
    };
    let (few, many) = (rows("50"), rows("500"));
    assert_eq!(few[..], many[..100]);
}

#[rstest]
#[case("scenario")]
#[case("result")]
fn a_schema_is_json(#[case] of: &str) {
    let folder = tempfile::tempdir().unwrap();
    let shown = orgodds(folder.path()).args(["schema", of]).assert().success().stderr("");
    let schema: Value = serde_json::from_slice(&shown.get_output().stdout).unwrap();
    assert!(schema["$schema"].is_string() && schema["properties"].is_object());
}

// ---- What cannot be written

/// So many runs that a program that tried its outputs last would run into the
/// time limit.
const FOREVER: &str = "10_000_000";

#[rstest]
#[case::file_in_place_of_the_folder(&["--charts", "png", "--out", "company.toml"], "company.toml: there is a file of this name")]
#[case::file_above_the_folder(&["--charts", "png", "--out", "company.toml/x"], "company.toml is a file")]
#[case::folder_in_place_of_the_file(&["--json", "."], "cannot write .: there is a folder of this name")]
#[case::no_folder(&["--csv", "no/such/a.csv"], "its folder does not exist")]
fn what_cannot_be_written_is_known_before_the_long_work(
    #[case] further: &[&str],
    #[case] words: &str,
) {
    let folder = starter();
    compare(folder.path(), &[&["--runs", FOREVER], further].concat())
        .code(1)
        .stdout("")
        .stderr(contains(words));
    assert_eq!(names(folder.path()), STARTER);
}

#[cfg(unix)]
#[test]
fn a_write_protected_file_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = starter();
    let path = folder.path().join("a.json");
    fs::write(&path, "mine").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    compare(folder.path(), &["--json", "a.json", "--runs", FOREVER])
        .code(1)
        .stderr(contains("the file is write-protected"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_status_1() {
    let folder = starter();
    for option in ["--json", "--csv", "--runs-csv"] {
        compare(folder.path(), &[option, "/dev/full"])
            .code(1)
            .stderr(contains("cannot write /dev/full: no space left on device"));
    }
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = std::process::Command::new(BINARY);
    command.current_dir(folder.path()).args(["check", "generalist.toml"]).stdout(full);
    assert_eq!(command.status().unwrap().code(), Some(1));
    assert_eq!(names(folder.path()), STARTER);
}

#[cfg(unix)]
#[test]
fn a_new_file_is_as_readable_as_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let folder = starter();
    compare(folder.path(), &["--json", "a.json"]).success();
    fs::write(folder.path().join("other"), "").unwrap();
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("a.json"), mode("other"));
    assert_eq!(mode("company.toml"), mode("other"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_directly() {
    let folder = starter();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read(pipe).unwrap()
    });
    compare(folder.path(), &["--json", "pipe"]).success();
    let read: Value = serde_json::from_slice(&reader.join().unwrap()).unwrap();
    assert_eq!(read["runs"], 200);
    assert!(!fs::metadata(&pipe).unwrap().is_file());
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let folder = starter();
    let shell = "set -o pipefail 2>/dev/null; \"$0\" check generalist.toml | head -n 1";
    Command::new("bash")
        .args(["-c", shell, BINARY])
        .current_dir(folder.path())
        .assert()
        .success()
        .stdout("Generalist (generalist.toml)\n")
        .stderr("");
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_nothing_half_written() {
    let folder = starter();
    let mut command = std::process::Command::new(BINARY);
    command.current_dir(folder.path());
    command.args(["compare", "generalist.toml", "specialised.toml", "--runs", FOREVER]);
    command.args(["--json", "a.json", "--csv", "a.csv", "--out", "some/where"]);
    let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
    // The folder is made before the simulation starts.
    while !folder.path().join("some/where").exists() {
        assert!(child.try_wait().unwrap().is_none(), "ended too early");
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(300));
    let pid = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(names(folder.path()), STARTER);
}

// ---- Colours and scripts of the world

#[test]
fn colours_show_only_where_they_are_wanted() {
    let folder = starter();
    let escapes = |further: &[&str], variable: Option<&str>| {
        let mut command = orgodds(folder.path());
        command.args(["check", "generalist.toml"]).args(further);
        if let Some(variable) = variable {
            command.env(variable, "1");
        }
        command.assert().success().get_output().stdout.contains(&0x1b)
    };
    assert!(!escapes(&[], None));
    assert!(!escapes(&["--color", "never"], Some("CLICOLOR_FORCE")));
    assert!(!escapes(&[], Some("NO_COLOR")));
    assert!(escapes(&["--color", "always"], None));
    assert!(escapes(&["--color", "always"], Some("NO_COLOR")), "what is typed counts most");
}

/// The starter pair with Chinese names, titles and a quoted key.
fn chinese() -> (TempDir, PathBuf) {
    let folder = starter();
    for (file, name) in [("generalist.toml", "全能销售"), ("specialised.toml", "专业分工")]
    {
        let path = folder.path().join(file);
        let scenario = fs::read_to_string(&path).unwrap();
        let mut lines: Vec<String> = scenario.lines().map(str::to_owned).collect();
        for line in &mut lines {
            if line.starts_with("name = ") {
                *line = format!("name = \"{name}\"");
            } else if line.starts_with("title = ") {
                *line = "title = \"销售 岗位\"".into();
            }
        }
        fs::write(&path, lines.join("\n")).unwrap();
    }
    let path = folder.path().to_owned();
    (folder, path)
}

#[test]
fn names_in_any_script_line_up() {
    let (_folder, path) = chinese();
    let shown = compare(&path, &["--quiet"]).success();
    let table = text(&shown.get_output().stdout);
    assert!(table.lines().next().unwrap().contains("全能销售"), "{table}");
    let width = |start: &str| {
        let line = table.lines().find(|line| line.starts_with(start)).unwrap();
        unicode_width::UnicodeWidthStr::width(line)
    };
    assert_eq!(width("leads "), width("hires "), "{table}");
    assert_eq!(width("× traffic"), width("× price"), "{table}");
    let result = json(&path, &[]);
    assert_eq!(result["comparisons"][0]["baseline"], "全能销售");
}

// ---- The estimate of `check` against the simulation

#[test]
fn the_expected_hours_are_near_the_simulated_ones() {
    let folder = starter();
    let path = folder.path().join("specialised.toml");
    let loaded = orgodds::scenario::load_all(&[path], &[]).unwrap();
    let load = orgodds::study::load::Load::of(&loaded[0].scenario);
    let result = json(folder.path(), &["--runs", "2000"]);
    let simulated = &result["scenarios"][1];
    let month = |path: &str| simulated.pointer(path).unwrap().as_f64().unwrap() / 24.0;
    let near = |estimate: f64, path: &str, within: f64| {
        let simulated = month(path);
        let off = (estimate / simulated - 1.0).abs();
        assert!(off < within, "{path}: {estimate} is not near {simulated}");
    };
    // Medians are not means and nothing grows, hence not nearer than this.
    for (role, key) in load.roles.iter().zip(["developer", "seller", "consultant", "success"]) {
        near(role.available, &format!("/roles/{key}/hours_available"), 0.05);
    }
    for kind in ["online", "outbound", "sell", "advise"] {
        let work = load.work.iter().find(|work| work.kind == kind).unwrap();
        near(work.asked, &format!("/work/{kind}/demanded"), 0.10);
        near(work.given, &format!("/work/{kind}/supplied"), 0.15);
    }
}
