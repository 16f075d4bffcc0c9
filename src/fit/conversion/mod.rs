//! How cases convert, and how long they take: by kind and by channel.

mod chances;

use std::collections::BTreeMap;

use super::closing::{Ages, Closing, Fate, Shape};
use super::figure::Figure;
use super::fitted::Kind;
use super::pooling::{self, Pooled};
use super::varying::{self, Varying};
use crate::distribution::normal::logit;
use crate::records::{Case, Day, Outcome, Qualification, Records};

/// Fewest cases for a channel of its own: the others are put together in one.
pub const FEWEST: f64 = 30.0;

/// Laws under which channels are pooled.
const LAWS: usize = 40;

/// What the records say of conversion.
pub struct Conversion {
    pub closing: Closing,
    pub qualifying: Option<Closing>,
    pub kinds: Vec<Kind>,
    /// By group of channels.
    pub channels: Vec<Chances>,
    /// Share of all cases that are ever won.
    pub overall: Figure,
    /// Log odds of the pass, by draw of the law and kind.
    pub passes: Vec<Vec<f64>>,
    /// How far quarters differ in their share won, where they do by more than chance.
    pub varying: Option<Varying>,
}

/// What becomes of a channel's cases.
#[derive(Clone)]
pub struct Chances {
    pub qualify: Figure,
    pub quality: Figure,
    /// Share ever won.
    pub won: Figure,
}

/// Cases of a group of channels, with the group's place.
pub type Grouped<'a> = (&'a Records, &'a [usize], Day);

