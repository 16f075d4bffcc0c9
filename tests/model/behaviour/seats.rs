//! Other seats: one more, one fewer, and as many as the baseline's people cost
//! pays for, held against what can be reckoned by hand.

use orgodds::language::{CannotMatch, Language};
use orgodds::monte_carlo::{Request, Unwatched};
use orgodds::organisation::{Headcount, Scenario, limits};
use orgodds::simulation::Metric;
use orgodds::statistics::Moments;
use orgodds::study::SeatChange;
use orgodds::study::equal_cost::{Matched, match_people_cost};
use orgodds::study::one_more::{one_more, variants};
use orgodds::study::people_cost::PeopleCost;

use super::harness::{SEED, Text, simulate};

fn varied(scenario: &Scenario, runs: u64) -> Vec<SeatChange> {
    let request = Request { seed: SEED, runs: 0..runs };
    one_more(scenario, &simulate(scenario, runs), &request, &Unwatched).unwrap()
}

fn change<'a>(changes: &'a [SeatChange], role: &str, seats: i32) -> &'a SeatChange {
    changes.iter().find(|one| one.role == role && one.seats == seats).unwrap()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + b.abs())
}

/// More leads than anybody can answer, ten hours a month for each opener, an
/// hour a lead; every lead that is answered is a deal of 100 in the month after.
fn short_of_openers() -> Text {
    Text::base().with_all(&[
        ("segments.s.channels.web.arrivals", "1000"),
        ("roles.all.work", "{ sell = {}, serve = {} }"),
        ("roles.opener", "{ headcount = 2, hours = 10, annual_cost = 1200, work = { lead = {} } }"),
    ])
}

#[test]
fn where_hours_abound_a_seat_changes_its_cost_and_nothing_else() {
    let text = Text::base()
        .with_all(&[("roles.all.headcount", "2"), ("roles.all.annual_cost", "1200")])
        .with("roles.boss", "{ headcount = 1, annual_cost = 6000 }");
    let changes = varied(&text.load(), 50);
    for (role, cost, works) in [("all", 1200.0, true), ("boss", 6000.0, false)] {
        for seats in [1, -1] {
            let change = change(&changes, role, seats);
            assert_eq!(change.works, works);
            assert_eq!((change.bookings.mean_difference, change.bookings.se), (0.0, 0.0));
            assert!(close(change.contribution.mean_difference, -f64::from(seats) * cost));
            assert!(change.contribution.se < 1e-9);
        }
    }
}

#[test]
fn a_seat_at_the_bottleneck_adds_the_deals_of_its_hours() {
    // Ten leads in each of twelve months; those of the last are no deals yet.
    let worth = 11.0 * 10.0 * 100.0;
    let changes = varied(&short_of_openers().load(), 20);
    for seats in [1, -1] {
        let change = change(&changes, "opener", seats);
        let sign = f64::from(seats);
        assert!(close(change.bookings.mean_difference, sign * worth), "{change:?}");
        assert!(close(change.contribution.mean_difference, sign * (worth - 1200.0)));
        assert!(
            change.bookings.is_gain() == (seats > 0) && change.bookings.is_loss() == (seats < 0)
        );
    }
    let [best, ..] = &changes[..] else { panic!("nothing was varied") };
    assert_eq!((best.role.as_str(), best.seats), ("opener", 1), "the largest gain comes first");
}

#[test]
fn a_seat_more_is_there_at_all_times_and_starts_as_the_others_do() {
    // Three months with a seat instead of none, nine with four instead of three.
    let text = short_of_openers().with("roles.opener.headcount", "[[1, 0], [4, 3]]");
    let changes = varied(&text.load(), 5);
    assert!(close(change(&changes, "opener", 1).bookings.mean_difference, 11_000.0));
    let fewer = changes.iter().find(|one| one.role == "opener" && one.seats < 0);
    assert_eq!(fewer, None, "a seat is not taken where there is none");
    assert_eq!(variants(&text.load()), changes.len());
    // A vacant seat that takes ten months on average to fill is rarely worth its whole.
    let vacant = text.with_all(&[
        ("roles.opener.headcount", "2"),
        ("roles.opener.start", "'vacant'"),
        ("roles.opener.hire_months", "10"),
    ]);
    let gain = change(&varied(&vacant.load(), 400), "opener", 1).bookings.mean_difference;
    assert!(gain > 2000.0 && gain < 8000.0, "{gain}");
}

