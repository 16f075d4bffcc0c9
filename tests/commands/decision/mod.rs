//! The decision: figures against what a reader would work out from the runs,
//! intervals against the truth, conditions against the program's exit status.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod company;
mod conditions;
mod coverage;
mod figures;
