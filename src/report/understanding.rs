//! What a scenario file says, as it was understood: nothing is simulated.

use super::grid::Page;
use crate::figure::{Scale, percent};
use crate::language::{Check, Language};
use crate::organisation::{Factor, Kind, Scenario};
use crate::study::load::{Load, RoleLoad, WorkLoad};

/// The scenario of `file` as a page of `width` columns: its factors, who
/// carries which work, and expected load against expected hours.
#[must_use]
pub fn scenario(
    scenario: &Scenario,
    file: &str,
    load: &Load,
    language: Language,
    width: usize,
) -> String {
    let mut page = Page::new(language, width);
    let Scenario { horizon_months, warm_up_months, steps_per_month, currency, .. } = scenario;
    page.headline(&format!("{} ({file})", scenario.name));
    let time = page.words().check.time;
    page.text(&time(*horizon_months, *warm_up_months, *steps_per_month, currency));
    factors(scenario, &mut page);
    carriers(scenario, &mut page);
    work(load, &mut page);
    people(load, &mut page);
    page.finish()
}

fn factors(scenario: &Scenario, page: &mut Page) {
    let (words, language) = (&page.words().check, page.language());
    page.section(words.factors);
    let rows = scenario.factors.all.iter().map(|one| factor(one, language)).collect();
    page.table(1, words.factor_columns.map(str::to_owned).to_vec(), rows);
}

fn factor(factor: &Factor, language: Language) -> Vec<String> {
    let path = factor.path.to_string();
    if let Some(value) = factor.distribution.as_known() {
        return vec![path, String::new(), value.to_string(), String::new()];
    }
    let quantiles = [0.1, 0.5, 0.9].map(|level| {
        let value = factor.distribution.quantile(level);
        Scale::of(language, value, 0.0).show(value)
    });
    [&[path][..], &quantiles].concat()
}

fn carriers(scenario: &Scenario, page: &mut Page) {
    let words = &page.words().check;
    page.section(words.carriers);
    let row = |(k, kind): (usize, &String)| {
        let carriers: Vec<String> =
            scenario.carriers(Kind(k)).map(|(role, _)| role.title.clone()).collect();
        let carried =
            if carriers.is_empty() { words.nobody.into() } else { (words.list)(&carriers) };
        vec![kind.clone(), carried, (words.list)(&needed_by(scenario, Kind(k), words))]
    };
    let rows = scenario.kinds.iter().enumerate().map(row).collect();
    page.table(3, words.carrier_columns.map(str::to_owned).to_vec(), rows);
    if !scenario.priorities.is_empty() {
        let first: Vec<_> =
            scenario.priorities.iter().map(|&kind| scenario.kind_name(kind)).collect();
        page.text(&(words.priorities)(&first));
    }
}

/// Where work of this kind comes up, in words.
fn needed_by(scenario: &Scenario, kind: Kind, words: &Check) -> Vec<String> {
    let mut places = Vec::new();
    for segment in &scenario.segments {
        let key = &segment.key;
        let channels = segment.channels.iter().filter(|channel| channel.work == kind);
        places.extend(channels.map(|channel| (words.leads_of)(key, &channel.key)));
        let stages = segment.stages.iter().filter(|stage| stage.work == kind);
        places.extend(stages.map(|stage| (words.stage_of)(key, &stage.name)));
        if segment.customers.care.work == kind {
            places.push((words.care_of)(key));
        }
        if segment.customers.tracking.is_some_and(|tracking| tracking.care.work == kind) {
            places.push((words.tracking_of)(key));
        }
    }
    places
}

fn hours(language: Language, hours: f64) -> String {
    let error = if hours < 10.0 { 0.1 } else { 1.0 };
    Scale::of(language, hours, error).show(hours)
}

fn work(load: &Load, page: &mut Page) {
    let (words, language) = (&page.words().check, page.language());
    page.section(words.load);
    page.aside(words.load_note);
    let row = |work: &WorkLoad| {
        let met = (work.given / work.asked).min(1.0);
        let met = if work.asked > 0.0 { percent(language, met) } else { "-".into() };
        vec![work.kind.clone(), hours(language, work.asked), hours(language, work.given), met]
    };
    let header = words.load_columns.map(str::to_owned).to_vec();
    page.table(1, header, load.work.iter().map(row).collect());
    let short = |work: &&WorkLoad| work.given < 0.95 * work.asked;
    let missing = |work: &WorkLoad| work.asked - work.given;
    let worst = load.work.iter().filter(short).max_by(|a, b| missing(a).total_cmp(&missing(b)));
    if let Some(work) = worst {
        page.notice(&(words.missing)(&work.kind, &hours(language, missing(work))));
    }
}

fn people(load: &Load, page: &mut Page) {
    let (words, language) = (&page.words().check, page.language());
    page.section(words.hours);
    let row = |role: &RoleLoad| {
        let idle = (role.available - role.given).max(0.0);
        vec![
            role.title.clone(),
            Scale::of(language, role.seats.planned, 0.0).show(role.seats.planned),
            percent(language, role.seats.filled),
            percent(language, role.seats.productivity),
            hours(language, role.available),
            hours(language, role.given),
            if role.available > 0.0 {
                percent(language, idle / role.available)
            } else {
                "-".into()
            },
        ]
    };
    let header = words.hours_columns.map(str::to_owned).to_vec();
    page.table(1, header, load.roles.iter().map(row).collect());
}
