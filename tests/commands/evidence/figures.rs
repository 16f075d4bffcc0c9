//! Figures of the report, traced to results.json and worked out again from
//! runs.csv. Nothing here comes from the library: not its statistics, not its
//! reading of files, not its way to write a number.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{packed, text};

/// A scenario's columns: a metric's value in each run.
type Columns = BTreeMap<String, Vec<f64>>;

/// runs.csv by scenario, read by hand: no cell of it holds a comma.
fn runs(csv: &str) -> BTreeMap<String, Columns> {
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut scenarios: BTreeMap<String, Columns> = BTreeMap::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), header.len(), "{line}");
        let columns = scenarios.entry(cells[1].to_owned()).or_default();
        for (name, cell) in header.iter().zip(&cells).skip(2) {
            columns.entry((*name).to_owned()).or_default().push(cell.parse().unwrap());
        }
    }
    scenarios
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn variance(values: &[f64]) -> f64 {
    let middle = mean(values);
    let squares: f64 = values.iter().map(|value| (value - middle) * (value - middle)).sum();
    squares / (values.len() as f64 - 1.0)
}

/// Standard error of the mean.
fn error(values: &[f64]) -> f64 {
    (variance(values) / values.len() as f64).sqrt()
}

/// Between the order statistics, linearly.
fn quantile(values: &[f64], level: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let place = level * (values.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(values.len() - 1);
    values[below] + (place - place.floor()) * (values[above] - values[below])
}

fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let (middle, centre) = (mean(one), mean(other));
    let products: f64 = one.iter().zip(other).map(|(a, b)| (a - middle) * (b - centre)).sum();
    products / (one.len() as f64 - 1.0) / (variance(one) * variance(other)).sqrt()
}

/// Share of values above zero, a zero counting half.
fn positive(values: &[f64]) -> f64 {
    let win = |&value: &f64| match value {
        gain if gain > 0.0 => 1.0,
        loss if loss < 0.0 => 0.0,
        _ => 0.5,
    };
    mean(&values.iter().map(win).collect::<Vec<f64>>())
}

fn minus(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(a, b)| a - b).collect()
}

/// The amount that stands in a text after some words, and half a unit of its last
/// digit: "Typically 0.23 M USD" is 230,000, give or take 5,000.
fn shown(text: &str) -> (f64, f64) {
    let text = text.trim().replace(',', "").replace('\u{2212}', "-").replace('+', "");
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
    let digits = &text[..end.unwrap_or(text.len())];
    // Of whole numbers the zeros at the end may be rounded.
    let place = digits.split_once('.').map_or_else(
        || digits.len() - digits.trim_end_matches('0').len(),
        |(_, fraction)| fraction.len(),
    );
    let place = i32::try_from(place).unwrap() * if digits.contains('.') { -1 } else { 1 };
    // The unit stands behind the error, if there is one.
    let rest = &text[digits.len()..];
    let unit = rest.trim_start().strip_prefix('±').map_or(rest, |rest| {
        rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '<')
    });
    let size = match unit.trim_start().chars().next() {
        Some('k') => 1e3,
        Some('M') => 1e6,
        Some('%') => 0.01,
        _ => 1.0,
    };
    let value: f64 = digits.parse().unwrap_or_else(|_| panic!("no number begins {text}"));
    (value * size, 0.500_001 * size * 10f64.powi(place))
}

/// What follows some words in the report.
fn after<'a>(report: &'a str, words: &str) -> &'a str {
    report.split_once(words).unwrap_or_else(|| panic!("the report does not say {words}")).1
}

/// A cell of the first table row with this label after a heading.
fn cell<'a>(report: &'a str, heading: &str, label: &str, column: usize) -> &'a str {
    let row = after(after(report, heading), &format!("\n| {label} |"));
    row.split('\n').next().unwrap().split('|').nth(column - 1).unwrap()
}

struct Evidence {
    report: String,
    results: Value,
}

