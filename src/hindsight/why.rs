//! Why months went otherwise than foretold, in deals: parts that add up.

use schemars::JsonSchema;
use serde::Serialize;

use crate::language::Cause;
use crate::records::{Day, Outcome, Records};

/// A number: foretold, and as it was.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct Against {
    /// Mean of what was foretold.
    pub foretold: f64,
    /// What happened.
    pub happened: f64,
}

/// How many more deals were won than foretold (fewer: below 0), by what it came
/// from. The four parts add up to what was won less the mean of what was foretold.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct Why {
    /// Cases that came in the months.
    pub cases: Against,
    /// Deals won of them within the months; foretold of as many cases as came.
    pub of_new: Against,
    /// The same by the end of the records.
    pub of_new_by_now: Against,
    /// Deals won within the months of the cases open on the day.
    pub of_open: Against,
    /// The same by the end of the records.
    pub of_open_by_now: Against,
    /// In deals: other cases came than foretold, more or fewer, earlier or later.
    pub arrivals: f64,
    /// In deals: of the cases that came more or fewer were won, by all that is on
    /// record of them.
    pub share_of_new: f64,
    /// In deals: the same of the cases that were open on the day.
    pub share_of_open: f64,
    /// In deals: of both, what was won earlier or later than foretold.
    pub timing: f64,
}

/// What became of cases: deals by the end of the months, and of the records.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Happened {
    /// Cases that came in the months.
    pub cases: f64,
    /// Deals of them.
    pub new: [f64; 2],
    /// Deals of those open on the day.
    pub open: [f64; 2],
}

impl Happened {
    /// In the months from `start` until `end`.
    pub fn new(records: &Records, start: Day, end: Day) -> Self {
        let mut all = Self::default();
        for case in records.cases.iter().filter(|case| case.created < end) {
            let is_new = case.created >= start;
            all.cases += f64::from(u8::from(is_new));
            let Outcome::Won(day) = case.outcome else { continue };
            if day < start {
                continue;
            }
            let deals = if is_new { &mut all.new } else { &mut all.open };
            deals[0] += f64::from(u8::from(day < end));
            deals[1] += 1.0;
        }
        all
    }
}

impl Why {
    /// The parts, in deals.
    #[must_use]
    pub fn parts(&self) -> [(Cause, f64); 4] {
        [
            (Cause::Arrivals, self.arrivals),
            (Cause::ShareOfNew, self.share_of_new),
            (Cause::ShareOfOpen, self.share_of_open),
            (Cause::Timing, self.timing),
        ]
    }

    /// The part that did most in the direction of the whole.
    #[must_use]
    pub fn most(&self) -> (Cause, f64) {
        let parts = self.parts();
        let sign: f64 = parts.iter().map(|(_, deals)| deals).sum::<f64>().signum();
        let more = |a: &&(Cause, f64), b: &&(Cause, f64)| (sign * a.1).total_cmp(&(sign * b.1));
        *parts.iter().max_by(more).expect("there are four")
    }

    /// From what happened; the cases and the deals of new and of open cases that were
    /// foretold; and what the law gives by the end of the months and of the records
    /// for the cases that came, and for those that were open.
    #[must_use]
    pub fn new(
        happened: &Happened,
        [cases, new, open]: [f64; 3],
        law_of_new: [f64; 2],
        law_of_open: [f64; 2],
    ) -> Self {
        // Runs and the law's mean differ a little for open cases: the runs count.
        let scale = if law_of_open[0] > 0.0 { open / law_of_open[0] } else { 1.0 };
        let of_new = Share::new(happened.new, law_of_new);
        let of_open = Share::new(happened.open, law_of_open.map(|deals| scale * deals));
        Self {
            cases: Against { foretold: cases, happened: happened.cases },
            of_new: Against { foretold: law_of_new[0], happened: happened.new[0] },
            of_new_by_now: Against { foretold: law_of_new[1], happened: happened.new[1] },
            of_open: Against { foretold: open, happened: happened.open[0] },
            of_open_by_now: Against {
                foretold: scale * law_of_open[1],
                happened: happened.open[1],
            },
            arrivals: law_of_new[0] - new,
            share_of_new: of_new.share,
            share_of_open: happened.open[0] - open - of_open.timing,
            timing: of_new.timing + of_open.timing,
        }
    }
}

/// More deals than by the law: how many are won, and when.
struct Share {
    share: f64,
    timing: f64,
}

impl Share {
    /// Deals by the end of the months and of the records, as they were and by law.
    fn new(won: [f64; 2], law: [f64; 2]) -> Self {
        let share = if law[1] > 0.0 { law[0] * (won[1] / law[1] - 1.0) } else { 0.0 };
        Self { share, timing: won[0] - law[0] - share }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(new: [f64; 2], open: [f64; 2]) -> Why {
        let happened = Happened { cases: 120.0, new, open };
        // 100 cases were foretold, and 20 deals of them; the 120 that came give 24 by
        // then and 30 in the end, the open ones 10 and 12.
        Why::new(&happened, [100.0, 20.0, 10.0], [24.0, 30.0], [10.0, 12.0])
    }

    #[test]
    fn parts_tell_cases_from_shares_from_timing_and_add_up() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
        let as_the_law_says = why([24.0, 30.0], [10.0, 12.0]);
        for (part, deals) in [
            (as_the_law_says.arrivals, 4.0),
            (as_the_law_says.share_of_new, 0.0),
            (as_the_law_says.share_of_open, 0.0),
            (as_the_law_says.timing, 0.0),
        ] {
            close(part, deals);
        }
        let twice_as_many = why([48.0, 60.0], [10.0, 12.0]);
        close(twice_as_many.share_of_new, 24.0);
        close(twice_as_many.timing, 0.0);
        let sooner = why([27.0, 30.0], [12.0, 12.0]);
        close(sooner.share_of_new, 0.0);
        close(sooner.share_of_open, 0.0);
        close(sooner.timing, 5.0);
        for why in [as_the_law_says, twice_as_many, sooner] {
            let parts = why.arrivals + why.share_of_new + why.share_of_open + why.timing;
            let won = why.of_new.happened + why.of_open.happened;
            close(parts, won - 30.0);
        }
    }

    #[test]
    fn what_did_most_pulls_the_way_of_the_whole() {
        let fewer = why([8.0, 10.0], [10.0, 12.0]);
        assert!(fewer.arrivals > 0.0);
        assert_eq!(fewer.most().0, Cause::ShareOfNew);
        assert_eq!(why([24.0, 30.0], [10.0, 12.0]).most().0, Cause::Arrivals);
    }

    #[test]
    fn without_any_deal_to_expect_all_is_timing() {
        let happened = Happened { cases: 0.0, new: [0.0; 2], open: [2.0, 3.0] };
        let why = Why::new(&happened, [0.0; 3], [0.0; 2], [0.0; 2]);
        assert!((why.timing - 2.0).abs() < 1e-9 && why.share_of_open.abs() < 1e-9);
    }
}
