//! Section 7: what a run yields, over the counted months.

use super::draw::real;
use super::events::{Class, Events, Queue, Staffed, Won, Worked};
use super::plan::Plan;
use super::{Allocation, Metric, State};
use crate::organisation::ChannelKind;

/// The books of one run.
#[derive(Debug, Clone)]
pub struct Tally<'a> {
    plan: &'a Plan<'a>,
    /// Each task's kind of work.
    kinds: Vec<usize>,
    /// The counted month that runs; none in the warm-up.
    month: Option<usize>,
    /// Leads of inbound channels (arrived) and outbound channels (worked).
    pub leads: f64,
    /// Opportunities from channels.
    pub opportunities: f64,
    /// First wins of the sourced flows.
    pub wins: f64,
    /// Active customers at the end.
    pub customers: f64,
    /// First bookings by class; existing customers have none.
    pub first: [f64; 3],
    /// Repeat bookings by class.
    pub repeat: [f64; 3],
    /// Cost of filled seats.
    pub people_cost: f64,
    /// Cost of filling seats.
    pub hire_cost: f64,
    /// Seats filled.
    pub hires: f64,
    /// Seats emptied by people who left.
    pub departures: f64,
    /// Bookings by counted month.
    pub monthly: Vec<f64>,
    /// Bookings by segment.
    pub segments: Vec<f64>,
    /// Standard hours demanded, by kind of work.
    pub demanded: Vec<f64>,
    /// Standard hours supplied, by kind of work.
    pub supplied: Vec<f64>,
    /// Hours available, by role.
    pub available: Vec<f64>,
    /// Hours given, by role.
    pub given: Vec<f64>,
}

impl<'a> Tally<'a> {
    /// Empty books.
    #[must_use]
    pub fn new(plan: &'a Plan<'a>) -> Self {
        let scenario = plan.scenario;
        let (kinds, roles) = (plan.kinds.len(), scenario.roles.len());
        Self {
            plan,
            kinds: plan.tasks.iter().map(|task| task.kind).collect(),
            month: None,
            leads: 0.0,
            opportunities: 0.0,
            wins: 0.0,
            customers: 0.0,
            first: [0.0; 3],
            repeat: [0.0; 3],
            people_cost: 0.0,
            hire_cost: 0.0,
            hires: 0.0,
            departures: 0.0,
            monthly: vec![0.0; scenario.horizon_months],
            segments: vec![0.0; scenario.segments.len()],
            demanded: vec![0.0; kinds],
            supplied: vec![0.0; kinds],
            available: vec![0.0; roles],
            given: vec![0.0; roles],
        }
    }

    /// Wipes the books for the next run; the tables stay where they are.
    pub fn clear(&mut self) {
        self.month = None;
        for figure in [
            &mut self.leads,
            &mut self.opportunities,
            &mut self.wins,
            &mut self.customers,
            &mut self.people_cost,
            &mut self.hire_cost,
            &mut self.hires,
            &mut self.departures,
        ] {
            *figure = 0.0;
        }
        (self.first, self.repeat) = ([0.0; 3], [0.0; 3]);
        for table in [
            &mut self.monthly,
            &mut self.segments,
            &mut self.demanded,
            &mut self.supplied,
            &mut self.available,
            &mut self.given,
        ] {
            table.fill(0.0);
        }
    }

    /// All money booked.
    #[must_use]
    pub fn bookings(&self) -> f64 {
        self.first.iter().sum::<f64>() + self.repeat.iter().sum::<f64>()
    }

    /// A metric of the run. `margin` is the share of bookings left after delivery
    /// and commission.
    #[must_use]
    pub fn metric(&self, metric: Metric, margin: f64) -> f64 {
        match metric {
            Metric::Bookings => self.bookings(),
            Metric::Contribution => self.bookings() * margin - self.people_cost - self.hire_cost,
            Metric::Leads => self.leads,
            Metric::Opportunities => self.opportunities,
            Metric::Wins => self.wins,
            Metric::Customers => self.customers,
            Metric::FirstSourced => self.first[1],
            Metric::FirstReferred => self.first[2],
            Metric::RepeatExisting => self.repeat[0],
            Metric::RepeatSourced => self.repeat[1],
            Metric::RepeatReferred => self.repeat[2],
            Metric::PeopleCost => self.people_cost,
            Metric::HireCost => self.hire_cost,
            Metric::Hires => self.hires,
            Metric::Departures => self.departures,
        }
    }

    fn book(&mut self, segment: usize, worth: f64) {
        if let Some(month) = self.month {
            self.monthly[month] += worth;
            self.segments[segment] += worth;
        }
    }
}

impl Events for Tally<'_> {
    fn month(&mut self, month: usize, _demand: f64) {
        self.month = month.checked_sub(self.plan.scenario.warm_up_months);
    }

    fn staffed(&mut self, role: usize, staffed: Staffed) {
        if self.month.is_some() {
            self.hires += real(staffed.hired);
            self.people_cost += staffed.cost;
            self.hire_cost += staffed.hire_cost;
            self.available[role] += staffed.hours;
        }
    }

    #[inline]
    fn queued(&mut self, segment: usize, queue: Queue, units: u64) {
        if let (Some(_), Queue::Channel(channel)) = (self.month, queue) {
            let kind = self.plan.segments[segment].channels[channel].kind;
            if matches!(kind, ChannelKind::Inbound { .. }) {
                self.leads += real(units);
            }
        }
    }

    #[inline]
    fn allocated(&mut self, state: &State) {
        if self.month.is_none() {
            return;
        }
        let Allocation { service, available, idle, .. } = &state.hours;
        for (&kind, service) in self.kinds.iter().zip(service) {
            self.demanded[kind] += service.demanded;
            self.supplied[kind] += service.hours;
        }
        for ((given, available), idle) in self.given.iter_mut().zip(available).zip(idle) {
            *given += available - idle;
        }
    }

    fn worked(&mut self, segment: usize, queue: Queue, worked: Worked) {
        if let (Some(_), Queue::Channel(channel)) = (self.month, queue) {
            let kind = self.plan.segments[segment].channels[channel].kind;
            if matches!(kind, ChannelKind::Outbound { .. }) {
                self.leads += real(worked.units);
            }
            self.opportunities += real(worked.passed);
        }
    }

    fn stale(&mut self, _segment: usize, _queue: Queue, _units: u64) {}

    fn won(&mut self, segment: usize, class: Class, _flow: usize, won: Won) {
        if self.month.is_some() {
            self.first[class as usize] += won.worth;
            if class == Class::Sourced {
                self.wins += real(won.deals);
            }
            self.book(segment, won.worth);
        }
    }

    fn induced_won(&mut self, segment: usize, _deals: u64, worth: [f64; 3]) {
        if self.month.is_some() {
            for (repeat, part) in self.repeat.iter_mut().zip(worth) {
                *repeat += part;
            }
            self.book(segment, worth.iter().sum());
        }
    }

    fn ordered(&mut self, segment: usize, class: Class, _orders: u64, worth: f64) {
        if self.month.is_some() {
            self.repeat[class as usize] += worth;
            self.book(segment, worth);
        }
    }

    fn sensed(&mut self, _segment: usize, _referrals: u64, _induced: u64) {}

    fn churned(&mut self, _segment: usize, _class: Class, _customers: u64) {}

    fn departed(&mut self, _role: usize, people: u64) {
        if self.month.is_some() {
            self.departures += real(people);
        }
    }

    fn ended(&mut self, state: &State) {
        let active = |segment: &super::segment::Segment| real(segment.customers.total());
        self.customers = state.segments.iter().map(active).sum();
    }
}
