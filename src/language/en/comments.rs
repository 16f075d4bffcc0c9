//! Comments of a fitted scenario in English.

use crate::figure::short;
use crate::fit::scenario::Words;
use crate::fit::{Assumption, Method, Warning};
use crate::language::Language;

pub const COMMENTS: Words = Words {
    head: |fitted| {
        let cases = if fitted.of_leads { "leads" } else { "opportunities" };
        let mut lines = vec![
            format!(
                "Fitted to {} {cases}, {} to {}; {} were won by {}.",
                fitted.cases, fitted.arrived.0, fitted.arrived.1, fitted.wins, fitted.last
            ),
            "A range in quotes is a 90 % interval. Behind each number stands the figure, how many records \
             it rests on, their period and the method; \"published\" and \"assumed\" mark what the records \
             cannot tell: put your own in its place."
                .to_owned(),
        ];
        if fitted.left_out > 0.0 {
            lines.push(format!("{} {cases} from before are left out.", fitted.left_out));
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
            Assumption::SizedToLoad => "sized so that about 85 % of its hours are asked for",
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
                "cases jump from {before:.0} to {after:.0} a month in {month}. Fit from then on with --from {month} if things changed"
            ),
            Warning::Swings { fewest, most } => format!(
                "cases a month go from {fewest:.0} to {most:.0}, more than a market swings: the records may start slowly or end early. Growth and shocks are the published ones instead. Fit a part with --from"
            ),
            Warning::ConversionJump { month, before, after, within } => format!(
                "of cases from {month} on {:.1} % are won within {within} days, of those before {:.1} %. Fit from then on with --from {month} if recording changed",
                100.0 * after,
                100.0 * before
            ),
            Warning::ArrivalsEnded { last, records } => {
                format!(
                    "the last case is of {last}, the records end {records}: arrivals count until the former"
                )
            }
            Warning::SharesVary { quarters, low, high } => format!(
                "the share won differs between {quarters} quarters by more than chance: one in ten lies outside {:.1} to {:.1} %. The intervals of the shares hold that, for months to come may differ as much",
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
                "the fitted share won is off by {:.0} % of all wins at an age of {months:.1} months",
                100.0 * off
            ),
            Warning::Silent { share } => format!(
                "{:.0} % of cases stay open although they will not close: they count as not won",
                100.0 * share
            ),
            Warning::Merged { fewest, channels } => {
                format!("{channels} channels with fewer than {fewest} cases each are one")
            }
            Warning::RepeatCustomers { wins, customers } => format!(
                "{wins} wins are of {customers} customers; here each win is a new one, so look at the customers' numbers before use"
            ),
            Warning::DealSizes(off) => format!(
                "{:.0} % of deals are below {}, in the log-normal law that deals are drawn from {:.0} %: their sizes have another shape, as of several products. The mean deal and the spread are as recorded, so many deals together are right; single deals, and months with a few, are not. Segments by product would say more",
                100.0 * off.recorded,
                short(Language::English, off.size),
                100.0 * off.fitted
            ),
            Warning::NoAmounts => "no amounts: a deal counts 1".to_owned(),
            Warning::NoOutcome => {
                "no case is recorded as won or lost, so nothing tells conversion and time: look whether a file or a column is missing".to_owned()
            }
            Warning::FewWins { wins } => {
                format!("{wins} wins say little of conversion and time: the intervals are wide")
            }
        };
        format!("Note: {told}.")
    },
    channel: |cases, wins| format!("{cases} cases, {wins} won so far"),
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
    lag: "With the time that leads took until they were qualified.",
    neglected: "cared for as recorded; neglected is published or assumed",
    no_referrals: "not recorded",
};
