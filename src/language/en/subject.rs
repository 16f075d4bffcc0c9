//! What the numbers of a scenario are called.

use crate::language::{Subject, Together, What};

/// A number of a scenario.
pub fn label(subject: &Subject) -> String {
    let Subject { what, of, within } = subject;
    let text = match what {
        What::Drift => "Growth of the market a year".into(),
        What::Volatility => "Ups and downs of the market".into(),
        What::Persistence => "How long a market shock lasts".into(),
        What::GrossMargin => "Gross margin".into(),
        What::Commission => "Commission".into(),
        What::HandoffLoss => "Lost in each hand-off".into(),
        What::Leads => format!("{of} leads a month"),
        What::Prospects => format!("{of} prospects a month"),
        What::LeadHours => format!("Hours for each {of} lead"),
        What::Qualify => format!("{of} leads that qualify"),
        What::LeadQuality => format!("Quality of {of} leads"),
        What::LeadStale => format!("{of} leads lost by waiting a month"),
        What::StageHours => format!("Hours for {of}"),
        What::StageWait => format!("Buyer’s wait before {of}"),
        What::StagePass => format!("Deals that pass {of}"),
        What::StageStale => format!("Deals lost by waiting for {of}"),
        What::Price => "Price of a first deal".into(),
        What::PriceSpread => "Spread of deal prices".into(),
        What::CareHours => "Hours of care for each customer".into(),
        What::ChurnCared => "Churn with full care".into(),
        What::ChurnNeglected => "Churn without care".into(),
        What::OrdersCared => "Repeat orders with full care".into(),
        What::OrdersNeglected => "Repeat orders without care".into(),
        What::OrderValue => "Worth of a repeat order".into(),
        What::ReferralsCared => "Referrals with full care".into(),
        What::ReferralsNeglected => "Referrals without care".into(),
        What::TrackingHours => "Hours of tracking for each customer".into(),
        What::TrackingDemands => "Demand found by tracking".into(),
        What::TrackingQuality => "Quality of tracked demand".into(),
        What::TrackingValue => "Worth of tracked demand".into(),
        What::RoleHours => format!("Productive hours of {of}"),
        What::Ramp => format!("Ramp of {of}"),
        What::Attrition => format!("Attrition of {of}"),
        What::HireMonths => format!("Months to hire {of}"),
        What::AnnualCost => format!("Yearly cost of {of}"),
        What::HireCost => format!("Cost of hiring {of}"),
        What::SwitchingLoss => format!("Switching loss of {of}"),
        What::Speed => format!("Speed of {of} in {within}"),
        What::Lift => format!("Better odds by {of} in {within}"),
        What::WorkPrice => format!("Better price by {of} in {within}"),
        What::Other => of.clone(),
    };
    let is_work = matches!(what, What::Speed | What::Lift | What::WorkPrice);
    let text = if *what == What::Other { text } else { large(&text) };
    if within.is_empty() || is_work { text } else { format!("{text} ({within})") }
}

/// Numbers that belong together.
pub fn group(together: &Together) -> String {
    match together {
        Together::Segment(key) => format!("Everything about {key}"),
        Together::Role(title) => format!("Everything about {title}"),
        Together::Handoffs => "Everything about hand-offs".into(),
        Together::Market => "The market".into(),
        Together::Economics => "Margin and commission".into(),
        Together::All => "All of them together".into(),
    }
}

/// A label that begins a line.
fn large(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
