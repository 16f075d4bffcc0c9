//! Slices in, values out; knows nothing of sales.

pub mod density;
pub mod moments;
pub mod quantile;

pub use moments::{Moments, correlation};
