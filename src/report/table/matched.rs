//! Which seats a candidate was given to cost what the baseline costs.

use crate::figure::Shared;
use crate::organisation::Headcount;
use crate::report::grid::Page;
use crate::study::{Forecast, Matched, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    for forecast in &study.scenarios {
        if let Some(matched) = &forecast.matched {
            page.text(&sentence(study, forecast, matched));
        }
    }
}

fn sentence(study: &Study, forecast: &Forecast, matched: &Matched) -> String {
    let cost = matched.people_cost;
    let baseline = study.comparisons.first().map_or("", |one| one.baseline.as_str());
    // Two decimals, as costs that are to be equal differ little.
    let shared =
        Shared::by([cost.baseline, cost.before, cost.after]).and_steps([0.01 * cost.baseline]);
    let [target, before, after] =
        [cost.baseline, cost.before, cost.after].map(|amount| shared.short(amount));
    let changes: Vec<String> = matched
        .roles
        .values()
        .filter(|role| role.from != role.to)
        .map(|role| format!("{} {} instead of {}", role.title, seats(&role.to), seats(&role.from)))
        .collect();
    if changes.is_empty() {
        return format!(
            "At equal people cost, {} keeps its seats, expected to cost {after} ({baseline}: {target}).",
            forecast.name
        );
    }
    format!(
        "At equal people cost, {} was given other seats, expected to cost {after} instead of {before} \
         ({baseline}: {target}): {}.",
        forecast.name,
        changes.join(", "),
    )
}

/// "4", or "4, 6 from month 13".
fn seats(headcount: &Headcount) -> String {
    let entries = headcount.changes.iter().map(|&(month, seats)| match month {
        1 => seats.to_string(),
        month => format!("then {seats} from month {month}"),
    });
    entries.collect::<Vec<_>>().join(" ")
}
