//! What a changed organisation does to each run: only the moments are kept, so
//! that many variants of a scenario need no more memory than one.

use super::{Interrupted, Request, Runs, Watch, play};
use crate::organisation::Scenario;
use crate::simulation::{Metric, Plan, Tally};
use crate::statistics::Moments;

/// Simulates `variant` and answers, for each of `metrics`, with the moments of
/// its difference to `base` run by run, on the same luck. `base` holds the runs
/// that `request` names.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn differences<const N: usize>(
    variant: &Scenario,
    base: &Runs,
    metrics: [Metric; N],
    request: &Request,
    watch: &dyn Watch,
) -> Result<[Moments; N], Interrupted> {
    let plan = Plan::new(variant);
    let write = |tally: &Tally<'_>, margin: f64, rows: &mut Vec<f64>| {
        rows.extend(metrics.map(|metric| tally.metric(metric, margin)));
    };
    let mut moments = [Moments::default(); N];
    let mut run = 0;
    play(&plan, request, watch, write, |rows| {
        for row in rows.chunks_exact(N) {
            for ((moments, value), metric) in moments.iter_mut().zip(row).zip(metrics) {
                moments.add(value - base.metric(metric)[run]);
            }
            run += 1;
        }
    })?;
    Ok(moments)
}
