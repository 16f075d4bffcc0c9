//! Section 9: chance belongs to a seed, a run and a place, and to nothing else.

mod diary;

use std::path::Path;

use orgodds::monte_carlo::{self, Request, Runs, Unwatched};
use orgodds::organisation::Scenario;
use orgodds::scenario::load_all;
use rstest::rstest;

use super::harness::{SEED, Text, play};
use diary::Diary;

/// Everything that chance decides, in one segment.
fn company() -> Text {
    Text::base().with_all(&[
        ("steps_per_month", "4"),
        ("warm_up_months", "2"),
        ("market.volatility", "'0.2 to 0.5'"),
        ("market.persistence", "0.8"),
        ("handoffs.loss", "'0.05 to 0.2'"),
        ("segments.s.channels.web.arrivals", "'20 to 40'"),
        ("segments.s.channels.web.stale", "0.4"),
        ("segments.s.channels.web.qualify", "0.5"),
        (
            "segments.s.channels.word",
            "{ kind = 'referral', work = 'lead', hours = 1, qualify = '0.3 to 0.6', stale = 0.5 }",
        ),
        (
            "segments.s.stages",
            "[{ name = 'talk', work = 'sell', hours = 2, pass = '0.4 to 0.7', wait_months = 0.5, stale = 0.3 },
              { name = 'sign', work = 'sell', hours = 3, pass = 0.5, wait_months = 0.3, stale = 0.3 }]",
        ),
        ("segments.s.deal.spread", "0.8"),
        ("segments.s.customers.initial", "30"),
        ("segments.s.customers.churn", "{ cared = 0.2, neglected = 0.6 }"),
        ("segments.s.customers.orders", "{ cared = 2, neglected = 1 }"),
        ("segments.s.customers.referrals", "{ cared = 2, neglected = 1 }"),
        (
            "segments.s.customers.tracking",
            "{ work = 'serve', hours = 1, demands = 1, value = 0.7 }",
        ),
        (
            "roles.all",
            "{ headcount = 3, hours = 40, attrition = 0.5, hire_months = 1, ramp_months = 2, work = { lead = { share = 0.2 }, sell = {} } }",
        ),
        (
            "roles.carer",
            "{ headcount = 1, hours = 50, attrition = 0.5, hire_months = 1, work = { serve = {} } }",
        ),
    ])
}

fn runs(scenario: &Scenario, runs: std::ops::Range<u64>) -> Runs {
    let request = Request { seed: SEED, runs };
    monte_carlo::simulate(scenario, &request, &Unwatched).unwrap()
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let scenario = company().load();
    let with =
        |threads| monte_carlo::with_threads(Some(threads), || runs(&scenario, 0..3000)).unwrap();
    let one = with(1);
    assert!(one == with(2));
    assert!(one == with(7));
}

#[test]
fn a_run_is_the_same_among_few_many_or_none() {
    let scenario = company().load();
    let (few, many, alone) =
        (runs(&scenario, 0..100), runs(&scenario, 0..5000), runs(&scenario, 73..74));
    for metric in orgodds::simulation::Metric::ALL {
        assert_eq!(few.metric(metric), &many.metric(metric)[..100]);
        assert_eq!(alone.metric(metric)[0].to_bits(), few.metric(metric)[73].to_bits());
    }
    for month in 0..12 {
        assert_eq!(few.month(month), &many.month(month)[..100]);
    }
}

#[test]
fn another_seed_is_another_luck() {
    let scenario = company().load();
    let other = Request { seed: SEED + 1, runs: 0..10 };
    let other = monte_carlo::simulate(&scenario, &other, &Unwatched).unwrap();
    let metric = orgodds::simulation::Metric::Bookings;
    let same = runs(&scenario, 0..10);
    assert!(
        same.metric(metric)
            .iter()
            .zip(other.metric(metric))
            .all(|(a, b)| a.to_bits() != b.to_bits())
    );
}

