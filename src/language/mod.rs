//! Every word that a person reads in a result, in each language.
//!
//! A theme is a struct of words: a label is a `&'static str`, a sentence is a
//! function from its parts to the whole. Each language fills each struct once,
//! in a file of the same name under `en` or `zh`, so the compiler refuses a
//! language in which anything is missing. What a number looks like is decided
//! here ([`Units`]) and done in [`figure`](crate::figure); everything else that
//! a sentence needs arrives as text, or as one of the small enums below where
//! the grammar depends on it.
//!
//! To add a phrase: give it a field in the theme's struct, then fill the field
//! in `en` and in `zh`. A sentence takes everything that it says at once and
//! never half of it, for the other language may need another order.
//!
//! Records and fits are plain values that know of no language; what is said of
//! them takes them as they are. What is wrong with a scenario is made before anybody knows who reads it, so it
//! is [`Said`] in every language at once.
//!
//! Names, keys, file names, options and the names of statistics (P10) are the
//! same in every language; so are JSON and CSV, which are for programs.

mod breaks;
mod causes;
mod chart;
mod check;
mod data;
mod drivers;
mod en;
mod evidence;
mod fit;
mod hindsight;
mod ledger;
mod messages;
mod mistakes;
mod notation;
mod played;
mod ranges;
mod records;
mod said;
mod sizes;
mod subject;
mod sweep;
mod table;
mod units;
mod verify;
mod zh;

pub use breaks::pieces;
pub use causes::{Causes, Left, Unskilled};
pub use chart::{
    Aim, Chart, Course, Ends, Loss, Mean, Moved, Odds, Opening, Part, Place, Standing, Turn,
};
pub use check::Check;
pub use data::Data;
pub use drivers::{Decides, DriverCaution, Drivers, Nothing, Spread, Title, ValueWords};
pub use evidence::{Captions, Chapters, Evidence, Holds};
pub use fit::{BacktestTable, Fit, FitReport, FitTable, Foresight, InShort, Pace, Ranged};
pub use hindsight::{Cause, Hindsight, Miss};
pub use ledger::{Ledger, Step};
pub use messages::{CannotMatch, Complaint, Messages, NoPack, Reason, Unfound, Unwritable};
pub use mistakes::{Above, Below, Found, Known, Limit, Mistakes, Parameter, Rare, Shape, ValueIn};
pub use notation::{BrokenPath, Due, Notation, Unfit};
pub use played::Played;
pub use ranges::Ranges;
pub use records::RecordWords;
pub use said::Said;
pub use sizes::Sizes;
pub use subject::{Subject, Together, Unit, What};
pub use sweep::{Bound, Frontier, Hands, Places, Stays, Sweep, Turned, TurnsCounted};
pub use table::{Agreed, Breakeven, Duel, EqualCost, Factors, Lead, Met, Metrics, NextHire, Table};
pub use units::Units;
pub use verify::Verify;

pub use crate::fit::scenario::Words as Comments;

/// A language in which results are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    Chinese,
}

/// Everything that a language has to say.
#[derive(Debug)]
pub struct Words {
    /// What stands beside numbers.
    pub units: Units,
    /// Tables of a study.
    pub table: Table,
    /// What `check` shows.
    pub check: Check,
    /// The ledger of one run.
    pub ledger: Ledger,
    /// Titles, labels and small print of charts.
    pub chart: Chart,
    /// What decides.
    pub drivers: Drivers,
    /// What makes a gap.
    pub causes: Causes,
    /// The report of an evidence pack.
    pub evidence: Evidence,
    /// A fit and a backtest.
    pub fit: Fit,
    /// Why months went otherwise than foretold, and their bookings.
    pub hindsight: Hindsight,
    /// The written scenario at work.
    pub played: Played,
    /// Comments of a fitted scenario.
    pub comments: Comments,
    /// Files of records, and what is odd in them.
    pub records: RecordWords,
    /// Numbers that are varied, and where the lead changes hands.
    pub sweep: Sweep,
    /// What `verify` says.
    pub verify: Verify,
    /// What the command line says besides results.
    pub messages: Messages,
    /// What is wrong with a scenario.
    pub mistakes: Mistakes,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// Its code, as HTML names it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }

    /// Its words.
    #[must_use]
    pub fn words(self) -> &'static Words {
        match self {
            Self::English => &en::WORDS,
            Self::Chinese => &zh::WORDS,
        }
    }

    /// Characters beyond Latin that its charts may write.
    #[must_use]
    pub fn letters(self) -> &'static str {
        match self {
            Self::English => "",
            Self::Chinese => zh::LETTERS,
        }
    }
}

/// What a result leads with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Money booked.
    Bookings,
    /// What bookings leave after delivery, commission and people.
    Contribution,
}

/// In how many runs something is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Often<'a> {
    /// In none.
    Never,
    /// In all.
    Always,
    /// In this share of them, as it is written.
    Share(&'a str),
}

impl<'a> Often<'a> {
    /// A share of runs, which `text` writes.
    #[must_use]
    pub fn of(share: f64, text: &'a str) -> Self {
        match share {
            none if none <= 0.0 => Self::Never,
            all if all >= 1.0 => Self::Always,
            _ => Self::Share(text),
        }
    }
}
