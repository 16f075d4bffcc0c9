//! Where all files are read: what they share, and the way of every row.

use csv::ByteRecord;

use super::currency::Currency;
use super::day::Day;
use super::field::{FileKind, Form, Meaning};
use super::findings::{Finding, Findings, Oddity, Weight};
use super::names::{Nameless, Names};
use super::problem::Problem;
use super::row::Row;
use super::sheet::{Settings, Sheet};
use super::standing::Standings;
use super::table::is_blank;
use super::taken::{ColumnTaken, FileRead};
use super::veil::Veil;

/// What the files share.
#[derive(Debug, Default)]
pub struct Desk {
    /// Everything odd so far.
    pub findings: Findings,
    /// Channels of leads and opportunities.
    pub channels: Names,
    /// Products or trades.
    pub segments: Names,
    /// Stages.
    pub stages: Names,
    /// Roles of people.
    pub roles: Names,
    /// Owners and openers.
    pub owners: Nameless,
    /// People of the file of people.
    pub people: Nameless,
    /// Customers of deals and orders.
    pub customers: Nameless,
    /// Each currency with the file and line where it was first met.
    pub currencies: Vec<(Currency, String, u64)>,
    /// What was taken for what.
    pub taken: Vec<ColumnTaken>,
    /// How the files were read.
    pub files: Vec<FileRead>,
    /// What texts of statuses and stages say.
    pub standings: Standings,
    /// What is kept out of what is shown.
    pub veil: Veil,
    /// Later dates are not believed.
    pub today: Option<Day>,
    /// Whether a later date was met in the file at hand.
    pub(super) future: bool,
    /// Whether the row at hand counts as bad already.
    pub(super) bad: bool,
}

/// Why a row is not used.
#[derive(Debug)]
pub enum Refusal {
    /// It is set aside, for what stands in one of its columns.
    Aside(Oddity, Option<Meaning>),
    /// It was set aside and noted already.
    Noted,
    /// The whole file cannot be used.
    Stop(Problem),
}

impl Desk {
    /// Takes note of something in a row.
    pub fn note(&mut self, row: &Row, oddity: Oddity, meaning: Option<Meaning>) {
        self.bad |= oddity.weight() == Weight::Bad;
        let column = meaning.and_then(|meaning| row.header(meaning));
        // An id can be a telephone number.
        let quotable = meaning.filter(|meaning| meaning.form() != Form::Text);
        let cell = quotable.map_or("", |meaning| row.text(meaning));
        self.findings.note(row.sheet.file, oddity, column, Some(row.line), cell);
    }

    /// Reads the rows of a file.
    ///
    /// # Errors
    /// Where too many rows are bad or none is left.
    pub fn read(
        &mut self,
        sheet: &Sheet,
        settings: &Settings,
        mut visit: impl FnMut(&mut Self, &Row) -> Result<(), Refusal>,
    ) -> Result<(), Problem> {
        let (mut rows, mut used, mut bad) = (0_u64, 0_u64, 0_u64);
        sheet.table.rows(|line, cells| {
            let row = Row { sheet, line, cells };
            rows += 1;
            self.bad = false;
            match self.sound(&row).and_then(|()| visit(self, &row)) {
                Ok(()) => used += 1,
                Err(Refusal::Aside(oddity, meaning)) => self.note(&row, oddity, meaning),
                Err(Refusal::Noted) => {}
                Err(Refusal::Stop(problem)) => return Err(problem),
            }
            bad += u64::from(self.bad);
            Ok(())
        })?;
        if let Some(today) = self.today.filter(|_| std::mem::take(&mut self.future)) {
            self.findings.add(sheet.file, Oddity::ReadOn(today.into()), 1, &[]);
        }
        if sheet.table.guessed {
            self.findings.add(sheet.file, Oddity::Guessed(sheet.table.encoding), rows, &[]);
        }
        let quotes = &sheet.quotes;
        self.findings.add(sheet.file, Oddity::StrayQuote, quotes.stray, &quotes.stray_lines);
        let read = FileRead {
            file: sheet.file,
            name: sheet.table.name(),
            encoding: sheet.table.encoding,
            delimiter: sheet.table.dialect.delimiter,
            unused: sheet.unused(),
            covered: 0,
            rows,
            used,
            bad,
        };
        self.judge(&read, settings.limit)?;
        self.files.push(read);
        self.taken.extend(sheet.taken());
        Ok(())
    }

