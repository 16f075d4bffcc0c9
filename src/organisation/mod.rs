//! The company and its people as valid plain data: no generator, no files.
//!
//! A [`Scenario`] is what a loader hands over once everything has been checked:
//! names are resolved to indices, every number that may be uncertain is a
//! [`Factor`] in one table, and the order of segments, channels, stages and
//! roles is that of the file, because it decides ties in the order of service.

mod axis;
mod factor;
pub mod limits;
mod market;
mod path;
mod role;
mod segment;
mod size;

pub use axis::{Axis, Spacing, Today};
pub use factor::{Correlations, Factor, FactorId, Factors};
pub use market::{Economics, Market};
pub use path::Path;
pub use role::{Headcount, Role, Start, TooManySeats, WorkEntry, most_seats};
pub use segment::{
    Care, Channel, ChannelKind, Customers, Deal, Neglectable, Segment, Stage, Tracking,
};
pub use size::TooLarge;

/// A kind of work, as an index into [`Scenario::kinds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(pub usize);

/// A company and an organisation, complete and valid.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// What people call it.
    pub name: String,
    /// Counted months, at least 1.
    pub horizon_months: usize,
    /// Months simulated before counting starts.
    pub warm_up_months: usize,
    /// Steps of time a month, 1 to 20.
    pub steps_per_month: usize,
    /// The unit of money, empty where none is given.
    pub currency: String,
    /// The kinds of work, in the order in which the file first names them.
    pub kinds: Vec<String>,
    /// Kinds that come first when hours are short.
    pub priorities: Vec<Kind>,
    /// Demand over time.
    pub market: Market,
    /// What a booking leaves.
    pub economics: Economics,
    /// Probability that a unit is lost where work changes hands entirely.
    pub handoff_loss: FactorId,
    /// Groups of customers with a funnel of their own, in file order.
    pub segments: Vec<Segment>,
    /// Who works here, in file order.
    pub roles: Vec<Role>,
    /// Every number that may be uncertain.
    pub factors: Factors,
}

impl Scenario {
    /// The roles that carry `kind`, with the entry by which they do.
    pub fn carriers(&self, kind: Kind) -> impl Iterator<Item = (&Role, &WorkEntry)> {
        self.roles.iter().filter_map(move |role| {
            let entry = role.work.iter().find(|entry| entry.kind == kind)?;
            Some((role, entry))
        })
    }

    /// Gives a role, by its place, other seats.
    ///
    /// # Errors
    /// When that would be more seats than a scenario may have; then nothing changes.
    pub fn restaff(&mut self, role: usize, headcount: Headcount) -> Result<(), TooManySeats> {
        let before = std::mem::replace(&mut self.roles[role].headcount, headcount);
        if most_seats(self.roles.iter().map(|role| &role.headcount)) > limits::SEATS {
            self.roles[role].headcount = before;
            return Err(TooManySeats);
        }
        Ok(())
    }

    /// The name of a kind of work.
    #[must_use]
    pub fn kind_name(&self, kind: Kind) -> &str {
        &self.kinds[kind.0]
    }
}
