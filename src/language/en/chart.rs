//! Charts.

use crate::language::{
    Aim, Chart, Course, Ends, Loss, Mean, Measure, Moved, Odds, Often, Opening, Part, Place,
    Standing, Turn,
};

pub const CHART: Chart = Chart {
    months,
    measure: noun,
    over: |measure, count| format!("{} over {}", noun(measure), months(count)),
    footer: |version, runs, paired, seed, count, currency| {
        let paired = if paired { "paired " } else { "" };
        let mut parts = vec![
            format!("orgodds {version}"),
            format!("{runs} {paired}runs"),
            format!("seed {seed}"),
            months(count),
        ];
        parts.extend((!currency.is_empty()).then(|| currency.to_owned()));
        parts.join(" · ")
    },

    odds,

    distribution: |count| format!("Bookings over {}: how likely is each outcome?", months(count)),
    contribution: |count| {
        format!(
            "Contribution over {}, after delivery, commission, people and hiring: how likely is each outcome?",
            months(count)
        )
    },
    middle: |name, measure, low, high| {
        format!("{name} {} between {low} and {high} in 8 runs out of 10", verb(measure))
    },
    certain: |name, measure, amount| format!("{name} {} {amount} in every run", verb(measure)),
    losses,
    break_even: "break-even",
    peak_is_cut: " (the highest peak is cut)",
    median: |amount| format!("median {amount}"),
    p10_to_p90: |amount| format!("P10 to P90 {amount}"),

    by: |odds, gap| format!("{odds}, by {gap}"),
    by_more_than: |odds, gap| format!("{odds}; half the time by more than {gap}"),
    difference: |candidate, baseline, measure, count| {
        format!(
            "{} minus {baseline}: {} over {}, same market and same luck in each pair of runs",
            candidate.unwrap_or("Each candidate"),
            noun(measure).to_lowercase(),
            months(count)
        )
    },
    difference_in: |measure| format!("Difference in {}", noun(measure).to_lowercase()),
    does_better: |name, measure| format!("of runs: {name} {} more", verb(measure)),
    better: |measure, often| format!("{} more {}", verb(measure), in_runs(often)),
    the_same: |measure| format!("{} the same in every run", verb(measure)),
    quantiles: |p10, p50, p90| format!("median {p50}, P10 {p10}, P90 {p90}"),

    chance: |measure, count| {
        let action = if measure == Measure::Bookings { "book" } else { "earn" };
        format!("Chance to {action} at least this much in {}", months(count))
    },
    target: |amount| format!("target: {amount}"),
    reaches_target: |amount, aim| match *aim {
        Aim::One(name, often) => format!("{name} reaches {amount} {}", in_runs(often)),
        Aim::Alike(often) => {
            format!("All are equally likely to reach {amount}: {}", in_runs(often))
        }
        Aim::Two([(name, often), (other, less)]) => {
            let less = in_runs(less);
            let less = less.strip_suffix(" of runs").unwrap_or(&less);
            format!("{name} reaches {amount} {}, {other} {less}", in_runs(often))
        }
    },
    median_of: |name, amount| format!("median of {name}: {amount}"),
    reaches: |name, base, amount, always, often, ends| {
        let usual = if always { "always reaches" } else { "reaches half the time" };
        let often = in_runs(often);
        match ends {
            Ends::Even => format!("{name} and {base} are about equally likely to reach {amount}"),
            Ends::Above => format!("What {base} {usual}, {amount}, {name} reaches {often}"),
            Ends::Below => format!("What {base} {usual}, {amount}, {name} reaches only {often}"),
        }
    },
    nine_in_ten: |name, low, high| {
        format!("{name} reaches {low} in 9 runs out of 10, {high} in one out of 10")
    },
    reach: |share, amount| format!("{share} reach {amount}"),

    monthly: |of| {
        let of = of.map_or(String::new(), |(one, other)| format!(" of {one} and {other}"));
        format!("Bookings a month: the median of all runs, and the band from P10 to P90{of}")
    },
    a_month: "Bookings a month",
    month: "month",
    by_month: "Bookings by month",
    first_and_last: |name, first, last, count| {
        format!("{name} books {first} in month 1 and {last} in month {count}, in the median")
    },
    one_month: |name, amount| format!("{name} books {amount} in the month, in the median"),
    course,

    bridge: |count, cut| {
        let cut = if cut { " (the axis is cut)" } else { "" };
        format!(
            "Existing customers and the five factors of new business: mean bookings over {}{cut}",
            months(count)
        )
    },
    mean: "Mean bookings",
    part: |part| match part {
        Part::Existing => "existing customers",
        Part::Traffic => "traffic",
        Part::Conversion => "conversion",
        Part::Price => "price",
        Part::Repurchase => "repurchase",
        Part::Referral => "referral",
        Part::NewBusiness => "new business",
    },
    carries,
    about_the_same: |candidate, baseline| {
        format!("On average {candidate} and {baseline} book about the same")
    },
    carried_by_unknown: |name, amount, ahead| {
        let what = if ahead { "lead" } else { "shortfall" };
        format!("The runs cannot tell what carries {name}’s {what} of {amount}")
    },
    unsure: "hatched: the 95 % interval includes zero",

    overtaking: |candidate, baseline| {
        format!(
            "{candidate} minus {baseline}, bookings summed from month 1 on: median and P10 to P90"
        )
    },
    cumulative: "Cumulative difference in bookings",
    turn,
    quantile: |name, amount| format!("{name} {amount}"),
    trough: |month, amount| format!("lowest median, month {month}: {amount}"),
    ahead_by_then: |candidate| format!("Chance that {candidate} is ahead by then"),

    one_more: |count| {
        format!(
            "One seat more and one fewer in each role, contribution over {}: mean and 95 % interval, on the same luck",
            months(count)
        )
    },
    change_in: |measure| format!("Change in {}", noun(measure).to_lowercase()),
    opening: |opening| match *opening {
        Opening::Goes(role, gain) => format!("The next hire goes to {role}: {gain} contribution"),
        Opening::LikelyGoes(role, gain) => {
            format!("The next hire most likely goes to {role}: {gain} contribution")
        }
        Opening::PaysMost { role, scenario, gain } => {
            format!("One more seat pays most in {role}, {scenario}: {gain}")
        }
        Opening::Unclear => "Whether one more seat pays anywhere is lost in the noise".to_owned(),
        Opening::Nowhere => "One more seat pays in no role".to_owned(),
        Opening::Unknown => "What one more seat changes".to_owned(),
    },
    one_more_key: ["one more seat", "one seat fewer", "the interval includes zero"],

    workload: "Standard hours a month by kind of work: asked for (outline), given (filled), share met",
    stuck,
    idle: "idle hours by role (share)",
    idle_of: |hours, share| format!(" · {hours} ({share})"),
    nothing_asked: "nothing asked",
};

