//! What comes in goes out or is still there.

use orgodds::study::ledger::{
    CustomerRecord, Level, Period, QueueRecord, SegmentRecord, Source, WorkRecord,
};

use super::{SCENARIOS, ledger, load};

/// Every month and every step of a few runs of every scenario.
fn each_period(check: impl Fn(&Period, &str)) {
    for file in SCENARIOS {
        let scenario = load(file);
        for run in [1, 137] {
            let ledger = ledger(&scenario, run);
            for period in ledger.months.iter().chain(&ledger.steps) {
                let at = format!("{file} run {run} month {} {:?}", period.month, period.step);
                check(period, &at);
            }
        }
    }
}

/// Consecutive months and consecutive steps.
fn each_pair(check: impl Fn(&Period, &Period, &str)) {
    for file in SCENARIOS {
        let ledger = ledger(&load(file), 2);
        for periods in [&ledger.months, &ledger.steps] {
            for pair in periods.windows(2) {
                let at = format!("{file} month {} {:?}", pair[1].month, pair[1].step);
                check(&pair[0], &pair[1], &at);
            }
        }
    }
}

fn balanced(queue: &QueueRecord, at: &str) {
    let QueueRecord { waiting, arrived, worked, passed, lost, chance } = queue;
    assert_eq!(waiting.before + arrived, worked + lost.stale + waiting.after, "{at}");
    assert_eq!(*worked, passed + lost.failed + lost.handoff, "{at}");
    assert_eq!(chance.is_some(), *worked > 0, "{at}");
}

#[test]
fn every_queue_and_waiting_room_balances() {
    each_period(|period, at| {
        for segment in period.segments.values() {
            for channel in segment.channels.values() {
                balanced(&channel.queue, at);
            }
            for flow in segment.stages.values().flat_map(|stage| &stage.flows) {
                balanced(&flow.queue, at);
                let Level { before, after } = flow.room;
                assert_eq!(before + flow.entered, flow.queue.arrived + after, "{at}");
            }
        }
    });
}

#[test]
fn what_passes_enters_the_next_stage_and_at_last_is_won() {
    each_period(|period, at| {
        for segment in period.segments.values() {
            let stages: Vec<_> = segment.stages.values().collect();
            for (f, wins) in segment.wins.iter().enumerate() {
                let from = wins.channel.as_ref().map(|key| segment.channels[key].queue.passed);
                let induced = if from.is_none() { segment.customers.induced } else { 0 };
                let entered: u64 = stages.iter().map(|stage| stage.flows[f].entered).sum();
                let passed: u64 = stages.iter().map(|stage| stage.flows[f].queue.passed).sum();
                assert_eq!(entered + wins.deals, from.unwrap_or(0) + induced + passed, "{at}");
                assert_eq!(wins.deals, stages.last().unwrap().flows[f].queue.passed, "{at}");
                let new = if from.is_some() { wins.deals } else { 0 };
                assert_eq!(wins.joined + wins.lost, new, "{at}");
            }
        }
    });
}

#[test]
fn every_customer_who_is_not_there_has_left() {
    each_period(|period, at| {
        for segment in period.segments.values() {
            for (_, class) in segment.customers.classes() {
                let Level { before, after } = class.active;
                assert_eq!(before + class.joined, class.churned + after, "{at}");
            }
            let joined: u64 = segment.wins.iter().map(|wins| wins.joined).sum();
            let classes = segment.customers.classes();
            assert_eq!(joined, classes.iter().map(|(_, class)| class.joined).sum::<u64>(), "{at}");
        }
    });
}

#[test]
fn hours_are_somebodys_and_no_more_than_there_are() {
    each_period(|period, at| {
        for role in period.roles.values() {
            assert_eq!(role.filled + role.vacant, role.seats, "{at}");
            let used = role.given + role.idle;
            assert!((used - role.available).abs() <= 1e-9 * role.available, "{at}");
            assert!(role.given >= 0.0 && role.idle >= 0.0, "{at}");
        }
        for work in period.segments.values().flat_map(works) {
            let given: f64 = work.roles.values().map(|role| role.given).sum();
            assert!((given - work.given).abs() <= 1e-9 * work.given, "{at}");
            if period.step.is_some() {
                assert!(work.given <= work.asked * (1.0 + 1e-9), "{at}");
            }
        }
    });
}

fn works(segment: &SegmentRecord) -> Vec<&WorkRecord> {
    let channels = segment.channels.values().map(|channel| &channel.work);
    let stages = segment.stages.values().map(|stage| &stage.work);
    let tracking = segment.tracking.iter().map(|tracking| &tracking.work);
    channels.chain(stages).chain([&segment.care]).chain(tracking).collect()
}

#[test]
fn a_period_starts_as_the_one_before_ended() {
    each_pair(|earlier, later, at| {
        for (one, next) in earlier.segments.values().zip(later.segments.values()) {
            for (one, next) in one.channels.values().zip(next.channels.values()) {
                assert_eq!(one.queue.waiting.after, next.queue.waiting.before, "{at}");
                assert_eq!(one.credit.after.to_bits(), next.credit.before.to_bits(), "{at}");
            }
            for (one, next) in one.stages.values().zip(next.stages.values()) {
                assert_eq!(one.credit.after.to_bits(), next.credit.before.to_bits(), "{at}");
                for (one, next) in one.flows.iter().zip(&next.flows) {
                    assert_eq!(one.room.after, next.room.before, "{at}");
                    assert_eq!(one.queue.waiting.after, next.queue.waiting.before, "{at}");
                }
            }
            continued(&one.customers, &next.customers, later, at);
        }
    });
}

/// When counting starts, all customers become existing ones.
fn continued(one: &CustomerRecord, next: &CustomerRecord, later: &Period, at: &str) {
    let after = one.classes().map(|(_, class)| class.active.after);
    let before = next.classes().map(|(_, class)| class.active.before);
    if later.month == 1 && later.step.unwrap_or(1) == 1 {
        assert_eq!([after.iter().sum(), 0, 0], before, "{at}");
    } else {
        assert_eq!(after, before, "{at}");
    }
}

#[test]
fn people_stay_unless_they_leave_and_leads_that_were_sent_arrive_a_step_later() {
    for file in SCENARIOS {
        let ledger = ledger(&load(file), 2);
        for pair in ledger.steps.windows(2) {
            let at = format!("{file} month {} {:?}", pair[1].month, pair[1].step);
            for (one, next) in pair[0].roles.values().zip(pair[1].roles.values()) {
                let staying = one.filled as u64 - one.departed + next.hired;
                assert_eq!(staying, next.filled as u64 + next.removed, "{at}");
            }
            for (one, next) in pair[0].segments.values().zip(pair[1].segments.values()) {
                let referral = |kind| kind == Source::Referral;
                let channel = next.channels.values().find(|channel| referral(channel.kind));
                let arrived = channel.map_or(0, |channel| channel.queue.arrived);
                assert_eq!(one.customers.referral_leads, arrived, "{at}");
            }
        }
    }
}
