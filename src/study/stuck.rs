//! Where an organisation is stuck: the work that lacks most hours.

use super::{Forecast, WorkHours};

/// Work met at least this far is not what holds an organisation back.
const KEPT_UP: f64 = 0.9;

impl WorkHours {
    /// Share of the hours asked that were given, 0 to 1; 1 where none were asked.
    #[must_use]
    pub fn met(&self) -> f64 {
        if self.demanded > 0.0 { (self.supplied / self.demanded).clamp(0.0, 1.0) } else { 1.0 }
    }
}

impl Forecast {
    /// The kinds of work that go short, those with most hours missing first.
    /// Prospecting comes last: there are always more prospects than hours, so
    /// that it goes short says little as long as anything else does.
    #[must_use]
    pub fn stuck(&self) -> Vec<(&str, &WorkHours)> {
        let missing = |work: &WorkHours| work.demanded - work.supplied;
        let mut short: Vec<(&str, &WorkHours)> = self
            .work
            .iter()
            .filter(|(_, work)| work.met() < KEPT_UP)
            .map(|(kind, work)| (kind.as_str(), work))
            .collect();
        short.sort_by(|(_, a), (_, b)| {
            a.prospecting.cmp(&b.prospecting).then(missing(b).total_cmp(&missing(a)))
        });
        short
    }
}
