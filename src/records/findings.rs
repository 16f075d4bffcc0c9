//! Everything odd that was met, counted, with its first lines and the rule that
//! was followed. Nothing is set aside without a finding.

use super::date::{DateFault, OddForm, is_spaced_date};
use super::day::Day;
use super::encoding::Encoding;
use super::field::FileKind;

/// How many line numbers are kept of each finding.
pub const LINES: usize = 5;

/// Days before its beginning up to which a close counts as one of the same day:
/// one side may be a date without a time, or in another zone.
pub const ZONE_DAYS: f64 = 2.0;

/// An oddity of one kind in one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The file.
    pub file: FileKind,
    /// What is odd.
    pub oddity: Oddity,
    /// The header of the column, where it is about one.
    pub column: Option<String>,
    /// How many rows.
    pub count: u64,
    /// The first of them, by line of the file, counted from 1.
    pub lines: Vec<u64>,
    /// What stood in the first of them, where that is no word: words can be
    /// names of people.
    pub seen: Option<String>,
}

/// What can be odd.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// More or fewer cells than the header has.
    Cells,
    /// Text after the closing quote of a cell.
    StrayQuote,
    /// Bytes that stand for no letter in the file's encoding.
    NoLetter,
    /// A row of empty cells.
    Blank,
    /// The header once more.
    HeaderAgain,
    /// Somebody tried the system out.
    Test,
    /// The cell that a row needs is empty.
    Missing,
    /// A closed case without the day on which it began.
    ClosedUnbegun,
    /// An open case that has not begun.
    NotBegun,
    /// A date that is none, in a cell that a row needs.
    NeededDate(DateFault),
    /// A date that is none, in a cell that a row can do without.
    Date(DateFault),
    /// An amount that is no number.
    Number,
    /// A date in an unusual form.
    Form(OddForm),
    /// A won case without the day of the win.
    WonWithoutDay,
    /// Won by its status, while another file may tell the day.
    WonElsewhere,
    /// A lost case without the day of the loss.
    LostWithoutDay,
    /// Closed before it began, by more than zones and clocks explain.
    ClosedBefore,
    /// Closed a little before it began.
    ClosedJustBefore,
    /// Closed on the day on which it began.
    SameDay,
    /// Found fit before it began.
    QualifiedBefore,
    /// Won without being marked as qualified.
    WonUnqualified,
    /// The same id and the same content.
    Twice,
    /// The same id with another content.
    TwiceDifferent,
    /// No id, where others have one.
    NoId,
    /// No lead is named, where others are.
    NoLead,
    /// The lead is in no file.
    UnknownLead,
    /// A further deal or opportunity of a lead.
    SecondDeal,
    /// A deal or opportunity that has gone less far than its lead's own row.
    LessThanLead,
    /// A deal that is not won, among the deals.
    NotWon,
    /// 0, or less, paid for a won case or an order.
    Zero,
    /// Less than 0 paid for a won case or an order.
    Negative,
    /// A won case without an amount, where others have one.
    NoAmount,
    /// A currency that is not known.
    NoCurrency,
    /// An amount of a lost case.
    AmountOfLost,
    /// An amount of an open case.
    AmountOfOpen,
    /// A case without a channel, where others have one.
    NoChannel,
    /// Names that hold what belongs to a person, and what is shown in the place of the
    /// first.
    Person(String),
    /// An encoding that only the look of the letters speaks for.
    Guessed(Encoding),
    /// Dates are not believed that lie after this one, the day of reading: such a date
    /// can be believed on another day.
    ReadOn(Whole),
    /// A line below the rows: a total, or a remark.
    Footer,
    /// Two names that differ in case, spaces or signs only.
    Alike(String, String),
    /// A person who left before coming.
    LeftBefore,
}

/// A day without its time, in days since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole(i64);

impl From<Day> for Whole {
    fn from(day: Day) -> Self {
        Self(day.0.floor() as i64)
    }
}

impl std::fmt::Display for Whole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Day(self.0 as f64).fmt(f)
    }
}

/// What became of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The row, or a cell that it should have, is of no use: it counts as bad.
    Bad,
    /// The row is set aside, and that is no fault of the file.
    SetAside,
    /// The row is used.
    Used,
}

impl Oddity {
    /// What became of the rows.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self {
            Self::Cells
            | Self::Missing
            | Self::ClosedUnbegun
            | Self::NeededDate(_)
            | Self::Number
            | Self::WonWithoutDay
            | Self::ClosedBefore
            | Self::TwiceDifferent
            | Self::UnknownLead
            | Self::LeftBefore => Weight::Bad,
            Self::Blank
            | Self::HeaderAgain
            | Self::Test
            | Self::Footer
            | Self::NotBegun
            | Self::Twice
            | Self::NoLead
            | Self::SecondDeal
            | Self::LessThanLead
            | Self::NotWon => Weight::SetAside,
            _ => Weight::Used,
        }
    }
}

/// All findings, in the order in which they were met.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter()
    }

    /// Whether nothing is odd.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many rows of a file have an oddity.
    #[must_use]
    pub fn count(&self, file: FileKind, oddity: &Oddity) -> u64 {
        let fits = |finding: &&Finding| finding.file == file && finding.oddity == *oddity;
        self.iter().filter(fits).map(|finding| finding.count).sum()
    }

    /// Takes note of one row, or one pair of names where `line` is `None`.
    pub(super) fn note(
        &mut self,
        file: FileKind,
        oddity: Oddity,
        column: Option<&str>,
        line: Option<u64>,
        cell: &str,
    ) {
        let known = self.0.iter().position(|finding| {
            finding.file == file && finding.oddity == oddity && finding.column.as_deref() == column
        });
        let place = known.unwrap_or_else(|| {
            let column = column.map(str::to_owned);
            let seen = quotable(cell);
            self.0.push(Finding { file, oddity, column, count: 0, lines: Vec::new(), seen });
            self.0.len() - 1
        });
        let finding = &mut self.0[place];
        finding.count += 1;
        if finding.lines.len() < LINES {
            finding.lines.extend(line);
        }
    }

    /// Takes over a count that was made elsewhere.
    pub(super) fn add(&mut self, file: FileKind, oddity: Oddity, count: u64, lines: &[u64]) {
        if count > 0 {
            let lines = lines.to_vec();
            self.0.push(Finding { file, oddity, column: None, count, lines, seen: None });
        }
    }
}

/// What may be repeated to people: something short with digits and no letters. From
/// seven digits on it can be a telephone number, unless it is written as a date is.
fn quotable(cell: &str) -> Option<String> {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let plain = digits > 0 && !cell.chars().any(char::is_alphabetic);
    let short = digits < 7 || is_spaced_date(cell);
    (plain && short && cell.chars().count() <= 30).then(|| cell.to_owned())
}
