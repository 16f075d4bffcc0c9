//! Which unknowns turn the answer: at which value the other one is ahead.

use crate::figure::{Quantity, Shared, count};
use crate::language::Turned;
use crate::report::grid::Page;
use crate::study::{Study, Turn};

pub(in crate::report) fn write(study: &Study, page: &mut Page) {
    let Some(about) = &study.turns_about else { return };
    let words = &page.words().sweep;
    page.section(words.turns_title);
    let (turning, steady): (Vec<&Turn>, Vec<&Turn>) =
        study.turns.iter().partition(|turn| turn.value.is_some());
    for turn in &turning {
        page.text(&turned(study, turn, page));
    }
    if turning.is_empty() {
        page.text(words.no_turn);
    }
    for turn in steady {
        page.text(&stays(study, turn, page));
    }
    let [uncertain, simulated, left] = [about.uncertain, about.simulated, about.left].map(count);
    page.aside(&(words.turns_cost)(&uncertain, &simulated, &count(about.runs as usize)));
    if about.unclear > 0 {
        page.aside(&(words.turns_unclear)(&count(about.unclear)));
    }
    if about.left > 0 {
        page.aside(&(words.turns_left)(&left));
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
        label: &(page.words().drivers.label)(&turn.subject),
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
    let shared = Shared::by(language, [turn.gap_at_p5, turn.gap_at_p95]);
    let gaps = [turn.gap_at_p5, turn.gap_at_p95].map(|gap| shared.change(gap));
    let name =
        if turn.gap_at_p5 + turn.gap_at_p95 > 0.0 { &turn.candidate } else { &turn.baseline };
    (page.words().sweep.stays)(
        name,
        &(page.words().drivers.label)(&turn.subject),
        &said.range(turn.p5, turn.p95),
        [&gaps[0], &gaps[1]],
    )
}
