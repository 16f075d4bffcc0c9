//! The first pass over a file: how its dates and numbers are written. A column
//! is judged as a whole, so a single 13/02 settles all of its dates; a column
//! that settles nothing follows the others of its file.

use csv::ByteRecord;

use super::columns::Columns;
use super::date::{DateOrder, OrderEvidence, order_evidence, year_last};
use super::field::{Form, Meaning};
use super::number::{Decimal, DecimalEvidence, decimal_evidence};
use super::problem::Problem;
use super::quotes::Quotes;
use super::table::{Table, text_of};
use super::veil::{SHOWN, Veil};

/// How the columns of a file are written.
#[derive(Debug, Clone, Default)]
pub struct Forms(Vec<ColumnForm>);

#[derive(Debug, Clone, Copy)]
struct ColumnForm {
    meaning: Meaning,
    order: Option<DateOrder>,
    decimal: Option<Decimal>,
}

impl Forms {
    /// The order of day and month in a column, where it needs one.
    #[must_use]
    pub fn order(&self, meaning: Meaning) -> Option<DateOrder> {
        self.0.iter().find(|form| form.meaning == meaning)?.order
    }

    /// The decimal sign of a column, where it needs one.
    #[must_use]
    pub fn decimal(&self, meaning: Meaning) -> Option<Decimal> {
        self.0.iter().find(|form| form.meaning == meaning)?.decimal
    }
}

/// What people say themselves about the forms.
#[derive(Debug, Clone, Copy, Default)]
pub struct Told {
    /// `--date-order`.
    pub order: Option<DateOrder>,
    /// `--decimal`.
    pub decimal: Option<Decimal>,
}

/// Reads a file once.
///
/// # Errors
/// Where a date or a number can be read in two ways, a quoted cell never ends, or
/// there is no row.
pub fn survey(
    table: &Table,
    columns: &Columns,
    told: Told,
    veil: &mut Veil,
) -> Result<(Forms, Quotes), Vec<Problem>> {
    let shown = SHOWN.map(|meaning| columns.place(meaning));
    let mut watched: Vec<Watched> = columns
        .iter()
        .filter(|taken| taken.meaning.form() != Form::Text)
        .map(|taken| Watched::new(taken.meaning, taken.place))
        .collect();
    let mut rows = 0_u64;
    let see = |line: u64, row: &ByteRecord| {
        rows += 1;
        // Cells of other rows stand in wrong columns.
        if row.len() == table.header.len() {
            for column in &mut watched {
                let text = text_of(&row[column.place]);
                column.see(line, text);
                if told.order == Some(DateOrder::Ymd) {
                    column.see_year(line, text);
                }
            }
            for (column, place) in shown.iter().enumerate() {
                if let Some(place) = *place {
                    veil.gather(column, text_of(&row[place]));
                }
            }
        }
    };
    let quotes = table.survey(see).map_err(|problem| vec![problem])?;
    if let Some(line) = quotes.open_since {
        return Err(vec![Problem::OpenQuote { file: table.name(), line }]);
    }
    if rows == 0 {
        return Err(vec![Problem::HeaderOnly { file: table.name() }]);
    }
    let problems: Vec<Problem> =
        watched.iter().filter_map(|column| column.problem(&watched, table, told)).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let forms = watched.iter().map(|column| column.form(&watched, told)).collect();
    Ok((Forms(forms), quotes))
}

/// Where something was first met.
type Met = Option<(u64, String)>;

/// A column of dates or numbers, with the first cell of each kind. `one` is the
/// day first or a decimal point, `other` the month first or a decimal comma.
struct Watched {
    meaning: Meaning,
    place: usize,
    one: Met,
    other: Met,
    either: Met,
    /// A date with its year last, looked for where it is said to stand first.
    year_last: Met,
}

impl Watched {
    fn new(meaning: Meaning, place: usize) -> Self {
        Self { meaning, place, one: None, other: None, either: None, year_last: None }
    }

    fn see(&mut self, line: u64, text: &str) {
        let place = match self.meaning.form() {
            Form::Date => match order_evidence(text) {
                OrderEvidence::Certain(DateOrder::Mdy) => &mut self.other,
                OrderEvidence::Certain(_) => &mut self.one,
                OrderEvidence::Either => &mut self.either,
                OrderEvidence::None => return,
            },
            _ => match decimal_evidence(text) {
                DecimalEvidence::Certain(Decimal::Point) => &mut self.one,
                DecimalEvidence::Certain(Decimal::Comma) => &mut self.other,
                DecimalEvidence::Either => &mut self.either,
                DecimalEvidence::None => return,
            },
        };
        place.get_or_insert_with(|| (line, text.to_owned()));
    }

    fn see_year(&mut self, line: u64, text: &str) {
        let seen = self.year_last.is_some() || self.meaning.form() != Form::Date;
        if !seen && year_last(text) {
            self.year_last = Some((line, text.to_owned()));
        }
    }

    /// Whether this column, or else the others of its form together, speak for
    /// the first way.
    fn settled(&self, all: &[Self]) -> Option<bool> {
        let alike = || all.iter().filter(|column| column.meaning.form() == self.meaning.form());
        match (self.one.is_some(), self.other.is_some()) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => match (alike().any(|c| c.one.is_some()), alike().any(|c| c.other.is_some())) {
                (true, false) => Some(true),
                (false, true) => Some(false),
                _ => None,
            },
        }
    }

    fn form(&self, all: &[Self], told: Told) -> ColumnForm {
        let needs = self.one.is_some() || self.other.is_some() || self.either.is_some();
        let settled = self.settled(all).filter(|_| needs);
        let mut form = ColumnForm { meaning: self.meaning, order: None, decimal: None };
        if self.meaning.form() == Form::Date {
            let found = settled.map(|one| if one { DateOrder::Dmy } else { DateOrder::Mdy });
            form.order = told.order.filter(|_| needs).or(found);
        } else {
            let found = settled.map(|one| if one { Decimal::Point } else { Decimal::Comma });
            form.decimal = told.decimal.filter(|_| needs).or(found);
        }
        form
    }

    fn problem(&self, all: &[Self], table: &Table, told: Told) -> Option<Problem> {
        let (file, column) = (table.name(), table.header[self.place].clone());
        if let Some((line, text)) = self.year_last.clone() {
            return Some(Problem::YearLast { file, column, line, text });
        }
        let dates = self.meaning.form() == Form::Date;
        if dates && told.order.is_some() || !dates && told.decimal.is_some() {
            return None;
        }
        if let (Some(one), Some(other)) = (self.one.clone(), self.other.clone()) {
            return Some(if dates {
                Problem::TwoDateOrders { file, column, day_first: one, month_first: other }
            } else {
                Problem::TwoDecimalSigns { file, column, point: one, comma: other }
            });
        }
        let (line, text) = self.either.clone().filter(|_| self.settled(all).is_none())?;
        Some(if dates {
            Problem::DateOrder { file, column, line, text }
        } else {
            Problem::DecimalSign { file, column, line, text }
        })
    }
}
