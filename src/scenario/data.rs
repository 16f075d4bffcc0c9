//! A column of a CSV file, for `data(file.csv, column)`.

use std::fs::File;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::organisation::limits;

use super::notation::Word;
use super::problem::Problem;
use super::source::Place;
use super::{document, suggest};

/// Reads all values of a column. `at` turns bytes of the notation into a place.
pub fn column(
    field: &str,
    file: &Word,
    column: &Word,
    at: impl Fn(&Range<usize>) -> Place,
) -> Result<Vec<f64>, Problem> {
    let place = at(&file.at);
    let path = place.source.folder.join(&file.text);
    let mut reader = open(&path, &place)?;
    let headers = reader.headers().map_err(|error| not_read(&path, &place, &error))?.clone();
    let Some(index) = headers.iter().position(|header| header.trim() == column.text) else {
        let title = format!("`{}` has no column `{}`", path.display(), column.text);
        let help = suggest::did_you_mean_or_list(&column.text, headers.iter(), "column");
        return Err(Problem::error(title, &at(&column.at)).maybe_help(help));
    };
    let mut values = Values { numbers: Vec::new(), bad: Vec::new() };
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| not_read(&path, &place, &error))? {
        let start = record.position().map_or(0, csv::Position::line);
        let lines = reader.position().line() - start;
        // The reader skips empty lines in silence; here they are gaps.
        let empty = lines.saturating_sub(1 + breaks(&record));
        if empty > 0 {
            values.take("", start);
        }
        values.take(record.get(index).unwrap_or_default().trim(), start + empty);
        if values.numbers.len() > limits::DATA_VALUES {
            return Err(too_many(&path, &place));
        }
    }
    values.finish(field, &path, &at(&column.at))
}

/// Line breaks inside the quoted cells of a row.
fn breaks(record: &csv::StringRecord) -> u64 {
    record.iter().map(|cell| cell.matches('\n').count() as u64).sum()
}

fn open(path: &PathBuf, place: &Place) -> Result<csv::Reader<File>, Problem> {
    let unreadable = |error: &std::io::Error| document::unreadable(path, error, place);
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return Err(unreadable(&std::io::ErrorKind::IsADirectory.into()));
    }
    Ok(csv::ReaderBuilder::new().flexible(true).from_reader(file))
}

fn not_read(path: &Path, place: &Place, error: &csv::Error) -> Problem {
    let name = path.display();
    match error.kind() {
        csv::ErrorKind::Utf8 { pos, .. } => {
            let line = pos.as_ref().map_or(1, csv::Position::line);
            Problem::error(format!("`{name}` is not UTF-8 text, see its line {line}"), place)
                .help("save the file with the encoding UTF-8")
        }
        csv::ErrorKind::Io(error) => document::unreadable(path, error, place),
        _ => Problem::error(format!("`{name}` cannot be read: {error}"), place),
    }
}

fn too_many(path: &Path, place: &Place) -> Problem {
    Problem::error(format!("`{}` has too many rows", path.display()), place)
        .help(format!("a column may hold {} values at most", limits::DATA_VALUES))
}

/// What a column holds.
struct Values {
    numbers: Vec<f64>,
    /// Lines without a number, with what they hold.
    bad: Vec<(u64, String)>,
}

impl Values {
    fn take(&mut self, cell: &str, line: u64) {
        match cell.parse::<f64>() {
            Ok(value) if value.is_finite() => self.numbers.push(value),
            _ => self.bad.push((line, cell.to_owned())),
        }
    }

    fn finish(self, field: &str, path: &Path, place: &Place) -> Result<Vec<f64>, Problem> {
        let name = path.display();
        let Some((line, cell)) = self.bad.first() else {
            let none = || format!("`{field}`: the column holds no values in `{name}`");
            return if self.numbers.is_empty() {
                Err(Problem::error(none(), place))
            } else {
                Ok(self.numbers)
            };
        };
        let holds =
            if cell.is_empty() { "is empty".to_owned() } else { format!("holds \"{cell}\"") };
        let more = match self.bad.len() {
            1 => String::new(),
            count => format!(", the first of {count} such lines"),
        };
        let title = format!("`{field}`: a data column must hold a number in every row");
        Err(Problem::error(title, place)
            .label(format!("line {line} of `{name}` {holds}{more}"))
            .help("remove these rows from the file, or give each of them a number"))
    }
}
