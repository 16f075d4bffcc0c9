//! The factors of a run, drawn and turned into what the engine multiplies with.

use super::Plan;
use crate::distribution::{Domain, Tails, normal};
use crate::organisation::{Factor, FactorId, Neglectable, Role, Scenario, Segment};
use crate::random::Luck;

/// The value of every factor in one run.
#[derive(Debug, Clone, Default)]
pub struct Values(pub(super) Vec<f64>);

impl std::ops::Index<FactorId> for Values {
    type Output = f64;

    fn index(&self, FactorId(index): FactorId) -> &f64 {
        &self.0[index]
    }
}

impl Values {
    /// Draws every factor of a run: one uniform number a factor from a stream of
    /// its own, so that the same luck meets the same quantile in every scenario.
    pub fn draw(&mut self, plan: &Plan<'_>, luck: Luck) {
        self.set(plan, |index| luck.at(plan.factors[index]).step(0).uniform());
    }

    /// Sets every factor from a uniform number each, strictly between 0 and 1, given
    /// by the factor's place in the table. Those of correlated factors are still
    /// independent.
    pub fn set(&mut self, plan: &Plan<'_>, uniform: impl Fn(usize) -> f64) {
        let factors = &plan.scenario.factors;
        let value = |(index, factor): (usize, &Factor)| match factor.distribution.as_known() {
            Some(known) => known,
            None => representable(factor, factor.distribution.quantile(uniform(index))),
        };
        self.0.clear();
        self.0.extend(factors.all.iter().enumerate().map(value));
        for group in &factors.correlations {
            let independent = |id: &FactorId| {
                let lower = uniform(id.0);
                normal::score(Tails { lower, upper: 1.0 - lower })
            };
            let mut scores: Vec<f64> = group.members.iter().map(independent).collect();
            group.copula.correlate(&mut scores);
            for (id, score) in group.members.iter().zip(scores) {
                let factor = &factors[*id];
                self.0[id.0] = representable(factor, factor.distribution.at(normal::tails(score)));
            }
        }
    }
}

/// A positive number that is too small for a double stays positive.
fn representable(factor: &Factor, value: f64) -> f64 {
    if factor.domain == Domain::Positive { value.max(f64::MIN_POSITIVE) } else { value }
}

/// A run's numbers, per step of time where that is how they are used.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    /// Probability that a unit is lost where work changes hands entirely.
    pub handoff_loss: f64,
    /// Yearly growth of demand, log.
    pub drift: f64,
    /// Standard deviation of a month's shock to log demand.
    pub shock: f64,
    /// Month-to-month memory of log demand.
    pub persistence: f64,
    /// Share of bookings left after delivery and commission.
    pub margin: f64,
    /// One a role.
    pub roles: Vec<RoleNumbers>,
    /// One a work entry, in the flat table.
    pub entries: Vec<EntryNumbers>,
    /// One a kind of work: whether any carrier changes the odds, or the price.
    pub effects: Vec<(bool, bool)>,
    /// One a segment.
    pub segments: Vec<SegmentNumbers>,
}

/// A role's numbers.
#[derive(Debug, Clone, Copy, Default)]
pub struct RoleNumbers {
    /// Hours a step of a fully productive seat, switching loss taken off.
    pub hours: f64,
    /// Steps until fully productive.
    pub ramp: f64,
    /// Chance a step that a filled seat empties.
    pub departure: f64,
    /// Chance a step that a vacant seat fills.
    pub hire: f64,
    /// Cost of a filled seat a step.
    pub cost: f64,
    /// Cost of filling a seat.
    pub hire_cost: f64,
}

/// A work entry's numbers.
#[derive(Debug, Clone, Copy, Default)]
pub struct EntryNumbers {
    /// Standard hours that an hour is worth.
    pub speed: f64,
    /// Factor on the odds.
    pub lift: f64,
    /// Factor on the price.
    pub price: f64,
    /// Logarithm of the factor on the odds.
    pub log_lift: f64,
    /// Logarithm of the factor on the price.
    pub log_price: f64,
}

