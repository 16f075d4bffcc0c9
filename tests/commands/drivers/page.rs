//! What a person reads.

use std::fs;

use super::{company, drivers, orgodds, stdout};

/// The page with its lines joined where they were broken.
fn page(further: &[&str]) -> String {
    let folder = company();
    stdout(&drivers(folder.path(), further).success()).replace("\n  ", " ")
}

#[test]
fn the_first_lines_say_what_decides_and_how_much_is_chance() {
    let page = page(&["--runs", "3000"]);
    let lines: Vec<&str> = page.lines().collect();
    assert!(
        lines[0].starts_with(
            "What decides between One for all and Split: better odds by Sales rep in talk"
        ),
        "{page}"
    );
    assert!(lines[1].starts_with("Mean gap in bookings is +"), "{page}");
    assert!(lines[2].contains(" of the spread of the gap in bookings is chance"), "{page}");
    for heading in [
        "What moves the gap: mean bookings of Split minus One for all",
        "What to find out first: what knowing it is worth, by bookings",
        "Find out first: better odds by Sales rep in talk",
        "1 roles.rep.work.talk.lift",
        "cannot be told from noise",
    ] {
        assert!(page.contains(heading), "{heading} is missing:\n{page}");
    }
    assert!(!page.contains("total share"), "{page}");
}

#[test]
fn totals_stand_beside_shares_with_the_runs_that_they_took() {
    let page = page(&["--runs", "1000", "--total"]);
    assert!(page.contains("total share"), "{page}");
    assert!(page.contains("further runs of each scenario."), "{page}");
}

#[test]
fn few_runs_are_cautioned_about() {
    let page = page(&["--runs", "200"]);
    assert!(page.contains("200 runs are few for this"), "{page}");
}

#[test]
fn where_nothing_is_uncertain_only_chance_decides() {
    let folder = company();
    let known = |text: &str| {
        let mut text = text.to_owned();
        for (range, value) in [
            ("\"0.5 to 0.8\"", "0.7"),
            ("\"80 to 120\"", "100"),
            ("\"0.3 to 0.5\"", "0.4"),
            ("\"500 to 1500\"", "900"),
            ("\"0.7 to 1.6\"", "1"),
            ("\"0.8 to 1.3\"", "1.1"),
        ] {
            text = text.replace(range, value);
        }
        text
    };
    for file in ["company.toml", "one.toml", "other.toml"] {
        let path = folder.path().join(file);
        fs::write(&path, known(&fs::read_to_string(&path).unwrap())).unwrap();
    }
    let page = stdout(&drivers(folder.path(), &["--runs", "500"]).success());
    assert!(page.starts_with("Every number is known exactly, so nothing but chance decides"));
    assert!(page.contains("of the spread of the gap in bookings is chance"), "{page}");
    // Charts of it say so, too.
    let drawn = ["drivers", "one.toml", "other.toml", "--runs", "500", "--charts", "svg"];
    orgodds(folder.path(), &drawn).success();
    let chart = fs::read_to_string(folder.path().join("orgodds-out/tornado.svg")).unwrap();
    assert!(chart.contains("Nothing is uncertain: only chance decides"));
}

#[test]
fn where_all_runs_agree_nothing_moves() {
    let folder = company();
    let twin = fs::read_to_string(folder.path().join("one.toml")).unwrap();
    let twin = twin.replace("One for all", "Twin");
    fs::write(folder.path().join("twin.toml"), twin).unwrap();
    let typed = ["drivers", "one.toml", "twin.toml", "--runs", "300", "--charts", "svg"];
    let page = stdout(&orgodds(folder.path(), &typed).success());
    assert!(page.starts_with("The gap is the same in every run: nothing moves it.\n"), "{page}");
    let chart = fs::read_to_string(folder.path().join("orgodds-out/worth-knowing.svg")).unwrap();
    assert!(chart.contains("All runs agree: nothing moves the result"));
}

#[test]
fn a_single_run_is_told_without_a_panic() {
    let page = page(&["--runs", "1"]);
    assert!(page.starts_with("A single run cannot say what decides: ask for more"), "{page}");
    assert!(page.contains("1 run is too few for this"), "{page}");
}

#[test]
fn a_number_of_two_values_is_told_by_its_values() {
    let lift = "roles.rep.work.talk.lift=\"choice(0.7: 1, 1.6: 3)\"";
    let page = page(&["--runs", "2000", "--set", lift]);
    let told = page.lines().nth(1).unwrap();
    assert!(
        told.contains(" % of the runs where better odds by Sales rep in talk is × 0.7"),
        "{page}"
    );
    assert!(!told.contains("tenth"), "{page}");
}

#[test]
fn in_chinese_it_is_chinese() {
    let page = page(&["--runs", "2000", "--lang", "zh"]);
    assert!(
        page.starts_with("决定 One for all 与 Split 孰优的，是 Sales rep 做 talk 的成功率提升"),
        "{page}"
    );
    for left in ["share", "noise", "worth", "tenth", "chance"] {
        assert!(!page.contains(left), "{left} in {page}");
    }
}
