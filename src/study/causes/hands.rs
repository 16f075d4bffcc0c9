//! How far work changes hands in an organisation, passage by passage.

use crate::monte_carlo::{Interrupted, Watch};
use crate::organisation::Scenario;
use crate::random::Luck;
use crate::simulation::events::{Class, Queue, Staffed, Won, Worked};
use crate::simulation::{Engine, Events, Plan, State};

/// Runs that it is measured in: the mean over so many is known to within a hundredth.
pub const RUNS: u64 = 400;

/// A passage that is never worked counts every step alike, as if by this many hours.
const UNWORKED: f64 = 1e-9;

/// The mean share of the work that changes hands on each passage, in the order of
/// [`Plan::passages`], weighed by the standard hours that the work before it got.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn measure(scenario: &Scenario, seed: u64, watch: &dyn Watch) -> Result<Vec<f64>, Interrupted> {
    let plan = Plan::new(scenario);
    let mut engine = Engine::new(&plan);
    let mut hands = Hands { plan: &plan, sums: vec![(0.0, 0.0); plan.passages().count()] };
    for run in 0..RUNS {
        if watch.cancelled() {
            return Err(Interrupted);
        }
        engine.play(Luck::new(seed, run), &mut hands);
    }
    Ok(hands.sums.iter().map(|(changed, hours)| changed / hours).collect())
}

/// Listens to how hours are handed out.
struct Hands<'a> {
    plan: &'a Plan<'a>,
    /// Hours whose work changes hands, and all hours, one a passage.
    sums: Vec<(f64, f64)>,
}

impl Events for Hands<'_> {
    fn allocated(&mut self, state: &State) {
        for ((changed, all), (task, passage)) in self.sums.iter_mut().zip(self.plan.passages()) {
            let hours = state.hours.service[task].hours + UNWORKED;
            *changed += hours * state.hours.change_of_hands(passage);
            *all += hours;
        }
    }

    fn month(&mut self, _: usize, _: f64) {}
    fn staffed(&mut self, _: usize, _: Staffed) {}
    fn queued(&mut self, _: usize, _: Queue, _: u64) {}
    fn worked(&mut self, _: usize, _: Queue, _: Worked) {}
    fn stale(&mut self, _: usize, _: Queue, _: u64) {}
    fn won(&mut self, _: usize, _: Class, _: usize, _: Won) {}
    fn induced_won(&mut self, _: usize, _: u64, _: [f64; 3]) {}
    fn ordered(&mut self, _: usize, _: Class, _: u64, _: f64) {}
    fn sensed(&mut self, _: usize, _: u64, _: u64) {}
    fn churned(&mut self, _: usize, _: Class, _: u64) {}
    fn departed(&mut self, _: usize, _: u64) {}
    fn ended(&mut self, _: &State) {}
}
