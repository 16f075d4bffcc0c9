//! Section 6: customers.

use orgodds::simulation::Metric;

use super::super::harness::Text;
use super::law::{at_odds, part_of};
use super::{Law, Quantity, RUNS, closed_forms};

closed_forms! { 6:
    cared_for_customers_leave_by_the_lower_rate,
    neglected_customers_leave_by_the_higher_rate,
    partial_care_mixes_the_two_chances,
    lift_on_care_raises_the_odds_to_stay,
    orders_follow_coverage,
    repeat_orders_are_lognormal_sums,
    referrals_are_leads_in_the_next_step,
    referred_customers_refer_again,
    tracking_induces_opportunities,
    tracking_follows_coverage,
    induced_work_changes_hands,
    who_is_won_in_the_warm_up_exists_already,
    new_customers_order_from_the_next_step,
}

const CUSTOMERS: &str = "segments.s.customers";

/// No leads; so many customers and nothing that happens to them.
fn customers(initial: &str, fields: &[(&str, &str)]) -> Text {
    let text = Text::base()
        .with("segments.s.channels.web.arrivals", "0")
        .with("segments.s.customers.initial", initial);
    fields.iter().fold(text, |text, (key, value)| {
        let inside = key.split_once('.').map_or(*key, |(first, _)| first);
        let top = ["roles", "handoffs", "horizon_months", "steps_per_month", "segments"];
        let path =
            if top.contains(&inside) { (*key).to_owned() } else { format!("{CUSTOMERS}.{key}") };
        text.with(&path, value)
    })
}

fn metric(text: &Text, metric: Metric) -> Vec<f64> {
    text.simulate(RUNS).metric(metric).to_vec()
}

const NO_CARE: (&str, &str) = ("roles.all.work", "{ lead = {}, sell = {} }");

/// A year, in 12 or 48 steps, full care: Binomial(200, 1 − 0.1) stay.
fn cared_for_customers_leave_by_the_lower_rate() -> Vec<Quantity> {
    ["1", "4"]
        .map(|steps| {
            let fields =
                [("churn", "{ cared = 0.1, neglected = 0.5 }"), ("steps_per_month", steps)];
            let left = metric(&customers("200", &fields), Metric::Customers);
            Quantity::new(
                &format!("customers, {steps} steps a month"),
                &left,
                Law::binomial(200.0, 0.9),
            )
        })
        .into()
}

/// Nobody carries care: Binomial(200, 1 − 0.5) stay.
fn neglected_customers_leave_by_the_higher_rate() -> Vec<Quantity> {
    let text = customers("200", &[("churn", "{ cared = 0.1, neglected = 0.5 }"), NO_CARE]);
    vec![Quantity::new("customers", &metric(&text, Metric::Customers), Law::binomial(200.0, 0.5))]
}

/// 60 hours for 200 customers who ask for one each, in one month: of a yearly
/// 0.7 × 0.9 + 0.3 × 0.1 a twelfth, Binomial(200, (1 − a)^(1/12)) stay.
fn partial_care_mixes_the_two_chances() -> Vec<Quantity> {
    let text = customers(
        "200",
        &[
            ("churn", "{ cared = 0.1, neglected = 0.9 }"),
            ("horizon_months", "1"),
            ("roles.all.hours", "60"),
        ],
    );
    let law = Law::binomial(200.0, 1.0 - part_of(0.7 * 0.9 + 0.3 * 0.1, 12.0));
    vec![Quantity::new("customers", &metric(&text, Metric::Customers), law)]
}

/// Full care with lift 2: the odds to stay of 0.6 : 0.4 double.
fn lift_on_care_raises_the_odds_to_stay() -> Vec<Quantity> {
    let text = customers(
        "200",
        &[("churn", "{ cared = 0.4, neglected = 0.5 }"), ("roles.all.work.serve", "{ lift = 2 }")],
    );
    let law = Law::binomial(200.0, at_odds(0.6, 2.0));
    vec![Quantity::new("customers", &metric(&text, Metric::Customers), law)]
}

