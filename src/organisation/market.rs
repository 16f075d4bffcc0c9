//! Demand over time, and what a booking leaves.

use super::FactorId;

/// How demand moves, for all segments alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Market {
    /// Factor on demand by month, index 0 for the first counted month,
    /// repeating; empty for none.
    pub seasonality: Vec<f64>,
    /// Yearly growth of demand, log. Real.
    pub drift: FactorId,
    /// Yearly standard deviation of the shocks to log demand. Non-negative.
    pub volatility: FactorId,
    /// Month-to-month memory of log demand. Probability.
    pub persistence: FactorId,
}

/// What a booking leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct Economics {
    /// Share of bookings left after the cost of delivery. Probability.
    pub gross_margin: FactorId,
    /// Share of bookings paid out to those who sold. Probability.
    pub commission: FactorId,
}
