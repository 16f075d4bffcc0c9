//! One input into another. A scenario is lines of keys, numbers and notations,
//! and changes that know it get past the parser far more often than flipped
//! bytes do; some bytes are flipped all the same.

use orgodds::random::{Luck, Place, Stream};

use super::{Target, seeds};

/// Pieces to put in.
const TOKENS: [&str; 28] = [
    "\n[market]\n",
    "\n[handoffs]\nloss = 0.5\n",
    "seasonality = [0, 2]\n",
    "volatility = 3\n",
    "persistence = 1\n",
    "\n[[correlations]]\nrho = 0.9\nbetween = ",
    "extends = \"base/whole.toml\"\n",
    "priorities = [\"sell\"]\n",
    "switching_loss = 1\n",
    "attrition = 1\n",
    "start = \"vacant\"\n",
    "headcount = [[1, 2], [2, 0]]\n",
    "kind = \"referral\"\n",
    "spread = 9\n",
    "stale = 1\n",
    "\"",
    "'''",
    "\\u0000",
    "[",
    "]",
    "{ ",
    " }",
    "(",
    ")",
    ", ",
    ": ",
    " to ",
    "销售",
];

/// Numbers at the edges of what is allowed, and beyond.
const NUMBERS: [&str; 24] = [
    "0",
    "-0",
    "1",
    "2",
    "0.5",
    "1e-9",
    "1e-300",
    "5e-324",
    "0.999999999",
    "1e15",
    "1e16",
    "1e308",
    "1e-15",
    "-1",
    "20",
    "600",
    "1000",
    "1e4",
    "1e6",
    "9223372036854775807",
    "inf",
    "nan",
    "1_000",
    "0.1",
];

/// Longest input that changes make.
const LONGEST: usize = 20_000;

/// A few changes of an input, or of something to start from.
pub fn of(target: Target, input: &[u8], seed: u64) -> Vec<u8> {
    let mut stream = Luck::new(seed, 0).at(Place::new("mutation")).step(0);
    let seeds = seeds::of(target);
    let from_new = input.len() < 2 || below(16, &mut stream) == 0;
    let mut bytes = if from_new { pick(seeds, &mut stream).clone() } else { input.to_vec() };
    for _ in 0..=below(4, &mut stream) {
        bytes = match target {
            Target::Notation => changed_notation(bytes, &mut stream),
            Target::Loader | Target::Runs => changed_file(bytes, seeds, &mut stream),
        };
    }
    bytes.truncate(LONGEST);
    bytes
}

fn below(end: usize, stream: &mut Stream) -> usize {
    (stream.uniform() * end as f64) as usize
}

fn pick<'a, T>(all: &'a [T], stream: &mut Stream) -> &'a T {
    &all[below(all.len(), stream)]
}

fn changed_notation(bytes: Vec<u8>, stream: &mut Stream) -> Vec<u8> {
    match below(8, stream) {
        0 => flipped(bytes, stream),
        1 => with_token(bytes, stream),
        2 => {
            let domain = bytes.first().copied().unwrap_or_default().wrapping_add(1);
            [&[domain], bytes.get(1..).unwrap_or_default()].concat()
        }
        3 => {
            let inner = String::from_utf8_lossy(bytes.get(1..).unwrap_or_default()).into_owned();
            let (low, high) = (number(stream), number(stream));
            let whole = format!("truncate({inner}, {low}, {high})");
            [&bytes[..1.min(bytes.len())], whole.as_bytes()].concat()
        }
        _ => with_number(bytes, stream),
    }
}

fn changed_file(bytes: Vec<u8>, seeds: &[Vec<u8>], stream: &mut Stream) -> Vec<u8> {
    match below(12, stream) {
        0 => flipped(bytes, stream),
        1 => with_token(bytes, stream),
        2 => with_text(bytes, stream),
        3 | 4 => {
            let other: &Vec<u8> = pick(seeds, stream);
            with_other_line(&bytes, other, stream)
        }
        5 => without_line(&bytes, stream),
        6 => with_other_line(&bytes, &bytes, stream),
        _ => with_number(bytes, stream),
    }
}

/// A byte changed, put in or taken out.
fn flipped(mut bytes: Vec<u8>, stream: &mut Stream) -> Vec<u8> {
    let at = below(bytes.len() + 1, stream);
    let byte = below(256, stream) as u8;
    match below(3, stream) {
        0 if at < bytes.len() => bytes[at] = byte,
        1 if at < bytes.len() => drop(bytes.remove(at)),
        _ => bytes.insert(at, byte),
    }
    bytes
}

fn with_token(mut bytes: Vec<u8>, stream: &mut Stream) -> Vec<u8> {
    let at = below(bytes.len() + 1, stream);
    // Lines of their own more often than not, so that a token lands where it could mean something.
    let line = bytes[at..].iter().position(|&byte| byte == b'\n').map_or(at, |next| at + next + 1);
    let at = if below(3, stream) > 0 { line } else { at };
    bytes.splice(at..at, pick(&TOKENS, stream).bytes());
    bytes
}

/// A number replaced.
fn with_number(mut bytes: Vec<u8>, stream: &mut Stream) -> Vec<u8> {
    let is_part = |byte: &u8| byte.is_ascii_digit() || b".-_".contains(byte);
    let part = |range: &std::ops::Range<usize>, bytes: &[u8]| {
        bytes[range.clone()].iter().any(u8::is_ascii_digit)
    };
    let all: Vec<_> =
        stretches(&bytes, is_part).into_iter().filter(|one| part(one, &bytes)).collect();
    if !all.is_empty() {
        let place = pick(&all, stream).clone();
        bytes.splice(place, number(stream).bytes());
    }
    bytes
}

/// A quoted text replaced by the notation of a factor.
fn with_text(mut bytes: Vec<u8>, stream: &mut Stream) -> Vec<u8> {
    let all = stretches(&bytes, |&byte| byte != b'"' && byte != b'\n');
    if !all.is_empty() {
        let place = pick(&all, stream).clone();
        bytes.splice(place, pick(&seeds::NOTATIONS, stream).bytes());
    }
    bytes
}

fn stretches(bytes: &[u8], is_part: impl Fn(&u8) -> bool) -> Vec<std::ops::Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for chunk in bytes.chunk_by(|a, b| is_part(a) == is_part(b)) {
        if is_part(&chunk[0]) {
            all.push(start..start + chunk.len());
        }
        start += chunk.len();
    }
    all
}

fn number(stream: &mut Stream) -> String {
    match below(3, stream) {
        0 => format!("{:.3}", stream.uniform()),
        1 => format!("{}", below(1000, stream)),
        _ => (*pick(&NUMBERS, stream)).to_owned(),
    }
}

/// A line of `other` put in, or put over the one there.
fn with_other_line(bytes: &[u8], other: &[u8], stream: &mut Stream) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').collect();
    let from: Vec<&[u8]> = other.split(|&byte| byte == b'\n').collect();
    let at = below(lines.len(), stream);
    let line = *pick(&from, stream);
    if below(2, stream) == 0 {
        lines[at] = line;
    } else {
        lines.insert(at, line);
    }
    lines.join(&b'\n')
}

fn without_line(bytes: &[u8], stream: &mut Stream) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').collect();
    lines.remove(below(lines.len(), stream));
    lines.join(&b'\n')
}
