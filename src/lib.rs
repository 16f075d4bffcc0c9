//! What are the odds that a sales team split into specialised roles earns more?
//!
//! The crate tour follows later in this page.

pub mod distribution;
pub mod organisation;
pub mod scenario;
pub mod study;
