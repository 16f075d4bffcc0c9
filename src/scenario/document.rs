//! First pass: a file as a tree of values, each with its place, in file order.

use crate::language::{Found, Mistakes, Said};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Problem, Problems};
use super::source::{Place, Source};
use super::{suggest, syntax};

/// Largest scenario file, in bytes: a thousand times the shipped ones.
const LARGEST: u64 = 16 << 20;

/// A value and where it stands. A table's place is its header.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub place: Place,
    /// What stands there.
    pub value: Value,
}

/// What TOML can say.
#[derive(Debug, Clone)]
pub enum Value {
    /// A string.
    Text(String),
    /// A whole number of any size.
    Integer(i128),
    /// Any other number, perhaps not finite.
    Float(f64),
    /// `true` or `false`.
    Boolean,
    /// A date or a time.
    Date,
    /// A list.
    Array(Vec<Node>),
    /// Keys and values.
    Table(Table),
}

/// Keys and values in file order.
pub type Table = IndexMap<String, Entry>;

/// A value and where its key stands.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Where the key stands.
    pub key: Place,
    /// The value.
    pub node: Node,
}

impl Value {
    /// What it is, in words.
    pub fn this_is(&self) -> Said {
        let found = match self {
            Self::Text(_) => Found::Text,
            Self::Integer(_) | Self::Float(_) => Found::Number,
            Self::Boolean => Found::Boolean,
            Self::Date => Found::Date,
            Self::Array(_) => Found::List,
            Self::Table(_) => Found::Table,
        };
        Said::by(|words| (words.this_is)(found))
    }
}

impl Node {
    /// The table, if it is one.
    pub fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The table, if it is one.
    pub fn table_mut(&mut self) -> Option<&mut Table> {
        match &mut self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Reads a file into a tree. `asked` is where another file names it.
pub fn read(
    path: &Path,
    number: usize,
    asked: Option<&Place>,
    problems: &mut Problems,
) -> Option<Node> {
    let name = path.display().to_string();
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    let source = |text: String| {
        Arc::new(Source {
            name: name.clone(),
            text,
            folder: folder.clone(),
            number,
            has_lines: true,
        })
    };
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let place = asked.cloned().unwrap_or_else(|| Place::whole(&source(String::new())));
            problems.push(unreadable(path, &error, &place));
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
            parse(&source(text), problems)
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let source = source(String::from_utf8_lossy(error.as_bytes()).into_owned());
            problems.push(not_utf8(&source, at));
            None
        }
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Why a file cannot be read, at the place that names it.
pub fn unreadable(path: &Path, error: &io::Error, place: &Place) -> Problem {
    let name = path.display().to_string();
    let said = |pick: fn(&Mistakes) -> fn(&str) -> String| Said::by(|words| pick(words)(&name));
    match error.kind() {
        io::ErrorKind::NotFound => {
            let written = place.text().trim_matches(['"', '\'']);
            let near = suggest::near_file(written, path);
            Problem::error(said(|words| words.no_file), place).maybe_help(near)
        }
        io::ErrorKind::IsADirectory => Problem::error(said(|words| words.is_folder), place),
        io::ErrorKind::PermissionDenied => {
            Problem::error(said(|words| words.may_not_be_read), place)
                .help(Said::by(|words| words.permissions.to_owned()))
        }
        io::ErrorKind::FileTooLarge => {
            let megabytes = LARGEST >> 20;
            Problem::error(Said::by(|words| (words.data.too_large)(&name, megabytes)), place)
        }
        _ => {
            let why = error.to_string();
            Problem::error(Said::by(|words| (words.data.cannot_be_read)(&name, &why)), place)
        }
    }
}

fn not_utf8(source: &Arc<Source>, at: usize) -> Problem {
    let shown = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
    let title = Said::by(|words| (words.data.not_utf8)(&source.name, None));
    Problem::error(title, &Place::new(source, shown))
        .label(Said::plain(|words| words.data.not_utf8_from_here))
        .help(Said::plain(|words| words.data.save_as_utf8))
}

/// A text that is no file, under the name of one.
pub fn written(name: &str, text: &str, problems: &mut Problems) -> Option<Node> {
    let (name, text) = (name.to_owned(), text.to_owned());
    let source = Source { name, text, folder: PathBuf::new(), number: 0, has_lines: true };
    parse(&Arc::new(source), problems)
}

/// The tree of a text, unless its syntax is wrong.
fn parse(source: &Arc<Source>, problems: &mut Problems) -> Option<Node> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    if errors.is_empty() {
        let value = Value::Table(entries(source, table.get_ref()));
        return Some(Node { place: Place::whole(source), value });
    }
    for problem in syntax::explain(source, &errors) {
        problems.push(problem);
    }
    None
}

/// One value, as the command line gives it; none where it is not TOML.
pub fn value(source: &Arc<Source>, at: usize) -> Option<Node> {
    let value = DeValue::parse(&source.text[at..]).ok()?;
    Some(node(source, at, &value))
}

fn entries(source: &Arc<Source>, table: &DeTable<'_>) -> Table {
    entries_from(source, 0, table)
}

fn entries_from(source: &Arc<Source>, from: usize, table: &DeTable<'_>) -> Table {
    let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
        let name: &std::borrow::Cow<'_, str> = key.get_ref();
        let place = shifted(source, from, &key.span());
        (name.to_string(), Entry { key: place, node: node(source, from, value) })
    };
    table.iter().map(entry).collect()
}

fn shifted(source: &Arc<Source>, from: usize, span: &std::ops::Range<usize>) -> Place {
    Place::new(source, from + span.start..from + span.end)
}

fn node(source: &Arc<Source>, from: usize, value: &Spanned<DeValue<'_>>) -> Node {
    let place = shifted(source, from, &value.span());
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(integer) => {
            let size = i128::from_str_radix(integer.as_str(), integer.radix());
            size.map_or(Value::Float(f64::INFINITY), Value::Integer)
        }
        DeValue::Float(float) => Value::Float(float.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(_) => Value::Boolean,
        DeValue::Datetime(_) => Value::Date,
        DeValue::Array(items) => {
            Value::Array(items.iter().map(|item| node(source, from, item)).collect())
        }
        DeValue::Table(table) => Value::Table(entries_from(source, from, table)),
    };
    Node { place, value }
}
