//! What the files tell, typed: the records that everything is estimated from.
//!
//! Names of people are not in here: an owner is a number.

use super::cases::Cases;
use super::day::Day;
use super::findings::Findings;
use super::standing::Standing;
use super::taken::{ColumnTaken, FileRead};

/// Whether a lead was found fit to sell to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Qualification {
    /// The files do not say; every case of a file without such a column.
    Untold,
    /// Not decided by the end of the records.
    Pending,
    /// Fit, on a day where that is told.
    Passed(Option<Day>),
    /// Not fit.
    Rejected,
}

/// How a case stood at the end of the records.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// Neither won nor lost: not lost, only not yet closed.
    Open,
    /// Won on a day, never before the case was created.
    Won(Day),
    /// Lost, on a day where that is told; never before it was created.
    Lost(Option<Day>),
}

/// One case: a lead or an opportunity, joined over files by id.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Case {
    /// First contact, or the start of work on an opportunity.
    pub created: Day,
    /// Index into [`Records::channels`].
    pub channel: u16,
    /// Index into [`Records::segments`]: the product, or the customer's trade.
    pub segment: Option<u16>,
    /// Whether and when it was found fit.
    pub qualification: Qualification,
    /// How it ended.
    pub outcome: Outcome,
    /// What was sold for, in [`Records::currency`]; above 0, of won cases only.
    pub amount: Option<f64>,
    /// Who closes it: a number below [`Records::owners`].
    pub owner: Option<u16>,
    /// Who opened it, in the same numbers, where the files name somebody else.
    pub opener: Option<u16>,
    /// Index into [`Records::stages`]: the stage last recorded.
    pub stage: Option<u16>,
    /// Whom it made a customer, in the numbers of [`Order::customer`].
    pub customer: Option<u32>,
}

/// One order, its items added up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Order {
    /// A number below [`Records::customers`].
    pub customer: u32,
    /// Day of the order.
    pub day: Day,
    /// In [`Records::currency`]; above 0.
    pub amount: f64,
}

/// One person's time in one role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Employment {
    /// The person: the same number in all rows of that person.
    pub person: u16,
    /// Index into [`Records::roles`].
    pub role: u16,
    /// First day; `None` where it is not told, so before the records begin.
    pub start: Option<Day>,
    /// Last day; `None` where the person is still there.
    pub end: Option<Day>,
    /// Selling hours a month; 0 of who only leads.
    pub hours: Option<f64>,
    /// Cost a month in [`Records::currency`], above 0.
    pub cost: Option<f64>,
}

/// Everything that was read.
#[derive(Debug, Clone)]
pub struct Records {
    /// Leads where a file of leads was given, otherwise opportunities.
    pub cases: Cases,
    /// Whether the cases are leads.
    pub of_leads: bool,
    /// Names of channels as written; an empty name is an empty cell, which is
    /// not the same as "unknown".
    pub channels: Vec<String>,
    /// Names of products or trades.
    pub segments: Vec<String>,
    /// Names of stages, in the order in which they were met.
    pub stages: Vec<String>,
    /// What each status and stage was taken to say; the rest is open.
    pub standings: Vec<(String, Standing)>,
    /// Number of owners and openers.
    pub owners: u16,
    /// Number of customers in cases and orders.
    pub customers: u32,
    /// Names of roles.
    pub roles: Vec<String>,
    /// Who worked when in which role; empty without a file of people.
    pub people: Vec<Employment>,
    /// Orders by day, of one day by customer; empty without a file of orders.
    pub orders: Vec<Order>,
    /// Earliest creation of a case.
    pub first: Day,
    /// End of observation: the latest day on which anything happened.
    pub last: Day,
    /// Code of the currency of every amount, where the files tell one.
    pub currency: Option<String>,
    /// Everything odd, with what was done about it.
    pub findings: Findings,
    /// What was taken for what.
    pub taken: Vec<ColumnTaken>,
    /// How each file was read.
    pub files: Vec<FileRead>,
}

impl Records {
    /// Whether losses are recorded at all: where none is, an old open case may
    /// be a lost one.
    #[must_use]
    pub fn tells_losses(&self) -> bool {
        self.cases.iter().any(|case| matches!(case.outcome, Outcome::Lost(_)))
    }

    /// Whether qualification is recorded at all.
    #[must_use]
    pub fn tells_qualification(&self) -> bool {
        self.cases.iter().any(|case| {
            !matches!(case.qualification, Qualification::Untold | Qualification::Pending)
        })
    }
}
