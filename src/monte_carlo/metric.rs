//! One figure of every run, and nothing else kept.

use super::{Interrupted, Request, Watch, play};
use crate::organisation::Scenario;
use crate::simulation::{Metric, Plan, Tally};

/// Simulates runs of a scenario and answers with one metric of each, in run order.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn metric(
    scenario: &Scenario,
    metric: Metric,
    request: &Request,
    watch: &dyn Watch,
) -> Result<Vec<f64>, Interrupted> {
    let plan = Plan::new(scenario);
    let write = |tally: &Tally<'_>, margin: f64, rows: &mut Vec<f64>| {
        rows.push(tally.metric(metric, margin));
    };
    let mut values = Vec::new();
    values.reserve_exact((request.runs.end - request.runs.start) as usize);
    play(&plan, request, watch, write, |rows| values.extend_from_slice(rows))?;
    Ok(values)
}
