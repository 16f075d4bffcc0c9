//! The ledger of one run.

use crate::language::{Ledger, Step};

pub const LEDGER: Ledger = Ledger {
    title: |run, scenario, seed| format!("Run {run} of {scenario}, seed {seed}"),
    time: |file, counted, warm_up, steps, currency| {
        let currency = if currency.is_empty() { "no currency" } else { currency };
        format!(
            "{file}: {counted} months counted after a warm-up of {warm_up}, {steps} steps a month, \
             {currency}. Month 1 is the first counted one."
        )
    },
    reading: [
        "What happens (units, hours, money) is added up over a month. What is (seats, what waits, mixes, lift, \
         price effect, chances) is that of its last step. Rows in which nothing happened and nothing waits are \
         left out.",
        "Hours are new where units reached their queue, asked by all that waits. Credit is work already done on \
         the next unit. A chance beside a queue is that of a yes, before the hand-off; lost at the hand-off is \
         what was a yes and got lost where the work changed hands.",
    ],
    factors: "Factors",
    drawn: ["drawn in this run", "value"],
    known: ["known, without those that are 0 or 1", "value"],
    months: "Months",
    month_columns: [
        "month",
        "demand",
        "leads",
        "opportunities",
        "wins",
        "customers",
        "booked",
        "cost",
    ],
    months_note: "Leads: arrived through inbound, worked through outbound channels. Wins: first deals of \
                  these. Cost: people and hiring.",
    period: |month, step, warm_up, demand| {
        let warm_up = if warm_up { ", in the warm-up" } else { "" };
        format!("Month {month}{}{warm_up}: demand index {demand}", of_step(step))
    },
    segment: |month, step, key| format!("Month {month}{}: segment {key}", of_step(step)),
    totals: |months, run| format!("Months 1 to {months}: the row of run {run} in --runs-csv"),
    total_columns: ["metric", "total"],

    people: ["people", "seats", "filled", "hired", "left", "ramped", "hours", "given", "idle"],
    ramping: |role, tenures| {
        format!("{role}: not yet fully productive, steps since hired {}.", tenures.join(", "))
    },
    removed: |role, left| format!("{role}: headcount fell, {left} left."),
    cost: ["cost", "", "people", "hiring"],

    hours: ["standard hours", "new", "asked", "given", "credit", "credit after", "lift", "price"],
    leads_of: |channel| format!("{channel} leads"),
    care: "(care)",
    tracking: "(tracking)",
    workers: ["who worked", "role", "given", "mix", "changes hands", "chance lost"],
    nobody: "nobody",

    leads: "leads",
    queue: [
        "our turn", "before", "came", "worked", "passed", "failed", "hand-off", "stale", "after",
        "chance",
    ],
    room: ["buyer's turn", "before", "entered", "ready", "after"],

    won: ["won", "deals", "worth", "customers", "lost at hand-off"],
    customers: ["customers", "before", "joined", "left", "after", "orders", "worth"],
    classes: ["existing", "sourced", "referred"],
    sent: |leads, opportunities| {
        format!(
            "Leads that customers sent: {leads}. Opportunities that tracking found: {opportunities}."
        )
    },
    booked: ["booked", "amount"],
    bookings: [
        "first, sourced",
        "first, referred",
        "repeat, existing",
        "repeat, sourced",
        "repeat, referred",
    ],
    in_all: "in all",
};

fn of_step(step: Step) -> String {
    step.map_or(String::new(), |(step, of)| format!(", step {step} of {of}"))
}
