//! What makes the gap, and what would be left of it without better people.

use super::money;
use crate::figure::{Scale, count};
use crate::language::{Language, Left, Unskilled};
use crate::report::grid::Page;
use crate::study::causes::Group;
use crate::study::{CausesAbout, MeanChange, Study};

/// Places where two companies differ that are named.
const NAMED: usize = 5;

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    let Some(about) = &study.causes_about else { return };
    let words = &page.words().causes;
    let (baseline, candidate) = (about.baseline.as_str(), about.candidate.as_str());
    page.section(&(words.section)(baseline, candidate));
    if study.causes.is_empty() {
        page.text(&(words.alike)(candidate, baseline));
        return;
    }
    page.headline(&sceptic(study, about, page));
    table(study, about, page);
    let label = |group: &Group| words.labels[*group as usize];
    let labels = |groups: &[Group]| groups.iter().map(label).collect::<Vec<_>>();
    for (groups, tell) in [(&about.same, words.same), (&about.idle, words.idle)] {
        if !groups.is_empty() {
            page.text(&tell(&labels(groups)));
        }
    }
    if !about.company.is_empty() {
        let named: Vec<&str> = about.company.iter().take(NAMED).map(String::as_str).collect();
        let further = about.company.len() - named.len();
        page.text(&(words.company)(candidate, &named, further));
    }
    page.aside(&(words.method)(baseline, candidate, about.worlds, &count(study.runs)));
}

/// A row a cause, and the gap that they add up to.
fn table(study: &Study, about: &CausesAbout, page: &mut Page) {
    let words = &page.words().causes;
    let scale = scale(study, about, page.language());
    let row = |label: &str, amount: f64, (low, high): (f64, f64)| {
        vec![label.to_owned(), scale.signed(amount), scale.bounds(low, high)]
    };
    let causes = study.causes.iter();
    let mut rows: Vec<Vec<String>> = causes
        .map(|one| row(words.labels[one.group as usize], one.contribution, one.interval()))
        .collect();
    rows.push(row(words.together, about.gap.mean_difference, about.gap.interval()));
    let [adds, interval] = (words.columns)(about.metric.measure());
    let adds = (page.words().units.in_currency)(adds, &study.currency);
    page.table(1, vec![String::new(), adds, interval.to_owned()], rows);
}

/// The scale that all of them share: no digit that the least certain lacks.
fn scale(study: &Study, about: &CausesAbout, language: Language) -> Scale {
    let error = study.causes.iter().map(|one| one.se).fold(about.gap.se, f64::max);
    let all = study.causes.iter().map(|one| one.contribution);
    let all: Vec<f64> = std::iter::once(about.gap.mean_difference).chain(all).collect();
    Scale::over(language, &all, error)
}

/// What would be left of the gap if the candidate's people were no better.
fn sceptic(study: &Study, about: &CausesAbout, page: &Page) -> String {
    let words = &page.words().causes;
    let Some(rest) = &about.without_skill else {
        return (words.no_skill)(&about.candidate, &about.baseline);
    };
    let MeanChange { mean_difference, se } = *rest;
    let (low, high) = rest.interval();
    let scale = Scale::over(page.language(), &[mean_difference, low, high], se);
    let left = about.left(rest);
    let amount = match left {
        Left::Unclear => scale.signed(mean_difference),
        _ => scale.show(mean_difference.abs()),
    };
    (words.unskilled)(&Unskilled {
        baseline: &about.baseline,
        candidate: &about.candidate,
        measure: about.metric.measure(),
        amount: &money(page, study, &amount),
        interval: &scale.signed_range(low, high),
        worse: study.worse_at_work(),
        left,
    })
}
