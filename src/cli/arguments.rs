//! What can be typed, with its help.

mod drawing;
mod records;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use drawing::DrawingOptions;
pub use records::{Backtest, Fit};

use super::numbers;
use super::require::Requirement;

/// What are the odds that a sales team split into specialised roles earns more?
///
/// Write the company down once and each organisation in a short file; `orgodds`
/// simulates them on the same luck and says with what chance one does better,
/// by how much, through what, and where each is stuck.
#[derive(Debug, Parser)]
#[command(version, after_help = START, after_long_help = START_LONG)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const START: &str = "Start with: orgodds init my-team";

const START_LONG: &str = "\
Start:
  orgodds init my-team
  orgodds compare my-team/generalist.toml my-team/specialised.toml

Exit status: 0 done; 1 something outside failed, such as a file that cannot be
written; 2 the command line or a scenario is wrong; 3 a --require or a
verify does not hold; 130 interrupted.";

/// A command with what was typed after it.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare organisations: who does better, with what chance, and why
    ///
    /// Simulates every scenario on the same luck, run by run, prints the
    /// comparison and writes an evidence pack: a report with its charts, and all it
    /// takes to check it.
    #[command(after_long_help = COMPARE)]
    Compare(Compare),
    /// Simulate one organisation
    #[command(after_long_help = RUN)]
    Run(Run),
    /// Vary one or two numbers: where the lead changes hands
    ///
    /// Simulates two organisations at each value, on the same luck, and says at
    /// which value the lead changes hands, with an interval; of two numbers it
    /// draws the map. PATH is any number of a scenario file, or team: all
    /// headcounts, initial customers and demand together.
    #[command(after_long_help = SWEEP)]
    Sweep(Sweep),
    /// Find out what decides: which unknowns move the result, and what each is worth knowing
    ///
    /// Simulates one scenario, or two on the same luck, and says which of the
    /// numbers that nobody knows exactly move the result or the gap, how much of
    /// its spread is chance, and, of two scenarios, what it would be worth to
    /// find each number out before choosing.
    #[command(after_long_help = DRIVERS)]
    Drivers(Drivers),
    /// Show what a scenario file says, without simulating
    ///
    /// Loads and validates each file and shows its factors, who carries which
    /// work, and an estimate of the hours asked and given. Not a simulation.
    #[command(after_long_help = CHECK)]
    Check(Check),
    /// Make a scenario from records exported from a CRM
    ///
    /// Proposes every number that the records tell, each with a 90 % interval, and
    /// says what they cannot tell. Writes a scenario and a report with charts.
    #[command(after_long_help = records::FIT)]
    Fit(Fit),
    /// Foretell months that are over, from what was known before, and compare
    ///
    /// Fits on the records as they were at the end of a month, simulates the months
    /// after, and holds them against what happened and against two forecasts that
    /// need no model.
    #[command(after_long_help = records::BACKTEST)]
    Backtest(Backtest),
    /// Run an evidence pack again and say whether every byte of it holds
    #[command(after_long_help = VERIFY)]
    Verify(Verify),
    /// Write a commented pair of scenarios to start from
    #[command(after_long_help = INIT)]
    Init(Init),
    /// Print the JSON Schema of a scenario file or of a JSON result
    #[command(after_long_help = SCHEMA)]
    Schema(Schema),
    /// Print completions for a shell
    #[command(after_long_help = COMPLETIONS)]
    Completions(Completions),
    /// Print the manual page
    #[command(after_long_help = MAN)]
    Man,
}

const COMPARE: &str = "\
Examples:
  orgodds compare generalist.toml specialised.toml
  orgodds compare a.toml b.toml c.toml --baseline b --metric contribution
  orgodds compare a.toml b.toml --set handoffs.loss=0.2 --runs 50_000
  orgodds compare a.toml b.toml --match people-cost --precision 1%
  orgodds compare a.toml b.toml --json - --charts none --quiet
  orgodds compare a.toml b.toml --require 'probability_better >= 0.8'";

const RUN: &str = "\
Examples:
  orgodds run specialised.toml
  orgodds run specialised.toml --set roles.sdr.headcount=6 --out six-sdrs
  orgodds run specialised.toml --target 40_000_000
  orgodds run specialised.toml --one-more
  orgodds run specialised.toml --csv figures.csv --runs-csv runs.csv
  orgodds run specialised.toml --replay 137 --months 3..5";

