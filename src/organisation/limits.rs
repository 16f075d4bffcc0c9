//! How large a scenario may be: what would exhaust memory or time is refused
//! with the limit named.

/// Most months simulated, warm-up and horizon together.
pub const MONTHS: usize = 600;
/// Most steps of time a month.
pub const STEPS_PER_MONTH: usize = 20;
/// Most seats of a scenario at any time, all roles together.
pub const SEATS: usize = 20_000;
/// Most customers that a segment may start with.
pub const CUSTOMERS: u64 = 1_000_000_000;
/// Most leads a month that a channel may bring, shocks and growth included.
pub const LEADS_A_MONTH: f64 = 1e7;
/// Most repeat orders and referrals a customer a year.
pub const RATE_A_YEAR: f64 = 1e4;
/// Most orders or referrals a month of the customers that a segment starts with,
/// and of all that it can win.
pub const ORDERS_A_MONTH: f64 = 1e6;
/// Largest size of any number.
pub const NUMBER: f64 = 1e15;
/// Most segments, roles, channels or stages of one table.
pub const ENTRIES: usize = 1000;
/// Most values of a data column.
pub const DATA_VALUES: usize = 10_000_000;
/// Most runs of one command.
pub const RUNS: u64 = 10_000_000;
/// Most runs that are added to reach a precision.
pub const PRECISION_RUNS: u64 = 1_000_000;
/// Most bytes that the figures of all runs of one command may need.
pub const MEMORY: u64 = 8 << 30;
/// Most values that a number is varied over.
pub const STEPS: usize = 1000;
/// Most points of a sweep.
pub const POINTS: usize = 10_000;
/// Smallest and largest size of a company, as a multiple of the one described.
pub const RATIO: (f64, f64) = (0.01, 100.0);
