//! A column of a CSV file, for `data(file.csv, column)`.

use std::fs::File;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::language::{Known, Said};
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
    let index = index(&headers, &column.text, &path)
        .map_err(|(title, help)| Problem::error(title, &at(&column.at)).maybe_help(help))?;
    let mut values = Values::default();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| not_read(&path, &place, &error))? {
        let start = record.position().map_or(0, csv::Position::line);
        let lines = reader.position().line() - start;
        // The reader skips empty lines in silence; here they are gaps.
        for _ in 0..lines.saturating_sub(1 + breaks(&record)) {
            values.take("");
        }
        values.take(record.get(index).unwrap_or_default().trim());
        if values.numbers.len() > limits::DATA_VALUES {
            return Err(too_many(&path, &place));
        }
    }
    values.finish(field, &path, &at(&column.at))
}

/// Where a column stands, or why that cannot be told, with help.
fn index(
    headers: &csv::StringRecord,
    column: &str,
    path: &Path,
) -> Result<usize, (Said, Option<Said>)> {
    let name = path.display().to_string();
    let no_column = || Said::by(|words| (words.data.no_column)(&name, column));
    let mut found = (0..headers.len()).filter(|&index| headers[index].trim() == column);
    match (found.next(), found.next()) {
        (Some(index), None) => Ok(index),
        (Some(_), Some(_)) => {
            Err((Said::by(|words| (words.data.several_columns)(&name, column)), None))
        }
        (None, _) if headers.len() == 1 && headers[0].contains([';', '\t']) => {
            Err((no_column(), Some(Said::plain(|words| words.data.commas))))
        }
        (None, _) => {
            let help = suggest::did_you_mean_or_list(column, headers.iter(), Known::Column);
            Err((no_column(), help))
        }
    }
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
    if file.metadata().is_ok_and(|metadata| !metadata.is_file()) {
        let name = path.display().to_string();
        let title = Said::by(|words| (words.data.not_ordinary)(&name));
        return Err(Problem::error(title, place));
    }
    Ok(csv::ReaderBuilder::new().flexible(true).from_reader(file))
}

fn not_read(path: &Path, place: &Place, error: &csv::Error) -> Problem {
    let name = path.display().to_string();
    match error.kind() {
        csv::ErrorKind::Utf8 { pos, .. } => {
            let line = pos.as_ref().map_or(1, csv::Position::line);
            Problem::error(Said::by(|words| (words.data.not_utf8)(&name, Some(line))), place)
                .help(Said::plain(|words| words.data.save_as_utf8))
        }
        csv::ErrorKind::Io(error) => document::unreadable(path, error, place),
        _ => {
            let why = error.to_string();
            Problem::error(Said::by(|words| (words.data.cannot_be_read)(&name, &why)), place)
        }
    }
}

fn too_many(path: &Path, place: &Place) -> Problem {
    let name = path.display().to_string();
    Problem::error(Said::by(|words| (words.data.too_many_rows)(&name)), place)
        .help(Said::by(|words| (words.data.most_values)(limits::DATA_VALUES)))
}

/// What a column holds.
#[derive(Default)]
struct Values {
    numbers: Vec<f64>,
    /// The first cell without a number: its row and what it holds.
    bad: Option<(usize, String)>,
    /// How many there are.
    bad_cells: usize,
}

impl Values {
    fn take(&mut self, cell: &str) {
        match cell.parse::<f64>() {
            Ok(value) if value.is_finite() => self.numbers.push(value),
            _ => {
                // As a spreadsheet counts: the header is row 1.
                let row = self.numbers.len() + self.bad_cells + 2;
                self.bad.get_or_insert_with(|| (row, cell.to_owned()));
                self.bad_cells += 1;
            }
        }
    }

    fn finish(self, field: &str, path: &Path, place: &Place) -> Result<Vec<f64>, Problem> {
        let name = path.display().to_string();
        let Some((row, cell)) = self.bad else {
            if self.numbers.is_empty() {
                let title = Said::by(|words| (words.data.no_values)(field, &name));
                return Err(Problem::error(title, place));
            }
            return Ok(self.numbers);
        };
        let holds = (!cell.is_empty()).then_some(cell.as_str());
        let title = Said::by(|words| (words.data.number_in_every_row)(field));
        let label = Said::by(|words| (words.data.bad_row)(&name, row, holds, self.bad_cells));
        Err(Problem::error(title, place)
            .label(label)
            .help(Said::plain(|words| words.data.mend_rows)))
    }
}
