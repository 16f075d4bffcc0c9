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
    /// How waits add up to the mean days until a case closes: stages, step in days, days
    /// with both ends of their interval.
    pub days: fn(stages: usize, step: &str, days: [&str; 3]) -> String,
    /// Why the first wait is longer.
    pub lag: &'static str,
    /// Why chances and losses are not quite those fitted; shares won in percent.
    pub shifts: fn(fitted: f64, played: f64) -> String,
    /// Which of two organisations the records come from.
    pub as_recorded: &'static str,
    /// Which part of the arrivals is written, as demand grows in the warm-up.
    pub grown: fn(f64) -> String,
    /// A fitted chance, written with odds so many times its own.
    pub odds: fn(&str, f64) -> String,
    /// Published hours, of which this share is written.
    pub fewer_hours: fn(&str, f64) -> String,
    /// A published loss, of which this share is written.
    pub less_room: fn(&str, f64) -> String,
    /// Why nothing is lost.
    pub no_room: &'static str,
    /// Customers on record, when the warm-up adds to those written.
    pub before_warm_up: fn(&str) -> String,
    /// What the second of two rates is.
    pub neglected: &'static str,
    /// Why there are no referrals.
    pub no_referrals: &'static str,
}
