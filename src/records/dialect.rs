//! What stands between two cells.

/// Characters that are tried, the usual one first.
const DELIMITERS: [u8; 3] = *b",;\t";

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// The character between two cells: comma, semicolon or tab.
    pub delimiter: u8,
    /// Whether a line `sep=;` stands before the header, as spreadsheets write it.
    pub told: bool,
}

impl Dialect {
    /// What the first line of a text in UTF-8 speaks for: the character that it
    /// says, or the one that stands most often outside quotes.
    #[must_use]
    pub fn detect(start: &str) -> Self {
        let first = start.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let told = first.trim().strip_prefix("sep=").map(str::as_bytes);
        if let Some(&[delimiter]) = told
            && DELIMITERS.contains(&delimiter)
        {
            return Self { delimiter, told: true };
        }
        let count = |delimiter: u8| outside_quotes(first).filter(|b| *b == delimiter).count();
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
