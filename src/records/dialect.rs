//! What stands between two cells.

/// Characters that are tried, the usual one first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// Lines among which the header is looked for.
const LOOK: usize = 10;

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// The character between two cells: comma, semicolon, tab or bar.
    pub delimiter: u8,
    /// Whether a line `sep=;` stands before the header, as spreadsheets write it.
    pub told: bool,
}

impl Dialect {
    /// What the first line of a text in UTF-8 speaks for: the character that it
    /// says, or the one that stands most often outside quotes.
    #[must_use]
    pub fn detect(start: &str) -> Self {
        let mut lines = start.lines().filter(|line| !line.trim().is_empty());
        let first = lines.next().unwrap_or_default();
        let told = first.trim().strip_prefix("sep=").map(str::as_bytes);
        if let Some(&[delimiter]) = told
            && DELIMITERS.contains(&delimiter)
        {
            return Self { delimiter, told: true };
        }
        // A title has none of them, and stands above the header.
        let divided = |line: &&str| outside_quotes(line).any(|byte| DELIMITERS.contains(&byte));
        let header = std::iter::once(first).chain(lines).take(LOOK).find(divided).unwrap_or(first);
        let count = |delimiter: u8| outside_quotes(header).filter(|b| *b == delimiter).count();
        let most = DELIMITERS.iter().rev().copied().max_by_key(|delimiter| count(*delimiter));
        Self { delimiter: most.unwrap_or(b','), told: false }
    }
}

/// The bytes of a line that stand outside quotes.
fn outside_quotes(line: &str) -> impl Iterator<Item = u8> {
    line.bytes().scan(false, |quoted, byte| {
        *quoted ^= byte == b'"';
        Some(if *quoted { b'"' } else { byte })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_tells_what_stands_between_cells() {
        let delimiter = |text| Dialect::detect(text).delimiter;
        assert_eq!(delimiter("id,created,amount\n1;2;3;4\n"), b',');
        assert_eq!(delimiter("id;created;amount, net\n"), b';');
        assert_eq!(delimiter("id\tcreated\n"), b'\t');
        assert_eq!(delimiter("\"a;b;c\",created,x\n"), b',');
        assert_eq!(delimiter("lonely\n"), b',');
        assert_eq!(delimiter(""), b',');
    }

    #[test]
    fn a_spreadsheets_word_for_it_is_taken() {
        assert_eq!(Dialect::detect("sep=;\nid;a,b,c,d\n"), Dialect { delimiter: b';', told: true });
    }
}
