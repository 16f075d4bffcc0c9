//! The written scenario, played, gives back what was fitted: counted from its wins
//! and leads by another seed than it was made with.

use orgodds::fit::scenario::{Form, Plan, write};
use orgodds::fit::{Fitted, Options, Warning, fit};
use orgodds::hindsight::{Calibrated, calibrate};
use orgodds::language::Language;
use orgodds::monte_carlo::{self, Request, Unwatched};
use orgodds::records::{Case, Day, Employment, Outcome, Qualification, Records};
use orgodds::simulation::months::Months;

use crate::by_hand::{BARE, cases, records};

const HORIZON: usize = 24;

/// Share won and leads a month of a scenario, as anybody would count them.
fn played(fitted: &Fitted, form: Form, calibrated: &Calibrated) -> (f64, f64) {
    let words = &Language::English.words().comments;
    let shift = &calibrated.shift;
    let plan = Plan { name: "played", form, horizon_months: HORIZON, words, shift };
    counted(&write(fitted, &plan))
}

fn counted(text: &str) -> (f64, f64) {
    let loaded = orgodds::scenario::load_text("played", text).unwrap();
    let request = Request { seed: 99, runs: 0..300 };
    let empty = Months::new(loaded.scenario.warm_up_months, loaded.scenario.horizon_months);
    let runs = monte_carlo::listened(&loaded.scenario, &request, &empty, &Unwatched).unwrap();
    let sum = |of: &dyn Fn(usize) -> f64| (0..runs.len()).map(of).sum::<f64>();
    let leads = sum(&|run| runs[run].leads.iter().sum());
    let wins = sum(&|run| runs[run].wins.iter().sum());
    let first = sum(&|run| runs[run].leads[0]) / runs.len() as f64;
    (wins / leads, first)
}

/// Fits and plays; the share won must be within `tolerance` of itself.
fn gives_back(records: &Records, tolerance: f64) -> (Fitted, Calibrated) {
    let fitted = fit(records, &Options::default()).unwrap();
    let calibrated = calibrate(&fitted, Form::Recorded, HORIZON, &Unwatched).unwrap();
    let (share, first) = played(&fitted, Form::Recorded, &calibrated);
    let [low, middle, high] = calibrated.played.share.fitted;
    assert!((share / middle - 1.0).abs() < tolerance, "played {share}, fitted {middle}");
    assert!(low - 0.001 < middle && middle <= high, "{low} {middle} {high}");
    let level = &fitted.market.level;
    let seasonal = !fitted.market.seasonality.is_empty();
    let mean = f64::midpoint(level.low, level.high);
    assert!(seasonal || (first / mean - 1.0).abs() < 0.15, "{first} {level:?}");
    (fitted, calibrated)
}

/// Every so-many-th case is won, some days later.
fn won_every(every: usize, at: usize, day: Day, days: usize) -> Outcome {
    let later = Day(day.0 + 1.0 + (at * 7 % days) as f64);
    if at.is_multiple_of(every) { Outcome::Won(later) } else { Outcome::Lost(Some(later)) }
}

#[test]
fn one_channel_gives_its_share_back() {
    let some = cases(1500, |at, day| Case {
        created: day,
        outcome: won_every(5, at, day, 40),
        amount: (at % 5 == 0).then_some(1_000.0),
        ..BARE
    });
    let (fitted, calibrated) = gives_back(&records(&some), 0.03);
    assert!((fitted.conversion.value - 0.2).abs() < 0.03, "{:?}", fitted.conversion);
    // Without, it does not: what goes cold is lost once more.
    let [_, most] = calibrated.played.odds;
    assert!(most > 1.005, "{:?}", calibrated.played);
}

#[test]
fn many_channels_give_their_share_back_together() {
    let some = cases(3000, |at, day| {
        let channel = at % 6;
        let outcome = won_every(3 + channel, at / 6, day, 30);
        Case { created: day, channel: channel as u16, outcome, ..BARE }
    });
    gives_back(&records(&some), 0.03);
}

#[test]
fn opportunities_with_a_long_way_give_their_share_back() {
    let mut some = records(&cases(1500, |at, day| {
        let days = if at % 4 < 2 { 3.0 } else { 70.0 + (at * 7 % 20) as f64 };
        let later = Day(day.0 + days);
        let outcome = if at % 2 == 0 { Outcome::Won(later) } else { Outcome::Lost(Some(later)) };
        Case { created: day, outcome, ..BARE }
    }));
    some.of_leads = false;
    let (fitted, _) = gives_back(&some, 0.03);
    assert!(fitted.kinds.iter().any(|kind| kind.chain > 1), "{:?}", fitted.kinds);
}

