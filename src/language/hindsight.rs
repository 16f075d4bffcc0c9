//! What is said of months that were foretold: why they went otherwise, and what
//! their deals are worth.

use super::Foresight;

/// A part of the difference between deals won and foretold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Other cases came than foretold.
    Arrivals,
    /// Of the cases that came other shares were won.
    ShareOfNew,
    /// Of the cases that were open other shares were won.
    ShareOfOpen,
    /// Deals were won earlier or later.
    Timing,
}

/// What made most of a difference: as it was, and as it was foretold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Miss<'a> {
    /// Whether the cases are leads; otherwise they are opportunities.
    pub leads: bool,
    /// Whether more deals were won than the band holds, not fewer.
    pub more: bool,
    /// What did most.
    pub cause: Cause,
    /// Cases that came, or the share of them won, as it was; empty of timing.
    pub happened: &'a str,
    /// The same as it was foretold.
    pub foretold: &'a str,
}

/// Words of hindsight. Cases are leads or opportunities.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Hindsight {
    /// Heading of why months went otherwise than foretold.
    pub why: &'static str,
    /// From one day, the months together lie outside the band of 80 %.
    pub missed: fn(until: &str, miss: &Miss) -> String,
    /// They lie in it, but not all months do: each with its deals more or fewer.
    pub months_off: fn(until: &str, months: &[String]) -> String,
    /// A month with so many deals more, or fewer.
    pub month_off: fn(month: &str, more: bool, deals: &str) -> String,
    /// All lie in it.
    pub as_foretold: fn(until: &str) -> String,
    /// As it was, as it was foretold, and what that makes in deals.
    pub why_columns: [&'static str; 3],
    /// The rows: cases, the share of them won, that of the open ones, timing, all.
    pub why_rows: fn(leads: bool) -> [&'static str; 5],
    /// How the rows are to be read.
    pub why_note: &'static str,

    /// Heading of bookings by month; the currency's code may be empty.
    pub bookings: fn(currency: &str) -> String,
    pub booked: &'static str,
    /// The verdict on bookings: mean losses of the model and of the better naive
    /// forecast.
    pub bookings_verdict: fn(foresight: Foresight, model: &str, naive: &str, rival: &str) -> String,
    /// Column of the distance of the median.
    pub absolute: &'static str,
    /// How often the bands of deals held, and those of bookings.
    pub deals_and_bookings: [&'static str; 2],
    /// Mean loss a month in currency; its code may be empty.
    pub bookings_scores: fn(currency: &str) -> String,
    /// What a small picture shows: deals, or bookings in a currency.
    pub panel_deals: fn(known_until: &str) -> String,
    pub panel_bookings: fn(known_until: &str, currency: &str) -> String,
    pub subtitle_with_bookings: &'static str,
    /// Only one day was foretold from.
    pub one_day: &'static str,
}
