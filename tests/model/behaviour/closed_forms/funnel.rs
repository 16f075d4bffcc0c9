//! Section 5: from lead to deal.

use orgodds::simulation::Metric;

use super::super::harness::Text;
use super::super::last_state::at_end;
use super::law::{at_odds, poisson_chances};
use super::{Law, Quantity, RUNS, closed_forms};

closed_forms! { 5:
    a_funnel_thins_poisson_numbers,
    quality_multiplies_the_odds_at_every_stage,
    certain_and_impossible_passes_stay_so,
    buyers_wait_for_geometric_times,
    two_waits_add_up,
    a_busy_channel_works_what_its_hours_allow,
    a_busy_stage_works_what_its_hours_allow,
    leads_queue_as_in_a_queue_with_constant_service,
    leads_that_nobody_works_go_stale,
    deals_that_wait_for_us_go_stale,
    prospects_are_leads_once_worked,
    credit_goes_with_the_unit_it_was_for,
    deals_are_lognormal_sums,
    a_sale_moves_one_stage_a_step,
    a_price_stays_with_the_stage_that_decides_it,
}

/// A channel's table.
fn channel(kind: &str, arrivals: f64, more: &str) -> String {
    format!("{{ kind = '{kind}', arrivals = {arrivals:?}, work = 'lead', hours = 1, {more} }}")
}

fn stage(name: &str, work: &str, more: &str) -> String {
    format!("{{ name = '{name}', work = '{work}', hours = 1, {more} }}")
}

/// Poisson(5) leads a month, qualified with 0.4, two stages with 0.5 and 0.6: what
/// is won within a year came in 10 months: Poisson(50 × 0.4 × 0.5 × 0.6).
fn a_funnel_thins_poisson_numbers() -> Vec<Quantity> {
    let text = Text::base()
        .with("segments.s.channels.web.qualify", "0.4")
        .with("segments.s.stages.close.pass", "0.5")
        .push("segments.s.stages", &stage("sign", "sell", "pass = 0.6"));
    let runs = text.simulate(RUNS);
    vec![
        Quantity::new("leads", runs.metric(Metric::Leads), Law::poisson(60.0)),
        Quantity::new("opportunities", runs.metric(Metric::Opportunities), Law::poisson(24.0)),
        Quantity::new("wins", runs.metric(Metric::Wins), Law::poisson(6.0)),
        Quantity::new("customers", runs.metric(Metric::Customers), Law::poisson(6.0)),
    ]
}

/// Two channels, whose opportunities pass 0.5 and 0.6 at odds of 1 and of 3 times
/// as high; qualifying is not affected.
fn quality_multiplies_the_odds_at_every_stage() -> Vec<Quantity> {
    let text = Text::base()
        .with("segments.s.channels.web.qualify", "0.4")
        .with("segments.s.channels.fair", &channel("inbound", 3.0, "qualify = 0.4, quality = 3"))
        .with("segments.s.stages.close.pass", "0.5")
        .push("segments.s.stages", &stage("sign", "sell", "pass = 0.6"));
    let runs = text.simulate(RUNS);
    let better = 30.0 * 0.4 * at_odds(0.5, 3.0) * at_odds(0.6, 3.0);
    vec![
        Quantity::new("opportunities", runs.metric(Metric::Opportunities), Law::poisson(38.4)),
        Quantity::new("wins", runs.metric(Metric::Wins), Law::poisson(6.0 + better)),
    ]
}

/// Odds of 0 and of infinity stay what they are times 3.
fn certain_and_impossible_passes_stay_so() -> Vec<Quantity> {
    let of = |pass: &str| {
        Text::base()
            .with("segments.s.channels.web.quality", "3")
            .with("segments.s.stages.close.pass", pass)
            .simulate(RUNS)
            .metric(Metric::Wins)
            .to_vec()
    };
    vec![
        Quantity::new("wins at pass 1", &of("1"), Law::poisson(55.0)),
        Quantity::new("wins at pass 0", &of("0"), Law::sure(0.0)),
    ]
}

/// Every step after the one it enters, an opportunity is ready with
/// p = 1/(1 + 2 × 1.5): of those of step s of 24, won by the end is 1 − (1 − p)^(24 − s).
fn buyers_wait_for_geometric_times() -> Vec<Quantity> {
    let text = Text::base()
        .with("steps_per_month", "2")
        .with("segments.s.stages.close.wait_months", "1.5");
    let mean: f64 = (1..=24).map(|s| 2.5 * (1.0 - 0.75_f64.powi(24 - s))).sum();
    let wins = text.simulate(RUNS).metric(Metric::Wins).to_vec();
    vec![Quantity::new("wins", &wins, Law::poisson(mean))]
}

