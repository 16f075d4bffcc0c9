//! A [`Review`] made from records and what was fitted to them.

use super::foretold::Foretold;
use super::laws::{Laws, law_for};
use super::recorded::{Recorded, all_new, month_after};
use super::review::{Arrivals, ChannelMonths, Conversion, Deals, Review, Share, Wins};
use crate::fit::closing::Ages;
use crate::fit::closing::recorded::{Point, curve};
use crate::fit::cohorts::Cohort;
use crate::fit::{Figure, Fitted, fate, qualified, sizes, start};
use crate::random::{Luck, Place};
use crate::records::{Case, Day, Outcome, Records};
use crate::statistics::WITHIN_90;

/// Simulated runs behind the band of deals by month.
const RUNS: usize = 400;
/// Fewest wins of a channel whose curve is shown.
const FEWEST_WINS: f64 = 3.0;

impl Review {
    /// Holds `fitted` against the records that it was fitted to.
    #[must_use]
    pub fn new(records: &Records, fitted: &Fitted) -> Self {
        let later;
        let used = if fitted.left_out > 0.0 {
            later = records.since(fitted.arrived.0);
            &later
        } else {
            records
        };
        let recorded = Recorded::new(used);
        let laws = Laws::new(used, fitted, recorded.won.len() as f64 + 1.0);
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            of_leads: records.of_leads,
            cases: used.cases.len() as u64,
            period: (used.first, latest(used)),
            last: records.last,
            currency: records.currency.clone().unwrap_or_default(),
            wins: wins(used, fitted, &recorded, &laws),
            arrivals: arrivals(records, fitted, &laws),
            won_of_leads: records.of_leads && fitted.qualifying.is_none(),
            conversion: conversion(used, fitted, &laws),
            cohorts: cohorts(used, fitted),
            deals: deals(used, fitted),
        }
    }
}

/// The last day on which a case came.
fn latest(records: &Records) -> Day {
    let created = records.cases.iter().map(|case| case.created);
    created.fold(records.first, |latest, day| if day > latest { day } else { latest })
}

fn wins(records: &Records, fitted: &Fitted, recorded: &Recorded, laws: &Laws<'_>) -> Wins {
    let months = recorded.won.len();
    let start = |month: usize| Day::of_month(month_after(recorded.first, month));
    // The last month is on record in part.
    let days: Vec<Day> = (0..months).map(start).chain([Day(records.last.0 + 1e-5)]).collect();
    let groups = all_new(records);
    let mut runs = vec![Vec::with_capacity(RUNS); months];
    for run in 0..RUNS {
        let draw = laws.draw(run * fitted.closing.draws.len() / RUNS);
        let tracks: Vec<_> = (0..fitted.channels.len()).map(|at| draw.leads(at)).collect();
        let mut stream = Luck::new(0, run as u64).at(Place::new("hindsight/review")).step(0);
        let mut won = vec![0.0; months];
        for group in &groups {
            tracks[laws.group(group.channel)].wins(group, &days, &mut stream, &mut won);
        }
        runs.iter_mut().zip(won).for_each(|(runs, won)| runs.push(won));
    }
    let months = runs.iter().zip(&recorded.won).map(|(runs, won)| Foretold::new(runs, *won));
    Wins { first: recorded.first, months: months.collect() }
}

fn arrivals(records: &Records, fitted: &Fitted, laws: &Laws<'_>) -> Arrivals {
    let recorded = Recorded::new(records);
    let (from, until) = (fitted.arrived.0, fitted.arrived.1);
    let shown = usize::try_from(until.month() - recorded.first + 1).unwrap_or(1);
    let of = |group: usize| -> Vec<f64> {
        let own = |month: &Vec<f64>| {
            let channels = month.iter().enumerate();
            channels.filter(|(channel, _)| laws.group(*channel) == group).map(|(_, n)| n).sum()
        };
        recorded.created[..shown].iter().map(own).collect()
    };
    let channel = |(group, channel): (usize, &crate::fit::Channel)| ChannelMonths {
        name: channel.name.clone(),
        counts: of(group),
        level: channel.arrivals.ends(),
    };
    let seen = (0..shown).map(|month| {
        let [start, end] =
            [month, month + 1].map(|month| Day::of_month(month_after(recorded.first, month)));
        let first = records.first.0.floor().max(start.0);
        ((end.0.min(until.0.floor() + 1.0) - first) / end.since(start)).clamp(0.0, 1.0)
    });
    let seasons = &fitted.market.seasonality;
    let season = |month: i32| seasons[(month - fitted.market.starts).rem_euclid(12) as usize][1];
    Arrivals {
        first: recorded.first,
        seen: seen.collect(),
        from: from.month(),
        all: ChannelMonths {
            name: String::new(),
            counts: recorded.cases()[..shown].to_vec(),
            level: fitted.market.level.ends(),
        },
        channels: fitted.channels.iter().enumerate().map(channel).collect(),
        seasons: if seasons.is_empty() { Vec::new() } else { (0..12).map(season).collect() },
    }
}

