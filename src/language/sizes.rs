//! What is too large, too small or too many.

/// Words for the limits of what can be simulated.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Sizes {
    pub too_small: fn(field: &str) -> String,
    pub smallest: fn(limit: f64) -> String,
    pub too_large: fn(field: &str) -> String,
    pub largest: fn(limit: f64) -> String,
    /// What a factor reaches once in a billion runs.
    pub reaches: fn(size: f64) -> String,

    /// With the factor of the market where only that makes them too many.
    pub arrivals: fn(growth: Option<f64>) -> String,
    pub a_month: fn(leads: f64) -> String,
    pub most_leads: fn(limit: f64) -> String,

    pub rate: fn(key: &str) -> String,
    pub a_customer: fn(a_year: f64) -> String,
    pub most_a_customer: fn(limit: f64) -> String,
    pub from_customers: fn(a_month: f64, customers: u64) -> String,
    pub most_a_month: fn(limit: f64) -> String,
    pub multiply: fn(customers: f64) -> String,
    pub once_there_are: fn(a_month: f64, customers: f64) -> String,
    pub most_orders: fn(limit: f64) -> String,

    pub entries: fn(field: &str, count: usize) -> String,
    pub most_entries: fn(most: usize) -> String,
    pub months: &'static str,
    pub most_months: fn(most: usize) -> String,
    pub seats: fn(seats: usize) -> String,
    pub most_seats: fn(most: usize) -> String,
    pub chain: &'static str,
    pub longest_chain: fn(files: usize) -> String,
}
