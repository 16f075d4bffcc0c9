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

    /// Takes in a case. Who is won within the first step, or even before the first
    /// contact by the clock, is won in it: in the model nothing closes sooner.
    pub fn add(&mut self, fate: Fate) {
        let step = |days: f64| (days / DAYS_A_MONTH * self.steps as f64).round().max(0.0) as usize;
        let (counts, at) = match fate {
            Fate::Won(days) => (&mut self.won, step(days).max(1)),
            Fate::Lost(days) => (&mut self.lost, step(days).max(1)),
            Fate::LostBy(days) => (&mut self.lost_by, step(days).max(1)),
            Fate::Open(days) => (&mut self.open, step(days)),
        };
        if counts.len() <= at {
            counts.resize(at + 1, 0.0);
        }
        counts[at] += 1.0;
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

/// The sum; that of nothing is 0, while the standard library's is -0, and told as such.
fn total(counts: &[f64]) -> f64 {
    counts.iter().fold(0.0, |sum, count| sum + count)
}
