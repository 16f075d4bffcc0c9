//! Exports of a company's records as they are named on the command line.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, ValueEnum};
use orgodds::language::Complaint;
use orgodds::records::{
    self, DateOrder, Day, Decimal, Encoding, Override, PathSource, Problem, Records, Settings, Told,
};

use super::failure::Failure;
use super::stoppable::stoppable;
use super::terminal::Terminal;

/// The files, and how they are to be read.
#[derive(Debug, Clone, Args)]
pub struct RecordFiles {
    /// One row a lead: when it came, from where, and perhaps how it ended
    #[arg(long, value_name = "FILE")]
    pub leads: Option<PathBuf>,
    /// One row a won deal, with the lead that it came from
    #[arg(long, value_name = "FILE")]
    pub deals: Option<PathBuf>,
    /// One row an opportunity: when work on it began, and how it ended
    #[arg(long, value_name = "FILE")]
    pub opportunities: Option<PathBuf>,
    /// One row a person's time in a role
    #[arg(long, value_name = "FILE")]
    pub people: Option<PathBuf>,
    /// One row an order, or an item of one
    #[arg(long, value_name = "FILE")]
    pub orders: Option<PathBuf>,
    /// What a column means, such as `lead_created=First touch`; repeatable
    ///
    /// The words before the sign are those that fit --explain shows.
    #[arg(long, value_name = "MEANING=HEADER", value_parser = column)]
    pub column: Vec<Override>,
    /// Order of day, month and year where dates do not tell it
    #[arg(long, value_enum, value_name = "ORDER")]
    pub date_order: Option<Order>,
    /// Decimal sign where numbers do not tell it
    #[arg(long, value_enum, value_name = "SIGN")]
    pub decimal: Option<Sign>,
    /// How letters are written in all files, such as gb18030, big5 or windows-1251
    ///
    /// Without it they are read as they look, and it is said as what.
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<Encoding>,
    /// The day on which the records count as read: later dates are not believed
    ///
    /// Without it the day is that of the system's clock. It matters only where a date
    /// lies in the future, and then the report names it.
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub today: Option<Day>,
}

/// Order of day, month and year.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Order {
    /// 31/12/2018
    Dmy,
    /// 12/31/2018
    Mdy,
    /// 18/12/31
    Ymd,
}

/// Decimal sign.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Sign {
    /// 1,234.56
    Point,
    /// 1.234,56
    Comma,
}

/// `MEANING=HEADER`.
fn column(text: &str) -> Result<Override, String> {
    match text.split_once('=') {
        Some((column, header)) if !column.trim().is_empty() && !header.trim().is_empty() => {
            Ok(Override { column: column.trim().to_owned(), header: header.trim().to_owned() })
        }
        _ => Err("write MEANING=HEADER, such as lead_created=first_contact_date".into()),
    }
}

/// The usual name of an encoding.
fn encoding(text: &str) -> Result<Encoding, String> {
    Encoding::named(text).ok_or_else(|| {
        "write a usual name: utf-8, utf-16le, gb18030, big5, shift_jis, euc-kr, windows-1250, \
         windows-1251, windows-1252, koi8-r"
            .into()
    })
}

/// `2018-02-14`.
fn day(text: &str) -> Result<Day, String> {
    match date(text) {
        Ok(date) if text.matches('-').count() == 2 => Ok(date.first),
        Err(why) if why.starts_with("there") => Err(why),
        _ => Err("write a day, such as 2018-02-14".into()),
    }
}

impl RecordFiles {
    /// That there is something to read, before anything is tried.
    pub fn are_given(&self, terminal: Terminal) -> Result<(), Failure> {
        let problem = match (&self.leads, &self.opportunities, &self.deals) {
            (None, None, Some(_)) => Problem::DealsAlone,
            (None, None, None) => Problem::NoFiles,
            _ => return Ok(()),
        };
        Err(Failure::Records(vec![(terminal.language().words().records.problem)(&problem)]))
    }

    /// Reads them, unless it is stopped.
    pub fn read(&self, terminal: Terminal) -> Result<Records, Failure> {
        let files = self.clone();
        stoppable(move || files.read_all())?.map_err(|problems| {
            let say = terminal.language().words().records.problem;
            Failure::Records(problems.iter().map(say).collect())
        })
    }

    fn read_all(&self) -> Result<Records, Vec<Problem>> {
        let [leads, deals, opportunities, people, orders] =
            self.paths().map(|(_, path)| path.map(|path| PathSource(path.to_owned())));
        let source = |path: &'_ Option<PathSource>| path.clone();
        let all = [&leads, &deals, &opportunities, &people, &orders].map(source);
        let [leads, deals, opportunities, people, orders] = &all;
        let files = records::Files {
            leads: leads.as_ref().map(|file| file as &dyn records::Source),
            deals: deals.as_ref().map(|file| file as &dyn records::Source),
            opportunities: opportunities.as_ref().map(|file| file as &dyn records::Source),
            people: people.as_ref().map(|file| file as &dyn records::Source),
            orders: orders.as_ref().map(|file| file as &dyn records::Source),
        };
        records::read(&files, &self.settings())
    }

