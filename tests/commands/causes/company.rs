//! A company short of hours, two organisations for it, and their causes.

use std::path::PathBuf;

use orgodds::monte_carlo::{self, Request, Runs, Unwatched};
use orgodds::organisation::Scenario;
use orgodds::scenario::{self, Style};
use orgodds::study::LeadMetric;
use orgodds::study::causes::{Answer, Group, Question};

/// All chance of these tests.
pub const SEED: u64 = 20_240_229;
/// Runs of a small world.
pub const RUNS: u64 = 60;

/// Leads, deals and customers that ask for more hours than there are.
pub const COMPANY: &str = r#"
horizon_months = 12
steps_per_month = 2
[economics]
gross_margin = 0.8
[segments.s.channels.web]
kind = "inbound"
arrivals = "70 to 90"
work = "lead"
hours = 1
qualify = 0.5
stale = 0.3
[[segments.s.stages]]
name = "close"
work = "sell"
hours = 3
pass = "0.3 to 0.5"
stale = 0.3
[segments.s.deal]
price = "900 to 1100"
spread = 0.5
[segments.s.customers]
initial = 40
care = { work = "serve", hours = 1 }
churn = { cared = 0.1, neglected = 0.5 }
orders = { cared = 1, neglected = 0.2 }
order_value = 0.5
referrals = { cared = 0, neglected = 0 }
"#;

/// A scenario of these tables.
pub fn load(toml: &str) -> Scenario {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenario.toml");
    std::fs::write(&file, toml).unwrap();
    load_file(file, &[])
}

/// A scenario file with values that overrule it.
pub fn load_file(file: PathBuf, set: &[&str]) -> Scenario {
    let set: Vec<String> = set.iter().map(|&one| one.to_owned()).collect();
    match scenario::load_all(&[file], &set) {
        Ok(mut loaded) => loaded.remove(0).scenario,
        Err(problems) => panic!("{}", problems.render(Style::Plain)),
    }
}

/// The company with these roles and the rest, under a name.
pub fn organisation(name: &str, rest: &str) -> Scenario {
    load(&format!("name = \"{name}\"\n{COMPANY}{rest}"))
}

/// The first runs of a scenario.
pub fn simulate(scenario: &Scenario, runs: u64) -> Runs {
    let request = Request { seed: SEED, runs: 0..runs };
    monte_carlo::simulate(scenario, &request, &Unwatched).unwrap()
}

/// The mean of a metric over the first runs.
pub fn mean(scenario: &Scenario, metric: LeadMetric, runs: u64) -> f64 {
    simulate(scenario, runs).metric(metric.metric()).iter().sum::<f64>() / runs as f64
}

/// What makes the gap between two scenarios.
pub fn causes(before: &Scenario, after: &Scenario, metric: LeadMetric, runs: u64) -> Answer {
    let request = Request { seed: SEED, runs: 0..runs };
    let question = Question::new(before, after, metric, SEED, &Unwatched).unwrap();
    let (from, to) = (simulate(before, runs), simulate(after, runs));
    question.answer(&from, &to, &request, &Unwatched).unwrap()
}

/// What a group adds; none where it moves nothing.
pub fn part(answer: &Answer, group: Group) -> Option<f64> {
    answer.causes.iter().find(|one| one.group == group).map(|one| one.contribution)
}

/// The sum of all causes.
pub fn sum(answer: &Answer) -> f64 {
    answer.causes.iter().map(|one| one.contribution).sum()
}

/// Whether two amounts differ by rounding only.
pub fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * (1.0 + b.abs())
}
