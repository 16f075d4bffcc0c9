//! How a row says that its case ended.

use super::day::Day;
use super::desk::{Desk, Refusal};
use super::field::Meaning;
use super::findings::{Oddity, ZONE_DAYS};
use super::record::Outcome;
use super::row::Row;
use super::standing::{Standing, is_no, is_open, is_yes};

/// What a row's status and stage say together.
pub fn standing(desk: &mut Desk, row: &Row) -> Standing {
    let status = desk.standings.of(row.text(Meaning::Status));
    status.or(desk.standings.of(row.text(Meaning::Stage)))
}

/// Won, lost or open: what the texts say decides, then the ticks, then the
/// dates of a win and a loss. The date of a close alone decides nothing: of an
/// open case it is an expectation.
#[must_use]
pub fn ended(row: &Row, said: Standing) -> Standing {
    match said {
        Standing::Won | Standing::Lost | Standing::Rejected => said,
        _ if is_yes(row.text(Meaning::IsWon)) => Standing::Won,
        // Closed and not won, where both are told.
        _ if is_yes(row.text(Meaning::IsClosed)) && row.has(Meaning::IsWon) => Standing::Lost,
        _ if is_open(row.text(Meaning::Status)) => said,
        _ if is_dated(row, Meaning::Won) => Standing::Won,
        _ if is_dated(row, Meaning::Lost) => Standing::Lost,
        _ => said,
    }
}

/// Whether a cell holds something other than a tick: a column called "won" can
/// hold the day of the win or a yes.
fn is_dated(row: &Row, meaning: Meaning) -> bool {
    row.filled(meaning).is_some_and(|text| !is_yes(text) && !is_no(text))
}

/// The outcome of a case that began on a day. A win that has no day is no
/// outcome: `None`.
///
/// # Errors
/// With why the row is not used.
pub fn outcome(
    desk: &mut Desk,
    row: &Row,
    ended: Standing,
    created: Day,
) -> Result<Option<Outcome>, Refusal> {
    let own = match ended {
        Standing::Won => Meaning::Won,
        Standing::Lost | Standing::Rejected => Meaning::Lost,
        _ => return Ok(Some(Outcome::Open)),
    };
    let meaning = if is_dated(row, own) { own } else { Meaning::Closed };
    let closed = match row.date(desk, meaning) {
        Ok(day) => day,
        // A loss without a day is of use, a win is not.
        Err(fault) if ended == Standing::Won => {
            return Err(Refusal::Aside(Oddity::NeededDate(fault), Some(meaning)));
        }
        Err(fault) => {
            desk.note(row, Oddity::Date(fault), Some(meaning));
            None
        }
    };
    let closed = closed.map(|day| after(desk, row, meaning, created, day)).transpose()?;
    Ok(match (ended, closed) {
        (Standing::Won, day) => day.map(Outcome::Won),
        (Standing::Lost, None) => {
            desk.note(row, Oddity::LostWithoutDay, None);
            Some(Outcome::Lost(None))
        }
        (_, day) => Some(Outcome::Lost(day)),
    })
}

/// The day of a close, not before the beginning.
fn after(
    desk: &mut Desk,
    row: &Row,
    meaning: Meaning,
    created: Day,
    closed: Day,
) -> Result<Day, Refusal> {
    let days = closed.since(created);
    if days < -ZONE_DAYS {
        return Err(Refusal::Aside(Oddity::ClosedBefore, Some(meaning)));
    }
    if days < 0.0 {
        desk.note(row, Oddity::ClosedJustBefore, Some(meaning));
        return Ok(created);
    }
    if closed.0.floor() <= created.0.floor() {
        desk.note(row, Oddity::SameDay, Some(meaning));
    }
    Ok(closed)
}

/// What a won case was sold for; what stands beside other cases is noted.
pub fn amount(desk: &mut Desk, row: &Row, outcome: Outcome) -> Option<f64> {
    let amount = row.number(desk, Meaning::Amount);
    let other = match (outcome, amount) {
        (Outcome::Won(_), Some(amount)) if amount.value > 0.0 => {
            row.meet_currency(desk, &amount);
            return Some(amount.value);
        }
        (Outcome::Won(_), Some(amount)) if amount.value < 0.0 => Some(Oddity::Negative),
        (Outcome::Won(_), Some(_)) => Some(Oddity::Zero),
        // An amount that cannot be read is noted already.
        (Outcome::Won(_), None) => {
            let empty = row.has(Meaning::Amount) && row.filled(Meaning::Amount).is_none();
            empty.then_some(Oddity::NoAmount)
        }
        // Zero is how some systems leave a lost case.
        (_, Some(amount)) if amount.value == 0.0 => None,
        (Outcome::Lost(_), Some(_)) => Some(Oddity::AmountOfLost),
        (Outcome::Open, Some(_)) => Some(Oddity::AmountOfOpen),
        (_, None) => None,
    };
    if let Some(oddity) = other {
        desk.note(row, oddity, Some(Meaning::Amount));
    }
    None
}
