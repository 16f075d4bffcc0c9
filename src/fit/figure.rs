//! A number of the scenario as it was found: how much, how sure, from what.

use super::benchmark::Benchmark;
use crate::records::Day;

/// A number with its 90 % interval and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Median of what is believed, in the unit of its field.
    pub value: f64,
    /// Lower end of the 90 % interval (P5); the value itself where it is known.
    pub low: f64,
    /// Upper end (P95).
    pub high: f64,
    /// How many records it rests on: leads, deals, months or years of people.
    pub count: f64,
    /// First and last day of those records; none for a benchmark.
    pub period: Option<(Day, Day)>,
    /// How it was found.
    pub method: Method,
}

/// How a number was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// Log-linear Gaussian model of monthly counts with the noise of counting
    /// taken off, integrated over volatility and persistence.
    MonthlyLevel,
    /// Gamma posterior of a rate from a count and a time.
    Rate,
    /// Law of closing with a share that never closes; open cases count as open.
    ClosingLaw,
    /// The same by channel, drawn towards each other by a logit-normal spread.
    Pooled,
    /// Log-normal posterior of deals.
    LogNormal,
    /// Mean and spread of the sample with their standard errors.
    Sample,
    /// Order histories: Poisson orders until an unseen end.
    Lifetimes,
    /// A plain count or quantity of the records.
    Counted,
    /// Hours that those who own cases have, over the cases.
    OwnersTime,
    /// Published figures: the records cannot tell.
    Benchmark(Benchmark),
    /// An assumption, for a reason.
    Assumed(Assumption),
}

/// Why a number is assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumption {
    /// Only lead to win is recorded: how it splits into qualifying and passing is not.
    Split,
    /// A team that can do the work at about 85 % of its hours.
    SizedToLoad,
    /// As many people as are on record, where the work is.
    Spread,
    /// No amounts are recorded: a deal counts 1.
    NoAmounts,
    /// No cost is recorded.
    NoCost,
    /// All cases are opportunities already.
    AlreadyQualified,
    /// The channel that the others are compared with.
    Reference,
    /// A stage that only passes time on.
    Passing,
}

impl Figure {
    /// What is known exactly.
    #[must_use]
    pub fn known(value: f64, method: Method) -> Self {
        Self { value, low: value, high: value, count: 0.0, period: None, method }
    }

    /// From P5, P50 and P95.
    #[must_use]
    pub fn between([low, value, high]: [f64; 3], count: f64, method: Method) -> Self {
        Self { value, low, high, count, period: None, method }
    }

    /// P5, P50 and P95.
    #[must_use]
    pub fn ends(&self) -> [f64; 3] {
        [self.low, self.value, self.high]
    }

    /// With the days that it rests on.
    #[must_use]
    pub fn over(mut self, period: (Day, Day)) -> Self {
        self.period = Some(period);
        self
    }

    /// With value and ends through an increasing function.
    #[must_use]
    pub fn map(mut self, rising: impl Fn(f64) -> f64) -> Self {
        (self.value, self.low, self.high) =
            (rising(self.value), rising(self.low), rising(self.high));
        self
    }

    /// Times another, independent one, ends on the scale of logarithms; it keeps its
    /// own count and method.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        let value = self.value * other.value;
        let reach = |a: f64, b: f64| (a / self.value).ln().hypot((b / other.value).ln());
        let low = value * (-reach(self.low, other.low)).exp();
        let high = value * reach(self.high, other.high).exp();
        Self { value, low, high, ..self.clone() }
    }

    /// With another, independent one added; it keeps its own count and method.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let value = self.value + other.value;
        let reach = |a: f64, b: f64| (a - self.value).hypot(b - other.value);
        let low = (value - reach(self.low, other.low)).max(self.low.min(value));
        Self { value, low, high: value + reach(self.high, other.high), ..self.clone() }
    }

    /// Whether it is known exactly.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.low >= self.high
    }

    /// Whether the records say it.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        !matches!(self.method, Method::Benchmark(_) | Method::Assumed(_))
    }
}
