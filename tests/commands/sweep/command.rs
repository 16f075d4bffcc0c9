//! What `sweep` answers.

use super::{PAIR, company, json, orgodds, sweep};

const RUNS: [&str; 2] = ["--runs", "200"];

#[test]
fn a_point_is_the_result_of_set_to_the_last_bit() {
    let folder = company();
    let swept = sweep(folder.path(), &["roles.seller.hours=40..80:5"], &RUNS);
    let points = swept["sweep"]["points"].as_array().unwrap();
    assert_eq!(points.len(), 5);
    for (point, hours) in points.iter().zip(["40", "50", "60", "70", "80"]) {
        assert_eq!(point["at"][0].as_f64(), hours.parse().ok());
        let set = format!("roles.seller.hours={hours}.0");
        let typed = ["compare", PAIR[0], PAIR[1], "--set", &set, RUNS[0], RUNS[1]];
        let compared = json(folder.path(), &typed);
        let gap = &compared["comparisons"][0]["metrics"]["bookings"];
        for figure in ["mean_difference", "se", "p10", "p50", "p90", "probability_better"] {
            assert_eq!(point[figure], gap[figure], "{figure} at {hours}");
        }
    }
}

#[test]
fn the_rest_of_the_result_is_that_of_compare() {
    let folder = company();
    let swept = sweep(folder.path(), &["roles.seller.hours=40..80:2"], &RUNS);
    let compared = json(folder.path(), &["compare", PAIR[0], PAIR[1], RUNS[0], RUNS[1]]);
    for key in ["scenarios", "comparisons", "decision", "overtaking", "runs", "seed"] {
        assert_eq!(swept[key], compared[key], "{key}");
    }
    assert!(compared.get("sweep").is_none());
}

#[test]
fn what_varying_leaves_as_it_is_is_simulated_once() {
    let folder = company();
    let simulated = |vary: &[&str]| {
        sweep(folder.path(), vary, &["--runs", "20"])["sweep"]["simulated_runs"].as_u64().unwrap()
    };
    // In whole numbers no further points are looked at.
    assert_eq!(simulated(&["roles.seller.headcount=2..5"]), 4 * 20);
    assert_eq!(simulated(&["horizon_months=6..9"]), 2 * 4 * 20);
    // The first number changes one scenario, the second the other one.
    let two = ["roles.seller.headcount=2..5", "roles.rep.headcount=2..4"];
    assert_eq!(simulated(&two), (4 + 3) * 20);
    assert_eq!(simulated(&["roles.seller.headcount=2..5", "horizon_months=6..7"]), (2 + 8) * 20);
}

