//! Why files cannot be used at all.

use std::io::ErrorKind;

use super::currency::Currency;
use super::field::FileKind;
use super::findings::Finding;

/// One reason. Files are named as typed, lines and places count from 1.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// Neither leads nor opportunities are given.
    NoFiles,
    /// Deals without the leads that they came from.
    DealsAlone,
    /// The system does not give the file.
    Unreadable {
        /// The file.
        file: String,
        /// Why; `InvalidInput` where it is no plain file.
        reason: ErrorKind,
    },
    /// A workbook of a spreadsheet program.
    Workbook {
        /// The file.
        file: String,
    },
    /// An archive, or a file that is packed.
    Packed {
        /// The file.
        file: String,
    },
    /// Bytes that are no text.
    NoText {
        /// The file.
        file: String,
    },
    /// Not a byte, or blank lines only.
    Empty {
        /// The file.
        file: String,
    },
    /// A header and no row.
    HeaderOnly {
        /// The file.
        file: String,
    },
    /// The first line is a row: no headers stand above it. It is not repeated to
    /// people, for it can hold names.
    NoHeader {
        /// The file.
        file: String,
    },
    /// A quoted cell that never ends.
    OpenQuote {
        /// The file.
        file: String,
        /// Where it begins.
        line: u64,
    },
    /// A column that is needed, or that was asked for, is not there.
    NoColumn {
        /// The file.
        file: String,
        /// Its name for `--column`.
        column: String,
        /// The header that was asked for.
        asked: Option<String>,
        /// The most similar header.
        nearest: Option<String>,
        /// All headers.
        headers: Vec<String>,
    },
    /// Two headers fit equally well.
    TwoColumns {
        /// The file.
        file: String,
        /// The column's name for `--column`.
        column: String,
        /// Their places and texts.
        headers: [(usize, String); 2],
    },
    /// A `--column` names something that no file has.
    NoSuchMeaning {
        /// As typed.
        column: String,
        /// The most similar name.
        nearest: Option<String>,
    },
    /// Two `--column` name the same thing.
    ColumnTwice {
        /// Its name for `--column`.
        column: String,
    },
    /// A `--column` is about a file that is not given.
    NoFileFor {
        /// Its name for `--column`.
        column: String,
        /// The option that gives the file.
        option: &'static str,
    },
    /// Deals or other cases can close, but no column tells when or how.
    NoEnd {
        /// The file.
        file: String,
        /// The kind of file.
        kind: FileKind,
    },
    /// Dates that are two dates, and nothing in the file settles which.
    DateOrder {
        /// The file.
        file: String,
        /// The header.
        column: String,
        /// The first such line.
        line: u64,
        /// The date there.
        text: String,
    },
    /// Dates with the day first and dates with the month first in one column.
    TwoDateOrders {
        /// The file.
        file: String,
        /// The header.
        column: String,
        /// The first line and date with the day first.
        day_first: (u64, String),
        /// The first line and date with the month first.
        month_first: (u64, String),
    },
    /// The year is said to stand first, and stands last.
    YearLast {
        /// The file.
        file: String,
        /// The header.
        column: String,
        /// The first such line.
        line: u64,
        /// The date there.
        text: String,
    },
    /// Numbers that are two numbers, and nothing in the file settles which.
    DecimalSign {
        /// The file.
        file: String,
        /// The header.
        column: String,
        /// The first such line.
        line: u64,
        /// The number there.
        text: String,
    },
    /// Decimal points and decimal commas in one column.
    TwoDecimalSigns {
        /// The file.
        file: String,
        /// The header.
        column: String,
        /// The first line and number with a decimal point.
        point: (u64, String),
        /// The first line and number with a decimal comma.
        comma: (u64, String),
    },
    /// Amounts in several currencies: each with the file and line where it is
    /// first met.
    Currencies {
        /// In the order of the files.
        met: Vec<(Currency, String, u64)>,
    },
    /// More kinds of names than a column of this meaning can have.
    TooManyNames {
        /// The file.
        file: String,
        /// The header.
        column: String,
        /// As many as are allowed.
        limit: usize,
    },
    /// Too many rows are bad.
    TooManyBad {
        /// The file.
        file: String,
        /// Bad rows.
        bad: u64,
        /// All rows.
        rows: u64,
        /// The share that is allowed, within 0 and 1.
        limit: f64,
        /// What is wrong with them, the most frequent first.
        findings: Vec<Finding>,
    },
    /// No row of a file can be used.
    NothingLeft {
        /// The file.
        file: String,
        /// Why they were left out, the most frequent reason first.
        findings: Vec<Finding>,
    },
}
