//! What was fitted beside what it was fitted to.

use super::foretold::Foretold;
use crate::fit::sizes::{self, Misfit};
use crate::records::Day;

/// The records and the law that was made from them, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Version of the program.
    pub version: String,
    /// Whether the cases are leads; otherwise they are opportunities.
    pub of_leads: bool,
    /// Number of cases.
    pub cases: u64,
    /// First and last day on which one of them came.
    pub period: (Day, Day),
    /// Last day on record, of whatever happened.
    pub last: Day,
    /// The unit of money, empty where none is told.
    pub currency: String,
    /// Deals by month.
    pub wins: Wins,
    /// Cases by month and channel.
    pub arrivals: Arrivals,
    /// Whether shares won are of leads; otherwise they are of opportunities, as
    /// they are of leads that qualified.
    pub won_of_leads: bool,
    /// Shares won by age: of all first, then by channel, the largest first.
    pub conversion: Vec<Conversion>,
    /// The same by quarter of arrival, against the law of all, the earliest first.
    pub cohorts: Vec<Conversion>,
    /// Sizes of deals; none where no amounts are on record.
    pub deals: Option<Deals>,
}

/// Deals by month: as recorded, and as the fitted law gives for the cases that
/// came.
#[derive(Debug, Clone, PartialEq)]
pub struct Wins {
    /// The first month, as [`Day::month`] counts.
    pub first: i32,
    /// The months.
    pub months: Vec<Foretold>,
}

/// Cases by month.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrivals {
    /// The first month, as [`Day::month`] counts.
    pub first: i32,
    /// Share of each month that is on record, 0 to 1.
    pub seen: Vec<f64>,
    /// The first month that the fit rests on.
    pub from: i32,
    /// Of all channels together.
    pub all: ChannelMonths,
    /// By channel, the largest first.
    pub channels: Vec<ChannelMonths>,
    /// Factor by calendar month, January first; empty where there is none.
    pub seasons: Vec<f64>,
}

/// A channel's cases by month.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelMonths {
    /// Its name; empty where the records leave it empty.
    pub name: String,
    /// By month.
    pub counts: Vec<f64>,
    /// Expected a month from now on: P5, P50 and P95.
    pub level: [f64; 3],
}

/// The share won by age.
#[derive(Debug, Clone, PartialEq)]
pub struct Conversion {
    /// The channel's name; none for all cases.
    pub name: Option<String>,
    /// Number of leads or opportunities.
    pub cases: u64,
    /// Of them won.
    pub won: u64,
    /// By age, ascending.
    pub shares: Vec<Share>,
}

/// A point of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Age in months.
    pub months: f64,
    /// Share won by then: the product-limit estimate.
    pub recorded: f64,
    /// Lower end of its 90 % band.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// As fitted.
    pub fitted: f64,
}

/// Sizes of deals.
#[derive(Debug, Clone, PartialEq)]
pub struct Deals {
    /// Edges of the bins, ascending, in currency; each as many times the one before.
    pub edges: Vec<f64>,
    /// Deals in each bin.
    pub counts: Vec<f64>,
    /// Number of deals with an amount.
    pub count: u64,
    /// Number of deals without.
    pub without: u64,
    /// Fitted mean: P5, P50 and P95.
    pub mean: [f64; 3],
    /// Fitted coefficient of variation: P5, P50 and P95.
    pub spread: [f64; 3],
    /// Where the law has not the shape of the sizes; none where it has.
    pub misfit: Option<Misfit>,
}

impl Review {
    /// Months in which the deals recorded lie in the band of 80 %, and months in all.
    #[must_use]
    pub fn held(&self) -> (usize, usize) {
        let months = &self.wins.months;
        (months.iter().filter(|month| month.holds(80)).count(), months.len())
    }
}

impl Conversion {
    /// Whether the fitted share at the last age lies in the recorded one's interval.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.shares.last().is_none_or(|last| (last.low..=last.high).contains(&last.fitted))
    }
}

impl Deals {
    /// Deals that the fitted law expects between two amounts.
    #[must_use]
    pub fn expected(&self, low: f64, high: f64) -> f64 {
        let below = |amount: f64| sizes::below(amount, self.mean[1], self.spread[1]);
        self.count as f64 * (below(high) - below(low))
    }
}
