//! The law of closing: when cases are won or lost, and how many never are.
//!
//! It is the engine's own. A case of some kind passes a chain of waiting rooms,
//! each left with the same chance a step, so the step of its closing is negative
//! binomial, at the earliest as many steps on as the chain is long. A mixture of
//! such kinds, and a share that stays silent for ever, is a mixture cure model
//! (Boag 1949; Farewell 1982, Biometrics 38): a case open at some age is one of
//! the silent or one whose time has not come.
//!
//! Records are kept by the clock, on which a case may close within the step in which
//! it came. So a share of the cases, itself estimated, closes after a continuous time
//! with the same mean; the engine's own records show a share of nothing. Without it,
//! what closes in the first step looks like a kind of its own.

use super::ages::Ages;

/// Cases of one kind: their chain, and how many of all cases end in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kind {
    /// Waiting rooms.
    pub chain: usize,
    /// Chance to leave a room in a step.
    pub leave: f64,
    /// Share of all cases that are of this kind and won.
    pub won: f64,
    /// Share of all cases that are of this kind and recorded as lost.
    pub lost: f64,
}

/// The law: kinds, the quicker first. What is left to 1 stays silent.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    /// One or two kinds.
    pub kinds: Vec<Kind>,
    /// Share of the closings that come by the clock; the others come by whole steps.
    pub clock: f64,
}

impl Kind {
    /// Share of all cases that close as one of this kind.
    #[must_use]
    pub fn closing(&self) -> f64 {
        self.won + self.lost
    }

    /// Mean number of steps until it closes.
    #[must_use]
    pub fn mean_steps(&self) -> f64 {
        self.chain as f64 / self.leave
    }

    /// Chance to close in each step, from 0 to `longest`.
    #[must_use]
    pub fn times(&self, longest: usize) -> Vec<f64> {
        let mut times = vec![0.0; longest.max(self.chain) + 1];
        times[self.chain] = self.leave.powi(i32::try_from(self.chain).expect("chains are short"));
        for step in self.chain..longest.max(self.chain) {
            let combinations = step as f64 / (step - self.chain + 1) as f64;
            times[step + 1] = times[step] * combinations * (1.0 - self.leave);
        }
        times
    }
}

/// Share of a chain's first possible step that records may have before it.
const SOONER: f64 = 0.02;

impl Kind {
    /// Chance to be recorded as closed by an age of 0, 1, 2, … half steps, up to `halves`.
    fn closed_by(&self, halves: usize, clock: f64) -> Vec<f64> {
        let mixed = |(steps, hours): (f64, f64)| (1.0 - clock) * steps + clock * hours;
        self.by_steps(halves).into_iter().zip(self.by_the_clock(halves)).map(mixed).collect()
    }

    /// The same where all moves in steps. Days are anywhere in their steps, so that an
    /// age differs from the number of steps by up to one (a triangular error).
    fn by_steps(&self, halves: usize) -> Vec<f64> {
        let mut times = self.times(halves / 2 + 1);
        // In the model nothing closes before the end of its chain; for what the records
        // close sooner a little of that step's chance is taken, so that all add up to 1.
        if self.chain > 1 {
            let sooner = SOONER * times[self.chain];
            times[self.chain] -= sooner;
            times[1..self.chain].fill(sooner / (self.chain - 1) as f64);
        }
        let mut before = 0.0;
        let ends = times.windows(2).flat_map(|pair| {
            let at = before + pair[0] / 2.0;
            let after = before + 0.875 * pair[0] + 0.125 * pair[1];
            before += pair[0];
            [at, after]
        });
        ends.take(halves + 1).collect()
    }

    /// The same where each room is left at any time (Erlang), after as many steps on
    /// average.
    fn by_the_clock(&self, halves: usize) -> Vec<f64> {
        let a_half = (-self.leave / 2.0).exp();
        let mut fall = 1.0;
        let closed = |half: usize| {
            let rooms = self.leave / 2.0 * half as f64;
            let (mut term, mut within) = (fall, fall);
            for room in 1..self.chain {
                term *= rooms / room as f64;
                within += term;
            }
            fall *= a_half;
            1.0 - within
        };
        (0..=halves).map(closed).collect()
    }
}

