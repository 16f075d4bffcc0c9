//! Which letters the bytes stand for, and a reader that gives them as UTF-8.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    CoderResult, Decoder, GB18030, GBK, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252,
    X_USER_DEFINED,
};

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
    /// Another one: Big5, `Shift_JIS`, Windows-1251 and so on.
    Other(&'static encoding_rs::Encoding),
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
            Self::Other(other) => other.name(),
        }
    }

    /// The encoding of a usual name: gbk, big5, windows-1251.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let found = encoding_rs::Encoding::for_label(name.trim().as_bytes());
        found.filter(|found| *found != REPLACEMENT && *found != X_USER_DEFINED).map(Self::from)
    }

    /// What the first bytes speak for, and whether only the look of the letters does. A
    /// mark of the byte order, every other byte zero and valid UTF-8 are certain;
    /// otherwise it is the encoding in which the letters are the most likely text.
    #[must_use]
    pub fn detect(start: &[u8]) -> (Self, bool) {
        match start {
            [0xFF, 0xFE, ..] => (Self::Utf16Le, false),
            [0xFE, 0xFF, ..] => (Self::Utf16Be, false),
            _ if mostly_zero(start, 1) => (Self::Utf16Le, false),
            _ if mostly_zero(start, 0) => (Self::Utf16Be, false),
            _ if is_utf8(start) => (Self::Utf8, false),
            _ => (Self::likely(start), true),
        }
    }

    fn likely(start: &[u8]) -> Self {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(start, start.len() < LOOK);
        detector.guess(None, Utf8Detection::Deny).into()
    }

    fn decoder(self) -> Decoder {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Gb18030 => GB18030,
            Self::Windows1252 => WINDOWS_1252,
            Self::Other(other) => other,
        }
        .new_decoder_with_bom_removal()
    }
}

impl From<&'static encoding_rs::Encoding> for Encoding {
    fn from(found: &'static encoding_rs::Encoding) -> Self {
        match found {
            found if found == UTF_8 => Self::Utf8,
            found if found == UTF_16LE => Self::Utf16Le,
            found if found == UTF_16BE => Self::Utf16Be,
            found if found == GB18030 || found == GBK => Self::Gb18030,
            found if found == WINDOWS_1252 => Self::Windows1252,
            other => Self::Other(other),
        }
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
        let (encoding, _) = Encoding::detect(&start);
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

    /// Headers and a few values, as short as exports can be.
    #[test]
    fn the_usual_pages_are_told_apart_by_their_letters() {
        for (name, text) in [
            (
                "big5",
                "線索編號,建立日期,來源,狀態,負責人\n1,2018-02-01,網站,進行中,陳大文\n2,2018-02-03,展覽會,贏單,李小龍\n",
            ),
            (
                "gb18030",
                "线索编号,创建时间,线索来源,状态,负责人\n1,2018-02-01,官网,进行中,王小明\n2,2018-02-03,展会,赢单,李雷\n",
            ),
            (
                "shift_jis",
                "リード番号,作成日,流入元,状態,担当者\n1,2018-02-01,ウェブ,進行中,田中\n2,2018-02-03,展示会,受注,佐藤\n",
            ),
            (
                "euc-kr",
                "리드번호,생성일,출처,상태,담당자\n1,2018-02-01,웹사이트,진행중,김철수\n2,2018-02-03,전시회,수주,이영희\n",
            ),
            (
                "windows-1251",
                "Номер,Дата создания,Источник,Статус,Ответственный\n1,2018-02-01,Сайт,открыта,Иванов\n2,2018-02-03,Выставка,выиграна,Петров\n",
            ),
            (
                "koi8-u",
                "Номер,Дата создания,Источник,Статус,Ответственный\n1,2018-02-01,Сайт,открыта,Иванов\n2,2018-02-03,Выставка,выиграна,Петров\n",
            ),
            (
                "windows-1250",
                "Číslo,Datum vytvoření,Zdroj,Stav,Vlastník\n1,2018-02-01,Doporučení,otevřený,Jiří Dvořák\n2,2018-02-03,Veletrh,získaný,Zdeněk Šťastný\n",
            ),
        ] {
            let encoding = Encoding::named(name).unwrap();
            let (bytes, _, broken) =
                encoding_rs::Encoding::for_label(name.as_bytes()).unwrap().encode(text);
            assert!(!broken, "{name}");
            assert_eq!(read(&bytes), (encoding, text.into()));
        }
        assert_eq!(Encoding::named("GBK"), Some(Encoding::Gb18030));
        assert_eq!(Encoding::named("latin1"), Some(Encoding::Windows1252));
        assert_eq!((Encoding::named("klingon"), Encoding::named("hz-gb-2312")), (None, None));
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
