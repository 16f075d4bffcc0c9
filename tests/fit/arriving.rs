//! How many cases come: where arrivals end, which channels go on, what is in part.

use orgodds::fit::{Fitted, Options, Warning, fit};
use orgodds::records::{Case, Cases, Day, Outcome, Records};

use crate::by_hand::{self, BARE};

/// 2022-01-01, a Saturday.
const START: f64 = 18_993.0;
const MONTH: f64 = 365.25 / 12.0;

/// Cases of a channel at an even rate a month between two days after [`START`].
struct Stream {
    channel: u16,
    rate: f64,
    days: std::ops::Range<f64>,
}

/// One channel from the start on.
fn until(end: f64, rate: f64) -> [Stream; 1] {
    [Stream { channel: 0, rate, days: 0.0..end }]
}

fn day(after: f64) -> Day {
    Day(START + after)
}

fn case(channel: u16, created: f64, outcome: Outcome) -> Case {
    Case { created: day(created), channel, outcome, ..BARE }
}

/// One in five is won after a while; the last thing that happens is on day `last`.
fn records(streams: &[Stream], last: f64) -> Records {
    let mut cases: Vec<Case> = Vec::new();
    for Stream { channel, rate, days } in streams {
        let count = (rate * (days.end - days.start) / MONTH).round() as usize;
        for at in 0..count {
            // Golden section: even in all, uneven from week to week.
            let jitter = (at as f64 * 0.618_033_988_75).fract();
            let created =
                days.start + (at as f64 + jitter) * (days.end - days.start) / count as f64;
            let closed = created + 20.0 + 40.0 * jitter;
            let won = at % 5 == 0 && closed < last;
            let outcome = if won { Outcome::Won(day(closed)) } else { Outcome::Open };
            cases.push(case(*channel, created, outcome));
        }
    }
    let late = cases.iter_mut().find(|case| matches!(case.outcome, Outcome::Won(_)));
    if let Some(late) = late {
        late.outcome = Outcome::Won(day(last));
    }
    Records {
        channels: ["web", "fair", "post"].map(str::to_owned).to_vec(),
        last: Day(START + last),
        ..by_hand::records(&cases)
    }
}

fn fits(records: &Records) -> Fitted {
    fit(records, &Options::default()).unwrap()
}

fn near(found: f64, truth: f64, share: f64) -> bool {
    (found / truth - 1.0).abs() < share
}

/// The figure of a channel.
fn channel<'a>(fitted: &'a Fitted, name: &str) -> &'a orgodds::fit::Figure {
    &fitted.channels.iter().find(|channel| channel.name == name).unwrap().arrivals
}

#[test]
fn leads_exported_weeks_before_deals_keep_their_level() {
    for (rate, weeks) in [(10.0, 5.0), (10.0, 12.0), (100.0, 2.0), (600.0, 1.5), (600.0, 20.0)] {
        let end = 18.0 * MONTH;
        let fitted = fits(&records(&until(end, rate), end + 7.0 * weeks));
        assert!(near(fitted.market.level.value, rate, 0.12), "{rate}: {:?}", fitted.market.level);
        assert!(fitted.market.drift.low < 0.0 && fitted.market.drift.high > 0.0);
        let told = fitted.warnings.iter().any(|odd| matches!(odd, Warning::ArrivalsEnded { .. }));
        assert!(told, "{rate}, {weeks} weeks");
    }
}

#[test]
fn a_pause_that_chance_or_a_weekend_makes_is_no_end() {
    let end = 18.0 * MONTH;
    for (rate, days) in [(2.0, 40.0), (10.0, 6.0)] {
        let records = records(&until(end, rate), end + days);
        let fitted = fits(&records);
        assert_eq!(fitted.arrived.1, records.last, "{rate}");
        assert!(near(fitted.market.level.value, rate, 0.35), "{rate}: {:?}", fitted.market.level);
    }
    // Saturdays and Sundays come on Fridays; the last deal closes on a Sunday.
    let mut kept = records(&until(79.0 * 7.0, 400.0), 79.0 * 7.0 + 1.9);
    let friday = |case: Case| {
        let after = case.created.0 - START;
        let into = after.rem_euclid(7.0);
        let back = if into < 2.0 { into + 0.5 } else { 0.0 };
        Case { created: day((after - back).max(0.0)), ..case }
    };
    kept.cases = kept.cases.iter().map(friday).collect::<Vec<_>>().iter().collect::<Cases>();
    assert_eq!(fits(&kept).arrived.1, kept.last);
}