/// One uniform number a draw, turned into a count by inversion: in every run, what
/// is likelier comes at least as often.
#[test]
fn counts_rise_and_fall_together() {
    let wins = |path: &str, value: &str| {
        let text = Text::base().with(path, value);
        text.simulate(300).metric(orgodds::simulation::Metric::Wins).to_vec()
    };
    let steps = [
        ("segments.s.channels.web.arrivals", ["3", "3.1", "30", "31"]),
        ("segments.s.channels.web.qualify", ["0.1", "0.11", "0.7", "0.72"]),
        ("segments.s.stages.close.pass", ["0.1", "0.11", "0.7", "0.72"]),
    ];
    for (path, values) in steps {
        for pair in values.windows(2) {
            let (fewer, more) = (wins(path, pair[0]), wins(path, pair[1]));
            assert!(fewer.iter().zip(&more).all(|(fewer, more)| fewer <= more), "{path}");
            assert_ne!(fewer, more, "{path}");
        }
    }
}

/// A segment of its own, with work that nobody of the others does.
fn segment() -> String {
    let text = Text::base().with_all(&[
        ("segments.s.channels.web.work", "'other lead'"),
        ("segments.s.stages.close.work", "'other sell'"),
        ("segments.s.customers.care.work", "'other serve'"),
    ]);
    text.at("segments.s")
}

/// The segment that was there, and the one that is added before it.
fn with_segment_first(text: &Text) -> Text {
    let own = text.at("segments.s");
    text.clone().with("segments", &format!("{{ t = {}, s = {own} }}", segment()))
}

const STRANGER: &str = "{ headcount = 2, hours = 50, attrition = 0.4, hire_months = 1, work = { 'other lead' = {}, 'other sell' = {} } }";

/// What a change leaves alone meets the same luck: the diary of the segment and of
/// its roles is the same to the last bit.
#[rstest]
#[case::a_title(company().with("roles.all.title", "'Someone else'"))]
#[case::a_name(company().with("name", "'Another name'").with("currency", "'CNY'"))]
#[case::a_role_without_work(company().with("roles.boss", "{ headcount = 2, attrition = 0.3 }"))]
#[case::a_segment_after(company().with("segments.t", &segment()))]
#[case::a_segment_before(with_segment_first(&company()))]
#[case::a_segment_and_its_role(company().with("segments.t", &segment()).with("roles.new", STRANGER))]
#[case::a_cost(company().with("roles.all.annual_cost", "'50 to 90'"))]
#[case::a_longer_horizon(company().with("horizon_months", "20"))]
fn what_is_not_touched_meets_the_same_luck(#[case] changed: Text) {
    for run in 0..5 {
        let (before, after) = (diary(&company(), run), diary(&changed, run));
        assert!(before.len() > 500, "a year leaves some traces");
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before, after);
        }
        assert!(after.len() >= before.len());
    }
}

/// What happens to segment `s` and the roles `all` and `carer`.
fn diary(text: &Text, run: u64) -> Vec<String> {
    let scenario = text.load();
    let mut diary = Diary::new(&scenario, &["s"], &["all", "carer"]);
    play(&scenario, run, &mut diary);
    diary.lines
}

/// A stage more does not change who comes, who is hired or who leaves.
#[test]
fn another_stage_leaves_arrivals_and_people_alone() {
    let stage = "{ name = 'more', work = 'sell', hours = 1, pass = 0.5 }";
    let changed = company().push("segments.s.stages", stage);
    let of = |text: &Text| {
        let lines = diary(text, 3);
        let keeps = ["market", "arrived web", "staffed", "departed"];
        let kept = |line: &String| keeps.iter().any(|start| line.starts_with(start));
        lines.into_iter().filter(kept).collect::<Vec<_>>()
    };
    let before = of(&company());
    assert!(before.len() > 200);
    assert_eq!(before, of(&changed));
}

/// Generalists and specialists of the shipped company meet the very same enquiries.
#[test]
fn two_organisations_meet_the_same_arrivals() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = ["generalist.toml", "specialised.toml"].map(|file| folder.join(file));
    let loaded = load_all(&files, &[]).unwrap_or_else(|_| panic!("the shipped scenarios load"));
    let arrivals = |scenario: &Scenario, run| {
        let mut diary = Diary::new(scenario, &["core", "enterprise"], &[]);
        play(scenario, run, &mut diary);
        let came = |line: &String| {
            line.starts_with("market") || line.starts_with("arrived") && !line.contains("referral")
        };
        diary.lines.into_iter().filter(came).collect::<Vec<_>>()
    };
    for run in 0..5 {
        let general = arrivals(&loaded[0].scenario, run);
        assert!(general.len() > 300);
        assert_eq!(general, arrivals(&loaded[1].scenario, run));
    }
}
