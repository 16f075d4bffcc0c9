//! What is wrong with a scenario.

use super::data::DATA;
use super::notation::NOTATION;
use super::ranges::RANGES;
use super::sizes::SIZES;
use crate::language::{Found, Known, Limit, Mistakes, Rare, Shape};

pub const MISTAKES: Mistakes = Mistakes {
    notation: NOTATION,
    data: DATA,
    sizes: SIZES,
    ranges: RANGES,

    error: "error",
    warning: "warning",
    help: "help",
    count: |all, shown, at_least| match (all == shown, at_least) {
        (true, _) => format!("{all} mistakes found"),
        (_, true) => format!("{all} mistakes and perhaps more found, the first {shown} shown"),
        _ => format!("{all} mistakes found, the first {shown} shown"),
    },

    did_you_mean: |name| format!("did you mean `{name}`?"),
    known: |what, names| {
        let (one, many) = match what {
            Known::Stage => ("stage", "stages"),
            Known::KindOfWork => ("kind of work", "kinds of work"),
            Known::Column => ("column", "columns"),
        };
        match names {
            [only] => format!("the only {one} here is {only}"),
            names => format!("{many} here: {}", names.join(", ")),
        }
    },

    no_file: |name| format!("there is no file `{name}`"),
    is_folder: |name| format!("`{name}` is a folder, not a file"),
    may_not_be_read: |name| format!("`{name}` may not be read"),
    permissions: "its permissions do not allow it",

    no_key: |key| format!("there is no key `{key}` here"),
    keys: |names| format!("keys here: {}", names.join(", ")),
    key_of: |key, header| format!("`{key}` is a key of {}", header.unwrap_or("the file")),
    what_is: |key, says, _| format!("`{key}`: {says}"),
    missing: |keys, path| {
        let at = if path.is_empty() { "the scenario".to_owned() } else { format!("`{path}`") };
        match keys {
            [one] => format!("{one} is missing in {at}"),
            several => format!("{} are missing in {at}", list(several)),
        }
    },
    must_be: |key, shape| {
        let what = match shape {
            Shape::Text => "text in quotes",
            Shape::File => "the name of a file, in quotes",
            Shape::Word => "one word in quotes",
            Shape::Whole => "a whole number",
            Shape::Number => "a number",
            Shape::Numbers => "a list of numbers",
            Shape::Headcount => "a whole number or a list of [month, seats]",
            Shape::Texts => "a list of texts",
            Shape::Paths => "a list of two paths",
            Shape::Factor => "a number or a distribution",
            Shape::Table => "a table",
            Shape::Tables => "a list of tables",
        };
        format!("`{key}` must be {what}")
    },
    this_is: |found| {
        let what = match found {
            Found::Text => "text",
            Found::Number => "a number",
            Found::Boolean => "true or false",
            Found::Date => "a date",
            Found::List => "a list",
            Found::Table => "a table",
        };
        format!("this is {what}")
    },
    write: |text| format!("write {text}"),
    brackets: |header, double| {
        format!("write {header}, with {} brackets", if double { "double" } else { "single" })
    },
    under: |path| format!("its keys stand under [{path}]"),
    without_quotes: |number| format!("write {number}, without quotes"),
    one_of: |key, words| {
        let (last, first) = words.split_last().expect("there are words to choose from");
        format!("`{key}` must be {} or {last}", first.join(", "))
    },
    from_to: |key, least, most| format!("`{key}` must be from {least} to {most}"),
    share: |key| format!("`{key}` must be from 0 to 1"),
    rho: |key| format!("`{key}` must be above -1 and below 1"),
    how_many: |key, most| format!("`{key}` must hold from 1 to {most} numbers"),
    numbers_from_0: |key| format!("`{key}` must hold numbers of at least 0"),
    month_1: |key| format!("`{key}` must start with month 1"),
    ascending: |key| format!("`{key}` must have its months in ascending order"),
    schedule: |key| format!("`{key}` over time is a list of [month, seats]"),
    as_a_schedule: "write [[1, 4], [13, 6]] for 4 seats at first and 6 from month 13 on",
    not_empty: |key, names| format!("{} must not be empty", text_of(key, names)),
    one_line: |key, names| format!("{} must be one line of plain text", text_of(key, names)),
    at_least_one: str::to_owned,

    number: |field, limit| {
        let must = match limit {
            Limit::Positive => "must be above 0",
            Limit::NonNegative => "must not be below 0",
            other => within(other),
        };
        format!("`{field}` {must}")
    },
    if_percent: |value, share| format!("if {value} % is meant, write {share}"),
    leaves: |field, limit, text, never| {
        let must = match limit {
            Limit::Positive => "must stay above 0",
            Limit::NonNegative => "must stay at 0 or above",
            other => within(other),
        };
        let how = if never { "never does" } else { "can leave it" };
        format!("`{field}` {must}, but \"{text}\" {how}")
    },
    reaches: |below, above| {
        let under = below.map(|(low, is_reached, chance)| {
            let side = if is_reached { "is" } else { "reaches below" };
            format!("{side} {low} {}", runs(chance))
        });
        match (under, above) {
            (Some(under), Some((high, chance))) => {
                format!("{under}, above {high} {}", runs(chance))
            }
            (None, Some((high, chance))) => format!("reaches above {high} {}", runs(chance)),
            (under, None) => under.unwrap_or_default(),
        }
    },
    truncate: |truncate, interval| match interval {
        Some((low, high)) => {
            format!("write \"{truncate}\" or an interval, \"{low} to {high}\"")
        }
        None => format!("write \"{truncate}\""),
    },
    only_positive: "leave out the values that are not above 0",

    circle: "files extend each other in a circle",
    extends: |files| files.join(" extends "),
    only_in_files: "`extends` can only stand in a file",
    needs_value: "`--set` needs a path and a value",

    no_place: |path, single| {
        let which = if single { "the scenario has no" } else { "no scenario has a" };
        format!("{which} place for `{path}`")
    },
    must_agree: |key, (here, this), (first, other)| {
        format!("the scenarios must agree in `{key}`: {here} in `{this}`, {first} in `{other}`")
    },
    no_currency: "none",
    in_scenario: |name| format!("in `{name}`"),
    given_twice: |name| format!("the scenario `{name}` is given twice"),
    same_name: |name| format!("two scenarios are called `{name}`"),
    the_first: "the first one",
    rename: "give each a name of its own, name = \"…\"",
    other_correlations: |name| {
        format!(
            "its correlations differ from those of `{name}`: only factors that neither correlates stay paired"
        )
    },

    stands_still: |kind, by| format!("no role carries `{kind}`: {} will stand still", list(by)),
    channel_of: |channel, segment| format!("channel `{channel}` of `{segment}`"),
    stage_of: |stage, segment| format!("stage `{stage}` of `{segment}`"),
    care_of: |segment| format!("care of `{segment}`"),
    tracking_of: |segment| format!("tracking of `{segment}`"),
    unneeded_kind: |kind| format!("nothing needs the kind of work `{kind}`"),
    unneeded_priority: |kind| format!("`priorities` lists `{kind}`, which nothing needs"),
    no_stage: |stage| format!("there is no stage `{stage}`"),
    shares: |role, total| format!("the shares of `{role}` add up to {total}, more than 1"),
    too_late: |role, month, last| {
        format!("the headcount of `{role}` changes in month {month}, after the last of {last}")
    },
    known_exactly: |path| format!("`{path}` is known exactly, so nothing correlates with it"),
    no_factor: |path| format!("there is no factor `{path}`"),

    second_time: "this is the second time",
    too_deep: "tables or lists are nested too deeply",
    open_list: "a list is never closed",
    close_list: "add `]` where it ends",
    open_header: "a table header is not closed",
    close_header: "add `]`",
    open_text: "a text is never closed",
    close_text: "add the closing quote",
    neither: "this is neither a key with a value nor a table header",
    no_such_key: "this cannot be a key",
    quote_it: "put a key in quotes, as in \"a key\" = 1",
    plain_keys: "TOML allows only a-z, 0-9, - and _ without",
    equals: "a key and its value are joined by `=`",
    no_space: "a key cannot hold a space",
    no_value: "a key without a value",
    straight: "text must stand in straight quotes",
    no_number: "this is not how a number is written",
    quote_distribution: "a distribution must stand in quotes",
    quote_text: "text must stand in quotes",
    two_referrals: "a segment can have only one referral channel",
    no_arrivals: "a referral channel has no `arrivals`",
    who_refers: "its leads come from the `referrals` of the segment's customers",
    nowhere_to_refer: "`referrals` needs a referral channel to arrive at",
    add_referral: "add a channel with kind = \"referral\", or write { cared = 0, neglected = 0 }",
    contradiction: "the correlations contradict each other",
    cannot_have: |rho| format!("this pair cannot have {rho} beside the others"),
    nearer_to_0: "two factors that both follow a third must follow each other: \
        move this rho, or those of the same factors with others, nearer to 0",
    same_factor: "`between` names the same factor twice",
    correlated_twice: "the same two factors are correlated twice",
    here_first: "here first",
    listed_first: "listed here first",
    two_paths: "`between` must hold two paths",
    role_hours: "a role with work needs its productive hours a month",
    twice: |key| format!("`{key}` is given twice"),
    quote_key: |key| format!("the key `{key}` must stand in quotes"),
    write_all: |texts| format!("write {}", texts.join(" and ")),
    missing_arrivals: |path| format!("`arrivals` is missing in `{path}`"),
    mean_a_month: |kind| format!("an {kind} channel needs its mean a month"),
    missing_hours: |path| format!("`hours` is missing in `{path}`"),
    two_stages: |name| format!("two stages are called `{name}`"),
    listed_twice: |kind| format!("`priorities` lists `{kind}` twice"),
    not_uncertain: |path| format!("`{path}` is not a number that may be uncertain"),
    no_text: |field| format!("`{field}` is known exactly, so it stands without quotes"),
    exactly: |value| format!("a number that is known exactly: {value}"),
    if_percents: |low, high| format!("if percentages are meant, write \"{low} to {high}\""),
};

/// "a, b and c"
fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A text of a field, or a name of a table in it.
fn text_of(key: &str, names: bool) -> String {
    if names { format!("a name in `{key}`") } else { format!("`{key}`") }
}

fn within(limit: Limit) -> &'static str {
    match limit {
        Limit::Probability => "must stay within 0 and 1",
        _ => "must be a finite number",
    }
}

fn runs(chance: Rare) -> String {
    match chance {
        Rare::Always => "in every run".to_owned(),
        Rare::Percent(percent) => format!("in {percent:.1} % of runs"),
        Rare::Once(runs) => format!("once in {runs:.0} runs"),
        Rare::Hardly => "in hardly any run".to_owned(),
    }
}
