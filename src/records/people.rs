//! Who worked when in which role.

use super::desk::{Desk, Refusal};
use super::field::Meaning;
use super::findings::Oddity;
use super::record::Employment;
use super::row::Row;

/// One row of the file of people.
///
/// # Errors
/// With why the row is not used.
pub fn employment(desk: &mut Desk, row: &Row) -> Result<Employment, Refusal> {
    let missing = |meaning| Refusal::Aside(Oddity::Missing, Some(meaning));
    let person =
        row.person(&mut desk.people, Meaning::Person)?.ok_or_else(|| missing(Meaning::Person))?;
    let role =
        row.name_if_any(&mut desk.roles, Meaning::Role)?.ok_or_else(|| missing(Meaning::Role))?;
    let start = row.date_or_none(desk, Meaning::Start);
    let end = row.date_or_none(desk, Meaning::End);
    if start.zip(end).is_some_and(|(start, end)| end.0 < start.0) {
        return Err(Refusal::Aside(Oddity::LeftBefore, Some(Meaning::End)));
    }
    let hours = number(desk, row, Meaning::Hours);
    let cost = number(desk, row, Meaning::Cost);
    Ok(Employment { person, role, start, end, hours, cost })
}

/// A number above 0, or no selling hours; a cost tells its currency.
fn number(desk: &mut Desk, row: &Row, meaning: Meaning) -> Option<f64> {
    let amount = row.number(desk, meaning)?;
    if amount.value == 0.0 && meaning == Meaning::Hours {
        return Some(0.0);
    }
    if amount.value <= 0.0 {
        let oddity = if amount.value < 0.0 { Oddity::Negative } else { Oddity::Zero };
        desk.note(row, oddity, Some(meaning));
        return None;
    }
    if meaning == Meaning::Cost {
        row.meet_currency(desk, &amount);
    }
    Some(amount.value)
}
