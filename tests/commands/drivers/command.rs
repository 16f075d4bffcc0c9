//! What is typed, and what is refused.

use std::fs;
use std::time::Duration;

use super::{BINARY, company, drivers, json, number, of, orgodds, stderr, stdout};

#[test]
fn more_than_two_files_are_refused() {
    let folder = company();
    let typed = ["drivers", "one.toml", "other.toml", "one.toml"];
    let refused = orgodds(folder.path(), &typed).failure().code(2);
    assert_eq!(
        stderr(&refused),
        "error: drivers takes one scenario file, or two to say what decides between them; 3 were given\n"
    );
    let refused = orgodds(folder.path(), &[&typed[..], &["--lang", "zh"]].concat()).code(2);
    assert_eq!(
        stderr(&refused),
        "错误: `drivers` 只接受一个方案文件，或两个（看什么决定两者的差距）；这里给了 3 个\n"
    );
}

#[test]
fn total_shares_belong_to_drivers_alone() {
    let folder = company();
    let refused = orgodds(folder.path(), &["compare", "one.toml", "other.toml", "--total"]);
    assert!(stderr(&refused.failure().code(2)).contains("unexpected argument '--total'"));
}

#[test]
fn items_have_the_names_of_the_interface() {
    let folder = company();
    let result = json(folder.path(), &["--runs", "600"]);
    let price = of(&result, "segments.core.deal.price");
    for name in ["low_tenth", "high_tenth", "first_order", "evppi"] {
        number(price, name);
        assert!(number(price, &format!("{name}_se")) >= 0.0);
    }
    assert!(price.get("total").is_none() && price.get("total_se").is_none());
    assert_eq!(price["tenths"].as_array().unwrap().len(), 10);
    let about = &result["drivers_about"];
    assert_eq!(about["uncertain"], 6);
    assert_eq!(result["drivers"].as_array().unwrap().len(), 6);
    assert_eq!(about["baseline"], "One for all");
    assert_eq!(about["evpi"], result["decision"]["evpi"]);
    assert_eq!(about["evpi_se"], result["decision"]["evpi_se"]);
}

#[test]
fn a_single_scenario_has_no_worth_of_knowing() {
    let folder = company();
    let typed = ["drivers", "one.toml", "--runs", "600", "--charts", "none"];
    let text = stdout(&orgodds(folder.path(), &[&typed[..], &["--json", "-"]].concat()).success());
    let result: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(!text.contains("evppi") && !text.contains("evpi"));
    assert_eq!(result["drivers"][0]["factor"], "segments.core.deal.price");
    let page = stdout(&orgodds(folder.path(), &typed).success());
    assert!(page.starts_with("What moves the bookings of One for all: price of a first deal"));
    assert!(!page.contains("find out first"), "{page}");
}

#[test]
fn threads_do_not_change_a_bit() {
    let folder = company();
    let with = |threads| json(folder.path(), &["--runs", "500", "--total", "--threads", threads]);
    assert_eq!(with("1"), with("4"));
}

#[test]
fn what_else_is_asked_does_not_change_the_runs() {
    let folder = company();
    let mut result = json(folder.path(), &["--runs", "400"]);
    let typed = ["compare", "one.toml", "other.toml", "--runs", "400", "--charts", "none"];
    let text = stdout(&orgodds(folder.path(), &[&typed[..], &["--json", "-"]].concat()).success());
    let fields = result.as_object_mut().unwrap();
    assert!(fields.remove("drivers").is_some() && fields.remove("drivers_about").is_some());
    assert_eq!(result, serde_json::from_str::<serde_json::Value>(&text).unwrap());
}

#[test]
fn a_figure_can_be_required() {
    let folder = company();
    let require = |figure: &str| {
        let typed = ["--runs", "400", "--quiet", "--require", figure];
        drivers(folder.path(), &typed)
    };
    require("drivers_about.chance <= 1").success();
    require("drivers.\"economics.gross_margin\".first_order <= 0.5").success();
    let unmet = require("drivers_about.evpi < 0").failure().code(3);
    assert!(stderr(&unmet).contains("drivers_about.evpi"), "{}", stderr(&unmet));
}

#[test]
fn every_number_has_a_row_of_its_own() {
    let folder = company();
    let text = stdout(&drivers(folder.path(), &["--runs", "400", "--csv", "-"]).success());
    let row = |start: &str| {
        let found = text.lines().find(|line| line.starts_with(start));
        found.unwrap_or_else(|| panic!("{start} is missing"))
    };
    row("Split vs One for all,drivers_about,chance,");
    row("Split vs One for all,\"drivers.\"\"segments.core.deal.price\"\"\",evppi_se,");
    row("Split vs One for all,drivers_about.groups.*,evppi,")
        .rsplit(',')
        .next()
        .unwrap()
        .parse::<f64>()
        .unwrap();
}

#[test]
fn metric_and_set_decide_what_is_explained() {
    let folder = company();
    let result = json(folder.path(), &["--runs", "500", "--metric", "contribution"]);
    assert_eq!(result["drivers_about"]["metric"], "contribution");
    let known = json(folder.path(), &["--runs", "500", "--set", "segments.core.deal.price=900"]);
    let paths: Vec<&str> = known["drivers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|driver| driver["factor"].as_str().unwrap())
        .collect();
    assert!(paths.len() == 5 && !paths.contains(&"segments.core.deal.price"), "{paths:?}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_stops_the_totals_too() {
    let folder = company();
    let mut command = std::process::Command::new(BINARY);
    command.current_dir(folder.path());
    command.args(["drivers", "one.toml", "other.toml", "--runs", "2000", "--total"]);
    let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
    while !folder.path().join("orgodds-out").exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
    std::thread::sleep(Duration::from_millis(300));
    let pid = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(fs::read_dir(folder.path()).unwrap().count() == 3, "something was left behind");
}
