//! Section 6: customers who order, refer, ask for more and leave.

use super::chance::Chance;
use super::draw::{Draw, real};
use super::events::{Class, Events, Won};
use super::numbers::{CustomerNumbers, SegmentNumbers, part_of, probability};
use super::plan::{CustomerPlaces, Origin};
use super::rate::Rate;
use super::{Allocation, Moment};
use crate::random::{Luck, Streams};

/// The customers of a segment, in the classes existing, sourced and referred.
#[derive(Debug, Clone, Default)]
pub struct Customers {
    /// Active ones.
    pub active: [u64; 3],
    /// Those who join at the end of the step.
    pub joining: [u64; 3],
    /// Leads they sent, which reach the referral queue in the next step.
    pub referral_leads: u64,
    numbers: CustomerNumbers,
    /// Mean value of a repeat order.
    order_value: f64,
    /// Mean and standard deviation of the logarithm of a deal around a mean of 1.
    log_deal: (f64, f64),
    orders: [Orders; 3],
    referring: Sensing,
    inducing: Sensing,
    churn: Churn,
    /// That a new customer survives the change of hands.
    staying: Chance,
}

/// Repeat orders of a class.
#[derive(Debug, Clone, Copy, Default)]
struct Orders {
    rate: Rate,
    numbers: Streams,
    values: Streams,
}

/// What customers send or tracking finds.
#[derive(Debug, Clone, Copy, Default)]
struct Sensing {
    rate: Rate,
    numbers: Streams,
}

/// Customers who leave: the chance rarely changes from step to step.
#[derive(Debug, Clone, Default)]
struct Churn {
    covered: f64,
    lift: f64,
    chance: Chance,
    classes: [Streams; 3],
}

impl Churn {
    /// Works out the chance at this coverage and lift of care.
    #[inline]
    fn set(&mut self, covered: f64, lift: f64, numbers: &CustomerNumbers, steps: usize) {
        if covered.to_bits() != self.covered.to_bits() || lift.to_bits() != self.lift.to_bits() {
            (self.covered, self.lift) = (covered, lift);
            let cared_for = 1.0 - probability(numbers.keep * lift);
            let yearly = (1.0 - covered) * numbers.neglected_churn + covered * cared_for;
            self.chance.set(part_of(yearly, 12.0 * steps as f64));
        }
    }
}

impl Customers {
    /// Those who are there at the start of a run.
    pub(super) fn start(
        &mut self,
        initial: u64,
        places: &CustomerPlaces,
        numbers: &SegmentNumbers,
        luck: Luck,
    ) {
        (self.active, self.joining, self.referral_leads) = ([initial, 0, 0], [0; 3], 0);
        self.numbers = numbers.customers;
        (self.order_value, self.log_deal) = (numbers.price * numbers.order_value, numbers.log_deal);
        for (class, orders) in self.orders.iter_mut().enumerate() {
            orders.numbers = luck.at(places.orders[class]);
            orders.values = luck.at(places.values[class]);
        }
        self.referring.numbers = luck.at(places.referrals);
        self.inducing.numbers = luck.at(places.induced);
        self.churn.classes = places.churn.map(|place| luck.at(place));
        // No care lifts by 0: the first step of a run works out its chance anew.
        self.churn.lift = 0.0;
    }

    /// All active customers.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.active.iter().sum()
    }

    /// What they ask for in a step, in standard hours: care, and tracking.
    pub(super) fn ask(&self) -> (f64, f64) {
        let all = real(self.total());
        (all * self.numbers.care_hours, all * self.numbers.tracking_hours)
    }

    /// Counting starts: whoever is here was here before.
    pub(super) fn become_existing(&mut self) {
        self.active = [self.total(), 0, 0];
    }

    /// An amount in proportion to the active customers of each class.
    #[must_use]
    pub fn split(&self, amount: f64) -> [f64; 3] {
        match self.total() {
            0 => [amount, 0.0, 0.0],
            total => self.active.map(|active| amount * (real(active) / real(total))),
        }
    }

    /// Takes in the wins of a flow: bookings now, customers at the end of the step.
    pub(super) fn win(
        &mut self,
        segment: usize,
        flow: usize,
        deals: u64,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) {
        let plan = &now.plan.segments[segment];
        let priced_at = now.plan.scenario.segments[segment].deal.priced_at;
        let price =
            now.numbers.segments[segment].price * hours.service[plan.stages[priced_at].task].price;
        let source = &plan.flows[flow];
        let worth = price * now.deals(now.luck.at(source.deals), deals, self.log_deal);
        let class = match source.origin {
            Origin::Induced => {
                let worth = worth * self.numbers.induced_value;
                events.induced_won(segment, deals, self.split(worth));
                return;
            }
            Origin::Referred => Class::Referred,
            Origin::Sourced => Class::Sourced,
        };
        let to_care = &plan.stages[plan.stages.len() - 1].passage;
        self.staying.set(1.0 - now.loss(hours, to_care));
        let joined = now.binomial(now.luck.at(source.joins), deals, &mut self.staying);
        self.joining[class as usize] += joined;
        events.won(segment, class, flow, Won { deals, worth, joined });
    }

    /// A step of the customers' life. Returns the opportunities that tracking
    /// found, for the stage they enter.
    pub(super) fn live(
        &mut self,
        segment: usize,
        now: &Moment<'_, impl Draw>,
        hours: &Allocation,
        events: &mut impl Events,
    ) -> u64 {
        let mut induced = 0;
        let all = real(self.total());
        if all > 0.0 {
            let plan = &now.plan.segments[segment];
            let care = &hours.service[plan.care];
            let covered = care.coverage();
            self.order(segment, covered, now, events);
            let (neglected, care_adds) = self.numbers.referrals;
            self.referring.rate.set(all * (neglected + covered * care_adds));
            self.referral_leads = now.poisson(self.referring.numbers, &mut self.referring.rate);
            if let Some((task, passage)) = &plan.tracking {
                let tracking = &hours.service[*task];
                let mean = all * self.numbers.demands * tracking.coverage() * tracking.lift;
                self.inducing.rate.set(mean * (1.0 - now.loss(hours, passage)));
                induced = now.poisson(self.inducing.numbers, &mut self.inducing.rate);
            }
            events.sensed(segment, self.referral_leads, induced);
            let steps = now.plan.scenario.steps_per_month;
            self.churn.set(covered, care.lift, &self.numbers, steps);
            self.leave(segment, now, events);
        }
        for (active, joining) in self.active.iter_mut().zip(&mut self.joining) {
            *active += std::mem::take(joining);
        }
        induced
    }

    fn order(
        &mut self,
        segment: usize,
        covered: f64,
        now: &Moment<'_, impl Draw>,
        events: &mut impl Events,
    ) {
        let (neglected, care_adds) = self.numbers.orders;
        let rate = neglected + covered * care_adds;
        for (class, orders) in Class::ALL.into_iter().zip(&mut self.orders) {
            orders.rate.set(real(self.active[class as usize]) * rate);
            let count = now.poisson(orders.numbers, &mut orders.rate);
            if count > 0 {
                let worth = self.order_value * now.deals(orders.values, count, self.log_deal);
                events.ordered(segment, class, count, worth);
            }
        }
    }

    fn leave(&mut self, segment: usize, now: &Moment<'_, impl Draw>, events: &mut impl Events) {
        let Churn { chance, classes, .. } = &mut self.churn;
        for ((class, active), place) in Class::ALL.into_iter().zip(&mut self.active).zip(classes) {
            let left = now.binomial(*place, *active, chance);
            *active -= left;
            events.churned(segment, class, left);
        }
    }
}
