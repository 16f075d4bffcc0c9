//! The ledger holds what it takes to follow it: hours, finished units and
//! chances recomputed from nothing but its factors and its rows.

use orgodds::organisation::Scenario;
use orgodds::study::ledger::{
    ByRole, Ledger, Level, Period, QueueRecord, SegmentRecord, WorkRecord,
};

use super::{SCENARIOS, ledger, load};

fn factor(ledger: &Ledger, path: &str) -> f64 {
    *ledger.drawn.get(path).or_else(|| ledger.known.get(path)).expect(path)
}

fn each_step(check: impl Fn(&Scenario, &Ledger, &Period)) {
    for file in SCENARIOS {
        let scenario = load(file);
        let ledger = ledger(&scenario, 137);
        ledger.steps.iter().for_each(|step| check(&scenario, &ledger, step));
    }
}

fn same(one: f64, other: f64, what: &str) {
    assert!((one - other).abs() <= 1e-9 * one.abs().max(1e-9), "{what}: {one} {other}");
}

#[test]
fn a_roles_hours_follow_from_its_seats_and_factors() {
    each_step(|scenario, ledger, step| {
        let steps = ledger.steps_per_month as f64;
        for role in scenario.roles.iter().filter(|role| !role.work.is_empty()) {
            let of = |field| factor(ledger, &format!("roles.{}.{field}", role.key));
            let record = &step.roles[&role.key];
            let ramp = steps * of("ramp_months");
            let learning: f64 =
                record.ramping.iter().map(|&tenure| (f64::from(tenure) + 0.5) / ramp).sum();
            let productive = (record.filled - record.ramping.len()) as f64 + learning;
            let kinds = i32::try_from(role.work.len()).unwrap();
            let kept = (1.0 - of("switching_loss")).powi(kinds - 1);
            same(productive, record.productive, "productive seats");
            same(of("hours") / steps * kept * productive, record.available, "hours");
            let cost = of("annual_cost") / (12.0 * steps) * record.filled as f64;
            same(cost, record.cost, "cost");
        }
    });
}

/// Section 5: floor(κ + S/h + 1e-9), at most Q.
fn finished(credit: Level<f64>, work: &WorkRecord, hours: f64, there: u64) -> u64 {
    ((credit.before + work.given / hours + 1e-9).floor() as u64).min(there)
}

fn there(queue: &QueueRecord) -> u64 {
    queue.waiting.before + queue.arrived
}

#[test]
fn finished_units_follow_from_hours_and_credit() {
    each_step(|_, ledger, step| {
        for (key, segment) in &step.segments {
            for (name, channel) in &segment.channels {
                let hours = factor(ledger, &format!("segments.{key}.channels.{name}.hours"));
                let there = there(&channel.queue);
                let done = finished(channel.credit, &channel.work, hours, there);
                assert_eq!(done, channel.queue.worked, "{key} {name}");
                same((there as f64 - channel.credit.before) * hours, channel.work.asked, "asked");
            }
            for (name, stage) in &segment.stages {
                let hours = factor(ledger, &format!("segments.{key}.stages.{name}.hours"));
                let there = stage.flows.iter().map(|flow| there(&flow.queue)).sum();
                let done = finished(stage.credit, &stage.work, hours, there);
                let worked: u64 = stage.flows.iter().map(|flow| flow.queue.worked).sum();
                assert_eq!(done, worked, "{key} {name}");
            }
        }
    });
}

/// Section 4: 1 − Σ min(share, share).
fn change(one: &WorkRecord, other: &WorkRecord) -> f64 {
    let shared = one.roles.iter().map(|(key, ByRole { mix, .. })| {
        mix.min(other.roles.get(key).map_or(0.0, |role| role.mix))
    });
    (1.0 - shared.sum::<f64>()).max(0.0)
}

#[test]
fn the_chance_of_a_handoff_follows_from_the_mixes() {
    each_step(|_, ledger, step| {
        let loss = factor(ledger, "handoffs.loss");
        for segment in step.segments.values() {
            let first = &segment.stages[0];
            for channel in segment.channels.values() {
                same(change(&channel.work, &first.work), channel.handoff.change, "channel");
                same(loss * channel.handoff.change, channel.handoff.chance, "chance");
            }
            for (i, stage) in segment.stages.values().enumerate() {
                let next = segment.stages.get_index(i + 1);
                let next = next.map_or(&segment.care, |(_, stage)| &stage.work);
                same(change(&stage.work, next), stage.handoff.change, "stage");
            }
        }
    });
}

#[test]
fn the_chance_of_a_yes_follows_from_odds_lift_and_quality() {
    let chance = |p: f64, factor: f64| {
        let odds = p / (1.0 - p) * factor;
        if odds.is_infinite() { 1.0 } else { odds / (1.0 + odds) }
    };
    each_step(|_, ledger, step| {
        for (key, segment) in &step.segments {
            for (name, channel) in &segment.channels {
                let of = |field| factor(ledger, &format!("segments.{key}.channels.{name}.{field}"));
                if let Some(printed) = channel.queue.chance {
                    same(chance(of("qualify"), channel.work.lift), printed, "qualify");
                }
            }
            for (name, stage) in &segment.stages {
                let pass = factor(ledger, &format!("segments.{key}.stages.{name}.pass"));
                for flow in &stage.flows {
                    let quality = quality(ledger, key, segment, flow.channel.as_deref());
                    if let Some(printed) = flow.queue.chance {
                        same(chance(pass, stage.work.lift * quality), printed, "pass");
                    }
                }
            }
        }
    });
}

fn quality(ledger: &Ledger, key: &str, segment: &SegmentRecord, channel: Option<&str>) -> f64 {
    assert!(channel.is_some() || segment.tracking.is_some());
    let place = channel.map_or("customers.tracking".into(), |name| format!("channels.{name}"));
    factor(ledger, &format!("segments.{key}.{place}.quality"))
}
