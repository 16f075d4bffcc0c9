//! English.

mod causes;
mod chart;
mod check;
mod comments;
mod data;
mod drivers;
mod evidence;
mod findings;
mod fit;
mod hindsight;
mod ledger;
mod messages;
mod mistakes;
mod notation;
mod played;
mod problems;
mod ranges;
mod records;
mod sizes;
mod subject;
mod sweep;
mod table;
mod units;
mod verify;

pub use notation::path;

use super::Words;

/// All of it.
pub static WORDS: Words = Words {
    units: units::UNITS,
    table: table::TABLE,
    check: check::CHECK,
    ledger: ledger::LEDGER,
    chart: chart::CHART,
    drivers: drivers::DRIVERS,
    causes: causes::CAUSES,
    evidence: evidence::EVIDENCE,
    fit: fit::FIT,
    hindsight: hindsight::HINDSIGHT,
    played: played::PLAYED,
    comments: comments::COMMENTS,
    records: records::RECORDS,
    sweep: sweep::SWEEP,
    verify: verify::VERIFY,
    messages: messages::MESSAGES,
    mistakes: mistakes::MISTAKES,
};