/// 10 customers order 0.6 + c (3 − 0.6) times a year, with c = 1, 1/4 and 0.
fn orders_follow_coverage() -> Vec<Quantity> {
    let orders = ("orders", "{ cared = 3, neglected = 0.6 }");
    let cases = [("all", "40", 3.0), ("a quarter", "2.5", 1.2), ("next to none", "1e-9", 0.6)];
    cases
        .map(|(name, hours, rate)| {
            let text =
                customers("10", &[orders, ("roles.all.hours", hours), ("order_value", "0.8")]);
            let repeat = metric(&text, Metric::RepeatExisting);
            let law = Law::poisson(10.0 * rate).times(80.0);
            Quantity::new(&format!("repeat bookings, {name} of the care"), &repeat, law)
        })
        .into()
}

/// Poisson(50) orders of mean 80 and coefficient of variation 0.6.
fn repeat_orders_are_lognormal_sums() -> Vec<Quantity> {
    let text = customers(
        "10",
        &[
            ("orders", "{ cared = 5, neglected = 0 }"),
            ("order_value", "0.8"),
            ("segments.s.deal.spread", "0.6"),
        ],
    );
    let law = Law::poisson(50.0).each_worth(80.0, 0.6);
    vec![Quantity::new("repeat bookings", &metric(&text, Metric::RepeatExisting), law)]
}

const REFERRAL: (&str, &str) =
    ("segments.s.channels.word", "{ kind = 'referral', work = 'lead', hours = 1, qualify = 0.5 }");

/// 30 customers send Poisson(30 × 4/12) leads a month, worked a month later and
/// won another later. Loss 1 between seller and carer keeps new customers out.
fn referrals_are_leads_in_the_next_step() -> Vec<Quantity> {
    let text = customers(
        "30",
        &[
            ("referrals", "{ cared = 4, neglected = 1 }"),
            REFERRAL,
            ("handoffs.loss", "1"),
            ("roles.all.work", "{ lead = {}, sell = {} }"),
            ("roles.carer", "{ headcount = 1, hours = 1e6, work = { serve = {} } }"),
        ],
    );
    let runs = text.simulate(RUNS);
    vec![
        Quantity::new(
            "opportunities",
            runs.metric(Metric::Opportunities),
            Law::poisson(11.0 * 10.0 * 0.5),
        ),
        Quantity::new(
            "first bookings",
            runs.metric(Metric::FirstReferred),
            Law::poisson(10.0 * 10.0 * 0.5).times(100.0),
        ),
        Quantity::new("leads do not count them", runs.metric(Metric::Leads), Law::sure(0.0)),
        Quantity::new("wins do not either", runs.metric(Metric::Wins), Law::sure(0.0)),
    ]
}

/// Whoever joins at the end of step s refers with r = 4/12 × 0.5 wins a step,
/// which join two steps after the one they are sent in. With n(s) the mean number
/// of customers in step s, n(s + 1) = n(s) + r n(s − 2). For the variance, a
/// customer's line over s steps has mean m(s) and variance v(s), as the initial
/// one, its Poisson offspring of each step starting lines of their own:
/// m(s) = 1 + r Σ m(s − 3 − j), v(s) = r Σ (v + m²)(s − 3 − j).
fn referred_customers_refer_again() -> Vec<Quantity> {
    let text = customers("30", &[("referrals", "{ cared = 4, neglected = 4 }"), REFERRAL]);
    let rate = 4.0 / 12.0 * 0.5;
    let mut line: Vec<Law> = Vec::new();
    for age in 0..=12_usize {
        let mut law = Law::sure(1.0);
        // Sent in step j of the line (from 0), worked in j + 1, won in j + 2.
        for young in (0..age).filter_map(|sent| (age - sent).checked_sub(3)) {
            let Law { mean, variance } = line[young];
            law.mean += rate * mean;
            law.variance += rate * (variance + mean * mean);
        }
        line.push(law);
    }
    let left = metric(&text, Metric::Customers);
    vec![Quantity::new("customers", &left, line[12].copies(30.0))]
}

