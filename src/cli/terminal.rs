//! Standard output for the result, standard error for everything else.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use super::arguments::{Color, Command};
use super::failure::Failure;
use orgodds::report::table;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// The widest table that still reads well.
const WIDEST: usize = 160;

/// How to talk to the person.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    color: ColorChoice,
    quiet: bool,
}

impl Terminal {
    /// As the command's `--color` and `--quiet` say.
    pub fn new(command: &Command) -> Self {
        let (color, quiet) = command.manner();
        let color = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { color, quiet }
    }

    /// Whether to show how far the simulation is.
    pub fn shows_progress(self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// Whether messages on standard error are coloured.
    pub fn colours_messages(self) -> bool {
        let choice = match self.color {
            ColorChoice::Auto => AutoStream::choice(&io::stderr()),
            choice => choice,
        };
        choice != ColorChoice::Never
    }

    /// Puts (a part of) the result on standard output.
    pub fn result(self, text: &str) -> Result<(), Failure> {
        let mut out = AutoStream::new(io::stdout().lock(), self.color);
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .map_err(|error| stdout_failed(&error))
    }

    /// What went wrong.
    pub fn error(self, sentence: &str) {
        self.aside(&format!("{ERROR}error{ERROR:#}: {sentence}"));
    }

    /// A warning in a sentence, unless all should be quiet.
    pub fn warn(self, sentence: &str) {
        self.note(&format!("{WARNING}warning{WARNING:#}: {sentence}"));
    }

    /// What is good to know, unless all should be quiet.
    pub fn note(self, text: &str) {
        if !self.quiet {
            self.aside(text);
        }
    }

    /// Text on standard error. Where even that is closed, nobody listens.
    pub fn aside(self, text: &str) {
        let mut out = AutoStream::new(io::stderr().lock(), self.color);
        let _ = writeln!(out, "{text}");
    }
}

/// Columns of a table on standard output; a fixed number where nobody looks.
pub fn width() -> usize {
    let terminal = terminal_size::terminal_size_of(io::stdout());
    terminal.map_or(table::WIDTH, |(columns, _)| usize::from(columns.0).min(WIDEST))
}

/// Columns on standard error; a fixed number where nobody looks.
pub fn message_width() -> usize {
    let terminal = terminal_size::terminal_size_of(io::stderr());
    terminal.map_or(table::WIDTH, |(columns, _)| usize::from(columns.0))
}

/// A reader that has seen enough is no failure; a full disk is.
pub fn stdout_failed(error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        Failure::Closed
    } else {
        Failure::Outside(format!("cannot write to standard output: {}", plain(error)))
    }
}

/// An operating system's message without its number.
pub fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
