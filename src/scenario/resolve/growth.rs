//! Customers beget customers: what would grow beyond what memory and time allow
//! is refused.

use super::super::problem::Problem;
use super::Resolver;
use super::bounds::{MOST, rates};
use crate::language::Said;
use crate::organisation::{
    Channel, ChannelKind, FactorId, Kind, Neglectable, Role, Segment, WorkEntry, limits,
};

impl Resolver<'_> {
    /// Checks the same of the customers that come to be.
    pub fn growing(
        &mut self,
        segment: &Segment,
        roles: &[Role],
        growth: f64,
        span: (usize, usize),
    ) {
        let larger = |a: FactorId, b: FactorId| if self.most(b) > self.most(a) { b } else { a };
        let Neglectable { cared, neglected } = segment.customers.referrals;
        let referrals = larger(cared, neglected);
        let rate = rates(segment).into_iter().fold(referrals, larger);
        let a_month = |customers: f64| self.most(rate) * customers / 12.0;
        let customers = self.most_customers(segment, roles, growth, self.most(referrals), span);
        if a_month(customers) <= limits::ORDERS_A_MONTH {
            return;
        }
        let unreferred = self.most_customers(segment, roles, growth, 0.0, span);
        let multiply = a_month(unreferred) <= limits::ORDERS_A_MONTH;
        let culprit = if multiply { referrals } else { rate };
        let key = self.last_keys(culprit);
        let title = Said::by(|words| (words.sizes.rate)(&key));
        let label = if multiply {
            Said::by(|words| (words.sizes.multiply)(customers))
        } else {
            let rate = a_month(customers);
            Said::by(|words| (words.sizes.once_there_are)(rate, customers))
        };
        let help = Said::by(|words| (words.sizes.most_orders)(limits::ORDERS_A_MONTH));
        let place = self.place(culprit).clone();
        self.problems.push(Problem::error(title, &place).label(label).help(help));
    }

    /// The most customers that a segment can have in the end: as many win as can,
    /// as far as the hours go, nobody leaves, and all refer, `referring` times a year.
    #[expect(clippy::cast_precision_loss, reason = "customers are far fewer than 2^53")]
    fn most_customers(
        &self,
        segment: &Segment,
        roles: &[Role],
        growth: f64,
        referring: f64,
        (months, steps): (usize, usize),
    ) -> f64 {
        let (mut leads, mut referred) = (0.0, 0.0);
        for channel in &segment.channels {
            let chance = self.chance_to_win(segment, channel, roles);
            match channel.kind {
                ChannelKind::Inbound { arrivals } | ChannelKind::Outbound { arrivals } => {
                    leads += self.most(arrivals) * growth * chance;
                }
                ChannelKind::Referral => referred = referring / 12.0 * chance,
            }
        }
        let wins = (segment.stages.iter())
            .map(|stage| self.hours_a_month(stage.work, roles) / self.least(stage.hours))
            .fold(f64::INFINITY, f64::min);
        let steps_a_month = steps.max(1) as f64;
        let initial = segment.customers.initial as f64;
        (0..months * steps)
            .fold(initial, |all, _| all + (leads + all * referred).min(wins) / steps_a_month)
    }

    /// The best chance of a lead to become a customer.
    fn chance_to_win(&self, segment: &Segment, channel: &Channel, roles: &[Role]) -> f64 {
        let quality = self.most(channel.quality);
        let passes = segment.stages.iter().map(|stage| {
            raised(self.most(stage.pass), quality * self.best_lift(stage.work, roles))
        });
        raised(self.most(channel.qualify), self.best_lift(channel.work, roles))
            * passes.product::<f64>()
    }

    fn best_lift(&self, kind: Kind, roles: &[Role]) -> f64 {
        let lifts = entries(kind, roles).map(|(_, entry)| self.most(entry.lift));
        lifts.fold(1.0, f64::max)
    }

    /// The most standard hours a month for a kind of work.
    #[expect(clippy::cast_precision_loss, reason = "seats are few")]
    fn hours_a_month(&self, kind: Kind, roles: &[Role]) -> f64 {
        let of_role = |(role, entry): (&Role, &WorkEntry)| {
            let seats = role.headcount.largest() as f64;
            Some(seats * self.most(role.hours?) * self.most(entry.speed))
        };
        entries(kind, roles).filter_map(of_role).sum()
    }

    /// What a factor hardly ever falls below.
    fn least(&self, factor: FactorId) -> f64 {
        self.factors[factor].distribution.quantile(1.0 - MOST)
    }
}

fn entries(kind: Kind, roles: &[Role]) -> impl Iterator<Item = (&Role, &WorkEntry)> {
    let work = roles.iter().flat_map(|role| role.work.iter().map(move |entry| (role, entry)));
    work.filter(move |(_, entry)| entry.kind == kind)
}

/// A chance whose odds are multiplied.
fn raised(chance: f64, factor: f64) -> f64 {
    let odds = chance / (1.0 - chance) * factor;
    if odds.is_finite() { odds / (1.0 + odds) } else { 1.0 }
}
