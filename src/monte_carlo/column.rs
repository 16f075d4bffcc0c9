//! One figure of many runs, for worlds of which nothing else is wanted.

use super::{Interrupted, Request, Watch, play};
use crate::simulation::{Metric, Plan, Tally};

/// Simulates runs on a plan and answers with a metric of each, in run order.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn column(
    plan: &Plan<'_>,
    metric: Metric,
    request: &Request,
    watch: &dyn Watch,
) -> Result<Vec<f64>, Interrupted> {
    let write =
        |tally: &Tally<'_>, margin: f64, row: &mut Vec<f64>| row.push(tally.metric(metric, margin));
    let mut column = Vec::new();
    column.reserve_exact((request.runs.end - request.runs.start) as usize);
    play(plan, request, watch, write, |rows| column.extend_from_slice(rows))?;
    Ok(column)
}
