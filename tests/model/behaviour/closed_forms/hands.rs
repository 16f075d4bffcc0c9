//! Section 4: what the hours of different people do to a deal, and what is lost
//! where work changes hands.

use orgodds::simulation::Metric;

use super::super::harness::Text;
use super::allocation::roles;
use super::law::at_odds;
use super::{Law, Quantity, RUNS, closed_forms};

closed_forms! { 4:
    lifts_multiply_the_odds_by_their_weighted_mean,
    prices_are_weighted_by_the_hours,
    work_is_lost_as_far_as_hands_differ,
    nobody_takes_over_where_nobody_cares,
    before_any_work_a_mix_is_that_of_the_hours,
    a_mix_is_the_latest_one,
}

fn metric(text: &Text, metric: Metric) -> Vec<f64> {
    text.simulate(RUNS).metric(metric).to_vec()
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
