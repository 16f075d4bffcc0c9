//! What becomes of cases that are open on a day.

use crate::fit::closing::DAYS_A_MONTH;
use crate::random::Stream;
use crate::records::Day;
use crate::simulation::draw::binomial;

/// What a law says of a case by its age, in steps of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    /// Steps a month.
    pub steps: usize,
    /// Chance to have been won by an age of so many steps, from 0; of leads that
    /// become opportunities, so many steps after they did.
    pub won_by: Vec<f64>,
    /// Chance to have become an opportunity by an age of so many steps, from 0; none
    /// where a case is one from the start.
    pub passed_by: Option<Vec<f64>>,
    /// Chance to be on record as open at that age.
    pub open: Vec<f64>,
}

/// Cases of about one age, open on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waiting {
    /// Channel, in the records' numbers.
    pub channel: usize,
    /// Whether they are opportunities already where leads become such on a day of
    /// their own.
    pub qualified: bool,
    /// When they were created, or became opportunities.
    pub created: Day,
    /// When they are known to be open.
    pub open_on: Day,
    /// How many.
    pub count: u64,
}

impl Track {
    /// An age in days as steps.
    fn place(&self, days: f64) -> f64 {
        days / DAYS_A_MONTH * self.steps as f64
    }

    /// Chance to be open as it is at one age and won by a later one, both in steps.
    /// What became an opportunity before the first age waits as one no more, so a
    /// lead counts only where it passes after it.
    fn won_after(&self, from: f64, until: f64) -> f64 {
        let Some(passed_by) = &self.passed_by else {
            return at(&self.won_by, until) - at(&self.won_by, from);
        };
        let first = from.floor() as usize + 1;
        let last = (until.floor() as usize).min(passed_by.len() - 1);
        let (mut before, mut start) = (at(passed_by, from), from);
        let mut sum = 0.0;
        for (step, passed) in passed_by.iter().enumerate().take(last + 1).skip(first) {
            // At any time within the step, so on average in its middle.
            let middle = f64::midpoint(start, step as f64);
            sum += (passed - before) * at(&self.won_by, until - middle);
            (before, start) = (*passed, step as f64);
        }
        sum
    }

    /// Chance of a new case to have been won by an age of so many steps, from 0.
    #[must_use]
    pub fn from_start(&self, longest: usize) -> Vec<f64> {
        match &self.passed_by {
            None => (0..=longest).map(|step| at(&self.won_by, step as f64)).collect(),
            Some(_) => (0..=longest).map(|step| self.won_after(0.0, step as f64)).collect(),
        }
    }

    /// How many of the waiting are to be expected to be won by a day, none before
    /// the day on which they are open.
    #[must_use]
    pub fn expected(&self, waiting: &Waiting, until: Day) -> f64 {
        let age = |day: Day| self.place(day.since(waiting.created).max(0.0));
        let (from, until) = (age(waiting.open_on), age(until));
        if until <= from {
            return 0.0;
        }
        let chance = self.won_after(from, until) / at(&self.open, from).max(1e-12);
        waiting.count as f64 * chance.clamp(0.0, 1.0)
    }

    /// Draws how many of the waiting are won between each two of these days,
    /// which ascend; none before the day on which they are open.
    pub fn wins(&self, waiting: &Waiting, days: &[Day], stream: &mut Stream, wins: &mut [f64]) {
        let age = |day: Day| {
            let day = if day < waiting.open_on { waiting.open_on } else { day };
            self.place(day.since(waiting.created).max(0.0))
        };
        let from = age(waiting.open_on);
        let mut left = waiting.count;
        let mut chance = at(&self.open, from).max(1e-12);
        for (ends, wins) in days.windows(2).zip(wins) {
            let won = self.won_after(from, age(ends[1])) - self.won_after(from, age(ends[0]));
            if won <= 0.0 || left == 0 {
                continue;
            }
            let these = binomial(left, (won / chance).min(1.0), stream);
            *wins += these as f64;
            left -= these;
            chance = (chance - won).max(1e-12);
        }
    }
}

