//! Hours by kind of work: what was asked, what was given, where it is stuck.

use super::totals::per_month;
use crate::report::figures::{percent, with_error};
use crate::report::grid::Page;
use crate::report::stuck::stuck;
use crate::study::{Forecast, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    page.section("Work: standard hours a month");
    let group = |forecast: &Forecast| (forecast.name.clone(), rows(study, forecast));
    page.groups(&["asked", "given", "met"], study.scenarios.iter().map(group).collect());
    for forecast in &study.scenarios {
        match sentence(forecast) {
            Some(stuck) => page.notice(&stuck),
            None => page.text(&format!("{} keeps up with all work.", forecast.name)),
        }
    }
}

fn rows(study: &Study, forecast: &Forecast) -> Vec<Vec<String>> {
    let hours = |mean, se| with_error(per_month(study, mean), per_month(study, se));
    forecast
        .work
        .iter()
        .map(|(kind, work)| {
            let met = work.supplied / work.demanded;
            vec![
                kind.clone(),
                hours(work.demanded, work.demanded_se),
                hours(work.supplied, work.supplied_se),
                if met.is_finite() { percent(met.min(1.0)) } else { "-".into() },
            ]
        })
        .collect()
}

/// Names the place that holds a scenario back, if there is one.
fn sentence(forecast: &Forecast) -> Option<String> {
    let (kind, work) = stuck(forecast)?;
    let met = percent(work.supplied / work.demanded);
    Some(format!("{} is stuck at {kind}: {met} of the hours asked are given.", forecast.name))
}