fn cases((records, groups, from): Grouped<'_>) -> impl Iterator<Item = (usize, Case)> + '_ {
    let cases = records.cases.iter().filter(move |case| case.created >= from);
    cases.map(|case| (groups[usize::from(case.channel)], case))
}

/// Fate of a case from its start as an opportunity, seen until the end.
fn closing_fate(case: &Case, start: Day, last: Day) -> Fate {
    match case.outcome {
        Outcome::Won(day) => Fate::Won(day.since(start)),
        Outcome::Lost(Some(day)) => Fate::Lost(day.since(start)),
        Outcome::Lost(None) => Fate::LostBy(last.since(start)),
        Outcome::Open => Fate::Open(last.since(start)),
    }
}

/// Fate of a lead up to its qualification.
fn qualifying_fate(case: &Case, last: Day) -> Fate {
    let age = last.since(case.created);
    match (case.qualification, case.outcome) {
        (Qualification::Passed(Some(day)), _) => Fate::Won(day.since(case.created)),
        (Qualification::Passed(None), _) | (_, Outcome::Won(_)) => Fate::Won(0.0),
        (Qualification::Rejected, _) | (_, Outcome::Lost(_)) => Fate::LostBy(age),
        _ => Fate::Open(age),
    }
}

/// Whether leads must qualify before they are opportunities. Looks at all cases.
#[must_use]
pub fn qualified(records: &Records) -> bool {
    records.of_leads && records.tells_qualification()
}

/// Fate of a case as an opportunity; none where it did not become one.
#[must_use]
pub fn fate(case: &Case, qualified: bool, last: Day) -> Option<Fate> {
    start(case, qualified).map(|start| closing_fate(case, start, last))
}

/// The day on which a case became an opportunity; none where it did not.
#[must_use]
pub fn start(case: &Case, qualified: bool) -> Option<Day> {
    match (qualified, case.qualification, case.outcome) {
        (true, Qualification::Passed(day), _) => Some(day.unwrap_or(case.created)),
        (true, _, Outcome::Won(_)) | (false, ..) => Some(case.created),
        (true, ..) => None,
    }
}

/// Steps a month so fine that three quarters of the closings take at least one:
/// an opportunity moves one stage a step at most.
pub fn steps(grouped: Grouped<'_>) -> usize {
    // By quarters of a day: however many closings, few numbers.
    let mut counts = vec![0.0_f64; 4 * 31 + 1];
    for (_, case) in cases(grouped) {
        if let Outcome::Won(day) | Outcome::Lost(Some(day)) = case.outcome {
            let quarters = (4.0 * day.since(case.created)).clamp(0.0, 4.0 * 31.0);
            counts[quarters as usize] += 1.0;
        }
    }
    let mut left = counts.iter().sum::<f64>() / 4.0;
    let quick = counts.iter().position(|count| {
        left -= count;
        left < 0.0
    });
    let quick = quick.map_or(31.0, |quarters| quarters as f64 / 4.0);
    let enough = |steps: &usize| quick * *steps as f64 >= super::closing::DAYS_A_MONTH;
    [4, 10].into_iter().find(enough).unwrap_or(20)
}

/// Ages of all cases, and by group.
fn ages(
    grouped: Grouped<'_>,
    groups: usize,
    steps: usize,
    fate: impl Fn(&Case) -> Option<Fate>,
) -> (Ages, Vec<Ages>) {
    let (mut all, mut each) = (Ages::new(steps), vec![Ages::new(steps); groups]);
    for (group, case) in cases(grouped) {
        if let Some(fate) = fate(&case) {
            all.add(fate);
            each[group].add(fate);
        }
    }
    (all, each)
}

/// Fits conversion.
pub fn fit(grouped: Grouped<'_>, groups: usize, steps: usize) -> Conversion {
    let records = grouped.0;
    let qualified = qualified(records);
    let (all, each) = ages(grouped, groups, steps, |case| fate(case, qualified, records.last));
    let shapes = Shape::all(all.losses() > 0.0);
    let closing = Closing::fit(all, &shapes, "fit/closing");
    let odds = odds(&closing, &each);
    let quarters = quarters(grouped, steps, |case| fate(case, qualified, records.last));
    let varying = varying::between(&quarters, &closing.law, closing.draws.len());
    let found = Found { closing, odds, each, varying };
    if qualified {
        let qualifying = qualifying(grouped, groups, steps);
        chances::opportunities(found, Some(qualifying))
    } else if records.of_leads {
        chances::leads(found)
    } else {
        chances::opportunities(found, None)
    }
}

/// A law, and what differs from case to case under it.
struct Found {
    closing: Closing,
    /// Log odds of ever being won, by group and draw.
    odds: Vec<Vec<f64>>,
    /// The cases, by group.
    each: Vec<Ages>,
    /// How far quarters differ.
    varying: Option<Varying>,
}

/// Fewest quarters that are compared as such.
const QUARTERS: usize = 4;

/// Ages of the cases of each quarter, or of each month where quarters are few.
fn quarters(grouped: Grouped<'_>, steps: usize, fate: impl Fn(&Case) -> Option<Fate>) -> Vec<Ages> {
    let by = |months: i32| {
        let mut parts: BTreeMap<i32, Ages> = BTreeMap::new();
        for (_, case) in cases(grouped) {
            if let Some(fate) = fate(&case) {
                let part = case.created.month().div_euclid(months);
                parts.entry(part).or_insert_with(|| Ages::new(steps)).add(fate);
            }
        }
        parts.into_values().collect::<Vec<_>>()
    };
    let quarters = by(3);
    if quarters.len() < QUARTERS { by(1) } else { quarters }
}

/// The law of qualifying.
fn qualifying(grouped: Grouped<'_>, groups: usize, steps: usize) -> Found {
    let last = grouped.0.last;
    let (all, leads) = ages(grouped, groups, steps, |case| Some(qualifying_fate(case, last)));
    let losses = all.losses() > 0.0;
    let simple = |shape: &Shape| shape.chains == [1];
    let shapes: Vec<Shape> = Shape::all(losses).into_iter().filter(simple).collect();
    let closing = Closing::fit(all, &shapes, "fit/qualifying");
    let odds = odds(&closing, &leads);
    let quarters = quarters(grouped, steps, |case| Some(qualifying_fate(case, last)));
    let varying = varying::between(&quarters, &closing.law, closing.draws.len());
    Found { closing, odds, each: leads, varying }
}

impl Found {
    /// Log odds of a group as those of a quarter to come.
    fn to_come(&self, group: usize) -> Vec<f64> {
        self.moved(&self.odds[group])
    }

    /// These log odds, draw by draw, with what a quarter to come adds.
    fn moved(&self, odds: &[f64]) -> Vec<f64> {
        match &self.varying {
            Some(varying) => odds.iter().zip(&varying.shifts).map(|(a, b)| a + b).collect(),
            None => odds.to_vec(),
        }
    }
}

/// Log odds of ever being won, by group and draw: pooled, or the law's own where
/// there is one group.
fn odds(closing: &Closing, each: &[Ages]) -> Vec<Vec<f64>> {
    if each.len() == 1 {
        return vec![closing.draws.iter().map(|law| log_odds(law.won())).collect()];
    }
    // Under laws from all over the posterior: how many of the open cases will still be
    // won is as unsure as the times are.
    let laws = closing.draws.iter().step_by(closing.draws.len().div_ceil(LAWS));
    let under = |law| each.iter().map(|ages| pooling::likelihood(ages, law)).collect();
    let Pooled { channels, .. } = pooling::pool(&laws.map(under).collect::<Vec<_>>());
    channels
}

/// Log odds of a share that may have reached an end by rounding.
fn log_odds(share: f64) -> f64 {
    logit(share.clamp(1e-9, 1.0 - 1e-9))
}
