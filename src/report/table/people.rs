//! Hours by role: what people had, what they gave, what was left idle.

use super::totals::per_month;
use crate::figure::{Scale, percent, with_error};
use crate::language::{Language, Table};
use crate::report::grid::Page;
use crate::study::{Forecast, RoleHours, Study};

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    let (words, language) = (&page.words().table, page.language());
    page.section(words.people);
    let group = |forecast: &Forecast| {
        let rows = forecast.roles.values().map(|role| row(study, role, language));
        (forecast.name.clone(), rows.collect())
    };
    page.groups(&words.people_columns, study.scenarios.iter().map(group).collect());
    for forecast in &study.scenarios {
        if let Some(sentence) = idlest(forecast, words) {
            page.text(&sentence);
        }
    }
}

fn row(study: &Study, role: &RoleHours, language: Language) -> Vec<String> {
    let hours = |mean, se| with_error(language, per_month(study, mean), per_month(study, se));
    let idle_hours = Scale::of(
        language,
        per_month(study, role.hours_available),
        per_month(study, role.hours_available_se),
    );
    vec![
        role.title.clone(),
        hours(role.hours_available, role.hours_available_se),
        hours(role.hours_given, role.hours_given_se),
        idle_hours.show(per_month(study, idle(role))),
        if role.hours_available > 0.0 {
            percent(language, idle(role) / role.hours_available)
        } else {
            "-".into()
        },
    ]
}

fn idle(role: &RoleHours) -> f64 {
    (role.hours_available - role.hours_given).max(0.0)
}

/// Idle hours worth a sentence.
const MUCH: f64 = 0.2;

fn idlest(forecast: &Forecast, words: &Table) -> Option<String> {
    let role = forecast.roles.values().max_by(|a, b| idle(a).total_cmp(&idle(b)))?;
    let share = idle(role) / role.hours_available;
    (share > MUCH).then(|| (words.idlest)(&forecast.name, &role.title))
}
