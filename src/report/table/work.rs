//! Hours by kind of work: what was asked, what was given, where it is stuck.

use super::totals::per_month;
use crate::figure::percent;
use crate::report::figures::with_error;
use crate::report::grid::Page;
use crate::study::{Forecast, Study};

pub(super) fn write(study: &Study, page: &mut Page) {
    page.section("Work: standard hours a month");
    let group = |forecast: &Forecast| (forecast.name.clone(), rows(study, forecast));
    page.groups(&["asked", "given", "met"], study.scenarios.iter().map(group).collect());
    for forecast in &study.scenarios {
        match sentence(forecast) {
            Some(stuck) => page.notice(&stuck),
            None => page.text(&format!("{} keeps up with all the work.", forecast.name)),
        }
    }
}

fn rows(study: &Study, forecast: &Forecast) -> Vec<Vec<String>> {
    let hours = |mean, se| with_error(per_month(study, mean), per_month(study, se));
    forecast
        .work
        .iter()
        .map(|(kind, work)| {
            vec![
                kind.clone(),
                hours(work.demanded, work.demanded_se),
                hours(work.supplied, work.supplied_se),
                if work.demanded > 0.0 { percent(work.met()) } else { "-".into() },
            ]
        })
        .collect()
}

/// Names the place that holds a scenario back, if there is one, and the next two.
fn sentence(forecast: &Forecast) -> Option<String> {
    let stuck = forecast.stuck();
    let (kind, work) = stuck.first()?;
    let next: Vec<String> = (stuck.iter().skip(1).take(2))
        .map(|(kind, work)| format!("{kind} ({})", percent(work.met())))
        .collect();
    let next = if next.is_empty() { String::new() } else { format!("; next {}", next.join(", ")) };
    Some(format!(
        "{} is stuck at {kind}: {} of the hours asked are given{next}.",
        forecast.name,
        percent(work.met())
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_most_missing_hours_decide_not_the_lowest_share() {
        // partner is met to 10 % but asks little; outbound lacks more hours.
        let sentence = sentence(&sample::generalist()).unwrap();
        assert!(sentence.starts_with("Generalist is stuck at outbound: 47 %"), "{sentence}");
        assert!(sentence.ends_with("; next partner (10 %)."), "{sentence}");
    }

    #[test]
    fn who_keeps_up_is_stuck_nowhere() {
        let mut forecast = sample::generalist();
        for work in forecast.work.values_mut() {
            work.supplied = 0.91 * work.demanded;
        }
        assert_eq!(sentence(&forecast), None);
    }
}
