//! Existing customers and the five factors, and what each adds to the gap.

use super::gap_scale;
use crate::figure::{Scale, with_error};
use crate::language::{Chart, Factors, Language};
use crate::report::grid::Page;
use crate::study::{Comparison, FiveFactors, Forecast, Metric, Study, part};

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    let (words, language) = (&page.words().table, page.language());
    if study.comparisons.is_empty() {
        for forecast in &study.scenarios {
            page.section(words.identity);
            let rows = rows(&forecast.factors, language)
                .map(|(name, value)| vec![label(&words.factors, name).into(), value]);
            page.table(1, vec![String::new(), forecast.name.clone()], rows.to_vec());
        }
    }
    for comparison in &study.comparisons {
        let (Some(baseline), Some(candidate)) =
            (study.scenario(&comparison.baseline), study.scenario(&comparison.candidate))
        else {
            continue;
        };
        page.section(&(words.gap)(&baseline.name, &candidate.name));
        bridge(study, comparison, baseline, candidate, page);
    }
}

fn bridge(
    study: &Study,
    comparison: &Comparison,
    baseline: &Forecast,
    candidate: &Forecast,
    page: &mut Page,
) {
    let gap = &comparison.metrics.bookings;
    let (words, language) = (&page.words().table, page.language());
    let scale = gap_scale(page, gap);
    let parts = comparison.bridge.parts();
    let moved = |name: &str| {
        parts.iter().find(|(part, _)| *part == name).map_or("-".into(), |&(_, part)| {
            let se = comparison.bridge_se.get(name).unwrap_or(0.0);
            scale.signed_with_error(part, se)
        })
    };
    let values =
        rows(&baseline.factors, language).into_iter().zip(rows(&candidate.factors, language));
    let mut rows: Vec<Vec<String>> = values
        .map(|((name, before), (_, after))| {
            vec![label(&words.factors, name).into(), before, after, moved(name)]
        })
        .collect();
    if comparison.bridge.new_business.is_some() {
        let whole = moved("new_business");
        rows.push(vec![words.new_business.into(), String::new(), String::new(), whole]);
    }
    let total = |forecast: &Forecast| {
        let summary = forecast.metrics.get(Metric::Bookings.name());
        summary.map_or("-".into(), |summary| with_error(language, summary.mean, summary.se))
    };
    let difference = scale.signed_with_error(gap.mean_difference, gap.se);
    rows.push(vec![words.all_bookings.into(), total(baseline), total(candidate), difference]);
    let adds = (words.adds)(&study.currency);
    page.table(1, vec![String::new(), baseline.name.clone(), candidate.name.clone(), adds], rows);
    let unsure = unsure(comparison, &page.words().chart);
    if !unsure.is_empty() {
        page.text(&(words.unsure)(&unsure));
    }
}

/// The parts that the runs cannot tell from nothing.
fn unsure(comparison: &Comparison, words: &Chart) -> Vec<&'static str> {
    let parts = comparison.bridge.parts().into_iter();
    let unsure = parts.filter(|(name, _)| comparison.is_unsure(name));
    unsure.map(|(name, _)| (words.part)(part(name))).collect()
}

fn label(names: &Factors, factor: &str) -> &'static str {
    match factor {
        "existing" => names.existing,
        "traffic" => names.traffic,
        "conversion" => names.conversion,
        "price" => names.price,
        "repurchase" => names.repurchase,
        _ => names.referral,
    }
}

/// Existing and the five factors with their errors, as text.
fn rows(factors: &FiveFactors, language: Language) -> [(&'static str, String); 6] {
    let error = |place: usize| factors.se[place].unwrap_or(0.0);
    let mut place = 0;
    let five = factors.named().map(|(name, value)| {
        place += 1;
        let error = error(place);
        let text = match value {
            None => "-".into(),
            Some(share) if name == "conversion" => {
                Scale::percent(language, error).with_error(share, error)
            }
            Some(value) => with_error(language, value, error),
        };
        (name, text)
    });
    let [traffic, conversion, price, repurchase, referral] = five;
    let existing = ("existing", with_error(language, factors.existing, error(0)));
    [existing, traffic, conversion, price, repurchase, referral]
}
