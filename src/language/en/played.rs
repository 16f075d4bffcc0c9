//! The written scenario at work.

use crate::language::Played;

pub const PLAYED: Played = Played {
    heading: "The scenario at work, beside the records",
    columns: ["recorded", "fitted", "played", "90 % of runs"],
    cases: |leads| if leads { "leads a month" } else { "opportunities a month" },
    share: "ever won",
    won: "deals won a month",
    bookings: "first deals a month",
    how: |past, runs, months| {
        let recorded = past.map_or_else(String::new, |past| {
            let past = if past == 1 { "month".to_owned() } else { format!("{past} whole months") };
            format!("Recorded: the last {past}, and of all cases those won so far. ")
        });
        format!(
            "{recorded}Fitted: the coming year. Played: {runs} runs of the team on record or assumed, their first {months} months; deals lag behind cases that wait long."
        )
    },
    raised: |least, most| {
        let by = if least == most { least.to_owned() } else { format!("{least} to {most}") };
        format!(
            "Fitted shares hold what is lost while cases wait for the team. The engine takes that off, so odds of passing are written × {by}, until as many are won as were fitted."
        )
    },
    less_lost: |share| {
        format!(
            "Losses of what waits for the team are written × {share}: the records leave no room for more."
        )
    },
    customers: |played, recorded| {
        format!(
            "Counting starts with {played} customers instead of the {recorded} on record: so many are won in the warm-up. Look at the customers' numbers before use."
        )
    },
    off: "The team does not reach the fitted share won: its hours do not suffice. Look at headcount and hours in the scenario.",
};