#[test]
fn the_last_seat_can_go_and_none_beyond_the_limit_comes() {
    let last = short_of_openers().with("roles.opener.headcount", "1");
    let changes = varied(&last.load(), 3);
    assert!(close(change(&changes, "opener", -1).bookings.mean_difference, -11_000.0));
    let full = (limits::SEATS - 1).to_string();
    let full = short_of_openers().with("roles.opener.headcount", &full);
    let changes = varied(&full.load(), 1);
    assert!(changes.iter().all(|one| one.seats < 0), "{changes:?}");
}

#[test]
fn a_change_is_the_mean_over_the_same_runs_of_two_simulations() {
    let text = short_of_openers().with_all(&[
        ("steps_per_month", "4"),
        ("segments.s.channels.web.arrivals", "'10 to 40'"),
        ("segments.s.deal.price", "'80 to 120'"),
        ("roles.opener.attrition", "'0.2 to 0.5'"),
        ("roles.opener.hire_months", "'1 to 3'"),
    ]);
    let before = text.simulate(300);
    let after = text.clone().with("roles.opener.headcount", "3").simulate(300);
    let changes = varied(&text.load(), 300);
    let found = change(&changes, "opener", 1);
    for (metric, found) in
        [(Metric::Bookings, found.bookings), (Metric::Contribution, found.contribution)]
    {
        let pairs = after.metric(metric).iter().zip(before.metric(metric));
        let expected: Moments = pairs.map(|(after, before)| after - before).collect();
        assert_eq!(found.mean_difference.to_bits(), expected.mean().to_bits());
        assert_eq!(found.se.to_bits(), expected.se().to_bits());
    }
}

// ---- Expected people cost

/// People who come, leave and are replaced, in a company that also warms up.
fn turnover(start: &str, headcount: &str) -> Text {
    Text::base().with_all(&[
        ("steps_per_month", "4"),
        ("warm_up_months", "5"),
        ("roles.all.headcount", headcount),
        ("roles.all.start", start),
        ("roles.all.attrition", "'0.2 to 0.6'"),
        ("roles.all.hire_months", "'1 to 4'"),
        ("roles.all.annual_cost", "'900 to 1500'"),
    ])
}

#[test]
fn the_expected_people_cost_is_the_simulated_one() {
    const RUNS: u64 = 4000;
    let cases = [
        ("'ramped'", "7", 0.0),
        ("'new'", "3", 0.0),
        ("'vacant'", "5", 0.0),
        ("'ramped'", "[[1, 2], [5, 9]]", 0.0),
        // Vacant seats go first: the expectation knows their number on average only.
        ("'ramped'", "[[1, 9], [7, 4]]", 0.02),
    ];
    for (start, headcount, beyond) in cases {
        let scenario = turnover(start, headcount).load();
        let expected = PeopleCost::new(&scenario).total();
        let runs = simulate(&scenario, RUNS);
        let simulated: Moments = runs.metric(Metric::PeopleCost).iter().copied().collect();
        // A thousand draws of the factors have an error of their own, twice that
        // of four thousand runs at most.
        let off = (expected - simulated.mean()).abs();
        let allowed = 4.0 * 2.24 * simulated.se() + beyond * expected;
        assert!(off < allowed, "{start} {headcount}: {expected}, {} {allowed}", simulated.mean());
    }
}

#[test]
fn people_who_stay_cost_what_they_cost() {
    let scenario = Text::base().with("roles.all.annual_cost", "1200").load();
    assert!(close(PeopleCost::new(&scenario).total(), 1200.0));
    let scenario = Text::base()
        .with_all(&[("roles.all.annual_cost", "1200"), ("roles.all.headcount", "[[1, 1], [7, 3]]")])
        .load();
    assert!(close(PeopleCost::new(&scenario).total(), 2400.0));
}

// ---- The baseline's people cost

/// Roles with a headcount and a cost a year each.
fn company(roles: &[(&str, &str, f64)]) -> Scenario {
    let text = Text::base().with("roles.all.annual_cost", "0");
    let role = |text: Text, (key, headcount, cost): &(&str, &str, f64)| {
        let role = format!("{{ headcount = {headcount}, annual_cost = {cost} }}");
        text.with(&format!("roles.{key}"), &role)
    };
    roles.iter().fold(text, role).load()
}