/// Both stages wait with p = 1/4 and q = 1/2 a step: won within n steps is the
/// chance that two geometric times add up to n at most.
fn two_waits_add_up() -> Vec<Quantity> {
    let text = Text::base()
        .with("segments.s.stages.close.wait_months", "3")
        .push("segments.s.stages", &stage("sign", "sell", "pass = 1, wait_months = 1"));
    let within = |n: i32| -> f64 {
        (1..n).map(|first| 0.25 * 0.75_f64.powi(first - 1) * (1.0 - 0.5_f64.powi(n - first))).sum()
    };
    let mean: f64 = (1..=12).map(|s| 5.0 * within(12 - s)).sum();
    let wins = text.simulate(RUNS).metric(Metric::Wins).to_vec();
    vec![Quantity::new("wins", &wins, Law::poisson(mean))]
}

/// A role that carries only this, beside the one for everything else.
fn with_crew(text: Text, kind: &str, hours: f64, others: &str) -> Text {
    text.with("roles.all.work", others).with(
        "roles.crew",
        &format!("{{ headcount = 1, hours = {hours:?}, work = {{ {kind} = {{}} }} }}"),
    )
}

/// 24 steps of 5 hours, 3.7 hours a lead, never out of leads: ⌊120/3.7⌋ = 32,
/// as credit carries over from step to step. They qualify Binomial(32, 0.4).
fn a_busy_channel_works_what_its_hours_allow() -> Vec<Quantity> {
    let text = with_crew(Text::base(), "lead", 10.0, "{ sell = {}, serve = {} }").with_all(&[
        ("steps_per_month", "2"),
        ("segments.s.channels.web.kind", "'outbound'"),
        ("segments.s.channels.web.arrivals", "1000"),
        ("segments.s.channels.web.hours", "3.7"),
        ("segments.s.channels.web.qualify", "0.4"),
    ]);
    let runs = text.simulate(RUNS);
    vec![
        Quantity::new("leads", runs.metric(Metric::Leads), Law::sure(32.0)),
        Quantity::new(
            "opportunities",
            runs.metric(Metric::Opportunities),
            Law::binomial(32.0, 0.4),
        ),
    ]
}

/// From step 2 of 12 on the stage is never out of deals: ⌊11 × 10/2.9⌋ = 37 are
/// worked, Binomial(37, 0.3) won.
fn a_busy_stage_works_what_its_hours_allow() -> Vec<Quantity> {
    let text = with_crew(Text::base(), "sell", 10.0, "{ lead = {}, serve = {} }").with_all(&[
        ("segments.s.channels.web.arrivals", "1000"),
        ("segments.s.stages.close.hours", "2.9"),
        ("segments.s.stages.close.pass", "0.3"),
    ]);
    let wins = text.simulate(RUNS).metric(Metric::Wins).to_vec();
    vec![Quantity::new("wins", &wins, Law::binomial(37.0, 0.3))]
}

/// 4.8 arrive and 5 can be served a step: Q ← max(0, Q + N − 5), with the chances
/// of Q carried from step to step.
fn leads_queue_as_in_a_queue_with_constant_service() -> Vec<Quantity> {
    let text = with_crew(Text::base(), "lead", 5.0, "{ sell = {}, serve = {} }")
        .with("segments.s.channels.web.arrivals", "4.8");
    let arrivals = poisson_chances(4.8);
    let mut queue = vec![1.0];
    for _ in 0..12 {
        let mut next = vec![0.0; queue.len() + arrivals.len()];
        for (waiting, chance) in queue.iter().enumerate() {
            for (came, likely) in arrivals.iter().enumerate() {
                next[(waiting + came).saturating_sub(5)] += chance * likely;
            }
        }
        queue = next;
    }
    let law = Law::of(queue.into_iter().enumerate().map(|(waiting, p)| (waiting as f64, p)));
    let waiting = at_end(&text, RUNS, |state| state.segments[0].leads[0].waiting as f64);
    vec![Quantity::new("leads in the queue", &waiting, law)]
}

/// Of the leads of step s of 12 stay 0.7^((13 − s)/2), with 2 steps a month.
fn leads_that_nobody_works_go_stale() -> Vec<Quantity> {
    let text = Text::base().with_all(&[
        ("steps_per_month", "2"),
        ("horizon_months", "6"),
        ("segments.s.channels.web.stale", "0.3"),
        ("roles.all.work", "{ sell = {}, serve = {} }"),
    ]);
    let mean: f64 = (1..=12).map(|s| 2.5 * 0.7_f64.powf(f64::from(13 - s) / 2.0)).sum();
    let waiting = at_end(&text, RUNS, |state| state.segments[0].leads[0].waiting as f64);
    vec![Quantity::new("leads in the queue", &waiting, Law::poisson(mean))]
}

