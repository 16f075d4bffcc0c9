//! A role's seats, hours and costs.

use schemars::JsonSchema;
use serde::Serialize;

/// A role's people.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct RoleRecord {
    /// What people call the role.
    pub title: String,
    /// Seats while the last step's work was done: filled + vacant.
    pub seats: usize,
    /// Seats with somebody in them.
    pub filled: usize,
    /// Seats with nobody.
    pub vacant: usize,
    /// Steps since they were hired, of those in the last step who were not yet
    /// fully productive.
    pub ramping: Vec<u32>,
    /// What the filled seats gave in the last step, in fully productive seats.
    pub productive: f64,
    /// Seats filled.
    pub hired: u64,
    /// Seats emptied at the end of a step by people who left.
    pub departed: u64,
    /// People whose seats were taken away by a fall in headcount.
    pub removed: u64,
    /// Productive hours that the filled seats had, switching loss taken off.
    pub available: f64,
    /// Hours spent on work (the role's own, not standard hours).
    pub given: f64,
    /// Hours left over.
    pub idle: f64,
    /// Cost of filled seats, in currency.
    pub cost: f64,
    /// Cost of filling seats, in currency.
    pub hire_cost: f64,
}

impl RoleRecord {
    pub(super) fn absorb(&mut self, later: &Self) {
        let sum = Self {
            hired: self.hired + later.hired,
            departed: self.departed + later.departed,
            removed: self.removed + later.removed,
            available: self.available + later.available,
            given: self.given + later.given,
            idle: self.idle + later.idle,
            cost: self.cost + later.cost,
            hire_cost: self.hire_cost + later.hire_cost,
            ..later.clone()
        };
        *self = sum;
    }
}
