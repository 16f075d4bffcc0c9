//! `orgodds run`: one organisation.

use super::arguments::Run;
use super::experiment::Experiment;
use super::failure::Failure;
use super::terminal::Terminal;

/// Simulates the scenario.
pub fn run(typed: Run, terminal: Terminal) -> Result<(), Failure> {
    let Run { file, options } = typed;
    Experiment::new(vec![file], None, options).conduct(terminal)
}
