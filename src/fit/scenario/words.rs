//! What the comments of a fitted scenario have to say.

use crate::fit::{Assumption, Fitted, Method, Warning};
use crate::records::Day;

/// Figure, count, period and method.
type Measured = fn(&str, Option<&str>, Option<(Day, Day)>, &str) -> String;

/// Sentences and half sentences of comments.
#[derive(Debug)]
pub struct Words {
    /// The lines at the top.
    pub head: fn(&Fitted) -> Vec<String>,
    /// Behind a measured number: figure, count, period, method.
    pub measured: Measured,
    /// How a number was found.
    pub method: fn(Method) -> &'static str,
    /// Behind a published number; the source may be empty.
    pub benchmark: fn(&str) -> String,
    /// Behind an assumed number.
    pub assumed: fn(Assumption) -> String,
    /// What should be known beforehand.
    pub warning: fn(&Warning) -> String,
    /// Cases and wins of a channel.
    pub channel: fn(f64, f64) -> String,
    /// So many channels together.
    pub merged: fn(usize) -> String,
    /// Seasons, with the calendar month (1 to 12) of the first factor.
    pub seasons: fn(i32) -> String,
    /// 90 % intervals of the factors, the first month first.
    pub seasons_between: fn(&[(String, String)]) -> String,
    /// Why there are none.
    pub no_seasons: &'static str,
    /// Why there is a warm-up.
    pub warm_up: &'static str,
    /// Why so many steps.
    pub steps: &'static str,
    /// What the correlations are.
    pub correlations: &'static str,
    /// Why the first wait is longer.
    pub lag: &'static str,
    /// What the second of two rates is.
    pub neglected: &'static str,
    /// Why there are no referrals.
    pub no_referrals: &'static str,
}
