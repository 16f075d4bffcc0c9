//! Months foretold from earlier days, against what happened.

use schemars::JsonSchema;
use serde::Serialize;

use super::foretold::{Origin, Told};
use super::scored::Scored;

/// How well the months after earlier days were foretold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Backtest {
    /// Version of the program.
    pub version: String,
    /// What all chance was derived from.
    pub seed: u64,
    /// Simulated runs from each day.
    pub runs: u64,
    /// Whether the cases are leads; otherwise they are opportunities.
    pub of_leads: bool,
    /// Unit of money, where the records tell it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The days, in order.
    pub origins: Vec<Origin>,
    /// How well deals were foretold.
    #[serde(flatten)]
    pub deals: Scored,
    /// How well bookings were, where amounts were on record on every day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bookings: Option<Scored>,
}

/// How a backtest was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// Whether the cases are leads.
    pub of_leads: bool,
    /// Unit of money, where the records tell it.
    pub currency: Option<String>,
    /// What all chance was derived from.
    pub seed: u64,
    /// Simulated runs from each day.
    pub runs: u64,
}

impl Backtest {
    /// Scores the origins, of which there is at least one with a month.
    #[must_use]
    pub fn new(origins: Vec<Origin>, made: Made) -> Self {
        let deals = |origin: &Origin| -> Vec<Told> {
            origin.months.iter().map(|month| month.deals.clone()).collect()
        };
        let bookings = |origin: &Origin| -> Option<Vec<Told>> {
            origin.months.iter().map(|month| month.bookings.clone()).collect()
        };
        let deals: Vec<Vec<Told>> = origins.iter().map(deals).collect();
        let bookings: Option<Vec<Vec<Told>>> = origins.iter().map(bookings).collect();
        let any = origins.iter().any(|origin| origin.won > 0 || origin.total.won > 0.0);
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: made.seed,
            runs: made.runs,
            of_leads: made.of_leads,
            currency: made.currency,
            deals: Scored::new(&deals, any),
            bookings: bookings.map(|bookings| Scored::new(&bookings, any)),
            origins,
        }
    }
}
