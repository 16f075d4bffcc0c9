//! `orgodds compare`: organisations against a baseline.

use orgodds::language::Complaint;

use super::arguments::Compare;
use super::experiment::Experiment;
use super::failure::Failure;
use super::terminal::Terminal;

/// Compares the scenarios.
pub fn run(typed: Compare, terminal: Terminal) -> Result<(), Failure> {
    let Compare { files, baseline, matching, where_it_turns, options } = typed;
    if files.len() < 2 {
        return Err(Failure::Wrong(Complaint::TooFewScenarios));
    }
    Experiment::new(files, baseline, matching, options)
        .finding_turns(where_it_turns)
        .conduct(terminal)
}