#[test]
fn where_all_are_won_nothing_is_lost_while_it_waits() {
    for of_leads in [true, false] {
        let mut some = records(&cases(800, |at, day| Case {
            created: day,
            outcome: Outcome::Won(Day(day.0 + (at % 20) as f64)),
            ..BARE
        }));
        some.of_leads = of_leads;
        let (_, calibrated) = gives_back(&some, 0.02);
        assert!(calibrated.shift.stale < 1.0, "{:?}", calibrated.shift);
    }
}

#[test]
fn a_handful_of_cases_give_their_share_back() {
    let some =
        cases(12, |at, day| Case { created: day, outcome: won_every(4, at, day, 9), ..BARE });
    gives_back(&records(&some), 0.08);
}

#[test]
fn leads_that_qualify_first_give_their_share_back() {
    let some = cases(2000, |at, day| Case {
        created: day,
        qualification: match at % 4 {
            0 => Qualification::Passed(Some(Day(day.0 + 5.0))),
            _ => Qualification::Rejected,
        },
        outcome: match at % 12 {
            0 => Outcome::Won(Day(day.0 + 10.0 + (at % 25) as f64)),
            4 | 8 => Outcome::Lost(Some(Day(day.0 + 10.0 + (at % 25) as f64))),
            _ => Outcome::Open,
        },
        ..BARE
    });
    let (fitted, _) = gives_back(&records(&some), 0.04);
    assert!(fitted.qualifying.is_some());
}

/// Leads in one pair of hands, deals in another: what is lost between them is within
/// the share on record, and everybody in one would lose less.
#[test]
fn the_organisation_on_record_gives_back_the_share_and_not_the_other() {
    let some = cases(1500, |at, day| Case {
        created: day,
        outcome: won_every(4, at, day, 30),
        owner: Some((at % 5) as u16),
        opener: Some(5 + (at % 3) as u16),
        ..BARE
    });
    let mut some = records(&some);
    some.owners = 8;
    let (fitted, calibrated) = gives_back(&some, 0.03);
    assert!(fitted.owners.split > 0.5);
    // Who does everything loses nothing between hands, and may sell worse.
    let words = &Language::English.words().comments;
    let shift = &calibrated.shift;
    let form = Form::Generalists;
    let plan = Plan { name: "played", form, horizon_months: HORIZON, words, shift };
    let text = write(&fitted, &plan);
    let worse = "sell = { lift = \"0.5556 to 1.02\" }";
    assert!(text.contains(worse), "{text}");
    let (share, _) = counted(&text.replace(worse, "sell = {}"));
    assert!(share > 1.03 * fitted.conversion.value, "{share} {:?}", fitted.conversion);
    assert!(counted(&text).0 < 0.97 * share, "{share}");
}

#[test]
fn people_too_few_for_the_published_hours_did_the_work_in_fewer() {
    let mut some = records(&cases(3000, |at, day| Case {
        created: day,
        outcome: won_every(3, at, day, 30),
        ..BARE
    }));
    some.roles = vec!["Sales".to_owned()];
    let employment = |person| Employment {
        person,
        role: 0,
        start: None,
        end: None,
        hours: Some(100.0),
        cost: Some(5_000.0),
    };
    some.people = (0..2).map(employment).collect();
    let (fitted, _) = gives_back(&some, 0.03);
    let few = fitted.warnings.iter().find_map(|warning| match warning {
        Warning::FewPeople { lead, deal } => Some((*lead, *deal)),
        _ => None,
    });
    let (lead, deal) = few.expect("two people cannot do three thousand cases a year");
    assert!(lead < 0.2 && deal < 0.2, "{lead} {deal}");
}

#[test]
fn counting_starts_with_the_customers_on_record() {
    // Long a customer before the last year: the warm-up takes some of them away.
    let some = cases(600, |at, day| Case {
        created: Day(day.0 - 2.0 * f64::from(u8::from(at < 500)) * 365.0),
        outcome: won_every(2, at, day, 9),
        customer: (at % 2 == 0).then_some((at / 2) as u32),
        ..BARE
    });
    let mut some = records(&some);
    some.customers = 300;
    let fitted = fit(&some, &Options::default()).unwrap();
    let calibrated = calibrate(&fitted, Form::Recorded, HORIZON, &Unwatched).unwrap();
    let [recorded, counted] = calibrated.played.customers;
    let initial: f64 = calibrated.shift.initial.iter().flatten().sum();
    assert!((recorded - 300.0).abs() < 1.0, "{recorded}");
    assert!((counted / recorded - 1.0).abs() < 0.03 || initial == 0.0, "{counted} {initial}");
}
