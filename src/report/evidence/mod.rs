//! The report of an evidence pack: findings first, then what they rest on.
//!
//! [`Evidence`] is one list of parts, told from the result record by `chapters`
//! with the tables of [`table`](super::table); `markdown` and `html` only set
//! it, so both say the same words and the same numbers.

mod beliefs;
mod chapters;
mod fitted;
mod html;
mod intervals;
mod markdown;

use super::grid::Block;
use crate::language::Language;
use crate::study::Study;

/// A chart of the report.
#[derive(Debug, Clone, Copy)]
pub struct Exhibit<'a> {
    /// Its name without extension: "difference", "bridge-1".
    pub name: &'a str,
    /// Its file in the pack.
    pub file: &'a str,
    /// The finding, as its title says it.
    pub title: &'a str,
    /// The picture as an SVG document.
    pub svg: &'a str,
    /// The same for a narrow screen.
    pub narrow: &'a str,
}

/// What a report is made of besides the result record.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The charts, in the order in which they were drawn.
    pub exhibits: &'a [Exhibit<'a>],
    /// The command that gives the same result, typed in the pack's folder.
    pub command: &'a str,
    /// The command that checks the pack, typed there.
    pub verify: &'a str,
    /// The files of the pack that a reader may open, besides the charts.
    pub files: &'a [File],
}

/// A file of the pack, and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// The report in one of its forms.
    Report(&'static str),
    /// All figures.
    Results,
    /// A row a run and scenario.
    Runs,
    /// How it was made.
    Manifest,
    /// A scenario: its file and its name.
    Scenario(String, String),
    /// A data column.
    Data(String),
}

/// A report, ready to be set.
#[derive(Debug)]
pub struct Evidence<'a> {
    language: Language,
    exhibits: &'a [Exhibit<'a>],
    parts: Vec<Part>,
}

/// A part of the report.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    /// The question.
    Title(String),
    /// What the answer was made from.
    MadeFrom(String),
    /// A chapter: its place in the document, and its heading.
    Chapter(&'static str, &'static str),
    /// What tables say too.
    Told(Block),
    /// A chart, by its place among the exhibits.
    Picture(usize),
    /// Something to type.
    Command(String),
}

impl<'a> Evidence<'a> {
    /// The report of a study.
    #[must_use]
    pub fn new(study: &Study, material: &Material<'a>, language: Language) -> Self {
        let parts = chapters::parts(study, material, language);
        Self { language, exhibits: material.exhibits, parts }
    }

    /// The report as Markdown, charts by the names of their files.
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::document(self)
    }

    /// The report as one HTML file that needs no other.
    #[must_use]
    pub fn html(&self) -> String {
        html::document(self)
    }
}
