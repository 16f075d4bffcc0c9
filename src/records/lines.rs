//! Ends of lines. Some systems end a line with a line feed, others with a carriage
//! return before it or alone, and files that were put together mix them.

use std::io::{self, Read};

/// Gives every end of a line as one line feed.
pub struct Lines<R> {
    from: R,
    /// Whether the byte before was a carriage return.
    returned: bool,
}

impl<R: Read> Lines<R> {
    /// Reads a table in UTF-8.
    pub fn new(from: R) -> Self {
        Self { from, returned: false }
    }

    /// Mends bytes in their place. How many are left.
    fn mend(&mut self, bytes: &mut [u8]) -> usize {
        if !self.returned && !bytes.contains(&b'\r') {
            return bytes.len();
        }
        let mut kept = 0;
        for place in 0..bytes.len() {
            let byte = bytes[place];
            if byte != b'\n' || !self.returned {
                bytes[kept] = if byte == b'\r' { b'\n' } else { byte };
                kept += 1;
            }
            self.returned = byte == b'\r';
        }
        kept
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.from.read(to)?;
            let kept = self.mend(&mut to[..count]);
            if kept > 0 || count == 0 {
                return Ok(kept);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(to.len()).min(1);
            self.0.read(&mut to[..count])
        }
    }

    #[test]
    fn every_end_of_a_line_is_one_line_feed() {
        let text = b"a\r\nb\nc\rd\r\r\ne\n\n\rf";
        let mended = "a\nb\nc\nd\n\ne\n\n\nf";
        let mut whole = String::new();
        Lines::new(&text[..]).read_to_string(&mut whole).unwrap();
        assert_eq!(whole, mended);
        let mut drops = String::new();
        Lines::new(Drops(text)).read_to_string(&mut drops).unwrap();
        assert_eq!(drops, mended);
    }
}
