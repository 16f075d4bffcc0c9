//! Exports of a sales system, read as typed records.
//!
//! [`read`] is the door. Each file goes through it twice: the first pass
//! learns how it is written (`encoding`, `dialect`, `columns`, `survey`),
//! the second takes its rows (`begun`, `joined`, `orders`, `people`) and
//! notes everything odd in them ([`Findings`]). What comes out is
//! [`Records`], or every [`Problem`] that can be told at once.
//! Both are plain values; [`language`](crate::language) puts them into sentences.
//!
//! Names of people are turned into numbers when they are read and never kept.

mod begun;
mod cases;
mod clock;
mod column;
mod columns;
mod currency;
mod date;
mod date_text;
mod day;
mod desk;
mod dialect;
mod encoding;
mod ending;
mod field;
mod findings;
mod headers;
mod ids;
mod joined;
mod known;
mod names;
mod number;
mod orders;
mod people;
mod problem;
mod quotes;
mod read;
mod record;
mod row;
mod sheet;
mod source;
mod standing;
mod survey;
mod synonyms;
mod table;
mod taken;
mod test_rows;
mod window;

pub use cases::Cases;
pub use columns::Override;
pub use currency::Currency;
pub use date::{DateFault, DateOrder, OddForm};
pub use day::Day;
pub use encoding::Encoding;
pub use field::{FileKind, Meaning, column_name};
pub use findings::{Finding, Findings, Oddity, Weight};
pub use number::Decimal;
pub use problem::Problem;
pub use read::{Files, read};
pub use record::{Case, Employment, Order, Outcome, Qualification, Records};
pub use sheet::{LIMIT, Settings};
pub use source::{BytesSource, PathSource, Source};
pub use standing::Standing;
pub use survey::Told;
pub use taken::{ColumnTaken, FileRead};
