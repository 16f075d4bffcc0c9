//! A result record as a table for people, as JSON and as CSV for programs.
//!
//! Nothing is computed here that a reader could argue about: what a number
//! means was decided in `study`. Everything is a `String` or goes to an
//! `impl Write`; what is printed, and where, is the command line's business.
//!
//! - [`table`]: the answer in two lines, then what it rests on
//! - [`understanding`]: what a scenario file says, before anything is simulated
//! - [`json`], [`schema`]: a whole result, and its JSON Schema
//! - [`ledger`]: one run, written down
//! - [`evidence`]: the report of an evidence pack
//! - [`fit`], [`backtest`]: what records tell, and how well it would have foretold
//! - [`precision`]: how far runs went that were to reach one
//! - [`csv`]: every figure in one long table; [`runs`]: one row a run

pub mod backtest;
mod columns;
pub mod csv;
pub mod evidence;
pub mod fit;
mod grid;
pub mod json;
pub mod ledger;
pub mod manifest;
mod missed;
pub mod precision;
pub mod runs;
#[cfg(test)]
mod sample;
pub mod schema;
pub mod table;
pub mod understanding;
