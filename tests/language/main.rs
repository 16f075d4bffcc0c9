//! Results in every language: nothing missing, nothing left in another one.
//!
//! That no phrase is missing is the compiler's business: each language fills the
//! same structs. Here is what it cannot see.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod command;
mod sources;

use std::path::{Path, PathBuf};

/// A place in the repository.
fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Words of Latin letters in a text that a Chinese reader has no use for.
fn english(text: &str) -> Vec<String> {
    let word = |c: char| !(c.is_ascii_alphanumeric() || "._/-".contains(c));
    let words = text.split(word).map(|word| word.trim_matches(['.', '/']));
    let is_word = |word: &&str| word.bytes().filter(u8::is_ascii_alphabetic).count() > 1;
    words.filter(is_word).filter(|word| !is_known(word)).map(str::to_owned).collect()
}

/// Names, units, files, options and quantiles are the same everywhere.
fn is_known(word: &str) -> bool {
    let quantile = word.strip_prefix('P').is_some_and(|digits| digits.parse::<u8>().is_ok());
    let file = ["toml", "ttf", "otf", "ttc", "rs", "json"]
        .iter()
        .any(|&end| word.rsplit('.').next() == Some(end));
    let name = [
        "orgodds",
        "compare",
        "run",
        "Debian",
        "fonts-noto-cjk",
        "Ctrl-C",
        "GiB",
        "TOML",
        "UTF-8",
        "a-z",
        "EVPI",
        "people-cost",
        "SHA-256",
    ];
    quantile || file || word.starts_with("--") || name.contains(&word)
}
