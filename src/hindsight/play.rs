//! The months after a day, played many times: open cases go on, others come, and
//! both are won by one draw of the fitted laws.

use super::coming::Coming;
use super::laws::Laws;
use super::open::Waiting;
use super::origin::Horizon;
use super::worth::Worth;
use crate::fit::Fitted;
use crate::fit::closing::DAYS_A_MONTH;
use crate::monte_carlo::{Interrupted, Watch, for_each};
use crate::random::{Luck, Place};
use crate::records::{Day, Records};

/// Runs between two looks at whether to stop.
const AT_ONCE: u64 = 256;
/// Draws of the laws behind what is to be expected of cases that are known.
const DRAWS: usize = 200;

/// What is known on the day.
pub struct Play<'a> {
    laws: Laws<'a>,
    coming: Coming<'a>,
    open: &'a [Waiting],
    days: &'a [Day],
    worth: Option<&'a Worth>,
}

/// One way in which the months may go.
pub struct Run {
    /// Cases that come.
    pub cases: f64,
    /// Deals of them, by month.
    pub new: Vec<f64>,
    /// Deals of the cases that were open on the day, by month.
    pub open: Vec<f64>,
    /// Bookings by month, in currency; empty where amounts are not on record.
    pub worth: Vec<f64>,
}

impl Run {
    /// Deals of a month.
    pub fn deals(&self, month: usize) -> f64 {
        self.new[month] + self.open[month]
    }

    /// Deals of all months.
    pub fn all_deals(&self) -> f64 {
        self.new.iter().chain(&self.open).sum()
    }

    /// Bookings of all months, in currency.
    pub fn all_worth(&self) -> f64 {
        self.worth.iter().sum()
    }
}

impl<'a> Play<'a> {
    /// From what was `known` on the day, and fitted to it; laws reach to `last`.
    pub fn new(
        (known, fitted): (&Records, &'a Fitted),
        open: &'a [Waiting],
        days: &'a [Day],
        worth: Option<&'a Worth>,
        last: Day,
    ) -> Self {
        let end = if last > days[days.len() - 1] { last } else { days[days.len() - 1] };
        let longest = end.since(known.first) / DAYS_A_MONTH + 2.0;
        let laws = Laws::new(known, fitted, longest);
        Self { laws, coming: Coming::new(fitted, days), open, days, worth }
    }

    /// Plays the months, in the order of the runs.
    pub fn runs(&self, horizon: &Horizon, watch: &dyn Watch) -> Result<Vec<Run>, Interrupted> {
        let mut runs = Vec::new();
        for start in (0..horizon.runs).step_by(AT_ONCE as usize) {
            if watch.cancelled() {
                return Err(Interrupted);
            }
            let some: Vec<u64> = (start..(start + AT_ONCE).min(horizon.runs)).collect();
            runs.extend(for_each(&some, |run| self.run(*run, horizon)));
            watch.advanced(some.len() as u64);
        }
        Ok(runs)
    }

    fn run(&self, run: u64, horizon: &Horizon) -> Run {
        let (luck, step) = (Luck::new(horizon.seed, run), horizon.until as usize);
        let draw = self.laws.draw(run as usize);
        let channels = 0..self.laws.channels();
        let tracks: Vec<_> = channels.map(|at| (draw.leads(at), draw.opportunities(at))).collect();
        let mut stream = luck.at(Place::new("hindsight/open")).step(step);
        let mut open = vec![0.0; horizon.months];
        for waiting in self.open {
            let (lead, opportunity) = &tracks[self.laws.group(waiting.channel)];
            let track = if waiting.qualified { opportunity } else { lead };
            track.wins(waiting, self.days, &mut stream, &mut open);
        }
        let cases = self.coming.cases(run, luck);
        let mut stream = luck.at(Place::new("hindsight/new")).step(step);
        let new = self.coming.wins(&cases, &tracks, draw.steps_a_month(), &mut stream);
        let deals: Vec<f64> = new.iter().zip(&open).map(|(a, b)| a + b).collect();
        let worth = self.worth.map_or_else(Vec::new, |worth| worth.draw(&deals, luck, step));
        Run { cases: cases.iter().flatten().sum::<u64>() as f64, new, open, worth }
    }

    /// Deals to expect of cases by each of two days, one not before the other.
    pub fn expected(&self, cases: &[Waiting], until: [Day; 2]) -> [f64; 2] {
        let mut sums = [0.0; 2];
        for at in 0..DRAWS {
            let draw = self.laws.draw(at);
            let channels = 0..self.laws.channels();
            let tracks: Vec<_> =
                channels.map(|at| (draw.leads(at), draw.opportunities(at))).collect();
            for waiting in cases {
                let (lead, opportunity) = &tracks[self.laws.group(waiting.channel)];
                let track = if waiting.qualified { opportunity } else { lead };
                for (sum, until) in sums.iter_mut().zip(until) {
                    *sum += track.expected(waiting, until);
                }
            }
        }
        sums.map(|sum| sum / DRAWS as f64)
    }
}
