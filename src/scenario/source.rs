//! Where a text is from, and where in it something stands.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// A text that somebody wrote: a file, or an argument of the command line.
#[derive(Debug)]
pub struct Source {
    /// What messages call it.
    pub name: String,
    /// All of it.
    pub text: String,
    /// Where relative paths in it start.
    pub folder: PathBuf,
    /// In the order of reading; messages follow it.
    pub number: usize,
    /// Whether its lines are worth counting: those of a file are.
    pub has_lines: bool,
}

/// A stretch of a source, or the source as a whole.
#[derive(Debug, Clone)]
pub struct Place {
    /// Where it is from.
    pub source: Arc<Source>,
    /// Bytes of its text; none for all of it.
    pub span: Option<Range<usize>>,
}

impl Place {
    /// A stretch of bytes.
    pub fn new(source: &Arc<Source>, span: Range<usize>) -> Self {
        Self { source: Arc::clone(source), span: Some(span) }
    }

    /// All of a source.
    pub fn whole(source: &Arc<Source>) -> Self {
        Self { source: Arc::clone(source), span: None }
    }

    /// What stands there.
    pub fn text(&self) -> &str {
        self.span.clone().and_then(|span| self.source.text.get(span)).unwrap_or_default()
    }

    /// A part of a string value that stands here. The bytes of the value are
    /// those of the source unless the value was written with escapes.
    pub fn part(&self, value: &str, part: Range<usize>) -> Self {
        match (&self.span, self.text().find(value)) {
            (Some(span), Some(inset)) if !value.is_empty() => {
                let start = span.start + inset;
                Self::new(&self.source, start + part.start..start + part.end)
            }
            _ => self.clone(),
        }
    }

    /// Sources in the order of reading, then by position.
    pub fn order(&self) -> (usize, usize) {
        (self.source.number, self.span.as_ref().map_or(0, |span| span.start))
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.source, &other.source) && self.span == other.span
    }
}
