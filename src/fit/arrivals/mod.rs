//! How many cases come, from where, and how demand moves.

mod ahead;
pub mod jump;
mod market;
mod mix;
mod months;
mod silence;
mod state;

pub use ahead::Ahead;
pub use market::{MONTHS_FOR_SEASONS, MONTHS_FOR_SHOCKS, Market};
pub use mix::by_channel;
pub use months::Months;
