//! The share of pure chance: what a result would still vary if all factors were
//! known.

use rayon::prelude::*;

use super::{CHUNK, CHUNKS_AT_ONCE, Interrupted, Request, Watch};
use crate::organisation::Scenario;
use crate::random::Luck;
use crate::simulation::{Engine, Metric, Plan, Tally};
use crate::statistics::sensitivity::Estimate;

/// Where the numbers of runs begin that lend their luck. No request reaches there.
const OTHER: u64 = 1 << 63;

/// The share of the variance of a metric of one scenario, or of the second's less
/// the first's, that chance alone makes. `results` are those of all runs of the
/// request; the first `again` of them are played once more, with the same factors
/// and other luck.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn chance_share(
    scenarios: &[&Scenario],
    results: &[f64],
    request: &Request,
    again: usize,
    metric: Metric,
    watch: &dyn Watch,
) -> Result<Estimate, Interrupted> {
    let plans: Vec<Plan<'_>> = scenarios.iter().map(|scenario| Plan::new(scenario)).collect();
    let end = request.runs.end.min(request.runs.start + again as u64);
    let request = Request { seed: request.seed, runs: request.runs.start..end };
    let others = play_again(&plans, &request, metric, watch)?;
    Ok(share(results, &others))
}

/// The results of runs with their own factors and other luck.
fn play_again(
    plans: &[Plan<'_>],
    request: &Request,
    metric: Metric,
    watch: &dyn Watch,
) -> Result<Vec<f64>, Interrupted> {
    let starts: Vec<u64> = request.runs.clone().step_by(CHUNK as usize).collect();
    let mut results = Vec::new();
    for batch in starts.chunks(CHUNKS_AT_ONCE) {
        let chunks: Vec<Vec<f64>> = (batch.par_iter())
            .map_init(
                || {
                    plans
                        .iter()
                        .map(|plan| (Engine::new(plan), Tally::new(plan)))
                        .collect::<Vec<_>>()
                },
                |players, &start| {
                    let end = (start + CHUNK).min(request.runs.end);
                    if watch.cancelled() {
                        return Vec::new();
                    }
                    let played = (start..end)
                        .map(|run| play(plans, players, request.seed, run, metric))
                        .collect();
                    watch.advanced((end - start) * plans.len() as u64);
                    played
                },
            )
            .collect();
        if watch.cancelled() {
            return Err(Interrupted);
        }
        results.extend(chunks.into_iter().flatten());
    }
    Ok(results)
}

/// The metric of one scenario, or the second's less the first's.
fn play(
    plans: &[Plan<'_>],
    players: &mut [(Engine<'_>, Tally<'_>)],
    seed: u64,
    run: u64,
    metric: Metric,
) -> f64 {
    let (own, other) = (Luck::new(seed, run), Luck::new(seed, run.wrapping_add(OTHER)));
    let mut results = plans.iter().zip(players).map(|(plan, (engine, tally))| {
        tally.clear();
        engine.play_given(|factor| own.at(plan.factors[factor]).step(0).uniform(), other, tally);
        tally.metric(metric, engine.numbers().margin)
    });
    let first = results.next().unwrap_or(0.0);
    results.next().map_or(first, |second| second - first)
}

/// Half the mean square of the changes over the variance of all results.
fn share(results: &[f64], others: &[f64]) -> Estimate {
    let (runs, again) = (results.len() as f64, others.len() as f64);
    let mean = results.iter().sum::<f64>() / runs;
    let variance = results.iter().map(|y| (y - mean).powi(2)).sum::<f64>() / (runs - 1.0);
    if variance.is_nan() || variance <= 0.0 || others.is_empty() {
        return Estimate::default();
    }
    let change = |run: usize| others.get(run).map(|other| (results[run] - other).powi(2) / 2.0);
    let value = (0..others.len()).filter_map(change).sum::<f64>() / again / variance;
    // How each run moves the ratio, to first order: as one played again, and as one
    // of all.
    let influence = |run: usize| {
        let change = change(run).map_or(0.0, |change| (change / variance - value) / again);
        change - value * ((results[run] - mean).powi(2) / variance - 1.0) / runs
    };
    let squares: f64 = (0..results.len()).map(|run| influence(run).powi(2)).sum();
    Estimate { value, se: squares.sqrt() }
}
