//! What is said of a fit and of a backtest, in tables, reports and charts.

use crate::records::Day;

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
    /// No deal is on record.
    NoDeal,
}

/// A kind of case by how long it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// All take alike long.
    All,
    /// The quicker ones.
    Prompt,
    /// The slower ones.
    Late,
}

/// A figure as written, with its 90 % interval: low end, middle, high end.
#[derive(Debug, Clone)]
pub struct Ranged(pub [String; 3]);

/// What a reader of a fit looks for first.
#[derive(Debug, Clone)]
pub struct InShort {
    /// Whether cases are leads.
    pub leads: bool,
    /// Cases a month.
    pub arrivals: Ranged,
    /// Share ever won; none where nothing tells.
    pub won: Option<Ranged>,
    /// Mean days until then.
    pub days: Option<Ranged>,
    /// Whether these count from when a lead has qualified.
    pub qualified: bool,
    /// Worth of a deal; none without amounts.
    pub deal: Option<Ranged>,
}

/// Words of a fit and of a backtest. Cases are leads or opportunities.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Fit {
    /// Small print of charts: version, cases, first and last day on which they came,
    /// and the end of the records where it is later.
    pub footer:
        fn(version: &str, leads: bool, cases: &str, came: [&str; 2], later: Option<&str>) -> String,
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
    /// So many channels, the largest, are shown of so many.
    pub channels_shown: fn(shown: usize, of: usize) -> String,
    pub month_whole: &'static str,
    pub month_part: &'static str,
    pub expected: &'static str,
    pub expected_band: &'static str,
    pub expected_a_month: fn(middle: &str, low: &str, high: &str) -> String,

    /// Share won by an age, recorded and fitted.
    pub conversion_title: fn(leads: bool, months: &str, recorded: &str, fitted: &str) -> String,
    pub conversion_subtitle: fn(leads: bool) -> String,
    /// For how many quarters, of how many, the law holds.
    pub cohorts_title: fn(held: usize, of: usize) -> String,
    pub cohorts_subtitle: fn(leads: bool) -> String,
    pub doubt_90: &'static str,
    /// The recorded line where most cases have not been observed so long.
    pub young: &'static str,
    pub won_of: fn(won: &str, cases: &str) -> String,
    pub age: &'static str,

    /// The mean deal with its 90 % interval, and the coefficient of variation.
    pub deals_title: fn(mean: &str, low: &str, high: &str, spread: &str) -> String,
    /// Shares of deals below a size, where the law has not their shape.
    pub deals_misfit: fn(size: &str, recorded: &str, fitted: &str) -> String,
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

    pub table: FitTable,
    pub report: FitReport,
    pub backtest: BacktestTable,
}

/// Words of the table of a fit.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct FitTable {
    /// What it was fitted to: cases, first and last day, how many won by when.
    pub head: fn(leads: bool, cases: &str, first: &str, last: &str, won: &str, by: &str) -> String,
    /// Figure, how it was found, value, interval, number of records.
    pub columns: [&'static str; 5],
    /// A further one: the days that a figure rests on.
    pub period: &'static str,
    /// What the letters of the second column mean.
    pub found_by: fn(methods: &[String]) -> String,
    /// So many channels are left out.
    pub more_channels: fn(count: usize) -> String,
    pub team: &'static str,
    pub arrivals: fn(leads: bool) -> &'static str,
    pub qualified: &'static str,
    pub ever_won: fn(leads: bool) -> &'static str,
    pub time: &'static str,
    pub deals: &'static str,
    pub market: &'static str,
    pub customers: &'static str,
    pub people: &'static str,
    pub share_of: fn(pace: Pace) -> &'static str,
    pub pass_of: fn(pace: Pace) -> &'static str,
    /// Mean days until a case closes.
    pub days_of: fn(pace: Pace) -> &'static str,
    /// The same until it is won, over all that will be; whether they count from when a
    /// lead has qualified.
    pub days_to_win: fn(qualified: bool) -> &'static str,
    pub days_to_qualify: &'static str,
    pub price: &'static str,
    pub spread: &'static str,
    pub drift: &'static str,
    pub volatility: &'static str,
    pub persistence: &'static str,
    pub active: &'static str,
    pub churn: &'static str,
    pub orders: &'static str,
    pub order_value: &'static str,
    pub headcount: fn(role: &str) -> String,
    pub attrition: fn(role: &str) -> String,
    pub hours: fn(role: &str) -> String,
    pub annual_cost: fn(role: &str) -> String,
    /// Heading of what the records cannot tell, a sentence with its list, and what
    /// is always on that list.
    pub untold: &'static str,
    pub untold_list: fn(items: &[&str]) -> String,
    pub always_untold: [&'static str; 6],
    pub oddities: &'static str,
    pub no_oddities: &'static str,
    /// Files and columns, as `--explain` shows them.
    pub read: &'static str,
    pub taken: &'static str,
    /// The files written, and what to type next.
    pub wrote: fn(files: &[String], report: Option<&str>) -> String,
    pub next: fn(commands: &[String]) -> String,
}

/// Words of the report of a fit.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct FitReport {
    pub title: fn(leads: bool) -> &'static str,
    pub made_from: fn(version: &str, files: &[String]) -> String,
    pub short: fn(&InShort) -> String,
    /// What its brackets are.
    pub brackets: &'static str,
    /// Headings of its chapters.
    pub found: &'static str,
    pub holds: &'static str,
    pub figures: &'static str,
    pub cannot: &'static str,
    pub files: &'static str,
    pub next: &'static str,
    /// What intervals mean, and how figures were found.
    pub intervals: &'static str,
    pub law: &'static str,
    pub next_text: &'static str,
    /// Before the command that would write a second team.
    pub split_text: &'static str,
}

/// Words of the table of a backtest.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct BacktestTable {
    /// The verdict: mean losses of the model and of the better naive forecast.
    pub verdict:
        fn(foresight: Foresight, months: usize, model: &str, naive: &str, rival: &str) -> String,
    /// The gain with its error.
    pub gain: fn(gain: &str, error: Option<&str>) -> String,
    pub months: &'static str,
    /// Won, foretold, 80, 90 %, and the naive forecasts.
    pub columns: [&'static str; 6],
    pub all_months: &'static str,
    pub scores: &'static str,
    /// Forecast, CRPS, pinball.
    pub score_columns: [&'static str; 2],
    pub model: &'static str,
    pub coverage: &'static str,
    pub coverage_columns: [&'static str; 2],
    pub band: fn(percent: u8) -> String,
    pub held: fn(held: usize, of: usize) -> String,
    /// How it was done, and how to read the losses.
    pub how: fn(runs: &str, seed: u64) -> String,
    /// Months that were asked for and are not on record to their end.
    pub shorter: fn(month: &str) -> String,
}

/// A whole number, its thousands grouped.
pub(super) fn whole(number: f64) -> String {
    super::records::grouped(number.round().max(0.0) as u64)
}

/// The month of a day, as --from takes it.
pub(super) fn month_of(day: Day) -> String {
    day.to_string().chars().take(7).collect()
}
