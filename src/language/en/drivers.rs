//! What decides.

use super::subject;
use super::units::noun;
use crate::language::{DriverCaution, Drivers, Measure, Nothing, Spread, Title, Unit};

pub const DRIVERS: Drivers = Drivers {
    label: subject::label,
    measured: |number, unit, currency| match unit {
        Unit::Share | Unit::Plain => number.into(),
        Unit::Hours => format!("{number} h"),
        Unit::Months if number == "1" => format!("{number} month"),
        Unit::Months => format!("{number} months"),
        Unit::Money if currency.is_empty() => number.into(),
        Unit::Money => format!("{number} {currency}"),
        Unit::Times => format!("× {number}"),
    },
    group: subject::group,

    headline: |decides| {
        let labels = in_sentence(decides.labels);
        match decides.spread.baseline {
            Some(baseline) => {
                format!("What decides between {baseline} and {}: {labels}.", decides.spread.name)
            }
            None => format!(
                "What moves the {} of {}: {labels}.",
                noun(decides.spread.measure),
                decides.spread.name
            ),
        }
    },
    ends: |label, low, high, spread| {
        let (mean, label) = (mean_of(spread), small(label));
        let verb = match (spread.baseline, spread.measure) {
            (None, Measure::Bookings) => "are",
            _ => "is",
        };
        format!(
            "{mean} {verb} {low} in the tenth of the runs where {label} is lowest, {high} where it is highest."
        )
    },
    values: |label, low, high, spread| {
        let (mean, label) = (mean_of(spread), small(label));
        let verb = match (spread.baseline, spread.measure) {
            (None, Measure::Bookings) => "are",
            _ => "is",
        };
        format!(
            "{mean} {verb} {} in the {} of the runs where {label} is {}, {} in the {} where it is {}.",
            low.mean, low.runs, low.value, high.mean, high.runs, high.value
        )
    },
    chance: |share, spread| {
        let what = match spread.baseline {
            Some(_) => format!("the gap in {}", noun(spread.measure)),
            None => noun(spread.measure).to_owned(),
        };
        let Some(share) = share else {
            return format!(
                "All of the spread of {what} is chance, which nobody can find out beforehand."
            );
        };
        format!(
            "{share} of the spread of {what} is chance, which nobody can find out beforehand; the rest is what \
             could be known."
        )
    },
    nothing: |nothing, spread| {
        match nothing {
        Nothing::NoUnknown => {
            "Every number is known exactly, so nothing but chance decides; write ranges for what you do not \
             know."
                .into()
        }
        Nothing::OneRun => "A single run cannot say what decides: ask for more with --runs.".into(),
        Nothing::NoSpread => match spread.baseline {
            Some(_) => "The gap is the same in every run: nothing moves it.".into(),
            None => "All runs agree: nothing moves the result.".into(),
        },
        Nothing::AllNoise => {
            "None of the unknowns stands out of the noise: chance decides, or these are too few runs to tell."
                .into()
        }
    }
    },

    table: |spread| match spread.baseline {
        Some(baseline) => format!(
            "What moves the gap: mean {} of {} minus {baseline}",
            noun(spread.measure),
            spread.name
        ),
        None => format!("What moves the result: mean {} of {}", noun(spread.measure), spread.name),
    },
    range: "P10 to P90",
    lowest: "lowest tenth",
    highest: "highest tenth",
    share: "share",
    total: "total share",
    reading: |total| {
        let total = if total {
            " Its total share counts all that it does together with others too, so these may add up to more \
             than 100 %."
        } else {
            ""
        };
        format!(
            "Lowest and highest tenth: the mean over the runs in which the unknown is lowest, or highest, with \
             everything else as it falls. Share: of the variance, by this unknown alone.{total}"
        )
    },
    further: |count, share| match count {
        1 => format!("One more stands out of the noise, with a share of {share}."),
        _ => format!("{count} more stand out of the noise, with {share} together."),
    },
    noise: |count, share, all| {
        let test = "as a test at a false discovery rate of 5 % says";
        let share = share.unwrap_or("next to nothing");
        match (count, all) {
            (1, true) => format!("The only unknown cannot be told from noise, {test}."),
            (_, true) => format!("None of the {count} unknowns can be told from noise, {test}."),
            (1, _) => format!("One cannot be told from noise, {test}; its share is {share}."),
            _ => format!("{count} cannot be told from noise, {test}; together they have {share}."),
        }
    },
    total_runs: |runs, short| match short {
        None => format!("The total shares took {runs} further runs of each scenario."),
        Some(precision) => format!(
            "The total shares took {runs} further runs of each scenario, and that was not enough to know all of \
             them within ±{precision}."
        ),
    },
    paths: "Their paths, for --set",

    worth: |measure| {
        format!("What to find out first: what knowing it is worth, by {}", noun(measure))
    },
    worth_columns: ["worth at most", "95 %"],
    find_first: |labels| format!("Find out first: {}.", in_sentence(labels)),
    nothing_pays: "Finding out any one of them is worth next to nothing: it would not change the choice.",
    perfect: "Everything, chance included",
    worth_note: |best, measure, bias| {
        format!(
            "Without knowing more the choice is {best}. Knowing an unknown beforehand is worth what is gained on \
             average where that changes the choice, in {} over the horizon; nobody should pay more for it. What \
             chance decides cannot be found out. What noise alone would add, up to {bias}, is taken off.",
            noun(measure)
        )
    },

    caution: |caution| {
        match caution {
        DriverCaution::Correlated(labels, total) => format!(
            "correlated with each other: {}; the share of one is what goes along with it, what the others do \
             included, so their shares overlap{}",
            in_sentence(labels),
            if *total { "; their total share is that of all of them" } else { "" }
        ),
        DriverCaution::FewRuns("1") => {
            "1 run is too few for this: with 1,000 or more, less is lost in noise".into()
        }
        DriverCaution::FewRuns(runs) => {
            format!("{runs} runs are few for this: with 1,000 or more, less is lost in noise")
        }
        DriverCaution::Interplay(share, total) => format!(
            "the unknowns taken one by one account for only {share} of what could be known: most of it comes from \
             several together; {} which",
            if *total { "their total shares say" } else { "--total says" }
        ),
        DriverCaution::WorthMore => {
            "all of them together may be worth more than stated, up to the worth of everything: much of what could \
             be known comes from several at once, in ways that these runs do not show"
                .into()
        }
    }
    },

    title: |title| match *title {
        Title::Decides(label) => format!("{label} decides who is ahead"),
        Title::MayDecide(label) => format!("{label} moves the gap most, and may turn it"),
        Title::MovesGap(label) => format!("{label} moves the gap most, but does not turn it"),
        Title::Moves(label, by) => format!("{label} moves the result most: by {by}"),
        Title::Worth(label, amount) => {
            format!("Find out first: {}, worth up to {amount}", small(label))
        }
        Title::WorthLittle => "Finding out any single unknown is worth next to nothing".into(),
        Title::Turns(label, value) => {
            format!("The lead changes hands where {} is about {value}", small(label))
        }
        Title::Stays(name) => format!("{name} stays ahead over the whole range of each"),
        Title::Courses(label, others) => {
            let others = if others { " and others" } else { "" };
            format!("How the result goes with {}{others}", small(label))
        }
        Title::Nothing(Nothing::NoUnknown) => "Nothing is uncertain: only chance decides".into(),
        Title::Nothing(Nothing::OneRun) => "A single run cannot say what decides".into(),
        Title::Nothing(Nothing::NoSpread) => "All runs agree: nothing moves the result".into(),
        Title::Nothing(Nothing::AllNoise) => "No unknown stands out of the noise".into(),
    },
    tornado: |spread| {
        format!(
            "{} in the lowest and the highest tenth of each unknown; everything else as it falls",
            mean_of(spread)
        )
    },
    tornado_key: ["where it is low", "where it is high", "95 % interval"],
    worth_question: |measure| {
        format!(
            "What knowing it before choosing would add on average, in {}: at most what finding it out may cost",
            noun(measure)
        )
    },
    at_least: |worth| format!("at least {worth}"),
    worth_one: "one unknown",
    worth_several: "several at once",
    worth_all: "chance included, which nobody can know",
    curve: |spread| {
        format!(
            "{} by tenths of the four strongest unknowns, and the range of 80 % of runs",
            mean_of(spread)
        )
    },
    curve_key: ["mean with 95 % interval", "80 % of runs", "80 % of what is believed"],
    turns_at: |value| format!("the lead changes at {value}"),
    ahead: |name, left| {
        if left { format!("← {name} ahead") } else { format!("{name} ahead →") }
    },
    mean: "mean",
    axis: |spread| match spread.baseline {
        Some(baseline) => format!("{} of {} minus {baseline}", noun(spread.measure), spread.name),
        None => noun(spread.measure).to_owned(),
    },
    worth_axis: |measure| format!("worth knowing, in {}", noun(measure)),
};

/// "Mean gap", "Mean bookings"
fn mean_of(spread: &Spread<'_>) -> String {
    match spread.baseline {
        Some(_) => format!("Mean gap in {}", noun(spread.measure)),
        None => format!("Mean {}", noun(spread.measure)),
    }
}

/// Labels one after the other, in a sentence.
fn in_sentence(labels: &[&str]) -> String {
    let labels: Vec<String> = labels.iter().map(|label| small(label)).collect();
    match &labels[..] {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A label within a sentence: a word begins small, a name made of capitals does not.
fn small(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}
