//! What the ledger of one run says.

/// A step of a month, and how many steps a month has; none for a whole month.
pub type Step = Option<(usize, usize)>;

/// Words of `run --replay`.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Ledger {
    pub title: fn(run: u64, scenario: &str, seed: u64) -> String,
    /// The file, months counted, months of warm-up, steps a month, and the
    /// currency's code, which may be empty.
    pub time:
        fn(file: &str, counted: usize, warm_up: usize, steps: usize, currency: &str) -> String,
    /// How to read the ledger, in paragraphs.
    pub reading: [&'static str; 2],
    pub factors: &'static str,
    pub drawn: [&'static str; 2],
    pub known: [&'static str; 2],
    pub months: &'static str,
    pub month_columns: [&'static str; 8],
    pub months_note: &'static str,
    /// A month, or a step of one with the number of steps; whether it belongs to
    /// the warm-up, and the index of demand.
    pub period: fn(month: i64, step: Step, warm_up: bool, demand: &str) -> String,
    /// The same for a segment.
    pub segment: fn(month: i64, step: Step, key: &str) -> String,
    pub totals: fn(months: usize, run: u64) -> String,
    pub total_columns: [&'static str; 2],

    pub people: [&'static str; 9],
    /// Who still learns: steps since they were hired.
    pub ramping: fn(role: &str, tenures: &[String]) -> String,
    /// How many left because the headcount fell.
    pub removed: fn(role: &str, left: &str) -> String,
    pub cost: [&'static str; 4],

    pub hours: [&'static str; 8],
    pub leads_of: fn(channel: &str) -> String,
    pub care: &'static str,
    pub tracking: &'static str,
    pub workers: [&'static str; 6],
    pub nobody: &'static str,

    pub leads: &'static str,
    pub queue: [&'static str; 10],
    pub room: [&'static str; 5],

    pub won: [&'static str; 5],
    pub customers: [&'static str; 7],
    /// Classes of customers: existing, sourced, referred.
    pub classes: [&'static str; 3],
    /// Leads that customers sent, and opportunities that tracking found.
    pub sent: fn(leads: &str, opportunities: &str) -> String,
    pub booked: [&'static str; 2],
    /// First deals of sourced and of referred customers, repeat business of
    /// existing, sourced and referred ones.
    pub bookings: [&'static str; 5],
    pub in_all: &'static str,
}
