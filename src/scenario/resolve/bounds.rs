//! Demand that would exhaust memory or time is refused.

use super::super::problem::Problem;
use super::Resolver;
use crate::language::Said;
use crate::organisation::{ChannelKind, FactorId, Market, Role, Segment, limits};

/// The share of runs that stays below what is called the most.
pub(super) const MOST: f64 = 0.9999;
/// Standard deviations of the market's shocks that are allowed for.
const SHOCKS: f64 = 4.0;

impl Resolver<'_> {
    /// Checks how much can arrive, be ordered and be referred in so many months
    /// of so many steps.
    pub fn demand(
        &mut self,
        segments: &[Segment],
        roles: &[Role],
        market: &Market,
        (months, steps): (usize, usize),
    ) {
        let growth = self.growth(market, months);
        for segment in segments {
            let before = self.problems.len();
            for arrivals in arrivals(segment) {
                self.arrivals(arrivals, growth);
            }
            for rate in rates(segment) {
                self.rate(rate, segment.customers.initial);
            }
            // What was just said would be said again.
            if self.problems.len() == before {
                self.growing(segment, roles, growth, (months, steps));
            }
        }
    }

    /// The last two keys of a factor's path.
    pub(super) fn last_keys(&self, factor: FactorId) -> String {
        let keys = &self.factors[factor].path.0;
        keys[keys.len() - 2..].join(".")
    }

    /// What a factor hardly ever exceeds.
    pub(super) fn most(&self, factor: FactorId) -> f64 {
        self.factors[factor].distribution.quantile(MOST)
    }

    /// By how much demand can exceed what is stated as its mean.
    fn growth(&self, market: &Market, months: usize) -> f64 {
        let season = market.seasonality.iter().copied().reduce(f64::max).unwrap_or(1.0);
        let memory = self.most(market.persistence).powi(2);
        let month = self.most(market.volatility).powi(2) / 12.0;
        let variance = (1..months).fold(0.0, |variance, _| memory * variance + month);
        #[expect(clippy::cast_precision_loss, reason = "a few hundred months")]
        let years = months as f64 / 12.0;
        let drift = (self.most(market.drift) * years).max(0.0);
        season * (drift + SHOCKS * variance.sqrt() - variance / 2.0).exp()
    }

    fn arrivals(&mut self, arrivals: FactorId, growth: f64) {
        let stated = self.most(arrivals);
        let most = stated * growth;
        if most <= limits::LEADS_A_MONTH {
            return;
        }
        let grown = (stated <= limits::LEADS_A_MONTH).then_some(growth);
        let title = Said::by(|words| (words.sizes.arrivals)(grown));
        let place = self.place(arrivals).clone();
        self.problems.push(
            Problem::error(title, &place)
                .label(Said::by(|words| (words.sizes.a_month)(most)))
                .help(Said::by(|words| (words.sizes.most_leads)(limits::LEADS_A_MONTH))),
        );
    }

    #[expect(clippy::cast_precision_loss, reason = "customers are far fewer than 2^53")]
    fn rate(&mut self, rate: FactorId, customers: u64) {
        let most = self.most(rate);
        let a_month = most * customers as f64 / 12.0;
        let (shown, limit) = if most > limits::RATE_A_YEAR {
            let shown = Said::by(|words| (words.sizes.a_customer)(most));
            (shown, Said::by(|words| (words.sizes.most_a_customer)(limits::RATE_A_YEAR)))
        } else if a_month > limits::ORDERS_A_MONTH {
            let shown = Said::by(|words| (words.sizes.from_customers)(a_month, customers));
            (shown, Said::by(|words| (words.sizes.most_a_month)(limits::ORDERS_A_MONTH)))
        } else {
            return;
        };
        let key = self.last_keys(rate);
        let title = Said::by(|words| (words.sizes.rate)(&key));
        let place = self.place(rate).clone();
        self.problems.push(Problem::error(title, &place).label(shown).help(limit));
    }
}

/// What arrives by itself or within reach.
fn arrivals(segment: &Segment) -> impl Iterator<Item = FactorId> {
    segment.channels.iter().filter_map(|channel| match channel.kind {
        ChannelKind::Inbound { arrivals } | ChannelKind::Outbound { arrivals } => Some(arrivals),
        ChannelKind::Referral => None,
    })
}

/// What customers order, refer and ask for, each a customer a year.
pub(super) fn rates(segment: &Segment) -> Vec<FactorId> {
    let customers = &segment.customers;
    let tracked = customers.tracking.map(|tracking| tracking.demands);
    let rates = [customers.orders, customers.referrals];
    rates.iter().flat_map(|rate| [rate.cared, rate.neglected]).chain(tracked).collect()
}
