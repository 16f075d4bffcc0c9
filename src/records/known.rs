//! The records as they were on an earlier day, for foretelling from it.

use super::day::Day;
use super::record::{Case, Outcome, Qualification, Records};

impl Records {
    /// What was known when `day` began: what came later is not there, and what was
    /// decided later is open. A decision without a date may have been one of the
    /// later ones, so it is open too.
    #[must_use]
    pub fn known_by(&self, day: Day) -> Self {
        self.clone().into_known_by(day)
    }

    /// The same of records that are not needed any more: large ones have no room twice.
    #[must_use]
    pub fn into_known_by(mut self, day: Day) -> Self {
        let early = Early::of(&self);
        self.cases.keep(|case| (case.created < day).then(|| early.as_known(&case, day)));
        self.people.retain(|one| one.start.is_none_or(|start| start < day));
        for one in &mut self.people {
            one.end = one.end.filter(|end| *end < day);
        }
        self.orders.retain(|order| order.day < day);
        // The second before, for the day itself is not seen.
        self.last = if self.last < day { self.last } else { Day(day.0 - 1.0 / 86_400.0) };
        self
    }
}

/// What a case tells before it is decided. Where no open case has an owner, an
/// owner stands for a win, and would foretell it.
#[derive(Debug, Clone, Copy)]
struct Early {
    segment: bool,
    owner: bool,
    opener: bool,
}

impl Early {
    fn of(records: &Records) -> Self {
        let told = |field: fn(&Case) -> bool| {
            records.cases.iter().any(|case| case.outcome == Outcome::Open && field(&case))
        };
        Self {
            segment: told(|case| case.segment.is_some()),
            owner: told(|case| case.owner.is_some()),
            opener: told(|case| case.opener.is_some()),
        }
    }

    /// A case as it was when `day` began.
    fn as_known(self, case: &Case, day: Day) -> Case {
        let before = |when: Option<Day>| when.is_some_and(|when| when < day);
        let outcome = match case.outcome {
            Outcome::Won(when) if when < day => case.outcome,
            Outcome::Lost(when) if before(when) => case.outcome,
            _ => Outcome::Open,
        };
        let qualification = match case.qualification {
            Qualification::Passed(when) if before(when) => case.qualification,
            Qualification::Untold => Qualification::Untold,
            _ => Qualification::Pending,
        };
        let (decided, won) = (outcome != Outcome::Open, matches!(outcome, Outcome::Won(_)));
        Case {
            outcome,
            qualification,
            amount: case.amount.filter(|_| won),
            customer: case.customer.filter(|_| won),
            segment: case.segment.filter(|_| decided || self.segment),
            owner: case.owner.filter(|_| decided || self.owner),
            opener: case.opener.filter(|_| decided || self.opener),
            // The stage on record is that of the last day.
            stage: None,
            ..*case
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(created: f64, outcome: Outcome) -> Case {
        Case {
            created: Day(created),
            channel: 0,
            segment: None,
            qualification: Qualification::Untold,
            outcome,
            amount: matches!(outcome, Outcome::Won(_)).then_some(100.0),
            owner: matches!(outcome, Outcome::Won(_)).then_some(3),
            opener: None,
            stage: Some(1),
            customer: None,
        }
    }

    #[test]
    fn what_happened_later_is_open_and_without_a_trace_of_it() {
        let all = [
            case(17_000.0, Outcome::Won(Day(17_010.0))),
            case(17_000.0, Outcome::Won(Day(17_100.0))),
            case(17_001.0, Outcome::Lost(Some(Day(17_100.0)))),
            case(17_001.0, Outcome::Lost(None)),
            case(17_060.0, Outcome::Open),
        ];
        let known = Early { segment: false, owner: false, opener: false };
        let then: Vec<Case> = all.iter().map(|case| known.as_known(case, Day(17_050.0))).collect();
        assert_eq!(then[0].outcome, Outcome::Won(Day(17_010.0)));
        assert_eq!((then[0].amount, then[0].owner), (Some(100.0), Some(3)));
        for case in &then[1..] {
            assert_eq!(case.outcome, Outcome::Open);
            assert_eq!((case.amount, case.owner, case.stage), (None, None, None));
        }
    }

    #[test]
    fn a_decision_on_the_day_itself_is_not_known_yet() {
        let known = Early { segment: false, owner: false, opener: false };
        let won = case(17_000.0, Outcome::Won(Day(17_050.0)));
        assert_eq!(known.as_known(&won, Day(17_050.0)).outcome, Outcome::Open);
        assert_eq!(known.as_known(&won, Day(17_050.5)).outcome, won.outcome);
    }
}
