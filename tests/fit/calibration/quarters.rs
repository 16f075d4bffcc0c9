//! Quarters that differ in their share won: does the interval hold the next one's?

use orgodds::distribution::normal::{logistic, logit};
use orgodds::fit::posterior::score;
use orgodds::fit::{Fitted, Options, Warning, fit};
use orgodds::random::{Luck, Place};
use orgodds::records::{Case, Day, Outcome};

use super::units::{START, case, of_cases};
use super::{Book, note, tell};

const QUARTER: f64 = 365.25 / 4.0;

/// Records of eight quarters whose log odds vary so, and the share won of a ninth.
fn fitted(spread: f64, seed: u64) -> (Fitted, f64) {
    let mut stream = Luck::new(seed, 0).at(Place::new("quarters")).step(0);
    let mut share = || logistic(logit(0.25) + spread * score(&mut stream));
    let shares: Vec<f64> = (0..9).map(|_| share()).collect();
    let mut one = |quarter: f64, share: f64| {
        let created = (quarter + stream.uniform()) * QUARTER;
        let day = created - stream.uniform().ln() * 40.0;
        let won = stream.uniform() < share;
        case(
            created,
            match (day < 8.0 * QUARTER, won) {
                (false, _) => Outcome::Open,
                (true, true) => Outcome::Won(Day(START + day)),
                (true, false) => Outcome::Lost(Some(Day(START + day))),
            },
        )
    };
    let mut cases: Vec<Case> = Vec::new();
    for (quarter, share) in shares[..8].iter().enumerate() {
        cases.extend((0..250).map(|_| one(quarter as f64, *share)));
    }
    let options = Options { steps_per_month: Some(4), ..Options::default() };
    (fit(&of_cases(&cases, 8.0 * QUARTER), &options).expect("there are cases"), shares[8])
}

#[test]
fn quarters_that_differ_are_told_and_make_the_intervals_wide() {
    let (alike, differing) = (fitted(0.0, 1).0, fitted(0.5, 1).0);
    let told = |fitted: &Fitted| {
        fitted.warnings.iter().any(|warning| matches!(warning, Warning::SharesVary { .. }))
    };
    assert!(!told(&alike) && told(&differing));
    let width = |fitted: &Fitted| {
        [&fitted.conversion, &fitted.channels[0].conversion, &fitted.kinds[0].pass]
            .map(|figure| logit(figure.high) - logit(figure.low))
    };
    for (alike, differing) in width(&alike).into_iter().zip(width(&differing)) {
        assert!(alike < 0.25 && differing > 0.8 && differing < 3.0, "{alike} {differing}");
    }
}

#[test]
#[ignore = "takes minutes"]
fn the_share_won_of_a_quarter_to_come_lies_in_its_interval() {
    // A spread of 0.15 is as small as the error of a quarter's own share: it is mostly
    // taken for chance, and the interval is then too narrow. It is shown, not asked of.
    for (spread, asked) in [(0.0, true), (0.15, false), (0.3, true), (0.6, true)] {
        let mut book = Book::new();
        let mut told = 0;
        for run in 0..200 {
            let (fitted, next) = fitted(spread, 100 + run);
            note(&mut book, "share won of the next quarter", &fitted.conversion, next);
            told += u32::from(fitted.varying.is_some_and(|varying| varying.is_likely()));
        }
        println!("spread {spread}: told {told} of 200");
        tell(&book);
        let held = book["share won of the next quarter"].held;
        assert!(!asked || (164..=194).contains(&held), "{held}");
    }
}
