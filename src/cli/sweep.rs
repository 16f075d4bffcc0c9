//! `orgodds sweep`: two organisations while one or two numbers vary.

use orgodds::language::Complaint;

use super::arguments::Sweep;
use super::experiment::Experiment;
use super::failure::Failure;
use super::terminal::Terminal;

/// Simulates every point.
pub fn run(typed: Sweep, terminal: Terminal) -> Result<(), Failure> {
    let Sweep { files, vary, options } = typed;
    if files.len() != 2 {
        return Err(Failure::Wrong(Complaint::NotTwoScenarios(files.len())));
    }
    Experiment::new(files, None, None, options).varying(vary).conduct(terminal)
}
