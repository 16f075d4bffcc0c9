//! Who is ahead in which months, told from what the runs cannot tell.

use crate::language::Course;
use crate::study::MonthlyBand;

/// Medians nearer to each other than this share of the band are no lead.
const ALIKE: f64 = 0.04;

/// By how much a candidate's median is ahead, by month.
pub struct Lead {
    /// In currency; 0 where it is no more than the runs can tell.
    by: Vec<f64>,
}

impl Lead {
    /// From the months of both, over `runs` runs.
    pub fn new(ours: &MonthlyBand, theirs: &MonthlyBand, runs: usize) -> Self {
        let runs = f64::from(u32::try_from(runs.max(1)).unwrap_or(u32::MAX));
        let month = |place: usize| {
            let lead = ours.p50[place] - theirs.p50[place];
            let spread =
                (ours.p90[place] - ours.p10[place]).max(theirs.p90[place] - theirs.p10[place]);
            // About twice the standard error of a difference of two medians.
            let blur = 1.4 / runs.sqrt();
            if lead.abs() > spread * blur.max(ALIKE) { lead } else { 0.0 }
        };
        let shortest = [&ours.p50, &ours.p10, &ours.p90, &theirs.p50, &theirs.p10, &theirs.p90];
        let months = shortest.into_iter().map(Vec::len).min().unwrap_or(0);
        Self { by: (0..months).map(month).collect() }
    }

    /// In which months who is ahead; none where there is no month.
    pub fn course<'n>(&self, candidate: &'n str, baseline: &'n str) -> Option<Course<'n>> {
        let months = self.by.len();
        let count = |sign: f64| self.by.iter().filter(|&&lead| lead * sign > 0.0).count();
        let (ahead, behind) = (count(1.0), count(-1.0));
        let (name, sign, most) =
            if ahead >= behind { (candidate, 1.0, ahead) } else { (baseline, -1.0, behind) };
        let first = self.by.iter().position(|&lead| lead * sign > 0.0).unwrap_or(0);
        match most {
            _ if months == 0 => None,
            1 if months == 1 => Some(Course::Only(name)),
            all if all == months => Some(Course::Every(name, self.pull(sign))),
            on if on > 1 && on == months - first => Some(Course::From(name, first + 1)),
            // A few months here and there are no finding.
            few if 2 * few < months => Some(Course::Alike(candidate, baseline)),
            many => Some(Course::Many(name, many, months)),
        }
    }

    /// Whether the lead grows (1) or shrinks (−1) from the first third to the last.
    fn pull(&self, sign: f64) -> i8 {
        let third = self.by.len() / 3;
        let lead = |months: &[f64]| months.iter().sum::<f64>() * sign;
        let (first, last) = (lead(&self.by[..third]), lead(&self.by[self.by.len() - third..]));
        match third {
            0 | 1 => 0,
            _ if last > 1.25 * first => 1,
            _ if last < 0.8 * first => -1,
            _ => 0,
        }
    }
}
