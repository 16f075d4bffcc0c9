//! Thousands, millions, billions, and what is measured in them.

use crate::language::{Measure, Often, Units};

pub const UNITS: Units = Units {
    ladder: &[(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")],
    decimals: 1,
    percent: " %",
    range: |low, high| format!("{low} to {high}"),
    under: |share| format!("under {share}"),
    over: |share| format!("over {share}"),
    chance: |often, runs| match often {
        Often::Always => format!("all {runs} runs"),
        Often::Never => format!("none of {runs} runs"),
        Often::Share(share) => share.to_owned(),
    },
    money: |amount, currency| match currency {
        "" => amount.to_owned(),
        currency => format!("{amount} {currency}"),
    },
    in_currency: |what, currency| match currency {
        "" => what.to_owned(),
        currency => format!("{what}, {currency}"),
    },
};

/// What is measured, within a sentence.
pub fn noun(measure: Measure) -> &'static str {
    match measure {
        Measure::Bookings => "bookings",
        Measure::Contribution => "contribution",
    }
}
