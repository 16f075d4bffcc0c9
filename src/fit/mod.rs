//! From records to a scenario: every number that they tell, and how sure it is.
//!
//! [`fit`] conducts; each estimator is a file that knows nothing of the others:
//!
//! - `arrivals`: how many cases come, and how demand moves
//! - `closing`: conversion and waiting, open cases as open
//! - `pooling`: channels drawn towards each other
//! - `deals`, `customers`, `people`: what they are called
//! - `benchmark`: what records cannot tell
//!
//! Out comes [`Fitted`], plain data; [`scenario`] writes it as a scenario.
//! The same records give the same figures to the last bit.

pub mod arrivals;
pub mod benchmark;
pub mod closing;
mod conversion;
mod correlation;
pub mod customers;
pub mod deals;
mod figure;
mod fitted;
mod groups;
mod matrix;
mod orders;
mod owners;
pub mod people;
pub mod pooling;
pub mod posterior;
pub mod scenario;
mod warning;

pub use conversion::{FEWEST, opportunity_ages, start, tells_start};
pub use figure::{Assumption, Figure, Method};
pub use fitted::{
    Channel, Correlation, Customers, Fitted, Kind, Market, Options, Owners, Subject,
};
pub use groups::Groups;
pub use warning::Warning;

use crate::records::{Day, Outcome, Records};
use arrivals::Months;
use benchmark::Benchmark;
use closing::recorded;
use conversion::Conversion;
use deals::{Amounts, Worth};

/// Volatility a year above which cases swing more than markets do.
const SWINGS: f64 = 0.8;

/// The records hold no case to fit to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoCases;

/// Fits everything.
///
/// # Errors
/// When no case is left.
pub fn fit(records: &Records, options: &Options) -> Result<Fitted, NoCases> {
    let from = options.from.map_or(records.first, |from| if from > records.first { from } else { records.first });
    let months = Months::new(records, from);
    if months.total() < 1.0 {
        return Err(NoCases);
    }
    let groups = Groups::new(&records.channels, &months.by_channel);
    let grouped = (records, &groups.of[..], from);
    let steps = options.steps_per_month.unwrap_or_else(|| conversion::steps(grouped));
    let conversion = conversion::fit(grouped, groups.each.len(), steps);
    let demand = arrivals::Market::fit(&months);
    let bought = orders::read(records, from);
    let deals = amounts(records, from);
    let (price, spread) = worth(&deals, &bought);
    let curve = recorded::curve(&conversion.closing.ages, &conversion.closing.law);
    let mut warnings =
        warnings(records, from, &months, &groups, &conversion, &curve, price.is_measured());
    let lifetimes = customers::fit(&bought.histories);
    let cases_by_group = groups.sum(&months.by_channel);
    let arriving = arrivals::by_channel(&demand.level, &cases_by_group);
    let wins = wins_by_group(records, from, &groups);
    let channels = channels(&groups, &arriving, &conversion, &wins, months.period);
    let mut correlated: Vec<(Subject, Vec<f64>)> =
        arriving.into_iter().enumerate().map(|(at, draws)| (Subject::Arrivals(at), draws)).collect();
    let mut correlations = correlation::between(&correlated);
    correlated = conversion_draws(&conversion);
    correlations.extend(correlation::between(&correlated));
    if demand.told && posterior::interval(&demand.volatility)[1] > SWINGS {
        let rates = months.counts.iter().zip(&months.seen).filter(|(_, seen)| **seen > 0.5);
        let rates = rates.map(|(count, seen)| count / seen);
        let (fewest, most) = rates.fold((f64::INFINITY, 0.0_f64), |(low, high), rate| (low.min(rate), high.max(rate)));
        warnings.push(Warning::Swings { fewest, most });
    }
    let (named, winners) = orders::winners(records, from);
    if named > 1.5 * winners {
        warnings.push(Warning::RepeatCustomers { wins: named, customers: winners });
    }
    let won = if winners > 0.0 { winners } else { wins.iter().sum() };
    let customers = customers_of(lifetimes.as_ref(), &bought, &price, won);
    if let Some(lifetimes) = lifetimes {
        let draws = [(Subject::Churn, lifetimes.churn), (Subject::Orders, lifetimes.orders)];
        correlations.extend(correlation::between(&draws));
    }
    Ok(Fitted {
        arrived: months.period,
        last: records.last,
        cases: months.total(),
        left_out: records.cases.len() as f64 - months.total(),
        wins: conversion.closing.ages.wins(),
        losses: conversion.closing.ages.losses(),
        currency: records.currency.clone(),
        of_leads: records.of_leads,
        steps_per_month: steps,
        market: market(&demand, &months),
        channels,
        kinds: conversion.kinds,
        lag: conversion.qualifying.as_ref().and_then(lag),
        conversion: conversion.conversion.over(months.period),
        price,
        spread,
        customers,
        roles: people::roles(records),
        owners: owners::count(records, from),
        correlations,
        warnings,
        closing: conversion.closing,
        qualifying: conversion.qualifying,
        curve,
    })
}

