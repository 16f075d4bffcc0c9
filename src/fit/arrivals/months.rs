//! Cases by calendar month and channel, with how much of each month was seen.

use super::silence::{self, Late};
use crate::fit::closing::DAYS_A_MONTH;
use crate::records::{Day, Records};

/// Counts of the months in which cases could be seen to arrive.
#[derive(Debug, Clone, PartialEq)]
pub struct Months {
    /// The first month, counted as [`Day::month`] does.
    pub first: i32,
    /// Cases that arrived, by month.
    pub counts: Vec<f64>,
    /// Those of channels that have not stopped, by month: the demand that goes on.
    pub going: Vec<f64>,
    /// How much of each month was seen, in months of average length.
    pub seen: Vec<f64>,
    /// Cases by channel, over all months.
    pub by_channel: Vec<f64>,
    /// The same by month: months, the earliest first, of channels.
    pub each: Vec<Vec<f64>>,
    /// By channel, for how many months nothing has come although something came
    /// before and other channels go on.
    pub stopped: Vec<Option<usize>>,
    /// First and last day seen.
    pub period: (Day, Day),
}

impl Months {
    /// Of the cases created on or after `from`.
    #[must_use]
    pub fn new(records: &Records, from: Day) -> Self {
        let by_day = by_day(records, from);
        let late = Late::of(&by_day);
        let latest = Day(from.0.floor() + by_day.len() as f64 - 1.0);
        let ended = late.ends(records.last.0.floor() - latest.0);
        let last = if ended { latest } else { records.last };
        let first = from.month();
        let months = (last.month() - first + 1).max(1) as usize;
        let mut each = vec![vec![0.0; records.channels.len().max(1)]; months];
        for case in records.cases.iter().filter(|case| case.created >= from) {
            each[(case.created.month() - first) as usize][usize::from(case.channel)] += 1.0;
        }
        // Days that begin or end with a case would miss the time around it.
        let total: f64 = by_day.iter().copied().map(f64::from).sum();
        let start = Day(from.0.floor() - (by_day.len() as f64 / total.max(1.0)).floor());
        let start = if from <= records.first && total >= 2.0 { start } else { from };
        let end = if ended { Day(latest.0 + late.gap().floor()) } else { records.last };
        let counts: Vec<f64> = each.iter().map(|month| month.iter().sum()).collect();
        let channel = |channel: usize| each.iter().map(move |month| month[channel]);
        let channels = 0..each[0].len();
        let stopped: Vec<Option<usize>> =
            channels.clone().map(|at| silence::stopped(&channel(at).collect::<Vec<_>>())).collect();
        let going = |month: &Vec<f64>| {
            month
                .iter()
                .zip(&stopped)
                .filter(|(_, stopped)| stopped.is_none())
                .map(|(n, _)| n)
                .sum()
        };
        Self {
            first,
            going: each.iter().map(going).collect(),
            seen: seen(first, months, (start, end)),
            by_channel: channels.map(|at| channel(at).sum()).collect(),
            counts,
            stopped,
            period: (from, last),
            each,
        }
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

    /// Mean number of cases a month of channels that have not stopped.
    pub(super) fn going_a_month(&self) -> f64 {
        self.going.iter().sum::<f64>() / self.seen.iter().sum::<f64>().max(1.0 / DAYS_A_MONTH)
    }
}

/// Cases by day, from `from` to the last one.
fn by_day(records: &Records, from: Day) -> Vec<u32> {
    let mut by_day = vec![0];
    for case in records.cases.iter().filter(|case| case.created >= from) {
        let day = (case.created.0.floor() - from.0.floor()) as usize;
        if day >= by_day.len() {
            by_day.resize(day + 1, 0);
        }
        by_day[day] += 1;
    }
    by_day
}

/// How much of each month lies between two days, both included.
fn seen(first: i32, months: usize, (from, until): (Day, Day)) -> Vec<f64> {
    (first..)
        .take(months)
        .map(|month| {
            let start = Day::of_month(month).0.max(from.0.floor());
            let end = Day::of_month(month + 1).0.min(until.0.floor() + 1.0);
            (end - start).max(0.0) / DAYS_A_MONTH
        })
        .collect()
}