/// A segment's numbers.
#[derive(Debug, Clone, Default)]
pub struct SegmentNumbers {
    /// One a channel.
    pub channels: Vec<ChannelNumbers>,
    /// One a stage.
    pub stages: Vec<StageNumbers>,
    /// One a flow: factor on the odds of a pass.
    pub quality: Vec<f64>,
    /// Mean first deal.
    pub price: f64,
    /// Mean and standard deviation of the logarithm of a deal around a mean of 1.
    pub log_deal: (f64, f64),
    /// Worth of a repeat order, of the mean first deal.
    pub order_value: f64,
    /// The customers' care and tracking.
    pub customers: CustomerNumbers,
}

/// A channel's numbers.
#[derive(Debug, Clone, Copy, Default)]
pub struct ChannelNumbers {
    /// Mean leads or prospects a step before the market's index.
    pub arrivals: f64,
    /// Hours a lead.
    pub hours: f64,
    /// Odds that a worked lead becomes an opportunity.
    pub qualify: f64,
    /// Chance a step that a waiting lead is lost.
    pub stale: f64,
}

/// A stage's numbers.
#[derive(Debug, Clone, Copy, Default)]
pub struct StageNumbers {
    /// Hours an opportunity.
    pub hours: f64,
    /// Chance a step that a waiting buyer gets back to us.
    pub ready: f64,
    /// Odds of a pass.
    pub pass: f64,
    /// Chance a step that a ready opportunity that waits for us is lost.
    pub stale: f64,
}

/// Numbers of a segment's customers.
#[derive(Debug, Clone, Copy, Default)]
pub struct CustomerNumbers {
    /// Hours a customer a step for full care.
    pub care_hours: f64,
    /// Hours a customer a step for full tracking.
    pub tracking_hours: f64,
    /// Odds a year to keep a cared-for customer.
    pub keep: f64,
    /// Chance a year to lose a neglected one.
    pub neglected_churn: f64,
    /// Repeat orders a customer a step: neglected, and what full care adds.
    pub orders: (f64, f64),
    /// Referral leads a customer a step: neglected, and what full care adds.
    pub referrals: (f64, f64),
    /// Induced opportunities a fully tracked customer a step.
    pub demands: f64,
    /// Worth of an induced win, of a first deal.
    pub induced_value: f64,
}

/// Odds of a probability; infinite at 1.
pub(super) fn odds(p: f64) -> f64 {
    p / (1.0 - p)
}

/// The probability with these odds.
pub(super) fn probability(odds: f64) -> f64 {
    if odds == f64::INFINITY { 1.0 } else { odds / (1.0 + odds) }
}

/// The chance in one of `parts` equal parts that adds up to `p` over them all.
pub(super) fn part_of(p: f64, parts: f64) -> f64 {
    -((-p).ln_1p() / parts).exp_m1()
}

impl Numbers {
    /// Sets every number from a run's factor values.
    pub fn set(&mut self, plan: &Plan<'_>, values: &Values) {
        let scenario = plan.scenario;
        self.handoff_loss = values[scenario.handoff_loss];
        self.drift = values[scenario.market.drift];
        self.shock = values[scenario.market.volatility] / 12.0_f64.sqrt();
        self.persistence = values[scenario.market.persistence];
        let economics = &scenario.economics;
        self.margin = values[economics.gross_margin] - values[economics.commission];
        self.set_roles(plan, values);
        self.set_effects(plan);
        self.segments.resize_with(scenario.segments.len(), SegmentNumbers::default);
        for ((numbers, segment), plan) in
            self.segments.iter_mut().zip(&scenario.segments).zip(&plan.segments)
        {
            numbers.set(scenario, segment, plan, values);
        }
    }

    fn set_roles(&mut self, plan: &Plan<'_>, values: &Values) {
        self.roles.clear();
        self.entries.clear();
        for (role, switches) in plan.scenario.roles.iter().zip(&plan.switches) {
            self.roles.push(RoleNumbers::new(plan.scenario, role, *switches, values));
            self.entries.extend(role.work.iter().map(|entry| EntryNumbers {
                speed: values[entry.speed],
                lift: values[entry.lift],
                price: values[entry.price],
                log_lift: values[entry.lift].ln(),
                log_price: values[entry.price].ln(),
            }));
        }
    }

