//! Dates as exports write them.
//!
//! A time of day is kept; where it names its zone it is turned to UTC, otherwise
//! it is taken as written. A month alone stands for its first day.

use super::date_text::{Written, written};
use super::day::Day;

/// The order of day, month and year in 03/04/2018.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 3 April.
    Dmy,
    /// March 4.
    Mdy,
    /// Year first, where it has but two digits: 18/03/04.
    Ymd,
}

/// What is wrong with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateFault {
    /// It is written in no form that is known.
    Unreadable,
    /// The calendar has no such date, or it lies before 1990 or after 2100.
    Impossible,
    /// It is one of those that stand for "none": 1900-01-01.
    Placeholder,
    /// It lies after the day on which the records are read.
    Future,
}

/// A form that is not a plain date and is told to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OddForm {
    /// A number of days since 1900, as spreadsheets count: 43132.
    Serial,
    /// Seconds or milliseconds since 1970.
    Unix,
    /// A month without a day: 2018-02.
    Month,
}

/// What one date says about the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderEvidence {
    /// It needs no order, or is no date.
    None,
    /// Its day is above 12, so the order is this.
    Certain(DateOrder),
    /// It is a date either way, and not the same one.
    Either,
}

/// Reads a date; `order` is that of its column, where one is needed.
///
/// # Errors
/// Where it is no date.
pub fn read_date(
    text: &str,
    order: Option<DateOrder>,
) -> Result<(Day, Option<OddForm>), DateFault> {
    let (written, seconds) = written(text).ok_or(DateFault::Unreadable)?;
    let (year, month, day) = match written {
        Written::Certain { year, month, day } => (year, month, day),
        Written::Open { numbers, dots } => resolve(numbers, dots, order)?,
        Written::Month { year, month } => {
            return Ok((valid(year, month, 1)?, Some(OddForm::Month)));
        }
        Written::Serial(days) => return Ok((spreadsheet(days), Some(OddForm::Serial))),
        Written::Unix(seconds) => {
            return Ok((within(Day::from_seconds(seconds))?, Some(OddForm::Unix)));
        }
    };
    let date = valid(year, month, day)?;
    Ok((Day::from_seconds(date.seconds() + seconds), None))
}

/// Spreadsheets count from 1899-12-30, with the time as a fraction.
fn spreadsheet(days: f64) -> Day {
    Day::from_seconds(Day(days - 25_569.0).seconds())
}

/// What a date says about the order in its column. With dots the day stands
/// first wherever they are used, unless it cannot.
#[must_use]
pub fn order_evidence(text: &str) -> OrderEvidence {
    let Some((Written::Open { numbers: [first, second, _], dots }, _)) = written(text) else {
        return OrderEvidence::None;
    };
    match (first, second) {
        (13..=31, 1..=12) => OrderEvidence::Certain(DateOrder::Dmy),
        (1..=12, 13..=31) => OrderEvidence::Certain(DateOrder::Mdy),
        (1..=12, 1..=12) if dots => OrderEvidence::Certain(DateOrder::Dmy),
        (1..=12, 1..=12) if first != second => OrderEvidence::Either,
        _ => OrderEvidence::None,
    }
}

/// Whether a text has the form of a date with signs between its numbers.
#[must_use]
pub fn is_spaced_date(text: &str) -> bool {
    let numbers = matches!(
        written(text),
        Some((Written::Certain { .. } | Written::Open { .. } | Written::Month { .. }, _))
    );
    numbers && text.contains(['-', '/', '.'])
}

/// Whether a date ends with a year of four digits.
#[must_use]
pub fn year_last(text: &str) -> bool {
    matches!(written(text), Some((Written::Open { numbers: [_, _, third], .. }, _)) if third >= 100)
}

/// Year, month and day of three numbers; 3/3 is the same either way.
fn resolve(
    numbers: [u32; 3],
    dots: bool,
    order: Option<DateOrder>,
) -> Result<(i32, u32, u32), DateFault> {
    let [first, second, third] = numbers;
    let century =
        |year: u32| if year < 100 { 2000 + year.cast_signed() } else { year.cast_signed() };
    match order {
        Some(DateOrder::Ymd) if third >= 100 => Err(DateFault::Impossible),
        Some(DateOrder::Ymd) => Ok((century(first), second, third)),
        Some(DateOrder::Mdy) => Ok((century(third), first, second)),
        Some(DateOrder::Dmy) => Ok((century(third), second, first)),
        None if dots || first == second => Ok((century(third), second, first)),
        None => Err(DateFault::Impossible),
    }
}

