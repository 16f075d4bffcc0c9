//! What in the records should be known before the figures are used.

use super::arrivals::{Market, Months, jump};
use super::closing::recorded::{self, Point};
use super::conversion::{Conversion, FEWEST};
use super::groups::Groups;
use super::orders;
use super::warning::Warning;
use crate::records::{Case, Day, Outcome, Records};

/// What the doubts are about.
pub struct Doubts<'a> {
    pub records: &'a Records,
    pub from: Day,
    pub months: &'a Months,
    pub demand: &'a Market,
    pub curve: &'a [Point],
}

/// A fitted curve this far off, in shares of all wins, is worth a word.
const OFF: f64 = 0.05;
/// A share of cases that will not close is worth a word from here on.
const SILENT: f64 = 0.005;
/// Fewer wins say little.
const FEW_WINS: f64 = 10.0;
/// So many wins a customer are no longer one each.
const AGAIN: f64 = 1.5;
/// Days within which quick cases close.
const SOON: f64 = 30.0;
/// So many closings expected and none found are no chance (1 in 3000).
const MISSING: f64 = 8.0;
/// Days without a case before the records end that are worth a word.
const SILENCE: f64 = 7.0;
/// Days within which the shares won of different months are compared.
const WITHIN: f64 = 60.0;

impl Doubts<'_> {
    /// All of them: that nothing ended, then of arrivals, then of the rest.
    pub fn all(&self, groups: &Groups, conversion: &Conversion, priced: bool) -> Vec<Warning> {
        let arrivals = [self.arrivals_jump(), self.arrivals_ended(), self.swings()];
        let closing = &conversion.closing;
        let wins = closing.ages.wins();
        let ended = wins + closing.ages.losses() > 0.0;
        let misfit = recorded::misfit(self.curve).filter(|(off, _)| *off > OFF);
        let recorded = closing.law.kinds.iter().any(|kind| kind.lost > 0.0);
        let silent = 1.0 - closing.law.closing();
        let varying = conversion.varying.as_ref().map(|varying| {
            let [low, high] = varying.ends;
            Warning::SharesVary { quarters: varying.quarters, low, high }
        });
        let found = [
            self.conversion_jump(),
            self.closings_begin(),
            varying,
            (ended && wins < FEW_WINS).then_some(Warning::FewWins { wins }),
            misfit.map(|(off, months)| Warning::Misfit { off, months }),
            (recorded && silent > SILENT).then_some(Warning::Silent { share: silent }),
            self.repeat_customers(),
            (!priced).then_some(Warning::NoAmounts),
        ];
        let merged = groups.each.iter().map(|group| group.1).find(|channels| *channels > 1);
        let merged = merged.map(|channels| Warning::Merged { fewest: FEWEST, channels });
        let silence = [(!ended).then_some(Warning::NoOutcome)];
        let arrivals = arrivals.into_iter().chain(self.stopped().map(Some));
        silence.into_iter().chain(arrivals).chain(found).chain([merged]).flatten().collect()
    }

    /// First day of a month by its place.
    fn month(&self, at: usize) -> Day {
        Day::of_month(self.months.first + i32::try_from(at).expect("months are few"))
    }

    fn arrivals_jump(&self) -> Option<Warning> {
        let jump = jump::find(&self.months.going, &self.months.seen)?;
        let (before, after) = (jump.before, jump.after);
        Some(Warning::ArrivalsJump { month: self.month(jump.at), before, after })
    }

    fn arrivals_ended(&self) -> Option<Warning> {
        let (last, records) = (self.months.period.1, self.records.last);
        let silent = records.since(last) >= SILENCE;
        silent.then_some(Warning::ArrivalsEnded { last, records })
    }

    /// Channels from which nothing comes any more.
    fn stopped(&self) -> impl Iterator<Item = Warning> + '_ {
        let channels = self.records.channels.iter().zip(&self.months.stopped);
        channels.filter_map(|(channel, stopped)| {
            let since = self.month(self.months.counts.len() - (*stopped)?);
            Some(Warning::ChannelStopped { channel: channel.clone(), since })
        })
    }

    fn swings(&self) -> Option<Warning> {
        if !self.demand.swings() {
            return None;
        }
        let months = self.months.going.iter().zip(&self.months.seen);
        let rates: Vec<f64> =
            months.filter(|(_, seen)| **seen > 0.5).map(|(count, seen)| count / seen).collect();
        let fewest = rates.iter().copied().fold(f64::INFINITY, f64::min);
        let most = rates.iter().copied().fold(0.0, f64::max);
        Some(Warning::Swings { fewest, most })
    }

    fn repeat_customers(&self) -> Option<Warning> {
        let (wins, customers) = orders::winners(self.records, self.from);
        (wins > AGAIN * customers).then_some(Warning::RepeatCustomers { wins, customers })
    }

    /// Records that were kept from some day on hold no case that closed before: of the
    /// older cases only the slow ones are left.
    fn closings_begin(&self) -> Option<Warning> {
        let used = || self.records.cases.iter().filter(|case| case.created >= self.from);
        let closed = |case: &Case| match case.outcome {
            Outcome::Won(day) | Outcome::Lost(Some(day)) => Some(day),
            _ => None,
        };
        let earlier = |a: Day, b: Day| if b < a { b } else { a };
        let first = used().filter_map(|case| closed(&case)).reduce(earlier)?;
        // Of those created since, how many closed within a time that all have had.
        let (mut all, mut soon, mut cases) = (0.0, 0.0, 0.0);
        for case in used() {
            if first.since(case.created) >= SOON {
                cases += 1.0;
            } else if case.created >= first && self.records.last.since(case.created) >= SOON {
                all += 1.0;
                let within = closed(&case).is_some_and(|day| day.since(case.created) < SOON);
                soon += f64::from(u8::from(within));
            }
        }
        let missing = if all > 0.0 { cases * soon / all } else { 0.0 };
        (missing >= MISSING).then_some(Warning::ClosingsBegin { first, cases, missing })
    }

    /// A jump of the share won within a time that every case used has had.
    fn conversion_jump(&self) -> Option<Warning> {
        let cohorts = self.months.counts.len();
        let (mut won, mut all) = (vec![0.0; cohorts], vec![0.0; cohorts]);
        for case in self.records.cases.iter().filter(|case| case.created >= self.from) {
            if self.records.last.since(case.created) < WITHIN {
                continue;
            }
            let month = (case.created.month() - self.months.first) as usize;
            all[month] += 1.0;
            if let Outcome::Won(day) = case.outcome {
                won[month] += f64::from(u8::from(day.since(case.created) <= WITHIN));
            }
        }
        let jump = jump::find(&won, &all)?;
        let (month, before, after) = (self.month(jump.at), jump.before, jump.after);
        Some(Warning::ConversionJump { month, before, after, within: WITHIN })
    }
}
