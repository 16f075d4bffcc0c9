//! What is said of the files that records are read from.

use crate::records::{
    ColumnTaken, DateOrder, Decimal, FileRead, Finding, Problem, Standing, column_name,
};

/// Words on the files of records.
#[derive(Debug)]
pub struct RecordWords {
    /// Why files cannot be used: a line, and lines of help.
    pub problem: fn(&Problem) -> String,
    /// An oddity, its rows and the rule that was followed, in one line.
    pub finding: fn(&Finding) -> String,
    /// How a file was read, in one line.
    pub file: fn(&FileRead) -> String,
    /// What a column was taken for, in one line.
    pub taken: fn(&ColumnTaken) -> String,
    /// What a status or stage was taken to say.
    pub standing: fn(Standing) -> &'static str,
}

/// A whole number with its thousands grouped.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let places = digits.len();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (places - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share in percent with at most two decimals, so that one just above a limit
/// does not read like the limit.
pub(super) fn percent(share: f64) -> String {
    let hundredths = (share * 10_000.0).round() / 100.0;
    format!("{hundredths} %")
}

/// Lines of a file with commas, and whether there are more.
pub(super) fn lines(finding: &Finding) -> String {
    let lines: Vec<String> = finding.lines.iter().map(ToString::to_string).collect();
    let more = finding.count > finding.lines.len() as u64;
    lines.join(", ") + if more { ", …" } else { "" }
}

/// How a header is to be typed on the command line.
pub(super) fn override_of(column: &str, header: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || c == '_';
    if header.chars().all(plain) {
        format!("--column {column}={header}")
    } else {
        format!("--column {column}=\"{header}\"")
    }
}

/// The forms of a column: dmy, 1,234.56.
pub(super) fn forms(taken: &ColumnTaken) -> Option<&'static str> {
    let order = taken.order.map(|order| match order {
        DateOrder::Dmy => "dmy",
        DateOrder::Mdy => "mdy",
        DateOrder::Ymd => "ymd",
    });
    let decimal = taken.decimal.map(|decimal| match decimal {
        Decimal::Point => "1,234.56",
        Decimal::Comma => "1.234,56",
    });
    order.or(decimal)
}

/// `lead_created = first_contact_date`.
pub(super) fn assignment(taken: &ColumnTaken) -> String {
    format!("{} = {}", column_name(taken.file, taken.meaning), taken.header)
}

/// How `--explain` shows a character between two cells.
pub(super) fn shown(delimiter: u8) -> Option<char> {
    (delimiter != b'\t').then(|| char::from(delimiter))
}