#[test]
fn two_numbers_make_a_grid_whose_second_moves_first() {
    let folder = company();
    let vary = ["roles.seller.headcount=2..3", "roles.rep.headcount=2..4"];
    let swept = sweep(folder.path(), &vary, &RUNS);
    let at: Vec<(f64, f64)> = swept["sweep"]["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| (point["at"][0].as_f64().unwrap(), point["at"][1].as_f64().unwrap()))
        .collect();
    assert_eq!(at, [(2.0, 2.0), (2.0, 3.0), (2.0, 4.0), (3.0, 2.0), (3.0, 3.0), (3.0, 4.0)]);
    let typed = ["compare", PAIR[0], PAIR[1], RUNS[0], RUNS[1]];
    let set = ["--set", "roles.seller.headcount=2", "--set", "roles.rep.headcount=4"];
    let compared = json(folder.path(), &[&typed[..], &set[..]].concat());
    let mean = &compared["comparisons"][0]["metrics"]["bookings"]["mean_difference"];
    assert_eq!(swept["sweep"]["points"][2]["mean_difference"], *mean);
}

#[test]
fn neither_threads_nor_a_second_time_change_a_byte() {
    let folder = company();
    let answer = |threads: &str| {
        let vary = ["--vary", "team=0.5..2:4", "--vary", "roles.seller.hours=40..80:3"];
        let mut command = orgodds(folder.path(), &["sweep", PAIR[0], PAIR[1]]);
        command.args(vary).args(["--runs", "100", "--json", "-", "--charts", "none"]);
        command.args(["--quiet", "--threads", threads]).output().unwrap().stdout
    };
    let one = answer("1");
    assert!(!one.is_empty());
    assert_eq!(one, answer("2"));
    assert_eq!(one, answer("3"));
}

#[test]
fn at_its_own_size_the_company_is_as_it_is() {
    let folder = company();
    let swept = sweep(folder.path(), &["team=0.25..4:5"], &RUNS);
    let own = &swept["sweep"]["points"][2];
    assert_eq!(own["at"][0], 1.0);
    let gap = &swept["comparisons"][0]["metrics"]["bookings"];
    assert_eq!(own["mean_difference"], gap["mean_difference"]);
    let seats: Vec<u64> = swept["sweep"]["sizes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|size| size["baseline_seats"].as_u64().unwrap())
        .collect();
    // Three seats: a quarter leaves one, and a half rounds up.
    assert_eq!(seats, [1, 2, 3, 6, 12]);
    let rounding = swept["sweep"]["sizes"][0]["baseline_rounding"].as_f64().unwrap();
    assert!((rounding - 1.0 / 3.0).abs() < 1e-9, "{rounding}");
}

#[test]
fn twice_the_company_books_twice_as_much() {
    let folder = company();
    let typed = ["--runs", "2000"];
    let swept = sweep(folder.path(), &["team=1..2:2", "roles.seller.hours=30..60:2"], &typed);
    // Twice the seats, customers and leads: the gap doubles, its spread does not.
    let mean = |place: usize| swept["sweep"]["points"][place]["mean_difference"].as_f64().unwrap();
    let se = |place: usize| swept["sweep"]["points"][place]["se"].as_f64().unwrap();
    let error = 3.0 * (2.0 * se(0)).hypot(se(2));
    assert!((2.0 * mean(0) - mean(2)).abs() < error, "{} {} ± {error}", mean(0), mean(2));
    assert!(mean(0) < -10.0 * se(0), "the gap is there to be seen");
}

#[test]
fn the_names_are_those_of_the_interface() {
    let folder = company();
    let swept = sweep(folder.path(), &["roles.seller.hours=40..80:5"], &RUNS);
    let sweep = &swept["sweep"];
    assert_eq!(sweep["paths"][0], "roles.seller.hours");
    for name in ["at", "mean_difference", "se", "p10", "p90", "probability_better"] {
        assert!(sweep["points"][0].get(name).is_some(), "{name}");
    }
    let switching = sweep["switching"].as_array().unwrap();
    let of: Vec<&str> = switching.iter().map(|one| one["of"].as_str().unwrap()).collect();
    assert_eq!(of, ["probability_better", "mean_difference"]);
    for one in switching {
        assert_eq!(one["path"], "roles.seller.hours");
        let [low, value, high] = ["low", "value", "high"].map(|end| one[end].as_f64().unwrap());
        assert!(40.0 < low && low < value && value < high && high < 80.0, "{one}");
    }
}

#[test]
fn the_first_line_says_where_the_lead_changes_hands() {
    let folder = company();
    let first = |vary: &str| {
        let typed =
            ["sweep", PAIR[0], PAIR[1], "--vary", vary, "--charts", "none", "--runs", "400"];
        let output = orgodds(folder.path(), &typed).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap().replace("\n  ", " ");
        text.lines().next().unwrap().to_owned()
    };
    let line = first("roles.seller.headcount=1..6");
    assert_eq!(
        line,
        "Other books more in most runs where “roles.seller.headcount” is 3 or more, One otherwise."
    );
    let line = first("roles.seller.hours=20..40:3");
    assert!(
        line.starts_with(
            "One books more in most runs wherever “Productive hours of Seller” is, 20 to 40; nearest to \
             even at 40, in "
        ) || line.starts_with("One books more in most runs wherever “Productive hours: Seller” is"),
        "{line}"
    );
}

#[test]
fn a_requirement_may_be_of_a_switching_value() {
    let folder = company();
    let typed = ["sweep", PAIR[0], PAIR[1], "--vary", "roles.seller.hours=40..80:5", "--quiet"];
    let code = |required: &str| {
        let mut command = orgodds(folder.path(), &typed);
        command.args(["--charts", "none", "--runs", "200", "--require", required]);
        command.output().unwrap().status.code()
    };
    assert_eq!(code("sweep.switching.1.value > 50"), Some(0));
    assert_eq!(code("sweep.switching.1.value > 79"), Some(3));
    assert_eq!(code("sweep.switching.1.worth > 79"), Some(2));
}

#[test]
fn every_figure_of_a_sweep_has_a_row_and_no_two_rows_are_of_one() {
    let folder = company();
    let typed =
        ["sweep", PAIR[0], PAIR[1], "--vary", "team=0.5..2:3", "--charts", "none", "--quiet"];
    let mut command = orgodds(folder.path(), &typed);
    let output = command.args(["--runs", "100", "--csv", "-"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let rows: Vec<&str> = text.lines().filter(|row| row.starts_with("Other vs One,")).collect();
    for wanted in [
        "Other vs One,sweep.team=1,mean_difference,",
        "Other vs One,\"sweep.\"\"team=0.5\"\"\",probability_better,",
        "Other vs One,sweep.sizes.2,candidate_seats,6",
    ] {
        assert!(rows.iter().any(|row| row.starts_with(wanted)), "{wanted}\n{text}");
    }
    let mut keys: Vec<&str> = text.lines().map(|row| row.rsplit_once(',').unwrap().0).collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), count);
}

#[test]
fn in_chinese_no_english_is_left_but_names_and_paths() {
    let folder = company();
    let names = ["One", "Other", "Seller", "json", "csv", "EUR"];
    for vary in [
        &["team=0.5..2:3"][..],
        &["roles.seller.hours=20..40:2"],
        &["roles.seller.hours=40..80:3"],
        &["roles.seller.hours=40..80:13", "team=0.5..2:3"],
    ] {
        let varied = vary.iter().flat_map(|vary| ["--vary", vary]);
        let mut command = orgodds(folder.path(), &["sweep", PAIR[0], PAIR[1], "--lang", "zh"]);
        command.args(varied).args(["--charts", "none", "--runs", "100", "--quiet"]);
        let text = String::from_utf8(command.output().unwrap().stdout).unwrap();
        let told = text.split("不作变动").next().unwrap();
        let words = told.split(|c: char| !c.is_ascii_alphabetic());
        let left: Vec<&str> =
            words.filter(|word| word.len() > 1 && !names.contains(word)).collect();
        assert_eq!(left, [""; 0], "{told}");
    }
}
