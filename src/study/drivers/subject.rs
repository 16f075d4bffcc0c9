//! What a path of a scenario is about, so that people can be told.

use crate::language::{Subject, What};
use crate::organisation::{ChannelKind, Path, Scenario};

/// What the factor at `path` is about.
pub(in crate::study) fn of(scenario: &Scenario, path: &Path) -> Subject {
    let keys: Vec<&str> = path.0.iter().map(String::as_str).collect();
    let segment = |key: &str| {
        if scenario.segments.len() > 1 { key.to_owned() } else { String::new() }
    };
    let (what, of, within) = match *keys {
        ["segments", key, ref rest @ ..] => {
            let (what, of) = segment_part(scenario, key, rest);
            (what, of, segment(key))
        }
        ["roles", role, "work", kind, last] => (work(last), title(scenario, role), kind.to_owned()),
        ["roles", role, last] => (role_figure(last), title(scenario, role), String::new()),
        [table, last] => (common(table, last), String::new(), String::new()),
        _ => (What::Other, String::new(), String::new()),
    };
    let of = if what == What::Other { path.to_string() } else { of };
    Subject { what, of, within }
}

/// What people call a role.
pub(super) fn title(scenario: &Scenario, role: &str) -> String {
    let found = scenario.roles.iter().find(|one| one.key == role);
    found.map_or_else(|| role.to_owned(), |role| role.title.clone())
}

fn common(table: &str, last: &str) -> What {
    match (table, last) {
        ("market", "drift") => What::Drift,
        ("market", "volatility") => What::Volatility,
        ("market", "persistence") => What::Persistence,
        ("economics", "gross_margin") => What::GrossMargin,
        ("economics", "commission") => What::Commission,
        ("handoffs", "loss") => What::HandoffLoss,
        _ => What::Other,
    }
}

/// What stands in a segment, and the channel or stage that it belongs to.
fn segment_part(scenario: &Scenario, segment: &str, rest: &[&str]) -> (What, String) {
    match *rest {
        ["channels", channel, last] => {
            let what = channel_figure(last, is_outbound(scenario, segment, channel));
            (what, channel.to_owned())
        }
        ["stages", stage, last] => (stage_figure(last), stage.to_owned()),
        ["deal", "price"] => (What::Price, String::new()),
        ["deal", "spread"] => (What::PriceSpread, String::new()),
        ["customers", ref rest @ ..] => (customer_figure(rest), String::new()),
        _ => (What::Other, String::new()),
    }
}

fn is_outbound(scenario: &Scenario, segment: &str, channel: &str) -> bool {
    let segment = scenario.segments.iter().find(|one| one.key == segment);
    let channels = segment.map(|segment| &segment.channels).into_iter().flatten();
    let mut these = channels.filter(|one| one.key == channel);
    these.any(|one| matches!(one.kind, ChannelKind::Outbound { .. }))
}

fn channel_figure(last: &str, outbound: bool) -> What {
    match last {
        "arrivals" if outbound => What::Prospects,
        "arrivals" => What::Leads,
        "hours" => What::LeadHours,
        "qualify" => What::Qualify,
        "quality" => What::LeadQuality,
        "stale" => What::LeadStale,
        _ => What::Other,
    }
}

fn stage_figure(last: &str) -> What {
    match last {
        "hours" => What::StageHours,
        "wait_months" => What::StageWait,
        "pass" => What::StagePass,
        "stale" => What::StageStale,
        _ => What::Other,
    }
}

fn customer_figure(rest: &[&str]) -> What {
    match *rest {
        ["care", "hours"] => What::CareHours,
        ["churn", "cared"] => What::ChurnCared,
        ["churn", "neglected"] => What::ChurnNeglected,
        ["orders", "cared"] => What::OrdersCared,
        ["orders", "neglected"] => What::OrdersNeglected,
        ["order_value"] => What::OrderValue,
        ["referrals", "cared"] => What::ReferralsCared,
        ["referrals", "neglected"] => What::ReferralsNeglected,
        ["tracking", "hours"] => What::TrackingHours,
        ["tracking", "demands"] => What::TrackingDemands,
        ["tracking", "quality"] => What::TrackingQuality,
        ["tracking", "value"] => What::TrackingValue,
        _ => What::Other,
    }
}

fn role_figure(last: &str) -> What {
    match last {
        "hours" => What::RoleHours,
        "ramp_months" => What::Ramp,
        "attrition" => What::Attrition,
        "hire_months" => What::HireMonths,
        "annual_cost" => What::AnnualCost,
        "hire_cost" => What::HireCost,
        "switching_loss" => What::SwitchingLoss,
        _ => What::Other,
    }
}

fn work(last: &str) -> What {
    match last {
        "speed" => What::Speed,
        "lift" => What::Lift,
        "price" => What::WorkPrice,
        _ => What::Other,
    }
}
