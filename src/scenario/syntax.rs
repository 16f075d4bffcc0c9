//! What is not TOML, explained.

use std::ops::Range;
use std::sync::Arc;

use super::notation;
use super::problem::Problem;
use super::source::{Place, Source};

/// One problem a line: what follows on the same line is mostly its echo.
pub fn explain(source: &Arc<Source>, errors: &[toml::de::Error]) -> Vec<Problem> {
    let mut spotted: Vec<(Range<usize>, &str)> =
        errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    spotted.sort_by_key(|(span, _)| span.start);
    drop_echoes_of_an_open_list(source, &mut spotted);
    spotted.dedup_by_key(|(span, _)| line_of(&source.text, span.start));
    spotted.into_iter().map(|(span, message)| one(source, span, message)).collect()
}

/// A list that is never closed swallows the lines after it: only its start is
/// worth telling.
fn drop_echoes_of_an_open_list(source: &Source, spotted: &mut Vec<(Range<usize>, &str)>) {
    let open = |&(_, message): &(Range<usize>, &str)| message.starts_with("unclosed array, ");
    let Some(end) = spotted.iter().position(open) else { return };
    let first = spotted[..=end].iter().map(|(span, _)| span.start).min().unwrap_or(0);
    let start = source.text[..first].rfind('[').unwrap_or(first);
    let message = spotted[end].1;
    spotted.retain(|(span, _)| span.start < start);
    spotted.push((start..start + 1, message));
}

fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    start..end
}

fn one(source: &Arc<Source>, span: Range<usize>, message: &str) -> Problem {
    let line = line_of(&source.text, span.start);
    let place = Place::new(source, span.clone());
    let written = &source.text[span.clone()];
    if message == "duplicate key" {
        return Problem::error(format!("`{}` is given twice", written.trim_matches('"')), &place)
            .label("this is the second time");
    }
    if message.starts_with("invalid unquoted key") {
        return unquoted_key(source, &place, line);
    }
    if message.starts_with("key with no value") {
        return no_value(source, line);
    }
    if message.starts_with("unclosed array,") {
        return Problem::error("a list is never closed", &place).label("add `]` where it ends");
    }
    if message.starts_with("unclosed") {
        let header = trimmed(&source.text, line);
        return Problem::error("a table header is not closed", &Place::new(source, header))
            .label("add `]`");
    }
    if message.contains("basic string") || message.contains("literal string, expected `'`") {
        return Problem::error(
            "a text is never closed",
            &Place::new(source, line_value(source, line)),
        )
        .label("add the closing quote");
    }
    let value = line_value(source, line);
    if let Some(problem) = value_without_quotes(source, value) {
        return problem;
    }
    Problem::error(format!("this is not valid TOML: {message}"), &place)
}

/// TOML lets only plain Latin keys stand without quotes.
fn unquoted_key(source: &Arc<Source>, place: &Place, line: Range<usize>) -> Problem {
    let key = place.text();
    if key.chars().all(|character| character.is_alphanumeric() || "-_".contains(character)) {
        let bare = |key: &str| !key.is_ascii();
        let header = source.text[line.clone()].trim_start().starts_with('[');
        let quoted: Vec<String> = source.text[trimmed(&source.text, line)]
            .split(['[', ']', '.', '='])
            .map(str::trim)
            .filter(|key| header && bare(key) && !key.starts_with('"'))
            .map(|key| format!("\"{key}\""))
            .collect();
        let write = if quoted.len() > 1 { quoted.join(" and ") } else { format!("\"{key}\"") };
        return Problem::error(format!("the key `{key}` must stand in quotes"), place)
            .label("TOML allows only a-z, 0-9, - and _ without")
            .help(format!("write {write}"));
    }
    Problem::error("this cannot be a key", place).help("put a key in quotes, as in \"a key\" = 1")
}

fn no_value(source: &Arc<Source>, line: Range<usize>) -> Problem {
    let span = trimmed(&source.text, line);
    let written = &source.text[span.clone()];
    let place = Place::new(source, span);
    if let Some((key, value)) = written.split_once(':') {
        return Problem::error("a key and its value are joined by `=`", &place).help(format!(
            "write {} = {}",
            key.trim(),
            value.trim()
        ));
    }
    if let Some((key, _)) = written.split_once('=')
        && key.trim().contains(' ')
    {
        return Problem::error("a key with a space must stand in quotes", &place)
            .help("or join the keys of nested tables by dots");
    }
    Problem::error("a key without a value", &place).help(format!("write {written} = …"))
}

/// A line without the space around it and its comment.
fn trimmed(text: &str, line: Range<usize>) -> Range<usize> {
    let whole = &text[line.clone()];
    let written = whole.split('#').next().unwrap_or_default();
    let start = line.start + (written.len() - written.trim_start().len());
    start..start + written.trim().len()
}

/// What stands behind `=` in a line, or the whole line.
fn line_value(source: &Source, line: Range<usize>) -> Range<usize> {
    let span = trimmed(&source.text, line);
    let written = &source.text[span.clone()];
    match written.split_once('=') {
        Some((_, value)) => span.end - value.trim_start().len()..span.end,
        None => span,
    }
}

fn value_without_quotes(source: &Arc<Source>, span: Range<usize>) -> Option<Problem> {
    let written = source.text[span.clone()].to_owned();
    let place = Place::new(source, span);
    if written.is_empty() {
        let line = place
            .span
            .as_ref()
            .map(|span| trimmed(&source.text, line_of(&source.text, span.start)))?;
        return Some(Problem::error("a key without a value", &Place::new(source, line)));
    }
    if written.contains(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']) {
        let straight = written.trim_matches(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']);
        return Some(
            Problem::error("text must stand in straight quotes", &place)
                .help(format!("write \"{straight}\"")),
        );
    }
    if notation::parse(&written).is_ok() {
        return Some(
            Problem::error("a distribution must stand in quotes", &place)
                .help(format!("write \"{written}\"")),
        );
    }
    if let Some(number) = notation::plain_number(&written) {
        return Some(
            Problem::error("this is not how a number is written", &place)
                .help(format!("write {number}")),
        );
    }
    let is_word = written.chars().next()?.is_alphabetic() && !written.contains(['"', '[', '{']);
    is_word.then(|| {
        Problem::error("text must stand in quotes", &place).help(format!("write \"{written}\""))
    })
}