fn months(count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} month{plural}")
}

fn noun(measure: Measure) -> &'static str {
    match measure {
        Measure::Bookings => "Bookings",
        Measure::Contribution => "Contribution",
    }
}

fn verb(measure: Measure) -> &'static str {
    match measure {
        Measure::Bookings => "books",
        Measure::Contribution => "earns",
    }
}

fn in_runs(often: Often<'_>) -> String {
    match often {
        Often::Never => "in no run".to_owned(),
        Often::Always => "in every run".to_owned(),
        Often::Share(share) => format!("in {share} of runs"),
    }
}

fn odds(found: &Odds<'_>) -> String {
    let Odds { candidate, baseline, several, .. } = *found;
    let (does, often) = (verb(found.measure), in_runs(found.often));
    let but = match found.mean {
        Mean::Agrees => String::new(),
        Mean::Less => format!(", but {does} less on average"),
        Mean::NoMore => ", but no more on average".to_owned(),
    };
    match found.standing {
        Standing::Same => format!("{candidate} {does} the same as {baseline} in every run"),
        Standing::Candidate if several => {
            format!("{candidate} is the best candidate: it {does} more than {baseline} {often}")
        }
        Standing::Candidate => format!("{candidate} {does} more {often}{but}"),
        Standing::Baseline if several => {
            format!("None beats {baseline}: the nearest, {candidate}, {does} more {often}")
        }
        Standing::Baseline => format!("{baseline} {does} more {}{but}", in_runs(found.otherwise)),
        Standing::Even if several => format!(
            "None is clearly ahead of {baseline}: the nearest, {candidate}, {does} more {often}"
        ),
        Standing::Even => format!("Neither is clearly ahead: {candidate} {does} more {often}"),
    }
}

fn losses(loss: &Loss<'_>) -> String {
    match *loss {
        Loss::One(name, often) => format!("{name} loses money {}", in_runs(often)),
        Loss::AllAlways(count) => {
            format!("{} lose money in every run", if count == 2 { "Both" } else { "All" })
        }
        Loss::Both([(a, p), (b, q)]) => {
            format!("Both can lose money: {a} in {p}, {b} {}", in_runs(Often::Share(q)))
        }
        Loss::Either([(a, p), (b, q)]) => {
            format!("{a} loses money {}, {b} {}", in_runs(p), in_runs(q))
        }
        Loss::Range([(a, p), (b, q)]) => {
            format!("The chance to lose money runs from {p} ({a}) to {q} ({b})")
        }
    }
}

fn course(course: &Course<'_>) -> String {
    match *course {
        Course::Only(name) => format!("{name} is ahead in the one month"),
        Course::Every(name, pull) => {
            let pull = match pull {
                0 => "",
                1.. => ", and pulls away",
                _ => ", but the lead shrinks",
            };
            format!("{name} is ahead in every month{pull}")
        }
        Course::From(name, month) => format!("{name} is ahead from month {month} on"),
        Course::Many(name, many, all) => format!("{name} is ahead in {many} of {all} months"),
        Course::Alike(candidate, baseline) => {
            format!("Month by month the medians of {candidate} and {baseline} are about the same")
        }
    }
}