fn conversion(records: &Records, fitted: &Fitted, laws: &Laws<'_>) -> Vec<Conversion> {
    let apart = qualified(records);
    let mut all = Ages::new(fitted.steps_per_month);
    let mut each = vec![all.clone(); fitted.channels.len()];
    for case in records.cases.iter() {
        if let Some(fate) = fate(&case, apart, records.last) {
            all.add(fate);
            each[laws.group(usize::from(case.channel))].add(fate);
        }
    }
    let one = |name: Option<&str>, ages: &Ages, share: f64| Conversion {
        name: name.map(str::to_owned),
        cases: ages.cases() as u64,
        won: ages.wins() as u64,
        shares: shares(&curve(ages, &law_for(&fitted.closing, share))),
    };
    let mut curves = vec![one(None, &all, fitted.closing.law.won())];
    for (channel, ages) in fitted.channels.iter().zip(&each) {
        let qualified = if fitted.qualifying.is_some() { channel.qualify.value } else { 1.0 };
        let share = (channel.conversion.value / qualified.max(1e-9)).min(1.0);
        if ages.wins() >= FEWEST_WINS {
            curves.push(one(Some(&channel.name), ages, share));
        }
    }
    curves
}

fn shares(curve: &[Point]) -> Vec<Share> {
    let share = |point: &Point| Share {
        months: point.months,
        recorded: point.recorded,
        low: (point.recorded - WITHIN_90 * point.se).max(0.0),
        high: (point.recorded + WITHIN_90 * point.se).min(1.0),
        fitted: point.fitted,
        observed: point.observed,
    };
    curve.iter().map(share).collect()
}

/// Cases by quarter of arrival, against the law of all.
fn cohorts(records: &Records, fitted: &Fitted) -> Vec<Conversion> {
    let apart = qualified(records);
    let won = |first: i32| {
        let own = |case: &Case| {
            let begun = start(case, apart).unwrap_or(case.created);
            (first..first + 3).contains(&begun.month()) && matches!(case.outcome, Outcome::Won(_))
        };
        records.cases.iter().filter(own).count() as u64
    };
    let cohort = |cohort: &Cohort| {
        let (year, month, _) = Day::of_month(cohort.month).civil();
        Conversion {
            name: Some(format!("{year}-Q{}", month.div_ceil(3))),
            cases: cohort.cases as u64,
            won: won(cohort.month),
            shares: shares(&cohort.curve),
        }
    };
    fitted.cohorts.iter().map(cohort).collect()
}

fn deals(records: &Records, fitted: &Fitted) -> Option<Deals> {
    let (first, bands) = (fitted.sizes.first()?, &fitted.sizes);
    let won = |case: &Case| matches!(case.outcome, Outcome::Won(_));
    let all = records.cases.iter().filter(won).count() as u64;
    let edges = std::iter::once(first.low).chain(bands.iter().map(|band| band.high));
    let counts: Vec<f64> = bands.iter().map(|band| band.count).collect();
    let count = counts.iter().sum::<f64>() as u64;
    let [mean, spread] = [&fitted.price, &fitted.spread].map(Figure::ends);
    let misfit = sizes::misfit(bands, mean[1], spread[1]);
    let (edges, without) = (edges.collect(), all - count);
    Some(Deals { edges, counts, count, without, mean, spread, misfit })
}
