//! One file, understood: its table, its columns and how these are written.

use super::columns::{Columns, Override};
use super::date::{OrderEvidence, order_evidence, read_date};
use super::day::Day;
use super::encoding::Encoding;
use super::field::{FileKind, Form, Meaning};
use super::problem::Problem;
use super::quotes::Quotes;
use super::source::Source;
use super::survey::{Forms, Told, survey};
use super::table::Table;
use super::taken::ColumnTaken;
use super::unit::Unit;
use super::veil::Veil;

/// What people say about all files.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Columns named by hand, in the order given.
    pub overrides: Vec<Override>,
    /// How dates and numbers are written, where they do not tell it.
    pub told: Told,
    /// The encoding of every file, where it is not to be detected.
    pub encoding: Option<Encoding>,
    /// The share of bad rows of a file above which it is not used, within 0 and 1.
    pub limit: f64,
    /// The day on which the records are read: later ones are not believed.
    pub today: Option<Day>,
}

/// One bad row in twenty. A share that small moves no estimate beyond its own
/// interval by much; a larger one speaks for a column taken wrongly.
pub const LIMIT: f64 = 0.05;

impl Default for Settings {
    fn default() -> Self {
        let told = Told::default();
        Self { overrides: Vec::new(), told, encoding: None, limit: LIMIT, today: None }
    }
}

/// A file that is ready to be read.
pub struct Sheet<'a> {
    /// What it holds.
    pub file: FileKind,
    /// Its rows.
    pub table: Table<'a>,
    /// Its columns.
    pub columns: Columns,
    /// How these are written.
    pub forms: Forms,
    /// Its quotes.
    pub quotes: Quotes,
    /// Its texts that are to be shown.
    pub veil: Veil,
    units: Vec<(Meaning, Unit)>,
}

impl<'a> Sheet<'a> {
    /// Reads a file for the first time.
    ///
    /// # Errors
    /// With all that stands against reading its rows.
    pub fn open(
        file: FileKind,
        source: &'a dyn Source,
        settings: &Settings,
    ) -> Result<Self, Vec<Problem>> {
        let table = Table::open(source, settings.encoding).map_err(|problem| vec![problem])?;
        let columns = Columns::find(file, &table.name(), &table.header, &settings.overrides);
        let columns = columns.map_err(|problems| {
            // Headers that are not found may be none.
            let row = table.header.iter().any(|cell| is_data(cell));
            if row { vec![Problem::NoHeader { file: table.name() }] } else { problems }
        })?;
        let mut veil = Veil::default();
        table.header.iter().for_each(|header| veil.add(header));
        let (forms, quotes) = survey(&table, &columns, settings.told, &mut veil)?;
        let numbers = columns.iter().filter(|taken| taken.meaning.form() == Form::Number);
        let units = numbers.map(|taken| (taken.meaning, Unit::of(&table.header[taken.place])));
        let units = units.collect();
        Ok(Self { file, table, columns, forms, quotes, veil, units })
    }

    /// What the header of a column of numbers says of them.
    #[must_use]
    pub fn unit(&self, meaning: Meaning) -> Option<Unit> {
        self.units.iter().find(|(of, _)| *of == meaning).map(|(_, unit)| *unit)
    }

    /// What was taken for what.
    pub fn taken(&self) -> impl Iterator<Item = ColumnTaken> + '_ {
        self.columns.iter().map(|taken| {
            let dates = taken.meaning.form() == Form::Date;
            ColumnTaken {
                file: self.file,
                meaning: taken.meaning,
                header: self.table.header[taken.place].clone(),
                told: taken.told,
                order: self.forms.order(taken.meaning).filter(|_| dates),
                decimal: self.forms.decimal(taken.meaning).filter(|_| !dates),
            }
        })
    }

    /// Headers that were taken for nothing.
    #[must_use]
    pub fn unused(&self) -> Vec<String> {
        let used = |place: usize| self.columns.iter().any(|taken| taken.place == place);
        let header = self.table.header.iter().enumerate();
        header.filter(|(place, _)| !used(*place)).map(|(_, header)| header.clone()).collect()
    }
}

/// Whether a cell of a first line can be no header: a day or a mail address.
fn is_data(cell: &str) -> bool {
    let day = order_evidence(cell) != OrderEvidence::None || read_date(cell, None).is_ok();
    day || cell.contains('@')
}
