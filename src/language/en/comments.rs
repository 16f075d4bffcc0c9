//! Comments of a fitted scenario in English.

use crate::fit::scenario::Words;
use crate::fit::{Assumption, Method, Warning};
use crate::language::fit::{month_of, whole};

/// Which part of the hours a lead and a deal is written.
fn shares(lead: f64, deal: f64) -> String {
    let part = |share: f64, what: &str| {
        (share < 1.0).then(|| format!("{:.0} % of the hours {what}", 100.0 * share))
    };
    let parts: Vec<String> =
        [part(lead, "a lead"), part(deal, "an opportunity")].into_iter().flatten().collect();
    format!("{} are", parts.join(" and "))
}

pub const COMMENTS: Words = Words {
    head: |fitted| {
        let cases = |number: f64| match (fitted.of_leads, is_one(number)) {
            (true, true) => "1 lead".to_owned(),
            (true, false) => format!("{} leads", whole(number)),
            (false, true) => "1 opportunity".to_owned(),
            (false, false) => format!("{} opportunities", whole(number)),
        };
        let mut lines = vec![
            format!(
                "Fitted to {} that came from {} to {}; {} of them {} won by {}.",
                cases(fitted.cases),
                fitted.arrived.0,
                fitted.arrived.1,
                whole(fitted.wins),
                if is_one(fitted.wins) { "was" } else { "were" },
                fitted.last
            ),
            "A range in quotes is a 90 % interval. Behind each number stands the figure, how many records \
             it rests on, their period and the method; \"published\" and \"assumed\" mark what the records \
             cannot tell: put your own in its place."
                .to_owned(),
        ];
        if fitted.left_out > 0.0 {
            lines.push(format!("Left out, from before: {}.", cases(fitted.left_out)));
        }
        if fitted.kinds.len() == 2 {
            lines.push(
                "How long a case takes shows two kinds, prompt and late. Which a case is nobody knows \
                 beforehand, so each channel is divided between two segments."
                    .to_owned(),
            );
        }
        lines
    },
    measured: |value, count, period, method| {
        let count = count.map_or_else(String::new, |count| format!("; n = {count}"));
        let period =
            period.map_or_else(String::new, |(first, last)| format!(", {first} to {last}"));
        format!("{value}{count}{period}; {method}")
    },
    method: |method| match method {
        Method::MonthlyLevel => "level of monthly counts, growth and shocks apart",
        Method::Rate => "people who left over years of people",
        Method::ClosingLaw => "law of closing, open cases as open",
        Method::Pooled => "law of closing, channels drawn towards each other",
        Method::LogNormal => "log-normal law",
        Method::Sample => "mean of the records with its error",
        Method::Lifetimes => "orders until an unseen end",
        Method::Counted => "counted",
        Method::OwnersTime => "35 to 90 % of the hours of those who own cases",
        Method::Benchmark(_) | Method::Assumed(_) => "",
    },
    benchmark: |source| match source {
        "" => "assumed wide: the records cannot tell, and no survey does".to_owned(),
        source => format!("published, the records cannot tell: {source}"),
    },
    assumed: |why| {
        let why = match why {
            Assumption::Split => "only lead to win is recorded, not how it divides",
            Assumption::SizedToLoad => {
                "sized so that about 85 % of its hours are asked for halfway through"
            }
            Assumption::Spread => "as many people as are on record, put where the work is",
            Assumption::NoAmounts => "no amounts are recorded: money counts in deals",
            Assumption::NoCost => "no cost is recorded: put yours, or read bookings only",
            Assumption::AlreadyQualified => "all cases are opportunities already",
            Assumption::Reference => "the others are compared with this channel",
            Assumption::Passing => "a wait on the way: nothing is recorded as lost here",
        };
        format!("assumed: {why}")
    },
    warning: |warning| {
        let told = match warning {
            Warning::ArrivalsJump { month, before, after } => format!(
                "cases jump from {} to {} a month in {}. Fit from then on with --from {} if things changed",
                whole(*before),
                whole(*after),
                month_of(*month),
                month_of(*month)
            ),
            Warning::Swings { fewest, most } => format!(
                "cases a month range from {} to {}, more than a market swings: the records may start slowly or end early. Growth and shocks are the published ones instead, and the level is that of the last months. Fit a part with --from and --until",
                whole(*fewest),
                whole(*most)
            ),
            Warning::ConversionJump { month, before, after, within } => format!(
                "of the cases from {} on, {:.1} % are won within {within} days, of those before, {:.1} %. Fit from then on with --from {} if recording changed",
                month_of(*month),
                100.0 * after,
                100.0 * before,
                month_of(*month)
            ),
            Warning::ArrivalsEnded { last, records } => {
                format!(
                    "the last case came on {last}, the records go on until {records}: arrivals are counted up to {last}"
                )
            }
            Warning::SharesVary { compared, low, high } => format!(
                "the share won differs from time to time by more than chance, by {compared} parts of the records: one in ten lies outside {:.1} to {:.1} %. The intervals of the shares hold that, for months to come may differ as much",
                100.0 * low,
                100.0 * high
            ),
            Warning::ClosingsBegin { first, cases, missing } => format!(
                "no case closes before {first}, though of {cases} that came a month before or more about {missing:.0} would have within a month: cases that closed earlier seem to be missing, and the slow ones are left. Fit from then on with --from {first}"
            ),
            Warning::ChannelStopped { channel, since } => {
                let channel = match channel.as_str() {
                    "" => "(no channel told)".to_owned(),
                    channel => format!("{channel:?}"),
                };
                format!(
                    "nothing comes from {channel} since {since}, longer than ever before: it counts as stopped, and demand is that of the others. If it goes on under another name, give both one name in the file"
                )
            }
            Warning::Misfit { off, months } => format!(
                "the fit misses the recorded wins by up to {:.0} % of them all, at an age of {months:.1} months",
                100.0 * off
            ),
            Warning::Silent { share } => format!(
                "{:.0} % of cases stay open although they will not close: they count as not won",
                100.0 * share
            ),
            Warning::Merged { fewest, channels } => {
                format!("{channels} channels with fewer than {fewest} cases each are put together")
            }
            Warning::RepeatCustomers { wins, customers } => format!(
                "{} are of {}; in the scenario each win is a new customer, so look at its customers' numbers before use",
                wins_of(*wins),
                if is_one(*customers) {
                    "1 customer".to_owned()
                } else {
                    format!("{} customers", whole(*customers))
                }
            ),
            Warning::DealSizes(off) => format!(
                "{:.0} % of deals are below {}, in the log-normal law that deals are drawn from {:.0} %: their sizes have another shape, as of several products. The mean deal and the spread are as recorded, so many deals together are right; single deals, and months with a few, are not. Segments by product would say more",
                100.0 * off.recorded,
                off.size_in_digits(),
                100.0 * off.fitted
            ),
            Warning::NoAmounts => "no amounts: a deal counts 1".to_owned(),
            Warning::NoOutcome => {
                "no case is recorded as won or lost, so nothing tells conversion and time: look whether a file or a column is missing".to_owned()
            }
            Warning::FewWins { wins } => {
                let say = if is_one(*wins) { "says" } else { "say" };
                format!("{} {say} little of conversion and time: the intervals are wide", wins_of(*wins))
            }
            Warning::UnknownRoles { roles } => format!(
                "role not recognised: {}. Taken as a generalist's, who does everything; put the right work in the scenario",
                roles.join(", ")
            ),
            Warning::LeadingRoles { roles } => format!(
                "taken to lead, by title or as 0 selling hours are on record: {}. They cost, and sell nothing",
                roles.join(", ")
            ),
            Warning::OtherRoles { roles } => {
                format!("no sales work by title, left out of the team: {}", roles.join(", "))
            }
            Warning::FewPeople { lead, deal } => format!(
                "the people on record are too few for the recorded cases at the assumed hours a case. As they did the work, {} written",
                shares(*lead, *deal)
            ),
        };
        format!("Note: {told}.")
    },
    channel: |cases, wins| {
        let noun = if is_one(cases) { "case" } else { "cases" };
        format!("{cases} {noun}, {wins} won so far")
    },
    merged: |channels| format!("{channels} channels with few cases"),
    seasons: |month| format!("the first is calendar month {month}; drawn towards 1"),
    seasons_between: |ends| {
        let ends: Vec<String> = ends.iter().map(|(low, high)| format!("{low} to {high}")).collect();
        format!("A scenario takes seasons as known. 90 % intervals of these: {}.", ends.join(", "))
    },
    no_seasons: "Seasons need 24 months of records: none here.",
    warm_up: "the pipeline of today is not carried over: it fills anew",
    steps: "three of four closings take at least one step",
    correlations: "What the records hold together: correlations of the posterior.",
    days: |stages, step, [days, low, high]| {
        let stages =
            if stages == 1 { "a step".to_owned() } else { format!("{stages} stages, each a step") };
        format!(
            "A case takes {days} days to close on average ({low} to {high}): {stages} of {step} days and the wait beyond it."
        )
    },
    lag: "With the time that leads took until they were qualified.",
    shifts: |fitted, played| {
        format!(
            "Fitted, {fitted:.1} % of the cases are ever won; that holds what the company loses while they wait for \
             its people. The engine takes such losses off, so odds of passing are written higher by as much: \
             played, the team on record (or assumed) wins {played:.1} %. The comments give the fitted figures."
        )
    },
    as_recorded: "This team is not the one on record; chances are those with which the team on record, \
                  when played, gives the records back.",
    grown: |share| {
        format!(
            "Demand grows until counting starts, so arrivals are written × {share:.3}: counting starts at the fitted level."
        )
    },
    odds: |told, times| format!("{told}; written with odds × {times:.2}"),
    fewer_hours: |told, share| {
        format!("{told}; {:.0} % of it: the people on record had no more hours", 100.0 * share)
    },
    less_room: |told, share| format!("{told}; × {share:.2}: the records hardly leave room for it"),
    no_room: "nothing: nearly all cases on record are won, so none is lost while it waits",
    before_warm_up: |told| format!("on record {told}; less here, as the warm-up adds some"),
    neglected: "cared for as recorded; neglected is published or assumed",
    no_referrals: "not recorded",
};

fn wins_of(wins: f64) -> String {
    if is_one(wins) { "1 win".to_owned() } else { format!("{} wins", whole(wins)) }
}

/// Whether it is written as 1.
fn is_one(number: f64) -> bool {
    whole(number) == "1"
}
