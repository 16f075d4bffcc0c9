//! `orgodds backtest`: how well the months after an earlier one would have been
//! foretold.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use orgodds::chart;
use orgodds::hindsight::{
    Backtest as Tested, Horizon, Made, Origin, Recorded, Unforetold, month_after, month_name,
};
use orgodds::language::Complaint;
use orgodds::monte_carlo;
use orgodds::records::{Day, Records};
use orgodds::report;

use super::arguments::{Backtest, Charts};
use super::charts::Drawing;
use super::failure::Failure;
use super::folder::Folder;
use super::outputs::no_two_alike;
use super::progress::Progress;
use super::record_files::{Date, no_period, nothing_left};
use super::signals;
use super::stoppable::stoppable;
use super::target::Target;
use super::terminal::{self, Terminal};

/// Foretells, compares and shows.
pub fn run(typed: &Backtest, terminal: Terminal) -> Result<(), Failure> {
    signals::heed_interrupts()?;
    typed.records.are_given(terminal)?;
    no_period(typed.from, Some(Date::of_month(typed.until)))?;
    let outputs = Outputs::open(typed)?;
    let records = typed.records.read(terminal)?;
    let records = match typed.from {
        Some(date) => records.into_since(date.first),
        None => records,
    };
    if records.cases.is_empty() {
        return Err(nothing_left());
    }
    let horizons = horizons(typed, &records, terminal)?;
    let made = Made {
        of_leads: records.of_leads,
        currency: records.currency.clone(),
        seed: typed.seed,
        runs: typed.runs,
    };
    let bar = Arc::new(Progress::new(typed.runs * horizons.len() as u64, 0.0, terminal));
    let (threads, progress) = (typed.threads, Arc::clone(&bar));
    let origins = stoppable(move || {
        let foretell = || -> Result<Vec<Origin>, Unforetold> {
            horizons.iter().map(|horizon| Origin::new(&records, horizon, &*progress)).collect()
        };
        monte_carlo::with_threads(threads, foretell)
    });
    bar.clear();
    let origins = origins?
        .map_err(|error| Failure::Outside(Complaint::NoThreads(error.to_string())))?
        .map_err(|why| unforetold(&why))?;
    outputs.write(&Tested::new(origins, made), terminal)
}

fn unforetold(why: &Unforetold) -> Failure {
    match why {
        Unforetold::NoCases => nothing_left(),
        Unforetold::Interrupted => Failure::Interrupted,
    }
}

/// From which months how many are foretold: as many as were asked for, and as are
/// on record.
fn horizons(
    typed: &Backtest,
    records: &Records,
    terminal: Terminal,
) -> Result<Vec<Horizon>, Failure> {
    let recorded = Recorded::new(records);
    let end = month_after(recorded.first, recorded.whole);
    let left = |until: i32| usize::try_from(end - 1 - until).unwrap_or(0);
    origins_on_record(typed, &recorded, left(typed.until)).map_err(Failure::Wrong)?;
    let horizon = |until: i32| {
        let months = typed.months.min(left(until));
        Horizon { until, months, seed: typed.seed, runs: typed.runs }
    };
    let horizons: Vec<Horizon> = (typed.until..).take(typed.origins).map(horizon).collect();
    if horizons.iter().any(|horizon| horizon.months < typed.months) {
        let words = &terminal.language().words().fit.backtest;
        terminal.warn(&(words.shorter)(&month_name(Day::of_month(end - 1).month())));
    }
    Ok(horizons)
}

/// Whether a month is known and a whole one follows, `left` after the first, for all
/// that were asked for.
fn origins_on_record(typed: &Backtest, recorded: &Recorded, left: usize) -> Result<(), Complaint> {
    if recorded.whole < 2 {
        return Err(Complaint::TooFewMonths(recorded.whole));
    }
    let until = month_name(typed.until);
    let early = typed.until < recorded.first;
    if early || left == 0 {
        let last = month_after(recorded.first, recorded.whole - 2);
        let [first, last] = [recorded.first, last].map(month_name);
        return Err(Complaint::UntilOutside { early, typed: until, first, last });
    }
    if typed.origins > left {
        return Err(Complaint::TooManyOrigins { typed: typed.origins, until, most: left });
    }
    Ok(())
}

struct Outputs {
    json: Option<Target>,
    chart: Option<(Folder, Drawing)>,
}

impl Outputs {
    fn open(typed: &Backtest) -> Result<Self, Failure> {
        let inputs: Vec<PathBuf> = (&typed.records).into();
        if let Some(json) = &typed.json
            && no_two_alike(&[("--json", &typed.json)], &inputs).is_err()
        {
            return Err(Failure::Wrong(Complaint::OverRecords("--json", json.clone())));
        }
        let chart = if typed.drawing.charts == Charts::None {
            None
        } else {
            Some((Folder::open(&typed.out)?, typed.drawing.open()?))
        };
        Ok(Self { json: typed.json.as_deref().map(Target::open).transpose()?, chart })
    }

    fn write(self, tested: &Tested, terminal: Terminal) -> Result<(), Failure> {
        let Self { mut json, chart } = self;
        let mut targets = Vec::new();
        if let Some((folder, drawing)) = &chart {
            let draw = |options: &chart::Options| vec![chart::backtest(tested, options)];
            let drawn = drawing.pictures(|language| vec![language.letters()], draw, terminal)?;
            folder.still_there()?;
            for (name, contents) in drawn.files()? {
                let mut target = Target::open(&folder.path().join(name))?;
                target.fill(|out| out.write_all(&contents))?;
                targets.push(target);
            }
        }
        signals::go_on()?;
        targets.into_iter().try_for_each(Target::keep)?;
        let to_stdout = json.as_ref().is_some_and(Target::is_stdout);
        if let Some(json) = &mut json {
            json.fill(|out| report::json::write(tested, out))?;
        }
        json.map_or(Ok(()), Target::keep)?;
        if to_stdout {
            return Ok(());
        }
        let text = report::backtest::table(tested, terminal.language(), terminal::width());
        terminal.result(&text)
    }
}
