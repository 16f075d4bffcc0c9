//! What makes a gap.

use super::units::noun;
use crate::language::{Causes, Left, Measure, Unskilled};

pub const CAUSES: Causes = Causes {
    labels: [
        "the company itself",
        "who does what: roles, order, seats",
        "skill: speed, odds and price",
        "switching between kinds of work",
        "work changing hands",
        "time to full productivity",
        "people leaving and hiring",
        "pay",
    ],
    section: |baseline, candidate| format!("What makes the gap, from {baseline} to {candidate}"),
    columns: |measure| match measure {
        Measure::Bookings => ["adds to bookings", "95 %"],
        Measure::Contribution => ["adds to contribution", "95 %"],
    },
    together: "all together",
    unskilled: |one| {
        let Unskilled { baseline, candidate, measure, amount, interval, worse, left } = *one;
        let verb = verb(measure);
        let outcome = match left {
            Left::StillMore if !worse => {
                format!("{candidate} would still {verb} {amount} more than {baseline}")
            }
            Left::More | Left::StillMore => {
                format!("{candidate} would {verb} {amount} more than {baseline}")
            }
            Left::Less => format!("{candidate} would {verb} {amount} less than {baseline}"),
            Left::Unclear => {
                format!("these runs could not tell which of the two would {verb} more: {amount}")
            }
        };
        let skill = if worse {
            format!("as good at their work as those of {baseline}")
        } else {
            format!("no better at their work than those of {baseline}")
        };
        format!("If the people of {candidate} were {skill}, {outcome} (95 %: {interval}).")
    },
    no_skill: |candidate, baseline| {
        format!(
            "Nobody in {candidate} is better at the work than in {baseline}: skill has no part in the gap."
        )
    },
    alike: |candidate, baseline| {
        format!("{candidate} and {baseline} do not differ in anything that is simulated.")
    },
    same: |labels| format!("No difference in: {}.", labels.join("; ")),
    idle: |labels| format!("Different, but without effect on bookings: {}.", labels.join("; ")),
    company: |candidate, paths, further| {
        let further = if further > 0 { format!(" and {further} more") } else { String::new() };
        format!(
            "The company differs too, in {}{further}. It is switched first; everything else is told for the \
             company of {candidate}.",
            paths.join(", ")
        )
    },
    method: |baseline, candidate, worlds, runs| {
        let worlds = match worlds {
            0 => "No organisation in between was needed.".to_owned(),
            1 => format!("One organisation in between was simulated in {runs} runs."),
            worlds => {
                format!("{worlds} organisations in between were simulated, each in {runs} runs.")
            }
        };
        format!(
            "Groups of differences are switched from {baseline} to {candidate} on the same luck. Who does what \
             comes first: what it adds is with everybody else as in {baseline}. The others follow in every \
             order, and the mean counts, so what they do only together is shared among them. {worlds}"
        )
    },

    title: |one| {
        let Unskilled { candidate, measure, amount, worse, left, .. } = *one;
        let verb = verb(measure);
        let outcome = match left {
            Left::StillMore if !worse => format!("{candidate} would still {verb} {amount} more"),
            Left::More | Left::StillMore => format!("{candidate} would {verb} {amount} more"),
            Left::Less => format!("{candidate} would {verb} {amount} less"),
            Left::Unclear => format!("neither would clearly {verb} more"),
        };
        format!("With people equally good at their work, {outcome}")
    },
    moves_most: |label, amount| format!("The largest cause, {amount}, is {label}"),
    nothing_clear: "No cause stands out from the error of the simulation",
    question: |measure, baseline, candidate, months| {
        let months = if months == 1 { "1 month".into() } else { format!("{months} months") };
        format!(
            "What makes the gap? {candidate} minus {baseline}: mean {} over {months}, difference by difference",
            noun(measure)
        )
    },
    gap: "the gap",
    equally_good: "the gap with people equally good",
    axis: |measure| format!("Added to mean {}", noun(measure)),
    key: "lines: 95 % interval",
    key_unsure: "lines: 95 % interval; hatched: it includes zero",
};

fn verb(measure: Measure) -> &'static str {
    match measure {
        Measure::Bookings => "book",
        Measure::Contribution => "contribute",
    }
}
