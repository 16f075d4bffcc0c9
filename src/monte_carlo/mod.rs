//! Many runs: in parallel, collected in the order of the runs.
//!
//! A run depends on nothing but the seed and its number, and whatever is added
//! up is added in run order, so the result is the same to the last bit for any
//! number of threads.
//!
//! [`simulate`] plays a given number of runs, [`simulate_until`] as many as a
//! precision needs, [`differences`] keeps of each run only what it changes, and
//! [`column()`] only one figure, [`listened`] what a listener noted.
//! What moves the results: [`factor_values`] answers with what each run drew,
//! [`chance_share`] plays runs again with other luck, and [`total_effects`] plays a
//! design of its own.

mod chance_share;
mod column;
mod differences;
mod factors;
mod listened;
mod model;
mod points;
mod precision;
mod runs;
mod threads;
mod total;

use std::ops::Range;

use rayon::prelude::*;

pub use chance_share::chance_share;
pub use column::column;
pub use differences::differences;
pub use factors::factor_values;
pub use listened::listened;
pub use model::Model;
pub use precision::{Goal, Reached, simulate_until};
pub use runs::Runs;
pub use threads::{NoThreads, for_each, with_threads};
pub use total::{Effects, Total, TotalGoal, Totals, effects, total_effects};

use crate::organisation::Scenario;
use crate::random::Luck;
use crate::simulation::{Engine, Plan, Tally};
use runs::Layout;

/// Which runs to simulate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What all chance is derived from.
    pub seed: u64,
    /// Numbers of the runs, counted from 0.
    pub runs: Range<u64>,
}

/// Follows a simulation and may stop it.
pub trait Watch: Sync {
    /// So many more runs are done.
    fn advanced(&self, runs: u64);
    /// Whether to stop.
    fn cancelled(&self) -> bool;
    /// So many runs will be needed in all, by what is known now.
    fn expects(&self, _runs: u64) {}
}

/// Watches nothing and never stops.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn advanced(&self, _runs: u64) {}

    fn cancelled(&self) -> bool {
        false
    }
}

/// The simulation was stopped before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("interrupted")]
pub struct Interrupted;

/// Bytes that the kept figures of so many runs of a scenario need: each run's
/// metrics, and its bookings by month and by segment.
#[must_use]
pub fn memory(scenario: &Scenario, runs: u64) -> u64 {
    let kept = Layout::new(&Plan::new(scenario)).kept() as u64;
    runs.saturating_mul(kept * size_of::<f64>() as u64)
}

/// Runs that a thread simulates in one go: few enough that uneven runs leave no
/// core without work at the end.
const CHUNK: u64 = 32;
/// Chunks between two looks at what has been collected.
const CHUNKS_AT_ONCE: usize = 64;

/// Simulates runs of a scenario.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn simulate(
    scenario: &Scenario,
    request: &Request,
    watch: &dyn Watch,
) -> Result<Runs, Interrupted> {
    let plan = Plan::new(scenario);
    let mut runs = Runs::new(&Layout::new(&plan));
    extend(&mut runs, &plan, request, watch)?;
    Ok(runs)
}

/// Adds runs that follow those already there.
fn extend(
    runs: &mut Runs,
    plan: &Plan<'_>,
    request: &Request,
    watch: &dyn Watch,
) -> Result<(), Interrupted> {
    runs.expect(request.runs.end.saturating_sub(request.runs.start));
    play(plan, request, watch, Layout::write, |rows| runs.take(rows))
}

/// Plays runs; `write` appends a run's figures, given its margin, to a row, and
/// `take` gets whole rows in run order.
fn play(
    plan: &Plan<'_>,
    request: &Request,
    watch: &dyn Watch,
    write: impl Fn(&Tally<'_>, f64, &mut Vec<f64>) + Sync,
    mut take: impl FnMut(&[f64]),
) -> Result<(), Interrupted> {
    let starts: Vec<u64> = request.runs.clone().step_by(CHUNK as usize).collect();
    for batch in starts.chunks(CHUNKS_AT_ONCE) {
        let chunks: Vec<Vec<f64>> = batch
            .par_iter()
            .map_init(
                || (Engine::new(plan), Tally::new(plan)),
                |(engine, tally), &start| {
                    if watch.cancelled() {
                        return Vec::new();
                    }
                    let end = (start + CHUNK).min(request.runs.end);
                    let mut rows = Vec::new();
                    for run in start..end {
                        tally.clear();
                        engine.play(Luck::new(request.seed, run), tally);
                        write(tally, engine.numbers().margin, &mut rows);
                    }
                    watch.advanced(end - start);
                    rows
                },
            )
            .collect();
        if watch.cancelled() {
            return Err(Interrupted);
        }
        for rows in &chunks {
            take(rows);
        }
    }
    Ok(())
}
