//! Where two files begin to differ.

/// Characters of a line that are shown around the place.
const SHOWN: usize = 48;
/// And before it.
const BEFORE: usize = 16;

/// The first place at which a file differs from what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// In text: the line, from 1, with the part of it that matters here and there;
    /// none where the file has ended.
    Line(usize, Option<String>, Option<String>),
    /// In anything else: the byte, from 1.
    Byte(usize),
}

/// How `here` differs from `again`, if it does.
pub fn difference(here: &[u8], again: &[u8]) -> Option<Difference> {
    if here == again {
        return None;
    }
    if let (Ok(here), Ok(again)) = (std::str::from_utf8(here), std::str::from_utf8(again)) {
        return Some(lines(here, again));
    }
    let same = here.iter().zip(again).take_while(|(one, other)| one == other).count();
    Some(Difference::Byte(same + 1))
}

fn lines(here: &str, again: &str) -> Difference {
    // With their ends: a missing line break is a difference too.
    let (mut one, mut other) = (here.split_inclusive('\n'), again.split_inclusive('\n'));
    let mut number = 0;
    loop {
        number += 1;
        match (one.next(), other.next()) {
            (Some(here), Some(again)) if here == again => {}
            (None, None) => unreachable!("texts that differ have a line that differs"),
            (here, again) => {
                let (left, right) = (here.unwrap_or_default(), again.unwrap_or_default());
                let same = left.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
                let part = |line: Option<&str>| line.map(|line| excerpt(line, same));
                return Difference::Line(number, part(here), part(again));
            }
        }
    }
}

/// The part of a line around a place.
fn excerpt(line: &str, place: usize) -> String {
    let line: String = line.trim_end_matches('\n').replace(char::is_control, "\u{fffd}");
    let start = place.saturating_sub(BEFORE);
    let mut part: String = line.chars().skip(start).take(SHOWN).collect();
    if start > 0 {
        part.insert(0, '…');
    }
    if line.chars().count() > start + SHOWN {
        part.push('…');
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_differs_is_shown_around_the_place() {
        assert_eq!(difference(b"a\nb\n", b"a\nb\n"), None);
        let line = |number, here: Option<&str>, again: Option<&str>| {
            Some(Difference::Line(number, here.map(str::to_owned), again.map(str::to_owned)))
        };
        assert_eq!(difference(b"a\nb\nc\n", b"a\nx\ny\n"), line(2, Some("b"), Some("x")));
        assert_eq!(difference(b"a\n", b"a\nb\n"), line(2, None, Some("b")));
        assert_eq!(difference(b"a", b"a\n"), line(1, Some("a"), Some("a")));
        let long = format!("{}1{}", "-".repeat(40), "-".repeat(60));
        let found = difference(long.as_bytes(), long.replace('1', "2").as_bytes());
        let shown = format!("…{}1{}…", "-".repeat(16), "-".repeat(31));
        assert_eq!(found, line(1, Some(&shown), Some(&shown.replace('1', "2"))));
    }

    #[test]
    fn what_is_no_text_differs_from_a_byte_on() {
        assert_eq!(difference(&[0x89, 1, 0xff], &[0x89, 2, 0xff]), Some(Difference::Byte(2)));
        assert_eq!(difference(&[0xff], &[0xff, 1]), Some(Difference::Byte(2)));
    }
}
