//! What stands beside numbers.

use super::Often;

/// How amounts are shortened, and the words and signs around numbers.
#[derive(Debug)]
pub struct Units {
    /// Sizes with their signs, largest first.
    pub ladder: &'static [(f64, &'static str)],
    /// Decimals of a shortened amount at most.
    pub decimals: i32,
    /// What follows the hundredths of a share.
    pub percent: &'static str,
    /// From a low figure to a high one.
    pub range: fn(low: &str, high: &str) -> String,
    /// Less than a share, yet not nothing.
    pub under: fn(share: &str) -> String,
    /// More than a share, yet not all.
    pub over: fn(share: &str) -> String,
    /// A chance in a cell of a table, over so many runs.
    pub chance: fn(often: Often<'_>, runs: &str) -> String,
    /// An amount of money; the currency's code may be empty.
    pub money: fn(amount: &str, currency: &str) -> String,
    /// What an axis or a column of money shows; the currency's code may be empty.
    pub in_currency: fn(what: &str, currency: &str) -> String,
}
