//! Rows that go on with a lead: its deal or its opportunity.

use super::begun::Begun;
use super::desk::{Desk, Refusal};
use super::ending::{amount, ended, outcome, standing};
use super::field::{FileKind, Meaning};
use super::findings::Oddity;
use super::ids::hash;
use super::record::{Case, Outcome, Qualification};
use super::row::Row;
use super::standing::Standing;

/// Joins a row to its lead.
///
/// # Errors
/// With why the row is not used.
pub fn join(begun: &mut Begun, desk: &mut Desk, row: &Row) -> Result<(), Refusal> {
    let place = lead(begun, row)?;
    let case = begun.cases.get(place);
    let followed = match row.sheet.file {
        FileKind::Deals => deal(desk, row, &case)?,
        _ => opportunity(desk, row, &case)?,
    };
    begun.cases.set(place, &followed);
    Ok(())
}

/// The lead that a row names. Where it names several, separated by semicolons,
/// the first that is known.
fn lead(begun: &Begun, row: &Row) -> Result<usize, Refusal> {
    let aside = |oddity| Refusal::Aside(oddity, Some(Meaning::Lead));
    let text = row.filled(Meaning::Lead).ok_or_else(|| aside(Oddity::NoLead))?;
    let find = |id: &str| begun.ids.find(hash(id.trim()));
    find(text).or_else(|| text.split(';').find_map(find)).ok_or_else(|| aside(Oddity::UnknownLead))
}

/// A row of closed deals: won unless it says something else.
fn deal(desk: &mut Desk, row: &Row, case: &Case) -> Result<Case, Refusal> {
    let tells = [Meaning::Status, Meaning::Stage, Meaning::IsWon].iter().any(|m| row.has(*m));
    let ended = if tells { ended(row, standing(row)) } else { Standing::Won };
    if !matches!(ended, Standing::Won | Standing::Lost) {
        return Err(Refusal::Aside(Oddity::NotWon, None));
    }
    follow(desk, row, case, ended)
}

/// A row of opportunities: its beginning is the lead's qualification.
fn opportunity(desk: &mut Desk, row: &Row, case: &Case) -> Result<Case, Refusal> {
    let day = row.date_or_none(desk, Meaning::Created);
    let early = day.is_some_and(|day| day.0 < case.created.0);
    let passed = match case.qualification {
        Qualification::Passed(Some(day)) => Some(day),
        _ => day.map(|day| if early { case.created } else { day }),
    };
    let case = Case { qualification: Qualification::Passed(passed), ..*case };
    follow(desk, row, &case, ended(row, standing(row)))
}

/// The case as the row leaves it. A lead can have several deals: the earliest
/// win is its outcome, and a win outweighs a loss.
fn follow(desk: &mut Desk, row: &Row, case: &Case, ended: Standing) -> Result<Case, Refusal> {
    let outcome = outcome(desk, row, ended, case.created)?
        .ok_or(Refusal::Aside(Oddity::WonWithoutDay, None))?;
    let weaker = match (case.outcome, outcome) {
        (Outcome::Won(first), Outcome::Won(day)) => {
            desk.note(row, Oddity::SecondDeal, None);
            first.0 <= day.0
        }
        (Outcome::Won(_), _) | (Outcome::Lost(_), Outcome::Open | Outcome::Lost(_)) => true,
        _ => false,
    };
    if weaker {
        return Err(Refusal::Noted);
    }
    let stage = if row.has(Meaning::Stage) { Meaning::Stage } else { Meaning::Status };
    let customer = row.filled(Meaning::Customer).filter(|_| matches!(outcome, Outcome::Won(_)));
    let amount = amount(desk, row, outcome);
    Ok(Case {
        outcome,
        amount: amount.or(case.amount.filter(|_| matches!(outcome, Outcome::Won(_)))),
        segment: row.name_if_any(&mut desk.segments, Meaning::Segment)?.or(case.segment),
        owner: row.person(&mut desk.owners, Meaning::Owner)?.or(case.owner),
        opener: row.person(&mut desk.owners, Meaning::Opener)?.or(case.opener),
        stage: row.name_if_any(&mut desk.stages, stage)?.or(case.stage),
        customer: customer.map(|customer| desk.customers.number(customer)).or(case.customer),
        ..*case
    })
}
