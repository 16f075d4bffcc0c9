//! Everything that was found: a scenario's numbers as plain data.

use super::arrivals::Ahead;
use super::closing::{Closing, recorded::Point};
use super::cohorts::Cohort;
use super::figure::Figure;
use super::people::Role;
use super::sizes::Band;
use super::varying::Varying;
use super::warning::Warning;
use crate::records::Day;

/// What the caller decides.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Options {
    /// Cases created before this day are left out.
    pub from: Option<Day>,
    /// Steps of time a month; chosen by the records where none is given.
    pub steps_per_month: Option<usize>,
}

/// A scenario's numbers with what they rest on.
#[derive(Debug, Clone)]
pub struct Fitted {
    /// Days in which cases were seen to arrive.
    pub arrived: (Day, Day),
    /// End of observation of everything else.
    pub last: Day,
    /// Cases used.
    pub cases: f64,
    /// Cases left out because they were created too early.
    pub left_out: f64,
    /// Cases won.
    pub wins: f64,
    /// Cases recorded as lost.
    pub losses: f64,
    /// Unit of money, where it is known.
    pub currency: Option<String>,
    /// Whether cases are leads; otherwise they are opportunities already.
    pub of_leads: bool,
    /// Steps of time a month.
    pub steps_per_month: usize,
    /// Demand over time.
    pub market: Market,
    /// Where cases come from, the most first.
    pub channels: Vec<Channel>,
    /// Kinds of case by how long they take, the quicker first.
    pub kinds: Vec<Kind>,
    /// Mean months until a lead is qualified, where that is recorded and takes time.
    pub lag: Option<Figure>,
    /// Share of cases that are ever won, over all channels.
    pub conversion: Figure,
    /// Mean first deal.
    pub price: Figure,
    /// Coefficient of variation from deal to deal.
    pub spread: Figure,
    /// What happens after the win.
    pub customers: Customers,
    /// Roles with people in them; none without a file of people.
    pub roles: Vec<Role>,
    /// Work as the owners of cases show it.
    pub owners: Owners,
    /// Factors that the records hold together.
    pub correlations: Vec<Correlation>,
    /// What should be known before the figures are used.
    pub warnings: Vec<Warning>,
    /// The law of closing behind pass and wait.
    pub closing: Closing,
    /// The law of qualifying, where it is recorded.
    pub qualifying: Option<Closing>,
    /// Share won by age, recorded against fitted.
    pub curve: Vec<Point>,
    /// The same by quarter of arrival.
    pub cohorts: Vec<Cohort>,
    /// Deals by size.
    pub sizes: Vec<Band>,
    /// How far quarters differ in their share won, where they do by more than chance.
    pub varying: Option<Varying>,
}

/// Demand over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Market {
    /// Cases a month to expect over the coming year, all channels together.
    pub level: Figure,
    /// Yearly growth, log.
    pub drift: Figure,
    /// Yearly sd of the shocks to log demand.
    pub volatility: Figure,
    /// Month-to-month memory.
    pub persistence: Figure,
    /// Factor by month with its interval, the first one of the scenario first;
    /// empty where the records are too short.
    pub seasonality: Vec<[f64; 3]>,
    /// The scenario's first month, counted as [`Day::month`] does.
    pub starts: i32,
    /// Cases that arrived by month, with the share of a month that was seen.
    pub recorded: Vec<(i32, f64, f64)>,
    /// Demand as it goes on from the last recorded month, draw by draw.
    pub ahead: Vec<Ahead>,
}

/// Where cases come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Channel {
    /// Its name as written; empty where the records leave it empty.
    pub name: String,
    /// How many channels of the records were put together in it.
    pub merged: usize,
    /// Cases, and those of them won.
    pub cases: f64,
    /// Cases won.
    pub wins: f64,
    /// Cases a month.
    pub arrivals: Figure,
    /// Share of cases that become opportunities.
    pub qualify: Figure,
    /// Factor on the odds of every pass.
    pub quality: Figure,
    /// Share of its cases that are ever won.
    pub conversion: Figure,
}

/// Cases that take alike long.
#[derive(Debug, Clone, PartialEq)]
pub struct Kind {
    /// Share of all cases.
    pub share: Figure,
    /// Waiting rooms, one stage each.
    pub chain: usize,
    /// Mean months in each beyond the first step.
    pub wait: Figure,
    /// Share of its opportunities that are won.
    pub pass: Figure,
}

impl Kind {
    /// Mean months until a case closes: in each room a step, and the wait beyond it.
    #[must_use]
    pub fn months(&self, steps_per_month: usize) -> Figure {
        let (rooms, step) = (self.chain as f64, 1.0 / steps_per_month as f64);
        self.wait.clone().map(|wait| rooms * (wait + step))
    }

    /// With the days that its figures rest on.
    #[must_use]
    pub(super) fn over(self, period: (Day, Day)) -> Self {
        let [share, wait, pass] =
            [self.share, self.wait, self.pass].map(|figure| figure.over(period));
        Self { share, wait, pass, ..self }
    }
}

/// What happens after the win.
#[derive(Debug, Clone, PartialEq)]
pub struct Customers {
    /// Active customers at the end of the records.
    pub initial: Figure,
    /// Chance to leave within a year, as recorded.
    pub churn: Figure,
    /// Repeat orders a customer a year, as recorded.
    pub orders: Figure,
    /// Worth of a repeat order, of the mean first deal.
    pub order_value: Figure,
}

/// Who works on cases, as far as their owners are recorded.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Owners {
    /// People who close cases in a month, median over months; 0 where none is told.
    pub closers: f64,
    /// People who open them, where the records name others.
    pub openers: f64,
    /// Of cases with both, the share in which these are two people.
    pub split: f64,
    /// Cases that end in a month, median over the same months.
    pub closed: f64,
}

/// A factor that records tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Arrivals of a channel (by its place) within a kind.
    Arrivals(usize),
    /// Pass of a kind.
    Pass(usize),
    /// Wait of a kind.
    Wait(usize),
    /// Quality of a channel.
    Quality(usize),
    /// Churn.
    Churn,
    /// Repeat orders.
    Orders,
}

/// Two factors that the records hold together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// Which.
    pub between: (Subject, Subject),
    /// Correlation of their ranks in the posterior, as normal scores.
    pub rho: f64,
}
