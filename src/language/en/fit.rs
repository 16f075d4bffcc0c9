//! A fit and a backtest.

use crate::language::{Fit, Foresight};

fn cases(leads: bool) -> &'static str {
    if leads { "leads" } else { "opportunities" }
}

pub const FIT: Fit = Fit {
    footer: |version, leads, number, first, last| {
        format!("orgodds {version} · fitted to {number} {}, {first} to {last}", cases(leads))
    },
    recorded: "recorded",
    fitted: "fitted",
    median: "fitted, median",
    band_80: "fitted, 80 % of runs",
    deals_a_month: "deals won a month",
    deals: "deals",
    all_channels: "All channels",
    channel: |name| if name.is_empty() { "(no channel told)" } else { name },

    recorded_title: |held, of| match of - held {
        0 => format!("The deals of all {of} months lie in the fitted 80 % band"),
        _ => format!("In {held} of {of} months the deals won lie in the fitted 80 % band"),
    },
    recorded_subtitle: |leads| {
        format!(
            "Does the fitted law give back what it was made from? Deals by month, for the {} that came",
            cases(leads)
        )
    },

    arrivals_title: |leads, middle, low, high| {
        format!("About {middle} {} a month are expected (90 %: {low} to {high})", cases(leads))
    },
    arrivals_subtitle: |leads, seasons| {
        let seasons = if seasons { ", seasons included" } else { "" };
        format!(
            "How many {} come, and from where? By month, and what is expected of the next six{seasons}",
            cases(leads)
        )
    },
    month_whole: "a month on record",
    month_part: "in part on record, or left out of the fit",
    expected: "expected a month, median",
    expected_band: "90 % interval of the mean",
    expected_a_month: |middle, low, high| format!("{middle} a month expected ({low} to {high})"),

    conversion_title: |leads, months, recorded, fitted| {
        let fitted = if recorded == fitted {
            "and so says the fit".to_owned()
        } else {
            format!("the fit says {fitted}")
        };
        format!("Of the {} {recorded} are won by the age of {months} months; {fitted}", cases(leads))
    },
    conversion_subtitle: |leads| {
        format!(
            "Share won by age. Open {} count for the ages that they have reached: open is not lost",
            cases(leads)
        )
    },
    doubt_90: "recorded, 90 % interval",
    won_of: |won, cases| format!("{won} won of {cases}"),
    age: "age in months",

    deals_title: |mean, low, high, spread| {
        format!("A deal is worth {mean} on average (90 %: {low} to {high}); they vary by {spread} times that")
    },
    deals_subtitle: "Does the log-normal law that deals are drawn from fit their recorded sizes?",
    deal_size: "size of a deal",
    mean: |amount| format!("fitted mean {amount}"),

    backtest_title: |foresight| {
        match foresight {
            Foresight::Better => "The model would have foretold the months better than no model",
            Foresight::NoBetter => {
                "The model would have foretold the months no better than no model"
            }
            Foresight::Worse => "The model would have foretold the months worse than no model",
            Foresight::TooFew => "Too few months to say whether the model foretells them",
        }
        .to_owned()
    },
    backtest_subtitle: "Deals by month: foretold from what was known by the end of an earlier month, and as they came",
    backtest_footer: |version, runs, seed| {
        format!("orgodds {version} · {runs} runs from each month · seed {seed}")
    },
    happened: "happened",
    bands: ["50 % of runs", "80 %", "90 %"],
    last_month: "last month repeated",
    same_share: "same share of cases",
    known_until: |month| format!("Known until {month}"),
    known_then: |cases, won, open| format!("{cases} cases, {won} won, {open} open"),
};
