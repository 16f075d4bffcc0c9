//! Section 3: seats that fill, ramp and empty, and the hours they give.

use std::cmp::Reverse;

use super::draw::Draw;
use super::numbers::RoleNumbers;
use crate::organisation::{Role, Start};
use crate::random::Stream;

/// The seats of a role. A filled seat holds the steps since it was filled.
#[derive(Debug, Clone, Default)]
pub struct Seats(Vec<Option<u32>>);

impl Seats {
    /// The seats as they are at the start of a run.
    pub fn start(&mut self, role: &Role, numbers: &RoleNumbers) {
        let tenure = match role.start {
            // The first tenure at which the ramp is over.
            Start::Ramped => Some((numbers.ramp.ceil()).min(1e9) as u32),
            Start::New => Some(0),
            Start::Vacant => None,
        };
        self.0.clear();
        self.0.resize(role.headcount.changes[0].1, tenure);
    }

    /// Adds vacant seats, or removes seats: vacant ones first, then those with
    /// the shortest tenure.
    pub fn resize(&mut self, seats: usize) {
        if seats < self.0.len() {
            // None sorts below every tenure, so reversed it stands at the end.
            self.0.sort_unstable_by_key(|&seat| Reverse(seat));
        }
        self.0.resize(seats, None);
    }

    /// Fills vacant seats by chance, each with a coin of its own. Returns how many.
    pub fn hire<D: Draw>(&mut self, chance: f64, stream: impl FnOnce() -> Stream) -> u64 {
        let vacant = self.0.iter().filter(|seat| seat.is_none()).count();
        if vacant == 0 {
            return 0;
        }
        let mut stream = stream();
        let mut hired = 0;
        for seat in &mut self.0 {
            if seat.is_none() && D::coin(chance, &mut stream) {
                *seat = Some(0);
                hired += 1;
            }
        }
        hired
    }

    /// One a seat: steps since it was filled, none where it is vacant.
    #[must_use]
    pub fn tenures(&self) -> &[Option<u32>] {
        &self.0
    }

    /// Filled seats.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// What the filled seats give, in fully productive seats.
    #[must_use]
    pub fn productivity(&self, ramp: f64) -> f64 {
        let filled = self.0.iter().flatten();
        if ramp == 0.0 {
            filled.count() as f64
        } else {
            filled.map(|&tenure| ((f64::from(tenure) + 0.5) / ramp).min(1.0)).sum()
        }
    }

    /// Empties filled seats by chance, each with a coin of its own; the others
    /// grow older by a step. Returns how many left.
    pub fn depart<D: Draw>(&mut self, chance: f64, mut stream: Stream) -> u64 {
        let mut left = 0;
        for seat in &mut self.0 {
            if let Some(tenure) = seat {
                if D::coin(chance, &mut stream) {
                    *seat = None;
                    left += 1;
                } else {
                    *tenure += 1;
                }
            }
        }
        left
    }
}