const SWEEP: &str = "\
Examples:
  orgodds sweep a.toml b.toml --vary handoffs.loss=0..0.3
  orgodds sweep a.toml b.toml --vary team=0.25..4:21
  orgodds sweep a.toml b.toml --vary roles.sdr.headcount=1..8
  orgodds sweep a.toml b.toml --vary team=0.25..4 --vary handoffs.loss=0..0.3";
const DRIVERS: &str = "\
Examples:
  orgodds drivers generalist.toml specialised.toml
  orgodds drivers a.toml b.toml --metric contribution --runs 40_000
  orgodds drivers a.toml b.toml --total
  orgodds drivers generalist.toml specialised.toml --causes
  orgodds drivers specialised.toml --charts none --csv drivers.csv";

const CHECK: &str = "\
Examples:
  orgodds check generalist.toml specialised.toml
  orgodds check specialised.toml --set 'handoffs.loss=\"0.05 to 0.20\"'";

const VERIFY: &str = "\
Simulates what the pack's scenarios and manifest.json say and compares every file.
Exit status 3 where one differs or is missing, 2 where DIR is no pack or was made
by another version.

Example:
  orgodds verify orgodds-out";

const COMPLETIONS: &str = "\
Examples:
  orgodds completions bash > ~/.local/share/bash-completion/completions/orgodds
  orgodds completions zsh > ~/.zfunc/_orgodds
  orgodds completions fish > ~/.config/fish/completions/orgodds.fish";

const MAN: &str = "\
Example:
  orgodds man > ~/.local/share/man/man1/orgodds.1";

const INIT: &str = "\
Writes company.toml, generalist.toml and specialised.toml into DIR and says what
to type next. A file that is there already is never overwritten.

Example:
  orgodds init my-team";

const SCHEMA: &str = "\
Examples:
  orgodds schema scenario > scenario.schema.json
  orgodds schema result
  orgodds schema ledger
  orgodds schema backtest";

/// What was typed after `compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// Scenario files, at least two; the first is the baseline
    #[arg(required = true, value_name = "SCENARIO")]
    pub files: Vec<PathBuf>,
    /// The baseline: a scenario's name, or its file's without .toml
    #[arg(long, value_name = "NAME")]
    pub baseline: Option<String>,
    /// Scale each candidate's headcounts until it costs what the baseline does
    ///
    /// Of whole seats those whose expected people cost is nearest, proportions
    /// kept as far as they can be. The result names them.
    #[arg(long = "match", value_enum, value_name = "WHAT")]
    pub matching: Option<Match>,
    /// Find out which unknowns turn the answer, and at which value
    ///
    /// Those whose likely values make it possible are simulated again with the
    /// value held; the result says how many runs that took.
    #[arg(long)]
    pub where_it_turns: bool,
    /// How to simulate and what to write.
    #[command(flatten)]
    pub options: Options,
}

/// What was typed after `run`.
#[derive(Debug, Args)]
pub struct Run {
    /// The scenario file
    #[arg(value_name = "SCENARIO")]
    pub file: PathBuf,
    /// Open one run.
    #[command(flatten)]
    pub replay: Replay,
    /// How to simulate and what to write.
    #[command(flatten)]
    pub options: Options,
}

/// What was typed after `drivers`.
#[derive(Debug, Args)]
pub struct Drivers {
    /// One scenario file, or two; the first of two is the baseline
    #[arg(required = true, value_name = "SCENARIO")]
    pub files: Vec<PathBuf>,
    /// Find out the total share of each unknown too, with all it does together with others
    ///
    /// Simulates further runs in which one unknown after the other is drawn
    /// anew, until every share is known to within ±5 % of the variance, and says
    /// how many runs that took. With many unknowns it takes long.
    #[arg(long)]
    pub total: bool,
    /// Find out what makes the gap of two scenarios: the split itself, skill, ramp, pay
    ///
    /// Switches groups of differences from the first scenario's to the second's and
    /// shares the gap out among them. Simulates up to 32 organisations between the
    /// two, 64 with --metric contribution, each in all runs.
    #[arg(long)]
    pub causes: bool,
    /// How to simulate and what to write.
    #[command(flatten)]
    pub options: Options,
}