/// Dates that stand for "none" in one system or another.
const PLACEHOLDERS: [(i32, u32, u32); 9] = [
    (0, 0, 0),
    (1, 1, 1),
    (1111, 11, 11),
    (1899, 12, 30),
    (1899, 12, 31),
    (1900, 1, 1),
    (1970, 1, 1),
    (2099, 12, 31),
    (9999, 12, 31),
];

fn valid(year: i32, month: u32, day: u32) -> Result<Day, DateFault> {
    if PLACEHOLDERS.contains(&(year, month, day)) {
        return Err(DateFault::Placeholder);
    }
    within(Day::from_civil(year, month, day).ok_or(DateFault::Impossible)?)
}

fn within(day: Day) -> Result<Day, DateFault> {
    match day.civil().0 {
        1990..=2100 => Ok(day),
        1970 if day.seconds() == 0 => Err(DateFault::Placeholder),
        _ => Err(DateFault::Impossible),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, order: Option<DateOrder>) -> String {
        match read_date(text, order) {
            Ok((day, _)) => {
                let seconds = day.seconds().rem_euclid(86_400);
                let time = (seconds / 3600, seconds / 60 % 60, seconds % 60);
                format!("{day} {:02}:{:02}:{:02}", time.0, time.1, time.2)
            }
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn the_same_day_is_read_in_every_form() {
        for text in [
            "2018-02-01",
            "2018/02/01",
            "2018/2/1",
            "2018.02.01",
            "20180201",
            "01.02.2018",
            "1.2.2018",
            "1.2.18",
            "Feb 1, 2018",
            "February 1, 2018",
            "1 Feb 2018",
            "1-Feb-2018",
            "01-Feb-18",
            "Thu, 1 Feb 2018",
            "Thursday, February 1, 2018",
            "1st February 2018",
            "2018年2月1日",
            "2018年02月01日",
            "2018-02",
            "2018年2月",
            "43132",
            "1517443200",
            "1517443200000",
            "2018-02-01T00:00:00Z",
            "2018-02-01 00:00:00.000",
            "2018-02-01 02:00 +0200",
        ] {
            assert_eq!(told(text, None), "2018-02-01 00:00:00", "{text}");
        }
        assert_eq!(told("02/01/2018", Some(DateOrder::Mdy)), "2018-02-01 00:00:00");
        assert_eq!(told("01/02/2018", Some(DateOrder::Dmy)), "2018-02-01 00:00:00");
        assert_eq!(told("18/02/01", Some(DateOrder::Ymd)), "2018-02-01 00:00:00");
        assert_eq!(told("18/02/2001", Some(DateOrder::Ymd)), "Impossible");
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (text, fault) in [
            ("2018-02-30", DateFault::Impossible),
            ("2018-13-01", DateFault::Impossible),
            ("31.04.2018", DateFault::Impossible),
            ("1812-06-24", DateFault::Impossible),
            ("2018-02-01 25:00", DateFault::Unreadable),
            ("0000-00-00", DateFault::Placeholder),
            ("0000-00-00 00:00:00", DateFault::Placeholder),
            ("1900-01-01", DateFault::Placeholder),
            ("1970-01-01 00:00:00", DateFault::Placeholder),
            ("0", DateFault::Unreadable),
            ("soon", DateFault::Unreadable),
            ("1 февраля 2018", DateFault::Unreadable),
            ("", DateFault::Unreadable),
            ("12", DateFault::Unreadable),
            ("2018-02-01 and then", DateFault::Unreadable),
            ("1/2/3/4", DateFault::Unreadable),
        ] {
            assert_eq!(read_date(text, None), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_day_above_12_settles_the_order() {
        assert_eq!(order_evidence("13/02/2018"), OrderEvidence::Certain(DateOrder::Dmy));
        assert_eq!(order_evidence("02/13/18 10:00"), OrderEvidence::Certain(DateOrder::Mdy));
        assert_eq!(order_evidence("03/04/2018"), OrderEvidence::Either);
        assert_eq!(order_evidence("03.04.2018"), OrderEvidence::Certain(DateOrder::Dmy));
        for settled in ["03/03/2018", "2018-03-04", "soon"] {
            assert_eq!(order_evidence(settled), OrderEvidence::None, "{settled}");
        }
    }
}
