//! Tables.

use super::units::noun;
use crate::language::{
    Agreed, Breakeven, Duel, Factors, Lead, Measure, Metrics, NextHire, Often, Table,
};

pub const TABLE: Table = Table {
    answer: |duel| {
        let opening = if duel.lead == Lead::Unclear { "Neither leads: " } else { "" };
        format!("{opening}{}.", more(duel))
    },
    same: |one, other, measure| {
        let verb = if measure == Measure::Bookings { "book" } else { "contribute" };
        format!("{one} and {other} {verb} the same in every run.")
    },
    best: |count, duel| {
        let lead = match duel.lead {
            Lead::Unclear => "None clearly leads, best",
            Lead::Behind => "None leads, best",
            Lead::Ahead => "Best",
        };
        format!("{lead} of {count}: {}.", more(duel))
    },
    directed: |amount, less| format!("{amount} {}", if less { "less" } else { "more" }),
    span: |low, high| format!("{low} to {high}"),
    aside: |text| format!("({text})"),
    typically: |typical, range, cost| {
        format!("Typically {typical} (80 % of runs: {range}). {cost}")
    },
    people_cost: |amount, change| {
        format!("People cost {amount} ({}).", change.unwrap_or("the same"))
    },
    people_cost_change: |change| format!("people cost {change}"),
    alone: |name, measure, amount, months, range| {
        let verb = verb(measure);
        format!("{name} {verb} {amount} in {months} months on average; 80 % of runs: {range}.")
    },
    alone_cost: |cost, other, amount, range| {
        format!("People cost {cost}; {} {amount}, 80 % of runs: {range}.", noun(other))
    },

    difference: |baseline| format!("Difference to {baseline}, run by run"),
    difference_columns: ["mean", "P10", "P50", "P90", "better in", "correlation"],
    first_order: |candidate, baseline, agreed| {
        format!(
            "In these runs {candidate} is at least as likely as {baseline} to reach any level of bookings{}",
            of_tenths(agreed)
        )
    },
    second_order: |candidate, baseline, agreed| {
        format!(
            "In these runs whoever dislikes risk would prefer the bookings of {candidate} to those of {baseline}{}",
            of_tenths(agreed)
        )
    },

    choice: |measure| format!("The choice, by {}", noun(measure)),
    best_first: |currency| match currency {
        "" => "best first".into(),
        currency => format!("best first ({currency})"),
    },
    choice_columns: ["mean", "best in", "expected loss", "worst 5 %"],
    reaches: |target| format!("reaches {target}"),
    reaches_target: |name, measure, target, often, runs| {
        let often = in_runs(often, runs);
        format!("{name} reaches a {} target of {target} in {often}.", noun(measure))
    },
    perfect: |best, worth| {
        format!(
            "A loss is what a choice falls short of the best in the same run. To know each run beforehand would \
             be worth {worth} on average, over choosing {best}: no study of the question can be worth more."
        )
    },
    breakeven: |cost| {
        let Breakeven { candidate, baseline, amount, .. } = cost;
        let range = cost.range.map_or(String::new(), |range| format!(" (95 %: {range})"));
        if cost.saves {
            format!(
                "{candidate} must cost {amount} a year less than it does{range} to contribute more than \
                 {baseline} with even odds."
            )
        } else {
            format!(
                "{candidate} may cost {amount} a year more than it does{range} until the odds that it \
                 contributes more than {baseline} are even."
            )
        }
    },
    pairs: |runs| format!("Pair by pair, in how many of {runs} runs"),
    pairs_corner: "does better than",

    overtaking: "When the bookings summed so far get ahead for good",
    overtaking_columns: ["P10", "P50", "P90", "never", "months behind", "deepest shortfall"],
    later: "later",
    beyond: |months| format!("Later is beyond the horizon of {months} months."),

    totals: |months| format!("Totals over {months} months"),
    totals_range: "P10 to P90",
    ranges: "Range over the runs",
    metrics: Metrics {
        bookings: "bookings",
        contribution: "contribution",
        leads: "leads",
        opportunities: "opportunities",
        wins: "first wins",
        customers: "customers at the end",
        first_sourced: "first deals, sourced",
        first_referred: "first deals, referred",
        repeat_existing: "repeat, existing",
        repeat_sourced: "repeat, sourced",
        repeat_referred: "repeat, referred",
        people_cost: "people cost",
        hire_cost: "hire cost",
        hires: "hires",
        departures: "departures",
    },

    identity: "Bookings = existing + traffic × conversion × price × repurchase × referral",
    gap: |from, to| format!("Where the gap comes from: {from} to {to}"),
    factors: Factors {
        existing: "existing customers",
        traffic: "× traffic (leads)",
        conversion: "× conversion",
        price: "× price, first deal",
        repurchase: "× repurchase",
        referral: "× referral",
    },
    new_business: "new business as a whole",
    all_bookings: "all bookings",
    unsure: |parts| match parts {
        [] => String::new(),
        [one] => format!("What {one} adds may be nothing: its 95 % interval includes zero."),
        [most @ .., last] => format!(
            "What {} and {last} add may each be nothing: their 95 % intervals include zero.",
            most.join(", ")
        ),
    },
    adds: |currency| if currency.is_empty() { "adds".into() } else { format!("adds {currency}") },

    work: "Work: standard hours a month",
    work_columns: ["asked", "given", "met"],
    keeps_up: |name| format!("{name} keeps up with all the work."),
    stuck: |name, kind, met, next| {
        let next: Vec<String> = next.iter().map(|(kind, met)| format!("{kind} ({met})")).collect();
        let next =
            if next.is_empty() { String::new() } else { format!("; next {}", next.join(", ")) };
        format!("{name} is stuck at {kind}: {met} of the hours asked are given{next}.")
    },

    people: "People: productive hours a month",
    people_columns: ["available", "given", "idle", "idle share"],
    idlest: |name, role| format!("{name}: most idle hours at {role}."),

    kept_seats: |cost| {
        format!(
            "At equal people cost, {} keeps its seats, expected to cost {} ({}: {}).",
            cost.candidate, cost.after, cost.baseline, cost.target
        )
    },
    given_seats: |cost, changes| {
        format!(
            "At equal people cost, {} was given other seats, expected to cost {} instead of {} ({}: {}): {}.",
            cost.candidate,
            cost.after,
            cost.before,
            cost.baseline,
            cost.target,
            changes.join(", ")
        )
    },
    seats_instead: |role, to, from| format!("{role} {to} instead of {from}"),
    seats_from: |seats, month| format!(" then {seats} from month {month}"),

    one_more: "One more seat: mean change with its 95 % interval (seats as they are)",
    one_fewer: "One seat fewer: mean change with its 95 % interval (seats as they are)",
    one_more_columns: ["contribution", "95 %", "bookings", "95 %"],
    seats: |role, seats| format!("{role} ({seats})"),
    seat_change: |role, amount, interval| {
        format!("{role}: {amount} contribution (95 %: {interval})")
    },
    next_hire: |scenario, hire| match hire {
        NextHire::Pays(best, []) => format!("{scenario}, the next hire: {best}."),
        NextHire::Pays(best, rivals) => format!(
            "{scenario}, the next hire: {best}. Whether that is more than one in {} would need more runs to say.",
            rivals.join(", ")
        ),
        NextHire::Unclear(likely) => format!(
            "{scenario}, the next hire: these runs are too noisy to say whether one pays anywhere; most \
             likely {likely}."
        ),
        NextHire::Nowhere(least) => {
            format!("{scenario}, the next hire: pays in no role; it costs least in {least}.")
        }
    },
    over_staffed: |scenario, spare, doubtful| {
        let found = match (spare, doubtful) {
            ([], []) => "no role".to_owned(),
            ([], _) => "no role for certain".to_owned(),
            (spare, _) => format!("one fewer saves more than it loses in {}", spare.join("; ")),
        };
        let noise = match doubtful {
            [] => String::new(),
            roles => format!(" These runs are too noisy to say of {}.", roles.join(", ")),
        };
        format!("{scenario}, over-staffed: {found}.{noise}")
    },
    without_work: |scenario, roles| {
        format!(
            "{scenario}: {} carries no work, so it only costs here; what it is good for is not in the model.",
            roles.join(", ")
        )
    },

    precise: |metric, differences, asked, within| {
        let differences = if differences { " and the mean differences" } else { "" };
        format!(
            "Runs were added until the 95 % intervals of mean {metric}{differences} were within ±{asked}: \
             they are within ±{within}."
        )
    },
    imprecise: |metric, asked, got| {
        let got = match got {
            Some((runs, within)) => {
                format!("after {runs} runs, the most that are made, it is ±{within}")
            }
            None => "a mean is 0, and nothing is precise beside it".to_owned(),
        };
        format!("the precision of ±{asked} for mean {metric} was not reached: {got}")
    },
    note: |sentence| format!("Note: {sentence}."),

    footer: |runs, paired, seed, months| {
        let paired = if paired { "paired " } else { "" };
        format!(
            "{runs} {paired}runs, seed {seed}, {months} counted months. ± is one standard error of the \
             simulation: more runs make it smaller, what we do not know about the company stays in the P10 to \
             P90 range."
        )
    },
};

