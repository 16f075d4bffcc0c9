//! Companies that differ, organisations that do not, and a stop on the way.

use orgodds::monte_carlo::{self, Interrupted, Request, Watch};
use orgodds::study::LeadMetric;
use orgodds::study::causes::{Group, Question};

use super::company::{
    COMPANY, RUNS, SEED, causes, close, load, mean, organisation, part, simulate, sum,
};

const TEAM: &str = "
[roles.all]
headcount = 5
hours = 25
work = { lead = {}, sell = {}, serve = {} }
";

/// The same work split in two, listed so that kinds come in another order.
const SPLIT: &str = r#"
priorities = ["serve"]
[roles.carer]
headcount = 2
hours = 25
work = { serve = {} }
[roles.seller]
headcount = 3
hours = 25
work = { sell = { lift = 1.4 }, lead = {} }
"#;

/// A second channel with a kind of work of its own.
const MORE: &str = r#"
[segments.s.channels.calls]
kind = "outbound"
arrivals = 50
work = "call"
hours = 0.5
qualify = 0.1
stale = 0.9
"#;

fn named(name: &str, company: &str, team: &str) -> orgodds::organisation::Scenario {
    let (top, tables) = match team.trim_start().split_once('\n') {
        Some((first, rest)) if first.starts_with("priorities") => (first, rest),
        _ => ("", team),
    };
    load(&format!("name = \"{name}\"\n{top}\n{company}{tables}"))
}

#[test]
fn the_company_is_switched_before_the_split() {
    let richer = COMPANY.replace("900 to 1100", "1400 to 1600");
    let (before, after) = (named("Before", COMPANY, TEAM), named("After", &richer, SPLIT));
    let answer = causes(&before, &after, LeadMetric::Bookings, RUNS);
    let value = |company: &str, team| mean(&named("x", company, team), LeadMetric::Bookings, RUNS);
    let company = value(&richer, TEAM) - value(COMPANY, TEAM);
    assert!(close(part(&answer, Group::Company).unwrap(), company), "{answer:?}");
    let plain = SPLIT.replace(" lift = 1.4 ", "");
    let split = value(&richer, &plain) - value(&richer, TEAM);
    assert!(close(part(&answer, Group::Split).unwrap(), split), "{answer:?}");
    assert!(close(sum(&answer), value(&richer, SPLIT) - value(COMPANY, TEAM)));
    assert_eq!(answer.about.company, ["segments.s.deal.price"]);
}

#[test]
fn a_company_with_other_work_can_still_be_switched() {
    let larger = format!("{COMPANY}{MORE}");
    let (before, after) = (named("Before", COMPANY, SPLIT), named("After", &larger, TEAM));
    let answer = causes(&before, &after, LeadMetric::Contribution, RUNS);
    let value =
        |company: &str, team| mean(&named("x", company, team), LeadMetric::Contribution, RUNS);
    let company = value(&larger, SPLIT) - value(COMPANY, SPLIT);
    assert!(close(part(&answer, Group::Company).unwrap(), company), "{answer:?}");
    let back = causes(&after, &before, LeadMetric::Contribution, RUNS);
    let company = value(COMPANY, TEAM) - value(&larger, TEAM);
    assert!(close(part(&back, Group::Company).unwrap(), company), "{back:?}");
    assert!(close(sum(&back), -sum(&answer)));
}

#[test]
fn organisations_that_differ_in_name_only_have_no_causes() {
    let (before, after) = (organisation("One", TEAM), organisation("Two", TEAM));
    let answer = causes(&before, &after, LeadMetric::Contribution, RUNS);
    assert_eq!((answer.causes.len(), answer.about.worlds), (0, 0));
    assert_eq!((answer.about.gap.mean_difference, answer.about.gap.se), (0.0, 0.0));
    assert_eq!(answer.about.same, Group::ALL);
}

#[test]
fn an_order_of_work_is_part_of_the_split() {
    let first = format!("priorities = [\"serve\"]\n{TEAM}");
    let (before, after) = (named("One", COMPANY, TEAM), named("Two", COMPANY, &first));
    let answer = causes(&before, &after, LeadMetric::Bookings, RUNS);
    let [cause] = answer.causes.as_slice() else { panic!("{answer:?}") };
    assert_eq!((cause.group, answer.about.worlds), (Group::Split, 0));
    assert_eq!(answer.about.without_skill, None);
}

/// Asks to stop once so many runs are done.
struct After(std::sync::atomic::AtomicU64);

impl Watch for After {
    fn advanced(&self, runs: u64) {
        let left = self.0.load(std::sync::atomic::Ordering::Relaxed);
        self.0.store(left.saturating_sub(runs), std::sync::atomic::Ordering::Relaxed);
    }

    fn cancelled(&self) -> bool {
        self.0.load(std::sync::atomic::Ordering::Relaxed) == 0
    }
}

#[test]
fn it_stops_when_asked_to() {
    let (before, after) = (named("One", COMPANY, TEAM), named("Two", COMPANY, SPLIT));
    let stop = |runs: u64| After(runs.into());
    let question = |runs| Question::new(&before, &after, LeadMetric::Bookings, SEED, &stop(runs));
    assert!(matches!(question(0), Err(Interrupted)));
    let (from, to) = (simulate(&before, RUNS), simulate(&after, RUNS));
    let request = Request { seed: SEED, runs: 0..RUNS };
    let answer = question(1).unwrap().answer(&from, &to, &request, &stop(40));
    assert_eq!(answer, Err(Interrupted));
}

#[test]
fn thread_count_does_not_change_a_bit() {
    let (before, after) = (named("One", COMPANY, TEAM), named("Two", COMPANY, SPLIT));
    let on = |threads| {
        let work = || causes(&before, &after, LeadMetric::Contribution, RUNS);
        monte_carlo::with_threads(Some(threads), work).unwrap()
    };
    assert_eq!(on(1), on(3));
}
