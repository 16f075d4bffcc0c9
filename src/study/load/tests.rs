//! The estimate against arithmetic by hand.

use super::*;
use crate::distribution::{Distribution, Domain};
use crate::organisation::{
    Care, Channel, ChannelKind, Customers, Deal, Economics, Factor, FactorId, Factors, Headcount,
    Kind, Market, Neglectable, Path, Role, Segment, Stage, Start, WorkEntry,
};

/// Makes factors of known numbers.
#[derive(Default)]
struct Known(Factors);

impl Known {
    fn is(&mut self, value: f64) -> FactorId {
        let path = Path::from(["f"]).join(&self.0.all.len().to_string());
        let distribution = Distribution::known(value).unwrap();
        self.0.add(Factor { path, distribution, domain: Domain::Real })
    }

    fn role(&mut self, key: &str, seats: usize, hours: f64, kinds: &[usize]) -> Role {
        let work = |&kind: &usize| WorkEntry {
            kind: Kind(kind),
            share: 0.0,
            speed: self.is(1.0),
            lift: self.is(1.0),
            price: self.is(1.0),
        };
        let work: Vec<_> = kinds.iter().map(work).collect();
        Role {
            key: key.into(),
            title: key.into(),
            headcount: Headcount { changes: vec![(1, seats)] },
            hours: Some(self.is(hours)),
            start: Start::Ramped,
            ramp_months: self.is(0.0),
            attrition: self.is(0.0),
            hire_months: self.is(0.0),
            annual_cost: self.is(1.0),
            hire_cost: self.is(0.0),
            switching_loss: self.is(0.1),
            work,
        }
    }
}

/// 100 enquiries of 1 hour, half of which become opportunities of 4 hours; 20
/// customers at 2 hours. Kinds: online 0, sell 1, serve 2.
fn scenario(roles: impl Fn(&mut Known) -> Vec<Role>, loss: f64) -> Scenario {
    let mut known = Known::default();
    let roles = roles(&mut known);
    let channel = Channel {
        key: "online".into(),
        kind: ChannelKind::Inbound { arrivals: known.is(100.0) },
        work: Kind(0),
        hours: known.is(1.0),
        qualify: known.is(0.5),
        quality: known.is(1.0),
        stale: known.is(0.9),
    };
    let stage = Stage {
        name: "talk".into(),
        work: Kind(1),
        hours: known.is(4.0),
        wait_months: known.is(0.0),
        pass: known.is(0.5),
        stale: known.is(0.2),
    };
    let rate = Neglectable { cared: known.is(0.1), neglected: known.is(0.3) };
    let segment = Segment {
        key: "core".into(),
        channels: vec![channel],
        stages: vec![stage],
        deal: Deal { price: known.is(1.0), spread: known.is(0.0), priced_at: 0 },
        customers: Customers {
            initial: 20,
            care: Care { work: Kind(2), hours: known.is(2.0) },
            churn: rate,
            orders: rate,
            order_value: known.is(1.0),
            referrals: rate,
            tracking: None,
        },
    };
    let zero = known.is(0.0);
    Scenario {
        name: "by hand".into(),
        horizon_months: 12,
        warm_up_months: 0,
        steps_per_month: 4,
        currency: String::new(),
        kinds: ["online", "sell", "serve"].map(str::to_owned).to_vec(),
        priorities: Vec::new(),
        market: Market {
            seasonality: Vec::new(),
            drift: zero,
            volatility: zero,
            persistence: zero,
        },
        economics: Economics { gross_margin: zero, commission: zero },
        handoff_loss: known.is(loss),
        segments: vec![segment],
        roles,
        factors: known.0,
    }
}

fn close(load: &Load, kind: &str, asked: f64, given: f64) {
    let work = load.work.iter().find(|work| work.kind == kind).unwrap();
    assert!((work.asked - asked).abs() < 1e-6, "{kind} asks {}, not {asked}", work.asked);
    assert!((work.given - given).abs() < 1e-6, "{kind} gets {}, not {given}", work.given);
}

#[test]
fn with_hours_enough_all_is_given() {
    let load = Load::of(&scenario(|known| vec![known.role("rep", 10, 100.0, &[0, 1, 2])], 0.2));
    // One role does all: no change of hands. 100 × 1, 50 × 4, 20 × 2.
    close(&load, "online", 100.0, 100.0);
    close(&load, "sell", 200.0, 200.0);
    close(&load, "serve", 40.0, 40.0);
    // Two kinds after the first: 10 × 100 × 0.9².
    assert!((load.roles[0].available - 810.0).abs() < 1e-9);
    assert!((load.roles[0].given - 340.0).abs() < 1e-6);
}

#[test]
fn a_change_of_hands_loses_what_it_says() {
    let roles = |known: &mut Known| {
        vec![
            known.role("odr", 2, 100.0, &[0]),
            known.role("ae", 3, 100.0, &[1]),
            known.role("csm", 1, 100.0, &[2]),
        ]
    };
    close(&Load::of(&scenario(roles, 0.2)), "sell", 160.0, 160.0);
}

#[test]
fn short_of_hours_the_stages_come_first_and_the_leads_lack() {
    // 2 × 100 × 0.9² = 162 hours: the leads that are worked, w, take w hours
    // and bring 0.5 w × 4; w + 2 w = 162, so w = 54 and nothing is left for care.
    let load = Load::of(&scenario(|known| vec![known.role("rep", 2, 100.0, &[0, 1, 2])], 0.0));
    close(&load, "online", 100.0, 54.0);
    close(&load, "sell", 108.0, 108.0);
    close(&load, "serve", 40.0, 0.0);
}

#[test]
fn work_that_nobody_carries_stands_still() {
    let load = Load::of(&scenario(|known| vec![known.role("odr", 2, 100.0, &[0])], 0.0));
    close(&load, "online", 100.0, 100.0);
    close(&load, "sell", 200.0, 0.0);
    assert!((load.roles[0].available - 200.0).abs() < 1e-9);
}

#[test]
fn priorities_change_who_waits() {
    let mut scenario = scenario(|known| vec![known.role("rep", 2, 100.0, &[0, 1, 2])], 0.0);
    scenario.priorities = vec![Kind(2)];
    // Care first: 162 − 40 = 122 = 3 w.
    let load = Load::of(&scenario);
    close(&load, "serve", 40.0, 40.0);
    close(&load, "online", 100.0, 122.0 / 3.0);
}

#[test]
fn a_specialist_serves_before_a_generalist() {
    let roles = |known: &mut Known| {
        vec![known.role("rep", 10, 100.0, &[0, 1, 2]), known.role("odr", 1, 60.0, &[0])]
    };
    let load = Load::of(&scenario(roles, 0.0));
    assert!((load.roles[1].given - 60.0).abs() < 1e-6, "all of the specialist's hours are used");
}
