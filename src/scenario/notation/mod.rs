//! The factor notation: `"18 to 30"`, `"pert(1, 2, 4)"` and the others.
//!
//! [`parse`] turns text into an [`Expression`] or a [`Fault`], each with its
//! bytes in the text, so that a message can point into the string. It knows
//! nothing of fields; what a number means and may be is decided in `belief`.

mod cursor;
mod family;
mod number;

use std::ops::Range;

use cursor::Cursor;
pub use family::Family;
use family::{CHOICE, DATA, FAMILIES, TRUNCATE, names, usage};
pub use number::plain_number;

use super::suggest;
use crate::language::{Due, Notation, Said};

/// What was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// What it says.
    pub says: Says,
}

/// The forms of the notation.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// A number alone.
    Number(f64),
    /// `LOW to HIGH`
    Interval(Number, Number),
    /// A family with its parameters, as many as it takes.
    Call(Family, Vec<Number>),
    /// Values with their weights.
    Choice(Vec<(Number, Number)>),
    /// A column of a file.
    Data {
        /// The file as written.
        file: Word,
        /// The column's header.
        column: Word,
    },
    /// A distribution between two limits.
    Truncate(Box<Expression>, Number, Number),
}

/// A number and its bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// Finite.
    pub value: f64,
}

/// A name and its bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// Without quotes.
    pub text: String,
}

/// What cannot be read, and where in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// What is wrong, as a phrase that can follow the name of a field and a colon.
    pub says: Said,
    /// What was probably meant.
    pub help: Option<Said>,
}

