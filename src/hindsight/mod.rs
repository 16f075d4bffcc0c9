//! A fitted scenario held against the records.
//!
//! [`Review`] does it with the records that it was fitted to: where does the law
//! miss what it was made from? [`calibrate`] plays the scenario until it gives the
//! records back. [`Backtest`] does it with later ones: what would
//! have been foretold on an earlier day, and was it better than no model at all?
//! Both are plain records for tables and pictures.

mod backtest;
mod calibrate;
mod foretold;
mod laws;
mod making;
mod open;
mod origin;
mod played;
mod recorded;
mod review;
mod verdict;

pub use backtest::{Backtest, Coverage, Score};
pub use calibrate::{Calibrated, TOLERANCE, Unplayed, calibrate};
pub use foretold::{Foretold, Loss, Month, Naive, Origin};
pub use open::{Track, Waiting};
pub use origin::{Horizon, Unforetold};
pub use played::{Beside, PastYear, Played};
pub use recorded::{Recorded, month_after, month_name};
pub use review::{Arrivals, ChannelMonths, Conversion, Deals, Review, Share, Wins};
pub use verdict::Verdict;
