//! The state in which a run ended.

use orgodds::random::Luck;
use orgodds::simulation::events::{Class, Events, Queue, Staffed, Won, Worked};
use orgodds::simulation::{Engine, Plan, State};

use super::harness::{SEED, Text};

/// Something of the state at the end of each run.
pub fn at_end<T>(text: &Text, runs: u64, value: impl Fn(&State) -> T) -> Vec<T> {
    let scenario = text.load();
    let plan = Plan::new(&scenario);
    let mut engine = Engine::new(&plan);
    let mut last = LastState::default();
    (0..runs)
        .map(|run| {
            engine.play(Luck::new(SEED, run), &mut last);
            value(&last.0)
        })
        .collect()
}

/// The state at the end of the latest step.
#[derive(Default)]
struct LastState(State);

impl Events for LastState {
    fn month(&mut self, _month: usize, _demand: f64) {}
    fn staffed(&mut self, _role: usize, _staffed: Staffed) {}
    fn queued(&mut self, _segment: usize, _queue: Queue, _units: u64) {}
    fn allocated(&mut self, _state: &State) {}
    fn worked(&mut self, _segment: usize, _queue: Queue, _worked: Worked) {}
    fn stale(&mut self, _segment: usize, _queue: Queue, _units: u64) {}
    fn won(&mut self, _segment: usize, _class: Class, _flow: usize, _won: Won) {}
    fn induced_won(&mut self, _segment: usize, _deals: u64, _worth: [f64; 3]) {}
    fn ordered(&mut self, _segment: usize, _class: Class, _orders: u64, _worth: f64) {}
    fn sensed(&mut self, _segment: usize, _referrals: u64, _induced: u64) {}
    fn churned(&mut self, _segment: usize, _class: Class, _customers: u64) {}
    fn departed(&mut self, _role: usize, _people: u64) {}
    fn ended(&mut self, state: &State) {
        self.0.clone_from(state);
    }
}