impl Fault {
    fn new(at: Range<usize>, say: impl Fn(&'static Notation) -> String) -> Self {
        Self { at, says: Said::by(|words| say(&words.notation)), help: None }
    }

    /// The same where nothing is filled in.
    fn plain(at: Range<usize>, pick: fn(&'static Notation) -> &'static str) -> Self {
        Self::new(at, |words| pick(words).to_owned())
    }

    fn help(self, help: Said) -> Self {
        Self { help: Some(help), ..self }
    }

    /// Helps with what should be written.
    fn write(self, text: &str) -> Self {
        self.help(Said::by(|words| (words.write)(text)))
    }

    /// The same where it must stand in quotes.
    fn write_text(self, text: &str) -> Self {
        self.write(&format!("\"{text}\""))
    }
}

/// Reads a text as a number or a distribution.
///
/// # Errors
/// What cannot be read, and where.
pub fn parse(text: &str) -> Result<Expression, Fault> {
    let mut cursor = Cursor::new(text);
    let read = expression(&mut cursor).and_then(|expression| {
        let rest = cursor.rest();
        if rest.is_empty() {
            return Ok(expression);
        }
        Err(Fault::new(rest.clone(), |words| (words.after_distribution)(&text[rest.clone()])))
    });
    read.map_err(|fault| match respelt(text) {
        Some(interval) => fault.write_text(&interval),
        None => fault,
    })
}

/// An interval whose ends are written in another way, as it must be written.
fn respelt(text: &str) -> Option<String> {
    let (low, high) = text.split_once(" to ")?;
    Some(format!("{} to {}", plain_number(low)?, plain_number(high)?))
}

fn expression(cursor: &mut Cursor<'_>) -> Result<Expression, Fault> {
    let start = cursor.position();
    if cursor.is_too_deep() {
        return Err(Fault::plain(start..cursor.rest().end, |words| words.too_deep));
    }
    let says = match cursor.word() {
        Some(word) if !number::is_no_number(&word.text) => call(cursor, &word)?,
        Some(word) => return Err(number::not_finite(word.at)),
        None => number_or_interval(cursor)?,
    };
    Ok(Expression { at: start..cursor.end(), says })
}

fn number_or_interval(cursor: &mut Cursor<'_>) -> Result<Says, Fault> {
    let low = cursor.number(Due::Factor)?;
    if cursor.rest().is_empty() || cursor.is_at(',') && cursor.is_nested() {
        return Ok(Says::Number(low.value));
    }
    if !cursor.take_word("to") {
        return Err(cursor.between_ends(&low));
    }
    let high = cursor.number(Due::UpperEnd)?;
    Ok(Says::Interval(low, high))
}

fn call(cursor: &mut Cursor<'_>, word: &Word) -> Result<Says, Fault> {
    let name = word.text.to_lowercase();
    if !cursor.take('(') {
        return Err(no_arguments(word, &name));
    }
    cursor.nest();
    let says = match name.as_str() {
        "choice" => choice(cursor)?,
        "data" => return data(cursor),
        "truncate" => truncate(cursor)?,
        _ => family(cursor, word, &name)?,
    };
    cursor.close(usage(&name))?;
    Ok(says)
}

fn no_arguments(word: &Word, name: &str) -> Fault {
    let at = word.at.clone();
    if names().any(|known| known == name) {
        return Fault::new(at, |words| (words.needs_brackets)(&word.text)).write_text(usage(name));
    }
    let all: Vec<_> = names().collect();
    let help = match suggest::nearest(name, names()) {
        Some(near) => Said::by(|words| (words.notation.meant_form)(usage(near))),
        None => Said::by(|words| (words.notation.forms)(&all)),
    };
    Fault::new(at, |words| (words.neither)(&word.text)).help(help)
}

fn family(cursor: &mut Cursor<'_>, word: &Word, name: &str) -> Result<Says, Fault> {
    let Some(&(family, _, usage)) = FAMILIES.iter().find(|&&(_, known, _)| known == name) else {
        let all: Vec<_> = names().collect();
        let near = suggest::did_you_mean(name, names());
        let help = near.unwrap_or_else(|| Said::by(|words| (words.notation.distributions)(&all)));
        let fault = Fault::new(word.at.clone(), |words| (words.no_distribution)(&word.text));
        return Err(fault.help(help));
    };
    let start = cursor.position();
    let mut numbers = Vec::new();
    while !cursor.is_at(')') && !cursor.rest().is_empty() {
        numbers.push(cursor.number(Due::Number)?);
        if !cursor.take(',') {
            break;
        }
    }
    if numbers.len() == family.parameters() || !cursor.is_at(')') {
        return Ok(Says::Call(family, numbers));
    }
    let at = start..cursor.position().max(start + 1);
    let takes = family.parameters();
    Err(Fault::new(at, |words| (words.takes)(name, takes, numbers.len())).write_text(usage))
}

fn choice(cursor: &mut Cursor<'_>) -> Result<Says, Fault> {
    let mut weighted = Vec::new();
    loop {
        let value = cursor.number(Due::Value)?;
        cursor.expect(':', Due::Weight, CHOICE)?;
        weighted.push((value, cursor.number(Due::Weight)?));
        if !cursor.take(',') {
            return Ok(Says::Choice(weighted));
        }
    }
}

fn truncate(cursor: &mut Cursor<'_>) -> Result<Says, Fault> {
    let inner = expression(cursor)?;
    cursor.expect(',', Due::LowerLimit, TRUNCATE)?;
    let low = cursor.number(Due::LowerLimit)?;
    cursor.expect(',', Due::UpperLimit, TRUNCATE)?;
    let high = cursor.number(Due::UpperLimit)?;
    Ok(Says::Truncate(Box::new(inner), low, high))
}

/// The file is what stands before the last comma, the column what follows.
fn data(cursor: &mut Cursor<'_>) -> Result<Says, Fault> {
    let inside = cursor.until_closed(DATA)?;
    let missing =
        |at: Range<usize>| Fault::plain(at, |words| words.file_and_column).write_text(DATA);
    let text = cursor.slice(inside.clone());
    let Some(comma) = text.rfind(',') else { return Err(missing(inside)) };
    let file = cursor.trimmed(inside.start..inside.start + comma);
    let column = cursor.trimmed(inside.start + comma + 1..inside.end);
    if file.text.is_empty() || column.text.is_empty() {
        return Err(missing(inside));
    }
    Ok(Says::Data { file, column })
}

#[cfg(test)]
mod tests;
