//! Slices in, values out; knows nothing of sales.

pub mod crossing;
pub mod density;
pub mod interval;
pub mod moments;
pub mod quantile;
pub mod scoring;
pub mod sensitivity;
pub mod shapley;

pub use interval::Interval;
pub use moments::{Moments, correlation};

/// Standard errors to either side of a mean within which 95 % of a normal
/// distribution lie.
pub const WITHIN_95: f64 = 1.959_963_984_540_054;

/// The same for 90 %.
pub const WITHIN_90: f64 = 1.644_853_626_951_472_7;
