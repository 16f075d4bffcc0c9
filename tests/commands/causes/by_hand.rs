//! Every world between two organisations typed as a file of its own, and the causes
//! reckoned from their means.

use orgodds::organisation::Scenario;
use orgodds::study::LeadMetric;
use orgodds::study::causes::Group;

use super::company::{RUNS, causes, close, mean, organisation, part, sum};

/// One role for everything: three kinds of work, so 0.9² of the hours are left.
const GENERALIST: &str = "
[handoffs]
loss = 0.3
[roles.all]
headcount = 6
hours = 25
ramp_months = 3
attrition = 0.4
hire_months = 2
hire_cost = 900
annual_cost = 12_000
switching_loss = 0.1
work = { lead = { speed = 0.8 }, sell = {}, serve = {} }
";

/// The groups that differ beside the split, in the order of the bits of a world.
const PLAYERS: [Group; 6] =
    [Group::Skill, Group::Switching, Group::Handoffs, Group::Ramp, Group::Turnover, Group::Pay];

/// Two roles; of each group the specialists' own numbers where it is among `own`,
/// else the generalist's.
fn split(own: &[Group]) -> Scenario {
    let has = |group| own.contains(&group);
    let pick = |group, specialist: &str, generalist: &str| {
        (if has(group) { specialist } else { generalist }).to_owned()
    };
    let role = |key: &str, hours: &str, switching: &str, numbers: &[String; 5], work: &str| {
        let [ramp, attrition, hire, cost, pay] = numbers;
        format!(
            "[roles.{key}]\nheadcount = 3\nhours = {hours}\nswitching_loss = {switching}\n\
             ramp_months = {ramp}\nattrition = {attrition}\nhire_months = {hire}\nhire_cost = {cost}\n\
             annual_cost = {pay}\nwork = {work}\n"
        )
    };
    let numbers = |ramp: &str, turnover: [&str; 3], pay: &str| {
        let [attrition, hire, cost] = turnover;
        [
            pick(Group::Ramp, ramp, "3"),
            pick(Group::Turnover, attrition, "0.4"),
            pick(Group::Turnover, hire, "2"),
            pick(Group::Turnover, cost, "900"),
            pick(Group::Pay, pay, "12_000"),
        ]
    };
    // A role of one kind loses nothing between kinds; the generalist's loss is hours less.
    let hours = pick(Group::Switching, "30", &(30.0 * 0.9 * 0.9).to_string());
    let opener = role(
        "opener",
        &hours,
        "0",
        &numbers("1", ["0.6", "1", "300"], "8_000"),
        &pick(Group::Skill, "{ lead = { speed = 1.3 } }", "{ lead = { speed = 0.8 } }"),
    );
    let closer = role(
        "closer",
        "22",
        // Of two kinds once, what the generalist loses twice: 1 − 0.9².
        &pick(Group::Switching, "0.05", "0.19"),
        &numbers("4", ["0.2", "3", "2_000"], "20_000"),
        &pick(
            Group::Skill,
            "{ sell = { lift = 1.6, price = 1.1 }, serve = { lift = 1.5 } }",
            "{ sell = {}, serve = {} }",
        ),
    );
    // Nobody passes anything on among generalists.
    let loss = pick(Group::Handoffs, "0.3", "0");
    organisation("Split", &format!("[handoffs]\nloss = {loss}\n{opener}{closer}"))
}

fn factorial(n: usize) -> f64 {
    (1..=n).map(|i| i as f64).product()
}

/// The mean of a world in which these players are as after.
fn world(present: usize, metric: LeadMetric) -> f64 {
    let own: Vec<Group> = (0..6).filter(|i| present >> i & 1 == 1).map(|i| PLAYERS[i]).collect();
    mean(&split(&own), metric, RUNS)
}

