//! Foretelling from an earlier day: everything later is out of sight.

use super::foretold::{Foretold, Month, Naive, Origin, Told};
use super::open::Waiting;
use super::play::{Play, Run};
use super::recorded::{Recorded, month_after, month_name, new_between, open_on};
use super::why::{Happened, Why};
use super::worth::Worth;
use crate::fit;
use crate::monte_carlo::{Interrupted, Watch};
use crate::records::{Case, Day, Outcome, Records};

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
}

impl From<Interrupted> for Unforetold {
    fn from(_: Interrupted) -> Self {
        Self::Interrupted
    }
}

impl Origin {
    /// Fits what was known, foretells the months after and holds them against what
    /// came. Deals are those of the cases that were open on the day, by the fitted
    /// law and their age, and those of the cases to come. Who does the work is not
    /// asked: the recorded shares and waits are those of the team that there was.
    ///
    /// # Errors
    /// When nothing was known, or it is stopped.
    pub fn new(
        records: &Records,
        horizon: &Horizon,
        watch: &dyn Watch,
    ) -> Result<Self, Unforetold> {
        let start = horizon.until + 1;
        let days: Vec<Day> =
            (start..=month_after(start, horizon.months)).map(Day::of_month).collect();
        let known = records.known_by(days[0]);
        go_on(watch)?;
        let fitted = fit::fit(&known, &fit::Options::default()).map_err(|_| Unforetold::NoCases)?;
        go_on(watch)?;
        let open = open_on(&known, days[0]);
        let worth = Worth::new(&known, &fitted);
        let play = Play::new((&known, &fitted), &open, &days, worth.as_ref(), records.last);
        let runs = play.runs(horizon, watch)?;
        let counts = Recorded::new(records);
        let naive = Naives::new(&known, &counts, horizon.until, worth.as_ref());
        Ok(Self {
            until: month_name(horizon.until),
            cases: known.cases.len() as u64,
            won: known.cases.iter().filter(is_won).count() as u64,
            open: open.iter().map(|waiting| waiting.count).sum(),
            naive: naive.deals,
            naive_bookings: naive.bookings,
            months: months(&runs, &counts, horizon, &naive),
            total: total(&runs, &counts.won, &counts, horizon, Run::all_deals),
            total_bookings: worth
                .is_some()
                .then(|| total(&runs, &counts.worth, &counts, horizon, Run::all_worth)),
            why: why(records, &play, (&open, &days), &runs),
        })
    }
}

fn go_on(watch: &dyn Watch) -> Result<(), Interrupted> {
    if watch.cancelled() { Err(Interrupted) } else { Ok(()) }
}

fn is_won(case: &Case) -> bool {
    matches!(case.outcome, Outcome::Won(_))
}

/// The forecasts that need no model, of deals and of bookings.
struct Naives {
    deals: Naive,
    bookings: Option<Naive>,
}

impl Naives {
    fn new(known: &Records, counts: &Recorded, until: i32, worth: Option<&Worth>) -> Self {
        let share = known.cases.iter().filter(is_won).count() as f64 / known.cases.len() as f64;
        let place = counts.place(until);
        let same_share = share * counts.cases()[place];
        let bookings = |worth: &Worth| Naive {
            last_month: counts.worth[place],
            same_share: worth.of(same_share),
        };
        Self {
            deals: Naive { last_month: counts.won[place], same_share },
            bookings: worth.map(bookings),
        }
    }
}

fn months(runs: &[Run], counts: &Recorded, horizon: &Horizon, naive: &Naives) -> Vec<Month> {
    let of = |of: &dyn Fn(&Run) -> f64| -> Vec<f64> { runs.iter().map(of).collect() };
    let first = counts.place(horizon.until + 1);
    let month = |at: usize| Month {
        month: month_name(month_after(horizon.until, at + 1)),
        deals: Told::new(&of(&|run| run.deals(at)), counts.won[first + at], naive.deals),
        from_open: of(&|run| run.open[at]).iter().sum::<f64>() / runs.len() as f64,
        bookings: naive
            .bookings
            .map(|naive| Told::new(&of(&|run| run.worth[at]), counts.worth[first + at], naive)),
    };
    (0..horizon.months).map(month).collect()
}

/// All months together.
fn total(
    runs: &[Run],
    happened: &[f64],
    counts: &Recorded,
    horizon: &Horizon,
    of: impl Fn(&Run) -> f64,
) -> Foretold {
    let first = counts.place(horizon.until + 1);
    let happened = happened[first..][..horizon.months].iter().sum();
    Foretold::new(&runs.iter().map(of).collect::<Vec<_>>(), happened)
}

/// Why the months went otherwise than foretold, as far as the records say it.
fn why(records: &Records, play: &Play, (open, days): (&[Waiting], &[Day]), runs: &[Run]) -> Why {
    let mean = |of: &dyn Fn(&Run) -> f64| runs.iter().map(of).sum::<f64>() / runs.len() as f64;
    let (start, end) = (days[0], days[days.len() - 1]);
    let last = if records.last > end { Day(records.last.0 + 1e-5) } else { end };
    let happened = Happened::new(records, start, end);
    Why::new(
        &happened,
        [
            mean(&|run| run.cases),
            mean(&|run| run.new.iter().sum()),
            mean(&|run| run.open.iter().sum()),
        ],
        play.expected(&new_between(records, start, end), [end, last]),
        play.expected(open, [end, last]),
    )
}
