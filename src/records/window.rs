//! Records without their oldest part.

use super::cases::Cases;
use super::day::Day;
use super::record::Records;

impl Records {
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
            standings: self.standings.clone(),
            roles: self.roles.clone(),
            currency: self.currency.clone(),
            findings: self.findings.clone(),
            taken: self.taken.clone(),
            files: self.files.clone(),
            ..*self
        }
    }
}