/// Months until a lead is qualified, beyond the step in which it comes.
fn lag(qualifying: &closing::Closing) -> Option<Figure> {
    let ends = qualifying.wait_months(0);
    let figure = Figure::between(ends, qualifying.ages.wins(), Method::ClosingLaw);
    (ends[1] * qualifying.ages.steps as f64 >= 0.5).then_some(figure)
}

/// What is published, with the reason why the records do not say it.
fn published(benchmark: Benchmark) -> Figure {
    let ends = [benchmark.low, f64::midpoint(benchmark.low, benchmark.high), benchmark.high];
    Figure::between(ends, 0.0, Method::Benchmark(benchmark))
}

fn amounts(records: &Records, from: Day) -> Amounts {
    let mut amounts = Amounts::default();
    for case in records.cases.iter().filter(|case| case.created >= from) {
        if let (Outcome::Won(_), Some(amount)) = (case.outcome, case.amount) {
            amounts.add(amount);
        }
    }
    amounts
}

/// Mean first deal and how much deals differ. Without amounts of deals the first
/// order stands for the deal, and those who never order bring nothing.
fn worth(deals: &Amounts, bought: &orders::Bought) -> (Figure, Figure) {
    let figures = |worth: Worth, count: f64| {
        let method = if worth.log_normal { Method::LogNormal } else { Method::Sample };
        [worth.mean, worth.spread].map(|ends| Figure::between(ends, count, method))
    };
    if let Some(worth) = deals.worth() {
        let [mean, spread] = figures(worth, deals.count);
        return (mean, spread);
    }
    if let Some(worth) = bought.first.worth() {
        let [mean, spread] = figures(worth, bought.first.count);
        let (mature, ordered) = bought.mature;
        let share = if mature > 0.0 { (ordered + 0.5) / (mature + 1.0) } else { 1.0 };
        let period = bought.period.unwrap_or((Day(0.0), Day(0.0)));
        let error = 1.645 * ((1.0 - share) / (share * (mature + 1.0))).sqrt();
        // Both errors are multiplied, and so add up in squares of logarithms.
        let end = |end: f64| {
            let own = (end / mean.value).ln();
            mean.value * share * (own.signum() * own.hypot(error)).exp()
        };
        let price = [end(mean.low), mean.value * share, end(mean.high)];
        let with_none = |cv: f64| ((1.0 + cv * cv) / share - 1.0).sqrt();
        let price = Figure::between(price, mean.count, mean.method).over(period);
        return (price, spread.map(with_none).over(period));
    }
    let price = Figure::known(1.0, Method::Assumed(Assumption::NoAmounts));
    (price, published(benchmark::SPREAD))
}

fn wins_by_group(records: &Records, from: Day, groups: &Groups) -> Vec<f64> {
    let mut wins = vec![0.0; groups.each.len()];
    for case in records.cases.iter().filter(|case| case.created >= from) {
        if matches!(case.outcome, Outcome::Won(_)) {
            wins[groups.of[usize::from(case.channel)]] += 1.0;
        }
    }
    wins
}

fn channels(
    groups: &Groups,
    arriving: &[Vec<f64>],
    conversion: &Conversion,
    wins: &[f64],
    period: (Day, Day),
) -> Vec<Channel> {
    let channel = |(at, (name, merged, cases)): (usize, &(String, usize, f64))| {
        let arrivals = posterior::interval(&arriving[at]);
        let [qualify, quality, share] = conversion.channels[at].clone();
        Channel {
            name: name.clone(),
            merged: *merged,
            cases: *cases,
            wins: wins[at],
            arrivals: Figure::between(arrivals, *cases, Method::MonthlyLevel).over(period),
            qualify: qualify.over(period),
            quality: quality.over(period),
            conversion: share.over(period),
        }
    };
    groups.each.iter().enumerate().map(channel).collect()
}

/// Pass and wait of each kind, for their correlation.
fn conversion_draws(conversion: &Conversion) -> Vec<(Subject, Vec<f64>)> {
    let closing = &conversion.closing;
    if conversion.passes.is_empty() || conversion.channels.len() > 1 {
        return Vec::new();
    }
    let kinds = 0..closing.law.kinds.len();
    let wait = |kind: usize| closing.draws.iter().map(|law| 1.0 / law.kinds[kind].leave).collect();
    let passes = kinds.clone().map(|kind| (Subject::Pass(kind), conversion.passes[kind].clone()));
    passes.chain(kinds.map(|kind| (Subject::Wait(kind), wait(kind)))).collect()
}

