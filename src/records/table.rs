//! A file as rows of cells.

use std::io::{self, Read};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::dialect::Dialect;
use super::encoding::{Encoding, Utf8Reader, look};
use super::lines::Lines;
use super::problem::Problem;
use super::quotes::{QuoteWatch, Quotes};
use super::source::Source;

/// A file whose header is known.
pub struct Table<'a> {
    source: &'a dyn Source,
    /// How its letters are written.
    pub encoding: Encoding,
    /// Whether only the look of the letters speaks for it.
    pub guessed: bool,
    /// What stands between two cells.
    pub dialect: Dialect,
    /// The header's cells without spaces around them.
    pub header: Vec<String>,
    /// Rows that stand above it: `sep=;`, empty cells, a title.
    above: usize,
}

/// Rows among which the header is looked for.
const TOP: usize = 100;

/// How old workbooks begin, which are compound files; new ones are ZIP archives.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";
const ARCHIVES: [&[u8]; 5] = [b"PK\x03\x04", b"\x1F\x8B", b"BZh", b"\xFD7zXZ", b"\x28\xB5\x2F\xFD"];

/// What is wrong with a file that is no text by how it begins.
fn no_table(source: &dyn Source, start: &[u8]) -> Option<Problem> {
    let file = source.name();
    let is_sheet = |mark: &[u8]| start.windows(mark.len()).any(|part| part == mark);
    let parts: [&[u8]; 2] = [b"xl/", b"[Content_Types].xml"];
    let sheet = start.starts_with(ARCHIVES[0]) && parts.into_iter().any(is_sheet);
    if start.starts_with(COMPOUND) || sheet {
        return Some(Problem::Workbook { file });
    }
    let packed = ARCHIVES.iter().any(|mark| start.starts_with(mark));
    packed.then_some(Problem::Packed { file })
}

/// Which row is the header: the first that is not blank, no `sep=;`, and no title. A
/// title is a single cell above a row of several.
fn header_place(first: &[ByteRecord], dialect: Dialect) -> Option<usize> {
    let filled = |row: &ByteRecord| row.iter().filter(|cell| !text_of(cell).is_empty()).count();
    let is_told = |row: &ByteRecord| {
        dialect.told && row.get(0).map(text_of).unwrap_or_default().starts_with("sep=")
    };
    let wide = |rows: &[ByteRecord]| {
        let mut next = rows.iter().filter(|row| filled(row) > 0);
        next.next().is_some_and(|row| filled(row) > 2)
    };
    let is_title = |place: usize| filled(&first[place]) == 1 && wide(&first[place + 1..]);
    let title_block = |place: usize| {
        let mut rest = (place..first.len()).filter(|place| filled(&first[*place]) > 0);
        filled(&first[place]) == 1 && rest.any(is_title)
    };
    (0..first.len()).find(|place| {
        let row = &first[*place];
        filled(row) > 0 && !is_told(row) && !title_block(*place)
    })
}

impl<'a> Table<'a> {
    /// Looks at the beginning of a file.
    ///
    /// # Errors
    /// Where it cannot be read or holds nothing.
    pub fn open(source: &'a dyn Source, encoding: Option<Encoding>) -> Result<Self, Problem> {
        let (start, _) = source.open().and_then(look).map_err(|e| unreadable(source, &e))?;
        if let Some(problem) = no_table(source, &start) {
            return Err(problem);
        }
        let (encoding, guessed) =
            encoding.map_or_else(|| Encoding::detect(&start), |told| (told, false));
        let mut text = Vec::new();
        let decoded = Utf8Reader::new(Box::new(start.as_slice()), encoding);
        let read = Lines::new(decoded).read_to_end(&mut text);
        read.map_err(|e| unreadable(source, &e))?;
        if text.contains(&0) {
            return Err(Problem::NoText { file: source.name() });
        }
        let dialect = Dialect::detect(&String::from_utf8_lossy(&text));
        let mut rows = reader(text.as_slice(), dialect);
        let (mut row, mut first) = (ByteRecord::new(), Vec::new());
        while first.len() < TOP
            && rows.read_byte_record(&mut row).map_err(|e| unreadable(source, &e.into()))?
        {
            first.push(row.clone());
        }
        let above = header_place(&first, dialect);
        let header = above.map(|place| &first[place]);
        let header = header.ok_or_else(|| Problem::Empty { file: source.name() })?;
        let header = header.iter().map(|cell| text_of(cell).to_owned()).collect();
        let above = above.unwrap_or_default();
        Ok(Self { source, encoding, guessed, dialect, header, above })
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> String {
        self.source.name()
    }

    /// Visits every row below the header with its line, watching quotes.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn survey(&self, visit: impl FnMut(u64, &ByteRecord)) -> Result<Quotes, Problem> {
        let mut quotes = Quotes::default();
        let bytes = self.open_again()?;
        let watch = QuoteWatch::new(bytes, self.dialect.delimiter, &mut quotes);
        let mut visit = visit;
        self.each(watch, &mut |line, row| {
            visit(line, row);
            Ok(())
        })?;
        Ok(quotes)
    }

    /// Visits every row below the header with its line.
    ///
    /// # Errors
    /// Where the file cannot be read, or what a visit says.
    pub fn rows(
        &self,
        mut visit: impl FnMut(u64, &ByteRecord) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        self.each(self.open_again()?, &mut visit)
    }

    fn open_again(&self) -> Result<Lines<Utf8Reader<'_>>, Problem> {
        let from = self.source.open().map_err(|e| unreadable(self.source, &e))?;
        Ok(Lines::new(Utf8Reader::new(from, self.encoding)))
    }

    fn each(
        &self,
        from: impl Read,
        visit: &mut dyn FnMut(u64, &ByteRecord) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        // With a line feed at the end, the last row ends as the others do.
        let mut rows = reader(from.chain(&b"\n"[..]), self.dialect);
        let mut row = ByteRecord::new();
        let mut above = self.above + 1;
        while rows.read_byte_record(&mut row).map_err(|e| unreadable(self.source, &e.into()))? {
            if above == 0 {
                visit(line(&row, rows.position().line()), &row)?;
            } else {
                above -= 1;
            }
        }
        Ok(())
    }
}

/// The line where a row begins, by the line where the reader stands after it. Its own
/// account of the row's beginning stands before empty lines.
fn line(row: &ByteRecord, after: u64) -> u64 {
    let lines = row.as_slice().split(|byte| *byte == b'\n').count() as u64;
    after.saturating_sub(lines)
}

fn reader<R: Read>(from: R, dialect: Dialect) -> Reader<R> {
    ReaderBuilder::new()
        .delimiter(dialect.delimiter)
        .flexible(true)
        .has_headers(false)
        .buffer_capacity(1 << 16)
        .from_reader(from)
}

fn unreadable(source: &dyn Source, fault: &io::Error) -> Problem {
    Problem::Unreadable { file: source.name(), reason: fault.kind() }
}

/// Whether all cells of a row are empty.
#[must_use]
pub fn is_blank(row: &ByteRecord) -> bool {
    row.iter().all(|cell| text_of(cell).is_empty())
}

/// A cell without spaces around it, those of Chinese type included. The reader
/// gives valid UTF-8 only.
#[must_use]
pub fn text_of(cell: &[u8]) -> &str {
    std::str::from_utf8(cell).unwrap_or_default().trim()
}
