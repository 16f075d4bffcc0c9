//! What a distribution found: where most runs lie, and who can lose money.

use super::finding::{band, brief, chance, is_certain, odds, summary};
use crate::figure::{percent, short};
use crate::language::{Language, Loss, Often};
use crate::study::{Forecast, LeadMetric, Study};

/// The finding on a single scenario.
pub fn middle(study: &Study, metric: LeadMetric, language: Language) -> String {
    let (words, metric_is) = (&language.words().chart, metric.measure());
    let Some(forecast) = study.scenarios.first() else {
        return (words.measure)(metric_is).to_owned();
    };
    let name = brief(&forecast.name);
    let amount = |amount| short(language, amount);
    match summary(forecast, metric) {
        Some(all) if is_certain(band(forecast, metric)) => {
            (words.certain)(&name, metric_is, &amount(all.p50))
        }
        Some(all) => (words.middle)(&name, metric_is, &amount(all.p10), &amount(all.p90)),
        None => name,
    }
}

/// The finding on contribution: who can lose money, and how often.
pub fn losses(study: &Study, language: Language) -> String {
    let words = &language.words().chart;
    let metric = LeadMetric::Contribution;
    let share = |forecast: &Forecast| {
        let band = band(forecast, metric);
        summary(forecast, metric).map_or(0.0, |summary| 1.0 - chance(band, summary, 0.0))
    };
    let losses: Vec<f64> = study.scenarios.iter().map(share).collect();
    let names: Vec<String> = study.scenarios.iter().map(|forecast| brief(&forecast.name)).collect();
    let shares: Vec<String> = losses.iter().map(|&loss| percent(language, loss)).collect();
    let of = |place: usize| (names[place].as_str(), Often::of(losses[place], &shares[place]));
    let share_of = |place: usize| (names[place].as_str(), shares[place].as_str());
    let rare = losses.iter().all(|&loss| loss < 0.01);
    (words.losses)(&match losses[..] {
        ref many if rare && many.len() > 1 => {
            let same = || (words.measure)(metric.measure()).to_owned();
            return odds(study, metric, language).unwrap_or_else(same);
        }
        [] => return (words.measure)(metric.measure()).to_owned(),
        [none] if none <= 0.0 => return middle(study, metric, language),
        [_] => Loss::One(names[0].as_str(), of(0).1),
        ref all if all.iter().all(|&loss| loss >= 1.0) => Loss::AllAlways(all.len()),
        [p, q] if p.max(q) < 1.0 && p > 0.0 && q > 0.0 => Loss::Both([share_of(0), share_of(1)]),
        [p, _] if p > 0.0 => Loss::Either([of(0), of(1)]),
        [_, _] => Loss::Either([of(1), of(0)]),
        _ => {
            let (least, most) = extremes(&losses);
            Loss::Range([share_of(least), share_of(most)])
        }
    })
}

/// Places of the smallest and the largest value.
fn extremes(values: &[f64]) -> (usize, usize) {
    let order = |&a: &usize, &b: &usize| values[a].total_cmp(&values[b]);
    let places = 0..values.len();
    (places.clone().min_by(order).unwrap_or(0), places.max_by(order).unwrap_or(0))
}
