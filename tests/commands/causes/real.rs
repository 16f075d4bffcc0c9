//! The organisations that come with the program.

use std::path::Path;

use orgodds::organisation::Scenario;
use orgodds::study::LeadMetric;
use orgodds::study::causes::Group;

use super::company::{causes, close, load_file, mean, part, sum};

const RUNS: u64 = 40;

fn scenario(name: &str, set: &[&str]) -> Scenario {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    load_file(folder.join(format!("{name}.toml")), set)
}

#[test]
fn causes_of_every_gap_add_up_to_it() {
    let generalist = scenario("generalist", &[]);
    for name in [
        "generalist-care-first",
        "silicon-valley",
        "silicon-valley-presales",
        "specialised",
        "specialised-on-paper",
    ] {
        let other = scenario(name, &[]);
        let answer = causes(&generalist, &other, LeadMetric::Bookings, RUNS);
        let gap = mean(&other, LeadMetric::Bookings, RUNS)
            - mean(&generalist, LeadMetric::Bookings, RUNS);
        assert!(close(sum(&answer), gap), "{name}: {} {gap}", sum(&answer));
        assert!(answer.about.worlds < 32 && answer.about.company.is_empty(), "{name}");
        assert!(part(&answer, Group::Split).is_some(), "{name}");
    }
}

/// Between two organisations of which one sets a single group otherwise, that group
/// is all of the gap, and what it adds is what typing its values changes.
#[test]
fn what_a_group_adds_is_what_typing_it_changes() {
    let ramp = [
        "roles.csm.ramp_months=6 to 12",
        "roles.consultant.ramp_months=9 to 14",
        "roles.sdr.ramp_months=5 to 8",
    ];
    let plain = scenario("specialised", &[]);
    let slow = scenario("specialised", &ramp);
    let answer = causes(&plain, &slow, LeadMetric::Bookings, RUNS);
    let [cause] = answer.causes.as_slice() else { panic!("{answer:?}") };
    let typed = mean(&slow, LeadMetric::Bookings, RUNS) - mean(&plain, LeadMetric::Bookings, RUNS);
    assert_eq!(cause.group, Group::Ramp);
    assert!(close(cause.contribution, typed), "{} {typed}", cause.contribution);
}

/// Generalists work at the standard, so specialists who are no better are specialists
/// with 1 typed for all that makes them so.
#[test]
fn without_skill_is_what_typing_the_standard_leaves() {
    let standard = [
        "roles.odr.work.online.speed=1",
        "roles.sdr.work.outbound.speed=1",
        "roles.mdr.work.target.speed=1",
        "roles.bdr.work.partner.speed=1",
        "roles.consultant.work.advise={}",
        "roles.csm.work.serve={}",
        "roles.director.work.direct={}",
    ];
    let generalist = scenario("generalist", &[]);
    let answer = causes(&generalist, &scenario("specialised", &[]), LeadMetric::Bookings, RUNS);
    let typed = mean(&scenario("specialised", &standard), LeadMetric::Bookings, RUNS)
        - mean(&generalist, LeadMetric::Bookings, RUNS);
    let rest = answer.about.without_skill.unwrap().mean_difference;
    assert!(close(rest, typed), "{rest} {typed}");
}
