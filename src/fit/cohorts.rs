//! Cases that came in the same quarter, and how they convert with age: does one
//! law hold for all of them?

use super::closing::recorded::{self, Point};
use super::closing::{Ages, Law};
use super::conversion;
use crate::records::{Day, Records};

/// Cases of a quarter.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// First month of the quarter, counted as [`Day::month`] does.
    pub month: i32,
    /// How many cases.
    pub cases: f64,
    /// Share won by age, recorded against the law of all.
    pub curve: Vec<Point>,
}

/// At most so many cohorts: the latest.
const MOST: usize = 12;

/// The cohorts of cases created on or after `from`, the earliest first; where leads
/// must qualify, of opportunities by the day on which they became such.
#[must_use]
pub fn of(records: &Records, from: Day, steps: usize, law: &Law) -> Vec<Cohort> {
    let quarter = |day: Day| day.month().div_euclid(3);
    let (first, qualified) = (quarter(from), conversion::qualified(records));
    let mut ages: Vec<Ages> = Vec::new();
    for case in records.cases.iter().filter(|case| case.created >= from) {
        let Some(begun) = conversion::start(&case, qualified) else { continue };
        let at = (quarter(begun) - first) as usize;
        if ages.len() <= at {
            ages.resize(at + 1, Ages::new(steps));
        }
        if let Some(fate) = conversion::fate(&case, qualified, records.last) {
            ages[at].add(fate);
        }
    }
    let cohort = |(quarter, ages): (i32, &Ages)| Cohort {
        month: 3 * quarter,
        cases: ages.cases(),
        curve: recorded::curve(ages, law),
    };
    let skipped = ages.len().saturating_sub(MOST);
    let seen = |cohort: &Cohort| !cohort.curve.is_empty();
    (first..).zip(&ages).skip(skipped).map(cohort).filter(seen).collect()
}
