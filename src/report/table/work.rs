//! Hours by kind of work: what was asked, what was given, where it is stuck.

use super::totals::per_month;
use crate::figure::{percent, with_error};
use crate::language::Language;
use crate::report::grid::Page;
use crate::study::{Forecast, Study};

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    let (words, language) = (&page.words().table, page.language());
    page.section(words.work);
    let group = |forecast: &Forecast| (forecast.name.clone(), rows(study, forecast, language));
    page.groups(&words.work_columns, study.scenarios.iter().map(group).collect());
    for forecast in &study.scenarios {
        match sentence(forecast, language) {
            Some(stuck) => page.notice(&stuck),
            None => page.text(&(words.keeps_up)(&forecast.name)),
        }
    }
}

fn rows(study: &Study, forecast: &Forecast, language: Language) -> Vec<Vec<String>> {
    let hours = |mean, se| with_error(language, per_month(study, mean), per_month(study, se));
    forecast
        .work
        .iter()
        .map(|(kind, work)| {
            vec![
                kind.clone(),
                hours(work.demanded, work.demanded_se),
                hours(work.supplied, work.supplied_se),
                if work.demanded > 0.0 { percent(language, work.met()) } else { "-".into() },
            ]
        })
        .collect()
}

/// Names the place that holds a scenario back, if there is one, and the next two.
fn sentence(forecast: &Forecast, language: Language) -> Option<String> {
    let stuck = forecast.stuck();
    let (kind, work) = stuck.first()?;
    let next: Vec<(&str, String)> = (stuck.iter().skip(1).take(2))
        .map(|(kind, work)| (*kind, percent(language, work.met())))
        .collect();
    let met = percent(language, work.met());
    Some((language.words().table.stuck)(&forecast.name, kind, &met, &next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_most_missing_hours_decide_not_the_lowest_share() {
        // partner is met to 10 % but asks little; outbound lacks more hours.
        let sentence = sentence(&sample::generalist(), Language::English).unwrap();
        assert!(sentence.starts_with("Generalist is stuck at outbound: 47 %"), "{sentence}");
        assert!(sentence.ends_with("; next partner (10 %)."), "{sentence}");
    }

    #[test]
    fn who_keeps_up_is_stuck_nowhere() {
        let mut forecast = sample::generalist();
        for work in forecast.work.values_mut() {
            work.supplied = 0.91 * work.demanded;
        }
        assert_eq!(sentence(&forecast, Language::English), None);
    }
}
