//! What moves a result: estimates against answers that are known in closed form.
//!
//! `cargo test --test model sensitivity -- --nocapture` prints the tables; with
//! `--include-ignored` also the larger ones, of 10,000 runs each.

#![expect(clippy::float_cmp, reason = "these numbers are exact")]
#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod company;
mod coverage;
mod functions;
mod given_data;
mod scenarios;
mod shares;
mod swaps;
mod worth;