fn turn(turn: &Turn<'_>) -> String {
    match *turn {
        Turn::Same(candidate, baseline) => {
            format!("{candidate} books the same as {baseline}, month by month")
        }
        Turn::Open(candidate, count, often) => {
            let often = in_runs(often);
            format!("Neither gets clearly ahead within {}: {candidate} {often}", months(count))
        }
        Turn::Only(candidate, often) => {
            format!("{candidate} is ahead in the one month {}", in_runs(often))
        }
        Turn::Never(candidate, count) => {
            format!("{candidate} never gets ahead for good within {}", months(count))
        }
        Turn::Stays(candidate, baseline, count, often) => format!(
            "{baseline} stays ahead: {candidate} overtakes it within {} {}",
            months(count),
            in_runs(often)
        ),
        Turn::From { candidate, month, behind: 0 } => {
            format!("{candidate} leads for good from month {month} on in half of the runs")
        }
        Turn::From { candidate, month, behind } => format!(
            "{candidate} is behind for {} and leads for good from month {month} on, in the median",
            months(behind)
        ),
    }
}

fn carries(
    name: &str,
    amount: &str,
    ahead: bool,
    carriers: &[Moved],
    against: Option<Moved>,
) -> String {
    let words: Vec<String> = carriers.iter().map(|&carrier| moved(carrier).to_owned()).collect();
    let plural = match carriers {
        [(part, _)] => matches!(part, Part::Price | Part::Referral),
        _ => true,
    };
    let despite = against.map_or(String::new(), |part| format!(" despite {}", moved(part)));
    let carriers = sentence(&join(&words));
    match (ahead, plural) {
        (true, true) => format!("{carriers} carry {name}’s lead of {amount}{despite}"),
        (true, false) => format!("{carriers} carries {name}’s lead of {amount}{despite}"),
        (false, true) => format!("{carriers} cost {name} {amount}{despite}"),
        (false, false) => format!("{carriers} costs {name} {amount}{despite}"),
    }
}

/// A part, and whether it adds.
fn moved((part, more): Moved) -> &'static str {
    match (part, more) {
        (Part::Existing, true) => "more from existing customers",
        (Part::Existing, false) => "less from existing customers",
        (Part::Traffic, true) => "more traffic",
        (Part::Traffic, false) => "less traffic",
        (Part::Conversion, true) => "better conversion",
        (Part::Conversion, false) => "worse conversion",
        (Part::Price, true) => "higher prices",
        (Part::Price, false) => "lower prices",
        (Part::Repurchase, true) => "more repeat business",
        (Part::Repurchase, false) => "less repeat business",
        (Part::Referral, true) => "more referrals",
        (Part::Referral, false) => "fewer referrals",
        (Part::NewBusiness, true) => "more new business",
        (Part::NewBusiness, false) => "less new business",
    }
}

fn stuck(places: &[Place<'_>]) -> String {
    let first = places.first().and_then(|place| place.1);
    let same = places.iter().all(|place| place.1 == first);
    match (places, first) {
        ([], _) => "Hours asked and given".to_owned(),
        ([(name, None)], _) => format!("{name} keeps up with all the work"),
        ([(name, Some(kind))], _) => format!("{name} is stuck at {kind}"),
        ([_, _], None) if same => "Both keep up with all the work".to_owned(),
        ([_, _], Some(kind)) if same => format!("Both are stuck at {kind}"),
        (_, None) if same => "All keep up with the work".to_owned(),
        (_, Some(kind)) if same => format!("All are stuck at {kind}"),
        ([(a, Some(p)), (b, Some(q))], _) => format!("{a} is stuck at {p}, {b} at {q}"),
        ([(a, Some(p)), (b, None)], _) => format!("{a} is stuck at {p}, {b} keeps up"),
        ([(a, None), (b, Some(q))], _) => format!("{b} is stuck at {q}, {a} keeps up"),
        (many, _) => most(many),
    }
}

/// Where most organisations are stuck.
fn most(places: &[Place<'_>]) -> String {
    let kinds = crate::language::chart::by_number(places);
    let word = |(place, &(kind, count)): (usize, &(&str, usize))| match (place, count) {
        (0, 1) => format!("1 is stuck at {kind}"),
        (0, count) => format!("{count} are stuck at {kind}"),
        (_, count) => format!("{count} at {kind}"),
    };
    let words: Vec<String> = kinds.iter().take(3).enumerate().map(word).collect();
    let rest = if kinds.len() > 3 { ", others elsewhere" } else { "" };
    format!("Of {} organisations {}{rest}", places.len(), join(&words))
}

/// "a", "a and b", "a, b and c"
fn join(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The text with its first letter large.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
