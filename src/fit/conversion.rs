//! How cases convert, and how long they take: by kind and by channel.

use super::closing::{Ages, Closing, Fate, Law, Shape};
use super::figure::{Assumption, Figure, Method};
use super::fitted::Kind;
use super::pooling::{self, Pooled};
use super::posterior;
use crate::distribution::normal::{logistic, logit};
use crate::records::{Case, Day, Outcome, Qualification, Records};

/// Fewest cases for a channel of its own: the others are put together in one.
pub const FEWEST: f64 = 30.0;

/// Assumed chance to win an opportunity where only lead to win is recorded.
const ASSUMED_PASS: f64 = 0.5;

/// What the records say of conversion.
pub struct Conversion {
    pub closing: Closing,
    pub qualifying: Option<Closing>,
    pub kinds: Vec<Kind>,
    /// Qualify, quality and share ever won, by group of channels.
    pub channels: Vec<[Figure; 3]>,
    pub conversion: Figure,
    /// Log odds of the pass, by draw of the law and kind.
    pub passes: Vec<Vec<f64>>,
}

/// Cases of a group of channels, with the group's place.
pub type Grouped<'a> = (&'a Records, &'a [usize], Day);

fn cases<'a>((records, groups, from): Grouped<'a>) -> impl Iterator<Item = (usize, Case)> + 'a {
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

/// The day on which a case became an opportunity; none where it did not.
#[must_use]
pub fn start(case: &Case, qualified: bool) -> Option<Day> {
    match (qualified, case.qualification, case.outcome) {
        (true, Qualification::Passed(day), _) => Some(day.unwrap_or(case.created)),
        (true, _, Outcome::Won(_)) | (false, ..) => Some(case.created),
        (true, ..) => None,
    }
}

/// Whether a lead becomes an opportunity on a day of its own.
#[must_use]
pub fn tells_start(records: &Records) -> bool {
    records.of_leads && records.tells_qualification()
}

/// Ages of all opportunities, and by group.
#[must_use]
pub fn opportunity_ages(grouped: Grouped<'_>, groups: usize, steps: usize) -> (Ages, Vec<Ages>) {
    let (last, qualified) = (grouped.0.last, tells_start(grouped.0));
    ages(grouped, groups, steps, |case| {
        start(case, qualified).map(|start| closing_fate(case, start, last))
    })
}

/// Steps a month so fine that three quarters of the closings take at least one:
/// an opportunity moves one stage a step at most.
pub fn steps(grouped: Grouped<'_>) -> usize {
    let mut days: Vec<f64> = cases(grouped)
        .filter_map(|(_, case)| match case.outcome {
            Outcome::Won(day) | Outcome::Lost(Some(day)) => Some(day.since(case.created)),
            _ => None,
        })
        .collect();
    days.sort_unstable_by(f64::total_cmp);
    let quick = days.get(days.len() / 4).copied().unwrap_or(30.0);
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
    let (last, qualified) = (records.last, tells_start(records));
    let (all, each) = opportunity_ages(grouped, groups, steps);
    let losses = all.losses() > 0.0;
    let closing = Closing::fit(all, &Shape::all(losses), "fit/closing");
    let pooled = pool(&each, &closing.law);
    let own: Vec<Vec<f64>> =
        (0..groups).map(|group| odds(&closing, pooled.as_ref(), group)).collect();
    if qualified {
        let (all, leads) =
            ages(grouped, groups, steps, |case| Some(qualifying_fate(case, last)));
        let shapes: Vec<Shape> =
            Shape::all(false).into_iter().filter(|shape| shape.chains == [1]).collect();
        let shapes: Vec<Shape> =
            shapes.into_iter().map(|shape| Shape { losses: all.losses() > 0.0, ..shape }).collect();
        let qualifying = Closing::fit(all, &shapes, "fit/qualifying");
        let passed = pool(&leads, &qualifying.law);
        let qualify: Vec<Vec<f64>> =
            (0..groups).map(|group| odds(&qualifying, passed.as_ref(), group)).collect();
        opportunities(closing, &own, &each, Some((qualifying, qualify, &leads)))
    } else if records.of_leads {
        leads(closing, &own, &each)
    } else {
        opportunities(closing, &own, &each, None)
    }
}

fn pool(each: &[Ages], law: &Law) -> Option<Pooled> {
    let likelihoods = || each.iter().map(|ages| pooling::likelihood(ages, law)).collect::<Vec<_>>();
    (each.len() > 1).then(|| pooling::pool(&likelihoods()))
}

/// Log odds of ever being won, by draw: the law's own where there is one channel.
fn odds(closing: &Closing, pooled: Option<&Pooled>, group: usize) -> Vec<f64> {
    match pooled {
        Some(pooled) => pooled.channels[group].clone(),
        None => closing.draws.iter().map(|law| logit(law.won().clamp(1e-9, 1.0 - 1e-9))).collect(),
    }
}

fn shares(odds: &[f64], by: f64) -> [f64; 3] {
    posterior::interval(odds).map(|odds| logistic(odds) * by)
}

