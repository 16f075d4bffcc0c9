//! Standard streams that somebody closes, before or in between.

use rstest::rstest;

use crate::bench::{ended, orgodds, said, shell, starter};

const COMPARE: &str = "compare generalist.toml specialised.toml --runs 200 --charts none --quiet";

#[rstest]
#[case::table("")]
#[case::json("--json -")]
#[case::csv("--csv -")]
#[case::runs_csv("--runs-csv -")]
#[case::pipe_by_name("--runs-csv /dev/stdout")]
fn head_gets_its_line_and_the_program_ends_quietly(#[case] further: &str) {
    let folder = starter();
    let script = format!("\"$0\" {COMPARE} {further} | head -n 1; exit ${{PIPESTATUS[0]}}");
    let output = shell(folder.path(), &script);
    ended(&output, 0);
    assert_eq!(said(&output), "");
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 1);
}

#[rstest]
#[case::compare(COMPARE)]
#[case::run("run generalist.toml --runs 50 --charts none --quiet --json -")]
#[case::replay("run generalist.toml --replay 5")]
#[case::replay_as_data("run generalist.toml --replay 5 --json -")]
#[case::check("check generalist.toml specialised.toml")]
#[case::schema("schema result")]
#[case::init("init again")]
#[case::help("--help")]
#[case::version("--version")]
fn a_pipe_that_nobody_reads_ends_it_quietly(#[case] typed: &str) {
    // Closed before the first byte, so that every write meets it.
    let folder = starter();
    let typed: Vec<&str> = typed.split(' ').collect();
    let mut child = orgodds(folder.path(), &typed).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    ended(&output, 0);
    assert_eq!(said(&output), "");
}

#[test]
fn an_error_that_nobody_reads_keeps_its_status() {
    let folder = starter();
    let mut child = orgodds(folder.path(), &["check", "nowhere.toml"]).spawn().unwrap();
    drop(child.stderr.take());
    ended(&child.wait_with_output().unwrap(), 2);
}

#[rstest]
#[case::input("<&-")]
#[case::output(">&-")]
#[case::messages("2>&-")]
#[case::all("<&- >&- 2>&-")]
fn a_stream_that_is_closed_from_the_start_is_no_fault(#[case] closed: &str) {
    let folder = starter();
    let script = format!("exec \"$0\" {COMPARE} --json a.json --out out --charts svg {closed}");
    let script = script.replace("--charts none ", "");
    ended(&shell(folder.path(), &script), 0);
    // Nothing that was meant for a stream went into a file that took its number.
    let json = std::fs::read_to_string(folder.path().join("a.json")).unwrap();
    assert!(json.starts_with('{') && json.ends_with("}\n"), "{json}");
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
}
