//! Reading exports: the catalogue of what can be wrong with them, how files
//! join, and what must never happen.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod catalogue;
mod headers;
mod joining;
mod large;
mod never;
mod published;

use orgodds::language::{Language, RecordWords};
use orgodds::records::{BytesSource, Files, Problem, Records, Settings, read};

/// A file of text.
fn text(name: &str, text: &str) -> BytesSource {
    BytesSource { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// Reads a file of leads.
fn leads(text_of: &str) -> Result<Records, Vec<Problem>> {
    let source = text("leads.csv", text_of);
    read(&Files { leads: Some(&source), ..Files::default() }, &Settings::default())
}

/// Reads a file of opportunities.
fn opportunities(text_of: &str) -> Result<Records, Vec<Problem>> {
    let source = text("opportunities.csv", text_of);
    read(&Files { opportunities: Some(&source), ..Files::default() }, &Settings::default())
}

/// What is said in English.
fn english() -> &'static RecordWords {
    &Language::English.words().records
}

/// What is said in Chinese.
fn chinese() -> &'static RecordWords {
    &Language::Chinese.words().records
}

/// Everything odd, in English.
fn oddities(records: &Records) -> Vec<String> {
    records.findings.iter().map(english().finding).collect()
}
