//! What `fit` and `backtest` read, show and leave behind.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::export;
use crate::{beside, orgodds, shipped, stderr, stdout, typed};

/// All files below a folder.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// Fits, then compares what came out; answers with all that was shown.
fn two_commands(folder: &Path, records: &[String], further: &[&str]) -> String {
    let mut words = vec!["--out", "company.toml", "--split", "split.toml"];
    words.extend(further);
    let fitted = orgodds(folder, &typed("fit", records, &words)).success();
    assert_eq!(stderr(&fitted), "");
    let shown = stdout(&fitted);
    assert!(shown.contains("orgodds compare company.toml split.toml"), "{shown}");
    let compared = orgodds(
        folder,
        &["compare", "company.toml", "split.toml", "--runs", "40", "--charts", "none", "--quiet"],
    )
    .success();
    assert!(stdout(&compared).contains("in 24 months") || stdout(&compared).contains("more than"));
    shown + &stdout(&compared)
}

#[test]
fn two_commands_lead_from_the_shipped_export_to_a_comparison() {
    let folder = tempfile::tempdir().unwrap();
    two_commands(folder.path(), &shipped(), &[]);
    let names: BTreeSet<String> = files(folder.path())
        .iter()
        .map(|file| file.strip_prefix(folder.path()).unwrap().display().to_string())
        .collect();
    let report = ["arrivals", "cohorts", "conversion", "deals", "recorded"];
    let report = report.map(|chart| format!("fit-{chart}.png"));
    let report = report.into_iter().chain(["report.html".into(), "report.md".into()]);
    let mut expected: BTreeSet<String> = report.map(|name| format!("company-fit/{name}")).collect();
    expected.extend(["company.toml".to_owned(), "split.toml".to_owned()]);
    assert_eq!(names, expected);
    // Everybody does everything in one, and nobody in the other.
    for (file, roles) in [("company.toml", 1), ("split.toml", 3)] {
        let text = fs::read_to_string(folder.path().join(file)).unwrap();
        assert_eq!(text.matches(".work]").count(), roles, "{text}");
    }
}

#[test]
fn scenarios_of_one_file_name_can_be_compared() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("other")).unwrap();
    let words = ["--out", "team.toml", "--split", "other/team.toml", "--charts", "none"];
    orgodds(folder.path(), &typed("fit", &shipped(), &words)).success();
    orgodds(folder.path(), &["check", "team.toml", "other/team.toml"]).success();
}

#[test]
fn the_same_records_give_the_same_bytes() {
    let make = || {
        let folder = tempfile::tempdir().unwrap();
        let words = ["--out", "company.toml", "--charts", "svg"];
        orgodds(folder.path(), &typed("fit", &shipped(), &words)).success();
        let files = files(folder.path()).into_iter().map(|file| {
            let name = file.strip_prefix(folder.path()).unwrap().to_owned();
            (name, fs::read(file).unwrap())
        });
        files.collect::<std::collections::BTreeMap<_, _>>()
    };
    assert_eq!(make(), make());
}

/// The words of a column of a file whose cells hold no quotes around commas, or
/// are found by their header before them.
fn column(file: &Path, name: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap();
    let mut lines = text.lines();
    let place = lines.next().unwrap().split(',').position(|header| header == name).unwrap();
    let cell = |line: &str| line.split(',').nth(place).unwrap().to_owned();
    lines.map(cell).filter(|cell| !cell.is_empty()).collect()
}

