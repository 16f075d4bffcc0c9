//! The same company, smaller or larger.
//!
//! Headcounts, initial customers and what reaches inbound and outbound channels
//! grow in one proportion, so a seat has as much to do as before. People come
//! whole: headcounts are rounded to whole seats, and where there was a seat one
//! stays. Everything a year, an hour or a deal is untouched, and so is what is
//! believed about arrivals, in proportion.

use super::{ChannelKind, Headcount, Path, Scenario, limits, most_seats};

/// What a larger company would have too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLarge {
    /// Seats of all roles together.
    Seats,
    /// Customers that a segment starts with.
    Customers,
    /// Leads a month of a channel.
    Leads,
}

/// Where the arrivals of a channel hardly ever are more.
const MOST: f64 = 0.9999;

impl Scenario {
    /// The company at `ratio` times its size, which is above 0.
    ///
    /// # Errors
    /// When it would be larger than a scenario may be.
    pub fn sized(self, ratio: f64) -> Result<Self, TooLarge> {
        self.sized_but(ratio, &[])
    }

    /// The same, where the numbers at these paths stay as they are.
    ///
    /// # Errors
    /// When it would be larger than a scenario may be.
    pub fn sized_but(mut self, ratio: f64, held: &[Path]) -> Result<Self, TooLarge> {
        for role in &mut self.roles {
            if !held.contains(&Path::from(["roles", &role.key, "headcount"])) {
                role.headcount = role.headcount.times(ratio);
            }
        }
        if most_seats(self.roles.iter().map(|role| &role.headcount)) > limits::SEATS {
            return Err(TooLarge::Seats);
        }
        for segment in &mut self.segments {
            let customers = &mut segment.customers;
            let path = Path::from(["segments", &segment.key, "customers", "initial"]);
            let ratio_of = |path: &Path| if held.contains(path) { 1.0 } else { ratio };
            let initial = (customers.initial as f64 * ratio_of(&path)).round();
            if initial > limits::CUSTOMERS as f64 {
                return Err(TooLarge::Customers);
            }
            customers.initial = initial as u64;
            for channel in &segment.channels {
                let (ChannelKind::Inbound { arrivals } | ChannelKind::Outbound { arrivals }) =
                    channel.kind
                else {
                    continue;
                };
                let factor = &mut self.factors.all[arrivals.0];
                if !held.contains(&factor.path) {
                    factor.distribution = factor.distribution.clone().times(ratio);
                }
                if factor.distribution.quantile(MOST) > limits::LEADS_A_MONTH {
                    return Err(TooLarge::Leads);
                }
            }
        }
        Ok(self)
    }
}

impl Headcount {
    /// So many times the seats, whole; where there is one, one stays.
    #[must_use]
    pub fn times(&self, ratio: f64) -> Self {
        let times = |&(month, seats): &(usize, usize)| {
            let scaled = (seats as f64 * ratio).round() as usize;
            (month, scaled.max(seats.min(1)))
        };
        Self { changes: self.changes.iter().map(times).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_whole_and_the_last_one_stays() {
        let headcount = Headcount { changes: vec![(1, 4), (13, 6), (20, 0)] };
        let seats = |ratio| headcount.times(ratio).changes;
        assert_eq!(seats(0.1), [(1, 1), (13, 1), (20, 0)]);
        assert_eq!(seats(1.0), headcount.changes);
        assert_eq!(seats(1.6), [(1, 6), (13, 10), (20, 0)]);
    }
}
