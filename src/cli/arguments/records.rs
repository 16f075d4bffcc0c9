//! What can be typed after the commands that read a company's records.

use std::path::PathBuf;

use clap::Args;

use super::{DrawingOptions, Manner};
use crate::cli::numbers;
use crate::cli::record_files::{self, Date, RecordFiles};

/// Examples of `fit`.
pub const FIT: &str = "\
Examples:
  orgodds fit --leads leads.csv --out company.toml
  orgodds fit --leads leads.csv --deals deals.csv --from 2018-01 --out company.toml
  orgodds fit --opportunities pipeline.csv --out company.toml --split split.toml
  orgodds fit --leads leads.csv --column 'lead_created=First touch' --explain";

/// Examples of `backtest`.
pub const BACKTEST: &str = "\
Examples:
  orgodds backtest --leads leads.csv --deals deals.csv --until 2018-02
  orgodds backtest --opportunities pipeline.csv --until 2017-06 --months 3 --origins 3";

/// What was typed after `fit`.
#[derive(Debug, Args)]
pub struct Fit {
    /// The records.
    #[command(flatten)]
    pub records: RecordFiles,
    /// The scenario to write; never over a file that is there, but for --force
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "explain",
        value_parser = record_files::file
    )]
    pub out: Option<PathBuf>,
    /// Write a second scenario: the same company and cost, with a team of specialists
    ///
    /// Then the first one has a team in which everybody does everything, so that the
    /// two can be compared. With --people both teams are the people on record, at the
    /// same cost; without, both are as many as the work asks for.
    #[arg(long, value_name = "FILE", value_parser = record_files::file)]
    pub split: Option<PathBuf>,
    /// Write over scenarios that are there
    #[arg(long)]
    pub force: bool,
    /// Only show how the files are read: columns, dates, and everything odd
    #[arg(
        long,
        conflicts_with_all = [
            "out", "split", "force", "from", "until", "report", "charts", "chart_size", "dpi", "font"
        ]
    )]
    pub explain: bool,
    /// Leave out what came before a month or a day, such as 2018-01
    #[arg(long, value_name = "DATE", value_parser = record_files::date)]
    pub from: Option<Date>,
    /// Leave out what happened after a month or a day, such as 2018-05
    ///
    /// What was decided later counts as open.
    #[arg(long, value_name = "DATE", value_parser = record_files::date)]
    pub until: Option<Date>,
    /// Folder for the report [default: beside the scenario, its name with -fit]
    #[arg(long, value_name = "DIR")]
    pub report: Option<PathBuf>,
    /// How to draw.
    #[command(flatten)]
    pub drawing: DrawingOptions,
    /// How to talk.
    #[command(flatten)]
    pub manner: Manner,
}

/// What was typed after `backtest`.
#[derive(Debug, Args)]
pub struct Backtest {
    /// The records.
    #[command(flatten)]
    pub records: RecordFiles,
    /// The last month that counts as known, such as 2018-02
    #[arg(long, value_name = "MONTH", value_parser = record_files::month)]
    pub until: i32,
    /// Months to foretell, as far as they are on record
    #[arg(long, value_name = "N", default_value = "6", value_parser = numbers::months_ahead)]
    pub months: usize,
    /// Foretell from so many months, one after the other
    #[arg(long, value_name = "N", default_value = "1", value_parser = numbers::origins)]
    pub origins: usize,
    /// Leave out what came before a month or a day, such as 2018-01
    #[arg(long, value_name = "DATE", value_parser = record_files::date)]
    pub from: Option<Date>,
    /// Number of runs from each month
    #[arg(long, value_name = "N", default_value = "2000", value_parser = numbers::runs)]
    pub runs: u64,
    /// What all chance is derived from
    #[arg(long, value_name = "N", default_value = "1", value_parser = numbers::whole)]
    pub seed: u64,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = numbers::threads)]
    pub threads: Option<usize>,
    /// Folder for the chart; made if it is not there
    #[arg(long, value_name = "DIR", default_value = "orgodds-out")]
    pub out: PathBuf,
    /// Write the whole result as JSON; - is standard output
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// How to draw.
    #[command(flatten)]
    pub drawing: DrawingOptions,
    /// How to talk.
    #[command(flatten)]
    pub manner: Manner,
}
