//! Which channels cases come from, at the end of the records.
//!
//! Shares change over the years, so those of the last year count: a full round of
//! seasons. Cases of one channel come together (a fair, a campaign), so that they
//! tell less than as many that come by chance: each channel's own scatter from month
//! to month says by how much (McCullagh and Nelder 1989, Generalized Linear Models,
//! chapter 4).

use super::months::Months;
use crate::distribution::Distribution;
use crate::fit::groups::Groups;
use crate::random::{Luck, Place, Stream};

/// Months whose shares count.
const YEAR: usize = 12;
/// Cases that each channel starts with before any is seen.
const START: f64 = 0.5;
/// Fewer months do not tell how much shares scatter.
const FEW: usize = 4;

/// What the last year tells of a channel.
struct Part {
    cases: f64,
    /// How many times the scatter of chance its months have, at least 1.
    scatter: f64,
    stopped: Option<usize>,
}

/// Cases a month by group of channels, draw by draw: the level of demand times the
/// share of the group (Dirichlet posterior). What stopped has no share; the months
/// since tell how little may still come.
pub fn by_channel(level: &[f64], months: &Months, groups: &Groups) -> Vec<Vec<f64>> {
    let mut stream = Luck::new(0, 0).at(Place::new("fit/shares")).step(0);
    let parts = parts(months, groups);
    let gammas: Vec<Distribution> = parts.iter().map(Part::gamma).collect();
    let mut arrivals = vec![Vec::with_capacity(level.len()); parts.len()];
    for level in level {
        let one = |gamma: &Distribution, stream: &mut Stream| gamma.quantile(stream.uniform());
        let drawn: Vec<f64> = gammas.iter().map(|gamma| one(gamma, &mut stream)).collect();
        let going = parts.iter().zip(&drawn).filter(|(part, _)| part.stopped.is_none());
        let total: f64 = going.map(|(_, drawn)| drawn).sum();
        for ((all, part), drawn) in arrivals.iter_mut().zip(&parts).zip(drawn) {
            let share = |_| drawn / total * level.exp();
            all.push(part.stopped.map_or_else(|| share(()), |months| drawn / months as f64));
        }
    }
    arrivals
}

impl Part {
    fn gamma(&self) -> Distribution {
        let (cases, scatter) = match self.stopped {
            Some(_) => (START, 1.0),
            None => (self.cases + START, self.scatter),
        };
        Distribution::gamma(cases, (cases * scatter).sqrt()).expect("above 0")
    }
}

fn parts(months: &Months, groups: &Groups) -> Vec<Part> {
    let year: Vec<Vec<f64>> =
        months.each.iter().rev().take(YEAR).map(|month| groups.sum(month)).collect();
    let part = |group: usize| {
        let own: Vec<f64> = year.iter().map(|month| month[group]).collect();
        let all: Vec<f64> = year.iter().map(|month| month.iter().sum()).collect();
        let member = |at: &usize| groups.of[*at] == group && months.by_channel[*at] > 0.0;
        let members = (0..groups.of.len()).filter(member).map(|at| months.stopped[at]);
        // Channels that stand together go on while one of them does.
        let stopped = members.min_by_key(|months| months.unwrap_or(0));
        Part { cases: own.iter().sum(), scatter: scatter(&own, &all), stopped: stopped.flatten() }
    };
    (0..groups.each.len()).map(part).collect()
}

/// Squares of what differs from the same share in every month, over those of chance.
fn scatter(own: &[f64], all: &[f64]) -> f64 {
    let share = own.iter().sum::<f64>() / all.iter().sum::<f64>().max(1.0);
    if own.len() < FEW || share <= 0.0 || share >= 1.0 {
        return 1.0;
    }
    let months = own.iter().zip(all).filter(|(_, all)| **all > 0.0);
    let square =
        |(own, all): (&f64, &f64)| (own - share * all).powi(2) / (all * share * (1.0 - share));
    (months.map(square).sum::<f64>() / (own.len() as f64 - 1.0)).max(1.0)
}
