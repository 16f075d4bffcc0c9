//! The written scenario at work beside what it was made from.

use super::Told;
use crate::figure::{count, fixed, rate, short};
use crate::hindsight::{Beside, PastYear, Played, TOLERANCE};
use crate::language::Language;
use crate::report::grid::Page;

/// Customers at the start that are off by more than this part are worth a word.
const OFF: f64 = 0.1;

/// Leads, shares won, deals and bookings: recorded, fitted, played.
pub(in crate::report) fn played(told: &Told, page: &mut Page) {
    let Some(played) = told.played else { return };
    let (words, language) = (&page.words().played, page.language());
    let past = PastYear::new(told.records, told.fitted);
    page.section(words.heading);
    let mut header = vec![String::new()];
    header.extend(words.columns.map(str::to_owned));
    page.table(1, header, rows(told, played, past.as_ref(), language));
    page.aside(&(words.how)(
        past.map(|past| past.months),
        &count(played.runs as usize),
        played.months,
    ));
    changes(played, page);
}

fn rows(
    told: &Told,
    played: &Played,
    past: Option<&PastYear>,
    language: Language,
) -> Vec<Vec<String>> {
    let words = &language.words().played;
    let number = |value: f64| match value {
        small if small < 100.0 => fixed(small, 1),
        middle if middle < 1e5 => fixed(middle, 0),
        large => short(language, large),
    };
    let share = |value: f64| rate(language, value);
    let row =
        |name: &str, recorded: Option<f64>, beside: &Beside, write: &dyn Fn(f64) -> String| {
            let ([_, fitted, _], [low, played, high]) = (beside.fitted, beside.played);
            let runs = if low < high {
                (language.words().units.range)(&write(low), &write(high))
            } else {
                String::new()
            };
            let recorded = recorded.map_or_else(String::new, write);
            vec![name.to_owned(), recorded, write(fitted), write(played), runs]
        };
    let of = |recorded: fn(&PastYear) -> f64| past.map(recorded);
    vec![
        row((words.cases)(told.fitted.of_leads), of(|past| past.cases), &played.cases, &number),
        row(words.share, of(|past| past.share), &played.share, &share),
        row(words.won, of(|past| past.won), &played.won, &number),
        row(words.bookings, of(|past| past.bookings), &played.bookings, &number),
    ]
}

/// What is written otherwise than it was fitted.
fn changes(played: &Played, page: &mut Page) {
    let words = &page.words().played;
    let [least, most] = played.odds.map(|odds| fixed(odds, 2));
    if least != most || least != fixed(1.0, 2) {
        page.text(&(words.raised)(&least, &most));
    }
    if played.stale < 1.0 {
        page.text(&(words.less_lost)(&fixed(played.stale, 2)));
    }
    let ([_, fitted, _], [_, share, _]) = (played.share.fitted, played.share.played);
    if (share / fitted - 1.0).abs() > 2.0 * TOLERANCE {
        page.notice(words.off);
    }
    let [recorded, counted] = played.customers;
    if (counted - recorded).abs() > (OFF * recorded).max(1.0) {
        page.notice(&(words.customers)(&fixed(counted, 0), &fixed(recorded, 0)));
    }
}
