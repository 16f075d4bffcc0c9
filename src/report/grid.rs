//! A page as it is told, top down: headings, sentences, tables. It is set for a
//! terminal by `columns`, for a report by `markdown` and `html`: the same words
//! and the same numbers in all of them.

use super::columns;
use crate::language::{Language, Words};

/// The narrowest page: below it words would fall apart into letters.
const NARROWEST: usize = 40;

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    /// What is most important.
    Headline(String),
    /// A heading.
    Section(String),
    /// Plain text; empty for a free line.
    Text(String),
    /// What a reader should not miss.
    Notice(String),
    /// What can be skipped.
    Aside(String),
    /// Rows, of which the first is the header if there is one. The first `labels`
    /// columns are text, the others numbers. A row with nothing but its first cell
    /// heads those below it, which are indented by two spaces.
    Table {
        /// Columns of text.
        labels: usize,
        /// Whether there is a header.
        headed: bool,
        /// Cells, as many in every row.
        rows: Vec<Vec<String>>,
    },
}

/// A page that grows downwards.
pub(super) struct Page {
    blocks: Vec<Block>,
    width: usize,
    language: Language,
}

impl Page {
    /// An empty page of `width` columns, at least 40.
    pub(super) fn new(language: Language, width: usize) -> Self {
        Self { blocks: Vec::new(), width: width.max(NARROWEST), language }
    }

    /// What numbers are written in.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// What sentences and labels are written in.
    pub(super) fn words(&self) -> &'static Words {
        self.language.words()
    }

    /// Columns.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// What is most important: bold.
    pub(super) fn headline(&mut self, text: &str) {
        self.blocks.push(Block::Headline(text.to_owned()));
    }

    /// A heading, with a free line before it.
    pub(super) fn section(&mut self, title: &str) {
        self.blocks.push(Block::Section(title.to_owned()));
    }

    /// Plain text.
    pub(super) fn text(&mut self, text: &str) {
        self.blocks.push(Block::Text(text.to_owned()));
    }

    /// What a reader should not miss.
    pub(super) fn notice(&mut self, text: &str) {
        self.blocks.push(Block::Notice(text.to_owned()));
    }

    /// What can be skipped.
    pub(super) fn aside(&mut self, text: &str) {
        self.blocks.push(Block::Aside(text.to_owned()));
    }

    /// Rows under a header. The first `labels` columns are text, the others
    /// numbers; where they do not all fit, the rest follows below under the same
    /// labels.
    pub(super) fn table(&mut self, labels: usize, header: Vec<String>, rows: Vec<Vec<String>>) {
        let rows = std::iter::once(header).chain(rows).collect();
        self.blocks.push(Block::Table { labels, headed: true, rows });
    }

    /// Rows that need no header.
    pub(super) fn list(&mut self, rows: Vec<Vec<String>>) {
        self.blocks.push(Block::Table { labels: 1, headed: false, rows });
    }

    /// The same in groups, each under its name; a single name stands in the header.
    pub(super) fn groups(&mut self, header: &[&str], groups: Vec<(String, Vec<Vec<String>>)>) {
        let mut header: Vec<String> = header.iter().map(|&cell| cell.to_owned()).collect();
        let mut rows = Vec::new();
        let several = groups.len() > 1;
        for (name, mut group) in groups {
            if several {
                let mut heading = vec![String::new(); header.len() + 1];
                heading[0] = name;
                rows.push(heading);
                for row in &mut group {
                    row[0].insert_str(0, "  ");
                }
            } else {
                header.insert(0, name);
            }
            rows.append(&mut group);
        }
        if several {
            header.insert(0, String::new());
        }
        self.table(1, header, rows);
    }

    /// The page as text. What is bold or coloured stands in ANSI escapes.
    pub(super) fn finish(self) -> String {
        columns::text(&self.blocks, self.width)
    }

    /// The page as its parts.
    pub(super) fn into_blocks(self) -> Vec<Block> {
        self.blocks
    }
}