fn matched(target: f64, roles: &[(&str, &str, f64)]) -> (Matched, Vec<Headcount>) {
    let baseline = company(&[("x", "1", target)]);
    let mut candidate = company(roles);
    let matched = match_people_cost(&baseline, &mut candidate).unwrap();
    let headcounts = candidate.roles.into_iter().map(|role| role.headcount);
    (matched, headcounts.collect())
}

fn seats(target: f64, roles: &[(&str, &str, f64)]) -> Vec<usize> {
    let (found, headcounts) = matched(target, roles);
    let of = |role: &&(&str, &str, f64)| found.roles[role.0].to.at(1);
    let seats: Vec<usize> = roles.iter().map(|role| of(&role)).collect();
    // What is reported is what was given, and what it costs.
    let cost: f64 = roles.iter().zip(&seats).map(|(role, &seats)| role.2 * seats as f64).sum();
    assert!(close(found.people_cost.after, cost) && close(found.people_cost.baseline, target));
    let given: Vec<usize> = headcounts[1..].iter().map(|headcount| headcount.at(1)).collect();
    assert_eq!(given, seats);
    seats
}

#[test]
fn seats_shrink_and_grow_in_proportion() {
    let roles = [("a", "8", 100.0), ("b", "4", 200.0)];
    assert_eq!(seats(800.0, &roles), [4, 2]);
    assert_eq!(seats(3200.0, &roles), [16, 8]);
    assert_eq!(seats(1600.0, &roles), [8, 4], "what costs the same stays as it is");
}

#[test]
fn of_whole_seats_the_nearest_cost_is_taken() {
    let roles = [("a", "10", 100.0), ("b", "3", 100.0)];
    assert_eq!(seats(1000.0, &roles), [8, 2]);
    assert_eq!(seats(1349.0, &roles), [10, 3]);
    assert_eq!(seats(1351.0, &roles), [11, 3]);
}

#[test]
fn a_role_keeps_its_last_seat_and_gets_none_where_it_had_none() {
    assert_eq!(seats(500.0, &[("a", "10", 100.0), ("b", "1", 300.0), ("c", "0", 50.0)]), [2, 1, 0]);
    assert_eq!(seats(10.0, &[("a", "10", 100.0), ("b", "1", 300.0)]), [1, 1]);
}

#[test]
fn a_headcount_over_time_is_scaled_as_a_whole() {
    let (found, _) = matched(700.0, &[("a", "[[1, 4], [7, 10]]", 200.0)]);
    assert_eq!(found.roles["a"].to.changes, [(1, 2), (7, 5)]);
    assert!(close(found.people_cost.before, 1400.0) && close(found.people_cost.after, 700.0));
}

#[test]
fn where_whole_seats_come_nowhere_near_it_is_said() {
    let (found, _) = matched(1000.0, &[("a", "4", 700.0)]);
    assert_eq!(found.roles["a"].to.at(1), 1);
    assert_eq!(
        found.warning("Split", "Together").unwrap().say(Language::English),
        "in these proportions whole seats of Split come no nearer to the people cost of Together than 30 % less"
    );
    let (near, _) = matched(1000.0, &[("a", "4", 96.0)]);
    assert_eq!(near.warning("Split", "Together"), None);
}

#[test]
fn what_cannot_be_matched_is_left_as_it_is() {
    let free = company(&[("a", "4", 0.0)]);
    let dear = company(&[("a", "4", 1e9)]);
    let cheap = company(&[("a", "4", 1.0)]);
    let refused = |baseline: &Scenario, candidate: &Scenario| {
        let mut candidate = candidate.clone();
        let before = candidate.clone();
        let error = match_people_cost(baseline, &mut candidate).unwrap_err();
        assert_eq!(candidate, before);
        error
    };
    assert_eq!(refused(&free, &cheap), CannotMatch::FreeBaseline);
    assert_eq!(refused(&cheap, &free), CannotMatch::FreeCandidate);
    let error = refused(&dear, &cheap);
    assert_eq!(error, CannotMatch::TooManySeats(20_000));
}
