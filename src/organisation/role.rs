//! Who works here.

use super::{FactorId, Kind, limits};

/// A role: seats filled by people who carry the same kinds of work.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// Its key in the scenario.
    pub key: String,
    /// What people call it.
    pub title: String,
    /// Seats over time.
    pub headcount: Headcount,
    /// Productive hours a month of a fully ramped seat. Positive; none for a
    /// role without work.
    pub hours: Option<FactorId>,
    /// In which state its seats start.
    pub start: Start,
    /// Months until a new person is fully productive. Non-negative.
    pub ramp_months: FactorId,
    /// Probability a year that a person leaves.
    pub attrition: FactorId,
    /// Mean months that a seat stays empty. Non-negative.
    pub hire_months: FactorId,
    /// Fully loaded cost of a filled seat a year, without commission. Non-negative.
    pub annual_cost: FactorId,
    /// Cost of filling a seat once. Non-negative.
    pub hire_cost: FactorId,
    /// Productivity lost for each kind of work after the first. Probability.
    pub switching_loss: FactorId,
    /// The kinds of work it carries, in file order.
    pub work: Vec<WorkEntry>,
}

/// Seats from a counted month on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headcount {
    /// Pairs of counted month (the first is 1) and seats, months ascending from 1.
    pub changes: Vec<(usize, usize)>,
}

impl Headcount {
    /// Seats in a counted month (the first is 1); before it, the first headcount.
    #[must_use]
    pub fn at(&self, month: usize) -> usize {
        let past = self.changes.partition_point(|&(from, _)| from <= month);
        self.changes[past.saturating_sub(1)].1
    }

    /// The largest number of seats at any time.
    #[must_use]
    pub fn largest(&self) -> usize {
        self.changes.iter().map(|&(_, seats)| seats).max().unwrap_or(0)
    }

    /// The smallest number of seats at any time.
    #[must_use]
    pub fn smallest(&self) -> usize {
        self.changes.iter().map(|&(_, seats)| seats).min().unwrap_or(0)
    }

    /// So many seats more at all times; none where there would be fewer than none.
    #[must_use]
    pub fn shifted(&self, by: isize) -> Option<Self> {
        let shift = |&(month, seats): &(usize, usize)| Some((month, seats.checked_add_signed(by)?));
        let changes = self.changes.iter().map(shift).collect::<Option<_>>()?;
        Some(Self { changes })
    }
}

/// More seats than a scenario may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("all roles together may have {} seats at most", limits::SEATS)]
pub struct TooManySeats;

/// The most seats together at any time.
pub fn most_seats<'a>(headcounts: impl Iterator<Item = &'a Headcount>) -> usize {
    let all: Vec<&Headcount> = headcounts.collect();
    let at = |month| all.iter().map(|headcount| headcount.at(month)).sum();
    let months = all.iter().flat_map(|headcount| &headcount.changes);
    months.map(|&(month, _)| at(month)).max().unwrap_or(0)
}

/// In which state a role's seats start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Start {
    /// Filled by people who are fully productive.
    #[default]
    Ramped,
    /// Filled by people in their first month.
    New,
    /// Still to be hired.
    Vacant,
}

/// A kind of work that a role carries.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkEntry {
    /// Which kind.
    pub kind: Kind,
    /// Share of the role's hours set aside for it, 0 to 1.
    pub share: f64,
    /// Standard hours that an hour is worth. Positive.
    pub speed: FactorId,
    /// Factor on the odds of a yes. Positive.
    pub lift: FactorId,
    /// Factor on the price of a deal. Positive.
    pub price: FactorId,
}
