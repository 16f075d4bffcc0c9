//! The fields, other values for them, and what must move.

use std::cmp::Ordering::{self, Greater, Less};

use orgodds::simulation::{Metric, Tally};

use super::super::harness::Text;

/// A figure of a run.
#[derive(Debug, Clone, Copy)]
pub enum Figure {
    Total(Metric),
    Demanded(&'static str),
    Supplied(&'static str),
    Available(&'static str),
}
pub use Figure::{Available, Demanded, Supplied, Total};
use Metric::{
    Bookings, Contribution, Customers, Departures, FirstReferred, FirstSourced, HireCost, Leads,
    Opportunities, PeopleCost, RepeatExisting, Wins,
};

impl Figure {
    /// Its values in the first runs.
    pub fn of(self, text: &Text, runs: u64) -> Vec<f64> {
        let value: Box<dyn Fn(&Tally<'_>) -> f64> = match self {
            Total(metric) => return text.simulate(runs).metric(metric).to_vec(),
            Demanded(kind) => {
                let kind = text.kind(kind);
                Box::new(move |tally| tally.demanded[kind])
            }
            Supplied(kind) => {
                let kind = text.kind(kind);
                Box::new(move |tally| tally.supplied[kind])
            }
            Available(role) => {
                let role = text.role(role);
                Box::new(move |tally| tally.available[role])
            }
        };
        text.sample(runs, value)
    }
}

/// A field, another value for it, and the figure that then rises or falls.
pub type Row = (&'static str, &'static str, Figure, Ordering);

/// One row a field, and more where there is more than one way to use it.
pub const ROWS: &[Row] = &[
    ("horizon_months", "18", Total(Bookings), Greater),
    ("warm_up_months", "0", Total(Wins), Less),
    ("priorities", "['serve']", Supplied("serve"), Greater),
    ("market.seasonality", "[1, 0.6]", Total(Leads), Less),
    ("market.seasonality", "[1, 1.2, 2]", Total(Leads), Greater),
    ("market.drift", "0.5", Total(Leads), Greater),
    ("economics.gross_margin", "0.8", Total(Contribution), Greater),
    ("economics.commission", "0.2", Total(Contribution), Less),
    ("segments.s.channels.web.kind", "'outbound'", Total(Leads), Less),
    ("segments.s.channels.web.arrivals", "60", Total(Leads), Greater),
    ("segments.s.channels.web.work", "'hunt'", Demanded("lead"), Less),
    ("segments.s.channels.web.hours", "2", Demanded("lead"), Greater),
    ("segments.s.channels.web.qualify", "0.8", Total(Opportunities), Greater),
    ("segments.s.channels.web.quality", "3", Total(Wins), Greater),
    ("segments.s.channels.web.stale", "0.95", Total(Opportunities), Less),
    ("segments.s.channels.hunt.arrivals", "45", Total(Leads), Greater),
    ("segments.s.channels.hunt.work", "'lead'", Demanded("hunt"), Less),
    ("segments.s.channels.hunt.hours", "3", Total(Leads), Less),
    ("segments.s.channels.hunt.qualify", "0.6", Total(Opportunities), Greater),
    ("segments.s.channels.hunt.quality", "3", Total(Wins), Greater),
    ("segments.s.channels.hunt.stale", "0.99", Total(Leads), Less),
    ("segments.s.channels.word.work", "'hunt'", Demanded("lead"), Less),
    ("segments.s.channels.word.hours", "2", Demanded("lead"), Greater),
    ("segments.s.channels.word.qualify", "1", Total(FirstReferred), Greater),
    ("segments.s.channels.word.quality", "20", Total(FirstReferred), Greater),
    ("segments.s.stages.talk.work", "'advise'", Demanded("sell"), Less),
    ("segments.s.stages.talk.hours", "6", Demanded("sell"), Greater),
    ("segments.s.stages.talk.wait_months", "6", Demanded("sell"), Less),
    ("segments.s.stages.talk.pass", "0.9", Demanded("advise"), Greater),
    ("segments.s.stages.talk.stale", "0.95", Demanded("advise"), Less),
    ("segments.s.stages.offer.stale", "0.99", Total(Wins), Less),
    ("segments.s.deal.price", "150", Total(Bookings), Greater),
    ("segments.s.deal.priced_at", "'offer'", Total(FirstSourced), Less),
    ("segments.s.customers.initial", "60", Total(RepeatExisting), Greater),
    ("segments.s.customers.care.work", "'track'", Demanded("serve"), Less),
    ("segments.s.customers.care.hours", "3", Demanded("serve"), Greater),
    ("segments.s.customers.churn.cared", "0.5", Total(Customers), Less),
    ("segments.s.customers.churn.neglected", "0.9", Total(Customers), Less),
    ("segments.s.customers.orders.cared", "4", Total(RepeatExisting), Greater),
    ("segments.s.customers.orders.neglected", "2", Total(RepeatExisting), Greater),
    ("segments.s.customers.order_value", "1", Total(RepeatExisting), Greater),
    ("segments.s.customers.referrals.cared", "4", Total(FirstReferred), Greater),
    ("segments.s.customers.referrals.neglected", "3", Total(FirstReferred), Greater),
    ("segments.s.customers.tracking.work", "'serve'", Demanded("track"), Less),
    ("segments.s.customers.tracking.hours", "2", Demanded("track"), Greater),
    ("segments.s.customers.tracking.demands", "3", Total(RepeatExisting), Greater),
    ("segments.s.customers.tracking.quality", "9", Total(RepeatExisting), Greater),
    ("segments.s.customers.tracking.value", "2", Total(RepeatExisting), Greater),
    ("segments.s.customers.tracking.enters", "'talk'", Total(RepeatExisting), Less),
    ("handoffs.loss", "0.5", Total(Opportunities), Less),
    ("roles.rep.headcount", "5", Available("rep"), Greater),
    ("roles.rep.headcount", "[[1, 3], [7, 5]]", Available("rep"), Greater),
    ("roles.rep.headcount", "[[1, 3], [3, 5]]", Available("rep"), Greater),
    ("roles.rep.hours", "50", Available("rep"), Greater),
    ("roles.rep.start", "'ramped'", Available("rep"), Greater),
    ("roles.rep.start", "'vacant'", Available("rep"), Less),
    ("roles.rep.ramp_months", "9", Available("rep"), Less),
    ("roles.rep.attrition", "0.8", Total(Departures), Greater),
    ("roles.rep.hire_months", "6", Total(PeopleCost), Less),
    ("roles.rep.annual_cost", "70_000", Total(PeopleCost), Greater),
    ("roles.rep.hire_cost", "9_000", Total(HireCost), Greater),
    ("roles.rep.switching_loss", "0.4", Available("rep"), Less),
    ("roles.rep.work.lead.share", "0.5", Supplied("lead"), Greater),
    ("roles.carer.work.serve.share", "0.5", Supplied("serve"), Greater),
    ("roles.rep.work.lead.speed", "2", Supplied("lead"), Greater),
    ("roles.rep.work.lead.lift", "5", Total(Opportunities), Greater),
    ("roles.rep.work.sell.lift", "5", Demanded("advise"), Greater),
    ("roles.rep.work.sell.price", "2", Total(FirstSourced), Greater),
    ("roles.rep.work.advise", "{}", Supplied("advise"), Greater),
    ("roles.manager.annual_cost", "99_000", Total(PeopleCost), Greater),
    ("roles.manager.headcount", "2", Total(PeopleCost), Greater),
    ("roles.manager", "{ headcount = 1 }", Total(PeopleCost), Less),
];

/// Fields that may be left out, and what they then are.
pub const DEFAULTS: &[(&str, &str)] = &[
    ("horizon_months", "24"),
    ("warm_up_months", "0"),
    ("steps_per_month", "4"),
    ("currency", "''"),
    ("priorities", "[]"),
    ("market.drift", "0"),
    ("market.volatility", "0"),
    ("market.persistence", "0"),
    ("economics.gross_margin", "1"),
    ("economics.commission", "0"),
    ("segments.s.channels.web.quality", "1"),
    ("segments.s.channels.web.stale", "0"),
    ("segments.s.channels.hunt.quality", "1"),
    ("segments.s.channels.hunt.stale", "0"),
    ("segments.s.channels.word.quality", "1"),
    ("segments.s.channels.word.stale", "0"),
    ("segments.s.stages.talk.wait_months", "0"),
    ("segments.s.stages.talk.stale", "0"),
    ("segments.s.deal.spread", "0"),
    ("segments.s.deal.priced_at", "'offer'"),
    ("segments.s.customers.initial", "0"),
    ("segments.s.customers.tracking.quality", "1"),
    ("segments.s.customers.tracking.enters", "'talk'"),
    ("handoffs.loss", "0"),
    ("roles.rep.title", "'rep'"),
    ("roles.rep.start", "'ramped'"),
    ("roles.rep.ramp_months", "0"),
    ("roles.rep.attrition", "0"),
    ("roles.rep.hire_months", "0"),
    ("roles.rep.annual_cost", "0"),
    ("roles.rep.hire_cost", "0"),
    ("roles.rep.switching_loss", "0"),
    ("roles.rep.work.lead.share", "0"),
    ("roles.rep.work.lead.speed", "1"),
    ("roles.rep.work.lead.lift", "1"),
    ("roles.rep.work.sell.speed", "1"),
    ("roles.rep.work.sell.price", "1"),
];
