//! An organisation scaled to a cost, in whole seats.
//!
//! All headcounts grow by one scale and each is rounded to the nearest whole
//! number: the divisor method of Webster and Sainte-Laguë, which favours neither
//! small nor large roles. As the scale grows one seat follows the other, and so
//! does the cost; the seats whose cost is nearest are taken. On the way stand
//! the seats as they are in the file, at a scale of 1.

use super::people_cost::PeopleCost;
use crate::organisation::{Headcount, Role, TooManySeats, limits, most_seats};

/// Seats of every role, with what they cost.
pub(super) struct Staff<'a> {
    cost: &'a PeopleCost<'a>,
    roles: &'a [Role],
    headcounts: Vec<Headcount>,
    /// Expected cost of each role.
    costs: Vec<f64>,
}

impl<'a> Staff<'a> {
    /// The seats in proportion to those of `roles` whose expected cost is nearest
    /// to `target`. `cost` is that of a scenario with these roles, and above 0.
    pub(super) fn nearest(
        cost: &'a PeopleCost<'a>,
        roles: &'a [Role],
        target: f64,
    ) -> Result<Self, TooManySeats> {
        // Rounding aside, the scale is known: it is enough to count from a little below.
        let near = Self::scaled(cost, roles, 0.9 * target / cost.total());
        let start = if near.cost() < target { near } else { Self::scaled(cost, roles, 0.0) };
        start.grown_to(target)
    }

    /// Expected cost of all.
    pub(super) fn cost(&self) -> f64 {
        self.costs.iter().sum()
    }

    /// Seats, one headcount a role.
    pub(super) fn into_headcounts(self) -> Vec<Headcount> {
        self.headcounts
    }

    /// Every headcount times `scale`; where there was a seat, one stays.
    fn scaled(cost: &'a PeopleCost<'a>, roles: &'a [Role], scale: f64) -> Self {
        let seats = |&(month, seats): &(usize, usize)| {
            // Far more than the limit is as good as infinitely more.
            let scaled = (scale * seats as f64).round().min(10.0 * limits::SEATS as f64) as usize;
            (month, scaled.max(seats.min(1)))
        };
        let headcount =
            |role: &Role| Headcount { changes: role.headcount.changes.iter().map(seats).collect() };
        let headcounts: Vec<Headcount> = roles.iter().map(headcount).collect();
        let costs = headcounts.iter().enumerate().map(|(role, seats)| cost.of(role, seats));
        Self { cost, roles, costs: costs.collect(), headcounts }
    }

    /// With further seats until the next one would lead away from the target.
    fn grown_to(mut self, target: f64) -> Result<Self, TooManySeats> {
        let mut below = self.cost();
        while below < target {
            if most_seats(self.headcounts.iter()) > limits::SEATS {
                return Err(TooManySeats);
            }
            let (role, entry) = self.next();
            self.headcounts[role].changes[entry].1 += 1;
            self.costs[role] = self.cost.of(role, &self.headcounts[role]);
            let above = self.cost();
            if above - target >= target - below {
                self.headcounts[role].changes[entry].1 -= 1;
                self.costs[role] = self.cost.of(role, &self.headcounts[role]);
                break;
            }
            below = above;
        }
        Ok(self)
    }

    /// The role, and the entry of its headcount, that is rounded up next as the
    /// scale grows: at the scale at which half a seat more is reached.
    fn next(&self) -> (usize, usize) {
        let mut next = (f64::INFINITY, (0, 0));
        for (place, (role, headcount)) in self.roles.iter().zip(&self.headcounts).enumerate() {
            let entries = role.headcount.changes.iter().zip(&headcount.changes).enumerate();
            for (entry, (&(_, original), &(_, seats))) in entries {
                let scale = (seats as f64 + 0.5) / original as f64;
                if scale < next.0 {
                    next = (scale, (place, entry));
                }
            }
        }
        next.1
    }
}
