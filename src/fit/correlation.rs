//! Factors that the records hold together.

use super::conversion::Conversion;
use super::customers::Lifetimes;
use super::fitted::{Correlation, Subject};
use crate::statistics::correlation;

/// Correlations weaker than this are chance or change nothing.
const LEAST: f64 = 0.2;

/// All that the records hold together: arrivals with each other, pass with wait,
/// churn with orders.
pub fn all(
    arriving: Vec<Vec<f64>>,
    conversion: &Conversion,
    lifetimes: Option<Lifetimes>,
) -> Vec<Correlation> {
    let arriving = arriving.into_iter().enumerate();
    let arrivals: Vec<_> = arriving.map(|(at, draws)| (Subject::Arrivals(at), draws)).collect();
    let mut found = between(&arrivals);
    found.extend(between(&conversion_draws(conversion)));
    if let Some(Lifetimes { churn, orders, .. }) = lifetimes {
        found.extend(between(&[(Subject::Churn, churn), (Subject::Orders, orders)]));
    }
    found
}

/// Pass and wait of each kind.
fn conversion_draws(conversion: &Conversion) -> Vec<(Subject, Vec<f64>)> {
    let closing = &conversion.closing;
    if conversion.passes.is_empty() || conversion.channels.len() > 1 {
        return Vec::new();
    }
    let kinds = 0..closing.law.kinds.len();
    let wait = |kind: usize| closing.draws.iter().map(|law| 1.0 / law.kinds[kind].leave).collect();
    let passes = kinds.clone().map(|kind| (Subject::Pass(kind), conversion.passes[kind].clone()));
    passes.chain(kinds.map(|kind| (Subject::Wait(kind), wait(kind)))).collect()
}

/// The correlations between these factors, given their draws: of their normal
/// scores, as the scenario has them. Where one within a group of draws that
/// belong together is strong enough, all of the group are taken, for a part of a
/// covariance need not be one.
fn between(draws: &[(Subject, Vec<f64>)]) -> Vec<Correlation> {
    let scores: Vec<Vec<f64>> = draws.iter().map(|(_, values)| scores(values)).collect();
    let mut found = Vec::new();
    for (i, (a, _)) in draws.iter().enumerate() {
        for (j, (b, _)) in draws.iter().enumerate().skip(i + 1) {
            let rho = correlation(&scores[i], &scores[j]).unwrap_or(0.0);
            // Short of the ends, where a set stops being positive definite.
            let rho = (rho * 100.0).round() / 100.0;
            found.push(Correlation { between: (*a, *b), rho: rho.clamp(-0.95, 0.95) });
        }
    }
    let strong = found.iter().any(|found| found.rho.abs() >= LEAST);
    if strong { found } else { Vec::new() }
}

/// Normal scores of the values' ranks.
fn scores(values: &[f64]) -> Vec<f64> {
    use crate::distribution::{Tails, normal};
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut scores = vec![0.0; values.len()];
    for (rank, at) in order.into_iter().enumerate() {
        let lower = (rank as f64 + 0.5) / values.len() as f64;
        scores[at] = normal::score(Tails { lower, upper: 1.0 - lower });
    }
    scores
}
