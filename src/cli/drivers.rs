//! `orgodds drivers`: what decides the result of one scenario, or the gap of two.

use orgodds::language::Complaint;
use orgodds::study::drivers::Inquiry;

use super::arguments::Drivers;
use super::experiment::Experiment;
use super::failure::Failure;
use super::terminal::Terminal;

/// Simulates the scenarios and finds out what moves them.
pub fn run(typed: Drivers, terminal: Terminal) -> Result<(), Failure> {
    if typed.files.len() > 2 {
        return Err(Failure::Wrong(Complaint::TooManyForDrivers(typed.files.len())));
    }
    if typed.causes && typed.files.len() < 2 {
        return Err(Failure::Wrong(Complaint::CausesOfOne));
    }
    experiment(typed).conduct(terminal)
}

/// What was typed, ready to be conducted.
pub fn experiment(typed: Drivers) -> Experiment {
    let Drivers { files, total, causes, options } = typed;
    let experiment = Experiment::new(files, None, None, options);
    experiment.finding_drivers(Inquiry { total }).finding_causes(causes)
}
