//! Section 4: who works on what.

use orgodds::simulation::{Metric, Tally};

use super::super::harness::Text;
use super::law::poisson_chances;
use super::{Law, Quantity, RUNS, closed_forms};

closed_forms! { 4:
    equals_serve_in_proportion_to_what_they_could_give,
    specialists_serve_first,
    shares_are_a_guarantee,
    without_shares_hours_follow_the_money,
    an_unused_share_helps_where_work_waits,
    care_comes_before_prospecting,
    waiting_leads_come_before_care,
    priorities_turn_the_order,
    speed_makes_more_of_an_hour,
}

/// The base with other roles than the one that does everything.
pub fn roles(roles: &[(&str, &str)]) -> Text {
    let base = Text::base().without("roles.all");
    roles.iter().fold(base, |text, (key, role)| text.with(&format!("roles.{key}"), role))
}

const REST: (&str, &str) =
    ("rest", "{ headcount = 1, hours = 1e6, work = { sell = {}, serve = {} } }");

fn metric(text: &Text, metric: Metric) -> Vec<f64> {
    text.simulate(RUNS).metric(metric).to_vec()
}

fn supplied(text: &Text, kind: &str) -> Vec<f64> {
    let kind = text.kind(kind);
    text.sample(RUNS, |tally: &Tally<'_>| tally.supplied[kind])
}

fn given(text: &Text, role: &str) -> Vec<f64> {
    let role = text.role(role);
    text.sample(RUNS, |tally| tally.given[role])
}

/// Both carry one kind: 300 hours, and 100 at double speed, that is 200 standard
/// hours, so 60 and 40 % of Poisson(60) leads of 2 hours each.
fn equals_serve_in_proportion_to_what_they_could_give() -> Vec<Quantity> {
    let text = roles(&[
        ("slow", "{ headcount = 3, hours = 100, work = { lead = {} } }"),
        ("fast", "{ headcount = 1, hours = 100, work = { lead = { speed = 2 } } }"),
        REST,
    ])
    .with("segments.s.channels.web.hours", "2");
    let hours = Law::poisson(60.0).times(2.0);
    vec![
        Quantity::new("hours of the slow", &given(&text, "slow"), hours.times(0.6)),
        Quantity::new("hours of the fast", &given(&text, "fast"), hours.times(0.4 / 2.0)),
        Quantity::new("standard hours", &supplied(&text, "lead"), hours),
    ]
}

/// A specialist has 4 hours a step for Poisson(5) leads of an hour: min(4, N) of
/// it each step. The generalist does the rest at once. The same where nobody has
/// set any hours aside.
fn specialists_serve_first() -> Vec<Quantity> {
    let text = roles(&[
        ("generalist", "{ headcount = 1, hours = 1e6, work = { lead = {}, sell = {} } }"),
        ("specialist", "{ headcount = 1, hours = 4, work = { lead = {} } }"),
        ("rest", "{ headcount = 1, hours = 1e6, work = { serve = {} } }"),
    ])
    .with("segments.s.channels.web.qualify", "0");
    let shareless = text.clone().with("roles.specialist.work.lead.share", "0");
    let chances = || poisson_chances(5.0).into_iter().enumerate();
    let first = Law::of(chances().map(|(n, p)| (n.min(4) as f64, p))).copies(12.0);
    let rest = Law::of(chances().map(|(n, p)| (n.saturating_sub(4) as f64, p))).copies(12.0);
    vec![
        Quantity::new("hours of the specialist", &given(&text, "specialist"), first),
        Quantity::new("hours of the generalist", &given(&text, "generalist"), rest),
        Quantity::new("hours of one without shares", &given(&shareless, "specialist"), first),
    ]
}

/// More leads and deals than anybody can work: 10,000 leads a month of an hour,
/// and 10 hours an opportunity.
fn flooded(work: &str) -> Text {
    roles(&[
        ("rep", &format!("{{ headcount = 1, hours = 100, work = {work} }}")),
        ("rest", "{ headcount = 1, hours = 1e6, work = { serve = {} } }"),
    ])
    .with("segments.s.channels.web.arrivals", "10000")
    .with("segments.s.stages.close.hours", "10")
}

/// In month 1 nothing waits to be sold and all 100 hours go to leads; in the other
/// 11 months 30 and 70.
fn shares_are_a_guarantee() -> Vec<Quantity> {
    let text = flooded("{ lead = { share = 0.3 }, sell = { share = 0.7 } }");
    vec![
        Quantity::new("hours on leads", &supplied(&text, "lead"), Law::sure(100.0 + 11.0 * 30.0)),
        Quantity::new("hours on deals", &supplied(&text, "sell"), Law::sure(11.0 * 70.0)),
    ]
}

/// Month 1 makes 100 opportunities, 1,000 hours of work: from then on 10 months
/// go to deals alone, then all of them are done and leads come up again.
fn without_shares_hours_follow_the_money() -> Vec<Quantity> {
    let text = flooded("{ lead = {}, sell = {} }");
    vec![
        Quantity::new("hours on leads", &supplied(&text, "lead"), Law::sure(200.0)),
        Quantity::new("hours on deals", &supplied(&text, "sell"), Law::sure(1000.0)),
    ]
}

/// No lead qualifies, so that the 70 hours for deals always go to leads too.
fn an_unused_share_helps_where_work_waits() -> Vec<Quantity> {
    let text = flooded("{ lead = { share = 0.3 }, sell = { share = 0.7 } }")
        .with("segments.s.channels.web.qualify", "0");
    vec![Quantity::new("hours on leads", &supplied(&text, "lead"), Law::sure(1200.0))]
}

/// A hunter with 100 hours a month, customers who ask for 40 and order at rates
/// of 6 (cared) and 1 (neglected) a year, and more prospects than can be worked.
fn hunting_and_care() -> Text {
    roles(&[
        ("rep", "{ headcount = 1, hours = 100, work = { lead = {}, serve = {} } }"),
        ("rest", "{ headcount = 1, hours = 1e6, work = { sell = {} } }"),
    ])
    .with_all(&[
        ("segments.s.channels.web.kind", "'outbound'"),
        ("segments.s.channels.web.arrivals", "10000"),
        ("segments.s.channels.web.hours", "0.7"),
        ("segments.s.channels.web.qualify", "0"),
        ("segments.s.customers.initial", "20"),
        ("segments.s.customers.care.hours", "2"),
        ("segments.s.customers.orders", "{ cared = 6, neglected = 1 }"),
    ])
}

/// Care takes 40 of 100 hours, so ⌊12 × 60/0.7⌋ prospects are worked; all 20
/// customers order Poisson(6) times at 100.
fn care_comes_before_prospecting() -> Vec<Quantity> {
    let runs = hunting_and_care().simulate(RUNS);
    vec![
        Quantity::new("leads", runs.metric(Metric::Leads), Law::sure(1028.0)),
        Quantity::new(
            "repeat bookings",
            runs.metric(Metric::RepeatExisting),
            Law::poisson(120.0).times(100.0),
        ),
    ]
}

/// Of 30 hours, Poisson(5) inbound leads take one each; care asks for 26 and gets
/// min(26, 30 − N).
fn waiting_leads_come_before_care() -> Vec<Quantity> {
    let text = hunting_and_care().with_all(&[
        ("roles.rep.hours", "30"),
        ("segments.s.channels.web.kind", "'inbound'"),
        ("segments.s.channels.web.arrivals", "5"),
        ("segments.s.channels.web.hours", "1"),
        ("segments.s.customers.care.hours", "1.3"),
    ]);
    let care = |(n, p): (usize, f64)| ((30.0 - n as f64).min(26.0), p);
    let law = Law::of(poisson_chances(5.0).into_iter().enumerate().map(care)).copies(12.0);
    vec![Quantity::new("hours of care", &supplied(&text, "serve"), law)]
}

/// With `lead` first, prospecting takes all: ⌊12 × 100/0.7⌋ prospects, and
/// customers order as if neglected.
fn priorities_turn_the_order() -> Vec<Quantity> {
    let runs = hunting_and_care().with("priorities", "['lead']").simulate(RUNS);
    vec![
        Quantity::new("leads", runs.metric(Metric::Leads), Law::sure(1714.0)),
        Quantity::new(
            "repeat bookings",
            runs.metric(Metric::RepeatExisting),
            Law::poisson(20.0).times(100.0),
        ),
    ]
}

/// As above, with an hour worth 1.5: ⌊12 × 150/0.7⌋.
fn speed_makes_more_of_an_hour() -> Vec<Quantity> {
    let text =
        hunting_and_care().with("priorities", "['lead']").with("roles.rep.work.lead.speed", "1.5");
    vec![Quantity::new("leads", &metric(&text, Metric::Leads), Law::sure(2571.0))]
}
