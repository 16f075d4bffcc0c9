//! What is not TOML, explained.

use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use super::notation;
use super::problem::Problem;
use super::source::{Place, Source};
use crate::language::Said;

/// What is wrong with the syntax of a text; nothing if it is TOML.
///
/// The parser goes on after a mistake, but not always far enough. So the lines
/// that are wrong are blanked out and the rest is read again, as long as that
/// brings up more.
pub fn explain(source: &Arc<Source>, errors: &[toml::de::Error]) -> Vec<Problem> {
    let mut found = spotted(&source.text, errors);
    let mut text = source.text.clone();
    for _ in 0..ROUNDS {
        if found.iter().any(|(_, message)| swallows_lines(message)) {
            break;
        }
        for (span, _) in &found {
            let line = line_of(&source.text, span.start);
            text.replace_range(line.clone(), &" ".repeat(line.len()));
        }
        let (_, errors) = DeTable::parse_recoverable(&text);
        let more = spotted(&text, &errors);
        // A header that was blanked out leaves its keys to the table before.
        let new = more.into_iter().filter(|(_, message)| !message.contains("duplicate"));
        let before = found.len();
        found.extend(new.filter(|(_, message)| !message.contains("extend")));
        if found.len() == before {
            break;
        }
    }
    found.into_iter().map(|(span, message)| one(source, span, &message)).collect()
}

/// How often the rest of a text is read again.
const ROUNDS: usize = 20;

/// A mistake whose end cannot be told.
fn swallows_lines(message: &str) -> bool {
    message.starts_with("unclosed array,") || message.contains("multi-line")
}

/// Places and messages, one a line: what follows on the same line is mostly the
/// echo of the first.
fn spotted(text: &str, errors: &[toml::de::Error]) -> Vec<(Range<usize>, String)> {
    let place = |error: &toml::de::Error| {
        (whole_characters(text, &error.span().unwrap_or(0..0)), error.message().to_owned())
    };
    let mut spotted: Vec<_> = errors.iter().map(place).collect();
    spotted.sort_by_key(|(span, _)| span.start);
    drop_echoes_of_an_open_list(text, &mut spotted);
    spotted.dedup_by_key(|(span, _)| line_of(text, span.start));
    spotted
}

/// A list that is never closed swallows the lines after it: only its start is
/// worth telling.
fn drop_echoes_of_an_open_list(text: &str, spotted: &mut Vec<(Range<usize>, String)>) {
    let open = |(_, message): &(Range<usize>, String)| message.starts_with("unclosed array,");
    let Some(end) = spotted.iter().position(open) else { return };
    let first = spotted[..=end].iter().map(|(span, _)| span.start).min().unwrap_or(0);
    let start = text[..first].rfind('[').unwrap_or(first);
    let message = spotted[end].1.clone();
    spotted.retain(|(span, _)| span.start < start);
    spotted.push((whole_characters(text, &(start..start + 1)), message));
}

/// The parser may point into the middle of a character.
fn whole_characters(text: &str, span: &Range<usize>) -> Range<usize> {
    text.floor_char_boundary(span.start)..text.ceil_char_boundary(span.end)
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
        return Problem::error(Said::by(|words| (words.twice)(written.trim_matches('"'))), &place)
            .label(Said::plain(|words| words.second_time));
    }
    if message.starts_with("invalid unquoted key") {
        return unquoted_key(source, &place, line);
    }
    if message.starts_with("key with no value") {
        return no_value(source, line);
    }
    if message.contains("recurs") {
        return Problem::error(Said::plain(|words| words.too_deep), &place);
    }
    if message.starts_with("unclosed array,") {
        return Problem::error(Said::plain(|words| words.open_list), &place)
            .label(Said::plain(|words| words.close_list));
    }
    if message.starts_with("unclosed") {
        let header = trimmed(&source.text, line);
        return Problem::error(Said::plain(|words| words.open_header), &Place::new(source, header))
            .label(Said::plain(|words| words.close_header));
    }
    if message.contains("basic string") || message.contains("literal string, expected `'`") {
        return Problem::error(
            Said::plain(|words| words.open_text),
            &Place::new(source, line_value(source, line)),
        )
        .label(Said::plain(|words| words.close_text));
    }
    let value = line_value(source, line);
    if let Some(problem) = value_without_quotes(source, value) {
        return problem;
    }
    Problem::error(Said::by(|words| (words.data.not_toml)(message)), &place)
}