impl Evidence {
    /// A figure stands in the report as in results.json, and there as the runs
    /// have it.
    fn holds(&self, words: &str, path: &str, sign: f64, worked_out: f64) {
        let stored = self.results.pointer(path).and_then(Value::as_f64);
        let stored = stored.unwrap_or_else(|| panic!("no figure at {path}"));
        let scale = worked_out.abs().max(1e-6);
        assert!((stored - worked_out).abs() <= 1e-9 * scale, "{path}: {stored}, {worked_out}");
        let words: String = words.chars().take(24).collect();
        let (value, within) = shown(&words);
        let stored = sign * stored;
        assert!((value - stored).abs() <= within, "{path}: {words:?} for {stored}");
    }
}

#[test]
fn figures_of_the_report_are_those_of_the_results_and_of_the_runs() {
    let folder = packed(&["--pack-runs", "--runs", "1000"]);
    let runs = runs(&text(&folder, "runs.csv"));
    let evidence = Evidence {
        report: text(&folder, "report.md"),
        results: serde_json::from_str(&text(&folder, "results.json")).unwrap(),
    };
    let (before, after_it) = (&runs["Generalist"], &runs["Specialised"]);
    let difference = |metric: &str| minus(&after_it[metric], &before[metric]);
    let (bookings, contribution) = (difference("bookings"), difference("contribution"));
    let report = &evidence.report;
    let gap = |name: &str| format!("/comparisons/0/metrics/bookings/{name}");

    // The answer, from the side of the generalists, who are ahead here.
    let headline = after(report, "**Generalist books more than Specialised in ");
    let ahead = positive(&minus(&before["bookings"], &after_it["bookings"]));
    let path = "/decision/scenarios/0/probability_best";
    evidence.holds(headline, path, 1.0, ahead);
    let typical = after(report, "Typically ");
    evidence.holds(typical, &gap("p50"), -1.0, quantile(&bookings, 0.5));
    evidence.holds(after(typical, "runs: "), &gap("p90"), 1.0, quantile(&bookings, 0.9));
    evidence.holds(after(typical, " less to "), &gap("p10"), -1.0, quantile(&bookings, 0.1));

    // How sure.
    let table = "### Difference to Generalist";
    let row = |column| cell(report, table, "Specialised", column);
    evidence.holds(row(1), &gap("mean_difference"), 1.0, mean(&bookings));
    evidence.holds(after(row(1), "± "), &gap("se"), 1.0, error(&bookings));
    evidence.holds(row(4), &gap("p90"), 1.0, quantile(&bookings, 0.9));
    evidence.holds(row(5), &gap("probability_better"), 1.0, positive(&bookings));
    let together = correlation(&before["bookings"], &after_it["bookings"]);
    evidence.holds(row(6), &gap("correlation"), 1.0, together);
    let choice = "### The choice, by bookings";
    let regret = |own: &Columns| -> Vec<f64> {
        let best = before["bookings"].iter().zip(&after_it["bookings"]).map(|(a, b)| a.max(*b));
        best.zip(&own["bookings"]).map(|(best, own)| best - own).collect()
    };
    let loss = regret(after_it);
    let row = |column| cell(report, choice, "2 Specialised", column);
    evidence.holds(row(1), "/scenarios/1/metrics/bookings/mean", 1.0, mean(&after_it["bookings"]));
    evidence.holds(row(3), "/decision/scenarios/1/expected_loss", 1.0, mean(&loss));
    let mut worst = loss.clone();
    worst.sort_by(f64::total_cmp);
    let worst = mean(&worst[950..]);
    evidence.holds(row(4), "/decision/scenarios/1/worst5_loss", 1.0, worst);
    let worth = after(report, "beforehand would be worth ");
    evidence.holds(worth, "/decision/evpi", 1.0, mean(&regret(before)));

    // What it costs.
    let cost = cell(report, "## What does it cost?", "people cost", 2);
    evidence.holds(
        cost,
        "/scenarios/1/metrics/people_cost/mean",
        1.0,
        mean(&after_it["people_cost"]),
    );
    let even = after(report, "Specialised must cost ");
    let yearly = quantile(&contribution, 0.5) / 2.0;
    evidence.holds(even, "/comparisons/0/breakeven_yearly_cost/value", -1.0, yearly);

    // All figures.
    let hires = cell(report, "## All figures", "hires", 1);
    evidence.holds(hires, "/scenarios/0/metrics/hires/mean", 1.0, mean(&before["hires"]));
}
