//! What the records hold, by calendar month.

use std::collections::BTreeMap;

use super::open::Waiting;
use crate::fit::qualified;
use crate::records::{Case, Day, Outcome, Qualification, Records};

/// Cases are taken together by the day of their creation, so many days at a time.
const TOGETHER: f64 = 7.0;

/// Of a month in which cases stopped to arrive so many days before its end, it
/// cannot be told what came of them.
const MISSED: f64 = 7.0;

/// Counts by month.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The first month, as [`Day::month`] counts.
    pub first: i32,
    /// Cases created, by month and channel.
    pub created: Vec<Vec<f64>>,
    /// Cases won, by month.
    pub won: Vec<f64>,
    /// What those of them are worth that have an amount, by month, in currency.
    pub worth: Vec<f64>,
    /// Months from the first that are on record to their end, of which cases came
    /// until their end.
    pub whole: usize,
}

/// A month as people and programs write it: 2018-03.
#[must_use]
pub fn month_name(month: i32) -> String {
    let (year, month, _) = Day::of_month(month).civil();
    format!("{year:04}-{month:02}")
}

/// The month so many after another, as [`Day::month`] counts.
#[must_use]
pub fn month_after(month: i32, months: usize) -> i32 {
    month + i32::try_from(months).expect("records last for few months")
}

impl Recorded {
    /// Counts the records.
    #[must_use]
    pub fn new(records: &Records) -> Self {
        let (first, last) = (records.first.month(), records.last.month());
        let months = usize::try_from(last - first + 1).unwrap_or(1).max(1);
        let place = |day: Day| usize::try_from(day.month() - first).unwrap_or(0).min(months - 1);
        let mut created = vec![vec![0.0; records.channels.len().max(1)]; months];
        let (mut won, mut worth) = (vec![0.0; months], vec![0.0; months]);
        let mut latest = records.first;
        for case in records.cases.iter() {
            created[place(case.created)][usize::from(case.channel)] += 1.0;
            if case.created > latest {
                latest = case.created;
            }
            if let Outcome::Won(day) = case.outcome {
                won[place(day)] += 1.0;
                worth[place(day)] += case.amount.unwrap_or(0.0);
            }
        }
        let is_whole = |place: &usize| {
            let end = Day::of_month(month_after(first, *place + 1));
            end.since(records.last) <= 1.0 && end.since(latest) <= MISSED
        };
        let whole = (0..months).take_while(is_whole).count();
        Self { first, created, won, worth, whole }
    }

    /// The place of a month, as [`Day::month`] counts.
    #[must_use]
    pub fn place(&self, month: i32) -> usize {
        usize::try_from(month - self.first).unwrap_or(0)
    }

    /// Cases created, by month.
    #[must_use]
    pub fn cases(&self) -> Vec<f64> {
        self.created.iter().map(|channels| channels.iter().sum()).collect()
    }
}

/// The cases open on `day`, by channel and week.
#[must_use]
pub fn open_on(records: &Records, day: Day) -> Vec<Waiting> {
    let apart = qualified(records);
    let open = records.cases.iter().filter(|case| case.outcome == Outcome::Open);
    let open = open.filter(|case| case.qualification != Qualification::Rejected);
    let begun = open.map(|case| match (apart, case.qualification) {
        (true, Qualification::Passed(passed)) => (case, true, passed.unwrap_or(case.created)),
        _ => (case, false, case.created),
    });
    groups(begun, |_| day)
}

/// All cases, each open on the day of its creation.
#[must_use]
pub fn all_new(records: &Records) -> Vec<Waiting> {
    groups(records.cases.iter().map(|case| (case, false, case.created)), |created| created)
}

/// The cases created from one day until before another, each open on the day of its
/// creation.
#[must_use]
pub fn new_between(records: &Records, from: Day, until: Day) -> Vec<Waiting> {
    let cases = records.cases.iter().filter(|case| (from..until).contains(&case.created));
    groups(cases.map(|case| (case, false, case.created)), |created| created)
}

/// Cases by channel, whether they are opportunities of their own, and week; with
/// the day on which that began.
fn groups(
    cases: impl Iterator<Item = (Case, bool, Day)>,
    open_on: impl Fn(Day) -> Day,
) -> Vec<Waiting> {
    let mut weeks: BTreeMap<(usize, bool, i64), (u64, f64)> = BTreeMap::new();
    for (case, qualified, begun) in cases {
        let week = (begun.0 / TOGETHER).floor() as i64;
        let group = weeks.entry((usize::from(case.channel), qualified, week)).or_default();
        group.0 += 1;
        group.1 += begun.0;
    }
    let group = |((channel, qualified, _), (count, days)): ((usize, bool, i64), (u64, f64))| {
        let created = Day(days / count as f64);
        Waiting { channel, qualified, created, open_on: open_on(created), count }
    };
    weeks.into_iter().map(group).collect()
}
