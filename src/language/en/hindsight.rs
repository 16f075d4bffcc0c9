//! Why months went otherwise than foretold, and what their deals are worth.

use crate::language::{Cause, Foresight, Hindsight, Miss};

fn cases(leads: bool) -> &'static str {
    if leads { "leads" } else { "opportunities" }
}

/// What did most, after "mostly because".
fn cause(miss: &Miss) -> String {
    let (cases, Miss { happened, foretold, .. }) = (cases(miss.leads), *miss);
    match miss.cause {
        Cause::Arrivals => format!("{happened} {cases} came where {foretold} were foretold"),
        Cause::ShareOfNew => format!(
            "{happened} of the {cases} that came are won by now, where the past said {foretold}"
        ),
        Cause::ShareOfOpen => format!(
            "{happened} of the {cases} then open are won by now, where the past said {foretold}"
        ),
        Cause::Timing if miss.more => "deals were won sooner than the past said".to_owned(),
        Cause::Timing => "deals were won later than the past said".to_owned(),
    }
}

pub const HINDSIGHT: Hindsight = Hindsight {
    why: "Where it missed, and why",
    missed: |until, miss| {
        let side = if miss.more { "above" } else { "below" };
        format!(
            "Known until {until}: together {side} the 80 % band, mostly because {}.",
            cause(miss)
        )
    },
    months_off: |until, months| {
        format!(
            "Known until {until}: together within the 80 % band; outside it alone: {}.",
            months.join(", ")
        )
    },
    month_off: |month, more, deals| {
        format!("{month} ({deals} {})", if more { "more" } else { "fewer" })
    },
    as_foretold: |until| format!("Known until {until}: within the 80 % band, each month and all."),
    why_columns: ["was", "foretold", "deals"],
    why_rows: |leads| {
        if leads {
            [
                "leads that came",
                "won of them by now",
                "won by now of those then open",
                "won sooner or later",
                "deals in these months",
            ]
        } else {
            [
                "opportunities that came",
                "won of them by now",
                "won by now of those then open",
                "won sooner or later",
                "deals in these months",
            ]
        }
    },
    why_note: "By now: by the end of the records; foretold for the cases that did come. The last column says what each \
               difference makes in deals of these months, and adds up.",

    bookings: |currency| match currency {
        "" => "Bookings by month".to_owned(),
        currency => format!("Bookings by month, {currency}"),
    },
    booked: "booked",
    bookings_verdict: |foresight, model, naive, rival| match foresight {
        Foresight::Better => format!(
            "Bookings: better than no model, off by {model} a month, the better naive forecast ({rival}) by {naive}."
        ),
        Foresight::NoBetter => format!(
            "Bookings: no better than no model, off by {model} a month, the better naive forecast ({rival}) by {naive}; that may be chance."
        ),
        Foresight::Worse => format!(
            "Bookings: worse than no model, off by {model} a month, the better naive forecast ({rival}) by {naive}."
        ),
        Foresight::TooFew => format!(
            "Bookings: too few months to say; off by {model} a month, the better naive forecast ({rival}) by {naive}."
        ),
        Foresight::NoDeal => "Bookings: none on record.".to_owned(),
    },
    absolute: "median off by",
    deals_and_bookings: ["deals", "bookings"],
    bookings_scores: |currency| match currency {
        "" => "Mean loss a month in bookings (lower is better)".to_owned(),
        currency => format!("Mean loss a month, in {currency} (lower is better)"),
    },
    panel_deals: |known_until| format!("{known_until}: deals"),
    panel_bookings: |known_until, currency| match currency {
        "" => format!("{known_until}: bookings"),
        currency => format!("{known_until}: bookings, {currency}"),
    },
    subtitle_with_bookings: "Deals and bookings by month: foretold from what was known by the end of an earlier month, and as they came",
    one_day: "All months are foretold from one day and share its errors; --origins 3 tells more.",
};