    fn set_effects(&mut self, plan: &Plan<'_>) {
        self.effects.clear();
        self.effects.extend(plan.kinds.iter().map(|kind| {
            let entries = || kind.carriers.iter().map(|carrier| self.entries[carrier.entry]);
            (entries().any(|e| e.log_lift != 0.0), entries().any(|e| e.log_price != 0.0))
        }));
    }
}

impl RoleNumbers {
    fn new(scenario: &Scenario, role: &Role, switches: i32, values: &Values) -> Self {
        let steps = scenario.steps_per_month as f64;
        // A role without work gives no hours, whatever the file says of them.
        let hours = role.hours.filter(|_| !role.work.is_empty()).map_or(0.0, |hours| values[hours]);
        Self {
            hours: hours / steps * (1.0 - values[role.switching_loss]).powi(switches),
            ramp: steps * values[role.ramp_months],
            departure: part_of(values[role.attrition], 12.0 * steps),
            hire: 1.0 / (1.0 + steps * values[role.hire_months]),
            cost: values[role.annual_cost] / (12.0 * steps),
            hire_cost: values[role.hire_cost],
        }
    }
}

impl SegmentNumbers {
    fn set(
        &mut self,
        scenario: &Scenario,
        segment: &Segment,
        plan: &super::plan::SegmentPlan,
        values: &Values,
    ) {
        let steps = scenario.steps_per_month as f64;
        self.channels.clear();
        self.channels.extend(segment.channels.iter().map(|channel| {
            use crate::organisation::ChannelKind::{Inbound, Outbound, Referral};
            let arrivals = match channel.kind {
                Inbound { arrivals } | Outbound { arrivals } => values[arrivals] / steps,
                Referral => 0.0,
            };
            ChannelNumbers {
                arrivals,
                hours: values[channel.hours],
                qualify: odds(values[channel.qualify]),
                stale: part_of(values[channel.stale], steps),
            }
        }));
        self.stages.clear();
        self.stages.extend(segment.stages.iter().map(|stage| StageNumbers {
            hours: values[stage.hours],
            ready: 1.0 / (1.0 + steps * values[stage.wait_months]),
            pass: odds(values[stage.pass]),
            stale: part_of(values[stage.stale], steps),
        }));
        self.quality.clear();
        self.quality.resize(plan.flows.len(), 1.0);
        for (channel, plan) in segment.channels.iter().zip(&plan.channels) {
            self.quality[plan.flow] = values[channel.quality];
        }
        if let (Some(entrance), Some(tracking)) = (plan.induced, &segment.customers.tracking) {
            self.quality[entrance.flow] = values[tracking.quality];
        }
        self.price = values[segment.deal.price];
        self.log_deal = normal::lognormal_parameters(1.0, values[segment.deal.spread]);
        self.order_value = values[segment.customers.order_value];
        self.customers = CustomerNumbers::new(segment, values, steps);
    }
}

impl CustomerNumbers {
    fn new(segment: &Segment, values: &Values, steps: f64) -> Self {
        let customers = &segment.customers;
        let rate = |of: Neglectable| {
            let (neglected, cared) = (values[of.neglected], values[of.cared]);
            (neglected / (12.0 * steps), (cared - neglected) / (12.0 * steps))
        };
        let tracking = customers.tracking.as_ref();
        Self {
            care_hours: values[customers.care.hours] / steps,
            tracking_hours: tracking.map_or(0.0, |tracking| values[tracking.care.hours] / steps),
            keep: odds(1.0 - values[customers.churn.cared]),
            neglected_churn: values[customers.churn.neglected],
            orders: rate(customers.orders),
            referrals: rate(customers.referrals),
            demands: tracking.map_or(0.0, |tracking| values[tracking.demands] / (12.0 * steps)),
            induced_value: tracking.map_or(0.0, |tracking| values[tracking.value]),
        }
    }
}
