//! How far runs went that were to reach a precision, in a sentence.

use super::table::metric_name;
use crate::figure::{count, rate};
use crate::language::Language;
use crate::study::{Reached, Study};

/// What was reached, where that is what was asked for.
#[must_use]
pub fn reached(study: &Study, language: Language) -> Option<String> {
    let reached = study.reached.filter(Reached::is_enough)?;
    let words = &language.words().table;
    let [asked, within] = [reached.goal.within, reached.within].map(|half| rate(language, half));
    let metric = metric_name(words, reached.goal.metric);
    Some((words.precise)(metric, !study.comparisons.is_empty(), &asked, &within))
}

/// How far it got, where that is less than what was asked for; without its full
/// stop.
#[must_use]
pub fn shortfall(study: &Study, language: Language) -> Option<String> {
    let reached = study.reached.filter(|reached| !reached.is_enough())?;
    let words = &language.words().table;
    let [asked, within] = [reached.goal.within, reached.within].map(|half| rate(language, half));
    let runs = count(study.runs);
    let got = reached.within.is_finite().then_some((&*runs, &*within));
    Some((words.imprecise)(metric_name(words, reached.goal.metric), &asked, got))
}
