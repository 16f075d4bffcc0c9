//! Revenue as existing customers and the product of five factors.

use schemars::JsonSchema;
use serde::Serialize;

use super::Metric;
use crate::monte_carlo::Runs;
use crate::statistics::Moments;

/// Bookings = existing + traffic × conversion × price × repurchase × referral,
/// as ratios of means over the runs. A factor that is undefined is absent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct FiveFactors {
    /// Repeat bookings of existing customers, in currency.
    pub existing: f64,
    /// Leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub traffic: Option<f64>,
    /// First wins per lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversion: Option<f64>,
    /// Bookings per first win, in currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<f64>,
    /// First and repeat bookings of sourced customers over their first bookings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repurchase: Option<f64>,
    /// All new business over that of sourced customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referral: Option<f64>,
    /// Mean new business in currency, whether or not the factors are defined.
    #[serde(skip)]
    pub new_business: f64,
    /// Standard errors, in the same order: existing, then the five.
    #[serde(skip)]
    pub se: [Option<f64>; 6],
}

impl FiveFactors {
    /// The five factors with their names, in the order of their product.
    #[must_use]
    pub fn named(&self) -> [(&'static str, Option<f64>); 5] {
        [
            ("traffic", self.traffic),
            ("conversion", self.conversion),
            ("price", self.price),
            ("repurchase", self.repurchase),
            ("referral", self.referral),
        ]
    }

    /// The factors of section 8, as ratios of the means over the runs.
    pub(super) fn new(runs: &Runs) -> Self {
        let amounts = Amounts::of(runs);
        let all = || (0..runs.len()).map(|run| amounts.at(run));
        let means = Amounts::means(all());
        let error = |pick: fn(&Amounts) -> f64| {
            let moments: Moments = all().map(|run| pick(&run)).collect();
            Some(moments.se())
        };
        // The spread of what a ratio leaves unexplained (Cochran 1977, Sampling
        // Techniques, section 6.4).
        let ratio_error = |ratio: Option<f64>, pick: fn(&Amounts) -> (f64, f64)| {
            let ratio = ratio?;
            let residuals: Moments = all()
                .map(|run| {
                    let (upper, lower) = pick(&run);
                    upper - ratio * lower
                })
                .collect();
            Some(residuals.se() / pick(&means).1.abs())
        };
        let factors = Self::of_means(&means);
        let se = [
            error(|all| all.existing),
            error(|all| all.leads),
            ratio_error(factors.conversion, |all| (all.wins, all.leads)),
            ratio_error(factors.price, |all| (all.first, all.wins)),
            ratio_error(factors.repurchase, |all| (all.sourced, all.first)),
            ratio_error(factors.referral, |all| (all.new_business, all.sourced)),
        ];
        Self { se, ..factors }
    }

    /// The factors as ratios of means, without errors.
    pub(super) fn of_means(means: &Amounts) -> Self {
        let ratio = |upper: f64, lower: f64| (lower != 0.0).then(|| upper / lower);
        Self {
            existing: means.existing,
            traffic: Some(means.leads),
            conversion: ratio(means.wins, means.leads),
            price: ratio(means.first, means.wins),
            repurchase: ratio(means.sourced, means.first),
            referral: ratio(means.new_business, means.sourced),
            new_business: means.new_business,
            se: [None; 6],
        }
    }
}

/// What the factors are ratios of: of one run, or the means of many.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Amounts {
    /// Repeat bookings of existing customers.
    existing: f64,
    leads: f64,
    /// First wins of the sourced flows.
    wins: f64,
    /// Their bookings.
    first: f64,
    /// First and repeat bookings of sourced customers.
    sourced: f64,
    /// Those of sourced and referred customers.
    new_business: f64,
}

impl Amounts {
    /// The amounts of all runs, run by run.
    pub(super) fn of(runs: &Runs) -> AmountColumns<'_> {
        AmountColumns { runs }
    }

    /// Their means.
    pub(super) fn means(all: impl Iterator<Item = Self>) -> Self {
        let mut moments = [Moments::default(); 6];
        for one in all {
            for (moments, value) in moments.iter_mut().zip(one.list()) {
                moments.add(value);
            }
        }
        Self::from_list(moments.map(|moments| moments.mean()))
    }

    /// The means of `count` values from which one is taken out.
    pub(super) fn without(self, one: Self, count: usize) -> Self {
        let (mean, one, rest) = (self.list(), one.list(), (count - 1) as f64);
        Self::from_list(std::array::from_fn(|i| mean[i] + (mean[i] - one[i]) / rest))
    }

    fn list(self) -> [f64; 6] {
        [self.existing, self.leads, self.wins, self.first, self.sourced, self.new_business]
    }

    fn from_list([existing, leads, wins, first, sourced, new_business]: [f64; 6]) -> Self {
        Self { existing, leads, wins, first, sourced, new_business }
    }
}

/// The amounts of many runs.
#[derive(Debug, Clone, Copy)]
pub(super) struct AmountColumns<'a> {
    runs: &'a Runs,
}

impl AmountColumns<'_> {
    /// Those of a run.
    pub(super) fn at(self, run: usize) -> Amounts {
        let of = |metric| self.runs.metric(metric)[run];
        let first = of(Metric::FirstSourced);
        let sourced = first + of(Metric::RepeatSourced);
        Amounts {
            existing: of(Metric::RepeatExisting),
            leads: of(Metric::Leads),
            wins: of(Metric::Wins),
            first,
            sourced,
            new_business: sourced + of(Metric::FirstReferred) + of(Metric::RepeatReferred),
        }
    }
}
