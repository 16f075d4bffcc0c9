//! What the runs say about the next hire and about roles with too many people.

use super::{MeanChange, SeatChange, Study};

/// Advice for one scenario. Roles without work are no part of it: what they
/// are good for is not in the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Staffing<'a> {
    /// Where the next hire goes.
    pub hire: Hire<'a>,
    /// One fewer here saves more than it costs; the largest gain first.
    pub spare: Vec<&'a SeatChange>,
    /// Of one fewer here the runs cannot tell whether it saves more than it costs.
    pub doubtful: Vec<&'a SeatChange>,
}

/// Where the next hire goes: where one more seat adds most to contribution.
#[derive(Debug, Clone, PartialEq)]
pub enum Hire<'a> {
    /// Here it pays; the runs cannot tell whether it pays less in the others.
    Pays(&'a SeatChange, Vec<&'a SeatChange>),
    /// The runs cannot tell whether it pays anywhere; most likely here.
    Unclear(&'a SeatChange),
    /// It pays nowhere; it costs least here.
    Nowhere(&'a SeatChange),
}

impl Study {
    /// The seat changes of a scenario, one more first, the largest gain in
    /// contribution first.
    pub fn seat_changes(&self, scenario: &str) -> impl Iterator<Item = &SeatChange> {
        self.one_more.iter().filter(move |change| change.scenario == scenario)
    }

    /// What follows from them; none where no role that works was varied.
    #[must_use]
    pub fn staffing(&self, scenario: &str) -> Option<Staffing<'_>> {
        let of = |seats: i32| -> Vec<&SeatChange> {
            let wanted = |change: &&SeatChange| change.works && change.seats == seats;
            self.seat_changes(scenario).filter(wanted).collect()
        };
        let fewer = of(-1);
        let is_doubtful =
            |change: &MeanChange| change.se > 0.0 && !change.is_gain() && !change.is_loss();
        let select = |wanted: &dyn Fn(&MeanChange) -> bool| {
            fewer.iter().copied().filter(|change| wanted(&change.contribution)).collect()
        };
        Some(Staffing {
            hire: hire(&of(1))?,
            spare: select(&MeanChange::is_gain),
            doubtful: select(&is_doubtful),
        })
    }
}

/// From the changes of one more seat, the largest gain first.
fn hire<'a>(more: &[&'a SeatChange]) -> Option<Hire<'a>> {
    let first = |wanted: &dyn Fn(&MeanChange) -> bool| {
        more.iter().copied().find(|change| wanted(&change.contribution))
    };
    if let Some(best) = first(&MeanChange::is_gain) {
        let is_rival = |other: &&SeatChange| {
            other.role != best.role && !best.contribution.exceeds(&other.contribution)
        };
        return Some(Hire::Pays(best, more.iter().copied().filter(is_rival).collect()));
    }
    match first(&|change| !change.is_loss()) {
        Some(likely) if likely.contribution.se > 0.0 => Some(Hire::Unclear(likely)),
        Some(certain) => Some(Hire::Nowhere(certain)),
        None => more.first().copied().map(Hire::Nowhere),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(role: &str, seats: i32, mean_difference: f64, se: f64) -> SeatChange {
        let contribution = MeanChange { mean_difference, se };
        SeatChange {
            scenario: "A".into(),
            role: role.into(),
            title: role.into(),
            works: role != "manager",
            before: (1, 1),
            seats,
            bookings: contribution,
            contribution,
        }
    }

    fn roles(hire: Option<Hire<'_>>) -> (&'static str, Vec<String>) {
        let names = |best: &SeatChange, others: &[&SeatChange]| {
            std::iter::once(best)
                .chain(others.iter().copied())
                .map(|one| one.role.clone())
                .collect()
        };
        match hire.unwrap() {
            Hire::Pays(best, rivals) => ("pays", names(best, &rivals)),
            Hire::Unclear(likely) => ("unclear", names(likely, &[])),
            Hire::Nowhere(least) => ("nowhere", names(least, &[])),
        }
    }

    fn of(changes: &[SeatChange]) -> (&'static str, Vec<String>) {
        roles(hire(&changes.iter().collect::<Vec<_>>()))
    }

    #[test]
    fn the_next_hire_goes_where_it_surely_pays_most() {
        let clear = [change("sdr", 1, 9.0, 1.0), change("csm", 1, 4.0, 1.0)];
        assert_eq!(of(&clear), ("pays", vec!["sdr".to_owned()]));
        let near = [change("sdr", 1, 9.0, 1.0), change("csm", 1, 6.0, 1.0)];
        assert_eq!(of(&near), ("pays", vec!["sdr".to_owned(), "csm".to_owned()]));
        let wide = [change("sdr", 1, 9.0, 8.0), change("csm", 1, 6.0, 1.0)];
        assert_eq!(of(&wide), ("pays", vec!["csm".to_owned(), "sdr".to_owned()]));
    }

    #[test]
    fn where_noise_hides_it_no_hire_is_advised() {
        let noisy = [change("sdr", 1, 1.0, 1.0), change("csm", 1, -4.0, 1.0)];
        assert_eq!(of(&noisy), ("unclear", vec!["sdr".to_owned()]));
        let losses = [change("sdr", 1, -1.0, 0.1), change("csm", 1, -4.0, 1.0)];
        assert_eq!(of(&losses), ("nowhere", vec!["sdr".to_owned()]));
        assert_eq!(of(&[change("sdr", 1, 0.0, 0.0)]), ("nowhere", vec!["sdr".to_owned()]));
    }
}
