//! What should be known before the figures are used.

use super::sizes::Misfit;
use crate::records::Day;

/// Something odd that the figures depend on, as a value; it is told elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub enum Warning {
    /// Arrivals a month jump: cases from before may not be alike.
    ArrivalsJump {
        /// First day of the month after the jump.
        month: Day,
        /// Cases a month before.
        before: f64,
        /// Cases a month after.
        after: f64,
    },
    /// Cases a month swing more than any market: a start or an end of records.
    Swings {
        /// Fewest and most cases a month.
        fewest: f64,
        /// Most.
        most: f64,
    },
    /// The share won jumps with the month of arrival.
    ConversionJump {
        /// First day of the month after the jump.
        month: Day,
        /// Share won within a fixed time, before.
        before: f64,
        /// Share after.
        after: f64,
        /// That time, in days.
        within: f64,
    },
    /// Quarters differ in their share won by more than chance.
    SharesVary {
        /// Quarters compared.
        quarters: usize,
        /// 5 % of quarters lie below this share won.
        low: f64,
        /// 5 % lie above this one.
        high: f64,
    },
    /// No case closes before this day, though some would have: those seem to be missing.
    ClosingsBegin {
        /// The first day with a closing.
        first: Day,
        /// Cases created so long before it that some would have closed.
        cases: f64,
        /// How many of them would have closed.
        missing: f64,
    },
    /// No case arrives in the last days of the records: arrivals end before.
    ArrivalsEnded {
        /// The last day with a case.
        last: Day,
        /// End of the records.
        records: Day,
    },
    /// Nothing comes from a channel any more, though others go on.
    ChannelStopped {
        /// Its name as written.
        channel: String,
        /// First day of the first month without a case.
        since: Day,
    },
    /// The fitted share won by age is off by this much of all wins at worst.
    Misfit {
        /// Share of all wins.
        off: f64,
        /// Age in months.
        months: f64,
    },
    /// Cases that are open but will not close, though losses are recorded.
    Silent {
        /// Share of all cases.
        share: f64,
    },
    /// Channels with fewer cases than this were put together.
    Merged {
        /// Fewest cases of a channel of its own.
        fewest: f64,
        /// How many channels.
        channels: usize,
    },
    /// Customers win more than once: a win is not a new customer.
    RepeatCustomers {
        /// Cases won whose customer is named.
        wins: f64,
        /// Customers.
        customers: f64,
    },
    /// Sizes of deals have not the shape of the law that deals are drawn from.
    DealSizes(Misfit),
    /// No amounts: money counts in deals.
    NoAmounts,
    /// No case is recorded as won or lost: nothing tells conversion and time.
    NoOutcome,
    /// Too few wins to tell conversion and time.
    FewWins {
        /// How many.
        wins: f64,
    },
}
