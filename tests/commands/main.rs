//! The program's commands on scenarios: what is typed, answered and found
//! afterwards, and the figures behind it.
//!
//! - [`typed`]: the command line and the files it leaves
//! - [`experiments`]: `--precision`, `--match` and `--one-more`
//! - [`decision`], [`causes`]: who is ahead, how surely, and through what
//! - [`drivers`], [`sweep`]: what moves the answer, and where it turns
//! - [`evidence`]: the pack that a result leaves, and `verify`
//! - [`program`]: how all of them call it

mod causes;
mod decision;
mod drivers;
mod evidence;
mod experiments;
mod program;
mod sweep;
mod typed;