/// Which run to open, and how closely to look.
#[derive(Debug, Args)]
pub struct Replay {
    /// Print the ledger of one run instead of the result of all
    ///
    /// Runs count from 1, as in --runs-csv; the run is the same whatever --runs
    /// says. The ledger says what the run drew, then month by month who was
    /// there, which hours went where, what passed, what was lost and why, and
    /// what was booked. Its totals are the run's row of --runs-csv. --json
    /// gives it as data.
    #[arg(
        long,
        value_name = "RUN",
        value_parser = numbers::run,
        conflicts_with_all = [
            "csv", "runs_csv", "out", "charts", "chart_size", "font", "precision", "one_more",
            "target", "require"
        ]
    )]
    pub replay: Option<u64>,
    /// Months of the ledger to show step by step, such as 3..5 or 3
    ///
    /// Both ends are shown. Month 1 is the first counted one; 0, -1 and so on
    /// are the warm-up.
    #[arg(
        long,
        value_name = "FIRST..LAST",
        value_parser = numbers::months,
        requires = "replay",
        allow_hyphen_values = true
    )]
    pub months: Option<(i64, i64)>,
}

/// What was typed after `sweep`.
#[derive(Debug, Args)]
pub struct Sweep {
    /// Two scenario files; the first is the baseline
    #[arg(required = true, value_name = "SCENARIO")]
    pub files: Vec<PathBuf>,
    /// A number and the range that it takes; once or twice
    ///
    /// STEPS is the number of points, ends included; left out it is 11. Of whole
    /// numbers such as a headcount, points are rounded and each is taken once. The
    /// number replaces what each scenario that has it says, as --set does; where it
    /// was uncertain it is known then. team is the size of the company as a multiple,
    /// in steps of equal ratio: headcounts are rounded to whole seats, at least 1
    /// where there was one.
    #[arg(long, required = true, value_name = "PATH=LOW..HIGH[:STEPS]")]
    pub vary: Vec<String>,
    /// How to simulate and what to write.
    #[command(flatten)]
    pub options: Options,
}

/// What was typed after `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Scenario files
    #[arg(required = true, value_name = "SCENARIO")]
    pub files: Vec<PathBuf>,
    /// Values that overrule the files'.
    #[command(flatten)]
    pub overrides: Overrides,
    /// How to talk.
    #[command(flatten)]
    pub manner: Manner,
}

/// What was typed after `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// The evidence pack's folder
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The font file that the pack was drawn with, where one was given
    #[arg(long, value_name = "FILE")]
    pub font: Option<PathBuf>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = numbers::threads)]
    pub threads: Option<usize>,
    /// How to talk.
    #[command(flatten)]
    pub manner: Manner,
}

/// What was typed after `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// Which shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// What was typed after `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder to write to; made if it is not there
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// How to talk.
    #[command(flatten)]
    pub manner: Manner,
}

/// What was typed after `schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// Of what
    #[arg(value_enum, default_value_t)]
    pub of: SchemaOf,
}

/// What a schema can be of.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum SchemaOf {
    /// A scenario file
    #[default]
    Scenario,
    /// The JSON result
    Result,
    /// The JSON ledger of one run, see run --replay
    Ledger,
    /// The JSON result of a backtest
    Backtest,
}

/// Options of the commands that simulate.
#[derive(Debug, Args)]
pub struct Options {
    /// Number of runs
    ///
    /// More runs make the error of the simulation smaller: four times the runs,
    /// half the error. Digits may be grouped, `50_000`.
    #[arg(
        long,
        value_name = "N",
        default_value = "10000",
        value_parser = numbers::runs,
        conflicts_with = "precision"
    )]
    pub runs: u64,
    /// Instead of --runs: go on until means are known this precisely
    ///
    /// Until the 95 % interval of the mean of --metric in every scenario, and of
    /// every mean difference beside the baseline's mean, is within ±X %. The
    /// result is that of --runs with the number reached. It stops at 1,000,000
    /// runs, or where memory ends, and says how far it got.
    #[arg(long, value_name = "X%", value_parser = numbers::percentage)]
    pub precision: Option<f64>,
    /// What all chance is derived from
    ///
    /// The same seed gives the same result, on any number of threads.
    #[arg(long, value_name = "N", default_value = "1", value_parser = numbers::whole)]
    pub seed: u64,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = numbers::threads)]
    pub threads: Option<usize>,
    /// What tables and titles lead with
    #[arg(long, value_enum, default_value_t)]
    pub metric: Metric,
    /// Find out what one more seat and one fewer in each role change
    ///
    /// Simulates each scenario again with a seat more in one role, and with one
    /// fewer, role by role, on the same luck. With many roles it takes long.
    #[arg(long)]
    pub one_more: bool,
    /// What has to come out.
    #[command(flatten)]
    pub demands: Demands,
    /// Values that overrule the files'.
    #[command(flatten)]
    pub overrides: Overrides,
    /// What to write.
    #[command(flatten)]
    pub files: Files,
    /// How to talk.
    #[command(flatten)]
    pub manner: Manner,
}

