//! What is wrong with a scenario, or odd about it, and where.

use std::fmt;

use super::render;
use super::source::Place;
use crate::language::{Language, Said};

/// How a message is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With the colours of a terminal.
    Coloured,
}

/// A mistake or a warning, with the place that it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub(super) is_warning: bool,
    pub(super) title: Said,
    pub(super) marks: Vec<Mark>,
    pub(super) helps: Vec<Said>,
}

/// A marked place. The first of a problem is where it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) place: Place,
    pub(super) label: Option<Said>,
}

impl Problem {
    /// What makes a scenario unusable.
    pub(super) fn error(title: Said, place: &Place) -> Self {
        let mark = Mark { place: place.clone(), label: None };
        Self { is_warning: false, title, marks: vec![mark], helps: Vec::new() }
    }

    /// What is allowed, but likely not meant.
    pub(super) fn warning(title: Said, place: &Place) -> Self {
        Self { is_warning: true, ..Self::error(title, place) }
    }

    /// Says something beside the latest mark.
    pub(super) fn label(mut self, label: Said) -> Self {
        if let Some(mark) = self.marks.last_mut() {
            mark.label = Some(label);
        }
        self
    }

    /// Marks another place.
    pub(super) fn also(mut self, place: &Place, label: Said) -> Self {
        self.marks.push(Mark { place: place.clone(), label: Some(label) });
        self
    }

    /// Says what was probably meant.
    pub(super) fn help(mut self, help: Said) -> Self {
        self.helps.push(help);
        self
    }

    /// The same with help, where there is some to give.
    pub(super) fn maybe_help(self, help: Option<Said>) -> Self {
        match help {
            Some(help) => self.help(help),
            None => self,
        }
    }

    /// What it is, in one line of English and without its place.
    #[must_use]
    pub fn text(&self) -> String {
        self.title.tell(Language::English).to_owned()
    }

    /// The whole message in English, with the marked line. No line break at the end.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        self.tell(Language::English, style)
    }

    /// The same in a language.
    #[must_use]
    pub fn tell(&self, language: Language, style: Style) -> String {
        render::problem(self, language, style)
    }
}

/// Nobody reads more messages in a row.
const MOST_SHOWN: usize = 50;
/// A file with more mistakes is not a scenario at all.
const MOST_KEPT: usize = 1000;

/// Everything that is wrong with the scenarios of one command. All of it is for
/// the author of the files to mend: exit status 2.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Takes in a problem, once.
    pub(super) fn push(&mut self, problem: Problem) {
        if self.0.len() < MOST_KEPT && !self.0.contains(&problem) {
            self.0.push(problem);
        }
    }

    /// In the order of the files, then of their lines.
    pub(super) fn sorted(mut self) -> Self {
        self.0.sort_by_key(|problem| problem.marks.first().map(|mark| mark.place.order()));
        self
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// All messages in English with a blank line between, and their number at the
    /// end where there are several. No line break at the end.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        self.tell(Language::English, style)
    }

    /// The same in a language.
    #[must_use]
    pub fn tell(&self, language: Language, style: Style) -> String {
        let shown = self.0.iter().take(MOST_SHOWN);
        let mut parts: Vec<String> = shown.map(|problem| problem.tell(language, style)).collect();
        let (all, shown) = (self.0.len(), parts.len());
        if all > 1 {
            parts.push((language.words().mistakes.count)(all, shown, all == MOST_KEPT));
        }
        parts.join("\n\n")
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Style::Plain))
    }
}

impl std::error::Error for Problems {}