fn verb(measure: Measure) -> &'static str {
    match measure {
        Measure::Bookings => "books",
        Measure::Contribution => "contributes",
    }
}

/// "Specialised books more than Generalist in 93.2 ± 0.3 % of runs"
fn more(duel: &Duel<'_>) -> String {
    let Duel { winner, loser, runs, .. } = duel;
    let same = duel.same.map_or(String::new(), |share| format!(", the same in {share}"));
    let often = in_runs(duel.often, runs);
    format!("{winner} {} more than {loser} in {often}{same}", verb(duel.measure))
}

fn in_runs(often: Often<'_>, runs: &str) -> String {
    match often {
        Often::Always => format!("all {runs} runs"),
        Often::Never => format!("none of {runs} runs"),
        Often::Share(share) => format!("{share} of runs"),
    }
}

/// How far parts of the runs agree, as the end of a sentence.
fn of_tenths(agreed: Agreed) -> String {
    match agreed {
        Agreed::Unknown => "; they are too few to say more.".into(),
        Agreed::All => "; each tenth of them shows it by itself.".into(),
        Agreed::Most(tenths) => {
            format!("; {tenths} of 10 tenths of them show it by themselves.")
        }
        Agreed::Few(tenths) => format!(
            ", but only {tenths} of 10 tenths of them show it by themselves: it may be chance."
        ),
    }
}
