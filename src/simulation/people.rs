//! Section 3: seats that fill, ramp and empty, and the hours they give.

use super::Moment;
use super::chance::Chance;
use super::draw::Draw;
use super::events::Staffed;
use super::numbers::RoleNumbers;
use super::plan::RolePlaces;
use crate::organisation::{Role, Start};
use crate::random::{Luck, Stream, Streams};

/// The seats of a role.
#[derive(Debug, Clone, Default)]
pub struct Seats {
    count: usize,
    /// The step in which each filled seat was filled, the longest ago first.
    since: Vec<i64>,
    numbers: RoleNumbers,
    /// That a vacant seat fills in a step.
    hire: Chance,
    hires: Streams,
    /// The chance that nobody leaves at the end of a step.
    all_stay: f64,
    departures: Streams,
    /// From this step on all are fully productive.
    ramped: i64,
    /// What they give and cost in a step once they are, if nobody is hired.
    steady: Staffed,
}

impl Seats {
    /// The seats as they are at the start of a run.
    pub(super) fn start(
        &mut self,
        role: &Role,
        places: &RolePlaces,
        numbers: &RoleNumbers,
        luck: Luck,
    ) {
        self.numbers = *numbers;
        (self.hires, self.departures) = (luck.at(places.hires), luck.at(places.departures));
        self.hire.set(numbers.hire);
        self.count = role.headcount.changes[0].1;
        // The first tenure at which the ramp is over.
        let ramped = numbers.ramp.ceil().min(1e9) as i64;
        let (filled, since) = match role.start {
            Start::Ramped => (self.count, -ramped),
            Start::New => (self.count, 0),
            Start::Vacant => (0, 0),
        };
        self.since.clear();
        self.since.resize(filled, since);
        self.regroup();
    }

    /// Adds vacant seats, or removes seats: vacant ones first, then those with
    /// the shortest tenure.
    pub(super) fn resize(&mut self, seats: usize) {
        self.count = seats;
        if seats < self.since.len() {
            self.since.truncate(seats);
            self.regroup();
        }
    }

    /// Takes note of who is there now.
    fn regroup(&mut self) {
        self.all_stay = self.stay(self.since.len());
        let last = self.since.last().copied().unwrap_or_default();
        self.ramped = last + (self.numbers.ramp - 0.5).ceil().min(1e9) as i64;
        let filled = self.since.len();
        self.steady = Staffed {
            hired: 0,
            filled,
            hours: self.numbers.hours * filled as f64,
            cost: self.numbers.cost * filled as f64,
            hire_cost: 0.0,
        };
    }

    /// The chance that so many people all stay to the next step.
    fn stay(&self, people: usize) -> f64 {
        (1.0 - self.numbers.departure).powi(i32::try_from(people).unwrap_or(i32::MAX))
    }

    /// All seats, filled or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Filled seats.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.since.len()
    }

    /// Whole steps since each filled seat was filled, the longest first.
    #[must_use]
    pub fn tenures(&self, step: usize) -> impl DoubleEndedIterator<Item = i64> {
        self.since.iter().map(move |since| whole(step) - since)
    }

    /// What the filled seats give in a step, in fully productive seats.
    #[must_use]
    pub fn productivity(&self, step: usize) -> f64 {
        if whole(step) >= self.ramped {
            return self.since.len() as f64;
        }
        let ramp = self.numbers.ramp;
        // Whoever came last is the last to be fully productive.
        let learning = self.tenures(step).rev().map(|tenure| tenure as f64 + 0.5);
        let (mut learners, mut part) = (0, 0.0);
        for time in learning.take_while(|time| *time < ramp) {
            learners += 1;
            part += time / ramp;
        }
        (self.since.len() - learners) as f64 + part
    }

    /// Fills vacant seats by chance, and counts the hours of the filled ones.
    pub(super) fn staff(&mut self, now: &Moment<'_, impl Draw>) -> Staffed {
        let vacant = self.count - self.since.len();
        let hired = now.binomial(self.hires, vacant as u64, &mut self.hire);
        if hired > 0 {
            self.since.resize(self.since.len() + hired as usize, whole(now.step));
            self.regroup();
        } else if whole(now.step) >= self.ramped {
            return self.steady;
        }
        Staffed {
            hired,
            hours: self.numbers.hours * self.productivity(now.step),
            hire_cost: hired as f64 * self.numbers.hire_cost,
            ..self.steady
        }
    }

    /// Empties filled seats by chance, each with a coin of its own. Returns how
    /// many left.
    #[inline]
    pub(super) fn depart<D: Draw>(&mut self, now: &Moment<'_, D>) -> u64 {
        let (people, chance) = (self.since.len(), self.numbers.departure);
        if people == 0 || chance == 0.0 {
            return 0;
        }
        let mut stream = now.stream(self.departures);
        let stay = D::tails(people, chance, self.all_stay, &mut stream);
        if stay == people { 0 } else { self.lose::<D>(stay, stream) }
    }

    /// The first who leaves comes after `stay` who do not.
    fn lose<D: Draw>(&mut self, stay: usize, mut stream: Stream) -> u64 {
        let (before, chance) = (self.since.len(), self.numbers.departure);
        let mut asked = stay;
        while asked < self.since.len() {
            self.since.remove(asked);
            let rest = self.since.len() - asked;
            if rest > 0 {
                asked += D::tails(rest, chance, self.stay(rest), &mut stream);
            }
        }
        self.regroup();
        (before - self.since.len()) as u64
    }
}

/// A step as a signed number, for the ramped came before the first.
fn whole(step: usize) -> i64 {
    step.cast_signed() as i64
}
