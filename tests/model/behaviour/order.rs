//! Section 4 and 5: who is served first when hours are short.

use orgodds::simulation::Metric;

use super::harness::Text;
use super::last_state::at_end;

/// Everything that can ask for hours, each with a kind of work of its own.
fn segment(key: char) -> String {
    let text = format!(
        "
        [channels]
        web = {{ kind = 'inbound', arrivals = 100, work = '{key} web', hours = 1, qualify = 1 }}
        hunt = {{ kind = 'outbound', arrivals = 100, work = '{key} hunt', hours = 1, qualify = 1 }}
        word = {{ kind = 'referral', work = '{key} word', hours = 1, qualify = 1 }}
        [[stages]]
        name = 'talk'
        work = '{key} talk'
        hours = 1
        pass = 1
        [[stages]]
        name = 'sign'
        work = '{key} sign'
        hours = 1
        pass = 1
        [deal]
        price = 1
        [customers]
        initial = 100
        care = {{ work = '{key} care', hours = 1 }}
        churn = {{ cared = 0, neglected = 0 }}
        orders = {{ cared = 0, neglected = 0 }}
        order_value = 1
        referrals = {{ cared = 12, neglected = 12 }}
        tracking = {{ work = '{key} track', hours = 1, demands = 0, value = 1 }}
        "
    );
    toml::Value::Table(text.parse().unwrap()).to_string()
}

/// The last stage of every segment, then the one before it; leads that came by
/// themselves; care; tracking; prospecting. `b` stands before `a` in the file, and
/// its last stage but one does not exist there.
const ORDER: [&str; 13] = [
    "b sign", "a sign", "a talk", "b web", "b word", "a web", "a word", "b care", "a care",
    "b track", "a track", "b hunt", "a hunt",
];

/// A company where, until month 5, a crew does everything at once; in month 6 one
/// person with so many hours is left, who carries everything.
fn company(hours: u32) -> Text {
    let work = ORDER.map(|kind| format!("'{kind}' = {{}}")).join(", ");
    let role = |headcount: &str, hours: u32| {
        format!("{{ headcount = {headcount}, hours = {hours}, work = {{ {work} }} }}")
    };
    Text::new("horizon_months = 6\nsteps_per_month = 1\nsegments.b = {}\nsegments.a = {}")
        .with("segments.b", &segment('b'))
        .with("segments.a", &segment('a'))
        .with("segments.b.stages", "[{ name = 'sign', work = 'b sign', hours = 1, pass = 1 }]")
        .with("roles.crew", &role("[[1, 1], [6, 0]]", 1_000_000))
        .with("roles.one", &role("1", hours))
}

/// In the last month what comes first is done, what comes last is not begun, and
/// at most one in between is in part.
fn is_served_in(text: &Text, order: &[&str]) {
    let scenario = text.load();
    let plan = orgodds::simulation::Plan::new(&scenario);
    let task = |kind: &&str| {
        let kind = text.kind(kind);
        plan.tasks.iter().position(|task| task.kind == kind).unwrap()
    };
    let tasks: Vec<usize> = order.iter().map(task).collect();
    let parts = |state: &orgodds::simulation::State| -> Vec<f64> {
        let of = |&task: &usize| state.hours.service[task].hours / state.hours.service[task].demand;
        tasks.iter().map(of).collect()
    };
    for parts in at_end(text, 5, parts) {
        let done = parts.iter().take_while(|&&part| part > 1.0 - 1e-9).count();
        let begun = parts.iter().rposition(|&part| part > 0.0).map_or(0, |last| last + 1);
        assert!(begun <= done + 1, "{order:?}: {parts:?}");
        assert!(begun > 0 && done < order.len(), "hours are short, and there are some");
    }
}

#[test]
fn stages_then_leads_then_care_then_tracking_then_prospects() {
    for hours in (50..1300).step_by(100) {
        is_served_in(&company(hours), &ORDER);
    }
}

/// What `priorities` lists comes first, in its order.
#[test]
fn priorities_come_before_all_others() {
    let first = ["a hunt", "b care"];
    let rest = ORDER.into_iter().filter(|kind| !first.contains(kind));
    let order: Vec<&str> = first.into_iter().chain(rest).collect();
    for hours in (50..1300).step_by(100) {
        is_served_in(&company(hours).with("priorities", "['a hunt', 'b care']"), &order);
    }
}

/// A stage that works 10 deals a month, with floods of every flow. Induced ones
/// and leads are there in month 2, referred ones in month 3.
fn flows() -> Text {
    let channel = |kind: &str, more: &str| {
        format!("{{ kind = '{kind}', work = 'lead', hours = 1, qualify = 1, {more} }}")
    };
    Text::base().with_all(&[
        ("segments.s.channels.web", &channel("inbound", "arrivals = 1000")),
        ("segments.s.channels.word", &channel("referral", "quality = 1")),
        ("segments.s.customers.initial", "1000"),
        ("segments.s.customers.referrals", "{ cared = 12, neglected = 12 }"),
        ("segments.s.customers.tracking", "{ work = 'serve', hours = 1, demands = 12, value = 1 }"),
        ("roles.all.work", "{ lead = {}, serve = {} }"),
        ("roles.closer", "{ headcount = 1, hours = 10, work = { sell = {} } }"),
    ])
}

/// Induced deals first, then referred ones, then the others: each is only served
/// where those before it are not there.
#[test]
fn a_stage_serves_induced_then_referred_then_sourced_deals() {
    let untracked = flows().without("segments.s.customers.tracking");
    let cases = [
        (flows(), [11.0, 0.0, 0.0]),
        (untracked.clone(), [0.0, 10.0, 1.0]),
        (
            untracked.with("segments.s.customers.referrals", "{ cared = 0, neglected = 0 }"),
            [0.0, 0.0, 11.0],
        ),
    ];
    for (text, months) in cases {
        let runs = text.simulate(20);
        let metrics = [Metric::RepeatExisting, Metric::FirstReferred, Metric::FirstSourced];
        for (metric, months) in metrics.into_iter().zip(months) {
            let exact = months * 10.0 * 100.0;
            assert!(
                runs.metric(metric).iter().all(|&worth| (worth - exact).abs() < 1e-6),
                "{metric}"
            );
        }
    }
}

/// Of two channels the one that stands first in the file: its deals always pass,
/// those of the other never do.
#[test]
fn among_sourced_deals_the_order_is_that_of_the_file() {
    let channel = |quality: &str| {
        format!(
            "{{ kind = 'inbound', arrivals = 1000, work = 'lead', hours = 1, qualify = 1, quality = {quality} }}"
        )
    };
    let of = |first: &str, second: &str| {
        let text = flows()
            .without("segments.s.customers.tracking")
            .with("segments.s.customers.initial", "0")
            .with("segments.s.stages.close.pass", "0.5")
            .without("segments.s.channels")
            .with("segments.s.channels.one", &channel(first))
            .with("segments.s.channels.two", &channel(second))
            .with("segments.s.customers.referrals", "{ cared = 0, neglected = 0 }");
        text.simulate(20).metric(Metric::Wins).to_vec()
    };
    let close = |wins: &[f64], exact: f64| wins.iter().all(|&wins| (wins - exact).abs() < 0.5);
    assert!(close(&of("1e12", "1e-12"), 110.0));
    assert!(close(&of("1e-12", "1e12"), 0.0));
}
