//! Foretelling from an earlier day: everything later is out of sight.

use super::foretold::{Foretold, Loss, Month, Naive, Origin};
use super::laws::Laws;
use super::open::Waiting;
use super::recorded::{Recorded, month_after, month_name, open_on};
use crate::fit::scenario::{self as written, Form, Plan};
use crate::fit::{self, Fitted};
use crate::language::Language;
use crate::monte_carlo::{self, Interrupted, Request, Watch};
use crate::organisation::Scenario;
use crate::random::{Luck, Place};
use crate::records::{Case, Day, Outcome, Records};
use crate::scenario;

/// From when on, how far and how often.
#[derive(Debug, Clone, PartialEq)]
pub struct Horizon {
    /// The last month known, as [`Day::month`] counts.
    pub until: i32,
    /// Months to foretell, at least 1 and all of them on record.
    pub months: usize,
    /// What all chance is derived from.
    pub seed: u64,
    /// Simulated runs.
    pub runs: u64,
}

/// Why nothing was foretold.
#[derive(Debug)]
pub enum Unforetold {
    /// No case was known by then.
    NoCases,
    /// It was stopped.
    Interrupted,
    /// The fitted scenario does not load, in the words of the loader.
    NoScenario(String),
}

impl From<Interrupted> for Unforetold {
    fn from(_: Interrupted) -> Self {
        Self::Interrupted
    }
}

impl Origin {
    /// Fits what was known, foretells the months after and holds them against what
    /// came. Deals are those of the cases that were open on the day, by the fitted
    /// law and their age, and those of the cases to come, by the simulated scenario,
    /// which starts without any.
    ///
    /// # Errors
    /// When nothing was known, or it is stopped.
    pub fn new(
        records: &Records,
        horizon: &Horizon,
        watch: &dyn Watch,
    ) -> Result<Self, Unforetold> {
        let day = Day::of_month(horizon.until + 1);
        let known = records.known_by(day);
        let fitted = fit::fit(&known, &fit::Options::default()).map_err(|_| Unforetold::NoCases)?;
        let to_come = simulated(&fitted, horizon, watch)?;
        let open = open_on(&known, day);
        let from_open = from_open(&known, &fitted, horizon, &open, watch)?;
        let counts = Recorded::new(records);
        let place = |month: i32| usize::try_from(month - counts.first).unwrap_or(0);
        let won = &counts.won[place(horizon.until + 1)..][..horizon.months];
        let naive =
            naive(&known, counts.won[place(horizon.until)], counts.cases()[place(horizon.until)]);
        let runs: Vec<Vec<f64>> = (0..horizon.months)
            .map(|month| to_come.iter().zip(&from_open).map(|(a, b)| a[month] + b[month]).collect())
            .collect();
        let month = |(at, (runs, won)): (usize, (&Vec<f64>, &f64))| Month {
            month: month_name(month_after(horizon.until, at + 1)),
            deals: Foretold::new(runs, *won),
            from_open: from_open.iter().map(|run| run[at]).sum::<f64>() / runs.len() as f64,
            model: Loss::of(runs, *won),
            last_month: Loss::of_count(naive.last_month, *won),
            same_share: Loss::of_count(naive.same_share, *won),
        };
        let all: Vec<f64> =
            to_come.iter().zip(&from_open).map(|(a, b)| a.iter().chain(b).sum()).collect();
        let waiting = open.iter().map(|waiting| waiting.count).sum();
        Ok(Self {
            until: month_name(horizon.until),
            cases: known.cases.len() as u64,
            won: known.cases.iter().filter(is_won).count() as u64,
            open: waiting,
            naive,
            months: runs.iter().zip(won).enumerate().map(month).collect(),
            total: Foretold::new(&all, won.iter().sum()),
        })
    }
}

fn is_won(case: &Case) -> bool {
    matches!(case.outcome, Outcome::Won(_))
}

/// Deals of the cases to come, by run and month.
fn simulated(
    fitted: &Fitted,
    horizon: &Horizon,
    watch: &dyn Watch,
) -> Result<Vec<Vec<f64>>, Unforetold> {
    let plan = Plan {
        name: "backtest",
        form: Form::Generalists,
        horizon_months: horizon.months,
        words: &Language::English.words().comments,
    };
    let text = written::write(fitted, &plan);
    let loaded = scenario::load_text("backtest", &text)
        .map_err(|problems| Unforetold::NoScenario(problems.to_string()))?;
    let scenario = Scenario { warm_up_months: 0, ..loaded.scenario };
    let request = Request { seed: horizon.seed, runs: 0..horizon.runs };
    let runs = monte_carlo::months(&scenario, &request, watch)?;
    Ok(runs.into_iter().map(|run| run.wins).collect())
}

/// Deals of the cases that are open, by run and month.
fn from_open(
    known: &Records,
    fitted: &Fitted,
    horizon: &Horizon,
    open: &[Waiting],
    watch: &dyn Watch,
) -> Result<Vec<Vec<f64>>, Interrupted> {
    let start = horizon.until + 1;
    let days: Vec<Day> = (start..=month_after(start, horizon.months)).map(Day::of_month).collect();
    let oldest = f64::from(start - known.first.month());
    let laws = Laws::new(known, fitted, oldest + horizon.months as f64 + 1.0);
    let run = |run: u64| {
        if watch.cancelled() {
            return Err(Interrupted);
        }
        let draw = laws.draw(run as usize);
        let channels = 0..fitted.channels.len();
        let tracks: Vec<_> = channels.map(|at| (draw.leads(at), draw.opportunities(at))).collect();
        let luck = Luck::new(horizon.seed, run);
        let mut stream = luck.at(Place::new("hindsight/open")).step(horizon.until as usize);
        let mut won = vec![0.0; horizon.months];
        for waiting in open {
            let (lead, opportunity) = &tracks[laws.group(waiting.channel)];
            let track = if waiting.qualified { opportunity } else { lead };
            track.wins(waiting, &days, &mut stream, &mut won);
        }
        Ok(won)
    };
    (0..horizon.runs).map(run).collect()
}

/// The forecasts that need no model.
fn naive(known: &Records, won: f64, cases: f64) -> Naive {
    let share = known.cases.iter().filter(is_won).count() as f64 / known.cases.len() as f64;
    Naive { last_month: won, same_share: share * cases }
}
