//! A path as people write it: keys joined by dots, quotes around a key that
//! holds a dot or a quote.

use crate::language::BrokenPath;
use crate::organisation::Path;

/// Reads a path.
///
/// # Errors
/// Why it is none.
pub fn parse(text: &str) -> Result<Path, BrokenPath> {
    let mut keys = Vec::new();
    let mut rest = text.trim();
    loop {
        let (key, after) = key(rest)?;
        keys.push(key);
        rest = after.trim_start();
        match rest.strip_prefix('.') {
            Some(next) => rest = next.trim_start(),
            None if rest.is_empty() => return Ok(Path(keys)),
            None => return Err(BrokenPath::NoDot),
        }
    }
}

/// The first key, and what follows it.
fn key(text: &str) -> Result<(String, &str), BrokenPath> {
    if let Some(quoted) = text.strip_prefix('"') {
        return quoted_key(quoted);
    }
    let end = text.find('.').unwrap_or(text.len());
    match text[..end].trim() {
        "" => Err(BrokenPath::EmptyKey),
        bare if bare.contains('"') => Err(BrokenPath::QuoteInside),
        bare => Ok((bare.to_owned(), &text[end..])),
    }
}

fn quoted_key(text: &str) -> Result<(String, &str), BrokenPath> {
    let mut key = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Ok((key, &text[at + 1..])),
            '\\' => key.extend(characters.next().map(|(_, escaped)| escaped)),
            other => key.push(other),
        }
    }
    Err(BrokenPath::OpenQuote)
}

/// Where the first `=` outside quotes stands.
pub fn equals(text: &str) -> Option<usize> {
    let mut quoted = false;
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        match character {
            '=' if !quoted => return Some(at),
            '"' if !escaped => quoted = !quoted,
            _ => {}
        }
        escaped = quoted && character == '\\' && !escaped;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_it_is_shown() {
        for keys in
            [vec!["segments", "core"], vec!["a.b", "c\"d\\"], vec!["roles", "顾问", "hours"]]
        {
            let path = Path(keys.into_iter().map(str::to_owned).collect());
            assert_eq!(parse(&path.to_string()), Ok(path));
        }
    }

    #[test]
    fn a_broken_path_is_refused() {
        for text in ["", "a..b", "a.", ".a", "\"a", "\"a\"b", "a\"b"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_equals_sign_in_a_quoted_key_does_not_end_the_path() {
        assert_eq!(equals("roles.\"a=b\".hours=1"), Some(17));
        assert_eq!(equals("a"), None);
    }
}
