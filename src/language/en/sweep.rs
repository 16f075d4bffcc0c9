//! Numbers that vary, and where the lead changes hands.

use crate::language::{Bound, Frontier, Hands, Measure, Often, Places, Stays, Sweep, Turned};

pub const SWEEP: Sweep = Sweep {
    size: "the size of the company",
    times: |value| format!("{value} times today's"),
    hands,
    sentence: |finding| format!("{finding}."),
    even_odds_at: |places| format!("The odds are even at {}.", list(places)),
    even_on_average: |places| format!("On average both are even at {}.", list(places)),
    zero_unknown: |values| {
        let values = list(&Places { values, times: false });
        format!(
            "The runs cannot tell whether the mean gap is ever zero: at {values} it is within its error."
        )
    },
    no_difference: "There is no difference at any value.",
    whole_numbers: |what| format!("Values of {what} are whole: what was asked for was rounded."),
    never_even: |at, gap| {
        format!("The mean gap is never zero: nearest at {at}, where it is {gap}.")
    },
    with_interval: |value, interval| format!("{value} (95 %: {interval})"),
    below: |high| format!("up to {high}"),
    above: |low| format!("{low} and more"),
    any: "anywhere in the range",
    title: |varied| format!("The gap as {} changes", varied.join(" and ")),
    columns: ["mean gap", "P10", "P90", "better in"],
    seats: |baseline, candidate| format!("{baseline} | {candidate} seats"),
    chance_of: |candidate, measure| format!("{candidate} {} more", verb(measure)),
    across: |across, down| format!("across: {across}; down: {down}"),
    thinned: "Only some values are shown here; the JSON and the CSV hold all.",
    map: |candidate, measure, often, unsure| {
        let verb = verb(measure);
        let part = match often {
            Often::Always => "all over the map".to_owned(),
            Often::Never => "nowhere on the map".to_owned(),
            Often::Share(share) => format!("on {share} of the map"),
        };
        let unsure = unsure
            .map_or(String::new(), |share| format!("; on {share} of it the runs cannot tell"));
        format!("{candidate} {verb} more in most runs {part}{unsure}")
    },
    map_unknown: "The runs cannot tell who is ahead anywhere on the map",
    map_same: "Both do the same all over the map",
    frontier: |frontier| {
        let Frontier { name, measure, what, above, values, by } = frontier;
        let (verb, side) = (verb(*measure), if *above { "above" } else { "below" });
        format!(
            "{name} {verb} more in most runs where {what} is {side} {values}, depending on {by}"
        )
    },
    rounded: |size, candidate, baseline, share, more| {
        let more = if more { "more" } else { "less" };
        format!(
            "whole seats tilt the comparison most at {size}: people of {candidate}, beside those of \
             {baseline}, cost {share} {more} than in proportion"
        )
    },
    whole_seats: "Headcounts are rounded to whole seats, at least 1 where there was one.",
    as_they_are: "As the files say, with nothing varied:",
    cost: |runs| format!("The sweep took {runs} runs besides."),

    turns_title: "Where the answer turns",
    turned: |turned| {
        let Turned { name, other, label, above, value, interval, said } = turned;
        let other = other.map_or(String::new(), |other| format!(" of {other}"));
        let side = if *above { "above" } else { "below" };
        format!(
            "{name} is ahead{other} on average where {label} is {side} {value} (95 %: {interval}); \
             you said {said}."
        )
    },
    no_turn: "No unknown that was held turns it within its likely range.",
    none_held: "No unknown was held: none that could be stands out of the noise.",
    none_uncertain: "No number is uncertain, so there is none that could turn it.",
    whose: |label, scenario| format!("“{label}” of {scenario}"),
    stays: |stays| {
        let Stays { name, other, label, said, gaps: [low, high] } = stays;
        let other = other.map_or(String::new(), |other| format!(" of {other}"));
        format!(
            "{name} stays ahead{other} on average whatever {label} is: {said} moves the mean gap from \
             {low} to {high}."
        )
    },
    turns_counted: |counted| {
        let said = |text: &str, count: Option<&str>| count.map(|count| format!("{text} {count}"));
        let listed = |parts: [Option<String>; 3]| {
            parts.into_iter().flatten().collect::<Vec<String>>().join(", ")
        };
        let held = counted.held.map(|held| {
            let what = listed([
                said("turn it", counted.turning),
                said("do not", counted.steady),
                said("cannot be told", counted.unclear),
            ]);
            let runs = counted.runs;
            format!(" Held at values of their range, in {runs} runs besides: {held} ({what}).")
        });
        let others = listed([
            said("not told from noise", counted.noise),
            said("weaker than those held", counted.left),
            said("with a few fixed values", counted.fixed),
        ]);
        let others = (!others.is_empty()).then(|| format!(" Not held: {others}."));
        let [held, others] = [held, others].map(Option::unwrap_or_default);
        format!("Unknowns: {}.{held}{others}", counted.uncertain)
    },

    curve: |candidate, baseline, measure, what| {
        format!("{} of {candidate} less those of {baseline}, as {what} changes", noun(measure))
    },
    over: |candidate, measure, first, second| {
        format!("Chance that {candidate} {} more, by {first} and {second}", verb(measure))
    },
    named: |label| format!("“{label}”"),
    mean: "mean",
    today_is: |today, value, range| {
        let range = range.map_or(String::new(), |range| format!(" (90 %: {range})"));
        format!("{today}: {value}{range}")
    },
    today: "today",
    today_in: |name| format!("today, {name}"),
    better: |candidate| format!("Chance that {candidate} does better"),
    even_odds: "even odds",
    uncertain: "the runs cannot tell who is ahead",
    band: "P10 to P90",
};

