//! Slices in, values out; knows nothing of sales.

pub mod density;
pub mod interval;
pub mod moments;
pub mod quantile;

pub use interval::Interval;
pub use moments::{Moments, correlation};
