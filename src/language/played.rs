//! What is said of the written scenario at work beside the records.

/// Words of the table of recorded, fitted and played.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Played {
    pub heading: &'static str,
    /// Recorded, fitted, played, and 90 % of the runs.
    pub columns: [&'static str; 4],
    pub cases: fn(leads: bool) -> &'static str,
    pub share: &'static str,
    pub won: &'static str,
    pub bookings: &'static str,
    /// What the columns are: months on record, runs, months of a run.
    pub how: fn(past: Option<usize>, runs: &str, months: usize) -> String,
    /// By how much odds are written higher, at least and at most.
    pub raised: fn(least: &str, most: &str) -> String,
    /// Which part of the losses of what waits is written.
    pub less_lost: fn(share: &str) -> String,
    /// Customers when counting starts, played and on record.
    pub customers: fn(played: &str, recorded: &str) -> String,
    /// The share won stays off.
    pub off: &'static str,
}
