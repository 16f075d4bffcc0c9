//! What a person types and sees.
//!
//! One file a command; [`arguments`] is what was typed, an
//! [`Experiment`](experiment::Experiment) what is needed. Only here is anything
//! printed, only here are files written, and only here is an exit status chosen.

mod arguments;
mod backtest;
mod charts;
mod check;
mod compare;
mod completions;
mod drivers;
mod experiment;
mod failure;
mod fit;
mod folder;
mod init;
mod lookup;
mod numbers;
mod outputs;
mod pack;
mod progress;
mod record_files;
mod replay;
mod require;
mod run;
mod sameness;
mod schema;
mod signals;
mod simulation;
mod stoppable;
mod sweep;
mod target;
mod terminal;
mod verify;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use terminal::Terminal;

/// Does what the command line says.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    signals::survive_full_files();
    let terminal = Terminal::new(&arguments.command);
    let done = match arguments.command {
        Command::Compare(typed) => compare::run(typed, terminal),
        Command::Run(typed) => run::run(typed, terminal),
        Command::Sweep(typed) => sweep::run(typed, terminal),
        Command::Drivers(typed) => drivers::run(typed, terminal),
        Command::Check(typed) => check::run(&typed, terminal),
        Command::Fit(typed) => fit::run(&typed, terminal),
        Command::Backtest(typed) => backtest::run(&typed, terminal),
        Command::Init(typed) => init::run(&typed, terminal),
        Command::Schema(typed) => schema::run(&typed, terminal),
        Command::Verify(typed) => verify::run(&typed, terminal),
        Command::Completions(typed) => completions::run(&typed, terminal),
        Command::Man => completions::man(terminal),
    };
    done.map_or_else(|failure| failure.report(terminal), |()| ExitCode::SUCCESS)
}
