//! Demand that would exhaust memory or time is refused.

use super::super::problem::Problem;
use super::Resolver;
use crate::organisation::{ChannelKind, FactorId, Kind, Market, Role, Segment, limits};

/// The share of runs that stays below what is called the most.
const MOST: f64 = 0.9999;
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
            for arrivals in arrivals(segment) {
                self.arrivals(arrivals, growth);
            }
            let customers = &segment.customers;
            let at_most = self.most_customers(segment, roles, growth, (months, steps));
            let rates = [customers.orders, customers.referrals];
            let tracked = customers.tracking.map(|tracking| tracking.demands);
            for rate in rates.iter().flat_map(|rate| [rate.cared, rate.neglected]).chain(tracked) {
                self.rate(rate, customers.initial, at_most);
            }
        }
    }

    /// The most customers that a segment can have in the end: all leads win, as
    /// far as the hours go, nobody leaves, and all refer.
    #[expect(clippy::cast_precision_loss, reason = "customers are far fewer than 2^53")]
    fn most_customers(
        &self,
        segment: &Segment,
        roles: &[Role],
        growth: f64,
        (months, steps): (usize, usize),
    ) -> f64 {
        let stated: f64 = arrivals(segment).map(|arrivals| self.most(arrivals)).sum();
        let referrals = segment.customers.referrals;
        let referring = self.most(referrals.cared).max(self.most(referrals.neglected));
        let wins = (segment.stages.iter())
            .map(|stage| self.capacity(stage.work, roles) / self.least(stage.hours))
            .fold(f64::INFINITY, f64::min);
        let a_step = |a_month: f64| a_month / steps.max(1) as f64;
        let (leads, wins, referring) =
            (a_step(stated * growth), a_step(wins), a_step(referring / 12.0));
        let initial = segment.customers.initial as f64;
        (0..months * steps).fold(initial, |all, _| all + (leads + all * referring).min(wins))
    }

    /// The most standard hours a month for a kind of work.
    #[expect(clippy::cast_precision_loss, reason = "seats are few")]
    fn capacity(&self, kind: Kind, roles: &[Role]) -> f64 {
        let of_role = |role: &Role| {
            let entry = role.work.iter().find(|entry| entry.kind == kind)?;
            let seats = role.headcount.largest() as f64;
            Some(seats * self.most(role.hours?) * self.most(entry.speed))
        };
        roles.iter().filter_map(of_role).sum()
    }

    fn most(&self, factor: FactorId) -> f64 {
        self.factors[factor].distribution.quantile(MOST)
    }

    fn least(&self, factor: FactorId) -> f64 {
        self.factors[factor].distribution.quantile(1.0 - MOST)
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
        let title = if stated > limits::LEADS_A_MONTH {
            "`arrivals` can be too many to simulate".to_owned()
        } else {
            format!(
                "`arrivals` can be too many to simulate: the market multiplies them by up to {growth:.1e}"
            )
        };
        let place = self.place(arrivals).clone();
        let limit = limits::LEADS_A_MONTH;
        self.problems.push(
            Problem::error(title, &place)
                .label(format!("up to {most:.1e} a month"))
                .help(format!("at most {limit:e} leads a month can be simulated, growth included")),
        );
    }

    #[expect(clippy::cast_precision_loss, reason = "customers are far fewer than 2^53")]
    fn rate(&mut self, rate: FactorId, customers: u64, at_most: f64) {
        let most = self.most(rate);
        let a_month = most * customers as f64 / 12.0;
        let (shown, limit) = if most > limits::RATE_A_YEAR {
            let limit = format!("at most {} can be simulated", limits::RATE_A_YEAR);
            (format!("up to {most:.1e} a customer a year"), limit)
        } else if a_month > limits::ORDERS_A_MONTH {
            let limit = format!("at most {:e} a month can be simulated", limits::ORDERS_A_MONTH);
            (format!("up to {a_month:.1e} a month from {customers} customers"), limit)
        } else if most * at_most / 12.0 > limits::ORDERS_A_MONTH {
            let limit = format!("at most {:e} a month can be simulated", limits::ORDERS_A_MONTH);
            let a_month = most * at_most / 12.0;
            let grown = format!("once there are {at_most:.1e} customers");
            (format!("up to {a_month:.1e} a month {grown}"), limit)
        } else {
            return;
        };
        let keys = &self.factors[rate].path.0;
        let key = keys[keys.len() - 2..].join(".");
        let title = format!("`{key}` can be too large to simulate");
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
