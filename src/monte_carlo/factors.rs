//! What each run drew for the numbers that are not known exactly.

use rayon::prelude::*;

use super::Request;
use crate::organisation::{FactorId, Scenario};
use crate::random::Luck;
use crate::simulation::{Plan, Values};

/// Runs whose factors a thread draws in one go.
const CHUNK: usize = 512;

/// The values of every uncertain factor of a scenario, in the order of the model:
/// one a run of the request, in run order. They are those that the runs were
/// simulated with; nothing is simulated for them.
#[must_use]
pub fn factor_values(scenario: &Scenario, request: &Request) -> Vec<(FactorId, Vec<f64>)> {
    let plan = Plan::new(scenario);
    let uncertain: Vec<FactorId> = (scenario.factors.all.iter().enumerate())
        .filter(|(_, factor)| factor.distribution.as_known().is_none())
        .map(|(index, _)| FactorId(index))
        .collect();
    let starts: Vec<u64> = request.runs.clone().step_by(CHUNK).collect();
    let chunks: Vec<Vec<f64>> = (starts.par_iter())
        .map_init(Values::default, |values, &start| {
            let end = (start + CHUNK as u64).min(request.runs.end);
            let mut rows = Vec::with_capacity(uncertain.len() * CHUNK);
            for run in start..end {
                values.draw(&plan, Luck::new(request.seed, run));
                rows.extend(uncertain.iter().map(|id| values[*id]));
            }
            rows
        })
        .collect();
    let column = |(place, id): (usize, &FactorId)| {
        let rows = chunks.iter().flat_map(|rows| rows.chunks_exact(uncertain.len()));
        (*id, rows.map(|row| row[place]).collect())
    };
    uncertain.iter().enumerate().map(column).collect()
}
