//! Section 6: customers who order, refer, ask for more and leave.

use super::draw::Draw;
use super::events::{Class, Events, Won};
use super::numbers::{CustomerNumbers, probability};
use super::plan::Origin;
use super::{Allocation, Moment};

/// The customers of a segment, in the classes existing, sourced and referred.
#[derive(Debug, Clone, Copy, Default)]
pub struct Customers {
    /// Active ones.
    pub active: [u64; 3],
    /// Those who join at the end of the step.
    pub joining: [u64; 3],
    /// Leads they sent, which reach the referral queue in the next step.
    pub referral_leads: u64,
}

impl Customers {
    /// Customers who are there from the start.
    #[must_use]
    pub fn new(initial: u64) -> Self {
        Self { active: [initial, 0, 0], ..Self::default() }
    }

    /// All active customers.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.active.iter().sum()
    }

    /// Counting starts: whoever is here was here before.
    pub fn become_existing(&mut self) {
        self.active = [self.total(), 0, 0];
    }

    /// An amount in proportion to the active customers of each class.
    #[must_use]
    pub fn split(&self, amount: f64) -> [f64; 3] {
        match self.total() {
            0 => [amount, 0.0, 0.0],
            total => self.active.map(|active| amount * (active as f64 / total as f64)),
        }
    }

    /// Takes in the wins of a flow: bookings now, customers at the end of the step.
    pub fn win(
        &mut self,
        segment: usize,
        flow: usize,
        deals: u64,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) {
        let (plan, numbers) = now.segment(segment);
        let priced_at = now.plan.scenario.segments[segment].deal.priced_at;
        let price = numbers.price * hours.service[plan.stages[priced_at].task].price;
        let source = &plan.flows[flow];
        let worth = price * now.deals(source.deals, deals, numbers.log_deal);
        let class = match source.origin {
            Origin::Induced => {
                let worth = worth * numbers.customers.induced_value;
                events.induced_won(segment, deals, self.split(worth));
                return;
            }
            Origin::Referred => Class::Referred,
            Origin::Sourced => Class::Sourced,
        };
        let to_care = &plan.stages[plan.stages.len() - 1].passage;
        let joined = now.binomial(source.joins, deals, 1.0 - now.loss(hours, to_care));
        self.joining[class as usize] += joined;
        events.won(segment, class, flow, Won { deals, worth, joined });
    }

    /// A step of the customers' life. Returns the opportunities that tracking
    /// found, for the stage they enter.
    pub fn live(
        &mut self,
        segment: usize,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) -> u64 {
        let mut induced = 0;
        if self.total() > 0 {
            let (plan, numbers) = now.segment(segment);
            let coverage = |task: usize| match hours.demand[task] {
                demand if demand > 0.0 => (hours.service[task].hours / demand).min(1.0),
                _ => 1.0,
            };
            let covered = coverage(plan.care);
            self.order(segment, covered, now, events);
            let (neglected, care_adds) = numbers.customers.referrals;
            let mean = self.total() as f64 * (neglected + covered * care_adds);
            self.referral_leads = now.poisson(plan.places.referrals, mean);
            if let Some((task, passage)) = &plan.tracking {
                let mean = self.total() as f64
                    * numbers.customers.demands
                    * coverage(*task)
                    * hours.service[*task].lift
                    * (1.0 - now.loss(hours, passage));
                induced = now.poisson(plan.places.induced, mean);
            }
            events.sensed(segment, self.referral_leads, induced);
            let lift = hours.service[plan.care].lift;
            self.leave(segment, churn(&numbers.customers, covered, lift, now), now, events);
        }
        for (active, joining) in self.active.iter_mut().zip(&mut self.joining) {
            *active += std::mem::take(joining);
        }
        induced
    }

    fn order(
        &self,
        segment: usize,
        covered: f64,
        now: &Moment<'_, impl Draw>,
        events: &mut impl Events,
    ) {
        let (plan, numbers) = now.segment(segment);
        let (neglected, care_adds) = numbers.customers.orders;
        let rate = neglected + covered * care_adds;
        let price = numbers.price * numbers.order_value;
        for class in Class::ALL {
            let mean = self.active[class as usize] as f64 * rate;
            let orders = now.poisson(plan.places.orders[class as usize], mean);
            if orders > 0 {
                let values = plan.places.values[class as usize];
                let worth = price * now.deals(values, orders, numbers.log_deal);
                events.ordered(segment, class, orders, worth);
            }
        }
    }

    fn leave(
        &mut self,
        segment: usize,
        chance: f64,
        now: &Moment<'_, impl Draw>,
        events: &mut impl Events,
    ) {
        let (plan, _) = now.segment(segment);
        for class in Class::ALL {
            let active = &mut self.active[class as usize];
            let left = now.binomial(plan.places.churn[class as usize], *active, chance);
            if left > 0 {
                *active -= left;
                events.churned(segment, class, left);
            }
        }
    }
}

/// Chance that a customer leaves in this step.
fn churn(numbers: &CustomerNumbers, covered: f64, lift: f64, now: &Moment<'_, impl Draw>) -> f64 {
    let cared_for = 1.0 - probability(numbers.keep * lift);
    let yearly = (1.0 - covered) * numbers.neglected_churn + covered * cared_for;
    super::numbers::part_of(yearly, 12.0 * now.plan.scenario.steps_per_month as f64)
}
