//! How a command can fail, and with which exit status.

use std::process::ExitCode;

use super::terminal::Terminal;

/// Why a command did not do what it should.
#[derive(Debug)]
pub enum Failure {
    /// The command line is wrong, in a sentence.
    Wrong(String),
    /// Scenarios are wrong; messages with their places.
    Scenarios(String),
    /// Something outside failed, in a sentence.
    Outside(String),
    /// Requirements that do not hold, a sentence each.
    Unmet(Vec<String>),
    /// Stopped by Ctrl-C.
    Interrupted,
    /// Whoever read standard output wants no more.
    Closed,
}

impl Failure {
    /// Says what happened and answers with the exit status.
    pub fn report(self, terminal: Terminal) -> ExitCode {
        match self {
            Self::Wrong(sentence) => {
                terminal.error(&sentence);
                ExitCode::from(2)
            }
            Self::Scenarios(messages) => {
                terminal.aside(&messages);
                ExitCode::from(2)
            }
            Self::Outside(sentence) => {
                terminal.error(&sentence);
                ExitCode::from(1)
            }
            Self::Unmet(sentences) => {
                for sentence in &sentences {
                    terminal.error(sentence);
                }
                ExitCode::from(3)
            }
            Self::Interrupted => {
                terminal.aside("Interrupted; no file was changed.");
                ExitCode::from(130)
            }
            Self::Closed => ExitCode::SUCCESS,
        }
    }
}
