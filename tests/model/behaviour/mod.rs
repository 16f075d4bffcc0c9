//! What the model does, seen through the library alone: scenarios are written
//! as text, loaded and simulated, and the results are held against what can be
//! known without a simulation.
//!
//! - [`closed_forms`]: scenarios small enough to solve exactly
//! - [`fields`]: every field of a scenario file decides something
//! - [`order`]: who is served first
//! - [`economics`]: what is known of teams and queues comes out
//! - [`conservation`]: nothing appears or disappears, in any valid scenario
//! - [`seats`]: one more seat, one fewer, and seats at equal cost
//! - [`precision`]: as many runs as a precision needs
//! - [`randomness`]: the same luck for the same place, whatever else changes

#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod closed_forms;
mod conservation;
mod economics;
mod fields;
mod harness;
mod last_state;
mod order;
mod precision;
mod randomness;
mod seats;
