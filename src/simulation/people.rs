//! Section 3: seats that fill, ramp and empty, and the hours they give.

use std::cmp::Reverse;

use super::draw::Draw;
use super::numbers::RoleNumbers;
use crate::organisation::{Role, Start};
use crate::random::Stream;

/// The seats of a role.
#[derive(Debug, Clone, Default)]
pub struct Seats {
    /// Steps since each seat was filled; none where it is vacant.
    tenures: Vec<Option<u32>>,
    filled: usize,
    /// The shortest tenure of all, or less.
    shortest: u32,
}

impl Seats {
    /// The seats as they are at the start of a run.
    pub fn start(&mut self, role: &Role, numbers: &RoleNumbers) {
        let seats = role.headcount.changes[0].1;
        // The first tenure at which the ramp is over.
        let ramped = numbers.ramp.ceil().min(1e9) as u32;
        let (tenure, filled, shortest) = match role.start {
            Start::Ramped => (Some(ramped), seats, ramped),
            Start::New => (Some(0), seats, 0),
            Start::Vacant => (None, 0, ramped),
        };
        self.tenures.clear();
        self.tenures.resize(seats, tenure);
        (self.filled, self.shortest) = (filled, shortest);
    }

    /// Adds vacant seats, or removes seats: vacant ones first, then those with
    /// the shortest tenure.
    pub fn resize(&mut self, seats: usize) {
        if seats < self.tenures.len() {
            // None sorts below every tenure, so reversed it stands at the end.
            self.tenures.sort_unstable_by_key(|&seat| Reverse(seat));
        }
        self.tenures.resize(seats, None);
        self.filled = self.filled.min(seats);
    }

    /// Fills vacant seats by chance, each with a coin of its own. Returns how many.
    pub fn hire<D: Draw>(&mut self, chance: f64, stream: impl FnOnce() -> Stream) -> u64 {
        if self.filled == self.tenures.len() {
            return 0;
        }
        let mut stream = stream();
        let before = self.filled;
        for seat in &mut self.tenures {
            if seat.is_none() && D::coin(chance, &mut stream) {
                *seat = Some(0);
                self.filled += 1;
                self.shortest = 0;
            }
        }
        (self.filled - before) as u64
    }

    /// One a seat: steps since it was filled, none where it is vacant.
    #[must_use]
    pub fn tenures(&self) -> &[Option<u32>] {
        &self.tenures
    }

    /// Filled seats.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.filled
    }

    /// What the filled seats give, in fully productive seats.
    #[must_use]
    pub fn productivity(&self, ramp: f64) -> f64 {
        if f64::from(self.shortest) + 0.5 >= ramp {
            return self.filled as f64;
        }
        let filled = self.tenures.iter().flatten();
        filled.map(|&tenure| ((f64::from(tenure) + 0.5) / ramp).min(1.0)).sum()
    }

    /// Empties filled seats by chance, each with a coin of its own; the others
    /// grow older by a step. Returns how many left.
    pub fn depart<D: Draw>(&mut self, chance: f64, mut stream: Stream) -> u64 {
        let before = self.filled;
        self.shortest = u32::MAX;
        for seat in &mut self.tenures {
            if let Some(tenure) = seat {
                if D::coin(chance, &mut stream) {
                    *seat = None;
                    self.filled -= 1;
                } else {
                    *tenure += 1;
                    self.shortest = self.shortest.min(*tenure);
                }
            }
        }
        (before - self.filled) as u64
    }
}
