//! Whose numbers stand for "as before", and what counts as a difference.

use orgodds::monte_carlo::{self, Request, Unwatched};
use orgodds::organisation::Scenario;
use orgodds::simulation::{Metric, Plan};
use orgodds::study::LeadMetric;
use orgodds::study::causes::Group;

use super::company::{RUNS, SEED, causes, close, mean, organisation, part, sum};

/// A role; whatever is not told is the same in all of them.
fn role(key: &str, headcount: usize, ramp: &str, work: &str) -> String {
    format!(
        "[roles.{key}]\nheadcount = {headcount}\nhours = 20\nattrition = \"0.3 to 0.5\"\n\
         hire_months = 1\nramp_months = {ramp}\nwork = {work}\n"
    )
}

/// Who closes and serves, in all of them.
fn closers() -> String {
    role("closer", 5, "2", "{ sell = { share = 0.5 }, serve = { share = 0.5 } }")
}

/// What people with this ramp and this speed at leads do as the only openers.
fn openers(ramp: &str, speed: f64) -> Scenario {
    let opener = role("opener", 4, ramp, &format!("{{ lead = {{ speed = {speed} }} }}"));
    organisation("After", &format!("{opener}{}", closers()))
}

#[test]
fn a_role_is_held_against_whoever_had_most_hours_for_its_work() {
    let most = role("most", 3, "6", "{ lead = { speed = 1.5 } }");
    let some =
        role("some", 4, "1", "{ lead = { share = 0.2, speed = 0.7 }, sell = { share = 0.8 } }");
    let before = organisation("Before", &format!("{some}{most}{}", closers()));
    let answer = causes(&before, &openers("2", 1.2), LeadMetric::Bookings, RUNS);
    let value = |ramp, speed| mean(&openers(ramp, speed), LeadMetric::Bookings, RUNS);
    let [none, ramp, skill, all] =
        [value("6", 1.5), value("2", 1.5), value("6", 1.2), value("2", 1.2)];
    assert!(close(part(&answer, Group::Ramp).unwrap(), 0.5 * (ramp - none + all - skill)));
    assert!(close(part(&answer, Group::Skill).unwrap(), 0.5 * (skill - none + all - ramp)));
    assert!(close(sum(&answer), all - mean(&before, LeadMetric::Bookings, RUNS)));
    // What is believed of people leaving is the same under another name.
    assert!(answer.about.same.contains(&Group::Turnover), "{:?}", answer.about.same);
}

#[test]
fn a_role_that_stays_is_held_against_itself() {
    let small = |ramp| role("opener", 1, ramp, "{ lead = { speed = 1.1 } }");
    let large = role("juniors", 6, "1", "{ lead = {} }");
    let with = |name, ramp| organisation(name, &format!("{}{large}{}", small(ramp), closers()));
    let (before, after) = (with("Before", "2"), with("After", "9"));
    let answer = causes(&before, &after, LeadMetric::Bookings, RUNS);
    assert_eq!(answer.causes.iter().map(|one| one.group).collect::<Vec<_>>(), [Group::Ramp]);
}

#[test]
fn work_that_nobody_did_is_done_at_the_standard_and_comes_with_the_split() {
    let lonely = organisation("Before", &closers());
    let answer = causes(&lonely, &openers("7", 1.6), LeadMetric::Bookings, RUNS);
    let standard = mean(&openers("7", 1.0), LeadMetric::Bookings, RUNS);
    let skill = mean(&openers("7", 1.6), LeadMetric::Bookings, RUNS) - standard;
    assert!(close(part(&answer, Group::Skill).unwrap(), skill), "{answer:?}");
    assert_eq!(part(&answer, Group::Ramp), None, "there is no ramp to hold it against");
}

/// With so much lost between people, bookings of the scenario where the work of the
/// passages (from leads, from closing) changes hands this far.
fn held(scenario: &Scenario, shares: [Option<f64>; 2], metric: Metric) -> f64 {
    let mut plan = Plan::new(scenario);
    plan.passages_mut().zip(shares).for_each(|(passage, share)| passage.held = share);
    let request = Request { seed: SEED, runs: 0..RUNS };
    let runs = monte_carlo::column(&plan, metric, &request, &Unwatched).unwrap();
    runs.iter().sum::<f64>() / runs.len() as f64
}

#[test]
fn without_handoffs_work_changes_hands_as_it_did_before() {
    let lossy =
        |name, roles: String| organisation(name, &format!("[handoffs]\nloss = 0.4\n{roles}"));
    let opener = role("opener", 4, "2", "{ lead = {} }");
    let two = lossy("Two", format!("{opener}{}", closers()));
    let apart = [role("seller", 3, "2", "{ sell = {} }"), role("carer", 2, "2", "{ serve = {} }")];
    let three = lossy("Three", format!("{opener}{}{}", apart[0], apart[1]));
    let answer = causes(&two, &three, LeadMetric::Bookings, RUNS);
    // Leads change hands in both; after a deal only in one of them.
    let before = held(&three, [None, Some(0.0)], Metric::Bookings);
    let found = part(&answer, Group::Handoffs).unwrap();
    assert!(close(found, held(&three, [None, None], Metric::Bookings) - before), "{found}");
    assert!(found < 0.0);
    // Between two splits that pass on alike there is no such difference.
    let merged =
        lossy("Merged", format!("{}{}", role("asker", 6, "2", "{ lead = {} }"), closers()));
    let answer = causes(&two, &merged, LeadMetric::Bookings, RUNS);
    assert!(answer.about.same.contains(&Group::Handoffs), "{answer:?}");
}

#[test]
fn a_share_held_loses_its_share_of_the_units() {
    let plenty = role("opener", 40, "0", "{ lead = {} }");
    let rest = "[handoffs]\nloss = 0.4\n";
    let scenario = organisation("Plenty", &format!("{rest}{plenty}{}", closers()));
    let passed = |share| held(&scenario, [share, None], Metric::Opportunities);
    let ratio = passed(Some(0.25)) / passed(Some(0.0));
    assert!((ratio - 0.9).abs() < 0.01, "{ratio} for a loss of 0.4 × 0.25");
    assert!(close(passed(Some(1.0)), passed(None)), "nobody carries both anyway");
}
