//! What a run yields, by name.

use std::fmt;

/// A figure that every run yields in total over the counted months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Metric {
    /// All money booked.
    Bookings,
    /// Bookings × (gross margin − commission) − people cost − hire cost.
    Contribution,
    /// Leads of inbound channels (arrived) and outbound channels (worked).
    Leads,
    /// Opportunities from channels.
    Opportunities,
    /// First wins of the sourced flows.
    Wins,
    /// Active customers at the end.
    Customers,
    /// Bookings: first deals of sourced customers.
    FirstSourced,
    /// Bookings: first deals of referred customers.
    FirstReferred,
    /// Bookings: repeat business of existing customers.
    RepeatExisting,
    /// Bookings: repeat business of sourced customers.
    RepeatSourced,
    /// Bookings: repeat business of referred customers.
    RepeatReferred,
    /// Cost of filled seats.
    PeopleCost,
    /// Cost of filling seats.
    HireCost,
    /// Seats filled.
    Hires,
    /// Seats emptied by people who left.
    Departures,
}

impl Metric {
    /// All metrics, in the order of every table and file.
    pub const ALL: [Self; 15] = [
        Self::Bookings,
        Self::Contribution,
        Self::Leads,
        Self::Opportunities,
        Self::Wins,
        Self::Customers,
        Self::FirstSourced,
        Self::FirstReferred,
        Self::RepeatExisting,
        Self::RepeatSourced,
        Self::RepeatReferred,
        Self::PeopleCost,
        Self::HireCost,
        Self::Hires,
        Self::Departures,
    ];

    /// The name in JSON, CSV and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bookings => "bookings",
            Self::Contribution => "contribution",
            Self::Leads => "leads",
            Self::Opportunities => "opportunities",
            Self::Wins => "wins",
            Self::Customers => "customers",
            Self::FirstSourced => "first_sourced",
            Self::FirstReferred => "first_referred",
            Self::RepeatExisting => "repeat_existing",
            Self::RepeatSourced => "repeat_sourced",
            Self::RepeatReferred => "repeat_referred",
            Self::PeopleCost => "people_cost",
            Self::HireCost => "hire_cost",
            Self::Hires => "hires",
            Self::Departures => "departures",
        }
    }

    /// Whether it is an amount of money.
    #[must_use]
    pub fn is_money(self) -> bool {
        !matches!(
            self,
            Self::Leads
                | Self::Opportunities
                | Self::Wins
                | Self::Customers
                | Self::Hires
                | Self::Departures
        )
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
