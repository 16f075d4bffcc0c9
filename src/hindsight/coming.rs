//! Cases that are still to come, and when they are won.

use super::open::{Track, at};
use super::shares::{self, over};
use crate::fit::arrivals::Ahead;
use crate::fit::closing::DAYS_A_MONTH;
use crate::fit::{Channel, Fitted, posterior};
use crate::random::{Luck, Place, Stream};
use crate::records::Day;
use crate::simulation::draw::{binomial, poisson};

/// A month's cases come in so many parts of it.
const PARTS: usize = 4;

/// Where cases come from, and in which months.
pub struct Coming<'a> {
    ahead: &'a [Ahead],
    /// The last month that demand was seen in, as [`Day::month`] counts.
    last: i32,
    /// The first month to come.
    first: i32,
    /// Where months begin; the last day is the end.
    days: &'a [Day],
    /// Each channel's share of all cases to come: P5, P50 and P95.
    shares: Vec<[f64; 3]>,
}

impl<'a> Coming<'a> {
    /// For the months that begin on these days, of which the last is the end.
    pub fn new(fitted: &'a Fitted, days: &'a [Day]) -> Self {
        let level = fitted.market.level.ends();
        let share = |channel: &Channel| over(channel.arrivals.ends(), level);
        Self {
            ahead: &fitted.market.ahead,
            last: fitted.arrived.1.month(),
            first: days[0].month(),
            days,
            shares: fitted.channels.iter().map(share).collect(),
        }
    }

    /// Cases by month and channel in a run.
    pub fn cases(&self, run: u64, luck: Luck) -> Vec<Vec<u64>> {
        let ahead = &self.ahead[run as usize % self.ahead.len()];
        let mut stream = luck.at(Place::new("hindsight/coming")).step(self.first as usize);
        let before = usize::try_from(self.first - 1 - self.last).unwrap_or(0);
        let last = self.last.rem_euclid(12) as usize;
        let expected = ahead.expected(last, before + self.days.len() - 1, &mut stream);
        let weight = |share: &[f64; 3]| shares::at(*share, posterior::score(&mut stream));
        let weights: Vec<f64> = self.shares.iter().map(weight).collect();
        let total: f64 = weights.iter().sum();
        let month = |(a_month, ends): (&f64, &[Day])| {
            let cases = a_month * ends[1].since(ends[0]) / DAYS_A_MONTH;
            weights.iter().map(|weight| poisson(cases * weight / total, &mut stream)).collect()
        };
        expected[before..].iter().zip(self.days.windows(2)).map(month).collect()
    }

    /// Draws in which months cases are won that came in these; of each channel what
    /// becomes of its leads, and of its opportunities.
    pub fn wins(
        &self,
        cases: &[Vec<u64>],
        tracks: &[(Track, Track)],
        steps_a_month: usize,
        stream: &mut Stream,
    ) -> Vec<f64> {
        let months = cases.len();
        let mut won = vec![0.0; months];
        let steps = steps_a_month as f64 / DAYS_A_MONTH;
        let longest = (self.days[months].since(self.days[0]) * steps).ceil() as usize + 1;
        for (channel, (leads, _)) in tracks.iter().enumerate() {
            let curve = leads.from_start(longest);
            for month in 0..months {
                let mut left = cases[month][channel];
                let mut chance = 1.0_f64;
                let chances = self.chances(month, &curve, steps);
                for (won, own) in won[month..].iter_mut().zip(chances) {
                    if left == 0 {
                        break;
                    }
                    let these = binomial(left, (own / chance).clamp(0.0, 1.0), stream);
                    *won += these as f64;
                    left -= these;
                    chance = (chance - own).max(1e-12);
                }
            }
        }
        won
    }

    /// Chance of a case that comes at any time of a month to be won in that month and
    /// in each of the later ones.
    fn chances(&self, month: usize, curve: &[f64], steps: f64) -> Vec<f64> {
        let (start, length) = (self.days[month], self.days[month + 1].since(self.days[month]));
        let won_by = |end: &Day| {
            let part = |part: usize| {
                let came = start.0 + length * (part as f64 + 0.5) / PARTS as f64;
                at(curve, (end.0 - came).max(0.0) * steps)
            };
            (0..PARTS).map(part).sum::<f64>() / PARTS as f64
        };
        let mut before = 0.0;
        let chance = |end: &Day| {
            let by = won_by(end);
            let own = by - before;
            before = by;
            own
        };
        self.days[month + 1..].iter().map(chance).collect()
    }
}