/// What has to come out.
#[derive(Debug, Args)]
pub struct Demands {
    /// An amount of the metric: how likely is it to be reached?
    ///
    /// In the scenarios' currency, over the counted months, in full: digits may
    /// be grouped, `40_000_000`. The chance stands in the table, marked in the
    /// chart chance, and in the JSON as `probability_target`.
    #[arg(long, value_name = "N", value_parser = numbers::amount, allow_hyphen_values = true)]
    pub target: Option<f64>,
    /// Fail with status 3 unless a figure is as required; may be repeated
    ///
    /// FIGURE is a path in the JSON result, its keys joined by dots; an item of
    /// a list goes by its name (of a scenario, candidate, role or factor), several
    /// of one name by a further one (`one_more.Team.sdr.-1`), or by its number from
    /// 0; a name with a dot stands in double quotes. Its last part alone means the
    /// metric's of the only comparison (`run`: of the only scenario). OP is one
    /// of >= <= > < == !=. All are checked once everything is written.
    #[arg(long, value_name = "FIGURE OP NUMBER", value_parser = Requirement::parse)]
    pub require: Vec<Requirement>,
}

/// Values that overrule those of the files.
#[derive(Debug, Clone, Args)]
pub struct Overrides {
    /// Overrule a value of the scenarios; may be repeated
    ///
    /// PATH is the keys joined by dots, VALUE is TOML, and what is not TOML is
    /// text: --set roles.sdr.headcount=6, --set 'handoffs.loss=0.05 to 0.2'. It
    /// applies to each scenario that has the path's table.
    #[arg(long, value_name = "PATH=VALUE")]
    pub set: Vec<String>,
}

/// What to write.
#[derive(Debug, Args)]
pub struct Files {
    /// Folder for the evidence pack; made if it is not there
    ///
    /// report.html and report.md, the charts, results.json, the scenarios as
    /// they were simulated, and manifest.json: enough for others to check the
    /// result with `orgodds verify DIR`. Files of these names are replaced,
    /// others stay.
    #[arg(long, value_name = "DIR", default_value = "orgodds-out")]
    pub out: PathBuf,
    /// How to draw.
    #[command(flatten)]
    pub drawing: DrawingOptions,
    /// Put every run into the evidence pack too, as runs.csv
    #[arg(long)]
    pub pack_runs: bool,
    /// Write the whole result as JSON; - is standard output
    ///
    /// With - nothing else goes to standard output.
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Write all figures as one long table; - is standard output
    ///
    /// Columns scenario, metric, statistic, value. A comparison stands under
    /// the scenario "CANDIDATE vs BASELINE".
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    /// Write one row a run and scenario, with every metric
    ///
    /// Runs count from 1.
    #[arg(long, value_name = "FILE")]
    pub runs_csv: Option<PathBuf>,
}

/// How to talk.
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct Manner {
    /// Language of results, charts and messages
    ///
    /// JSON, CSV and their warnings stay English, and so do this help, what is
    /// wrong with the command line itself, and rare mistakes in a scenario.
    #[arg(long, value_enum, default_value_t, value_name = "LANGUAGE")]
    pub lang: Lang,
    /// No progress, no warnings
    #[arg(long)]
    pub quiet: bool,
    /// Colours; auto heeds `NO_COLOR`
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
}

/// What tables and titles lead with.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum Metric {
    /// All money booked
    #[default]
    Bookings,
    /// What bookings leave after delivery, commission, people and hiring
    Contribution,
}

/// What candidates should have in common with the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Match {
    /// What filled seats cost over the counted months, expected
    PeopleCost,
}

/// How to draw charts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Charts {
    /// Pixels
    #[default]
    Png,
    /// Vectors
    Svg,
    /// Not at all, and no evidence pack either
    None,
}

/// Language of results, charts and messages.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum Lang {
    /// English
    #[default]
    En,
    /// Chinese, 简体中文
    Zh,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum Color {
    /// On a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Command {
    /// How to talk.
    pub fn manner(&self) -> Manner {
        match self {
            Self::Compare(Compare { options, .. })
            | Self::Run(Run { options, .. })
            | Self::Sweep(Sweep { options, .. })
            | Self::Drivers(Drivers { options, .. }) => options.manner,
            Self::Check(Check { manner, .. })
            | Self::Fit(Fit { manner, .. })
            | Self::Backtest(Backtest { manner, .. })
            | Self::Init(Init { manner, .. })
            | Self::Verify(Verify { manner, .. }) => *manner,
            Self::Schema(_) | Self::Completions(_) | Self::Man => Manner::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Arguments::command().debug_assert();
    }
}