    /// The options with their files.
    pub fn paths(&self) -> [(&'static str, Option<&Path>); 5] {
        [
            ("--leads", self.leads.as_deref()),
            ("--deals", self.deals.as_deref()),
            ("--opportunities", self.opportunities.as_deref()),
            ("--people", self.people.as_deref()),
            ("--orders", self.orders.as_deref()),
        ]
    }

    fn settings(&self) -> Settings {
        let order = self.date_order.map(|order| match order {
            Order::Dmy => DateOrder::Dmy,
            Order::Mdy => DateOrder::Mdy,
            Order::Ymd => DateOrder::Ymd,
        });
        let decimal = self.decimal.map(|sign| match sign {
            Sign::Point => Decimal::Point,
            Sign::Comma => Decimal::Comma,
        });
        let told = Told { order, decimal };
        Settings {
            overrides: self.column.clone(),
            told,
            encoding: self.encoding,
            today: self.today.or_else(today),
            ..Settings::default()
        }
    }
}

/// The day, by the system's clock.
fn today() -> Option<Day> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Some(Day((since.as_secs() / 86_400) as f64))
}

/// A scenario's file: the table is what goes to standard output.
pub fn file(text: &str) -> Result<PathBuf, String> {
    match text {
        "-" => Err("name a file; standard output holds the table".into()),
        "" => Err("name a file".into()),
        _ => Ok(text.into()),
    }
}

/// A day on the command line, or a month: the first day of what was typed, and
/// the first day after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Date {
    /// Its first day.
    pub first: Day,
    /// The first day after it.
    pub after: Day,
}

impl Date {
    /// A month, as [`Day::month`] counts.
    pub fn of_month(month: i32) -> Self {
        Self { first: Day::of_month(month), after: Day::of_month(month + 1) }
    }
}

/// `2018-02` or `2018-02-14`.
pub fn date(text: &str) -> Result<Date, String> {
    let usage = || "write a month, such as 2018-02, or a day, such as 2018-02-14".to_owned();
    let parts: Vec<&str> = text.split('-').collect();
    let whole =
        |part: &&str| part.bytes().all(|c| c.is_ascii_digit()).then(|| part.parse().ok())?;
    let numbers: Option<Vec<u32>> = parts.iter().map(whole).collect();
    let day = |year: u32, month, day| {
        Day::from_civil(i32::try_from(year).ok()?, month, day)
            .filter(|_| (1970..2106).contains(&year))
    };
    match numbers.ok_or_else(usage)?[..] {
        [year, month] if parts[0].len() == 4 => {
            let first = day(year, month, 1).ok_or_else(|| format!("there is no month {text}"))?;
            Ok(Date { first, after: Day::of_month(first.month() + 1) })
        }
        [year, month, date] if parts[0].len() == 4 => {
            let first = day(year, month, date).ok_or_else(|| format!("there is no day {text}"))?;
            Ok(Date { first, after: Day(first.0 + 1.0) })
        }
        _ => Err(usage()),
    }
}

/// `2018-02`, as [`Day::month`] counts.
pub fn month(text: &str) -> Result<i32, String> {
    let is_month = text.matches('-').count() == 1;
    match date(text) {
        Ok(date) if is_month => Ok(date.first.month()),
        Err(why) if is_month && why.starts_with("there") => Err(why),
        _ => Err("write a month, such as 2018-02".into()),
    }
}

impl From<&RecordFiles> for Vec<PathBuf> {
    fn from(files: &RecordFiles) -> Self {
        files.paths().into_iter().filter_map(|(_, path)| path.map(Path::to_owned)).collect()
    }
}

/// That a period ends before it begins.
pub fn no_period(from: Option<Date>, until: Option<Date>) -> Result<(), Failure> {
    match (from, until) {
        (Some(from), Some(until)) if from.first >= until.after => {
            let [from, until] = [from.first, Day(until.after.0 - 1.0)].map(|day| day.to_string());
            Err(Failure::Wrong(Complaint::NoPeriod { from, until }))
        }
        _ => Ok(()),
    }
}

/// That no case is left to look at.
pub fn nothing_left() -> Failure {
    Failure::Wrong(Complaint::NoCasesLeft)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_month_or_a_day_of_the_calendar() {
        let february = date("2018-02").unwrap();
        assert_eq!(
            (february.first.to_string(), february.after.to_string()),
            ("2018-02-01".into(), "2018-03-01".into())
        );
        let day = date("2018-02-28").unwrap();
        assert_eq!(day.after.to_string(), "2018-03-01");
        assert_eq!(date("2018-02-30"), Err("there is no day 2018-02-30".into()));
        assert_eq!(date("2018-13"), Err("there is no month 2018-13".into()));
        for text in [
            "",
            "2018",
            "18-02",
            "2018-02-",
            "2018/02",
            "2018-02-14-1",
            "x-y",
            "-2018-02",
            "+018-02",
        ] {
            assert!(date(text).is_err(), "{text}");
        }
        assert_eq!(month("1970-03"), Ok(2));
        assert_eq!(month("1970-3"), Ok(2));
        assert!(month("2018-02-14").is_err());
    }

    #[test]
    fn a_column_is_a_meaning_and_a_header() {
        let told = column("lead_created = First touch = yes").unwrap();
        assert_eq!((&*told.column, &*told.header), ("lead_created", "First touch = yes"));
        for text in ["", "lead_created", "=x", "x="] {
            assert!(column(text).is_err(), "{text}");
        }
    }
}
