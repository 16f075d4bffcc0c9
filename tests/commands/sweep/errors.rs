//! Every wrong turn of `sweep` with the whole message.

use super::{PAIR, company, orgodds};

/// Exit status and standard error.
fn refused(vary: &[&str]) -> (Option<i32>, String) {
    let folder = company();
    let mut command = orgodds(folder.path(), &["sweep", PAIR[0], PAIR[1]]);
    command.args(vary.iter().flat_map(|vary| ["--vary", vary]));
    command.args(["--charts", "none", "--runs", "10"]);
    let output = command.output().unwrap();
    assert!(output.stdout.is_empty());
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn what_is_wrong_is_shown_where_it_stands() {
    let cases: [(&[&str], &str); 14] = [
        (&["team"], "error: `--vary` needs a path and a range
--> command line:1:8
 |
 | --vary team
 |        ^^^^
 |
 = help: write --vary PATH=LOW..HIGH:STEPS
"),
        (&["team=3"], "error: `--vary` needs a path and a range
--> command line:1:8
 |
 | --vary team=3
 |        ^^^^^^
 |
 = help: write --vary PATH=LOW..HIGH:STEPS
"),
        (&["roles..hours=1..2"], "error: the path has an empty key
--> command line:1:8
 |
 | --vary roles..hours=1..2
 |        ^^^^^^^^^^^^
"),
        (&["roles.seller.hours=80..40"], "error: the range must rise, and 80 is not below 40
--> command line:1:27
 |
 | --vary roles.seller.hours=80..40
 |                           ^^^^^^
"),
        (&["roles.seller.hours=40..many"], "error: `many` is not a number
--> command line:1:31
 |
 | --vary roles.seller.hours=40..many
 |                               ^^^^
"),
        (&["roles.seller.hours=40..80:1"], "error: a number is varied over 2 to 1000 points
--> command line:1:34
 |
 | --vary roles.seller.hours=40..80:1
 |                                  ^
"),
        (&["roles.seller.hours=40..80:x"], "error: `x` is not a number of points
--> command line:1:34
 |
 | --vary roles.seller.hours=40..80:x
 |                                  ^
"),
        (&["roles.seler.hours=40..80"], "error: no scenario has a place for `roles.seler.hours`
--> command line:1:8
 |
 | --vary roles.seler.hours=40..80
 |        ^^^^^^^^^^^^^^^^^
 |
 = help: did you mean `roles.seller.hours`?
"),
        (&["roles.seller.title=40..80"], "error: `roles.seller.title` is not a number, so it cannot be varied
--> command line:1:8
 |
 | --vary roles.seller.title=40..80
 |        ^^^^^^^^^^^^^^^^^^
 |
 = help: any number of the scenario can: a factor, a headcount, `initial`, a share; or `team`, the size of the company
"),
        (&["roles.seller.attrition=0.2..1.5"], "error: `attrition` must stay within 0 and 1
--> command line:1:31
 |
 | --vary roles.seller.attrition=0.2..1.5
 |                               ^^^^^^^^
 |
 = help: if 1.5 % is meant, write 0.015
"),
        (&["roles.seller.headcount=1.2..1.8"], "error: `roles.seller.headcount` is a whole number, and the range holds fewer than two
--> command line:1:31
 |
 | --vary roles.seller.headcount=1.2..1.8
 |                               ^^^^^^^^
"),
        (&["team=0..2"], "error: `team` must be from 0.01 to 100 times the size
--> command line:1:13
 |
 | --vary team=0..2
 |             ^^^^
"),
        (&["team=1..2", "team=2..3"], "error: `team` is varied twice
--> command line:1:8
 |
 | --vary team=2..3
 |        ^^^^
"),
        (&["team=1..2:1000", "roles.seller.hours=1..2:11"], "error: this makes 11000 points, and 10000 are the most
--> command line:1:27
 |
 | --vary roles.seller.hours=1..2:11
 |                           ^^^^
 |
 = help: write fewer behind the range, LOW..HIGH:STEPS
"),
    ];
    for (vary, message) in cases {
        assert_eq!(refused(vary), (Some(2), message.to_owned()), "{vary:?}");
    }
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let (status, message) =
        refused(&["team=1..2", "roles.seller.hours=40..80", "roles.rep.hours=1..2", "x=2..1"]);
    assert_eq!(status, Some(2));
    assert!(message.contains("error: at most two numbers can be varied at once"), "{message}");
    assert!(message.contains("error: the range must rise, and 2 is not below 1"), "{message}");
    assert!(message.ends_with("2 mistakes found\n"), "{message}");
}

#[test]
fn a_company_too_large_to_simulate_is_refused_before_the_long_work() {
    let folder = company();
    let mut command = orgodds(folder.path(), &["sweep", PAIR[0], PAIR[1], "--vary", "team=1..100"]);
    let output = command.args(["--set", "roles.seller.headcount=300"]).output().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        message.starts_with("error: at this size all roles together have more than 20000 seats\n"),
        "{message}"
    );
}

#[test]
fn two_scenarios_are_needed() {
    let folder = company();
    for files in [&PAIR[..1], &["one.toml", "other.toml", "one.toml"]] {
        let mut command = orgodds(folder.path(), &["sweep"]);
        let output = command.args(files).args(["--vary", "team=1..2"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let message = format!(
            "error: sweep needs two scenario files, a baseline and a candidate; {} given\n",
            files.len()
        );
        assert_eq!(String::from_utf8(output.stderr).unwrap(), message);
    }
}
