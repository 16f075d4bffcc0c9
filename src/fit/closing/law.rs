//! The law of closing: when cases are won or lost, and how many never are.
//!
//! It is the engine's own. A case of some kind passes a chain of waiting rooms,
//! each left with the same chance a step, so the step of its closing is negative
//! binomial, at the earliest as many steps on as the chain is long. A mixture of
//! such kinds, and a share that stays silent for ever, is a mixture cure model
//! (Boag 1949; Farewell 1982, Biometrics 38): a case open at some age is one of
//! the silent or one whose time has not come.

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

/// Days are anywhere in their steps, so that an age in days rounds to the step
/// before or after in so many cases each (a triangular error of a step's width).
const ASIDE: f64 = 0.125;
/// Share of a chain's first possible step that records may have before it.
const SOONER: f64 = 0.02;

impl Kind {
    /// Chance that the records have it close in each step, from 0 to `longest` + 1.
    fn recorded_times(&self, longest: usize) -> Vec<f64> {
        let mut times = self.times(longest + 2);
        // In the model nothing closes before the end of its chain; for what the records
        // close sooner a little of that step's chance is taken, so that all add up to 1.
        if self.chain > 1 {
            let sooner = SOONER * times[self.chain];
            times[self.chain] -= sooner;
            times[1..self.chain].fill(sooner / (self.chain - 1) as f64);
        }
        let at = |step: usize| times.get(step).copied().unwrap_or(0.0);
        let around = |step: usize| {
            // What rounds to 0 counts as the first step.
            let before = if step == 1 { at(1) } else { at(step - 1) };
            (1.0 - 2.0 * ASIDE) * at(step) + ASIDE * (before + at(step + 1))
        };
        std::iter::once(0.0).chain((1..=longest + 1).map(around)).collect()
    }
}

/// What the law says of each step of age.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    /// Chance to be won in the step.
    pub won: Vec<f64>,
    /// Chance to be lost in it.
    pub lost: Vec<f64>,
    /// Chance to have been won by its middle: an age counts as the step whose middle
    /// is nearest.
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
        let steps = longest + 1;
        let mut course =
            Course { won: vec![0.0; steps], lost: vec![0.0; steps], ..Course::default() };
        for kind in &self.kinds {
            for (step, time) in kind.recorded_times(longest).into_iter().enumerate() {
                // A chain longer than all records closes at their end.
                let step = step.min(longest);
                course.won[step] += kind.won * time;
                course.lost[step] += kind.lost * time;
            }
        }
        (course.won_by, course.lost_by) = (by_the_middle(&course.won), by_the_middle(&course.lost));
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

fn by_the_middle(values: &[f64]) -> Vec<f64> {
    let mut before = 0.0;
    values
        .iter()
        .map(|value| {
            before += value;
            before - value / 2.0
        })
        .collect()
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
}
