//! Quotes that do not match. A reader of tables forgives them, and with them
//! half a file can vanish into one cell.

use std::io::{self, Read};

/// What is known of the quotes so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quotes {
    /// The line on which the first quoted cell began that is not closed yet, or
    /// is closed on a later line with text after the quote: then that quote was
    /// to open another cell, and all rows between are in this one.
    pub open_since: Option<u64>,
    /// How many cells have text after their closing quote.
    pub stray: u64,
    /// The first lines of these, counted from 1.
    pub stray_lines: Vec<u64>,
    line: u64,
    /// The line on which the last quoted cell began.
    began: u64,
    swallowed: bool,
    state: State,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    /// At the beginning of a cell.
    #[default]
    Start,
    /// In a cell without quotes, where a quote is a letter like any other.
    Plain,
    /// In a quoted cell.
    Quoted,
    /// After a quote in a quoted cell: its end, or half of a doubled quote.
    Closing,
}

impl Quotes {
    /// Takes note of more bytes of a table in UTF-8.
    fn watch(&mut self, bytes: &[u8], delimiter: u8) {
        for &byte in bytes {
            self.line += u64::from(byte == b'\n');
            let ends = byte == delimiter || byte == b'\n' || byte == b'\r';
            self.state = match (self.state, byte) {
                (State::Quoted, b'"') => State::Closing,
                (State::Start, b'"') => {
                    self.began = self.line + 1;
                    State::Quoted
                }
                // A quote after a quote stands for itself.
                (State::Quoted, _) | (State::Closing, b'"') => State::Quoted,
                (State::Closing, _) if !ends => {
                    self.note_stray();
                    State::Plain
                }
                (_, _) if ends => State::Start,
                _ => State::Plain,
            };
        }
        if !self.swallowed {
            self.open_since = (self.state == State::Quoted).then_some(self.began);
        }
    }

    fn note_stray(&mut self) {
        if !self.swallowed && self.began <= self.line {
            self.swallowed = true;
            self.open_since = Some(self.began);
        }
        self.stray += 1;
        if self.stray_lines.len() < super::findings::LINES {
            self.stray_lines.push(self.line + 1);
        }
    }
}

/// Passes bytes on and watches their quotes.
pub struct QuoteWatch<'q, R> {
    from: R,
    delimiter: u8,
    quotes: &'q mut Quotes,
}

impl<'q, R: Read> QuoteWatch<'q, R> {
    /// Watches a table in UTF-8 from its first line on.
    pub fn new(from: R, delimiter: u8, quotes: &'q mut Quotes) -> Self {
        Self { from, delimiter, quotes }
    }
}

impl<R: Read> Read for QuoteWatch<'_, R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(to)?;
        self.quotes.watch(&to[..count], self.delimiter);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watch(text: &str) -> Quotes {
        let mut quotes = Quotes::default();
        // Byte by byte, so that no state is lost between two reads.
        for byte in text.bytes() {
            quotes.watch(&[byte], b',');
        }
        quotes
    }

    #[test]
    fn a_quote_that_is_never_closed_tells_its_line() {
        assert_eq!(watch("a,b\n1,\"x\n2,y\n3,z\n").open_since, Some(2));
        assert_eq!(watch("a,b\n1,\"x, \"\"y\"\"\nz\"\n").open_since, None);
    }

    /// The quote of line 4 closes what line 2 opened: three rows would be one cell.
    #[test]
    fn a_quote_that_swallows_rows_up_to_the_next_one_tells_its_line() {
        assert_eq!(watch("a,b\n1,\"x\n2,y\n3,\"z\"\n4,w\n").open_since, Some(2));
        assert_eq!(watch("a,b\n1,\"x\ny\"\n3,\"z\"\n").open_since, None);
    }

    #[test]
    fn text_after_a_closing_quote_is_stray() {
        let quotes = watch("a,b\n1,\"x\" y\n2,5\" pipe\n3,\"z\"\n");
        assert_eq!((quotes.stray, quotes.stray_lines), (1, vec![2]));
    }
}