/// Nowhere in what was shown or written stands one of the names.
fn hold_no_name(folder: &Path, shown: &str, names: &BTreeSet<String>) {
    assert!(names.len() > 20, "too few names to look for");
    let mut all = shown.to_owned();
    for file in files(folder) {
        all += &String::from_utf8_lossy(&fs::read(file).unwrap());
    }
    let found: Vec<&String> = names.iter().filter(|name| all.contains(name.as_str())).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_olist_funnel_gives_a_comparison_and_no_name_of_a_person() {
    let Some(data) = beside("olist_funnel") else { return };
    let file = |name: &str| data.join(name).display().to_string();
    let records = [
        "--leads".into(),
        file("mql.csv"),
        "--deals".into(),
        file("closed_deals.csv"),
        "--orders".into(),
        file("seller_order_items.csv"),
    ];
    let folder = tempfile::tempdir().unwrap();
    let mut shown = two_commands(folder.path(), &records, &["--from", "2018-01"]);
    let words = ["--until", "2018-02", "--from", "2018-01", "--json", "back.json", "--runs", "200"];
    let tested = orgodds(folder.path(), &typed("backtest", &records, &words)).success();
    shown += &stdout(&tested);
    let explained = orgodds(folder.path(), &typed("fit", &records, &["--explain"])).success();
    shown += &stdout(&explained);
    let deals = data.join("closed_deals.csv");
    let names = [column(&deals, "sdr_id"), column(&deals, "sr_id")].concat_all();
    hold_no_name(folder.path(), &shown, &names);
}

#[test]
fn the_crm_pipeline_gives_a_comparison_and_no_name_of_a_person() {
    let Some(data) = beside("crm_pipeline") else { return };
    let pipeline = data.join("sales_pipeline.csv");
    let records = ["--opportunities".to_owned(), pipeline.display().to_string()];
    let folder = tempfile::tempdir().unwrap();
    let mut shown = two_commands(folder.path(), &records, &[]);
    let explained = orgodds(folder.path(), &typed("fit", &records, &["--explain"])).success();
    shown += &stdout(&explained);
    hold_no_name(folder.path(), &shown, &column(&pipeline, "sales_agent"));
}

trait Concat {
    fn concat_all(self) -> BTreeSet<String>;
}

impl<const N: usize> Concat for [BTreeSet<String>; N] {
    fn concat_all(self) -> BTreeSet<String> {
        self.into_iter().flatten().collect()
    }
}

/// A hundred times as many cases after a year as before it: no market does that, and
/// a market that did could not be simulated.
#[test]
fn records_that_begin_slowly_are_told_and_give_a_scenario_that_loads() {
    let folder = tempfile::tempdir().unwrap();
    let mut leads = "Lead ID,Create Date,Lead Source,Status,Close Date,Amount\n".to_owned();
    for month in 0..14_u32 {
        let (year, of_year) = (2023 + month / 12, month % 12 + 1);
        let cases = if month < 10 { 2 + month % 3 } else { 400 };
        for case in 0..cases {
            let day = 1 + case % 20;
            let created = format!("{year}-{of_year:02}-{day:02}");
            let ended = format!("won,{year}-{of_year:02}-{:02},1000", day + 7);
            let end = if case % 5 == 0 { ended.as_str() } else { "open,," };
            writeln!(leads, "{month}-{case},{created},Web,{end}").unwrap();
        }
    }
    fs::write(folder.path().join("leads.csv"), leads).unwrap();
    let words = ["fit", "--leads", "leads.csv", "--out", "company.toml", "--charts", "none"];
    let shown = stdout(&orgodds(folder.path(), &words).success());
    let shown = shown.replace("\n  ", " ");
    assert!(shown.contains("more than a market swings"), "{shown}");
    assert!(
        shown.contains("shocks to demand a year (sd), share of a shock left a month later"),
        "{shown}"
    );
    orgodds(folder.path(), &["check", "company.toml"]).success();
}

#[test]
fn explaining_shows_what_was_taken_for_what_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["--explain", "--column", "lead_channel=Lead Source"];
    let done = orgodds(folder.path(), &typed("fit", &shipped(), &words)).success();
    let shown = stdout(&done);
    for line in ["lead_created = Create Date", "lead_channel = Lead Source", "deal_amount = Amount"]
    {
        assert!(shown.contains(line), "{shown}");
    }
    assert!(files(folder.path()).is_empty());
}

