//! Records at the edge: few, odd or one-sided, and yet a scenario that loads.

use orgodds::fit::scenario::{Form, Plan, Shift, write};
use orgodds::fit::{Fitted, NoCases, Options, Warning, fit};
use orgodds::language::Language;
use orgodds::records::{Case, Day, Employment, Order, Outcome, Qualification, Records};

use crate::by_hand::{BARE, cases, records};

/// Fits, and loads the scenario in every form and language.
fn fits(name: &str, records: &Records) -> Fitted {
    let fitted = fit(records, &Options::default()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for form in [Form::Recorded, Form::Generalists, Form::Specialists] {
        for language in Language::ALL {
            let words = &language.words().comments;
            let shift = &Shift::none(&fitted);
            let plan = Plan { name, form, horizon_months: 12, words, shift };
            let text = write(&fitted, &plan);
            let file = folder.path().join("fitted.toml");
            std::fs::write(&file, &text).unwrap();
            if let Err(problems) = orgodds::scenario::load_all(&[file], &[]) {
                panic!("{name}: {}\n{text}", problems.render(orgodds::scenario::Style::Plain));
            }
        }
    }
    fitted
}

#[test]
fn no_case_is_an_error() {
    assert_eq!(fit(&records(&[]), &Options::default()).err(), Some(NoCases));
    let late = Options { from: Some(Day(20_000.0)), ..Options::default() };
    assert_eq!(fit(&records(&[BARE]), &late).err(), Some(NoCases));
}

#[test]
fn one_open_lead_gives_wide_intervals_and_says_so() {
    let fitted = fits("one", &records(&[BARE]));
    assert!(fitted.conversion.high - fitted.conversion.low > 0.2, "{:?}", fitted.conversion);
    assert_eq!(fitted.warnings.first(), Some(&Warning::NoOutcome));
    assert!(!fitted.warnings.iter().any(|odd| matches!(odd, Warning::Misfit { .. })));
    assert!(fitted.wins.is_sign_positive() && fitted.losses.is_sign_positive());
    assert!(fitted.warnings.contains(&Warning::NoAmounts));
}

#[test]
fn all_won_on_the_day_of_contact_is_no_error() {
    let won = cases(200, |_, day| Case {
        created: day,
        outcome: Outcome::Won(day),
        amount: Some(100.0),
        ..BARE
    });
    let fitted = fits("at once", &records(&won));
    assert!(fitted.conversion.low > 0.95, "{:?}", fitted.conversion);
    assert!(fitted.kinds[0].wait.high < 0.1, "{:?}", fitted.kinds);
    assert!((fitted.price.value - 100.0).abs() < 20.0, "{:?}", fitted.price);
}

#[test]
fn all_lost_without_a_date_is_no_error() {
    let lost = cases(50, |_, day| Case { created: day, outcome: Outcome::Lost(None), ..BARE });
    let fitted = fits("lost", &records(&lost));
    assert!(fitted.conversion.high < 0.15, "{:?}", fitted.conversion);
}

#[test]
fn names_of_channels_may_be_anything() {
    let mut records = records(&cases(600, |at, day| Case {
        created: day,
        channel: (at % 12) as u16,
        outcome: if at % 5 == 0 { Outcome::Won(Day(day.0 + 3.0)) } else { Outcome::Open },
        ..BARE
    }));
    records.channels = [
        "",
        "unknown",
        "a.b",
        "say \"hi\"",
        "back\\slash",
        "线上",
        "Google Ads",
        "Google  Ads",
        "Google\tAds",
        "tab\u{7}",
        "[x]",
        "no_channel",
    ]
    .map(str::to_owned)
    .to_vec();
    assert_eq!(fits("name = \"x\"", &records).channels.len(), 12);
}

#[test]
fn three_hundred_channels_become_few() {
    let many = records(&cases(900, |at, day| Case {
        created: day,
        channel: if at % 3 == 0 { (at / 3) as u16 } else { 0 },
        ..BARE
    }));
    let fitted = fits("many", &many);
    assert_eq!(fitted.channels.len(), 2);
    let cases: f64 = fitted.channels.iter().map(|channel| channel.cases).sum();
    assert!((cases - 900.0).abs() < 1e-9);
}

#[test]
fn qualification_people_and_orders_are_taken_where_they_are() {
    let mut records = records(&cases(400, |at, day| {
        let qualified = at % 4 == 0;
        Case {
            created: day,
            qualification: match at % 4 {
                0 => Qualification::Passed(Some(Day(day.0 + 20.0))),
                1 => Qualification::Pending,
                _ => Qualification::Rejected,
            },
            outcome: match (qualified, at % 8) {
                (true, 0) => Outcome::Won(Day(day.0 + 25.0 + (at * 7 % 50) as f64)),
                (true, _) => Outcome::Lost(Some(Day(day.0 + 25.0 + (at * 11 % 50) as f64))),
                _ => Outcome::Open,
            },
            amount: (at % 8 == 0).then_some(1_000.0 + at as f64),
            customer: (at % 8 == 0).then_some((at / 8) as u32),
            ..BARE
        }
    }));
    records.customers = 50;
    records.orders = (0..40)
        .map(|at| Order { customer: at, day: Day(17_800.0 + f64::from(at)), amount: 500.0 })
        .collect();
    records.roles = ["SDR", "Account Executive", "CSM", "Head of Sales", "大客户 \"KA\""]
        .map(str::to_owned)
        .to_vec();
    records.people = (0..10)
        .map(|person| Employment {
            person,
            role: person % 5,
            start: None,
            end: (person == 9).then_some(Day(17_900.0)),
            hours: Some(100.0),
            cost: Some(8_000.0),
        })
        .collect();
    records.currency = Some("CNY".to_owned());
    let fitted = fits("all", &records);
    let qualify = &fitted.channels[0].qualify;
    assert!(qualify.low < 0.25 && 0.25 < qualify.high + 0.05, "{qualify:?}");
    let pass = &fitted.kinds[0].pass;
    assert!(pass.low < 0.5 && 0.5 < pass.high, "{pass:?}");
    assert!(fitted.lag.is_some());
    // One in eight leads is won, where of the opportunities every second one is.
    let won = &fitted.conversion;
    assert!(won.low < 0.125 && 0.125 < won.high && won.high < 0.3, "{won:?}");
    assert!((won.count - 400.0).abs() < 1e-9, "{won:?}");
    assert!((fitted.channels[0].conversion.count - 400.0).abs() < 1e-9);
    assert_eq!(fitted.roles.iter().map(|role| role.headcount).sum::<usize>(), 9);
    let cost = fitted.roles[0].annual_cost.as_ref().unwrap();
    assert!((cost.value - 96_000.0).abs() < 1e-6);
}

#[test]
fn losses_that_nobody_records_are_no_open_deals() {
    // Half of the cases are won or lost within a month; the other half stays open for ever.
    let cases = cases(800, |at, day| Case {
        created: day,
        outcome: match at % 4 {
            0 => Outcome::Won(Day(day.0 + (at % 29) as f64)),
            1 => Outcome::Lost(Some(Day(day.0 + (at % 23) as f64))),
            _ => Outcome::Open,
        },
        ..BARE
    });
    let fitted = fits("silent", &records(&cases));
    assert!(
        fitted.conversion.low < 0.25 && 0.25 < fitted.conversion.high,
        "{:?}",
        fitted.conversion
    );
    assert!(fitted.warnings.iter().any(|warning| matches!(warning, Warning::Silent { .. })));
}

#[test]
fn the_same_records_give_the_same_text() {
    let some = cases(100, |at, day| Case {
        created: day,
        outcome: if at % 3 == 0 { Outcome::Won(Day(day.0 + 9.0)) } else { Outcome::Open },
        ..BARE
    });
    let text = || {
        let words = &Language::English.words().comments;
        let fitted = fit(&records(&some), &Options::default()).unwrap();
        let (form, shift) = (Form::Recorded, &Shift::none(&fitted));
        let name = "same";
        let plan = Plan { name, form, horizon_months: 12, words, shift };
        write(&fitted, &plan)
    };
    assert_eq!(text(), text());
}

#[test]
fn the_past_knows_nothing_of_what_came_after() {
    let all = records(&cases(300, |at, day| Case {
        created: day,
        qualification: Qualification::Passed(Some(Day(day.0 + 5.0))),
        outcome: match at % 3 {
            0 => Outcome::Won(Day(day.0 + 40.0)),
            1 => Outcome::Lost(Some(Day(day.0 + 20.0))),
            _ => Outcome::Open,
        },
        amount: (at % 3 == 0).then_some(100.0),
        ..BARE
    }));
    let until = Day(17_800.0);
    let past = all.known_by(Day(until.0 + 1.0));
    let end = until.0 + 1.0;
    assert_eq!(past.cases.len(), all.cases.iter().filter(|case| case.created.0 < end).count());
    let (mut won, mut opened) = (0, 0);
    for (then, now) in past.cases.iter().zip(all.cases.iter()) {
        match (then.outcome, now.outcome) {
            (Outcome::Won(day) | Outcome::Lost(Some(day)), _) => {
                assert!(day.0 < end);
                won += 1;
            }
            (Outcome::Open, Outcome::Won(day) | Outcome::Lost(Some(day))) => {
                assert!(day.0 >= end && then.amount.is_none());
                opened += 1;
            }
            _ => {}
        }
        let passed = matches!(then.qualification, Qualification::Passed(_));
        assert_eq!(passed, then.created.0 + 5.0 < end);
    }
    assert!(won > 50 && opened > 5, "{won} {opened}");
    assert!(past.last.0 < end);
    fits("past", &past);
}

/// Leads of the first quarter of 2018 that qualify in the second.
#[test]
fn a_quarter_of_opportunities_is_that_in_which_they_came() {
    let late = |at: usize, created: Day| Case {
        created: Day(created.0.min(17_610.0)),
        qualification: Qualification::Passed(Some(Day(17_700.0 + (at % 9) as f64))),
        outcome: if at.is_multiple_of(3) { Outcome::Won(Day(17_740.0)) } else { Outcome::Open },
        ..BARE
    };
    let fitted = fit(&records(&cases(90, late)), &Options::default()).unwrap();
    let quarters: Vec<(i32, f64)> =
        fitted.cohorts.iter().map(|cohort| (cohort.month, cohort.cases)).collect();
    assert_eq!(quarters, [(Day::from_civil(2018, 4, 1).unwrap().month(), 90.0)]);
}
