//! Copy of the records' types; the reading of files is another room's.

mod cases;
mod day;
mod findings;
mod known;
mod record;
mod taken;

pub use cases::Cases;
pub use day::Day;
pub use findings::Findings;
pub use record::{Case, Employment, Order, Outcome, Qualification, Records};
pub use taken::{ColumnTaken, FileRead};
