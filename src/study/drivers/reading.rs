//! What follows from the drivers.

use super::{Driver, DriversAbout, GroupWorth};
use crate::language::{Nothing, Spread, Together};
use crate::statistics::WITHIN_95;
use crate::study::Study;

/// The 95 % interval of what knowing is worth, given its standard error.
#[must_use]
pub fn worth_within(worth: f64, se: f64) -> (f64, f64) {
    let half = WITHIN_95 * se;
    ((worth - half).max(0.0), worth + half)
}

impl Driver {
    /// How far the mean of the result moves from the lowest tenth to the highest.
    #[must_use]
    pub fn swing(&self) -> f64 {
        self.high_tenth - self.low_tenth
    }

    /// The 95 % intervals of the means in its lowest tenth and in its highest.
    #[must_use]
    pub fn ends_within(&self) -> [(f64, f64); 2] {
        let within = |mean: f64, se: f64| (mean - WITHIN_95 * se, mean + WITHIN_95 * se);
        [within(self.low_tenth, self.low_tenth_se), within(self.high_tenth, self.high_tenth_se)]
    }

    /// What knowing it is worth, and the standard error of that; 0 for a single
    /// scenario.
    #[must_use]
    pub fn worth(&self) -> (f64, f64) {
        (self.evppi.unwrap_or(0.0), self.evppi_se.unwrap_or(0.0))
    }

    /// Whether one is clearly ahead on average in its lowest tenth, and the other in
    /// its highest.
    #[must_use]
    pub fn decides(&self) -> bool {
        let is_clear = |(low, high): (f64, f64)| low * high > 0.0;
        self.ends_within().into_iter().all(is_clear) && self.low_tenth * self.high_tenth < 0.0
    }

    /// Whether the same is clearly ahead on average in its lowest tenth and in its
    /// highest, and nowhere between does the lead change hands.
    #[must_use]
    pub fn leaves_the_lead(&self) -> bool {
        let [low, high] = self.ends_within();
        let is_one_side = low.0.min(high.0) > 0.0 || low.1.max(high.1) < 0.0;
        is_one_side && self.zero_at.is_empty()
    }
}

impl DriversAbout {
    /// Of what the spread is.
    #[must_use]
    pub fn spread(&self) -> Spread<'_> {
        let baseline = self.baseline.as_deref();
        Spread { measure: self.metric.measure(), name: &self.scenario, baseline }
    }

    /// What knowing all factors is worth.
    #[must_use]
    pub fn knowable(&self) -> Option<&GroupWorth> {
        self.groups.iter().find(|group| group.together == Together::All)
    }

    /// Groups of more than one factor that are clearly worth finding out, the
    /// worthiest first, without that of all.
    #[must_use]
    pub fn worth_together(&self) -> Vec<&GroupWorth> {
        let clear = |group: &GroupWorth| worth_within(group.evppi, group.evppi_se).0 > 0.0;
        let real = |group: &&GroupWorth| {
            group.together != Together::All && group.factors > 1 && clear(group)
        };
        let mut groups: Vec<&GroupWorth> = self.groups.iter().filter(real).collect();
        groups.sort_by(|a, b| b.evppi.total_cmp(&a.evppi));
        groups
    }
}

impl Study {
    /// Why no unknown can be named as what decides, if so.
    #[must_use]
    pub fn no_drivers(&self) -> Option<Nothing> {
        let about = self.drivers_about.as_ref()?;
        match about {
            _ if self.runs == 1 => Some(Nothing::OneRun),
            _ if about.sd <= 0.0 => Some(Nothing::NoSpread),
            _ if about.uncertain == 0 => Some(Nothing::NoUnknown),
            _ if about.above_noise == 0 => Some(Nothing::AllNoise),
            _ => None,
        }
    }

    /// The factors that are clearly worth finding out, the worthiest first.
    #[must_use]
    pub fn worth_finding_out(&self) -> Vec<&Driver> {
        let clear = |driver: &&Driver| {
            let (worth, se) = driver.worth();
            driver.above_noise && worth_within(worth, se).0 > 0.0
        };
        let mut worthy: Vec<&Driver> = self.drivers.iter().filter(clear).collect();
        worthy.sort_by(|a, b| b.worth().0.total_cmp(&a.worth().0));
        worthy
    }
}
