//! Which seats a candidate was given to cost what the baseline costs.

use crate::figure::Shared;
use crate::language::{EqualCost, Table};
use crate::organisation::Headcount;
use crate::report::grid::Page;
use crate::study::{Forecast, Matched, Study};

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    for forecast in &study.scenarios {
        if let Some(matched) = &forecast.matched {
            page.text(&sentence(study, forecast, matched, page));
        }
    }
}

fn sentence(study: &Study, forecast: &Forecast, matched: &Matched, page: &Page) -> String {
    let words = &page.words().table;
    let cost = matched.people_cost;
    let costs = [cost.baseline, cost.before, cost.after];
    let largest = costs.iter().copied().fold(0.0, f64::max);
    let [target, before, after] = costs.map(|amount| {
        // One unit for costs that are near each other, with two decimals, as they
        // are to be equal. A far smaller one would vanish beside them.
        let near = if amount < 0.02 * largest { [amount; 3] } else { costs };
        Shared::by(page.language(), near).and_steps([0.01 * near[0]]).short(amount)
    });
    let cost = EqualCost {
        candidate: &forecast.name,
        baseline: study.comparisons.first().map_or("", |one| one.baseline.as_str()),
        target: &target,
        before: &before,
        after: &after,
    };
    let others = matched.roles.values().filter(|role| role.from != role.to);
    let changes: Vec<String> = others
        .map(|role| {
            (words.seats_instead)(&role.title, &seats(&role.to, words), &seats(&role.from, words))
        })
        .collect();
    if changes.is_empty() {
        (words.kept_seats)(&cost)
    } else {
        (words.given_seats)(&cost, &changes)
    }
}

/// "4", or "4 then 6 from month 13".
fn seats(headcount: &Headcount, words: &Table) -> String {
    let entries = headcount.changes.iter().map(|&(month, seats)| match month {
        1 => seats.to_string(),
        month => (words.seats_from)(seats, month),
    });
    entries.collect()
}
