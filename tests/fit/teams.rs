//! The people on record in the scenario, and in the one where each kind of work has
//! a role of its own.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::{orgodds, shipped, stderr, stdout, typed};

/// People a role: title, number, selling hours and cost a month.
type Roles<'a> = &'a [(&'a str, usize, &'a str, u32)];

/// Fits the shipped export with these people; answers with what was shown and both
/// scenarios.
fn fitted(folder: &Path, roles: Roles) -> (String, String, String) {
    let mut people = "person,role,start date,end date,hours,cost\n".to_owned();
    for (role, count, hours, cost) in roles {
        for _ in 0..*count {
            let person = people.lines().count();
            writeln!(people, "P{person},{role},2022-01-01,,{hours},{cost}").unwrap();
        }
    }
    fs::write(folder.join("people.csv"), people).unwrap();
    let words = [
        "--people",
        "people.csv",
        "--out",
        "one.toml",
        "--split",
        "many.toml",
        "--charts",
        "none",
        "--force",
    ];
    let done = orgodds(folder, &typed("fit", &shipped(), &words)).success();
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let checked = orgodds(folder, &["check", "one.toml", "many.toml"]).success();
    assert_eq!(stderr(&checked), "");
    let shown = stdout(&done).replace("\n  ", " ");
    (shown, read("one.toml"), read("many.toml"))
}

/// Seats, cost a year and kinds of work of every role.
fn seats(text: &str) -> Vec<(usize, f64, usize)> {
    let roles = text.split("\n[roles.").skip(1).filter(|part| part.contains("headcount"));
    let number = |part: &str, key: &str| {
        let line = part.lines().find(|line| line.starts_with(key)).unwrap();
        let value = line.split(['=', '#']).nth(1).unwrap().trim().to_owned();
        value.parse::<f64>().unwrap()
    };
    let all: Vec<&str> = text.split("\n[roles.").skip(1).collect();
    roles
        .map(|part| {
            let name = part.split(']').next().unwrap();
            let work = all.iter().find(|other| other.starts_with(&format!("{name}.work]")));
            let kinds = work.map_or(0, |work| work.lines().filter(|l| l.contains(" = {")).count());
            (number(part, "headcount") as usize, number(part, "annual_cost"), kinds)
        })
        .collect()
}

fn total(seats: &[(usize, f64, usize)]) -> (usize, f64) {
    (seats.iter().map(|seat| seat.0).sum(), seats.iter().map(|seat| seat.0 as f64 * seat.1).sum())
}

#[test]
fn generalists_on_record_are_spread_over_roles_at_the_same_cost() {
    let folder = tempfile::tempdir().unwrap();
    let roles: Roles = &[("Generalist", 9, "100", 5_000), ("Head of Sales", 1, "0", 9_000)];
    let (shown, one, many) = fitted(folder.path(), roles);
    let (one, many) = (seats(&one), seats(&many));
    assert_eq!(one, [(9, 60_000.0, 3), (1, 108_000.0, 0)]);
    assert_eq!(many.len(), 4, "{many:?}");
    assert!(many[..3].iter().all(|seat| seat.2 == 1) && many[3] == one[1], "{many:?}");
    assert_eq!(total(&one), total(&many));
    assert!(shown.contains("0 selling hours are on record: Head of Sales"), "{shown}");
    assert!(!shown.contains("the team, sized to the work"), "{shown}");
}

#[test]
fn specialists_on_record_are_the_split_and_everybody_does_everything_in_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let roles: Roles = &[
        ("SDR", 4, "100", 4_000),
        ("Account Executive", 6, "110", 8_000),
        ("CSM", 2, "90", 5_000),
    ];
    let (_, one, many) = fitted(folder.path(), roles);
    assert!(one.contains("This team is not the one on record"), "{one}");
    assert!(!many.contains("This team is not the one on record"), "{many}");
    let (one, many) = (seats(&one), seats(&many));
    assert!(one.iter().all(|seat| seat.2 == 3) && many.iter().all(|seat| seat.2 == 1), "{many:?}");
    assert_eq!(total(&one), total(&many));
}

#[test]
fn two_people_share_three_kinds_of_work_and_one_cannot_be_split() {
    let folder = tempfile::tempdir().unwrap();
    let (_, one, many) = fitted(folder.path(), &[("Sales", 2, "", 5_000)]);
    assert_eq!(total(&seats(&one)), total(&seats(&many)));
    assert_eq!(seats(&many).iter().map(|seat| seat.2).collect::<Vec<_>>(), [1, 2]);
    fs::write(folder.path().join("people.csv"), "person,role\nanna,Sales\n").unwrap();
    let words = ["--people", "people.csv", "--out", "a.toml", "--split", "b.toml"];
    let done = orgodds(folder.path(), &typed("fit", &shipped(), &words)).code(2);
    assert_eq!(
        stderr(&done),
        "error: one person on record does all the selling, so there is nothing to split; leave out --split, or --people\n"
    );
    assert!(!folder.path().join("a.toml").exists() && !folder.path().join("a-fit").exists());
}

#[test]
fn titles_that_do_not_sell_are_told_and_sell_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let roles: Roles = &[
        ("Account Executive", 5, "", 5_000),
        ("Wizard", 2, "", 4_000),
        ("Chief Executive", 1, "", 9_000),
        ("Engineer", 3, "", 6_000),
        ("人事", 1, "", 3_000),
    ];
    let (shown, one, many) = fitted(folder.path(), roles);
    assert!(shown.contains("role not recognised: Wizard. Taken as a generalist's"), "{shown}");
    assert!(shown.contains("on record: Chief Executive. They cost"), "{shown}");
    assert!(shown.contains("left out of the team: Engineer, 人事"), "{shown}");
    for text in [&one, &many] {
        assert!(text.contains("role not recognised: Wizard"), "{text}");
        assert!(!text.contains("[roles.Engineer]"), "{text}");
        assert_eq!(total(&seats(text)).0, 8);
    }
}
