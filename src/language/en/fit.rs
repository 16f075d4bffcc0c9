//! A fit and a backtest.

use crate::language::{BacktestTable, Fit, FitReport, FitTable, Foresight, InShort, Pace, Ranged};

fn cases(leads: bool) -> &'static str {
    if leads { "leads" } else { "opportunities" }
}

/// A number of cases, which is written already.
fn counted(number: &str, leads: bool) -> String {
    let one = if leads { "lead" } else { "opportunity" };
    format!("{number} {}", if number == "1" { one } else { cases(leads) })
}

/// A figure with its interval.
fn ranged(Ranged([low, middle, high]): &Ranged) -> String {
    if low == high { middle.clone() } else { format!("{middle} ({low} to {high})") }
}

/// What a reader of a fit looks for first.
fn short(told: &InShort) -> String {
    let since = if told.qualified { "they qualify" } else { "they come" };
    let won = told.won.as_ref().map(|won| format!("; {} of them are ever won", ranged(won)));
    let days = told.days.as_ref();
    let days = days.map(|days| format!(", on average {} days after {since}", ranged(days)));
    let deal = told.deal.as_ref();
    let deal = deal.map(|deal| format!(". A deal is worth {} on average", ranged(deal)));
    let arrivals = format!("About {} {} a month", ranged(&told.arrivals), cases(told.leads));
    [Some(arrivals), won, days, deal].into_iter().flatten().collect::<String>() + "."
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
        format!(
            "orgodds {version} · fitted to {}, {first} to {last}{later}",
            counted(number, leads)
        )
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
        _ => format!(
            "In {held} of {of} months the deals won lie in the fitted 80 % band; {:.0} would be expected",
            0.8 * of as f64
        ),
    },
    recorded_subtitle: |leads| {
        format!(
            "Deals by month, for the {} that came: does the fit give back what it was made from?",
            cases(leads)
        )
    },

    arrivals_title: |leads, middle, low, high| {
        format!("Expect about {} a month (90 %: {low} to {high})", counted(middle, leads))
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
        let fitted = if recorded == fitted { "the same" } else { fitted };
        let months = if months == "1" { "1 month".to_owned() } else { format!("{months} months") };
        format!("{recorded} of {} are won within {months}; the fit says {fitted}", cases(leads))
    },
    conversion_subtitle: |leads| {
        let cases = if leads { "Leads" } else { "Opportunities" };
        format!("Share won by age. {cases} that are open count up to their age: open is not lost")
    },
    cohorts_title: |held, of| match of - held {
        0 => format!("One law fits {}", every(of, "quarter")),
        _ if held == 0 => format!("One law for all fits none of the {of} quarters"),
        _ => format!("One law for all fits {held} of {of} quarters"),
    },
    cohorts_subtitle: |leads| {
        format!(
            "Share won by age, by the quarter in which the {} came: has something changed?",
            cases(leads)
        )
    },
    doubt_90: "recorded, 90 % interval",
    young: "recorded, most not as old yet",
    won_of: |won, cases| format!("{won} won of {cases}"),
    age: "age in months",

    deals_title: |mean, low, high, spread| {
        format!("A deal is worth {mean} on average (90 %: {low} to {high}); sd {spread} times that")
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
    known_then: |cases, won, open| {
        let cases = if cases == "1" { "1 case".to_owned() } else { format!("{cases} cases") };
        format!("{cases}, {won} won, {open} open")
    },

    table: FitTable {
        head: |leads, number, first, last, won, by| {
            let (cases, were) = (counted(number, leads), if won == "1" { "was" } else { "were" });
            format!(
                "Fitted to {cases} that came from {first} to {last}; {won} of them {were} won by {by}."
            )
        },
        columns: ["", "by", "value", "90 % interval", "n"],
        period: "period",
        found_by: |methods| format!("Found by: {}.", methods.join("; ")),
        more_channels: |count| match count {
            1 => "  1 more channel: see the report".to_owned(),
            _ => format!("  {count} more channels: see the report"),
        },
        team: "the team, sized to the work",
        arrivals: |leads| if leads { "Leads a month" } else { "Opportunities a month" },
        qualified: "Leads that become opportunities",
        ever_won: |leads| {
            if leads { "Leads that are ever won" } else { "Opportunities that are ever won" }
        },
        time: "Time to close",
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
            Pace::All => "opportunities that are won",
            Pace::Prompt => "prompt opportunities that are won",
            Pace::Late => "late opportunities that are won",
        },
        days_of: |pace| match pace {
            Pace::All => "mean days to close",
            Pace::Prompt => "prompt ones, mean days to close",
            Pace::Late => "late ones, mean days to close",
        },
        days_to_win: |qualified| {
            if qualified { "mean days from qualified to won" } else { "mean days to a win" }
        },
        days_to_qualify: "mean days until qualified",
        price: "mean deal",
        spread: "spread (sd over mean)",
        drift: "growth of demand a year",
        volatility: "shocks to demand a year (sd)",
        persistence: "share of a shock left a month later",
        active: "active at the end",
        churn: "customers that leave within a year",
        orders: "repeat orders a customer a year",
        order_value: "repeat order, times a first deal",
        headcount: |role| format!("{role}, seats"),
        attrition: |role| format!("{role}, leave within a year"),
        hours: |role| format!("{role}, hours a month"),
        annual_cost: |role| format!("{role}, cost a year"),
        untold: "What the records cannot tell",
        untold_list: |items| {
            format!(
                "Published or assumed, and marked so in the scenario: {}. Put your own numbers in their place, the widest first.",
                items.join(", ")
            )
        },
        always_untold: [
            "hours a lead and an opportunity take",
            "what is lost where work changes hands",
            "what somebody gains by doing one kind of work only",
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
        short,
        brackets: "90 % intervals stand in brackets.",
        found: "In short",
        holds: "Does the fit give back the records?",
        figures: "Every figure",
        cannot: "What the records cannot tell",
        files: "How the files were read",
        next: "What to do next",
        intervals: "Each figure stands with its 90 % interval: the records leave that much open, and few records leave more. \
                    n is the number of records it rests on, period the days of these. Channels of few cases are drawn \
                    towards the others, the fewer the closer; those of fewer than 30 are one.",
        law: "Open cases are not lost ones: a young case has had less time. Shares ever won come from a law in which \
              some cases close after a while and the others never do; the charts show where it misses.",
        next_text: "Look at what is published or assumed, put your own numbers in their place, and run:",
        split_text: "To compare it with a split team, fit once more with --split and the name of a second scenario: both \
                     teams are then sized to the work, and the command that compares them is named.",
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

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(low: &str, middle: &str, high: &str) -> Ranged {
        Ranged([low, middle, high].map(str::to_owned))
    }

    #[test]
    fn a_single_one_is_no_plural() {
        assert_eq!(
            (FIT.table.head)(true, "1", "2024-01-01", "2024-01-31", "1", "2024-02-01"),
            "Fitted to 1 lead that came from 2024-01-01 to 2024-01-31; 1 of them was won by 2024-02-01."
        );
        assert_eq!((FIT.known_then)("1", "0", "1"), "1 case, 0 won, 1 open");
        let title = (FIT.conversion_title)(false, "1", "20 %", "20 %");
        assert_eq!(title, "20 % of opportunities are won within 1 month; the fit says the same");
    }

    #[test]
    fn a_fit_in_short_says_what_is_known_and_no_more() {
        let mut told = InShort {
            leads: true,
            arrivals: figure("90", "100", "110"),
            won: Some(figure("10 %", "12 %", "14 %")),
            days: Some(figure("20", "30", "40")),
            qualified: false,
            deal: Some(figure("4 k", "5 k USD", "6 k")),
        };
        assert_eq!(
            short(&told),
            "About 100 (90 to 110) leads a month; 12 % (10 % to 14 %) of them are ever won, on average \
             30 (20 to 40) days after they come. A deal is worth 5 k USD (4 k to 6 k) on average."
        );
        (told.won, told.days, told.deal) = (None, None, None);
        assert_eq!(short(&told), "About 100 (90 to 110) leads a month.");
    }
}
