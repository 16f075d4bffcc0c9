//! What a listener notes of many runs, for holding a scenario against records.

use rayon::prelude::*;

use super::{Interrupted, Request, Watch};
use crate::organisation::Scenario;
use crate::random::Luck;
use crate::simulation::{Engine, Events, Plan};

/// Runs between two looks at whether to stop.
const AT_ONCE: u64 = 256;

/// Simulates runs, each heard by a listener like `empty`, and answers with these in
/// run order.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn listened<L: Events + Clone + Send + Sync>(
    scenario: &Scenario,
    request: &Request,
    empty: &L,
    watch: &dyn Watch,
) -> Result<Vec<L>, Interrupted> {
    let plan = Plan::new(scenario);
    let mut all = Vec::new();
    for start in request.runs.clone().step_by(AT_ONCE as usize) {
        if watch.cancelled() {
            return Err(Interrupted);
        }
        let end = (start + AT_ONCE).min(request.runs.end);
        let some: Vec<L> = (start..end)
            .into_par_iter()
            .map_init(
                || Engine::new(&plan),
                |engine, run| {
                    let mut listener = empty.clone();
                    engine.play(Luck::new(request.seed, run), &mut listener);
                    listener
                },
            )
            .collect();
        all.extend(some);
        watch.advanced(end - start);
    }
    Ok(all)
}
