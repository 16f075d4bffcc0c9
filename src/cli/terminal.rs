//! Standard output for the result, standard error for everything else.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use super::arguments::{Color, Command, Lang, Manner};
use super::failure::Failure;
use orgodds::language::{Complaint, Language, Messages, Unwritable};
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
    language: Language,
}

impl Terminal {
    /// As the command's `--color`, `--quiet` and `--lang` say.
    pub fn new(command: &Command) -> Self {
        let Manner { color, quiet, lang } = command.manner();
        let color = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { color, quiet, language: language(lang) }
    }

    /// The same, with results told in `lang`.
    pub fn speaking(self, lang: Lang) -> Self {
        Self { language: language(lang), ..self }
    }

    /// What results are told in.
    pub fn language(self) -> Language {
        self.language
    }

    /// What messages are told in.
    pub fn messages(self) -> &'static Messages {
        &self.language.words().messages
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
    pub fn error(self, complaint: &Complaint) {
        let words = self.messages();
        let sentence = (words.complaint)(complaint);
        self.aside(&format!("{ERROR}{}{ERROR:#}: {sentence}", words.error));
    }

    /// A warning in a sentence, unless all should be quiet.
    pub fn warn(self, sentence: &str) {
        self.note(&format!("{WARNING}{}{WARNING:#}: {sentence}", self.messages().warning));
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

fn language(lang: Lang) -> Language {
    match lang {
        Lang::En => Language::English,
        Lang::Zh => Language::Chinese,
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
        Unwritable::Stdout(error.into()).into()
    }
}
