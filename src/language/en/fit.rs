//! A fit and a backtest.

use crate::language::{BacktestTable, Fit, FitReport, FitTable, Foresight, Pace};

fn cases(leads: bool) -> &'static str {
    if leads { "leads" } else { "opportunities" }
}

/// All of so many.
fn every(count: usize, of: &str) -> String {
    match count {
        1 => format!("the one {of}"),
        2 => format!("both {of}s"),
        _ => format!("all {count} {of}s"),
    }
}

pub const FIT: Fit = Fit {
    footer: |version, leads, number, [first, last], later| {
        let later =
            later.map_or_else(String::new, |day| format!(", and what came of them by {day}"));
        format!("orgodds {version} · fitted to {number} {}, {first} to {last}{later}", cases(leads))
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
        0 => format!("The deals of {} lie in the fitted 80 % band", every(of, "month")),
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
    channels_shown: |shown, of| format!(". The {shown} largest of {of} channels"),
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
        format!(
            "Of the {} {recorded} are won by the age of {months} months; {fitted}",
            cases(leads)
        )
    },
    conversion_subtitle: |leads| {
        format!(
            "Share won by age. Open {} count for the ages that they have reached: open is not lost",
            cases(leads)
        )
    },
    cohorts_title: |held, of| match of - held {
        0 => format!("One law fits the cases of {}", every(of, "quarter")),
        _ => format!("One law fits the cases of {held} of {of} quarters"),
    },
    cohorts_subtitle: |leads| {
        format!(
            "Share won by age, by the quarter in which {} came: has something changed?",
            cases(leads)
        )
    },
    doubt_90: "recorded, 90 % interval",
    won_of: |won, cases| format!("{won} won of {cases}"),
    age: "age in months",

    deals_title: |mean, low, high, spread| {
        format!("A deal is worth {mean} on average (90 %: {low} to {high}); spread {spread}")
    },
    deals_misfit: |size, recorded, fitted| {
        format!(
            "The log-normal law that deals are drawn from has another shape: {recorded} are below {size}, in the law {fitted}. Sums of many deals hold, single ones do not"
        )
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
            Foresight::NoDeal => "No deal on record: nothing to compare",
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

    table: FitTable {
        head: |leads, number, first, last, won, by| {
            let cases = cases(leads);
            format!(
                "Fitted to {number} {cases} that came from {first} to {last}; {won} of them were won by {by}."
            )
        },
        columns: ["", "by", "value", "90 % interval", "n"],
        found_by: |methods| format!("Found by: {}.", methods.join("; ")),
        more_channels: |count| match count {
            1 => "  1 channel more: see the report".to_owned(),
            _ => format!("  {count} channels more: see the report"),
        },
        team: "the team, sized to the work",
        arrivals: |leads| if leads { "Leads a month" } else { "Opportunities a month" },
        qualified: "Leads that become opportunities",
        ever_won: |leads| {
            if leads { "Leads that are ever won" } else { "Opportunities that are ever won" }
        },
        time: "Passing and waiting",
        deals: "Deals",
        market: "Demand",
        customers: "Customers",
        people: "People",
        share_of: |pace| match pace {
            Pace::All => "share",
            Pace::Prompt => "prompt ones, share of all",
            Pace::Late => "late ones, share of all",
        },
        pass_of: |pace| match pace {
            Pace::All => "opportunities that pass",
            Pace::Prompt => "prompt opportunities that pass",
            Pace::Late => "late opportunities that pass",
        },
        wait_of: |pace, rooms| {
            let which = match pace {
                Pace::All => "",
                Pace::Prompt => "prompt ones, ",
                Pace::Late => "late ones, ",
            };
            match rooms {
                1 => format!("{which}months of waiting"),
                _ => format!("{which}months in each of {rooms} waits"),
            }
        },
        price: "mean deal",
        spread: "spread (sd over mean)",
        drift: "growth a year",
        volatility: "shocks a year (sd)",
        persistence: "kept from month to month",
        active: "active at the end",
        churn: "leave within a year",
        orders: "repeat orders a year",
        order_value: "repeat order over first deal",
        headcount: |role| format!("{role}, seats"),
        attrition: |role| format!("{role}, leave within a year"),
        hours: |role| format!("{role}, hours a month"),
        annual_cost: |role| format!("{role}, cost a year"),
        untold: "What the records cannot tell",
        untold_list: |items| {
            format!(
                "Published or assumed, and marked so in the scenario: {}. Put your own numbers there, the widest first.",
                items.join(", ")
            )
        },
        always_untold: [
            "hours a lead and an opportunity take",
            "what is lost where work changes hands",
            "time to hire and to learn",
            "margin and commission",
            "what neglect of customers costs",
        ],
        oddities: "Oddities in the files, and what was done",
        no_oddities: "Nothing odd was found in the files.",
        read: "Files",
        taken: "Columns",
        wrote: |files, report| match report {
            Some(report) => format!("Wrote {} and a report: open {report}", files.join(" and ")),
            None => format!("Wrote {}", files.join(" and ")),
        },
        next: |commands| format!("Next: {}", commands.join("\n      ")),
    },
    report: FitReport {
        title: |leads| {
            if leads {
                "What the leads tell, and what they do not"
            } else {
                "What the opportunities tell, and what they do not"
            }
        },
        made_from: |version, files| format!("orgodds {version} · {}", files.join(", ")),
        found: "What was found",
        holds: "Does it give back the records?",
        cannot: "What the records cannot tell",
        files: "How the files were read",
        next: "What to do next",
        intervals: "Each figure stands with its 90 % interval: the records leave that much open, and few records leave more. \
                    n is the number of records it rests on. Where channels have few cases they are drawn towards the others.",
        law: "Open cases are not lost ones: a young case has had less time. Shares ever won come from a law in which \
              some cases close after a wait and the others never do; the charts show where it misses.",
        next_text: "Look at what is published or assumed, put your own numbers in their place, and run:",
    },
    backtest: BacktestTable {
        verdict: |foresight, months, model, naive, rival| {
            let months =
                if months == 1 { "1 month".to_owned() } else { format!("{months} months") };
            match foresight {
                Foresight::Better => format!(
                    "Better than no model: over {months} it would have been off by {model} deals a month, the better naive forecast ({rival}) by {naive}."
                ),
                Foresight::NoBetter => format!(
                    "No better than no model: over {months} it would have been off by {model} deals a month, the better naive forecast ({rival}) by {naive}; the difference may be chance."
                ),
                Foresight::Worse => format!(
                    "Worse than no model: over {months} it would have been off by {model} deals a month, the better naive forecast ({rival}) by {naive}."
                ),
                Foresight::NoDeal => "No deal on record: nothing to compare.".to_owned(),
                Foresight::TooFew => format!(
                    "Too few months to say: over {months} it would have been off by {model} deals a month, the better naive forecast ({rival}) by {naive}."
                ),
            }
        },
        gain: |gain, error| match error {
            Some(error) => format!("Gain over it: {gain} ± {error} deals a month."),
            None => format!("Gain over it: {gain} deals a month."),
        },
        months: "Deals by month",
        columns: ["won", "foretold", "80 %", "90 %", "last month", "same share"],
        all_months: "together",
        scores: "Mean loss a month, in deals (lower is better)",
        score_columns: ["CRPS", "pinball"],
        model: "model",
        coverage: "How often the bands held",
        coverage_columns: ["held", "expected"],
        band: |percent| format!("{percent} % of runs"),
        held: |held, of| format!("{held} of {of}"),
        how: |runs, seed| {
            format!(
                "{runs} runs from each month, seed {seed}. Fitted on what was known then; open cases and those to come are \
                 simulated by the fitted laws of demand and closing. CRPS is how far off a whole forecast was; of a naive \
                 forecast, one number without a band, it is the distance. A month foretold from several months counts once \
                 in the error of the gain, and better than no model needs a nearer median too."
            )
        },
        shorter: |month| {
            format!(
                "the records hold whole months up to {month} only, so fewer months are foretold than asked for"
            )
        },
    },
};
