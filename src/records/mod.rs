//! Exports of a sales system, read as typed records.
//!
//! [`read::read`] is the door. Each file goes through it twice: the first pass
//! learns how it is written ([`encoding`], [`dialect`], [`columns`], [`survey`]),
//! the second takes its rows ([`begun`], [`joined`], [`orders`], [`people`]) and
//! notes everything odd in them ([`findings`]). What comes out is
//! [`record::Records`], or every [`problem::Problem`] that can be told at once.
//! Both are plain values; [`words`] puts them into sentences.
//!
//! Names of people are turned into numbers when they are read and never kept.

pub mod begun;
pub mod cases;
mod clock;
pub mod columns;
pub mod currency;
pub mod date;
mod date_text;
pub mod day;
pub mod desk;
pub mod dialect;
pub mod encoding;
mod ending;
pub mod field;
pub mod findings;
pub mod ids;
pub mod joined;
mod known;
pub mod names;
pub mod number;
pub mod orders;
pub mod people;
pub mod problem;
pub mod quotes;
pub mod read;
pub mod record;
pub mod row;
pub mod sheet;
pub mod source;
pub mod standing;
pub mod survey;
pub mod synonyms;
pub mod table;
pub mod taken;
pub mod test_rows;
mod window;
pub mod words;

pub use cases::Cases;
pub use day::Day;
pub use findings::Findings;
pub use record::{Case, Employment, Order, Outcome, Qualification, Records};
pub use taken::{ColumnTaken, FileRead};