/// TOML lets only plain Latin keys stand without quotes.
fn unquoted_key(source: &Arc<Source>, place: &Place, line: Range<usize>) -> Problem {
    let span = trimmed(&source.text, line.clone());
    let written = &source.text[span.clone()];
    let is_header = written.starts_with('[');
    if !is_header && !written.contains('=') {
        if written.contains(':') {
            return no_value(source, line);
        }
        let title = Said::plain(|words| words.neither);
        return Problem::error(title, &Place::new(source, span));
    }
    let key = place.text();
    let in_any_language = |key: &str| {
        !key.is_empty() && key.chars().all(|each| each.is_alphanumeric() || "-_".contains(each))
    };
    if !in_any_language(key) {
        let help = Said::plain(|words| words.quote_it);
        return Problem::error(Said::plain(|words| words.no_such_key), place).help(help);
    }
    let keys = written.split(['[', ']', '.']).map(str::trim);
    let all: Vec<_> = keys.filter(|key| in_any_language(key) && !key.is_ascii()).collect();
    let keys = if is_header && !all.is_empty() { all } else { vec![key] };
    let write: Vec<_> = keys.into_iter().map(quoted).collect();
    Problem::error(Said::by(|words| (words.quote_key)(key)), place)
        .label(Said::plain(|words| words.plain_keys))
        .help(Said::by(|words| (words.write_all)(&write)))
}

fn no_value(source: &Arc<Source>, line: Range<usize>) -> Problem {
    let span = trimmed(&source.text, line);
    let written = &source.text[span.clone()];
    let place = Place::new(source, span);
    if let Some((key, value)) = written.split_once(':') {
        return Problem::error(Said::plain(|words| words.equals), &place).help(write(&format!(
            "{} = {}",
            key.trim(),
            value.trim()
        )));
    }
    if let Some((key, _)) = written.split_once('=')
        && key.trim().contains(' ')
    {
        return Problem::error(Said::plain(|words| words.no_space), &place)
            .help(write(&format!("{} = …", quoted(&key.trim().replace(' ', "_")))));
    }
    Problem::error(Said::plain(|words| words.no_value), &place)
        .help(write(&format!("{written} = …")))
}

/// What to write instead.
fn write(text: &str) -> Said {
    Said::by(|words| (words.write)(text))
}

/// A key as TOML wants it.
fn quoted(key: &str) -> String {
    if key.is_ascii() { key.to_owned() } else { format!("\"{key}\"") }
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
        let key = source.text[line.clone()].trim_end_matches('=').trim().to_owned();
        let problem =
            Problem::error(Said::plain(|words| words.no_value), &Place::new(source, line));
        return Some(problem.help(write(&format!("{key} = …"))));
    }
    if written.contains(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']) {
        let straight = written.trim_matches(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']);
        return Some(
            Problem::error(Said::plain(|words| words.straight), &place)
                .help(write(&format!("\"{straight}\""))),
        );
    }
    if let Some(number) = notation::plain_number(&written).filter(|number| *number != written) {
        return Some(
            Problem::error(Said::plain(|words| words.no_number), &place).help(write(&number)),
        );
    }
    if notation::parse(&written).is_ok() {
        return Some(
            Problem::error(Said::plain(|words| words.quote_distribution), &place)
                .help(write(&format!("\"{written}\""))),
        );
    }
    let is_word = written.chars().next()?.is_alphabetic() && !written.contains(['"', '[', '{']);
    is_word.then(|| {
        Problem::error(Said::plain(|words| words.quote_text), &place)
            .help(write(&format!("\"{written}\"")))
    })
}
