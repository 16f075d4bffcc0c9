//! How far runs went that were to reach a precision, in a sentence.

use super::figures::count;
use crate::figure::rate;
use crate::study::{Reached, Study};

/// What was reached, where that is what was asked for.
#[must_use]
pub fn reached(study: &Study) -> Option<String> {
    let reached = study.reached.filter(Reached::is_enough)?;
    let differences = if study.comparisons.is_empty() { "" } else { " and the mean differences" };
    Some(format!(
        "Runs were added until the 95 % intervals of mean {}{differences} were within ±{}: they are within ±{}.",
        reached.goal.metric,
        rate(reached.goal.within),
        rate(reached.within),
    ))
}

/// How far it got, where that is less than what was asked for.
#[must_use]
pub fn shortfall(study: &Study) -> Option<String> {
    let reached = study.reached.filter(|reached| !reached.is_enough())?;
    let got = if reached.within.is_finite() {
        format!(
            "after {} runs, the most that are made, it is ±{}",
            count(study.runs),
            rate(reached.within)
        )
    } else {
        "a mean is 0, and nothing is precise beside it".to_owned()
    };
    Some(format!(
        "the precision of ±{} for mean {} was not reached: {got}",
        rate(reached.goal.within),
        reached.goal.metric,
    ))
}
