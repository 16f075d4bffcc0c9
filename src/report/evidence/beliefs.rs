//! The numbers that nobody knows exactly, with the range they were drawn from.

use crate::figure::Scale;
use crate::language::Language;
use crate::report::grid::Page;
use crate::study::{Study, Unknown};

/// How many there are, and what their ranges mean.
pub(super) fn note(study: &Study, page: &mut Page) {
    let words = &page.words().evidence;
    let all = groups(study, page).iter().map(|(_, rows)| rows.len()).sum();
    page.text(&(words.beliefs_note)(all));
}

/// All of them.
pub(super) fn write(study: &Study, page: &mut Page) {
    let words = &page.words().evidence;
    let groups = groups(study, page);
    if !groups.is_empty() {
        page.section(words.beliefs);
        page.groups(&words.belief_columns, groups);
    }
}

/// What is believed in every scenario, then what in each.
fn groups(study: &Study, page: &Page) -> Vec<(String, Vec<Vec<String>>)> {
    let words = &page.words().evidence;
    let language = page.language();
    let [first, others @ ..] = study.scenarios.as_slice() else { return Vec::new() };
    let shared = |path: &str, unknown: &Unknown| {
        others.iter().all(|other| other.unknowns.get(path) == Some(unknown))
    };
    let rows = |of: &dyn Fn(&str, &Unknown) -> bool, unknowns: &indexmap::IndexMap<_, _>| {
        let these =
            unknowns.iter().filter(|(path, unknown): &(&String, &Unknown)| of(path, unknown));
        these.map(|(path, unknown)| row(path, unknown, language)).collect::<Vec<_>>()
    };
    let mut groups = Vec::new();
    if !others.is_empty() {
        groups.push((words.in_all.to_owned(), rows(&shared, &first.unknowns)));
    }
    for forecast in &study.scenarios {
        let own = |path: &str, unknown: &Unknown| {
            let known = first.unknowns.get(path);
            others.is_empty() || known != Some(unknown) || !shared(path, unknown)
        };
        groups.push((forecast.name.clone(), rows(&own, &forecast.unknowns)));
    }
    groups.retain(|(_, rows)| !rows.is_empty());
    groups
}

fn row(path: &str, unknown: &Unknown, language: Language) -> Vec<String> {
    let show = |value: f64| Scale::of(language, value, 0.0).show(value);
    vec![path.to_owned(), show(unknown.p10), show(unknown.p50), show(unknown.p90)]
}
