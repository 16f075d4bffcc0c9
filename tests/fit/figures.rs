//! Figures of both data sets, computed again from the files by other means: own
//! reading, own calendar, own arithmetic, nothing of the program's.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{beside, orgodds, stdout, typed};

/// A table: cells by header. Quoted cells may hold commas.
fn table(file: &Path) -> Vec<HashMap<String, String>> {
    let text = fs::read_to_string(file).unwrap();
    let cells = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                letter => cells.last_mut().unwrap().push(letter),
            }
        }
        cells
    };
    let mut lines = text.lines();
    let header = cells(lines.next().unwrap());
    lines.map(|line| header.iter().cloned().zip(cells(line)).collect()).collect()
}

/// Days since some day, by Zeller's way of counting months from March.
fn day(date: &str) -> f64 {
    let number = |part: &str| part.parse::<f64>().unwrap();
    let (mut year, mut month, date) = (number(&date[..4]), number(&date[5..7]), &date[8..]);
    if month < 3.0 {
        (year, month) = (year - 1.0, month + 12.0);
    }
    let whole = 365.0 * year + (year / 4.0).floor() - (year / 100.0).floor()
        + (year / 400.0).floor()
        + ((153.0 * month - 457.0) / 5.0).floor()
        + number(&date[..2]);
    let clock: Vec<f64> =
        date.get(3..).map_or(vec![], |time| time.split(':').map(number).collect());
    let seconds = clock.iter().zip([3600.0, 60.0, 1.0]).map(|(part, size)| part * size);
    whole + seconds.sum::<f64>() / 86_400.0
}

fn fitted(records: &[String], further: &[&str]) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut words = vec!["--out", "company.toml", "--charts", "svg"];
    words.extend(further);
    orgodds(folder.path(), &typed("fit", records, &words)).success();
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    (read("company.toml"), read("company-fit/report.md"))
}

fn backtest(records: &[String], further: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let mut words = vec!["--charts", "none", "--json", "-", "--quiet", "--runs", "100"];
    words.extend(further);
    let done = orgodds(folder.path(), &typed("backtest", records, &words)).success();
    serde_json::from_str(&stdout(&done)).unwrap()
}

/// The cells of a report's row after its name.
fn row(report: &str, name: &str, group: &str) -> Vec<String> {
    let from = report.find(&format!("| **{group}**")).expect("the group is there");
    let line = report[from..].lines().find(|line| line.starts_with(&format!("| {name} |")));
    let cells = line.expect("the row is there").trim_matches('|').split('|');
    cells.skip(1).map(|cell| cell.trim().to_owned()).collect()
}

fn number(text: &str) -> f64 {
    text.trim_end_matches(" %").replace(',', "").parse().unwrap()
}

/// Leads of 2018: origin, day of contact, day of the win.
fn olist(data: &Path) -> Vec<(String, f64, Option<f64>)> {
    let won: HashMap<String, f64> = table(&data.join("closed_deals.csv"))
        .into_iter()
        .map(|row| (row["mql_id"].clone(), day(&row["won_date"])))
        .collect();
    let lead = |row: HashMap<String, String>| {
        let first = &row["first_contact_date"];
        let lead = (row["origin"].clone(), day(first), won.get(&row["mql_id"]).copied());
        first.starts_with("2018").then_some(lead)
    };
    table(&data.join("mql.csv")).into_iter().filter_map(lead).collect()
}

fn of_olist(data: &Path) -> [String; 4] {
    let file = |name: &str| data.join(name).display().to_string();
    ["--leads".into(), file("mql.csv"), "--deals".into(), file("closed_deals.csv")]
}

#[test]
fn figures_of_the_olist_funnel_are_found_again() {
    let Some(data) = beside("olist_funnel") else { return };
    let leads = olist(&data);
    let (scenario, report) = fitted(&of_olist(&data), &["--from", "2018-01"]);
    // 1, 2: leads and wins, all and of one origin.
    let won = leads.iter().filter(|lead| lead.2.is_some()).count();
    assert_eq!((leads.len(), won), (5998, 781));
    assert!(report.contains("Fitted to 5,998 leads") && report.contains("781 of them were won"));
    for origin in ["organic_search", "social", "unknown"] {
        let of = |lead: &&(String, f64, Option<f64>)| lead.0 == origin;
        let (cases, won) = (
            leads.iter().filter(of).count(),
            leads.iter().filter(of).filter(|lead| lead.2.is_some()).count(),
        );
        assert!(scenario.contains(&format!("# {cases} cases, {won} won so far")), "{origin}");
        // 3: the share ever won lies a little above the share won so far.
        let share = number(&row(&report, origin, "Leads that are ever won")[1]);
        let so_far = 100.0 * won as f64 / cases as f64;
        assert!(share > so_far && share < 1.15 * so_far + 0.3, "{origin}: {share} {so_far}");
    }
    // 4: the product-limit share of those won within six months of age.
    let end =
        day("2018-11-14 18:04:00").max(leads.iter().filter_map(|lead| lead.2).fold(0.0, f64::max));
    let limit = 6.0 * 365.25 / 12.0;
    let mut ages: Vec<(f64, bool)> = leads
        .iter()
        .map(|(_, first, won)| {
            won.map_or((end - first, false), |won| ((won - first).max(0.0), true))
        })
        .collect();
    ages.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut open = 1.0;
    for (place, (age, won)) in ages.iter().enumerate() {
        if *won && *age <= limit {
            open *= 1.0 - 1.0 / (ages.len() - place) as f64;
        }
    }
    let ever = number(&row(&report, "All channels", "Leads that are ever won")[1]);
    let by_six_months = 100.0 * (1.0 - open);
    assert!(
        (12.0..13.0).contains(&by_six_months) && ever > by_six_months && ever < 1.2 * by_six_months
    );
    // 5: leads a month lie around their mean.
    let level = number(&row(&report, "All channels", "Leads a month")[1]);
    let mean = leads.len() as f64 / (151.0 / 30.4375);
    assert!((level / mean - 1.0).abs() < 0.1, "{level} {mean}");
}