fn market(demand: &arrivals::Market, months: &Months) -> Market {
    let figure = |draws: &[f64], benchmark: Benchmark| {
        if demand.told {
            let ends = posterior::interval(draws);
            Figure::between(ends, demand.months as f64, Method::MonthlyLevel).over(months.period)
        } else {
            published(benchmark)
        }
    };
    let starts = months.period.1.month() + 1;
    let seasonality = (0..demand.seasons.len())
        .map(|month| demand.seasons[(starts + month as i32).rem_euclid(12) as usize])
        .collect();
    let recorded = (months.first..)
        .zip(months.counts.iter().zip(&months.seen))
        .map(|(month, (count, seen))| (month, *count, *seen))
        .collect();
    let level = posterior::interval(&demand.level).map(f64::exp);
    Market {
        level: Figure::between(level, months.total(), Method::MonthlyLevel).over(months.period),
        drift: figure(&demand.drift, benchmark::DRIFT),
        volatility: figure(&demand.volatility, benchmark::VOLATILITY),
        persistence: figure(&demand.persistence, benchmark::PERSISTENCE),
        seasonality,
        starts,
        recorded,
    }
}

fn customers_of(
    lifetimes: Option<&customers::Lifetimes>,
    bought: &orders::Bought,
    price: &Figure,
    wins: f64,
) -> Customers {
    let Some(lifetimes) = lifetimes else {
        return Customers {
            initial: Figure::known(wins, Method::Counted),
            churn: published(benchmark::CHURN),
            orders: published(benchmark::ORDERS),
            order_value: published(benchmark::ORDER_VALUE),
        };
    };
    let period = bought.period.expect("who has histories has orders");
    let count = lifetimes.customers as f64;
    let found = |draws: &[f64]| {
        Figure::between(posterior::interval(draws), count, Method::Lifetimes).over(period)
    };
    let order_value = bought.later.worth().map(|worth| {
        let value = worth.mean[1] / price.value;
        // Errors of both, as they are from different deals.
        let error = |at: usize, of: f64| (worth.mean[at] / worth.mean[1]).ln().hypot((of / price.value).ln());
        let ends = [value * (-error(0, price.high)).exp(), value, value * error(2, price.low).exp()];
        Figure::between(ends, bought.later.count, Method::Sample).over(period)
    });
    Customers {
        initial: Figure::known(lifetimes.active.round(), Method::Lifetimes),
        churn: found(&lifetimes.churn),
        orders: found(&lifetimes.orders),
        order_value: order_value.unwrap_or_else(|| published(benchmark::ORDER_VALUE)),
    }
}

#[expect(clippy::too_many_arguments, reason = "each is what one warning looks at")]
fn warnings(
    records: &Records,
    from: Day,
    months: &Months,
    groups: &Groups,
    conversion: &Conversion,
    curve: &[recorded::Point],
    priced: bool,
) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let day = |at: usize| Day::of_month(months.first + at as i32);
    if let Some(jump) = arrivals::jump::find(&months.counts, &months.seen) {
        let (before, after) = (jump.before, jump.after);
        warnings.push(Warning::ArrivalsJump { month: day(jump.at), before, after });
    }
    warnings.extend(conversion_jump(records, from, months));
    if months.period.1 < records.last {
        let (last, records) = (months.period.1, records.last);
        warnings.push(Warning::ArrivalsEnded { last, records });
    }
    if let Some((off, months)) = recorded::misfit(curve).filter(|(off, _)| *off > 0.05) {
        warnings.push(Warning::Misfit { off, months });
    }
    let law = &conversion.closing.law;
    if law.kinds.iter().any(|kind| kind.lost > 0.0) && law.closing() < 0.995 {
        warnings.push(Warning::Silent { share: 1.0 - law.closing() });
    }
    let merged = groups.each.iter().filter(|(_, channels, _)| *channels > 1).map(|group| group.1);
    warnings.extend(merged.map(|channels| Warning::Merged { fewest: FEWEST, channels }));
    let wins = conversion.closing.ages.wins();
    if wins < 10.0 {
        warnings.push(Warning::FewWins { wins });
    }
    if !priced {
        warnings.push(Warning::NoAmounts);
    }
    warnings
}

/// A jump of the share won within a time that every case used has had.
fn conversion_jump(records: &Records, from: Day, months: &Months) -> Option<Warning> {
    const WITHIN: f64 = 60.0;
    let cohorts = months.counts.len();
    let (mut won, mut all) = (vec![0.0; cohorts], vec![0.0; cohorts]);
    for case in records.cases.iter().filter(|case| case.created >= from) {
        if records.last.since(case.created) < WITHIN {
            continue;
        }
        let month = (case.created.month() - months.first) as usize;
        all[month] += 1.0;
        if let Outcome::Won(day) = case.outcome {
            won[month] += f64::from(u8::from(day.since(case.created) <= WITHIN));
        }
    }
    let jump = arrivals::jump::find(&won, &all)?;
    let month = Day::of_month(months.first + jump.at as i32);
    Some(Warning::ConversionJump { month, before: jump.before, after: jump.after, within: WITHIN })
}
