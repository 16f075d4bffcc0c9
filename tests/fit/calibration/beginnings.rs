//! Records of which the cases that closed before some day are missing.

use orgodds::fit::{Options, Warning, fit};
use orgodds::random::{Luck, Place};
use orgodds::records::{Case, Day, Outcome};

use super::units::{START, case, of_cases};

/// Two cases a day for two years, half of them won, after two months on average; only
/// those that closed on `since` or later, or not yet.
fn records(since: f64) -> Vec<Case> {
    let mut stream = Luck::new(1, 0).at(Place::new("beginnings")).step(0);
    let mut cases = Vec::new();
    for created in (0..1_460).map(|half| f64::from(half) / 2.0) {
        let day = created - stream.uniform().ln() * 60.0;
        let (won, when) = (stream.uniform() < 0.5, Day(START + day));
        if day >= since {
            let outcome = if won { Outcome::Won(when) } else { Outcome::Lost(Some(when)) };
            cases.push(case(created, if day < 730.0 { outcome } else { Outcome::Open }));
        }
    }
    cases
}

/// The note on missing closings, if there is one.
fn told(since: f64) -> Option<Warning> {
    let records = of_cases(&records(since), 730.0);
    let fitted = fit(&records, &Options::default()).unwrap();
    fitted.warnings.into_iter().find(|warning| matches!(warning, Warning::ClosingsBegin { .. }))
}

#[test]
fn closings_that_begin_long_after_the_cases_are_told() {
    assert_eq!(told(0.0), None);
    let Some(Warning::ClosingsBegin { first, cases, missing }) = told(150.0) else {
        panic!("nothing is told");
    };
    assert!((0.0..3.0).contains(&(first.0 - START - 150.0)), "{first:?}");
    // Of a month's 40 % or so, as many as are there.
    assert!((missing / cases - 0.39).abs() < 0.06, "{missing} of {cases}");
}
