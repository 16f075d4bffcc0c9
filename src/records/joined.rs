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
    let ended = end(desk, row)?;
    let own = outcome(desk, row, ended, case.created)?
        .ok_or(Refusal::Aside(Oddity::WonWithoutDay, None))?;
    let again = begun.follow(place);
    let case = if row.sheet.file == FileKind::Opportunities {
        Case { qualification: passed(desk, row, &case), ..case }
    } else {
        case
    };
    if again {
        desk.note(row, Oddity::SecondDeal, None);
    }
    if outdone(own, case.outcome, again) {
        if !again {
            desk.note(row, Oddity::LessThanLead, None);
        }
        begun.cases.set(place, &case);
        return Err(Refusal::Noted);
    }
    let followed = follow(desk, row, &case, own)?;
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

/// How a row says that it ended. A row of closed deals is won unless it says
/// something else.
fn end(desk: &mut Desk, row: &Row) -> Result<Standing, Refusal> {
    let tells = [Meaning::Status, Meaning::Stage, Meaning::IsWon].iter().any(|m| row.has(*m));
    let of_deals = row.sheet.file == FileKind::Deals;
    if of_deals && !tells {
        return Ok(Standing::Won);
    }
    let ended = ended(row, standing(desk, row));
    if of_deals && !matches!(ended, Standing::Won | Standing::Lost) {
        return Err(Refusal::Aside(Oddity::NotWon, None));
    }
    Ok(ended)
}

/// The beginning of an opportunity is the qualification of its lead, where that
/// has no day of its own.
fn passed(desk: &mut Desk, row: &Row, case: &Case) -> Qualification {
    let day = row.date_or_none(desk, Meaning::Created);
    match case.qualification {
        Qualification::Passed(Some(day)) => Qualification::Passed(Some(day)),
        _ => Qualification::Passed(
            day.map(|day| if day.0 < case.created.0 { case.created } else { day }),
        ),
    }
}

/// Whether what a row says counts less than what is known of its lead. A lead can
/// have several deals: a win outweighs a loss, and the earliest win is its end.
/// What the lead's own row says is told better by its first deal.
fn outdone(own: Outcome, known: Outcome, again: bool) -> bool {
    let rank = |outcome| match outcome {
        Outcome::Open => 0,
        Outcome::Lost(_) => 1,
        Outcome::Won(_) => 2,
    };
    match (own, known) {
        (Outcome::Won(day), Outcome::Won(first)) if again => first.0 <= day.0,
        _ if again => rank(own) <= rank(known),
        _ => rank(own) < rank(known),
    }
}

/// The case as the row leaves it.
fn follow(desk: &mut Desk, row: &Row, case: &Case, outcome: Outcome) -> Result<Case, Refusal> {
    let stage = if row.has(Meaning::Stage) { Meaning::Stage } else { Meaning::Status };
    let won = matches!(outcome, Outcome::Won(_));
    let customer = row.filled(Meaning::Customer).filter(|_| won);
    Ok(Case {
        outcome,
        amount: amount(desk, row, outcome).or(case.amount.filter(|_| won)),
        segment: row.name_if_any(&mut desk.segments, Meaning::Segment)?.or(case.segment),
        owner: row.person(&mut desk.owners, Meaning::Owner)?.or(case.owner),
        opener: row.person(&mut desk.owners, Meaning::Opener)?.or(case.opener),
        stage: row.name_if_any(&mut desk.stages, stage)?.or(case.stage),
        customer: customer.map(|customer| desk.customers.number(customer)).or(case.customer),
        ..*case
    })
}