fn hands(hands: &Hands<'_>) -> String {
    match *hands {
        Hands::Once { name, other, measure, what, bound } => {
            let (verb, side) = (verb(measure), side(bound));
            format!("{name} {verb} more in most runs where {what} is {side}, {other} otherwise")
        }
        Hands::OneSide { name, measure, what, bound } => {
            let (verb, side) = (verb(measure), side(bound));
            format!(
                "{name} {verb} more in most runs where {what} is {side}; otherwise the runs cannot tell who \
                 is ahead"
            )
        }
        Hands::Unknown(what) => {
            format!("Wherever {what} is, the runs cannot tell who is ahead")
        }
        Hands::Several { name, measure, what, beyond, places, is_sure } => {
            let (verb, side) = (verb(measure), side(beyond));
            let doubt = if is_sure { "" } else { ", if the runs can tell" };
            let rounding = if places.times { ", as seats are rounded" } else { "" };
            let before = match places.values.len() {
                few @ 1..=3 => {
                    format!("at {}", list(&Places { values: &places.values[..few], ..places }))
                }
                many => format!("{many} times"),
            };
            format!(
                "{name} {verb} more in most runs where {what} is {side}{doubt}; below, the lead changes \
                 hands {before}{rounding}"
            )
        }
        Hands::Always { name, measure, what, low, high, nearest } => {
            let verb = verb(measure);
            let nearest = nearest.map_or(String::new(), |(at, share)| {
                format!("; nearest to even at {at}, in {share} of runs")
            });
            format!("{name} {verb} more in most runs wherever {what} is, {low} to {high}{nearest}")
        }
        Hands::Mostly { name, measure, what, unsure } => {
            let (verb, unsure) = (verb(measure), list(&Places { values: unsure, times: false }));
            format!(
                "{name} {verb} more in most runs wherever {what} is, but at {unsure} the runs cannot \
                 tell who is ahead"
            )
        }
        Hands::Same(what) => format!("Both do the same wherever {what} is"),
    }
}

fn side(bound: Bound<'_>) -> String {
    match bound {
        Bound::Above(value) => format!("above {value}"),
        Bound::Below(value) => format!("below {value}"),
        Bound::AtLeast(value) => format!("{value} or more"),
        Bound::AtMost(value) => format!("{value} or less"),
    }
}

fn verb(measure: Measure) -> &'static str {
    match measure {
        Measure::Bookings => "books",
        Measure::Contribution => "contributes",
    }
}

fn noun(measure: Measure) -> &'static str {
    match measure {
        Measure::Bookings => "Bookings",
        Measure::Contribution => "Contributions",
    }
}

/// "a, b and c"
fn list(places: &Places<'_>) -> String {
    let all = match places.values {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    };
    if places.times { (SWEEP.times)(&all) } else { all }
}
