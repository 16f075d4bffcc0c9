//! In which groups the differences of two organisations are switched.

use schemars::JsonSchema;
use serde::Serialize;

/// Differences that are switched together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Market, economics, funnel and customers.
    Company,
    /// Who carries which work, with how many seats of how many hours, what comes
    /// first, and how the seats start.
    Split,
    /// How fast and how well people do their work: speed, lift and price.
    Skill,
    /// Hours lost between kinds of work.
    Switching,
    /// Units lost where work changes hands.
    Handoffs,
    /// Months until a new person is fully productive.
    Ramp,
    /// People who leave, how long their seats stay empty, and what filling costs.
    Turnover,
    /// What a filled seat costs.
    Pay,
}

impl Group {
    /// All groups, in the order in which they are told.
    pub const ALL: [Self; 8] = [
        Self::Company,
        Self::Split,
        Self::Skill,
        Self::Switching,
        Self::Handoffs,
        Self::Ramp,
        Self::Turnover,
        Self::Pay,
    ];

    /// Those that mean something only for the roles of the new split, so that it
    /// comes before them.
    pub(super) const OF_ROLES: [Self; 6] =
        [Self::Skill, Self::Switching, Self::Handoffs, Self::Ramp, Self::Turnover, Self::Pay];

    /// Its name in JSON and CSV.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Split => "split",
            Self::Skill => "skill",
            Self::Switching => "switching",
            Self::Handoffs => "handoffs",
            Self::Ramp => "ramp",
            Self::Turnover => "turnover",
            Self::Pay => "pay",
        }
    }
}
