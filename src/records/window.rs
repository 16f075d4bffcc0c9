//! Records as they stood on an earlier day.

use super::cases::Cases;
use super::day::Day;
use super::record::{Case, Employment, Outcome, Qualification, Records};

impl Records {
    /// What was known at the beginning of a day: later cases and orders are not
    /// there, later wins, losses and qualifications have not happened, and who
    /// left later is still there. Names, findings and columns stay as they are.
    #[must_use]
    pub fn until(&self, end: Day) -> Self {
        let earlier = |day: &Day| day.0 < end.0;
        let mut kept = Cases::default();
        self.cases
            .iter()
            .filter(|case| earlier(&case.created))
            .for_each(|case| kept.push(&as_of(case, end)));
        let people = self.people.iter().filter(|person| person.start.is_none_or(|d| earlier(&d)));
        let people = people.map(|person| Employment { end: person.end.filter(earlier), ..*person });
        Self {
            cases: kept,
            people: people.collect(),
            orders: self.orders.iter().filter(|order| earlier(&order.day)).copied().collect(),
            last: if self.last.0 < end.0 { self.last } else { end },
            ..self.without_rows()
        }
    }

    /// Without the cases that were created before a day.
    #[must_use]
    pub fn since(&self, start: Day) -> Self {
        let mut kept = Cases::default();
        let later = self.cases.iter().filter(|case| case.created.0 >= start.0);
        later.for_each(|case| kept.push(&case));
        Self {
            cases: kept,
            people: self.people.clone(),
            orders: self.orders.clone(),
            first: if self.first.0 < start.0 { start } else { self.first },
            ..self.without_rows()
        }
    }

    /// Everything but the rows, so that these are not copied in vain.
    fn without_rows(&self) -> Self {
        Self {
            cases: Cases::default(),
            people: Vec::new(),
            orders: Vec::new(),
            channels: self.channels.clone(),
            segments: self.segments.clone(),
            stages: self.stages.clone(),
            roles: self.roles.clone(),
            currency: self.currency.clone(),
            findings: self.findings.clone(),
            taken: self.taken.clone(),
            files: self.files.clone(),
            ..*self
        }
    }
}

/// A case without what happened later. An undated loss may have happened later
/// or before: it stays.
fn as_of(case: Case, end: Day) -> Case {
    let later = |day: Day| day.0 >= end.0;
    let qualification = match case.qualification {
        Qualification::Passed(Some(day)) if later(day) => Qualification::Pending,
        told => told,
    };
    match case.outcome {
        Outcome::Won(day) | Outcome::Lost(Some(day)) if later(day) => Case {
            outcome: Outcome::Open,
            qualification,
            amount: None,
            customer: None,
            stage: None,
            ..case
        },
        _ => Case { qualification, ..case },
    }
}