#[test]
fn months_on_record_in_part_count_as_the_part_they_are() {
    // From the 20th of a month to the 10th of another.
    for end in [4.0, 10.0, 25.0] {
        let days = 19.0..(365.0 + 31.0 + 28.0 + end);
        let last = days.end;
        for rate in [20.0, 300.0] {
            let stream = Stream { channel: 0, rate, days: days.clone() };
            let fitted = fits(&records(&[stream], last));
            let level = &fitted.market.level;
            assert!(near(level.value, rate, 0.06), "{rate}, {end}: {level:?}");
        }
    }
}

#[test]
fn a_channel_that_stopped_brings_nothing_and_the_others_keep_their_level() {
    let end = 24.0 * MONTH;
    let going = Stream { channel: 0, rate: 60.0, days: 0.0..end };
    let gone = Stream { channel: 1, rate: 40.0, days: 0.0..16.0 * MONTH };
    let fitted = fits(&records(&[going, gone], end));
    assert!(near(channel(&fitted, "web").value, 60.0, 0.06), "{:?}", channel(&fitted, "web"));
    assert!(channel(&fitted, "fair").high < 1.0, "{:?}", channel(&fitted, "fair"));
    let stopped = Warning::ChannelStopped {
        channel: "fair".to_owned(),
        since: Day::from_civil(2023, 6, 1).unwrap(),
    };
    assert!(fitted.warnings.contains(&stopped), "{:?}", fitted.warnings);
}

#[test]
fn a_channel_that_took_over_has_the_share_of_the_last_year() {
    let end = 48.0 * MONTH;
    let stream = |channel, rate, days| Stream { channel, rate, days };
    let before = [stream(0, 80.0, 0.0..24.0 * MONTH), stream(1, 20.0, 0.0..24.0 * MONTH)];
    let after = [stream(0, 20.0, 24.0 * MONTH..end), stream(1, 80.0, 24.0 * MONTH..end)];
    let fitted = fits(&records(&before.into_iter().chain(after).collect::<Vec<_>>(), end));
    assert!(near(channel(&fitted, "fair").value, 80.0, 0.08), "{:?}", channel(&fitted, "fair"));
    assert!(near(channel(&fitted, "web").value, 20.0, 0.15), "{:?}", channel(&fitted, "web"));
}

#[test]
fn a_channel_that_comes_in_campaigns_is_less_sure_than_one_that_comes_evenly() {
    let end = 24.0 * MONTH;
    let stream = |channel, rate, days| Stream { channel, rate, days };
    let width = |fitted: &Fitted| {
        let fair = channel(fitted, "fair");
        (fair.high - fair.low) / fair.value
    };
    let web = || stream(0, 60.0, 0.0..end);
    let even = fits(&records(&[web(), stream(1, 20.0, 0.0..end)], end));
    let campaign = |at: usize| {
        let start = 4.0 * MONTH * at as f64;
        stream(1, 80.0, start + 5.0..start + 5.0 + MONTH)
    };
    let campaigns: Vec<Stream> = std::iter::once(web()).chain((0..6).map(campaign)).collect();
    let fitted = fits(&records(&campaigns, end));
    assert!(near(channel(&fitted, "fair").value, 20.0, 0.35), "{:?}", channel(&fitted, "fair"));
    assert!(width(&fitted) > 1.8 * width(&even), "{} {}", width(&fitted), width(&even));
}

#[test]
fn strong_seasons_of_three_years_are_found_and_leave_the_mean_as_it_is() {
    let months: Vec<f64> = (0..36).map(|month| f64::from(month) * MONTH).collect();
    let season = |month: usize| 1.0 + 0.4 * (month as f64 * std::f64::consts::TAU / 12.0).cos();
    let streams: Vec<Stream> = months
        .iter()
        .enumerate()
        .map(|(at, start)| Stream {
            channel: 0,
            rate: 100.0 * season(at),
            days: *start..start + MONTH,
        })
        .collect();
    let fitted = fits(&records(&streams, 36.0 * MONTH - 0.1));
    let seasons = &fitted.market.seasonality;
    for (month, [low, middle, high]) in seasons.iter().enumerate() {
        assert!((middle - season(month)).abs() < 0.12, "{month}: {middle}");
        assert!(*low < season(month) && season(month) < *high, "{month}: {low} to {high}");
    }
    let mean = seasons.iter().map(|[_, middle, _]| middle).sum::<f64>() / 12.0;
    assert!((mean - 1.0).abs() < 1e-9, "{mean}");
    assert!(near(fitted.market.level.value, 100.0, 0.03), "{:?}", fitted.market.level);
    assert!(fitted.market.volatility.value < 0.25, "{:?}", fitted.market.volatility);
}