#[test]
fn a_scenario_that_is_there_is_kept_unless_forced() {
    let folder = tempfile::tempdir().unwrap();
    let company = folder.path().join("company.toml");
    fs::write(&company, "mine").unwrap();
    let words = ["--out", "company.toml", "--charts", "none"];
    let done = orgodds(folder.path(), &typed("fit", &shipped(), &words)).code(1);
    assert_eq!(
        stderr(&done),
        "error: company.toml is there already and may hold numbers of yours, so it is not overwritten; name another file, or add --force\n"
    );
    assert_eq!(fs::read_to_string(&company).unwrap(), "mine");
    let words = ["--out", "company.toml", "--charts", "none", "--force"];
    orgodds(folder.path(), &typed("fit", &shipped(), &words)).success();
    assert!(fs::read_to_string(&company).unwrap().contains("[segments."));
    assert_eq!(files(folder.path()).len(), 1, "no charts, no report");
}

fn backtest(folder: &Path, records: &[String], further: &[&str]) -> Value {
    let mut words = vec!["--charts", "none", "--json", "-", "--quiet", "--runs", "300"];
    words.extend(further);
    let done = orgodds(folder, &typed("backtest", records, &words)).success();
    serde_json::from_str(&stdout(&done)).unwrap()
}

/// Deals after the day are taken out, all but the last and every third: had they
/// been seen, something of what was foretold would change.
#[test]
fn what_happened_later_does_not_change_what_was_foretold() {
    let folder = tempfile::tempdir().unwrap();
    let until = ["--until", "2025-02", "--months", "4"];
    let truth = backtest(folder.path(), &shipped(), &until);
    let text = fs::read_to_string(export::shipped("deals.csv")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let latest = lines[1..].iter().map(|line| line.split(',').nth(1).unwrap()).max().unwrap();
    let kept = lines.iter().enumerate().filter(|(place, line)| {
        let day = line.split(',').nth(1).unwrap();
        *place == 0 || day < "2025-03" || day == latest || place % 3 == 0
    });
    let kept: Vec<&str> = kept.map(|(_, line)| *line).collect();
    assert!(kept.len() + 10 < lines.len());
    let deals = folder.path().join("deals.csv");
    fs::write(&deals, kept.join("\n") + "\n").unwrap();
    let mut records = shipped();
    records[3] = deals.display().to_string();
    let other = backtest(folder.path(), &records, &until);
    let (mut one, mut two) = (truth["origins"][0].clone(), other["origins"][0].clone());
    let won = |origin: &Value| origin["total"]["won"].as_f64().unwrap();
    assert!(won(&one) > won(&two) + 5.0);
    let without = |told: &mut Value, fields: &[&str]| {
        for field in fields {
            told.as_object_mut().unwrap().remove(*field).unwrap();
        }
    };
    for origin in [&mut one, &mut two] {
        for month in origin["months"].as_array_mut().unwrap() {
            without(&mut month["bookings"], &["won", "model", "last_month", "same_share"]);
            without(month, &["won", "model", "last_month", "same_share"]);
        }
        without(&mut origin["total"], &["won"]);
        without(&mut origin["total_bookings"], &["won"]);
        // Why it went otherwise is told afterwards.
        without(origin, &["why"]);
    }
    assert_eq!(one, two);
}

#[test]
fn later_origins_know_more_and_every_month_is_counted_once_an_origin() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["--until", "2025-02", "--months", "3", "--origins", "3"];
    let tested = backtest(folder.path(), &shipped(), &words);
    let origins = tested["origins"].as_array().unwrap();
    let until: Vec<&str> = origins.iter().map(|one| one["until"].as_str().unwrap()).collect();
    assert_eq!(until, ["2025-02", "2025-03", "2025-04"]);
    let cases: Vec<u64> = origins.iter().map(|one| one["cases"].as_u64().unwrap()).collect();
    assert!(cases[0] < cases[1] && cases[1] < cases[2]);
    for band in tested["coverage"].as_array().unwrap() {
        assert_eq!(band["of"], 9);
        let held =
            origins.iter().flat_map(|one| one["months"].as_array().unwrap()).filter(|month| {
                let at = |field: &str| month[field].as_f64().unwrap();
                let (low, high) = match band["band"].as_u64().unwrap() {
                    50 => (at("p25"), at("p75")),
                    80 => (at("p10"), at("p90")),
                    _ => (at("p5"), at("p95")),
                };
                (low..=high).contains(&at("won"))
            });
        assert_eq!(band["held"], held.count());
    }
}

