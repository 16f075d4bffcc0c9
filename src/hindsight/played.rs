//! The written scenario at work, beside what it was made from.

use super::recorded::Recorded;
use crate::fit::scenario::Shift;
use crate::fit::{Figure, Fitted};
use crate::records::{Outcome, Records};
use crate::simulation::flows::Flows;
use crate::statistics::quantile::{of_sorted, sorted};

/// Months of a run that are looked at, and months on record: a year.
const YEAR: usize = 12;

/// What the team on record makes of the cases, when the scenario is played.
#[derive(Debug, Clone, PartialEq)]
pub struct Played {
    /// Number of runs.
    pub runs: u64,
    /// Counted months of each run: the first year.
    pub months: usize,
    /// Cases a month.
    pub cases: Beside,
    /// Share of the cases that are ever won: 0 to 1. Played, it is that of all runs.
    pub share: Beside,
    /// Deals won a month.
    pub won: Beside,
    /// First deals a month, in currency.
    pub bookings: Beside,
    /// Factor on the odds of passing, at least and at most.
    pub odds: [f64; 2],
    /// Factor on the losses of what waits for the team, 0 to 1.
    pub stale: f64,
    /// Customers when counting starts, on record and played.
    pub customers: [f64; 2],
}

/// A figure as it was fitted and as it is played.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside {
    /// Fitted: P5, P50 and P95; of the share, the mean in the middle.
    pub fitted: [f64; 3],
    /// Played: P5, mean and P95 of the runs.
    pub played: [f64; 3],
}

impl Played {
    /// From each run; `shares` won are the one without losses, and the one played.
    pub(super) fn new(fitted: &Fitted, runs: &[Flows], shift: &Shift, shares: [f64; 2]) -> Self {
        let counted = runs.first().map_or(0, |run| run.months.leads.len());
        let months = counted.min(YEAR);
        let beside = |figure: &Figure, of: fn(&Flows) -> &[f64]| {
            let mean = |run: &Flows| of(run)[..months].iter().sum::<f64>() / months as f64;
            let values = sorted(&runs.iter().map(mean).collect::<Vec<_>>());
            let middle = values.iter().sum::<f64>() / values.len() as f64;
            let played = [of_sorted(&values, 0.05), middle, of_sorted(&values, 0.95)];
            Beside { fitted: figure.ends(), played }
        };
        let [law, share] = shares;
        let conversion = Figure { value: law, ..fitted.conversion.clone() };
        let won = fitted.market.level.times(&conversion);
        let bookings = won.times(&fitted.price);
        Self {
            runs: runs.len() as u64,
            months,
            cases: beside(&fitted.market.level, |run| &run.months.leads),
            share: Beside { fitted: [conversion.low, law, conversion.high], played: [share; 3] },
            won: beside(&won, |run| &run.months.wins),
            bookings: beside(&bookings, |run| &run.months.bookings),
            odds: shift.odds(),
            stale: shift.stale,
            customers: [fitted.customers.initial.value, customers(runs)],
        }
    }
}

/// Customers when counting starts, on average.
fn customers(runs: &[Flows]) -> f64 {
    let all = runs.iter().flat_map(|run| &run.segments).map(|segment| segment.customers);
    all.sum::<f64>() / runs.len() as f64
}

/// The last year on record, by month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastYear {
    /// Whole months that it rests on, 12 at most.
    pub months: usize,
    /// Cases a month.
    pub cases: f64,
    /// Deals won a month.
    pub won: f64,
    /// First deals a month, in currency; deals without an amount count as the others.
    pub bookings: f64,
    /// Share of all cases used that is won so far: 0 to 1.
    pub share: f64,
}

impl PastYear {
    /// Of the records that `fitted` was made from; none without a whole month.
    #[must_use]
    pub fn new(records: &Records, fitted: &Fitted) -> Option<Self> {
        let counts = Recorded::new(records);
        let from = usize::try_from(fitted.arrived.0.month() - counts.first).unwrap_or(0);
        let first = from.max(counts.whole.saturating_sub(YEAR));
        let months = counts.whole.checked_sub(first).filter(|months| *months > 0)?;
        let mean =
            |by_month: &[f64]| by_month[first..][..months].iter().sum::<f64>() / months as f64;
        let won = mean(&counts.won);
        let worth = |case: crate::records::Case| match case.outcome {
            Outcome::Won(day) => case.amount.filter(|_| {
                let month = usize::try_from(day.month() - counts.first).unwrap_or(0);
                (first..first + months).contains(&month)
            }),
            _ => None,
        };
        let deals: Vec<f64> = records.cases.iter().filter_map(worth).collect();
        let price = if deals.is_empty() {
            fitted.price.value
        } else {
            deals.iter().sum::<f64>() / deals.len() as f64
        };
        let share = fitted.wins / fitted.cases;
        Some(Self { months, cases: mean(&counts.cases()), won, bookings: won * price, share })
    }
}
