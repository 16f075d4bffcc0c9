//! Which letters the bytes stand for, and a reader that gives them as UTF-8.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How letters are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, and plain ASCII.
    Utf8,
    /// UTF-16, low byte first, as "Unicode text" of spreadsheets.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030, which holds GBK and GB 2312.
    Gb18030,
    /// Windows-1252, the Western European page of spreadsheets.
    Windows1252,
}

/// As much as is looked at before reading begins, in bytes.
const LOOK: usize = 1 << 20;

impl Encoding {
    /// The usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Gb18030 => "GB18030 (GBK)",
            Self::Windows1252 => "Windows-1252",
        }
    }

    /// What the first bytes speak for: a mark of the byte order, every other
    /// byte zero, valid UTF-8, or high bytes that come in pairs as Chinese does.
    #[must_use]
    pub fn detect(start: &[u8]) -> Self {
        match start {
            [0xFF, 0xFE, ..] => Self::Utf16Le,
            [0xFE, 0xFF, ..] => Self::Utf16Be,
            _ if mostly_zero(start, 1) => Self::Utf16Le,
            _ if mostly_zero(start, 0) => Self::Utf16Be,
            _ if is_utf8(start) => Self::Utf8,
            _ if in_pairs(start) => Self::Gb18030,
            _ => Self::Windows1252,
        }
    }

    fn decoder(self) -> Decoder {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Gb18030 => GB18030,
            Self::Windows1252 => WINDOWS_1252,
        }
        .new_decoder_with_bom_removal()
    }
}

/// Whether more than 4 in 10 bytes at even (0) or odd (1) places are zero.
fn mostly_zero(bytes: &[u8], place: usize) -> bool {
    let zeros = bytes.iter().skip(place).step_by(2).filter(|byte| **byte == 0).count();
    zeros * 10 > bytes.len() / 2 * 4
}

/// Whether letters of several bytes are UTF-8, but for a few that are broken: a
/// text in another encoding has hardly any that are valid.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // The last letter may be cut off.
    broken <= usize::from(bytes.len() == LOOK) || valid > 4 * broken
}

/// Whether most bytes above 0x80 stand in pairs. In Western text accented
/// letters stand alone among plain ones ("Müller"), although such a letter and
/// its neighbour would mostly be a valid pair of GBK.
fn in_pairs(bytes: &[u8]) -> bool {
    let (mut paired, mut alone) = (0_u32, 0_u32);
    for run in bytes.split(|byte| *byte < 0x80) {
        match run.len() {
            0 => {}
            1 => alone += 1,
            length => paired += length as u32,
        }
    }
    paired > alone
}

/// The first bytes of a reader, and a reader that still gives them.
///
/// # Errors
/// Where the reader fails.
pub fn look<'a>(mut from: Box<dyn Read + 'a>) -> io::Result<(Vec<u8>, Box<dyn Read + 'a>)> {
    let mut start = Vec::new();
    from.by_ref().take(LOOK as u64).read_to_end(&mut start)?;
    let again = io::Cursor::new(start.clone()).chain(from);
    Ok((start, Box::new(again)))
}

/// As much as is decoded at once, in bytes.
const CHUNK: usize = 1 << 16;

/// Gives as UTF-8 what another reader gives in its encoding, without a mark of
/// the byte order; what stands for no letter becomes U+FFFD.
pub struct Utf8Reader<'a> {
    from: Box<dyn Read + 'a>,
    decoder: Decoder,
    raw: Box<[u8]>,
    /// The part of `raw` that is not decoded yet.
    waiting: std::ops::Range<usize>,
    /// Letters are not cut to what a caller has room for.
    decoded: Box<[u8]>,
    /// The part of `decoded` that is not given yet.
    ready: std::ops::Range<usize>,
    done: bool,
}

impl<'a> Utf8Reader<'a> {
    /// Reads in an encoding.
    #[must_use]
    pub fn new(from: Box<dyn Read + 'a>, encoding: Encoding) -> Self {
        let decoder = encoding.decoder();
        let [raw, text] = [(); 2].map(|()| vec![0; CHUNK].into_boxed_slice());
        Self { from, decoder, raw, waiting: 0..0, decoded: text, ready: 0..0, done: false }
    }

    /// Decodes until something is ready or nothing is left.
    fn fill(&mut self) -> io::Result<()> {
        while self.ready.is_empty() && !self.done {
            let mut ended = false;
            if self.waiting.is_empty() {
                let count = self.from.read(&mut self.raw)?;
                self.waiting = 0..count;
                ended = count == 0;
            }
            let raw = &self.raw[self.waiting.clone()];
            let (result, used, written, _) =
                self.decoder.decode_to_utf8(raw, &mut self.decoded, ended);
            self.waiting.start += used;
            self.ready = 0..written;
            self.done = ended && result == CoderResult::InputEmpty;
        }
        Ok(())
    }
}

impl Read for Utf8Reader<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.fill()?;
        let count = to.len().min(self.ready.len());
        let start = self.ready.start;
        to[..count].copy_from_slice(&self.decoded[start..start + count]);
        self.ready.start += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Encoding, String) {
        let (start, again) = look(Box::new(bytes)).unwrap();
        let encoding = Encoding::detect(&start);
        let mut text = Vec::new();
        Utf8Reader::new(again, encoding).read_to_end(&mut text).unwrap();
        (encoding, String::from_utf8(text).unwrap())
    }

    #[test]
    fn each_encoding_is_known_by_its_bytes() {
        let text = "渠道,日期\n搜索,2018-02-01\n";
        let utf16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
        let little: Vec<u8> = utf16(u16::to_le_bytes);
        let big: Vec<u8> = utf16(u16::to_be_bytes);
        let gbk = GB18030.encode(text).0.into_owned();
        assert_eq!(read(text.as_bytes()), (Encoding::Utf8, text.into()));
        assert_eq!(
            read(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()),
            (Encoding::Utf8, text.into())
        );
        assert_eq!(read(&[b"\xFF\xFE", &little[..]].concat()), (Encoding::Utf16Le, text.into()));
        assert_eq!(read(&[b"\xFE\xFF", &big[..]].concat()), (Encoding::Utf16Be, text.into()));
        assert_eq!(read(&gbk), (Encoding::Gb18030, text.into()));
        let western = "Kanal,Betrag\nMüller,5 €\nCafé,3 €\n";
        let page = WINDOWS_1252.encode(western).0.into_owned();
        assert_eq!(read(&page), (Encoding::Windows1252, western.into()));
    }

    #[test]
    fn utf16_without_a_mark_is_known_by_its_zeros() {
        let little: Vec<u8> =
            "id,created\n1,2018".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&little), (Encoding::Utf16Le, "id,created\n1,2018".into()));
    }

    #[test]
    fn a_broken_letter_does_not_change_the_encoding() {
        let text = "渠道,日期\n搜索,2018-02-01\n";
        let bytes = [text.as_bytes(), b"\xE6\x90,x\n"].concat();
        assert_eq!(read(&bytes), (Encoding::Utf8, format!("{text}\u{fffd},x\n")));
    }

    #[test]
    fn letters_that_straddle_the_buffer_are_whole() {
        let text = "表".repeat(70_000);
        let gbk = GB18030.encode(&text).0.into_owned();
        assert_eq!(read(&gbk), (Encoding::Gb18030, text));
    }
}
