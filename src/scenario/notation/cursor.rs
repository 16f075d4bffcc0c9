//! A place in the text that moves forward.

use std::ops::Range;

use super::number;
use super::{Fault, Number, Word};
use crate::language::{Due, Said};

/// What is read, and how far reading has come.
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// The end of what was read last, without the space behind it.
    end: usize,
    depth: usize,
}

impl<'a> Cursor<'a> {
    /// At the first character that is no space.
    pub fn new(text: &'a str) -> Self {
        let mut cursor = Self { text, at: 0, end: 0, depth: 0 };
        cursor.skip_space();
        cursor
    }

    /// Where reading goes on.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Where what was read ends.
    pub fn end(&self) -> usize {
        self.end
    }

    /// What is not read yet, without space at its end.
    pub fn rest(&self) -> Range<usize> {
        self.at..self.at.max(self.text.trim_end().len())
    }

    /// Text between two places.
    pub fn slice(&self, range: Range<usize>) -> &'a str {
        &self.text[range]
    }

    /// An opening bracket has been read.
    pub fn nest(&mut self) {
        self.depth += 1;
    }

    /// Whether this is inside brackets.
    pub fn is_nested(&self) -> bool {
        self.depth > 0
    }

    /// Whether brackets stand in brackets more often than anybody means.
    pub fn is_too_deep(&self) -> bool {
        self.depth > 8
    }

    fn ahead(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn skip_space(&mut self) {
        self.at += self.ahead().len() - self.ahead().trim_start().len();
    }

    fn advance(&mut self, bytes: usize) -> Range<usize> {
        let start = self.at;
        self.at += bytes;
        self.end = self.at;
        self.skip_space();
        start..start + bytes
    }

    /// Whether this character comes next.
    pub fn is_at(&self, character: char) -> bool {
        self.ahead().starts_with(character)
    }

    /// Reads a character if it comes next.
    pub fn take(&mut self, character: char) -> bool {
        let is_next = self.is_at(character);
        if is_next {
            self.advance(character.len_utf8());
        }
        is_next
    }

    /// Reads a name if one comes next.
    pub fn word(&mut self) -> Option<Word> {
        let ahead = self.ahead();
        if !ahead.starts_with(char::is_alphabetic) {
            return None;
        }
        let inside = |character: char| character.is_alphanumeric() || "_-".contains(character);
        let length = ahead.find(|character| !inside(character)).unwrap_or(ahead.len());
        let text = ahead[..length].to_owned();
        Some(Word { at: self.advance(length), text })
    }

    /// Reads this word, in any case, if it comes next.
    pub fn take_word(&mut self, word: &str) -> bool {
        let ahead = self.ahead();
        let is_next = ahead.get(..word.len()).is_some_and(|next| next.eq_ignore_ascii_case(word))
            && !ahead[word.len()..].starts_with(char::is_alphabetic);
        if is_next {
            self.advance(word.len());
        }
        is_next
    }

    /// Reads a finite number that is expected here.
    pub fn number(&mut self, due: Due) -> Result<Number, Fault> {
        let length = number::length(self.ahead());
        if length == 0 {
            return Err(self.no_number(due));
        }
        if let Some(fault) =
            number::followed_badly(self.text, self.at, self.at + length, self.is_nested())
        {
            return Err(fault);
        }
        let text = self.ahead()[..length].replace('_', "");
        let at = self.advance(length);
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(Number { at, value }),
            _ => Err(number::not_finite(at)),
        }
    }

    fn no_number(&self, due: Due) -> Fault {
        let ahead = self.ahead();
        let length = ahead.find([',', ')', ' ', ':']).unwrap_or(ahead.len());
        let at = self.at..self.at + length;
        let word = &ahead[..length];
        if number::is_no_number(word.trim_start_matches(['+', '-'])) {
            return number::not_finite(at);
        }
        if word.is_empty() {
            Fault::new(at, |words| (words.missing_here)(due))
        } else {
            Fault::new(at, |words| (words.is_not)(word, due))
        }
    }

    /// What stands between two numbers where `to` should.
    pub fn between_ends(&self, low: &Number) -> Fault {
        let rest = self.rest();
        let after = &self.text[rest.clone()];
        let high = after.trim_start_matches(['-', '.', '\u{2013}', '\u{2014}', '~', ' ', ':', '/']);
        let high = high.strip_prefix("bis ").unwrap_or(high).trim();
        if number::length(high) == high.len() && high.len() < after.len() && !high.is_empty() {
            let at = low.at.start..rest.end;
            return Fault::plain(at, |words| words.joined_by_to)
                .write_text(&format!("{} to {high}", &self.text[low.at.clone()]));
        }
        Fault::new(rest, |words| (words.after_number)(after))
            .help(Said::plain(|words| words.notation.interval_form))
    }

    /// Reads a character that must come next.
    pub fn expect(&mut self, character: char, due: Due, usage: &str) -> Result<(), Fault> {
        if self.take(character) {
            return Ok(());
        }
        let at = self.at..self.text.len().min(self.at + self.next_length());
        Err(with_usage(Fault::new(at, |words| (words.must_follow)(due)), usage))
    }

    /// Reads the bracket that ends a call.
    pub fn close(&mut self, usage: &str) -> Result<(), Fault> {
        self.depth = self.depth.saturating_sub(1);
        if self.take(')') {
            return Ok(());
        }
        let at = self.at..self.at + self.next_length();
        let fault = if self.ahead().is_empty() {
            Fault::plain(at, |words| words.no_bracket)
        } else {
            Fault::new(at, |words| (words.stray)(self.ahead().trim_end()))
        };
        Err(with_usage(fault, usage))
    }

    fn next_length(&self) -> usize {
        self.ahead().chars().next().map_or(0, char::len_utf8)
    }

    /// Reads up to the bracket that closes what is open, and that bracket.
    pub fn until_closed(&mut self, usage: &str) -> Result<Range<usize>, Fault> {
        let mut open = 1;
        for (at, character) in self.ahead().char_indices() {
            match character {
                '(' => open += 1,
                ')' => open -= 1,
                _ => {}
            }
            if open == 0 {
                let inside = self.at..self.at + at;
                self.advance(at + 1);
                self.depth = self.depth.saturating_sub(1);
                return Ok(inside);
            }
        }
        self.advance(self.ahead().trim_end().len());
        self.close(usage).map(|()| self.at..self.at)
    }

    /// A stretch without the space and the quotes around it.
    pub fn trimmed(&self, range: Range<usize>) -> Word {
        let text = &self.text[range.clone()];
        let inner = text.trim();
        let start = range.start + (text.len() - text.trim_start().len());
        let bare = inner.trim_matches(['\'', '"']).to_owned();
        Word { at: start..start + inner.len(), text: bare }
    }
}

/// A fault with how its distribution is written, where that is known.
fn with_usage(fault: Fault, usage: &str) -> Fault {
    if usage.is_empty() { fault } else { fault.write_text(usage) }
}