/// A value by age in steps, between the steps on a straight line.
pub fn at(values: &[f64], place: f64) -> f64 {
    let last = values.len() - 1;
    let below = (place.max(0.0).floor() as usize).min(last);
    let above = (below + 1).min(last);
    values[below] + (place - below as f64).clamp(0.0, 1.0) * (values[above] - values[below])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Luck, Place};
    use crate::statistics::Moments;

    /// Of those open at some age a memoryless law wins as if they were new.
    #[test]
    fn who_is_still_open_has_the_chance_that_is_left() {
        let steps = 4;
        let course: Vec<f64> = (0..400).map(|step| 1.0 - 0.9_f64.powi(step)).collect();
        let won_by: Vec<f64> = course.iter().map(|closed| 0.3 * closed).collect();
        let open: Vec<f64> = won_by.iter().map(|won| 1.0 - won).collect();
        let track = Track { steps, won_by: won_by.clone(), passed_by: None, open };
        let created = Day(17_000.0);
        let day = |months: f64| Day(created.0 + months * DAYS_A_MONTH);
        let waiting =
            Waiting { channel: 0, qualified: false, created, open_on: day(1.0), count: 1000 };
        let days = [day(1.0), day(2.0), day(4.0)];
        let mut sums = [Moments::default(); 2];
        for run in 0..400 {
            let mut wins = [0.0; 2];
            let mut stream = Luck::new(1, run).at(Place::new("test")).step(0);
            track.wins(&waiting, &days, &mut stream, &mut wins);
            sums.iter_mut().zip(wins).for_each(|(sum, wins)| sum.add(wins));
        }
        let left = 1.0 - won_by[4];
        let expected = [(won_by[8] - won_by[4]) / left, (won_by[16] - won_by[8]) / left];
        for (sum, share) in sums.iter().zip(expected) {
            let off = (sum.mean() - 1000.0 * share).abs();
            assert!(off < 4.0 * sum.se(), "{} is not {}", sum.mean(), 1000.0 * share);
        }
    }

    /// Half of the leads that are left pass each step, all of the others are won or
    /// lost later: who still waits has the chance of a new lead, whatever his age.
    #[test]
    fn a_lead_that_waits_counts_only_by_what_passes_later() {
        let passed_by: Vec<f64> = (0..200).map(|step| 0.4 * (1.0 - 0.5_f64.powi(step))).collect();
        let open = (0..200).map(|step| 0.5_f64.powi(step)).collect();
        let won_by = (0..200).map(|step| 0.3 * (1.0 - 0.8_f64.powi(step))).collect();
        let track = Track { steps: 4, won_by, passed_by: Some(passed_by), open };
        let new = |age: f64| track.won_after(0.0, age);
        assert!((new(150.0) - 0.4 * 0.3).abs() < 1e-9);
        for from in [1.0, 2.0, 5.0] {
            let left = at(&track.open, from);
            for later in [1.0, 2.5, 10.0, 100.0] {
                let share = track.won_after(from, from + later) / left;
                assert!((share - new(later)).abs() < 1e-9, "{from} {later}: {share}");
            }
        }
    }

    #[test]
    fn nobody_is_won_before_the_day_on_which_he_is_open() {
        let (won_by, open) = (vec![0.0, 0.5, 1.0], vec![1.0, 0.5, 0.0]);
        let track = Track { steps: 4, won_by, passed_by: None, open };
        let created = Day(17_000.0);
        let waiting =
            Waiting { channel: 0, qualified: false, created, open_on: Day(17_040.0), count: 5 };
        let mut stream = Luck::new(1, 0).at(Place::new("test")).step(0);
        let mut wins = [0.0];
        track.wins(&waiting, &[created, Day(17_030.0)], &mut stream, &mut wins);
        assert!(wins[0].abs() < f64::EPSILON);
    }
}
