//! Ages of cases in steps of time: all that the law of closing is fitted to.

/// Days of a month, on average.
pub const DAYS_A_MONTH: f64 = 365.25 / 12.0;

/// Cases by the step of their age in which they were won or lost, or by the age
/// that they have reached without. Counts, however many cases.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ages {
    /// Steps a month.
    pub steps: usize,
    /// Won in the step with this number, from 1.
    pub won: Vec<f64>,
    /// Lost in that step.
    pub lost: Vec<f64>,
    /// Lost at an unknown time before that step's end.
    pub lost_by: Vec<f64>,
    /// Neither, at the end of that step.
    pub open: Vec<f64>,
}

/// What became of a case, with its age then in days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fate {
    /// Won at this age.
    Won(f64),
    /// Lost at this age.
    Lost(f64),
    /// Lost at an unknown age up to this one.
    LostBy(f64),
    /// Still open at this age.
    Open(f64),
}

impl Ages {
    /// None yet, at this many steps a month.
    #[must_use]
    pub fn new(steps: usize) -> Self {
        Self { steps, ..Self::default() }
    }

    /// Takes in a case. A closing counts in the step whose middle is nearest to its
    /// age; the first holds all that is sooner, even before the first contact.
    pub fn add(&mut self, fate: Fate) {
        let a_step = DAYS_A_MONTH / self.steps as f64;
        let nearest = |days: f64| (days / a_step).round().max(0.0) as usize;
        match fate {
            Fate::Won(days) => spread(days, a_step, &mut self.won),
            Fate::Lost(days) => spread(days, a_step, &mut self.lost),
            Fate::LostBy(days) => count(&mut self.lost_by, nearest(days).max(1), 1.0),
            Fate::Open(days) => count(&mut self.open, nearest(days), 1.0),
        }
    }

    /// The last step that any case has reached.
    #[must_use]
    pub fn longest(&self) -> usize {
        [&self.won, &self.lost, &self.lost_by, &self.open]
            .map(Vec::len)
            .into_iter()
            .max()
            .unwrap_or(0)
            .saturating_sub(1)
    }

    /// Number of cases won.
    #[must_use]
    pub fn wins(&self) -> f64 {
        total(&self.won)
    }

    /// Number of cases lost, at a known time or not.
    #[must_use]
    pub fn losses(&self) -> f64 {
        total(&self.lost) + total(&self.lost_by)
    }

    /// Number of all cases.
    #[must_use]
    pub fn cases(&self) -> f64 {
        self.wins() + self.losses() + total(&self.open)
    }
}

fn count(counts: &mut Vec<f64>, at: usize, cases: f64) {
    if counts.len() <= at {
        counts.resize(at + 1, 0.0);
    }
    counts[at] += cases;
}

/// Parts of a case are counted in this unit, a power of two, so that they add up to
/// whole cases exactly.
const PART: f64 = 1.0 / 1024.0;

/// Counts a closing at an age in days. Days without a time of day tell the age to a
/// day more or less (a triangular error): such a closing is divided among the steps
/// in which it may have been, for a step may hold one whole day more than the next.
fn spread(days: f64, a_step: f64, counts: &mut Vec<f64>) {
    let step = |days: f64| ((days / a_step).round().max(1.0)) as usize;
    if days.fract() != 0.0 || days < 0.0 {
        return count(counts, step(days), 1.0);
    }
    let none = by_a_day(-days);
    let (first, last) = (step((days - 1.0).max(0.0)), step(days + 1.0));
    let mut before = 0.0;
    for at in first..last {
        let end = (at as f64 + 0.5) * a_step;
        let by = (by_a_day(end - days) - none) / (1.0 - none);
        let by = (by / PART).round() * PART;
        count(counts, at, by - before);
        before = by;
    }
    count(counts, last, 1.0 - before);
}

/// Chance that the difference of two times of day is at most this many days.
fn by_a_day(days: f64) -> f64 {
    let side = (1.0 - days.abs()).max(0.0).powi(2) / 2.0;
    if days < 0.0 { side } else { 1.0 - side }
}

/// The sum; that of nothing is 0, while the standard library's is -0, and told as such.
fn total(counts: &[f64]) -> f64 {
    counts.iter().fold(0.0, |sum, count| sum + count)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A step of a twentieth of a month holds one whole day or two.
    #[test]
    fn whole_days_are_divided_evenly_among_steps() {
        let mut ages = Ages::new(20);
        (0..2_000).for_each(|day| ages.add(Fate::Won(f64::from(day))));
        assert!((ages.wins() - 2_000.0).abs() < f64::EPSILON);
        let a_step = DAYS_A_MONTH / 20.0;
        for won in &ages.won[2..1_300] {
            assert!((won - a_step).abs() < 0.02 * a_step, "{won}");
        }
        assert!(ages.won[0] == 0.0);
    }
}
