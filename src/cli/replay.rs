//! `orgodds run --replay`: the ledger of one run.

use std::path::PathBuf;

use orgodds::language::Complaint;
use orgodds::organisation::Scenario;
use orgodds::report;
use orgodds::study::ledger::{self, Ledger, Replay};

use super::arguments::Options;
use super::experiment::load;
use super::failure::Failure;
use super::outputs::no_two_alike;
use super::target::Target;
use super::terminal::{self, Terminal};

/// Plays the run again and writes it down.
pub fn run(
    file: PathBuf,
    run: u64,
    months: Option<(i64, i64)>,
    options: Options,
    terminal: Terminal,
) -> Result<(), Failure> {
    let (seed, json) = (options.seed, options.files.json);
    let files = [file];
    let loaded = load(&files, &options.overrides.set, terminal)?;
    let one = loaded.first().expect("one file gives one scenario");
    if let Some(months) = months {
        within(months, &one.scenario)?;
    }
    no_two_alike(&[("--json", &json)], &files)?;
    let target = json.as_deref().map(Target::open).transpose()?;
    let replay = Replay { seed, run, months: months.map(|(first, last)| first..=last) };
    let ledger = Ledger::new(&one.scenario, &one.file, &replay);
    let alone = target.as_ref().is_some_and(Target::is_stdout);
    if let Some(mut target) = target {
        target.fill(|out| report::json::write(&ledger, out))?;
        target.keep()?;
    }
    if alone {
        return Ok(());
    }
    terminal.result(&report::ledger::page(&ledger, terminal.language(), terminal::width()))
}

/// Months that the scenario does not have are refused.
fn within((first, last): (i64, i64), scenario: &Scenario) -> Result<(), Failure> {
    let all = ledger::months(scenario);
    if all.contains(&first) && all.contains(&last) {
        return Ok(());
    }
    let typed = if first == last { first.to_string() } else { format!("{first}..{last}") };
    let (first, last) = all.into_inner();
    Err(Failure::Wrong(Complaint::MonthsOutside { typed, first, last }))
}
