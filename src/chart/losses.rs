//! What a distribution found: where most runs lie, and who can lose money.

use super::finding::{band, brief, chance, in_runs, is_certain, noun, odds, summary};
use crate::figure::{percent, short};
use crate::study::{Forecast, LeadMetric, Study};

/// The finding on a single scenario.
pub fn middle(study: &Study, metric: LeadMetric, does: &str) -> String {
    let Some(forecast) = study.scenarios.first() else { return noun(metric).to_owned() };
    let name = brief(&forecast.name);
    match summary(forecast, metric) {
        Some(summary) if is_certain(band(forecast, metric)) => {
            format!("{name} {does} {} in every run", short(summary.p50))
        }
        Some(summary) => format!(
            "{name} {does} between {} and {} in 8 runs out of 10",
            short(summary.p10),
            short(summary.p90)
        ),
        None => name,
    }
}

/// The finding on contribution: who can lose money, and how often.
pub fn losses(study: &Study) -> String {
    let metric = LeadMetric::Contribution;
    let share = |forecast: &Forecast| {
        let band = band(forecast, metric);
        summary(forecast, metric).map_or(0.0, |summary| 1.0 - chance(band, summary, 0.0))
    };
    let losses: Vec<f64> = study.scenarios.iter().map(share).collect();
    let names: Vec<String> = study.scenarios.iter().map(|forecast| brief(&forecast.name)).collect();
    let rare = losses.iter().all(|&loss| loss < 0.01);
    match (&names[..], &losses[..]) {
        (_, losses) if rare && losses.len() > 1 => {
            odds(study, metric).unwrap_or_else(|| noun(metric).to_owned())
        }
        ([_], [loss]) if *loss <= 0.0 => middle(study, metric, "earns"),
        ([name], [loss]) => format!("{name} loses money {}", in_runs(*loss)),
        (names, losses) if names.len() > 1 && losses.iter().all(|&loss| loss >= 1.0) => {
            format!("{} lose money in every run", if names.len() == 2 { "Both" } else { "All" })
        }
        ([a, b], [p, q]) if p.max(*q) >= 1.0 => {
            format!("{a} loses money {}, {b} {}", in_runs(*p), in_runs(*q))
        }
        ([a, b], [p, q]) if *p > 0.0 && *q > 0.0 => {
            format!("Both can lose money: {a} in {}, {b} {}", percent(*p), in_runs(*q))
        }
        ([a, b], [p, _]) if *p > 0.0 => format!("{a} loses money {}, {b} in no run", in_runs(*p)),
        ([a, b], [_, q]) => format!("{b} loses money {}, {a} in no run", in_runs(*q)),
        (names, losses) => {
            let (least, most) = extremes(losses);
            let of = |place: usize| format!("{} ({})", percent(losses[place]), names[place]);
            format!("The chance to lose money runs from {} to {}", of(least), of(most))
        }
    }
}

/// Places of the smallest and the largest value.
fn extremes(values: &[f64]) -> (usize, usize) {
    let order = |&a: &usize, &b: &usize| values[a].total_cmp(&values[b]);
    let places = 0..values.len();
    (places.clone().min_by(order).unwrap_or(0), places.max_by(order).unwrap_or(0))
}
