//! What is wrong with a number that is to be varied.

/// Words for what is wrong with `--vary`.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Ranges {
    pub needs_range: &'static str,
    /// What stands in the place of a number.
    pub no_number: fn(text: &str) -> String,
    pub no_steps: fn(text: &str) -> String,
    pub steps: fn(most: usize) -> String,
    pub points: fn(points: usize, most: usize) -> String,
    pub fewer_steps: &'static str,
    pub must_rise: fn(low: &str, high: &str) -> String,
    /// A path that leads to something else than a number.
    pub cannot_vary: fn(path: &str) -> String,
    pub what_can: &'static str,
    pub one_whole: fn(path: &str) -> String,
    pub twice: fn(path: &str) -> String,
    pub at_most_two: &'static str,
    /// How far the size of the company can go.
    pub ratio: fn(low: f64, high: f64) -> String,
    pub seats: fn(most: usize) -> String,
    pub customers: fn(most: u64) -> String,
    pub leads: fn(most: f64) -> String,
}