/// The method of a share by channel.
fn method(groups: usize) -> Method {
    if groups > 1 { Method::Pooled } else { Method::ClosingLaw }
}

fn conversion(closing: &Closing) -> Figure {
    Figure::between(closing.interval(Law::won), closing.ages.cases(), Method::ClosingLaw)
}

/// Only lead to win is recorded: the channels' shares won are taken as shares
/// qualified over an assumed pass, for channels differ before the talk.
fn leads(closing: Closing, odds: &[Vec<f64>], each: &[Ages]) -> Conversion {
    let found: Vec<[f64; 3]> = odds.iter().map(|odds| shares(odds, 1.0)).collect();
    let highest = found.iter().map(|share| share[2]).fold(0.0, f64::max);
    let pass = (1.1 * highest).clamp(ASSUMED_PASS, 0.98);
    let channel = |(share, ages): (&[f64; 3], &Ages)| {
        let share = Figure::between(*share, ages.cases(), method(each.len()));
        let qualify = share.clone().map(|share| (share / pass).min(0.999));
        [qualify, Figure::known(1.0, Method::Assumed(Assumption::Split)), share]
    };
    let channels = found.iter().zip(each).map(channel).collect();
    let (law, won) = (closing.law.clone(), closing.law.won());
    let pass = |kind: usize| {
        let own = law.kinds[kind].won / law.kinds[kind].closing() * law.closing();
        let value = (pass * own / won).clamp(0.001, 0.999);
        Figure::known(value, Method::Assumed(Assumption::Split))
    };
    let kinds = (0..law.kinds.len()).map(|at| kind(&closing, at, pass(at))).collect();
    let conversion = conversion(&closing);
    Conversion { closing, qualifying: None, kinds, channels, conversion, passes: Vec::new() }
}

type Qualified<'a> = Option<(Closing, Vec<Vec<f64>>, &'a [Ages])>;

/// Opportunities are recorded: channels differ in quality, beside what qualifies.
fn opportunities(
    closing: Closing,
    odds: &[Vec<f64>],
    each: &[Ages],
    qualified: Qualified<'_>,
) -> Conversion {
    // The group with the most cases is what the others are compared with.
    let count = |group: &usize| each[*group].cases();
    let reference = (0..each.len()).max_by(|a, b| count(a).total_cmp(&count(b))).unwrap_or(0);
    let (law, n) = (closing.law.clone(), each.len());
    let overall = logit(law.won().clamp(1e-9, 1.0 - 1e-9));
    let passes: Vec<Vec<f64>> = (0..law.kinds.len())
        .map(|kind| {
            if n == 1 {
                let pass = |law: &Law| law.kinds[kind].won / law.kinds[kind].closing() * law.closing();
                return closing.draws.iter().map(|law| logit(pass(law).clamp(1e-9, 1.0 - 1e-9))).collect();
            }
            let own = law.kinds[kind].won / law.kinds[kind].closing() * law.closing();
            let ahead = logit(own.clamp(1e-9, 1.0 - 1e-9)) - overall;
            odds[reference].iter().map(|x| x + ahead).collect()
        })
        .collect();
    let pass = |kind: usize| {
        let count = closing.ages.wins() + closing.ages.losses();
        Figure::between(shares(&passes[kind], 1.0), count, method(n))
    };
    let kinds = (0..law.kinds.len()).map(|at| kind(&closing, at, pass(at))).collect();
    let channel = |group: usize| {
        let share = Figure::between(shares(&odds[group], 1.0), each[group].cases(), method(n));
        let quality = if group == reference {
            Figure::known(1.0, Method::Assumed(Assumption::Reference))
        } else {
            let ratio: Vec<f64> =
                odds[group].iter().zip(&odds[reference]).map(|(a, b)| (a - b).exp()).collect();
            Figure::between(posterior::interval(&ratio), each[group].cases(), Method::Pooled)
        };
        let qualify = match &qualified {
            Some((_, qualify, leads)) => {
                Figure::between(shares(&qualify[group], 1.0), leads[group].cases(), method(n))
            }
            None => Figure::known(1.0, Method::Assumed(Assumption::AlreadyQualified)),
        };
        // Of all its cases: qualified and then won.
        let won = Figure { value: share.value * qualify.value, low: share.low * qualify.low, high: share.high * qualify.high, ..share };
        [qualify, quality, won]
    };
    let channels = (0..n).map(channel).collect();
    let conversion = conversion(&closing);
    let qualifying = qualified.map(|(qualifying, ..)| qualifying);
    Conversion { closing, qualifying, kinds, channels, conversion, passes }
}

fn kind(closing: &Closing, at: usize, pass: Figure) -> Kind {
    let closed = closing.ages.wins() + closing.ages.losses();
    let share = if closing.law.kinds.len() == 1 {
        Figure::known(1.0, Method::ClosingLaw)
    } else {
        Figure::between(closing.share(at), closed, Method::ClosingLaw)
    };
    let wait = Figure::between(closing.wait_months(at), closed, Method::ClosingLaw);
    Kind { share, chain: closing.shape.chains[at], wait, pass }
}
