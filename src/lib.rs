//! What are the odds that a sales team split into specialised roles earns more?
//!
//! The crate tour follows later in this page.

pub mod chart;
pub mod distribution;
pub mod figure;
pub mod monte_carlo;
pub mod organisation;
pub mod random;
pub mod report;
pub mod scenario;
pub mod simulation;
pub mod statistics;
pub mod study;
