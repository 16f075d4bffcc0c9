//! What was taken for what, so that people can check it.

use super::date::DateOrder;
use super::encoding::Encoding;
use super::field::{FileKind, Meaning};
use super::number::Decimal;

/// A column that was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnTaken {
    /// The file that it stands in.
    pub file: FileKind,
    /// What it was taken for.
    pub meaning: Meaning,
    /// Its header as written.
    pub header: String,
    /// Whether it was named with `--column`.
    pub told: bool,
    /// The order of day and month, where the column has dates that need one.
    pub order: Option<DateOrder>,
    /// The decimal sign, where the column has numbers that need one.
    pub decimal: Option<Decimal>,
}

/// How a file was read, and how many rows it gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRead {
    /// What it holds.
    pub file: FileKind,
    /// Its path as typed.
    pub name: String,
    /// How its letters are written.
    pub encoding: Encoding,
    /// What stands between two cells.
    pub delimiter: u8,
    /// Headers that were not used.
    pub unused: Vec<String>,
    /// How many more were not used, and hold what belongs to a person.
    pub covered: usize,
    /// Rows below the header.
    pub rows: u64,
    /// Rows that something was taken from.
    pub used: u64,
    /// Rows that count as bad.
    pub bad: u64,
}
