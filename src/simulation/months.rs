//! Leads, wins and bookings of a run by month: what records tell too.

use super::State;
use super::events::{Class, Events, Queue, Staffed, Won, Worked};

/// Listens for leads, wins and first deals.
#[derive(Debug, Clone, Default)]
pub struct Months {
    warm_up: usize,
    /// The counted month that runs; none in the warm-up.
    month: Option<usize>,
    /// Leads that came through channels, by counted month.
    pub leads: Vec<f64>,
    /// First wins of the sourced flows, by counted month.
    pub wins: Vec<f64>,
    /// What these first deals are worth, by counted month.
    pub bookings: Vec<f64>,
}

impl Months {
    /// For a scenario of so many months.
    #[must_use]
    pub fn new(warm_up: usize, counted: usize) -> Self {
        let none = vec![0.0; counted];
        Self { warm_up, month: None, leads: none.clone(), wins: none.clone(), bookings: none }
    }
}

impl Events for Months {
    fn month(&mut self, month: usize, _demand: f64) {
        self.month = month.checked_sub(self.warm_up);
    }

    fn queued(&mut self, _segment: usize, queue: Queue, units: u64) {
        if let (Queue::Channel(_), Some(month)) = (queue, self.month) {
            self.leads[month] += units as f64;
        }
    }

    fn won(&mut self, _segment: usize, class: Class, _flow: usize, won: Won) {
        if let (Class::Sourced, Some(month)) = (class, self.month) {
            self.wins[month] += won.deals as f64;
            self.bookings[month] += won.worth;
        }
    }

    fn staffed(&mut self, _role: usize, _staffed: Staffed) {}
    fn allocated(&mut self, _state: &State) {}
    fn worked(&mut self, _segment: usize, _queue: Queue, _worked: Worked) {}
    fn stale(&mut self, _segment: usize, _queue: Queue, _units: u64) {}
    fn induced_won(&mut self, _segment: usize, _deals: u64, _worth: [f64; 3]) {}
    fn ordered(&mut self, _segment: usize, _class: Class, _orders: u64, _worth: f64) {}
    fn sensed(&mut self, _segment: usize, _referrals: u64, _induced: u64) {}
    fn churned(&mut self, _segment: usize, _class: Class, _customers: u64) {}
    fn departed(&mut self, _role: usize, _people: u64) {}
    fn ended(&mut self, _state: &State) {}
}
