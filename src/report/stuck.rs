//! Where an organisation is stuck: the work that lacks most hours.

use crate::study::{Forecast, WorkHours};

/// Work met at least this far is not what holds an organisation back.
const KEPT_UP: f64 = 0.95;

/// The kind of work with the most standard hours asked and not given, unless
/// all work is met nearly in full.
pub(super) fn stuck(forecast: &Forecast) -> Option<(&str, &WorkHours)> {
    let short = |work: &WorkHours| work.demanded - work.supplied;
    forecast
        .work
        .iter()
        .filter(|(_, work)| work.supplied < KEPT_UP * work.demanded)
        .max_by(|(_, a), (_, b)| short(a).total_cmp(&short(b)))
        .map(|(kind, work)| (kind.as_str(), work))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_most_missing_hours_decide_not_the_lowest_share() {
        // partner is met to 10 % but asks little; outbound lacks more hours.
        let forecast = sample::generalist();
        assert_eq!(stuck(&forecast).map(|(kind, _)| kind), Some("outbound"));
    }

    #[test]
    fn who_keeps_up_is_stuck_nowhere() {
        let mut forecast = sample::generalist();
        for work in forecast.work.values_mut() {
            work.supplied = 0.96 * work.demanded;
        }
        assert_eq!(stuck(&forecast), None);
    }
}
