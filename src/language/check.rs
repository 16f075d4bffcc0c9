//! What `check` says.

/// Words of what was understood of a scenario.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Check {
    /// Months counted, months of warm-up, steps a month, and the currency's
    /// code, which may be empty.
    pub time: fn(counted: usize, warm_up: usize, steps: usize, currency: &str) -> String,
    pub factors: &'static str,
    pub factor_columns: [&'static str; 4],
    pub carriers: &'static str,
    pub carrier_columns: [&'static str; 3],
    pub nobody: &'static str,
    /// Names one after the other.
    pub list: fn(names: &[String]) -> String,
    /// Kinds of work that come first, in their order.
    pub priorities: fn(kinds: &[&str]) -> String,
    /// Where work comes up.
    pub leads_of: fn(segment: &str, channel: &str) -> String,
    pub stage_of: fn(segment: &str, stage: &str) -> String,
    pub care_of: fn(segment: &str) -> String,
    pub tracking_of: fn(segment: &str) -> String,
    pub load: &'static str,
    /// What kind of estimate this is.
    pub load_note: &'static str,
    pub load_columns: [&'static str; 4],
    /// The work that lacks most hours.
    pub missing: fn(kind: &str, hours: &str) -> String,
    pub hours: &'static str,
    pub hours_columns: [&'static str; 7],
}
