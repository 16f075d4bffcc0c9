//! How a number is written, and how it is often written instead.

use std::ops::Range;

use super::Fault;

/// How many bytes of a number the text starts with: a sign, digits with `_`
/// between them, a point, an exponent. 0 where it starts with none.
pub fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let whole = digits(&bytes[sign..]);
    let mut at = sign + whole;
    let point = bytes.get(at) == Some(&b'.');
    let fraction = if point { digits(&bytes[at + 1..]) } else { 0 };
    if whole + fraction == 0 {
        return 0;
    }
    if fraction > 0 {
        at += 1 + fraction;
    }
    at + exponent(&bytes[at..])
}

fn digits(bytes: &[u8]) -> usize {
    let inside = |&(i, byte): &(usize, &u8)| {
        let between = *byte == b'_' && i > 0 && bytes.get(i + 1).is_some_and(u8::is_ascii_digit);
        byte.is_ascii_digit() || between
    };
    bytes.iter().enumerate().take_while(inside).count()
}

fn exponent(bytes: &[u8]) -> usize {
    if !matches!(bytes.first(), Some(b'e' | b'E')) {
        return 0;
    }
    let sign = usize::from(matches!(bytes.get(1), Some(b'+' | b'-')));
    match digits(&bytes[1 + sign..]) {
        0 => 0,
        count => 1 + sign + count,
    }
}

/// Whether a word stands for what is no finite number.
pub fn is_no_number(word: &str) -> bool {
    ["nan", "inf", "infinity"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// A number that is infinite, too large or none.
pub fn not_finite(at: Range<usize>) -> Fault {
    Fault::plain(at, |words| words.finite)
}

/// What sticks to the number between `start` and `end` and does not belong
/// there. In brackets a comma always parts two numbers.
pub fn followed_badly(text: &str, start: usize, end: usize, in_brackets: bool) -> Option<Fault> {
    let after = &text[end..];
    let sticks = |character: char| {
        character.is_alphanumeric()
            || "_.%$€¥£".contains(character)
            || character == ',' && !in_brackets
    };
    let mut length = after.find(|character| !sticks(character)).unwrap_or(after.len());
    if after.starts_with(" %") {
        length = 2;
    }
    let tail = after[..length].trim_end_matches(',');
    if tail.is_empty() || tail.starts_with("..") {
        return None;
    }
    let at = start..end + tail.len();
    let written = &text[at.clone()];
    let fault = Fault::new(at.clone(), |words| (words.not_written)(written));
    Some(match plain_number(written) {
        Some(number) => fault.write(&number),
        None => fault,
    })
}

/// A number as it must be written, from the ways in which it often is: `28,000`,
/// `0,3`, `5 %`, `$3`, `28k`, `.5`.
pub fn plain_number(written: &str) -> Option<String> {
    let bare = written.trim().trim_start_matches(['$', '€', '£', '¥']).trim();
    let (bare, unit) = scaled(bare);
    let groups: Vec<_> = bare.split(',').collect();
    let plain = match groups.as_slice() {
        [_] => bare.to_owned(),
        [first, rest @ ..] if !first.is_empty() && rest.iter().all(|group| group.len() == 3) => {
            groups.join("_")
        }
        [whole, fraction] => format!("{whole}.{fraction}"),
        _ => return None,
    };
    if length(&plain) != plain.len() || plain.is_empty() {
        return None;
    }
    let value: f64 = plain.replace('_', "").parse().ok()?;
    let starts_oddly =
        plain.starts_with('.') || plain.starts_with('0') && digits(plain.as_bytes()) > 1;
    if unit.is_none() && !starts_oddly {
        return Some(plain);
    }
    // Dividing by 100 keeps 7 % at 0.07, where a factor of 0.01 would not.
    let value = if written.contains('%') { value / PERCENT } else { value * unit.unwrap_or(1.0) };
    Some(format!("{value}"))
}

/// What a number of percent is divided by.
const PERCENT: f64 = 100.0;

/// A unit of size behind a number.
fn scaled(text: &str) -> (&str, Option<f64>) {
    for (unit, size) in [("%", PERCENT), ("k", 1e3), ("K", 1e3), ("m", 1e6), ("M", 1e6)] {
        if let Some(bare) = text.strip_suffix(unit) {
            return (bare.trim_end(), Some(size));
        }
    }
    (text, None)
}
