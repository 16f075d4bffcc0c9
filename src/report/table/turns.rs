//! Which unknowns turn the answer: at which value the other one is ahead.

use super::money;
use crate::figure::{Quantity, Scale, count};
use crate::language::{Stays, Turned, TurnsCounted};
use crate::report::grid::Page;
use crate::study::{Study, Turn, TurnsAbout};

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    let Some(about) = &study.turns_about else { return };
    let words = &page.words().sweep;
    page.section(words.turns_title);
    let (turning, steady): (Vec<&Turn>, Vec<&Turn>) =
        study.turns.iter().partition(|turn| turn.value.is_some());
    for turn in &turning {
        page.text(&turned(study, turn, page));
    }
    if about.uncertain == 0 {
        page.text(words.none_uncertain);
        return;
    }
    if turning.is_empty() && about.unclear == 0 {
        page.text(if about.held() == 0 { words.none_held } else { words.no_turn });
    }
    for turn in steady {
        page.text(&stays(study, turn, page));
    }
    page.aside(&counted(about, page));
}

/// How many unknowns there are, and what became of them.
fn counted(about: &TurnsAbout, page: &Page) -> String {
    let some = |number: usize| (number > 0).then(|| count(number));
    let [turning, steady, unclear] = [about.turning, about.steady, about.unclear].map(some);
    let [noise, left, fixed] = [about.noise, about.left, about.fixed].map(some);
    (page.words().sweep.turns_counted)(&TurnsCounted {
        uncertain: &count(about.uncertain),
        held: some(about.held()).as_deref(),
        runs: &count(about.runs as usize),
        turning: turning.as_deref(),
        steady: steady.as_deref(),
        unclear: unclear.as_deref(),
        noise: noise.as_deref(),
        left: left.as_deref(),
        fixed: fixed.as_deref(),
    })
}

/// The unknown as people call it, and whose it is where the other has its own.
fn label(turn: &Turn, page: &Page) -> String {
    let words = page.words();
    let label = (words.drivers.label)(&turn.subject);
    match &turn.scenario {
        Some(scenario) => (words.sweep.whose)(&label, scenario),
        None => (words.sweep.named)(&label),
    }
}

/// "Generalist is ahead on average where … is above 14 % (…)"
fn turned(study: &Study, turn: &Turn, page: &Page) -> String {
    let language = page.language();
    let unit = turn.subject.what.unit();
    let value = turn.value.unwrap_or_default();
    let width = turn.high.unwrap_or(turn.p95) - turn.low.unwrap_or(turn.p5);
    let near =
        Quantity::over(language, unit, &study.currency, (value - width / 2.0, value + width / 2.0));
    let said = Quantity::over(language, unit, &study.currency, (turn.p5, turn.p95));
    let words = &page.words().sweep;
    let interval = match (turn.low, turn.high) {
        (Some(low), Some(high)) => near.range(low, high),
        (Some(low), None) => (words.above)(&near.show(low)),
        (None, Some(high)) => (words.below)(&near.show(high)),
        (None, None) => words.any.to_owned(),
    };
    let several = study.comparisons.len() > 1;
    // Who is behind as things stand is who gets ahead.
    let leads = study.comparisons.iter().find(|one| one.candidate == turn.candidate);
    let candidate_leads = leads.is_some_and(|one| one.gap(study.metric).mean_difference > 0.0);
    let (name, other) = if candidate_leads {
        (&turn.baseline, &turn.candidate)
    } else {
        (&turn.candidate, &turn.baseline)
    };
    (words.turned)(&Turned {
        name,
        other: several.then_some(other),
        label: &label(turn, page),
        above: turn.candidate_above != candidate_leads,
        value: &near.show(value),
        interval: &interval,
        said: &said.range(turn.p5, turn.p95),
    })
}

/// That a number does not turn the answer, with the mean gap at both ends.
fn stays(study: &Study, turn: &Turn, page: &Page) -> String {
    let language = page.language();
    let unit = turn.subject.what.unit();
    let said = Quantity::over(language, unit, &study.currency, (turn.p5, turn.p95));
    let ends = [turn.gap_at_p5, turn.gap_at_p95];
    let scale = Scale::over(language, &ends, turn.gap_at_p5_se.max(turn.gap_at_p95_se));
    let gap = |gap, se| money(page, study, &scale.signed_with_error(gap, se));
    let gaps = [gap(ends[0], turn.gap_at_p5_se), gap(ends[1], turn.gap_at_p95_se)];
    let (mut name, mut other) = (&turn.candidate, &turn.baseline);
    if turn.gap_at_p5 < 0.0 {
        std::mem::swap(&mut name, &mut other);
    }
    (page.words().sweep.stays)(&Stays {
        name,
        other: (study.comparisons.len() > 1).then_some(other),
        label: &label(turn, page),
        said: &said.range(turn.p5, turn.p95),
        gaps: [&gaps[0], &gaps[1]],
    })
}
