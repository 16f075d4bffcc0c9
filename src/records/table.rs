//! A file as rows of cells.

use std::io::{self, Read};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::dialect::Dialect;
use super::encoding::{Encoding, Utf8Reader, look};
use super::problem::Problem;
use super::quotes::{QuoteWatch, Quotes};
use super::source::Source;

/// A file whose header is known.
pub struct Table<'a> {
    source: &'a dyn Source,
    /// How its letters are written.
    pub encoding: Encoding,
    /// What stands between two cells.
    pub dialect: Dialect,
    /// Whether its lines end in a carriage return and a line feed.
    carriage: bool,
    /// The header's cells without spaces around them.
    pub header: Vec<String>,
}

/// How workbooks begin: new ones are ZIP archives, old ones compound files.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

impl<'a> Table<'a> {
    /// Looks at the beginning of a file.
    ///
    /// # Errors
    /// Where it cannot be read or holds nothing.
    pub fn open(source: &'a dyn Source, encoding: Option<Encoding>) -> Result<Self, Problem> {
        let (start, _) = source.open().and_then(look).map_err(|e| unreadable(source, &e))?;
        if WORKBOOKS.iter().any(|mark| start.starts_with(mark)) {
            return Err(Problem::Workbook { file: source.name() });
        }
        let encoding = encoding.unwrap_or_else(|| Encoding::detect(&start));
        let mut text = Vec::new();
        let read = Utf8Reader::new(Box::new(start.as_slice()), encoding).read_to_end(&mut text);
        read.map_err(|e| unreadable(source, &e))?;
        if text.contains(&0) {
            return Err(Problem::NoText { file: source.name() });
        }
        let dialect = Dialect::detect(&String::from_utf8_lossy(&text));
        let carriage = text.windows(2).any(|pair| pair == b"\r\n");
        let mut table = Self { source, encoding, dialect, carriage, header: Vec::new() };
        let mut rows = reader(text.as_slice(), dialect);
        let mut row = ByteRecord::new();
        while rows.read_byte_record(&mut row).map_err(|e| unreadable(source, &e.into()))? {
            if !table.above_header(&row) {
                table.header = row.iter().map(|cell| text_of(cell).to_owned()).collect();
                return Ok(table);
            }
        }
        Err(Problem::Empty { file: source.name() })
    }

    /// Whether a row stands above the header: `sep=;`, or empty cells.
    fn above_header(&self, row: &ByteRecord) -> bool {
        let first = row.get(0).map(text_of).unwrap_or_default();
        is_blank(row) || self.dialect.told && first.starts_with("sep=")
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

    fn open_again(&self) -> Result<Utf8Reader<'_>, Problem> {
        let from = self.source.open().map_err(|e| unreadable(self.source, &e))?;
        Ok(Utf8Reader::new(from, self.encoding))
    }

    fn each(
        &self,
        from: impl Read,
        visit: &mut dyn FnMut(u64, &ByteRecord) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        // With a line feed at the end, the last row ends as the others do.
        let mut rows = reader(from.chain(&b"\n"[..]), self.dialect);
        let mut row = ByteRecord::new();
        let mut below = false;
        while rows.read_byte_record(&mut row).map_err(|e| unreadable(self.source, &e.into()))? {
            if below {
                visit(self.line(&row, rows.position().line()), &row)?;
            } else {
                below = !self.above_header(&row);
            }
        }
        Ok(())
    }

    /// The line where a row begins, by the line where the reader stands after it. Its
    /// own account of the row's beginning stands before empty lines, and after a
    /// carriage return it is still within the line.
    fn line(&self, row: &ByteRecord, after: u64) -> u64 {
        let within = row.as_slice().split(|byte| *byte == b'\n').count() as u64 - 1;
        after.saturating_sub(within + u64::from(!self.carriage))
    }
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
