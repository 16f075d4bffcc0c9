//! What is published, for what records cannot tell: wide 90 % intervals with
//! their source. US firms of the 2010s and 2020s unless said otherwise.

/// A published 90 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Benchmark {
    /// Lower end (P5).
    pub low: f64,
    /// Upper end (P95).
    pub high: f64,
    /// Who published what it is taken from; empty for a judgement.
    pub source: &'static str,
}

const fn published(low: f64, high: f64, source: &'static str) -> Benchmark {
    Benchmark { low, high, source }
}

const fn judged(low: f64, high: f64) -> Benchmark {
    published(low, high, "")
}

/// Yearly growth of demand, log.
pub const DRIFT: Benchmark = published(-0.05, 0.13, "Gartner 2013-2025");
/// Yearly sd of the shocks to log demand.
pub const VOLATILITY: Benchmark = published(0.15, 0.40, "Winning by Design 2023");
/// Month-to-month memory of log demand.
pub const PERSISTENCE: Benchmark = published(0.80, 0.95, "Winning by Design 2023");
/// Share of bookings left after delivery.
pub const GROSS_MARGIN: Benchmark = published(0.68, 0.80, "KeyBanc 2024, ICONIQ 2025");
/// Share of bookings paid out.
pub const COMMISSION: Benchmark = published(0.05, 0.09, "ICONIQ, Pacific Crest 2016");
/// Hours a lead.
pub const LEAD_HOURS: Benchmark = judged(0.3, 1.2);
/// Hours an opportunity, over all stages.
pub const OPPORTUNITY_HOURS: Benchmark = judged(10.0, 40.0);
/// Monthly loss of leads nobody worked.
pub const LEAD_STALE: Benchmark = published(0.90, 0.995, "Oldroyd et al. 2011");
/// Monthly loss of opportunities that wait for us.
pub const STALE: Benchmark = published(0.15, 0.35, "Outreach 2025");
/// Coefficient of variation from deal to deal.
pub const SPREAD: Benchmark = judged(0.6, 1.4);
/// Care, hours a customer a month.
pub const CARE_HOURS: Benchmark = published(0.5, 3.2, "ClientSuccess, Insight Partners 2015");
/// The same of many small customers.
pub const CARE_HOURS_MANY: Benchmark = published(0.4, 1.1, "ClientSuccess");
/// Cost of a seat a year, USD.
pub const ANNUAL_COST: Benchmark = published(105_000.0, 150_000.0, "Bridge Group 2024, SBA");
/// Churn a year with full care.
pub const CHURN: Benchmark = published(0.07, 0.30, "Pacific Crest 2016, T. Tunguz");
/// Odds of churn without care over those with it.
pub const NEGLECT_CHURN: Benchmark =
    published(1.3, 5.0, "SaaS renewal before and after customer success");
/// Repeat orders a customer a year with full care.
pub const ORDERS: Benchmark = judged(0.3, 1.1);
/// Orders without care, as a share of those with it.
pub const NEGLECT_ORDERS: Benchmark = judged(0.4, 0.9);
/// Worth of a repeat order, of the first deal.
pub const ORDER_VALUE: Benchmark = judged(0.4, 1.1);
/// Lost where work changes hands.
pub const HANDOFF: Benchmark = published(0.04, 0.15, "Coviello et al. 2014, Song et al. 2015");
/// Productivity lost for each further kind of work.
pub const SWITCHING: Benchmark = published(0.03, 0.12, "Rubinstein et al. 2001");
/// Productive hours a month.
pub const HOURS: Benchmark = published(90.0, 120.0, "CSO Insights 2006-2011, Salesforce");
/// Months until fully productive.
pub const RAMP: Benchmark = published(3.0, 8.0, "Bridge Group");
/// Yearly chance to leave.
pub const ATTRITION: Benchmark = published(0.18, 0.40, "DePaul 2011, HubSpot, Bridge Group");
/// Months that a seat stays empty.
pub const HIRING: Benchmark = published(1.0, 3.0, "WSJ, HRO Today");
/// Speed of a specialist in lead work, a generalist being 1.
pub const SPEED: Benchmark = published(0.95, 1.25, "Staats and Gino 2012");
/// Odds of a win of a seller who does nothing else, a generalist's being 1: no better is
/// well inside.
pub const SELL_LIFT: Benchmark = judged(0.98, 1.8);
/// The same of care for customers.
pub const CARE_LIFT: Benchmark = judged(0.95, 1.37);
