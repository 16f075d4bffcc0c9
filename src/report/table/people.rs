//! Hours by role: what people had, what they gave, what was left idle.

use super::totals::per_month;
use crate::figure::percent;
use crate::report::figures::{Scale, with_error};
use crate::report::grid::Page;
use crate::study::{Forecast, RoleHours, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    page.section("People: productive hours a month");
    let group = |forecast: &Forecast| {
        let rows = forecast.roles.values().map(|role| row(study, role));
        (forecast.name.clone(), rows.collect())
    };
    page.groups(
        &["available", "given", "idle", "idle share"],
        study.scenarios.iter().map(group).collect(),
    );
    for forecast in &study.scenarios {
        if let Some(sentence) = idlest(forecast) {
            page.text(&sentence);
        }
    }
}

fn row(study: &Study, role: &RoleHours) -> Vec<String> {
    let hours = |mean, se| with_error(per_month(study, mean), per_month(study, se));
    let idle_hours = Scale::of(
        per_month(study, role.hours_available),
        per_month(study, role.hours_available_se),
    );
    vec![
        role.title.clone(),
        hours(role.hours_available, role.hours_available_se),
        hours(role.hours_given, role.hours_given_se),
        idle_hours.show(per_month(study, idle(role))),
        if role.hours_available > 0.0 {
            percent(idle(role) / role.hours_available)
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

fn idlest(forecast: &Forecast) -> Option<String> {
    let role = forecast.roles.values().max_by(|a, b| idle(a).total_cmp(&idle(b)))?;
    let share = idle(role) / role.hours_available;
    (share > MUCH).then(|| format!("{}: most idle hours at {}.", forecast.name, role.title))
}
