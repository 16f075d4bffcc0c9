//! `orgodds compare`: organisations against a baseline.

use super::arguments::Compare;
use super::experiment::Experiment;
use super::failure::Failure;
use super::terminal::Terminal;

/// Compares the scenarios.
pub fn run(typed: Compare, terminal: Terminal) -> Result<(), Failure> {
    let Compare { files, baseline, matching, options } = typed;
    if files.len() < 2 {
        return Err(Failure::Wrong(
            "compare needs at least two scenario files; for one there is `orgodds run`".into(),
        ));
    }
    Experiment::new(files, baseline, matching, options).conduct(terminal)
}
