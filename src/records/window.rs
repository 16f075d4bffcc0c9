//! Records without their oldest part.

use super::day::Day;
use super::record::Records;

impl Records {
    /// Without the cases that were created before a day.
    #[must_use]
    pub fn since(&self, start: Day) -> Self {
        self.clone().into_since(start)
    }

    /// The same of records that are not needed any more: large ones have no room twice.
    #[must_use]
    pub fn into_since(mut self, start: Day) -> Self {
        self.cases.keep(|case| (case.created.0 >= start.0).then_some(case));
        self.first = if self.first.0 < start.0 { start } else { self.first };
        self
    }
}
