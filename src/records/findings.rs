//! Stands where the catalogue of oddities will.

/// Everything odd.
#[derive(Debug, Clone, Default)]
pub struct Findings;
