//! Roles of the scenario.

use super::line::{Page, text};
use super::team::{Seat, Team};
use crate::fit::{Assumption, Figure, Fitted, Method, benchmark, published};

pub fn write(page: &mut Page<'_>, fitted: &Fitted, team: &Team) {
    for seat in &team.seats {
        let bare = seat.key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        let key = if bare { seat.key.clone() } else { text(&seat.key) };
        page.table(&format!("roles.{key}"));
        role(page, fitted, seat);
        if !seat.work.is_empty() {
            page.table(&format!("roles.{key}.work"));
            for work in &seat.work {
                match team.gain(seat, work) {
                    Some((key, gain)) => {
                        let comment = super::line::comment(page.words, &gain);
                        let entry = format!("{{ {key} = {} }}", super::line::positive(&gain));
                        page.set(work, &entry, &comment);
                    }
                    None => page.set(work, "{}", ""),
                }
            }
        }
    }
}

fn role(page: &mut Page<'_>, fitted: &Fitted, seat: &Seat) {
    let recorded = seat.recorded.as_ref();
    if !seat.title.is_empty() {
        page.set("title", &text(&seat.title), "");
    }
    let method = match recorded {
        Some(_) if seat.changed && seat.title.is_empty() => Method::Assumed(Assumption::Spread),
        Some(_) => Method::Counted,
        None => Method::Assumed(Assumption::SizedToLoad),
    };
    let headcount = Figure::known(seat.headcount as f64, method);
    let comment = super::line::comment(page.words, &headcount);
    page.set("headcount", &seat.headcount.to_string(), &comment);
    if !seat.work.is_empty() {
        let hours = recorded.and_then(|role| role.hours.clone());
        page.positive("hours", &hours.unwrap_or_else(|| published(benchmark::HOURS)));
        page.positive("ramp_months", &published(benchmark::RAMP));
    }
    let attrition = recorded.map(|role| role.attrition.clone());
    page.probability("attrition", &attrition.unwrap_or_else(|| published(benchmark::ATTRITION)));
    page.positive("hire_months", &published(benchmark::HIRING));
    let told = recorded.and_then(|role| role.annual_cost.clone());
    page.positive("annual_cost", &told.unwrap_or_else(|| cost(fitted)));
    if seat.work.len() > 1 {
        page.probability("switching_loss", &published(benchmark::SWITCHING));
    }
}

/// What a seat costs where that is not on record.
pub fn cost(fitted: &Fitted) -> Figure {
    match fitted.currency.as_deref() {
        Some("USD") => published(benchmark::ANNUAL_COST),
        _ => Figure::known(0.0, Method::Assumed(Assumption::NoCost)),
    }
}
