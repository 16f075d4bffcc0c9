//! A fitted scenario held against the records.
//!
//! [`Review`] does it with the records that it was fitted to: where does the law
//! miss what it was made from? [`calibrate`] plays the scenario until it gives the
//! records back. [`Backtest`] does it with later ones: what would
//! have been foretold on an earlier day, and was it better than no model at all?
//! Both are plain records for tables and pictures.

mod backtest;
mod calibrate;
mod coming;
mod foretold;
mod laws;
mod making;
mod open;
mod origin;
mod play;
mod played;
mod recorded;
mod review;
mod scored;
mod shares;
mod verdict;
mod why;
mod worth;

pub use backtest::{Backtest, Made};
pub use calibrate::{Calibrated, TOLERANCE, Unplayed, calibrate};
pub use foretold::{Foretold, Loss, Month, Naive, Origin, Told};
pub use open::{Track, Waiting};
pub use origin::{Horizon, Unforetold};
pub use played::{Beside, PastYear, Played};
pub use recorded::{Recorded, month_after, month_name};
pub use review::{Arrivals, ChannelMonths, Conversion, Deals, Review, Share, Wins};
pub use scored::{Coverage, Score, Scored};
pub use verdict::Verdict;
pub use why::{Against, Why};
