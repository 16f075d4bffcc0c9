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
use family::{CHOICE, DATA, FAMILIES, TRUNCATE, listed, names, usage};
pub use number::plain_number;

use super::suggest;

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
    pub says: String,
    /// What was probably meant.
    pub help: Option<String>,
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
        let says = format!("`{}` is more than a distribution", &text[rest.clone()]);
        Err(Fault { at: rest, says, help: None })
    });
    read.map_err(|fault| match respelt(text) {
        Some(interval) => Fault { help: Some(format!("write \"{interval}\"")), ..fault },
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
        let says = "distributions are nested too deeply".to_owned();
        return Err(Fault { at: start..cursor.rest().end, says, help: None });
    }
    let says = match cursor.word() {
        Some(word) if !number::is_no_number(&word.text) => call(cursor, &word)?,
        Some(word) => return Err(number::not_finite(word.at)),
        None => number_or_interval(cursor)?,
    };
    Ok(Expression { at: start..cursor.end(), says })
}

fn number_or_interval(cursor: &mut Cursor<'_>) -> Result<Says, Fault> {
    let low = cursor.number("a number or a distribution")?;
    if cursor.rest().is_empty() || cursor.is_at(',') && cursor.is_nested() {
        return Ok(Says::Number(low.value));
    }
    if !cursor.take_word("to") {
        return Err(cursor.between_ends(&low));
    }
    let high = cursor.number("the upper end of the interval")?;
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
        let says = format!("`{}` needs its numbers in brackets", word.text);
        return Fault { at, says, help: Some(format!("write \"{}\"", usage(name))) };
    }
    let says = format!("`{}` is neither a number nor a distribution", word.text);
    let near = suggest::nearest(name, names()).map(|near| format!("did you mean {}?", usage(near)));
    let forms =
        || format!("write a number, an interval such as \"18 to 30\", or one of {}", listed());
    Fault { at, says, help: near.or_else(|| Some(forms())) }
}

fn family(cursor: &mut Cursor<'_>, word: &Word, name: &str) -> Result<Says, Fault> {
    let Some(&(family, _, usage)) = FAMILIES.iter().find(|&&(_, known, _)| known == name) else {
        let near = suggest::nearest(name, names()).map(|near| format!("did you mean `{near}`?"));
        let says = format!("there is no distribution `{}`", word.text);
        let help = near.or_else(|| Some(format!("there are {}", listed())));
        return Err(Fault { at: word.at.clone(), says, help });
    };
    let start = cursor.position();
    let mut numbers = Vec::new();
    while !cursor.is_at(')') && !cursor.rest().is_empty() {
        numbers.push(cursor.number("a number")?);
        if !cursor.take(',') {
            break;
        }
    }
    if numbers.len() == family.parameters() || !cursor.is_at(')') {
        return Ok(Says::Call(family, numbers));
    }
    let says = format!("`{name}` takes {} numbers, not {}", family.parameters(), numbers.len());
    Err(Fault {
        at: start..cursor.position().max(start + 1),
        says,
        help: Some(format!("write \"{usage}\"")),
    })
}

fn choice(cursor: &mut Cursor<'_>) -> Result<Says, Fault> {
    let mut weighted = Vec::new();
    loop {
        let value = cursor.number("a value")?;
        cursor.expect(':', "a colon and the weight of this value", CHOICE)?;
        weighted.push((value, cursor.number("a weight")?));
        if !cursor.take(',') {
            return Ok(Says::Choice(weighted));
        }
    }
}

fn truncate(cursor: &mut Cursor<'_>) -> Result<Says, Fault> {
    let inner = expression(cursor)?;
    cursor.expect(',', "a comma and the lower limit", TRUNCATE)?;
    let low = cursor.number("the lower limit")?;
    cursor.expect(',', "a comma and the upper limit", TRUNCATE)?;
    let high = cursor.number("the upper limit")?;
    Ok(Says::Truncate(Box::new(inner), low, high))
}

/// The file is what stands before the last comma, the column what follows.
fn data(cursor: &mut Cursor<'_>) -> Result<Says, Fault> {
    let inside = cursor.until_closed(DATA)?;
    let missing = |at: Range<usize>| Fault {
        at,
        says: "`data` needs a file and a column".to_owned(),
        help: Some(format!("write \"{DATA}\"")),
    };
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
