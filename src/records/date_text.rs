//! The forms in which dates are written, without judging the date itself.

use super::clock::{seconds_of_day, skip_spaces};

/// A date as it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Written {
    /// Year, month and day are told apart by their form.
    Certain { year: i32, month: u32, day: u32 },
    /// Three numbers of which the last may be the year; `dots` where dots stand
    /// between them.
    Open { numbers: [u32; 3], dots: bool },
    /// A month without a day.
    Month { year: i32, month: u32 },
    /// Days since 1899-12-30.
    Serial(f64),
    /// Seconds since 1970-01-01 UTC.
    Unix(i64),
}

/// The date and the seconds that its time of day adds; negative where the zone
/// lies east.
pub fn written(text: &str) -> Option<(Written, i64)> {
    let text = text.trim();
    let (date, rest) = iso(text)
        .or_else(|| numbers(text))
        .or_else(|| count(text))
        .or_else(|| chinese(text))
        .or_else(|| named(text))?;
    Some((date, seconds_of_day(rest)?))
}

/// 2018-02-01, by far the most frequent, without a detour.
fn iso(text: &str) -> Option<(Written, &str)> {
    let bytes = text.as_bytes().get(..10)?;
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let digits = |from: usize, to: usize| {
        bytes[from..to].iter().try_fold(0, |value, byte| {
            byte.is_ascii_digit().then(|| value * 10 + u32::from(byte - b'0'))
        })
    };
    let (year, month, day) = (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?);
    Some((Written::Certain { year: year.cast_signed(), month, day }, text.get(10..)?))
}

/// Three numbers with the same sign between them, or a year and a month.
fn numbers(text: &str) -> Option<(Written, &str)> {
    let (first, first_digits, rest) = number(text)?;
    let sign = rest.chars().next().filter(|sign| "-/.".contains(*sign))?;
    let (second, second_digits, rest) = number(&rest[1..])?;
    let Some(rest) = rest.strip_prefix(sign) else {
        let is_month = first_digits == 4 && second_digits <= 2 && sign != '.';
        let year = first.cast_signed();
        return is_month.then_some((Written::Month { year, month: second }, rest));
    };
    let (third, third_digits, rest) = number(rest)?;
    if first_digits == 4 && second_digits <= 2 && third_digits <= 2 {
        let year = first.cast_signed();
        return Some((Written::Certain { year, month: second, day: third }, rest));
    }
    let is_open =
        first_digits <= 2 && second_digits <= 2 && (third_digits == 2 || third_digits == 4);
    is_open.then_some((Written::Open { numbers: [first, second, third], dots: sign == '.' }, rest))
}

/// A lone number: 20180201, a spreadsheet's day or seconds since 1970, by how
/// many digits it has.
fn count(text: &str) -> Option<(Written, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let whole: i64 = text.get(..digits)?.parse().ok()?;
    let rest = &text[digits..];
    let date = match digits {
        8 => Written::Certain {
            year: (whole / 10_000) as i32,
            month: (whole / 100 % 100) as u32,
            day: (whole % 100) as u32,
        },
        10 if rest.is_empty() => Written::Unix(whole),
        13 if rest.is_empty() => Written::Unix(whole.div_euclid(1000)),
        // 1990 to 2099.
        5 if (32_874..73_051).contains(&whole) => {
            let plain = rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            return Some((Written::Serial(text.parse().ok().filter(|_| plain)?), ""));
        }
        _ => return None,
    };
    Some((date, rest))
}

/// 2018年2月1日, or without the day.
fn chinese(text: &str) -> Option<(Written, &str)> {
    let (year, _, rest) = number(text)?;
    let (month, _, rest) = number(rest.strip_prefix('年')?)?;
    let rest = rest.strip_prefix('月')?;
    let year = year.cast_signed();
    let Some((day, _, rest)) = number(rest) else {
        return Some((Written::Month { year, month }, rest));
    };
    Some((Written::Certain { year, month, day }, rest.strip_prefix(['日', '号'])?))
}

/// Feb 1, 2018; 1-Feb-2018; Thursday, 1st February 2018.
fn named(text: &str) -> Option<(Written, &str)> {
    let text = after_weekday(text);
    let (day, month, rest) = if let Some((day, digits, rest)) = number(text) {
        let rest =
            ["st", "nd", "rd", "th"].iter().find_map(|end| rest.strip_prefix(end)).unwrap_or(rest);
        let (month, rest) = month(between(rest))?;
        (Some(day).filter(|_| digits <= 2)?, month, rest)
    } else {
        let (month, rest) = month(text)?;
        let (day, digits, rest) = number(between(rest))?;
        (Some(day).filter(|_| digits <= 2)?, month, rest)
    };
    let (year, digits, rest) = number(between(rest))?;
    let century = if digits == 2 { 2000 } else { 0 };
    let year = (digits == 2 || digits == 4).then_some(year.cast_signed() + century)?;
    Some((Written::Certain { year, month, day }, rest))
}

/// A number at the beginning, how many digits it has (at most 4), and the rest.
pub fn number(text: &str) -> Option<(u32, usize, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = (1..=4).contains(&digits).then(|| text[..digits].parse().ok())??;
    Some((value, digits, &text[digits..]))
}

/// Without what may stand between the parts of a date with words.
fn between(text: &str) -> &str {
    text.trim_start_matches([' ', ',', '-', '/', '.'])
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A word at the beginning, if it is one of some names or its first letters.
fn word<'a>(text: &'a str, names: &[&str]) -> Option<(usize, &'a str)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = text[..letters].to_ascii_lowercase();
    let index = names.iter().position(|name| letters >= 3 && name.starts_with(&word))?;
    Some((index, &text[letters..]))
}

fn month(text: &str) -> Option<(u32, &str)> {
    word(text, &MONTHS).map(|(index, rest)| (index as u32 + 1, rest))
}

fn after_weekday(text: &str) -> &str {
    word(text, &WEEKDAYS).map_or(text, |(_, rest)| skip_spaces(between(rest)))
}
