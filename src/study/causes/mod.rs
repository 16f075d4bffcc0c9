//! What makes the gap between two organisations.
//!
//! The five factors say where a gap shows; the causes say what made it. All that
//! differs is put into groups ([`Group`]), and worlds between the two organisations
//! are simulated on the same luck, in which some groups are as after and the others as
//! before. What a group adds is its Shapley value over the orders in which the groups
//! can be switched, of which there are fewer than all: the company comes first, then
//! the split, then the rest, for the rest are properties of the new roles. (Shapley
//! values under precedence constraints: Faigle and Kern 1992, International Journal of
//! Game Theory 21 (3).) So what company and split add is what they change while all
//! else is as before, and what two of the others only do together is shared among
//! them. The first world is the baseline's own runs and the last the candidate's, so
//! the causes add up to the gap run by run, and an interval is that of a mean over
//! runs. All worlds take all runs: fewer would leave a rest, and the rest an error.
//!
//! In a world of the new split a number that is as before is that of the role that did
//! the work before (see `counterpart`); what is believed to be the same is not switched.
//! Two groups are effects and no numbers. Without `switching` a role loses the hours
//! that its counterpart loses between its own kinds of work. Without `handoffs` a unit
//! that is passed on is lost as often as it was on the same passage before: work
//! changes hands there as far as it did on average (see `hands`), whoever carries it. A
//! role whose work nobody did before comes with the split, numbers and all; only its
//! skill is then set against speed, lift and price of 1.

mod change;
mod counterpart;
mod group;
mod hands;
mod loan;
mod moved;
mod orders;
mod outline;
mod question;
mod worlds;

use schemars::JsonSchema;
use serde::Serialize;

use super::{LeadMetric, MeanChange};
use crate::language::Left;
use crate::statistics::WITHIN_95;

pub use group::Group;
pub use question::{Answer, Question, memory};

/// What one group of differences adds to the gap.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Cause {
    /// The baseline's name.
    pub baseline: String,
    /// The candidate's name.
    pub candidate: String,
    /// Which differences.
    pub group: Group,
    /// What they add to the mean difference in the metric, in currency. The
    /// contributions of a comparison add up to its mean difference.
    pub contribution: f64,
    /// Standard error of that mean.
    pub se: f64,
}

impl Cause {
    /// The 95 % interval of what it adds.
    #[must_use]
    pub fn interval(&self) -> (f64, f64) {
        let half = WITHIN_95 * self.se;
        (self.contribution - half, self.contribution + half)
    }

    /// Whether the runs cannot tell it from nothing.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        let (low, high) = self.interval();
        low <= 0.0 && high >= 0.0
    }
}

/// What the causes are of, and what was found beside them.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CausesAbout {
    /// The baseline's name.
    pub baseline: String,
    /// The candidate's name.
    pub candidate: String,
    /// What the gap is in.
    pub metric: LeadMetric,
    /// The gap: the mean difference that the causes add up to.
    pub gap: MeanChange,
    /// The gap if the candidate's people worked no faster and no better than the
    /// baseline's; absent where nobody does anyway.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_skill: Option<MeanChange>,
    /// Groups in which the two do not differ.
    pub same: Vec<Group>,
    /// Groups in which they differ to no effect on the metric.
    pub idle: Vec<Group>,
    /// Where the company differs, by path.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub company: Vec<String>,
    /// Organisations between the two that were simulated, each in all runs.
    pub worlds: usize,
}

impl CausesAbout {
    /// What of the gap is left in `rest`, the same without something.
    #[must_use]
    pub fn left(&self, rest: &MeanChange) -> Left {
        match (rest.is_gain(), rest.is_loss()) {
            (true, _) if self.gap.is_gain() => Left::StillMore,
            (true, _) => Left::More,
            (_, true) => Left::Less,
            _ => Left::Unclear,
        }
    }
}
