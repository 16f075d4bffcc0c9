//! Section 4: who works on what, and what changes hands.

use orgodds::simulation::{Metric, Tally};

use super::super::harness::Text;
use super::law::{at_odds, poisson_chances};
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
    lifts_multiply_the_odds_by_their_weighted_mean,
    prices_are_weighted_by_the_hours,
    work_is_lost_as_far_as_hands_differ,
    nobody_takes_over_where_nobody_cares,
    before_any_work_a_mix_is_that_of_the_hours,
    a_mix_is_the_latest_one,
}

/// The base with other roles than the one that does everything.
fn roles(roles: &[(&str, &str)]) -> Text {
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
/// it each step. The generalist does the rest at once.
fn specialists_serve_first() -> Vec<Quantity> {
    let text = roles(&[
        ("generalist", "{ headcount = 1, hours = 1e6, work = { lead = {}, sell = {} } }"),
        ("specialist", "{ headcount = 1, hours = 4, work = { lead = {} } }"),
        ("rest", "{ headcount = 1, hours = 1e6, work = { serve = {} } }"),
    ])
    .with("segments.s.channels.web.qualify", "0");
    let chances = || poisson_chances(5.0).into_iter().enumerate();
    let first = Law::of(chances().map(|(n, p)| (n.min(4) as f64, p))).copies(12.0);
    let rest = Law::of(chances().map(|(n, p)| (n.saturating_sub(4) as f64, p))).copies(12.0);
    vec![
        Quantity::new("hours of the specialist", &given(&text, "specialist"), first),
        Quantity::new("hours of the generalist", &given(&text, "generalist"), rest),
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

/// Two sellers whose mix is 75 : 25 by standard hours (100 hours, and 50 at speed
/// 2/3), who carry `sell` alone.
fn two_sellers(one: &str, other: &str) -> Text {
    let role = |hours: u32, work: &str| {
        format!("{{ headcount = 1, hours = {hours}000, work = {{ sell = {work} }} }}")
    };
    roles(&[
        ("one", &role(100, one)),
        ("other", &role(50, other)),
        ("rest", "{ headcount = 1, hours = 1e6, work = { lead = { lift = 2 }, serve = {} } }"),
    ])
    .with("segments.s.channels.web.qualify", "0.3")
    .with("segments.s.stages.close.pass", "0.4")
}

/// Leads: odds of 0.3 × 2. Deals: odds of 0.4 × 3^0.75 × 0.5^0.25. A lead of step
/// t can be won in step t + 1: 11 months of Poisson(5), thinned twice.
fn lifts_multiply_the_odds_by_their_weighted_mean() -> Vec<Quantity> {
    let text = two_sellers("{ lift = 3 }", "{ lift = 0.5, speed = 0.6666666666666666 }");
    let runs = text.simulate(RUNS);
    let qualified = at_odds(0.3, 2.0);
    let won = qualified * at_odds(0.4, 3_f64.powf(0.75) * 0.5_f64.powf(0.25));
    vec![
        Quantity::new(
            "opportunities",
            runs.metric(Metric::Opportunities),
            Law::poisson(60.0 * qualified),
        ),
        Quantity::new("wins", runs.metric(Metric::Wins), Law::poisson(55.0 * won)),
    ]
}

/// Every deal is worth 100 × 1.5^0.75 × 0.8^0.25.
fn prices_are_weighted_by_the_hours() -> Vec<Quantity> {
    let text = two_sellers("{ price = 1.5 }", "{ price = 0.8, speed = 0.6666666666666666 }");
    let price = 100.0 * 1.5_f64.powf(0.75) * 0.8_f64.powf(0.25);
    let law = Law::poisson(55.0 * at_odds(0.3, 2.0) * 0.4).times(price);
    vec![Quantity::new("first bookings", &metric(&text, Metric::FirstSourced), law)]
}

/// Leads are the hunter's alone, deals 3/4 the hunter's and 1/4 the keeper's, care
/// the keeper's alone: with loss 0.4 an opportunity is lost with 0.4 × 1/4, a new
/// customer with 0.4 × 3/4.
fn work_is_lost_as_far_as_hands_differ() -> Vec<Quantity> {
    let text = roles(&[
        ("hunter", "{ headcount = 3, hours = 1e6, work = { lead = {}, sell = {} } }"),
        ("keeper", "{ headcount = 1, hours = 1e6, work = { serve = {}, sell = {} } }"),
    ])
    .with("handoffs.loss", "0.4");
    let runs = text.simulate(RUNS);
    let opportunities = Law::poisson(60.0 * 0.9);
    vec![
        Quantity::new("opportunities", runs.metric(Metric::Opportunities), opportunities),
        Quantity::new("wins", runs.metric(Metric::Wins), Law::poisson(55.0 * 0.9)),
        Quantity::new("customers", runs.metric(Metric::Customers), Law::poisson(55.0 * 0.9 * 0.7)),
    ]
}

/// Care without anybody: η = 1, and of the new customers 1 − 0.4 stay.
fn nobody_takes_over_where_nobody_cares() -> Vec<Quantity> {
    let text = Text::base()
        .with("handoffs.loss", "0.4")
        .with("roles.all.work", "{ lead = {}, sell = {} }");
    let runs = text.simulate(RUNS);
    vec![
        Quantity::new("wins", runs.metric(Metric::Wins), Law::poisson(55.0)),
        Quantity::new("customers", runs.metric(Metric::Customers), Law::poisson(55.0 * 0.6)),
    ]
}

/// The closer's seat is gone from month 2 on. Nobody has sold in month 1, so the
/// mix of the stage is then that of the hours: half the closer's, later all the
/// rep's. Of the opportunities of month 1 are lost 0.4 × 1/2, of others none.
fn before_any_work_a_mix_is_that_of_the_hours() -> Vec<Quantity> {
    let text = roles(&[
        ("rep", "{ headcount = 1, hours = 1e6, work = { lead = {}, sell = {} } }"),
        ("closer", "{ headcount = [[1, 1], [2, 0]], hours = 1e6, work = { sell = {} } }"),
        ("rest", "{ headcount = 1, hours = 1e6, work = { serve = {} } }"),
    ])
    .with("handoffs.loss", "0.4");
    let law = Law::poisson(5.0 * 0.8 + 55.0);
    vec![Quantity::new("opportunities", &metric(&text, Metric::Opportunities), law)]
}

/// In month 1 the helper cares for the 10 customers; then the helper's seat is gone,
/// and the rep, flooded with 11 months of deals (20 a month), never gets to care. So
/// the mix of care stays the helper's: of Binomial(220, 0.3) wins stay 1 − 0.4.
fn a_mix_is_the_latest_one() -> Vec<Quantity> {
    let text = roles(&[
        ("rep", "{ headcount = 1, hours = 20, work = { sell = {}, serve = {} } }"),
        ("helper", "{ headcount = [[1, 1], [2, 0]], hours = 1e6, work = { serve = {} } }"),
        ("rest", "{ headcount = 1, hours = 1e6, work = { lead = {} } }"),
    ])
    .with_all(&[
        ("handoffs.loss", "0.4"),
        ("segments.s.channels.web.arrivals", "1000"),
        ("segments.s.stages.close.pass", "0.3"),
        ("segments.s.customers.initial", "10"),
    ]);
    let customers: Vec<f64> =
        metric(&text, Metric::Customers).iter().map(|active| active - 10.0).collect();
    vec![Quantity::new("new customers", &customers, Law::binomial(220.0, 0.3 * 0.6))]
}
