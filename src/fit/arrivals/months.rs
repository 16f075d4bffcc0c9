//! Cases by calendar month and channel, with how much of each month was seen.

use crate::fit::closing::DAYS_A_MONTH;
use crate::records::{Day, Records};

/// Counts of the months in which cases could be seen to arrive.
#[derive(Debug, Clone, PartialEq)]
pub struct Months {
    /// The first month, counted as [`Day::month`] does.
    pub first: i32,
    /// Cases that arrived, by month.
    pub counts: Vec<f64>,
    /// How much of each month was seen, in months of average length.
    pub seen: Vec<f64>,
    /// Cases by channel, over all months.
    pub by_channel: Vec<f64>,
    /// First and last day seen.
    pub period: (Day, Day),
}

/// A silence this unlikely is no chance: the records of arrivals ended before it.
const SILENCE: f64 = 1e-3;
/// Fewer cases do not tell a silence from chance.
const FEW: f64 = 20.0;

/// Arrivals come in clusters (weekdays, campaigns): they say as much as this
/// share of as many that come by pure chance.
const CLUSTERED: f64 = 0.25;

impl Months {
    /// Of the cases created on or after `from`.
    #[must_use]
    pub fn new(records: &Records, from: Day) -> Self {
        let days = || records.cases.iter().map(|case| case.created).filter(|day| *day >= from);
        let latest = days().fold(from, |latest, day| if day > latest { day } else { latest });
        let count = days().count() as f64;
        let a_day = count / (latest.since(from) + 1.0);
        let silent = records.last.since(latest);
        let ended = count >= FEW && (-CLUSTERED * a_day * silent).exp() < SILENCE;
        let last = if ended { latest } else { records.last };
        let first = from.month();
        let months = (last.month() - first + 1).max(1) as usize;
        let mut counts = vec![0.0; months];
        let mut by_channel = vec![0.0; records.channels.len().max(1)];
        for case in records.cases.iter().filter(|case| case.created >= from) {
            counts[(case.created.month() - first) as usize] += 1.0;
            by_channel[usize::from(case.channel)] += 1.0;
        }
        let seen = (first..)
            .take(months)
            .map(|month| {
                let start = Day::of_month(month).0.max(from.0.floor());
                let end = Day::of_month(month + 1).0.min(last.0.floor() + 1.0);
                (end - start).max(0.0) / DAYS_A_MONTH
            })
            .collect();
        Self { first, counts, seen, by_channel, period: (from, last) }
    }

    /// Calendar month of a month by its place; January is 0.
    #[must_use]
    pub fn calendar(&self, at: usize) -> usize {
        (self.first.rem_euclid(12) as usize + at) % 12
    }

    /// All cases.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.counts.iter().sum()
    }

    /// Mean number of cases a month.
    #[must_use]
    pub fn a_month(&self) -> f64 {
        self.total() / self.seen.iter().sum::<f64>().max(1.0 / DAYS_A_MONTH)
    }
}
