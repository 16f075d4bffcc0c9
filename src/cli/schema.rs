//! `orgodds schema`: what a scenario file, a result or a ledger may hold, for programs.

use orgodds::{report, scenario};

use super::arguments::{Schema, SchemaOf};
use super::failure::Failure;
use super::terminal::Terminal;

/// Prints the schema.
pub fn run(typed: &Schema, terminal: Terminal) -> Result<(), Failure> {
    let schema = match typed.of {
        SchemaOf::Scenario => scenario::schema(),
        SchemaOf::Result => report::schema::result(),
        SchemaOf::Ledger => report::schema::ledger(),
        SchemaOf::Backtest => report::schema::backtest(),
    };
    terminal.result(&format!("{schema:#}\n"))
}
