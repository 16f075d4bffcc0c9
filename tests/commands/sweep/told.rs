//! What a sweep says of leads that the runs cannot tell, and of values that are none.

use std::fs;

use super::{ONE, PAIR, company, orgodds};

/// What is told of a sweep of these, on one line each.
fn told(candidate: &str, vary: &[&str], runs: &str) -> String {
    let folder = company();
    let same = ONE.replace("\"One\"", "\"Same\"");
    fs::write(folder.path().join("same.toml"), same).unwrap();
    let varied = vary.iter().flat_map(|vary| ["--vary", vary]);
    let mut command = orgodds(folder.path(), &["sweep", PAIR[0], candidate, "--runs", runs]);
    let output = command.args(varied).args(["--charts", "none"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().replace("\n  ", " ")
}

#[test]
fn where_the_gap_is_within_its_error_nobody_is_said_to_be_ahead() {
    let text = told(PAIR[1], &["roles.seller.hours=59..61:3"], "20");
    assert!(
        text.contains(
            "The runs cannot tell whether the mean gap is ever zero: at 59 to 61 it is within its error."
        ),
        "{text}"
    );
    assert!(
        text.starts_with(
            "Wherever “Productive hours of Seller” is, the runs cannot tell who is ahead."
        ),
        "{text}"
    );
    let both = ["roles.seller.hours=59.5..60.5:2", "roles.seller.annual_cost=1..2:2"];
    let text = told(PAIR[1], &both, "20");
    assert!(text.starts_with("The runs cannot tell who is ahead anywhere on the map."), "{text}");
}

#[test]
fn who_is_the_same_does_the_same() {
    let text = told("same.toml", &["team=0.5..2:3"], "20");
    assert!(text.starts_with("Both do the same wherever the size of the company is."), "{text}");
    assert!(text.contains("There is no difference at any value."), "{text}");
    let text = told("same.toml", &["team=0.5..2:3", "roles.rep.hours=40..60:2"], "20");
    assert!(text.starts_with("Both do the same all over the map."), "{text}");
}

#[test]
fn a_gap_that_is_nowhere_near_zero_is_told_with_its_error() {
    let text = told(PAIR[1], &["roles.seller.hours=10..20:2"], "400");
    let line = text.lines().find(|line| line.contains("never zero")).unwrap();
    assert!(line.contains("nearest at 20, where it is \u{2212}") && line.contains(" ± "), "{line}");
}

#[test]
fn whole_numbers_that_were_rounded_are_told() {
    let note = "are whole: what was asked for was rounded.";
    assert!(told(PAIR[1], &["roles.seller.headcount=2..3.5"], "20").contains(note));
    assert!(told(PAIR[1], &["roles.seller.headcount=1..8:4"], "20").contains(note));
    assert!(!told(PAIR[1], &["roles.seller.headcount=1..4"], "20").contains(note));
    assert!(!told(PAIR[1], &["roles.seller.headcount=1..7:4"], "20").contains(note));
}