#[test]
fn a_backtest_of_the_olist_funnel_counts_what_the_files_hold() {
    let Some(data) = beside("olist_funnel") else { return };
    let leads = olist(&data);
    let words = ["--from", "2018-01", "--until", "2018-02", "--months", "3"];
    let origin = &backtest(&of_olist(&data), &words)["origins"][0];
    let start = day("2018-03-01");
    // 6, 7: what was known, and what came.
    let known: Vec<_> = leads.iter().filter(|lead| lead.1 < start).collect();
    let won = known.iter().filter(|lead| lead.2.is_some_and(|won| won < start)).count();
    assert_eq!(origin["cases"], known.len());
    assert_eq!(origin["won"], won);
    assert_eq!(origin["open"], known.len() - won);
    let in_month = |from: &str, to: &str| {
        let (from, to) = (day(from), day(to));
        leads.iter().filter(|lead| lead.2.is_some_and(|won| won >= from && won < to)).count() as f64
    };
    let starts = ["2018-02-01", "2018-03-01", "2018-04-01", "2018-05-01", "2018-06-01"];
    let counts: Vec<f64> = starts.windows(2).map(|ends| in_month(ends[0], ends[1])).collect();
    let months = origin["months"].as_array().unwrap();
    let told: Vec<f64> = months.iter().map(|month| month["won"].as_f64().unwrap()).collect();
    assert_eq!(told, counts[1..]);
    // 8: the naive forecasts.
    assert!((origin["naive"]["last_month"].as_f64().unwrap() - counts[0]).abs() < 1e-9);
    let february = known.iter().filter(|lead| lead.1 >= day("2018-02-01")).count();
    let share = won as f64 / known.len() as f64 * february as f64;
    assert!((origin["naive"]["same_share"].as_f64().unwrap() - share).abs() < 1e-9);
    // 9: the model's lead over the better naive one is the mean of its months'.
    let tested = backtest(&of_olist(&data), &words);
    let loss = |name: &str| {
        let months = tested["origins"][0]["months"].as_array().unwrap();
        months.iter().map(|month| month[name]["crps"].as_f64().unwrap()).sum::<f64>() / 3.0
    };
    let gain = loss("last_month").min(loss("same_share")) - loss("model");
    assert!((tested["gain"].as_f64().unwrap() - gain).abs() < 1e-9);
}

#[test]
fn figures_of_the_crm_pipeline_are_found_again() {
    let Some(data) = beside("crm_pipeline") else { return };
    let file = data.join("sales_pipeline.csv");
    let rows = table(&file);
    let records = ["--opportunities".to_owned(), file.display().to_string()];
    let (_, report) = fitted(&records, &[]);
    let begun: Vec<_> = rows.iter().filter(|row| !row["engage_date"].is_empty()).collect();
    let won: Vec<f64> = begun
        .iter()
        .filter(|row| row["deal_stage"] == "Won")
        .map(|row| row["close_value"].parse().unwrap())
        .collect();
    // 10, 11: opportunities and wins; 12, 13: mean deal and its spread.
    assert!(
        report.contains("Fitted to 8,300 opportunities")
            && report.contains("4,238 of them were won")
    );
    assert_eq!((begun.len(), won.len()), (8300, 4238));
    let mean = won.iter().sum::<f64>() / won.len() as f64;
    let variance = won.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / won.len() as f64;
    assert!((number(&row(&report, "mean deal", "Deals")[1]) - mean).abs() <= 0.5);
    assert!(
        (number(&row(&report, "spread (sd over mean)", "Deals")[1]) - variance.sqrt() / mean).abs()
            <= 0.005
    );
    // 14: the share ever won, against the cumulative incidence of wins by age.
    let end = begun.iter().map(|row| row["close_date"].as_str()).max().unwrap();
    let mut ages: Vec<(f64, u8)> = begun
        .iter()
        .map(|row| {
            let start = day(&row["engage_date"]);
            match row["deal_stage"].as_str() {
                "Won" => (day(&row["close_date"]) - start, 1),
                "Lost" => (day(&row["close_date"]) - start, 2),
                _ => (day(end) - start, 3),
            }
        })
        .collect();
    ages.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let (mut alive, mut share) = (1.0, 0.0);
    for (place, (_, what)) in ages.iter().enumerate() {
        let at_risk = (ages.len() - place) as f64;
        share += if *what == 1 { alive / at_risk } else { 0.0 };
        alive *= if *what < 3 { 1.0 - 1.0 / at_risk } else { 1.0 };
    }
    let told = number(&row(&report, "All channels", "Opportunities that are ever won")[1]);
    assert!((told - 100.0 * share).abs() < 1.0, "{told} {share}");
}