#[test]
fn causes_are_the_mean_over_orders_of_worlds_typed_by_hand() {
    let metric = LeadMetric::Contribution;
    let before = organisation("Generalist", GENERALIST);
    let values: Vec<f64> = (0..64).map(|present| world(present, metric)).collect();
    let answer = causes(&before, &split(&PLAYERS), metric, RUNS);
    assert_eq!(answer.about.worlds, 63);
    let start = mean(&before, metric, RUNS);
    let first = part(&answer, Group::Split).unwrap();
    assert!(close(first, values[0] - start), "{first} {}", values[0] - start);
    for (player, group) in PLAYERS.into_iter().enumerate() {
        let without = (0..64_usize).filter(|present| present >> player & 1 == 0);
        let expected: f64 = without
            .map(|present| {
                let before = present.count_ones() as usize;
                let orders = factorial(before) * factorial(5 - before) / factorial(6);
                orders * (values[present | 1 << player] - values[present])
            })
            .sum();
        let found = part(&answer, group).unwrap();
        assert!(close(found, expected), "{group:?}: {found}, by hand {expected}");
        assert!(found.abs() > 1.0, "{group:?} moves nothing here: {found}");
    }
    let rest = answer.about.without_skill.unwrap().mean_difference;
    assert!(close(rest, values[0b11_1110] - start), "{rest}");
}

#[test]
fn causes_add_up_to_the_gap_and_pay_moves_no_bookings() {
    let (before, after) = (organisation("Generalist", GENERALIST), split(&PLAYERS));
    for metric in [LeadMetric::Bookings, LeadMetric::Contribution] {
        let gap = mean(&after, metric, RUNS) - mean(&before, metric, RUNS);
        for (from, to, gap) in [(&before, &after, gap), (&after, &before, -gap)] {
            let answer = causes(from, to, metric, RUNS);
            assert!(close(sum(&answer), gap), "{} {gap}", sum(&answer));
            assert!(close(answer.about.gap.mean_difference, gap));
            let paid = part(&answer, Group::Pay).is_some();
            assert_eq!(paid, metric == LeadMetric::Contribution);
            assert_eq!(answer.about.idle == [Group::Pay], !paid);
        }
    }
}

#[test]
fn an_interval_is_that_of_the_mean_over_runs() {
    // A single difference: what it adds is the gap itself, run by run.
    let before = organisation("Before", GENERALIST);
    let after = organisation("After", &GENERALIST.replace("ramp_months = 3", "ramp_months = 8"));
    let answer = causes(&before, &after, LeadMetric::Bookings, RUNS);
    let [cause] = answer.causes.as_slice() else { panic!("{answer:?}") };
    assert_eq!((cause.group, answer.about.worlds), (Group::Ramp, 0));
    assert_eq!((cause.contribution, cause.se), {
        let gap = answer.about.gap;
        (gap.mean_difference, gap.se)
    });
    let [from, to] = [&before, &after].map(simulate_bookings);
    let differences: Vec<f64> = to.iter().zip(&from).map(|(to, from)| to - from).collect();
    let count = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / count;
    let squares: f64 = differences.iter().map(|one| (one - mean).powi(2)).sum();
    assert!(close(cause.se, (squares / (count - 1.0) / count).sqrt()));
    assert!(cause.contribution < 0.0 && !cause.is_unsure(), "{cause:?}");
}

fn simulate_bookings(scenario: &Scenario) -> Vec<f64> {
    super::company::simulate(scenario, RUNS).metric(LeadMetric::Bookings.metric()).to_vec()
}

#[test]
fn uncertain_numbers_keep_their_value_in_every_world() {
    let with = |name, ramp: &str, attrition: &str| {
        let rest = GENERALIST.replace("ramp_months = 3", &format!("ramp_months = \"{ramp}\""));
        organisation(
            name,
            &rest.replace("attrition = 0.4", &format!("attrition = \"{attrition}\"")),
        )
    };
    let (slow, quick, loyal, restless) = ("4 to 9", "1 to 2", "0.05 to 0.2", "0.4 to 0.8");
    let (before, after) = (with("Before", slow, restless), with("After", quick, loyal));
    let answer = causes(&before, &after, LeadMetric::Bookings, RUNS);
    let value = |ramp, attrition| mean(&with("x", ramp, attrition), LeadMetric::Bookings, RUNS);
    let [none, ramp, turnover, all] =
        [(slow, restless), (quick, restless), (slow, loyal), (quick, loyal)]
            .map(|(a, b)| value(a, b));
    let expected = 0.5 * ((ramp - none) + (all - turnover));
    assert!(close(part(&answer, Group::Ramp).unwrap(), expected), "{answer:?} {expected}");
    let expected = 0.5 * ((turnover - none) + (all - ramp));
    assert!(close(part(&answer, Group::Turnover).unwrap(), expected), "{answer:?} {expected}");
    assert_eq!(answer.about.worlds, 2);
}
