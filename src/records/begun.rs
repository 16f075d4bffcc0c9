//! A row that begins a case: a lead or an opportunity.

use super::cases::Cases;
use super::desk::{Desk, Refusal};
use super::ending::{amount, ended, outcome, standing};
use super::field::{FileKind, Meaning};
use super::findings::Oddity;
use super::ids::{Ids, Met, hash};
use super::record::{Case, Outcome, Qualification};
use super::row::Row;
use super::standing::Standing;

/// Cases with their ids.
#[derive(Debug, Default)]
pub struct Begun {
    /// The cases.
    pub cases: Cases,
    /// Their rows by id.
    pub ids: Ids,
    /// Which of them a row of another file was joined to, by place; shorter where
    /// the rest has none.
    followed: Vec<bool>,
    /// Whether the days of wins may stand in another file.
    joined: bool,
}

impl Begun {
    /// Cases to which other files may be joined, or none.
    #[must_use]
    pub fn new(joined: bool) -> Self {
        Self { joined, ..Self::default() }
    }

    /// Takes note that a row is joined to a case; whether one was already.
    pub fn follow(&mut self, place: usize) -> bool {
        if self.followed.len() <= place {
            self.followed.resize(place + 1, false);
        }
        std::mem::replace(&mut self.followed[place], true)
    }

    /// Takes a row; one whose id is known already is set aside.
    ///
    /// # Errors
    /// With why the row is not used.
    pub fn take(&mut self, desk: &mut Desk, row: &Row) -> Result<(), Refusal> {
        let case = self.read(desk, row)?;
        let Some(id) = row.filled(Meaning::Id) else {
            if row.has(Meaning::Id) {
                desk.note(row, Oddity::NoId, Some(Meaning::Id));
            }
            self.ids.nameless();
            self.cases.push(&case);
            return Ok(());
        };
        match self.ids.insert(hash(id)) {
            Met::New(_) => self.cases.push(&case),
            Met::Known(first) if self.cases.get(first) == case => {
                return Err(Refusal::Aside(Oddity::Twice, Some(Meaning::Id)));
            }
            Met::Known(_) => {
                return Err(Refusal::Aside(Oddity::TwiceDifferent, Some(Meaning::Id)));
            }
        }
        Ok(())
    }

    /// Once opportunities were joined, a lead without one was not found fit yet;
    /// a lead that is won was.
    pub fn settle_qualification(&mut self) {
        for place in 0..self.cases.len() {
            let case = self.cases.get(place);
            let qualification = match (case.qualification, case.outcome) {
                (Qualification::Untold | Qualification::Pending, Outcome::Won(_)) => {
                    Qualification::Passed(None)
                }
                (Qualification::Untold, _) => Qualification::Pending,
                _ => continue,
            };
            self.cases.set(place, &Case { qualification, ..case });
        }
    }

    fn read(&self, desk: &mut Desk, row: &Row) -> Result<Case, Refusal> {
        let said = standing(desk, row);
        let ended = ended(row, said);
        let created = match row.needed_date(desk, Meaning::Created) {
            Err(Refusal::Aside(Oddity::Missing, column)) => {
                return Err(Refusal::Aside(unbegun(row.sheet.file, ended), column));
            }
            day => day?,
        };
        let outcome = match outcome(desk, row, ended, created)? {
            Some(outcome) => outcome,
            None if self.joined => {
                desk.note(row, Oddity::WonElsewhere, None);
                Outcome::Open
            }
            None => return Err(Refusal::Aside(Oddity::WonWithoutDay, None)),
        };
        if row.has(Meaning::Channel) && row.text(Meaning::Channel).is_empty() {
            desk.note(row, Oddity::NoChannel, Some(Meaning::Channel));
        }
        let stage = if row.has(Meaning::Stage) { Meaning::Stage } else { Meaning::Status };
        let customer = row.filled(Meaning::Customer).filter(|_| matches!(outcome, Outcome::Won(_)));
        let mut case = Case {
            created,
            channel: row.name(&mut desk.channels, Meaning::Channel)?,
            segment: row.name_if_any(&mut desk.segments, Meaning::Segment)?,
            qualification: Qualification::Untold,
            outcome,
            amount: amount(desk, row, outcome),
            owner: row.person(&mut desk.owners, Meaning::Owner)?,
            opener: row.person(&mut desk.owners, Meaning::Opener)?,
            stage: row.name_if_any(&mut desk.stages, stage)?,
            customer: customer.map(|customer| desk.customers.number(customer)),
        };
        if row.sheet.file == FileKind::Leads {
            case.qualification = qualification(desk, row, said, &case);
        }
        Ok(case)
    }
}

/// An open opportunity without a beginning waits for one; anything else lacks it.
fn unbegun(file: FileKind, ended: Standing) -> Oddity {
    match ended {
        Standing::Won | Standing::Lost => Oddity::ClosedUnbegun,
        _ if file == FileKind::Opportunities => Oddity::NotBegun,
        _ => Oddity::Missing,
    }
}

/// Whether a lead was found fit: by the day of it, or else by its status.
fn qualification(desk: &mut Desk, row: &Row, said: Standing, case: &Case) -> Qualification {
    let meaning = Meaning::Qualified;
    if row.filled(meaning).is_some() {
        let day = row.date_or_none(desk, meaning);
        let early = |day: &super::day::Day| day.0.floor() < case.created.0.floor();
        if day.as_ref().is_some_and(early) {
            desk.note(row, Oddity::QualifiedBefore, Some(meaning));
            return Qualification::Passed(None);
        }
        // On the same day a date without a time may seem to lie before.
        let day = day.map(|day| if day.0 < case.created.0 { case.created } else { day });
        return Qualification::Passed(day);
    }
    let won = matches!(case.outcome, Outcome::Won(_));
    match said {
        Standing::Rejected => Qualification::Rejected,
        Standing::Qualified => Qualification::Passed(None),
        _ if won && row.has(meaning) => {
            desk.note(row, Oddity::WonUnqualified, Some(meaning));
            Qualification::Passed(None)
        }
        _ if row.has(meaning) || row.has(Meaning::Status) || row.has(Meaning::Stage) => {
            Qualification::Pending
        }
        _ => Qualification::Untold,
    }
}
