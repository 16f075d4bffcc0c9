//! What is known of teams and queues comes out of the model.

use orgodds::simulation::Metric;

use super::harness::{Text, mean};

const RUNS: u64 = 400;

fn metric(text: &Text, metric: Metric) -> Vec<f64> {
    text.simulate(RUNS).metric(metric).to_vec()
}

/// The share of runs, under the same luck, in which the second has more.
fn odds(first: &[f64], second: &[f64]) -> f64 {
    let wins = first.iter().zip(second).filter(|(first, second)| second > first).count();
    wins as f64 / first.len() as f64
}

/// Two kinds of enquiry that go stale within the week.
fn two_counters() -> Text {
    let other = "{ kind = 'inbound', arrivals = 40, work = 'other', hours = 1, qualify = 1, stale = 0.999 }";
    Text::base().with_all(&[
        ("steps_per_month", "4"),
        ("segments.s.channels.web.arrivals", "40"),
        ("segments.s.channels.web.stale", "0.999"),
        ("segments.s.channels.other", other),
        ("roles.all.work", "{ sell = {}, serve = {} }"),
    ])
}

/// Two people who can both answer everything lose fewer enquiries than two who
/// each answer one kind, as the one may be idle while the other's queue grows.
#[test]
fn pooling_beats_splitting_at_equal_skill() {
    let pooled = two_counters()
        .with("roles.both", "{ headcount = 2, hours = 40, work = { lead = {}, other = {} } }");
    let split = two_counters()
        .with("roles.one", "{ headcount = 1, hours = 40, work = { lead = {} } }")
        .with("roles.two", "{ headcount = 1, hours = 40, work = { other = {} } }");
    let (split, pooled) = (metric(&split, Metric::Wins), metric(&pooled, Metric::Wins));
    assert!(odds(&split, &pooled) > 0.99);
    assert!(mean(&pooled) > 1.03 * mean(&split));
}

/// A company of `seats` people: three hours of selling for each hour of leads,
/// and as much of both as its people could just do if nobody lost any hours.
fn company(seats: u32) -> Text {
    let arrivals = (25 * seats).to_string();
    Text::base().with_all(&[
        ("steps_per_month", "4"),
        ("segments.s.channels.web.arrivals", &arrivals),
        ("segments.s.stages.close.hours", "3"),
        ("segments.s.channels.web.stale", "0.5"),
        ("segments.s.stages.close.stale", "0.5"),
        ("roles.all.work", "{ serve = {} }"),
    ])
}

/// Switching costs a generalist a fifth of the time. Two people who specialise
/// must split 1 : 1 what needs 1 : 3, and win less; eight split 2 : 6, and win more.
#[test]
fn division_of_labour_wins_only_past_a_size() {
    let odds_of_specialists = |seats: u32, openers: u32| {
        let role = |headcount: u32, work: &str| {
            format!(
                "{{ headcount = {headcount}, hours = 100, switching_loss = 0.2, work = {work} }}"
            )
        };
        let general = company(seats).with("roles.rep", &role(seats, "{ lead = {}, sell = {} }"));
        let special = company(seats)
            .with("roles.opener", &role(openers, "{ lead = {} }"))
            .with("roles.closer", &role(seats - openers, "{ sell = {} }"));
        odds(&metric(&general, Metric::Wins), &metric(&special, Metric::Wins))
    };
    assert!(odds_of_specialists(2, 1) < 0.05);
    assert!(odds_of_specialists(8, 2) > 0.95);
}

/// A rep who prospects only when no deal is open has months full of wins and
/// months without; one who keeps two fifths of the time for it has even months.
#[test]
fn prospecting_when_idle_is_feast_and_famine() {
    let rep = |lead: &str, sell: &str| {
        let work = format!("{{ lead = {{ share = {lead} }}, sell = {{ share = {sell} }} }}");
        Text::base().with_all(&[
            ("warm_up_months", "12"),
            ("horizon_months", "24"),
            ("steps_per_month", "4"),
            ("segments.s.channels.web.kind", "'outbound'"),
            ("segments.s.channels.web.arrivals", "1000"),
            ("segments.s.channels.web.qualify", "0.2"),
            ("segments.s.stages.close.hours", "7.5"),
            ("segments.s.stages.close.wait_months", "2"),
            ("roles.all.work", "{ serve = {} }"),
            ("roles.rep", &format!("{{ headcount = 4, hours = 100, work = {work} }}")),
        ])
    };
    // Variance over mean of a run's months, on average.
    let swing = |text: &Text| {
        let runs = text.simulate(RUNS);
        let months: Vec<Vec<f64>> = (0..runs.len())
            .map(|run| (0..24).map(|month| runs.month(month)[run] / 100.0).collect())
            .collect();
        let dispersion = |months: &Vec<f64>| {
            let middle = mean(months);
            mean(&months.iter().map(|wins| (wins - middle).powi(2)).collect::<Vec<_>>()) / middle
        };
        mean(&months.iter().map(dispersion).collect::<Vec<_>>())
    };
    let (idle, fixed) = (swing(&rep("0", "0")), swing(&rep("0.4", "0.6")));
    assert!(idle > 1.5 * fixed, "when idle {idle:.2}, with fixed shares {fixed:.2}");
}

/// Specialists win as long as little is lost between them; when half of what
/// changes hands is lost, the generalists who lose a fifth of their hours do.
#[test]
fn a_high_cost_of_handing_over_turns_the_odds() {
    let odds_of_specialists = |loss: &str| {
        let company = company(8).with("handoffs.loss", loss);
        let general = company.clone().with(
            "roles.rep",
            "{ headcount = 8, hours = 100, switching_loss = 0.2, work = { lead = {}, sell = {} } }",
        );
        let special = company
            .with("roles.opener", "{ headcount = 2, hours = 100, work = { lead = {} } }")
            .with("roles.closer", "{ headcount = 6, hours = 100, work = { sell = {} } }");
        odds(&metric(&general, Metric::Wins), &metric(&special, Metric::Wins))
    };
    let at = ["0", "0.05", "0.5"].map(odds_of_specialists);
    assert!(at[0] > 0.95 && at[0] >= at[1] && at[1] > at[2] && at[2] < 0.05, "{at:?}");
}

/// Closers without anybody who develops leads close nothing, and cost all the same.
#[test]
fn a_team_with_an_empty_role_upstream_stands_still() {
    let team = |openers: u32| {
        company(8)
            .with(
                "roles.opener",
                &format!("{{ headcount = {openers}, hours = 100, work = {{ lead = {{}} }} }}"),
            )
            .with(
                "roles.closer",
                "{ headcount = 6, hours = 100, annual_cost = 1000, work = { sell = {} } }",
            )
            .simulate(100)
    };
    let empty = team(0);
    assert!(empty.metric(Metric::Leads).iter().all(|&leads| leads > 0.0));
    assert!(empty.metric(Metric::Bookings).iter().all(|&bookings| bookings == 0.0));
    assert!(empty.metric(Metric::Contribution).iter().all(|left| (left + 6000.0).abs() < 1e-6));
    let [_, given] = empty.role(2);
    assert!(given.mean() == 0.0);
    assert!(team(2).metric(Metric::Bookings).iter().all(|&bookings| bookings > 0.0));
}
