//! One row of a file, by what its cells mean.

use csv::ByteRecord;

use super::currency::Currency;
use super::date::{DateFault, read_date};
use super::day::Day;
use super::desk::{Desk, Refusal};
use super::field::Meaning;
use super::findings::Oddity;
use super::names::{MOST_NAMES, MOST_PEOPLE, Nameless, Names};
use super::number::{Amount, read_number};
use super::problem::Problem;
use super::sheet::Sheet;
use super::table::text_of;
use super::test_rows::{is_test_mail, is_test_name};

/// A row with as many cells as the header.
#[derive(Clone, Copy)]
pub struct Row<'r> {
    /// Its file.
    pub sheet: &'r Sheet<'r>,
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// Its cells.
    pub cells: &'r ByteRecord,
}

/// What systems write for "none".
const NONE: [&str; 14] = [
    "-",
    "--",
    "—",
    "null",
    "NULL",
    "None",
    "none",
    "n/a",
    "N/A",
    "NaN",
    "nan",
    "\\N",
    "#N/A",
    "(No value)",
];

impl<'r> Row<'r> {
    /// The text of a cell, empty where there is no such column.
    #[must_use]
    pub fn text(&self, meaning: Meaning) -> &'r str {
        let place = self.sheet.columns.place(meaning);
        place.and_then(|place| self.cells.get(place)).map_or("", text_of)
    }

    /// The text of a cell that holds something.
    #[must_use]
    pub fn filled(&self, meaning: Meaning) -> Option<&'r str> {
        Some(self.text(meaning)).filter(|text| !text.is_empty() && !NONE.contains(text))
    }

    /// The header of a column.
    #[must_use]
    pub fn header(&self, meaning: Meaning) -> Option<&'r str> {
        let place = self.sheet.columns.place(meaning)?;
        Some(self.sheet.table.header[place].as_str())
    }

    /// Whether the file has a column.
    #[must_use]
    pub fn has(&self, meaning: Meaning) -> bool {
        self.sheet.columns.has(meaning)
    }

    /// Whether it was made to try the system out.
    #[must_use]
    pub fn is_test(&self) -> bool {
        let named = [Meaning::Contact, Meaning::Name, Meaning::Customer].into_iter();
        named.filter_map(|meaning| self.filled(meaning)).any(is_test_name)
            || self.filled(Meaning::Email).is_some_and(is_test_mail)
    }

    /// A date, where the cell holds anything.
    ///
    /// # Errors
    /// Where it holds no date that can be believed.
    pub fn date(&self, desk: &mut Desk, meaning: Meaning) -> Result<Option<Day>, DateFault> {
        let Some(text) = self.filled(meaning) else { return Ok(None) };
        let (day, form) = read_date(text, self.sheet.forms.order(meaning))?;
        if desk.today.is_some_and(|today| day.0 >= today.0.floor() + 1.0) {
            desk.future = true;
            return Err(DateFault::Future);
        }
        if let Some(form) = form {
            desk.note(self, Oddity::Form(form), Some(meaning));
        }
        Ok(Some(day))
    }

    /// A date that the row can do without: a wrong one is noted.
    pub fn date_or_none(&self, desk: &mut Desk, meaning: Meaning) -> Option<Day> {
        self.date(desk, meaning).unwrap_or_else(|fault| {
            desk.note(self, Oddity::Date(fault), Some(meaning));
            None
        })
    }

    /// A date that the row is of no use without.
    ///
    /// # Errors
    /// Where it is missing or wrong.
    pub fn needed_date(&self, desk: &mut Desk, meaning: Meaning) -> Result<Day, Refusal> {
        let day = self.date(desk, meaning);
        let day = day.map_err(|fault| Refusal::Aside(Oddity::NeededDate(fault), Some(meaning)))?;
        day.ok_or(Refusal::Aside(Oddity::Missing, Some(meaning)))
    }

    /// A number, where the cell holds anything; one that cannot be read is noted.
    pub fn number(&self, desk: &mut Desk, meaning: Meaning) -> Option<Amount> {
        let text = self.filled(meaning)?;
        let amount = read_number(text, self.sheet.forms.decimal(meaning));
        if amount.is_none() {
            desk.note(self, Oddity::Number, Some(meaning));
        }
        let factor = self.sheet.unit(meaning).map_or(1.0, |unit| unit.factor);
        amount.map(|amount| Amount { value: amount.value * factor, ..amount })
    }

    /// Takes note of the currency of an amount that is used: of the sign beside
    /// it and of the column of currencies, which are to agree.
    pub fn meet_currency(&self, desk: &mut Desk, amount: &Amount) {
        if let Some(currency) = amount.currency {
            desk.meet(currency, self);
        }
        match self.filled(Meaning::Currency).map(Currency::of) {
            Some(Some(currency)) => desk.meet(currency, self),
            Some(None) => desk.note(self, Oddity::NoCurrency, Some(Meaning::Currency)),
            None if amount.currency.is_none() => {
                let units =
                    [Meaning::Amount, Meaning::Cost].map(|meaning| self.sheet.unit(meaning));
                let told = units.into_iter().flatten().filter_map(|unit| unit.currency);
                told.for_each(|currency| desk.meet(currency, self));
            }
            None => {}
        }
    }

    /// The number of a name that may be empty.
    ///
    /// # Errors
    /// Where the column has too many names.
    pub fn name(&self, names: &mut Names, meaning: Meaning) -> Result<u16, Refusal> {
        let text = self.text(meaning);
        // A line break in a cell has no place in a name.
        let number = if text.contains(char::is_control) {
            names.number(&text.split_whitespace().collect::<Vec<_>>().join(" "))
        } else {
            names.number(text)
        };
        number.ok_or_else(|| self.too_many(meaning, MOST_NAMES))
    }

    /// The number of a name, where the cell holds one.
    ///
    /// # Errors
    /// Where the column has too many names.
    pub fn name_if_any(&self, names: &mut Names, meaning: Meaning) -> Result<Option<u16>, Refusal> {
        self.filled(meaning).map(|_| self.name(names, meaning)).transpose()
    }

    /// The number of a person, where the cell names one.
    ///
    /// # Errors
    /// Where the column has too many people.
    pub fn person(&self, all: &mut Nameless, meaning: Meaning) -> Result<Option<u16>, Refusal> {
        let Some(text) = self.filled(meaning) else { return Ok(None) };
        let number = Some(all.number(text)).filter(|number| (*number as usize) < MOST_PEOPLE);
        number.map(|number| Some(number as u16)).ok_or_else(|| self.too_many(meaning, MOST_PEOPLE))
    }

    fn too_many(&self, meaning: Meaning, limit: usize) -> Refusal {
        let column = self.header(meaning).unwrap_or_default().to_owned();
        Refusal::Stop(Problem::TooManyNames { file: self.sheet.table.name(), column, limit })
    }
}
