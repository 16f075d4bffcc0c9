//! `orgodds run`: one organisation.

use super::arguments::Run;
use super::experiment::Experiment;
use super::failure::Failure;
use super::replay;
use super::terminal::Terminal;

/// Simulates the scenario, or opens one run of it.
pub fn run(typed: Run, terminal: Terminal) -> Result<(), Failure> {
    let Run { file, replay, options } = typed;
    if let Some(run) = replay.replay {
        return replay::run(file, run, replay.months, options, terminal);
    }
    Experiment::new(vec![file], None, None, options).conduct(terminal)
}