    /// What holds for a row of any file.
    fn sound(&mut self, row: &Row) -> Result<(), Refusal> {
        if is_blank(row.cells) {
            return Err(Refusal::Aside(Oddity::Blank, None));
        }
        if is_footer(row) {
            return Err(Refusal::Aside(Oddity::Footer, None));
        }
        if row.cells.len() != row.sheet.table.header.len() {
            return Err(Refusal::Aside(Oddity::Cells, None));
        }
        self.veil.meet(row);
        if is_header(row) {
            return Err(Refusal::Aside(Oddity::HeaderAgain, None));
        }
        if holds_no_letter(row.cells) {
            self.note(row, Oddity::NoLetter, None);
        }
        if row.is_test() { Err(Refusal::Aside(Oddity::Test, None)) } else { Ok(()) }
    }

    fn judge(&self, read: &FileRead, limit: f64) -> Result<(), Problem> {
        if read.bad as f64 > limit * read.rows as f64 {
            return Err(Problem::TooManyBad {
                file: read.name.clone(),
                bad: read.bad,
                rows: read.rows,
                limit,
                findings: self.reasons(read.file, |weight| weight == Weight::Bad),
            });
        }
        if read.used == 0 {
            let findings = self.reasons(read.file, |weight| weight != Weight::Used);
            return Err(Problem::NothingLeft { file: read.name.clone(), findings });
        }
        Ok(())
    }

    /// Findings of a file of some weight, the most frequent first.
    fn reasons(&self, file: FileKind, fits: fn(Weight) -> bool) -> Vec<Finding> {
        let of_file = |f: &&Finding| f.file == file && fits(f.oddity.weight());
        let mut findings: Vec<Finding> = self.findings.iter().filter(of_file).cloned().collect();
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.count));
        findings
    }

    /// Takes note of the currency of an amount that is used.
    pub fn meet(&mut self, currency: Currency, row: &Row) {
        if self.currencies.iter().all(|(known, _, _)| *known != currency) {
            self.currencies.push((currency, row.sheet.table.name(), row.line));
        }
    }

    /// Keeps people out of what is shown, once every row was read.
    pub fn cover(&mut self, file: FileKind) {
        let all = [
            (&mut self.channels, "channel", file),
            (&mut self.segments, "segment", file),
            (&mut self.stages, "stage", file),
            (&mut self.roles, "role", FileKind::People),
        ];
        for (names, word, file) in all {
            let put = self.veil.cover(names, word);
            if let Some(first) = put.first() {
                let oddity = Oddity::Person(first.clone());
                self.findings.add(file, oddity, put.len() as u64, &[]);
            }
        }
        self.files.iter_mut().for_each(|read| self.veil.cover_headers(read));
    }

    /// Takes note of names that nearly join.
    pub fn compare_names(&mut self, file: FileKind) {
        let all = [&self.channels, &self.segments, &self.stages];
        let pairs: Vec<_> = all.into_iter().flat_map(Names::alike).collect();
        for (one, other) in pairs {
            self.findings.note(file, Oddity::Alike(one, other), None, None, "");
        }
    }
}

/// Words that begin a line of totals.
const TOTALS: [&str; 12] = [
    "total",
    "totals",
    "subtotal",
    "grand total",
    "grand totals",
    "sum",
    "gesamt",
    "合计",
    "总计",
    "小计",
    "合計",
    "總計",
];

/// Whether a line below the rows is a total or a remark: it begins with such a word and
/// tells no day, or is a single cell in a table of several.
fn is_footer(row: &Row) -> bool {
    let wide = row.sheet.table.header.len();
    if row.cells.len() == 1 && wide > 2 {
        return true;
    }
    let mut filled = row.cells.iter().map(super::table::text_of).filter(|cell| !cell.is_empty());
    let days = [Meaning::Created, Meaning::Won, Meaning::Closed, Meaning::Day, Meaning::Start];
    let holds = |day: &Meaning| row.filled(*day).is_some_and(|text| !is_total(text));
    let dated = row.cells.len() == wide && days.iter().any(holds);
    !dated && filled.next().is_some_and(is_total)
}

fn is_total(cell: &str) -> bool {
    let bare = cell.split(['(', '（', ':', '：']).next().unwrap_or_default().trim();
    bare.len() <= 16 && TOTALS.contains(&bare.to_lowercase().as_str())
}

/// Exports that are put one below the other repeat their header.
fn is_header(row: &Row) -> bool {
    let header = row.sheet.table.header.iter().map(String::as_bytes);
    row.cells.get(0).map(super::table::text_of)
        == row.sheet.table.header.first().map(String::as_str)
        && row.cells.iter().map(|cell| super::table::text_of(cell).as_bytes()).eq(header)
}

/// Whether U+FFFD stands in a row, in place of what could not be decoded.
fn holds_no_letter(cells: &ByteRecord) -> bool {
    let bytes = cells.as_slice();
    !bytes.is_ascii() && bytes.windows(3).any(|three| three == "\u{fffd}".as_bytes())
}