/// What is recorded of the months adds up, and so do the parts of why.
#[test]
fn bookings_and_the_parts_of_a_miss_add_up() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["--until", "2025-02", "--months", "3"];
    let tested = backtest(folder.path(), &shipped(), &words);
    let origin = &tested["origins"][0];
    let number = |value: &Value| value.as_f64().unwrap();
    let text = fs::read_to_string(export::shipped("deals.csv")).unwrap();
    for month in origin["months"].as_array().unwrap() {
        let name = month["month"].as_str().unwrap();
        let rows = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let own = rows.filter(|cells| cells[1].starts_with(name));
        let sum: f64 = own.map(|cells| cells[2].parse::<f64>().unwrap()).sum();
        let bookings = &month["bookings"];
        assert!((number(&bookings["won"]) - sum).abs() < 0.01, "{name}");
        let naive = number(&origin["naive_bookings"]["last_month"]);
        let off = (naive - sum).abs();
        assert!((number(&bookings["last_month"]["crps"]) - off).abs() < 0.01);
        // Deals of this export are worth 12 000 on average.
        let ratio = number(&bookings["mean"]) / number(&month["mean"]);
        assert!((9_000.0..15_000.0).contains(&ratio), "{ratio}");
    }
    let why = &origin["why"];
    let parts = ["arrivals", "share_of_new", "share_of_open", "timing"];
    let parts: f64 = parts.iter().map(|part| number(&why[*part])).sum();
    let total = &origin["total"];
    assert!((parts - (number(&total["won"]) - number(&total["mean"]))).abs() < 1e-6);
    let won = number(&why["of_new"]["happened"]) + number(&why["of_open"]["happened"]);
    assert!((won - number(&total["won"])).abs() < 1e-9);
}

#[test]
fn a_backtest_shows_its_verdict_and_draws_its_chart() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["--until", "2025-02", "--months", "3", "--out", "tested", "--runs", "300"];
    let done = orgodds(folder.path(), &typed("backtest", &shipped(), &words)).success();
    let shown = stdout(&done);
    assert!(shown.contains("no model: over 3 months"), "{shown}");
    assert!(
        shown.contains("known until 2025-02") || shown.contains("Known until 2025-02"),
        "{shown}"
    );
    assert!(folder.path().join("tested/backtest.png").is_file());
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn without_any_deal_there_is_nothing_to_compare() {
    let folder = tempfile::tempdir().unwrap();
    let mut leads = "lead_id,created_date,source\n".to_owned();
    for month in 1..=12 {
        for day in 1..=28 {
            writeln!(leads, "L{month}-{day},2023-{month:02}-{day:02},web").unwrap();
        }
    }
    fs::write(folder.path().join("leads.csv"), leads).unwrap();
    let words = [
        "backtest",
        "--leads",
        "leads.csv",
        "--until",
        "2023-06",
        "--charts",
        "none",
        "--runs",
        "50",
    ];
    let shown = stdout(&orgodds(folder.path(), &words).success());
    assert!(shown.starts_with("No deal on record: nothing to compare.\n"), "{shown}");
    assert!(!shown.contains("Gain over it"), "{shown}");
}

#[test]
fn results_are_told_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["--out", "company.toml", "--charts", "none", "--lang", "zh"];
    let fitted = stdout(&orgodds(folder.path(), &typed("fit", &shipped(), &words)).success());
    let words = ["--until", "2025-02", "--charts", "none", "--lang", "zh", "--runs", "100"];
    let tested = stdout(&orgodds(folder.path(), &typed("backtest", &shipped(), &words)).success());
    assert!(fitted.contains("每月线索") && tested.contains("每月成交单数"), "{fitted}{tested}");
    for (shown, english) in [(&fitted, "Leads a month"), (&tested, "Deals by month")] {
        assert!(!shown.contains(english), "{shown}");
    }
    let text = fs::read_to_string(folder.path().join("company.toml")).unwrap();
    assert!(text.contains("拟合"), "{text}");
}