const TRACKING: (&str, &str) =
    ("tracking", "{ work = 'track', hours = 2, demands = 3, value = 0.5, quality = 2 }");

/// 20 customers with tracking and a role for it.
fn tracked(fields: &[(&str, &str)]) -> Text {
    let role = "{ headcount = 1, hours = 1e6, work = { track = {} } }";
    let text = customers("20", &[TRACKING, ("roles.tracker", role)]);
    fields.iter().fold(text, |text, (path, value)| text.with(path, value))
}

/// Poisson(20 × 3 × O/12) a month with a lift O of 1.5, ready a month later; they
/// pass 0.4 at double odds and are worth half of 100.
fn tracking_induces_opportunities() -> Vec<Quantity> {
    let text = tracked(&[
        ("segments.s.stages.close.pass", "0.4"),
        ("roles.tracker.work.track", "{ lift = 1.5 }"),
    ]);
    let runs = text.simulate(RUNS);
    let law = Law::poisson(11.0 * 7.5 * at_odds(0.4, 2.0)).times(50.0);
    vec![
        Quantity::new("repeat bookings", runs.metric(Metric::RepeatExisting), law),
        Quantity::new("opportunities", runs.metric(Metric::Opportunities), Law::sure(0.0)),
        Quantity::new("customers", runs.metric(Metric::Customers), Law::sure(20.0)),
    ]
}

/// 10 of the 40 hours asked for: a quarter of Poisson(5) a month. They enter the
/// last of two stages, so again a month later.
fn tracking_follows_coverage() -> Vec<Quantity> {
    let text = tracked(&[
        ("roles.tracker.hours", "10"),
        (
            "segments.s.stages",
            "[{ name = 'talk', work = 'sell', hours = 1, pass = 0 }, { name = 'sign', work = 'sell', hours = 1, pass = 1 }]",
        ),
        ("segments.s.customers.tracking.enters", "'sign'"),
    ]);
    let law = Law::poisson(11.0 * 5.0 / 4.0).times(50.0);
    vec![Quantity::new("repeat bookings", &metric(&text, Metric::RepeatExisting), law)]
}

/// The tracker hands everything over: 0.3 of it is lost.
fn induced_work_changes_hands() -> Vec<Quantity> {
    let text = tracked(&[("handoffs.loss", "0.3")]);
    let law = Law::poisson(11.0 * 5.0 * 0.7).times(50.0);
    vec![Quantity::new("repeat bookings", &metric(&text, Metric::RepeatExisting), law)]
}

/// Poisson(5) joined at the end of each of the months 2 to 4 of the warm-up; all of
/// them order 6/12 times a month for 6 months, at 100: with n ~ Poisson(15),
/// mean 15 × 3 and variance 15 × 3 + 15 × 3².
fn who_is_won_in_the_warm_up_exists_already() -> Vec<Quantity> {
    let text = Text::base().with_all(&[
        ("warm_up_months", "4"),
        ("horizon_months", "6"),
        ("segments.s.customers.orders", "{ cared = 6, neglected = 0 }"),
    ]);
    let law = Law { mean: 45.0, variance: 45.0 + 15.0 * 9.0 }.times(100.0);
    vec![Quantity::new("repeat bookings", &metric(&text, Metric::RepeatExisting), law)]
}

/// Poisson(5) join at the end of each step s from 2 to 12 and order with 1/2 a
/// step in the 12 − s that are left: m(s) = (12 − s)/2 orders each. Mean
/// Σ 5 m(s), variance Σ 5 (m(s) + m(s)²).
fn new_customers_order_from_the_next_step() -> Vec<Quantity> {
    let text = Text::base().with("segments.s.customers.orders", "{ cared = 6, neglected = 0 }");
    let orders: Law = (2..=12)
        .map(|s| f64::from(12 - s) / 2.0)
        .map(|m| Law { mean: 5.0 * m, variance: 5.0 * (m + m * m) })
        .sum();
    let repeat = metric(&text, Metric::RepeatSourced);
    vec![Quantity::new("repeat bookings", &repeat, orders.times(100.0))]
}
