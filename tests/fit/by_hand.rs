//! Records made case by case.

use orgodds::records::{Case, Cases, Day, Findings, Outcome, Qualification, Records};

/// An open case that tells nothing.
pub const BARE: Case = Case {
    created: Day(17_600.0),
    channel: 0,
    segment: None,
    qualification: Qualification::Untold,
    outcome: Outcome::Open,
    amount: None,
    owner: None,
    opener: None,
    stage: None,
    customer: None,
};

/// Records of leads that hold these and nothing else; a channel as many as they name.
pub fn records(cases: &[Case]) -> Records {
    let channels = 1 + cases.iter().map(|case| case.channel).max().unwrap_or(0);
    let first = cases.iter().map(|case| case.created.0).fold(f64::INFINITY, f64::min);
    Records {
        cases: cases.iter().collect::<Cases>(),
        of_leads: true,
        channels: (0..channels).map(|channel| format!("channel {channel}")).collect(),
        segments: Vec::new(),
        stages: Vec::new(),
        standings: Vec::new(),
        owners: 0,
        customers: 0,
        roles: Vec::new(),
        people: Vec::new(),
        orders: Vec::new(),
        first: Day(if first.is_finite() { first } else { 0.0 }),
        last: Day(18_000.0),
        currency: None,
        findings: Findings::default(),
        taken: Vec::new(),
        files: Vec::new(),
    }
}

/// Cases on successive days.
pub fn cases(count: usize, case: impl Fn(usize, Day) -> Case) -> Vec<Case> {
    (0..count).map(|at| case(at, Day(17_600.0 + at as f64 * 380.0 / count as f64))).collect()
}
