//! How a command can fail, and with which exit status.

use std::process::ExitCode;

use orgodds::language::{Complaint, Unwritable};

use super::terminal::Terminal;

impl From<Unwritable> for Failure {
    fn from(place: Unwritable) -> Self {
        Self::Outside(Complaint::Unwritable(place))
    }
}

/// Why a command did not do what it should.
#[derive(Debug)]
pub enum Failure {
    /// The command line is wrong.
    Wrong(Complaint),
    /// Scenarios are wrong; messages with their places.
    Scenarios(String),
    /// Records cannot be used; a message each.
    Records(Vec<String>),
    /// Something outside failed.
    Outside(Complaint),
    /// Requirements that do not hold.
    Unmet(Vec<Complaint>),
    /// Stopped by Ctrl-C.
    Interrupted,
    /// Whoever read standard output wants no more.
    Closed,
}

impl Failure {
    /// Says what happened and answers with the exit status.
    pub fn report(self, terminal: Terminal) -> ExitCode {
        match self {
            Self::Wrong(complaint) => {
                terminal.error(&complaint);
                ExitCode::from(2)
            }
            Self::Scenarios(messages) => {
                terminal.aside(&messages);
                ExitCode::from(2)
            }
            Self::Records(messages) => {
                for message in messages {
                    terminal.error(&Complaint::Plain(message));
                }
                ExitCode::from(2)
            }
            Self::Outside(complaint) => {
                terminal.error(&complaint);
                ExitCode::from(1)
            }
            Self::Unmet(complaints) => {
                for complaint in &complaints {
                    terminal.error(complaint);
                }
                ExitCode::from(3)
            }
            Self::Interrupted => {
                terminal.aside(terminal.messages().interrupted);
                ExitCode::from(130)
            }
            Self::Closed => ExitCode::SUCCESS,
        }
    }
}
