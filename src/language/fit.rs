//! What is said of a fit and of a backtest, in tables, reports and charts.

/// How a model did against forecasts that need none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foresight {
    /// Clearly better.
    Better,
    /// Not clearly better or worse.
    NoBetter,
    /// Clearly worse.
    Worse,
    /// Too few months to say.
    TooFew,
}

/// Words of a fit and of a backtest. Cases are leads or opportunities.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Fit {
    /// Small print of charts: version, cases, first and last day on record.
    pub footer: fn(version: &str, leads: bool, cases: &str, first: &str, last: &str) -> String,
    pub recorded: &'static str,
    pub fitted: &'static str,
    pub median: &'static str,
    pub band_80: &'static str,
    pub deals_a_month: &'static str,
    pub deals: &'static str,
    pub all_channels: &'static str,
    /// A channel's name; the records may leave it empty.
    pub channel: fn(name: &str) -> &str,

    /// In how many months, of how many, the deals recorded lie in the band.
    pub recorded_title: fn(held: usize, of: usize) -> String,
    pub recorded_subtitle: fn(leads: bool) -> String,

    /// What is expected a month, with its 90 % interval.
    pub arrivals_title: fn(leads: bool, middle: &str, low: &str, high: &str) -> String,
    pub arrivals_subtitle: fn(leads: bool, seasons: bool) -> String,
    pub month_whole: &'static str,
    pub month_part: &'static str,
    pub expected: &'static str,
    pub expected_band: &'static str,
    pub expected_a_month: fn(middle: &str, low: &str, high: &str) -> String,

    /// Share won by an age, recorded and fitted.
    pub conversion_title: fn(leads: bool, months: &str, recorded: &str, fitted: &str) -> String,
    pub conversion_subtitle: fn(leads: bool) -> String,
    pub doubt_90: &'static str,
    pub won_of: fn(won: &str, cases: &str) -> String,
    pub age: &'static str,

    /// The mean deal with its 90 % interval, and the coefficient of variation.
    pub deals_title: fn(mean: &str, low: &str, high: &str, spread: &str) -> String,
    pub deals_subtitle: &'static str,
    pub deal_size: &'static str,
    pub mean: fn(amount: &str) -> String,

    pub backtest_title: fn(foresight: Foresight) -> String,
    pub backtest_subtitle: &'static str,
    pub backtest_footer: fn(version: &str, runs: &str, seed: u64) -> String,
    pub happened: &'static str,
    /// Bands of 50, 80 and 90 %.
    pub bands: [&'static str; 3],
    pub last_month: &'static str,
    pub same_share: &'static str,
    pub known_until: fn(month: &str) -> String,
    pub known_then: fn(cases: &str, won: &str, open: &str) -> String,
}
