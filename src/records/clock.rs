//! The time of day that may follow a date.

use super::date_text::number;

/// Seconds since midnight UTC of the date before; 0 where no time follows,
/// `None` where something else does.
pub fn seconds_of_day(text: &str) -> Option<i64> {
    let text = text.trim_start_matches(['T', ',', ' ', '\u{a0}']);
    if text.is_empty() {
        return Some(0);
    }
    let (half, text) = half_of_day(text);
    let (hour, _, rest) = number(text)?;
    let (minute, _, rest) = number(rest.strip_prefix(':')?)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => number(rest).map(|(second, _, rest)| (second, rest))?,
        None => (0, rest),
    };
    let rest = skip_spaces(after_fraction(rest));
    let (half, rest) = if half.is_some() { (half, rest) } else { half_of_day(rest) };
    let east = zone(skip_spaces(rest))?;
    let hour = match (hour, half) {
        (12, Some(_)) => Some(0),
        (1..=11, Some(_)) | (0..=24, None) => Some(hour),
        _ => None,
    }? + if half == Some(Half::Afternoon) { 12 } else { 0 };
    // A leap second belongs to the minute before.
    let valid = minute < 60 && second <= 60;
    valid.then(|| i64::from(hour * 3600 + minute * 60 + second.min(59)) - east)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// AM or PM, before or after the time.
fn half_of_day(text: &str) -> (Option<Half>, &str) {
    const WORDS: [(&str, Half); 8] = [
        ("上午", Half::Morning),
        ("下午", Half::Afternoon),
        ("am", Half::Morning),
        ("pm", Half::Afternoon),
        ("AM", Half::Morning),
        ("PM", Half::Afternoon),
        ("a.m.", Half::Morning),
        ("p.m.", Half::Afternoon),
    ];
    let found = WORDS.iter().find_map(|(word, half)| Some((*half, text.strip_prefix(word)?)));
    found.map_or((None, text), |(half, rest)| (Some(half), skip_spaces(rest)))
}

/// Parts of a second are of no use here.
fn after_fraction(text: &str) -> &str {
    let Some(digits) = text.strip_prefix(['.', ',']) else { return text };
    digits.trim_start_matches(|letter: char| letter.is_ascii_digit())
}

/// Seconds that a zone lies east of UTC; 0 where none is named.
fn zone(text: &str) -> Option<i64> {
    if matches!(text, "" | "Z" | "z" | "UTC" | "GMT" | "UTC+0") {
        return Some(0);
    }
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let (first, digits, rest) = number(&text[1..])?;
    let (hours, minutes) = match (digits, rest.strip_prefix(':').map(number)) {
        (4, None) if rest.is_empty() => (first / 100, first % 100),
        (1 | 2, None) if rest.is_empty() => (first, 0),
        (1 | 2, Some(Some((minutes, 2, "")))) => (first, minutes),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then(|| sign * i64::from(hours * 3600 + minutes * 60))
}

/// Without spaces at the beginning.
pub fn skip_spaces(text: &str) -> &str {
    text.trim_start_matches([' ', '\u{a0}', '\u{202f}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_time_is_read_in_every_form() {
        for text in [
            "14:05:09",
            " 14:05:09",
            "T14:05:09.250",
            "T14:05:09Z",
            "T16:05:09+02:00",
            "T09:05:09-0500",
            " 15:05:09 +1",
            " 2:05:09 PM",
            " 02:05:09 pm",
            ", 2:05:09 p.m.",
            " 下午2:05:09",
        ] {
            assert_eq!(seconds_of_day(text), Some(50_709), "{text}");
        }
        assert_eq!(seconds_of_day(""), Some(0));
        assert_eq!(seconds_of_day(" 12:00 AM"), Some(0));
        assert_eq!(seconds_of_day(" 12:00 PM"), Some(43_200));
        // East of Greenwich the day began earlier.
        assert_eq!(seconds_of_day("T01:00+08:00"), Some(-25_200));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in
            [" 25:00", " 14:61", " 13:00 PM", " noon", " 14", " 14:05 +99", " 14:05 and then"]
        {
            assert_eq!(seconds_of_day(text), None, "{text}");
        }
    }
}