/// What the law says of each step of age.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    /// Chance to be won at an age for which the step's is the nearest; the first step
    /// holds all that is sooner.
    pub won: Vec<f64>,
    /// Chance to be lost then.
    pub lost: Vec<f64>,
    /// Chance to have been won by an age of so many steps.
    pub won_by: Vec<f64>,
    /// Chance to have been lost by then.
    pub lost_by: Vec<f64>,
}

impl Law {
    /// Share of all cases that are ever won.
    #[must_use]
    pub fn won(&self) -> f64 {
        self.kinds.iter().map(|kind| kind.won).sum()
    }

    /// Share of all cases that are won or lost and recorded so.
    #[must_use]
    pub fn closing(&self) -> f64 {
        self.kinds.iter().map(Kind::closing).sum()
    }

    /// Share of a kind's cases that are won. The silent ones are divided as the
    /// others are, for nothing tells of which kind they are.
    #[must_use]
    pub fn pass(&self, kind: usize) -> f64 {
        self.kinds[kind].won / self.kinds[kind].closing() * self.closing()
    }

    /// What it says of the steps up to `longest`.
    #[must_use]
    pub fn course(&self, longest: usize) -> Course {
        let none = || vec![0.0; longest + 1];
        let mut course = Course { won: none(), lost: none(), won_by: none(), lost_by: none() };
        for kind in &self.kinds {
            let by = kind.closed_by(2 * longest + 1, self.clock);
            for step in 1..=longest {
                let sooner = if step == 1 { 0.0 } else { by[2 * step - 1] };
                let now = by[2 * step + 1] - sooner;
                course.won[step] += kind.won * now;
                course.lost[step] += kind.lost * now;
                course.won_by[step] += kind.won * by[2 * step];
                course.lost_by[step] += kind.lost * by[2 * step];
            }
        }
        course
    }

    /// Logarithm of the chance of what happened to these cases.
    #[must_use]
    pub fn log_likelihood(&self, ages: &Ages) -> f64 {
        let course = self.course(ages.longest());
        let of = |counts: &[f64], chance: &dyn Fn(usize) -> f64| -> f64 {
            (counts.iter().enumerate())
                .filter(|(_, count)| **count > 0.0)
                .map(|(step, count)| count * chance(step).max(1e-300).ln())
                .sum()
        };
        of(&ages.won, &|step| course.won[step])
            + of(&ages.lost, &|step| course.lost[step])
            + of(&ages.lost_by, &|step| course.lost_by[step])
            + of(&ages.open, &|step| 1.0 - course.won_by[step] - course.lost_by[step])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_a_chain_add_up_and_have_its_mean() {
        for chain in 1..=4 {
            let kind = Kind { chain, leave: 0.3, won: 1.0, lost: 0.0 };
            let times = kind.times(400);
            let total: f64 = times.iter().sum();
            let mean: f64 = times.iter().enumerate().map(|(step, p)| step as f64 * p).sum();
            assert!((total - 1.0).abs() < 1e-12 && (mean - kind.mean_steps()).abs() < 1e-9);
            assert!(times[..chain].iter().all(|p| *p == 0.0));
        }
    }

    /// Two uniform times of day and a number of steps between them, or a sum of
    /// exponential times: both counted by brute force.
    #[test]
    fn recorded_ages_are_those_of_drawn_cases() {
        use crate::random::{Luck, Place};
        const CASES: u32 = 40_000;
        let mut stream = Luck::new(3, 0).at(Place::new("ages")).step(0);
        for (chain, clock) in [(1, 0.0), (1, 1.0), (3, 1.0)] {
            let kind = Kind { chain, leave: 0.3, won: 1.0, lost: 0.0 };
            let mut by = [0.0; 24];
            for _ in 0..CASES {
                let mut exponential = || -stream.uniform().ln() / kind.leave;
                let age = if clock > 0.0 {
                    (0..chain).map(|_| exponential()).sum()
                } else {
                    let stay = (1.0 - kind.leave).ln();
                    let steps = (stream.uniform().ln() / stay).ceil();
                    steps + stream.uniform() - stream.uniform()
                };
                for (half, count) in by.iter_mut().enumerate() {
                    *count += f64::from(u8::from(age <= half as f64 / 2.0)) / f64::from(CASES);
                }
            }
            for (found, law) in by.iter().zip(kind.closed_by(23, clock)) {
                assert!((found - law).abs() < 0.01, "{chain} {clock}: {found} {law}");
            }
        }
    }
}
