//! People who leave: many more runs than of the rest, for a run tells little.

use orgodds::study::ledger::{Ledger, Replay};

use super::units::{self, Keeping, Losses};
use super::{Book, hold_in_85_to_95_percent, note, scenario};

#[test]
#[ignore = "takes minutes"]
fn attrition_of_a_thousand_runs_lies_in_its_interval_in_85_to_95_percent() {
    let few = ["online", "partner", "fair"];
    let few = few.map(|name| format!("segments.core.channels.{name}.arrivals=0.5"));
    let scenario = scenario("known.toml", &few);
    let keeping = Keeping { losses: Losses::Dated, qualification: false, leads: true };
    let mut book = Book::new();
    let (mut left, mut expected) = (0.0, 0.0);
    for run in 1..=1_000 {
        let replay = Replay { seed: 11, run, months: Some(1..=48) };
        let ledger = Ledger::new(&scenario, "known.toml", &replay);
        let role = &orgodds::fit::people::roles(&units::records(&ledger, 0, keeping, run))[0];
        let truth = ledger.drawn["roles.all.attrition"];
        note(&mut book, "attrition", &role.attrition, truth);
        left += role.left as f64;
        expected -= role.years * (1.0 - truth).ln();
    }
    println!("left {left}, expected {expected:.0}");
    assert!((left / expected - 1.0).abs() < 0.02, "left {left}, expected {expected}");
    hold_in_85_to_95_percent(&book);
}
