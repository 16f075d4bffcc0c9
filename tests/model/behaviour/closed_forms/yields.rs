//! Section 7: what a run yields.

use orgodds::simulation::{Metric, Tally};

use super::super::harness::Text;
use super::{Law, Quantity, RUNS, closed_forms};

closed_forms! { 7:
    contribution_is_what_bookings_leave,
    bookings_by_month_count_from_the_first_counted_one,
    bookings_by_segment_stand_apart,
    hours_are_demanded_as_work_reaches_a_queue,
    hours_are_supplied_as_far_as_they_go,
    hours_given_are_the_roles_own,
}

/// Bookings: Poisson(55) deals of 100 ± 50; of these 0.7 − 0.1 stay. Costs: 4
/// vacant seats, hired Binomial(4, 1 − (2/3)^12) at 30, and one that costs 24 a year.
fn contribution_is_what_bookings_leave() -> Vec<Quantity> {
    let text = Text::base().with_all(&[
        ("segments.s.deal.spread", "0.5"),
        ("economics.gross_margin", "0.7"),
        ("economics.commission", "0.1"),
        ("roles.new", "{ headcount = 4, start = 'vacant', hire_months = 2, hire_cost = 30 }"),
        ("roles.boss", "{ headcount = 1, annual_cost = 24 }"),
    ]);
    let bookings = Law::poisson(55.0).each_worth(100.0, 0.5);
    let hires = Law::binomial(4.0, 1.0 - (2.0_f64 / 3.0).powi(12));
    let law = bookings.times(0.6) + hires.times(-30.0) + Law::sure(-24.0);
    let contribution = text.simulate(RUNS).metric(Metric::Contribution).to_vec();
    vec![Quantity::new("contribution", &contribution, law)]
}

/// A month's wins are the month's before leads: with arrivals of 5 × season,
/// Poisson at 100 each; in the first counted month those of the warm-up.
fn bookings_by_month_count_from_the_first_counted_one() -> Vec<Quantity> {
    let text = Text::base().with_all(&[
        ("market.seasonality", "[1, 3, 2]"),
        ("warm_up_months", "1"),
        ("horizon_months", "3"),
    ]);
    let runs = text.simulate(RUNS);
    [(0, 10.0), (1, 5.0), (2, 15.0)]
        .map(|(month, wins)| {
            let name = format!("bookings of month {}", month + 1);
            Quantity::new(&name, runs.month(month), Law::poisson(wins).times(100.0))
        })
        .into()
}

/// Poisson(55) at 100 and, with half the leads at 40, Poisson(27.5).
fn bookings_by_segment_stand_apart() -> Vec<Quantity> {
    let text = Text::base();
    let segment = text.at("segments.s");
    let text = text
        .with("segments.t", &segment)
        .with("segments.t.channels.web.arrivals", "2.5")
        .with("segments.t.deal.price", "40");
    let runs = text.simulate(RUNS);
    let (first, second) = (Law::poisson(55.0).times(100.0), Law::poisson(27.5).times(40.0));
    vec![
        Quantity::new("bookings of the first", runs.segment(0), first),
        Quantity::new("bookings of the second", runs.segment(1), second),
        Quantity::new("all bookings", runs.metric(Metric::Bookings), first + second),
    ]
}

/// Leads of 2 hours: Poisson(60) × 2. Opportunities of 3 hours are ready a month
/// later: Poisson(55) × 3. Care: 10 customers ask for 1.5 hours a month.
fn hours_are_demanded_as_work_reaches_a_queue() -> Vec<Quantity> {
    let text = Text::base().with_all(&[
        ("segments.s.channels.web.hours", "2"),
        ("segments.s.stages.close.hours", "3"),
        ("segments.s.stages.close.pass", "0"),
        ("segments.s.customers.initial", "10"),
        ("segments.s.customers.care.hours", "1.5"),
    ]);
    let laws = [
        ("lead", Law::poisson(60.0).times(2.0)),
        ("sell", Law::poisson(55.0).times(3.0)),
        ("serve", Law::sure(180.0)),
    ];
    laws.map(|(kind, law)| {
        let at = text.kind(kind);
        let demanded = text.sample(RUNS, |tally: &Tally<'_>| tally.demanded[at]);
        Quantity::new(&format!("hours of `{kind}` demanded"), &demanded, law)
    })
    .into()
}

/// 50 hours a month meet 1,000 leads of an hour and 120 hours of care that nobody
/// else gives: what comes first takes all of it.
fn hours_are_supplied_as_far_as_they_go() -> Vec<Quantity> {
    let text = Text::base().with_all(&[
        ("segments.s.channels.web.arrivals", "1000"),
        ("segments.s.channels.web.qualify", "0"),
        ("segments.s.customers.initial", "120"),
        ("roles.all.hours", "50"),
    ]);
    [("lead", 600.0), ("sell", 0.0), ("serve", 0.0)]
        .map(|(kind, hours)| {
            let at = text.kind(kind);
            let supplied = text.sample(1000, |tally: &Tally<'_>| tally.supplied[at]);
            Quantity::new(&format!("hours of `{kind}` supplied"), &supplied, Law::sure(hours))
        })
        .into()
}

/// A role of double speed gives half an hour of its own for each standard hour:
/// Poisson(60) × 1/2 of the 12 × 40 that it has.
fn hours_given_are_the_roles_own() -> Vec<Quantity> {
    let text = Text::base().with_all(&[
        ("segments.s.channels.web.qualify", "0"),
        ("roles.all.work", "{ sell = {}, serve = {} }"),
        ("roles.quick", "{ headcount = 1, hours = 40, work = { lead = { speed = 2 } } }"),
    ]);
    let quick = text.role("quick");
    let given = text.sample(RUNS, |tally| tally.given[quick]);
    let available = text.sample(100, |tally| tally.available[quick]);
    vec![
        Quantity::new("hours given", &given, Law::poisson(60.0).times(0.5)),
        Quantity::new("hours available", &available, Law::sure(480.0)),
    ]
}