/// Nobody sells. A lead of step s is ready in step s + 1 and stays for another
/// month, and another, with 0.6: 0.6^((12 − s)/2); those of step 12 still wait.
fn deals_that_wait_for_us_go_stale() -> Vec<Quantity> {
    let text = Text::base().with_all(&[
        ("steps_per_month", "2"),
        ("horizon_months", "6"),
        ("segments.s.stages.close.stale", "0.4"),
        ("roles.all.work", "{ lead = {}, serve = {} }"),
    ]);
    let mean: f64 = (1..12).map(|s| 2.5 * 0.6_f64.powf(f64::from(12 - s) / 2.0)).sum();
    let ready = at_end(&text, RUNS, |state| state.segments[0].stages[0].ready as f64);
    vec![Quantity::new("deals in the queue", &ready, Law::poisson(mean))]
}

/// Each step Poisson(5) prospects come, 2 can be worked and all others are out of
/// reach by its end: min(2, N) leads a step.
fn prospects_are_leads_once_worked() -> Vec<Quantity> {
    let text = with_crew(Text::base(), "lead", 2.0, "{ sell = {}, serve = {} }")
        .with("segments.s.channels.web.kind", "'outbound'")
        .with("segments.s.channels.web.stale", "1");
    let chances = poisson_chances(5.0).into_iter().enumerate();
    let law = Law::of(chances.map(|(n, p)| (n.min(2) as f64, p))).copies(12.0);
    let leads = text.simulate(RUNS).metric(Metric::Leads).to_vec();
    vec![Quantity::new("leads", &leads, law)]
}

/// 2 hours a step for leads of 3 hours: 8 are worked in 12 steps, as two thirds of
/// the work on one are kept for the next step. If all that wait go stale at the
/// end of a step, the work goes with them and none is ever finished.
fn credit_goes_with_the_unit_it_was_for() -> Vec<Quantity> {
    let text = with_crew(Text::base(), "lead", 2.0, "{ sell = {}, serve = {} }").with_all(&[
        ("segments.s.channels.web.kind", "'outbound'"),
        ("segments.s.channels.web.arrivals", "1000"),
        ("segments.s.channels.web.hours", "3"),
    ]);
    let leads = |text: &Text| text.simulate(1000).metric(Metric::Leads).to_vec();
    let stale = text.clone().with("segments.s.channels.web.stale", "1");
    vec![
        Quantity::new("leads that wait", &leads(&text), Law::sure(8.0)),
        Quantity::new("leads that do not", &leads(&stale), Law::sure(0.0)),
    ]
}

/// Poisson(55) deals of mean 100 and coefficient of variation c: mean 5,500 and
/// variance 55 × 100² (1 + c²).
fn deals_are_lognormal_sums() -> Vec<Quantity> {
    ["0", "0.5", "1"]
        .map(|spread| {
            let text = Text::base().with("segments.s.deal.spread", spread);
            let bookings = text.simulate(RUNS).metric(Metric::Bookings).to_vec();
            let law = Law::poisson(55.0).each_worth(100.0, spread.parse().unwrap());
            Quantity::new(&format!("bookings, spread {spread}"), &bookings, law)
        })
        .into()
}

/// Through k stages without waits, what was won within 12 steps came in 12 − k.
fn a_sale_moves_one_stage_a_step() -> Vec<Quantity> {
    let more = |text: Text, n: u32| {
        text.push("segments.s.stages", &stage(&n.to_string(), "sell", "pass = 1"))
    };
    (1..=4)
        .map(|stages| {
            let text = (1..stages).fold(Text::base(), more);
            let wins = text.simulate(RUNS).metric(Metric::Wins).to_vec();
            let law = Law::poisson(5.0 * f64::from(12 - stages));
            Quantity::new(&format!("wins through {stages} stages"), &wins, law)
        })
        .collect()
}

/// Two stages, with a price effect of 1.5 in the first and of 1.1 in the last: the
/// last decides, or the first where `priced_at` says so.
fn a_price_stays_with_the_stage_that_decides_it() -> Vec<Quantity> {
    let text = Text::base()
        .with("segments.s.stages.close.work", "'lead'")
        .push("segments.s.stages", &stage("sign", "sell", "pass = 1"))
        .with("roles.all.work.lead", "{ price = 1.5 }")
        .with("roles.all.work.sell", "{ price = 1.1 }");
    let bookings = |text: &Text| text.simulate(RUNS).metric(Metric::Bookings).to_vec();
    let first = text.clone().with("segments.s.deal.priced_at", "'close'");
    let law = Law::poisson(50.0).times(100.0);
    vec![
        Quantity::new("bookings, the last left out", &bookings(&text), law.times(1.1)),
        Quantity::new("bookings, priced at the first", &bookings(&first), law.times(1.5)),
    ]
}
