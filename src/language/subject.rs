//! What the numbers of a scenario are about, so that each can be called by a name.

/// A number of a scenario that may be uncertain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub what: What,
    /// The channel, stage or role that it belongs to, or its whole path; may be empty.
    pub of: String,
    /// The segment or the kind of work; empty where there is only one segment.
    pub within: String,
}

/// What a number of a scenario says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as the fields of a scenario are")]
pub enum What {
    Drift,
    Volatility,
    Persistence,
    GrossMargin,
    Commission,
    HandoffLoss,
    Leads,
    Prospects,
    LeadHours,
    Qualify,
    LeadQuality,
    LeadStale,
    StageHours,
    StageWait,
    StagePass,
    StageStale,
    Price,
    PriceSpread,
    CareHours,
    ChurnCared,
    ChurnNeglected,
    OrdersCared,
    OrdersNeglected,
    OrderValue,
    ReferralsCared,
    ReferralsNeglected,
    TrackingHours,
    TrackingDemands,
    TrackingQuality,
    TrackingValue,
    RoleHours,
    Ramp,
    Attrition,
    HireMonths,
    AnnualCost,
    HireCost,
    SwitchingLoss,
    Speed,
    Lift,
    WorkPrice,
    Other,
}

/// What a number is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A share of one, written in percent.
    Share,
    /// Hours.
    Hours,
    /// Months.
    Months,
    /// Money.
    Money,
    /// A factor on something.
    Times,
    /// Its name says it.
    Plain,
}

impl What {
    /// What it is counted in.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self {
            Self::Persistence
            | Self::GrossMargin
            | Self::Commission
            | Self::HandoffLoss
            | Self::Qualify
            | Self::LeadStale
            | Self::StagePass
            | Self::StageStale
            | Self::ChurnCared
            | Self::ChurnNeglected
            | Self::Attrition
            | Self::SwitchingLoss
            | Self::Drift
            | Self::Volatility => Unit::Share,
            Self::LeadHours
            | Self::StageHours
            | Self::CareHours
            | Self::TrackingHours
            | Self::RoleHours => Unit::Hours,
            Self::StageWait | Self::Ramp | Self::HireMonths => Unit::Months,
            Self::Price | Self::AnnualCost | Self::HireCost => Unit::Money,
            Self::LeadQuality
            | Self::OrderValue
            | Self::TrackingQuality
            | Self::TrackingValue
            | Self::Speed
            | Self::Lift
            | Self::WorkPrice => Unit::Times,
            _ => Unit::Plain,
        }
    }
}

/// Numbers that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Together {
    /// Of a segment.
    Segment(String),
    /// Of a role, by its title.
    Role(String),
    /// Of work that changes hands.
    Handoffs,
    /// Of demand over time.
    Market,
    /// Of what a booking leaves.
    Economics,
    /// All that are uncertain.
    All,
}
