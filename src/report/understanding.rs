//! What a scenario file says, as it was understood: nothing is simulated.

use super::figures::Scale;
use super::grid::Page;
use crate::figure::percent;
use crate::organisation::{Factor, Kind, Scenario};
use crate::study::load::{Load, RoleLoad, WorkLoad};

/// The scenario of `file` as a page of `width` columns: its factors, who
/// carries which work, and expected load against expected hours.
#[must_use]
pub fn scenario(scenario: &Scenario, file: &str, load: &Load, width: usize) -> String {
    let mut page = Page::new(width);
    page.headline(&format!("{} ({file})", scenario.name));
    page.text(&time(scenario));
    factors(scenario, &mut page);
    carriers(scenario, &mut page);
    work(load, &mut page);
    people(load, &mut page);
    page.finish()
}

fn time(scenario: &Scenario) -> String {
    let currency = match scenario.currency.as_str() {
        "" => "no currency",
        currency => currency,
    };
    format!(
        "{} months counted after a warm-up of {}, {} steps a month, {currency}.",
        scenario.horizon_months, scenario.warm_up_months, scenario.steps_per_month,
    )
}

fn factors(scenario: &Scenario, page: &mut Page) {
    page.section("Factors");
    let rows = scenario.factors.all.iter().map(factor).collect();
    let header = ["path", "P10", "P50", "P90"].map(str::to_owned).to_vec();
    page.table(1, header, rows);
}

fn factor(factor: &Factor) -> Vec<String> {
    let path = factor.path.to_string();
    if let Some(value) = factor.distribution.as_known() {
        return vec![path, String::new(), value.to_string(), String::new()];
    }
    let quantiles = [0.1, 0.5, 0.9].map(|level| {
        let value = factor.distribution.quantile(level);
        Scale::of(value, 0.0).show(value)
    });
    [&[path][..], &quantiles].concat()
}

fn carriers(scenario: &Scenario, page: &mut Page) {
    page.section("Who carries which work");
    let row = |(k, kind): (usize, &String)| {
        let carriers: Vec<_> =
            scenario.carriers(Kind(k)).map(|(role, _)| role.title.as_str()).collect();
        let carried = if carriers.is_empty() {
            "nobody: it stands still".into()
        } else {
            carriers.join(", ")
        };
        vec![kind.clone(), carried, needed_by(scenario, Kind(k)).join(", ")]
    };
    let rows = scenario.kinds.iter().enumerate().map(row).collect();
    let header = ["work", "carried by", "needed by"].map(str::to_owned).to_vec();
    page.table(3, header, rows);
    if !scenario.priorities.is_empty() {
        let first: Vec<_> =
            scenario.priorities.iter().map(|&kind| scenario.kind_name(kind)).collect();
        page.text(&format!("When hours are short, first: {}.", first.join(", then ")));
    }
}

/// Where work of this kind comes up, in words.
fn needed_by(scenario: &Scenario, kind: Kind) -> Vec<String> {
    let mut places = Vec::new();
    for segment in &scenario.segments {
        let key = &segment.key;
        let channels = segment.channels.iter().filter(|channel| channel.work == kind);
        places.extend(channels.map(|channel| format!("{key}: {} leads", channel.key)));
        let stages = segment.stages.iter().filter(|stage| stage.work == kind);
        places.extend(stages.map(|stage| format!("{key}: {}", stage.name)));
        if segment.customers.care.work == kind {
            places.push(format!("{key}: care"));
        }
        if segment.customers.tracking.is_some_and(|tracking| tracking.care.work == kind) {
            places.push(format!("{key}: tracking"));
        }
    }
    places
}

fn hours(hours: f64) -> String {
    let scale = if hours < 10.0 { Scale::of(hours, 0.1) } else { Scale::of(hours, 1.0) };
    scale.show(hours)
}

fn work(load: &Load, page: &mut Page) {
    page.section("Expected load: standard hours a month");
    page.aside(
        "An estimate without chance: every factor at its median, seats filled and ramped as in the long run, as \
         many customers as at the start.",
    );
    let row = |work: &WorkLoad| {
        let met =
            if work.asked > 0.0 { percent((work.given / work.asked).min(1.0)) } else { "-".into() };
        vec![work.kind.clone(), hours(work.asked), hours(work.given), met]
    };
    let header = ["work", "asked", "given", "met"].map(str::to_owned).to_vec();
    page.table(1, header, load.work.iter().map(row).collect());
    let short = |work: &&WorkLoad| work.given < 0.95 * work.asked;
    let missing = |work: &WorkLoad| work.asked - work.given;
    let worst = load.work.iter().filter(short).max_by(|a, b| missing(a).total_cmp(&missing(b)));
    if let Some(work) = worst {
        page.notice(&format!(
            "Most hours are missing at {}: about {} a month.",
            work.kind,
            hours(missing(work))
        ));
    }
}

fn people(load: &Load, page: &mut Page) {
    page.section("Expected hours: productive hours a month");
    let row = |role: &RoleLoad| {
        let idle = (role.available - role.given).max(0.0);
        vec![
            role.title.clone(),
            Scale::of(role.seats.planned, 0.0).show(role.seats.planned),
            percent(role.seats.filled),
            percent(role.seats.productivity),
            hours(role.available),
            hours(role.given),
            if role.available > 0.0 { percent(idle / role.available) } else { "-".into() },
        ]
    };
    let header = ["role", "seats", "filled", "productive", "available", "given", "idle"];
    page.table(1, header.map(str::to_owned).to_vec(), load.roles.iter().map(row).collect());
}
