//! What is fuzzed, and how inputs are made. libFuzzer and the bounded version
//! in `tests/scenario_files/fuzzing.rs` both come here.
//!
//! - [`loader`]: bytes as a scenario file;
//! - [`notation`]: text as a factor, in each domain;
//! - [`runs`]: bytes as a scenario file, and twenty runs of it if it is one.
//!
//! Each asserts what must hold of every input; a panic is a find. `folder` is
//! where inputs lie and what they can extend; `mutation` turns one input into
//! another and `seeds` gives it what to start from.

pub mod folder;
pub mod loader;
pub mod mutation;
pub mod notation;
pub mod runs;
pub mod seeds;

use std::time::{Duration, Instant};

/// What is fuzzed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Bytes as a scenario file.
    Loader,
    /// The first byte picks a domain, the rest is the notation of a factor.
    Notation,
    /// Bytes as a scenario file of which a few runs are simulated.
    Runs,
}

/// No input may take longer.
const PATIENCE: Duration = Duration::from_secs(5);

impl Target {
    /// Panics where an input shows a mistake of the program.
    pub fn try_on(self, input: &[u8]) {
        let start = Instant::now();
        match self {
            Self::Loader => loader::check(input),
            Self::Notation => notation::check(input),
            Self::Runs => runs::check(input),
        }
        let taken = start.elapsed();
        assert!(taken < PATIENCE, "it took {taken:?}");
    }
}
