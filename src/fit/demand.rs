//! Arrivals and the market as figures.

use super::arrivals::{Market as Estimate, Months};
use super::benchmark::{self, Benchmark};
use super::conversion::{Chances, Conversion, Grouped};
use super::figure::{Figure, Method};
use super::fitted::{Channel, Market};
use super::groups::Groups;
use super::{posterior, published};
use crate::records::{Day, Outcome};

/// Demand over time.
pub fn market(demand: &Estimate, months: &Months) -> Market {
    // Records that begin, end or change are no market that swings.
    let told = demand.told && !demand.swings();
    let figure = |draws: &[f64], benchmark: Benchmark| {
        if told {
            let ends = posterior::interval(draws);
            Figure::between(ends, demand.months as f64, Method::MonthlyLevel).over(months.period)
        } else {
            published(benchmark)
        }
    };
    let starts = months.period.1.month() + 1;
    let seasonality = (0..demand.seasons.len())
        .map(|month| {
            demand.seasons
                [(starts + i32::try_from(month).expect("there are twelve")).rem_euclid(12) as usize]
        })
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
        ahead: demand.ahead.clone(),
    }
}

/// Channels, the most cases first.
pub fn channels(
    grouped: Grouped<'_>,
    groups: &Groups,
    arriving: &[Vec<f64>],
    conversion: &Conversion,
    period: (Day, Day),
) -> Vec<Channel> {
    let wins = wins_by_group(grouped, groups.each.len());
    let channel = |(at, (name, merged, cases)): (usize, &(String, usize, f64))| {
        let arrivals = posterior::interval(&arriving[at]);
        let Chances { qualify, quality, won } = conversion.channels[at].clone();
        Channel {
            name: name.clone(),
            merged: *merged,
            cases: *cases,
            wins: wins[at],
            arrivals: Figure::between(arrivals, *cases, Method::MonthlyLevel).over(period),
            qualify: qualify.over(period),
            quality: quality.over(period),
            conversion: won.over(period),
        }
    };
    groups.each.iter().enumerate().map(channel).collect()
}

fn wins_by_group((records, of, from): Grouped<'_>, groups: usize) -> Vec<f64> {
    let mut wins = vec![0.0; groups];
    for case in records.cases.iter().filter(|case| case.created >= from) {
        if matches!(case.outcome, Outcome::Won(_)) {
            wins[of[usize::from(case.channel)]] += 1.0;
        }
    }
    wins
}
