//! What one more seat in a role changes, and one fewer.
//!
//! Each variant meets the luck of the scenario itself, run by run, so that the
//! difference of a single seat shows through. A seat is added to, or taken from,
//! every entry of a headcount over time, and new seats start as the role's
//! others do. The last seat may go, but none is taken where there is none.

use schemars::JsonSchema;
use serde::Serialize;

use super::Metric;
use crate::monte_carlo::{Interrupted, Request, Runs, Watch, differences};
use crate::organisation::{Headcount, Role, Scenario};
use crate::statistics::{Moments, WITHIN_95};

/// What one seat more or fewer in a role changes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SeatChange {
    /// The scenario's name.
    pub scenario: String,
    /// The role's key.
    pub role: String,
    /// What people call the role.
    #[serde(skip)]
    pub title: String,
    /// Whether the role carries any work; without, it only costs.
    #[serde(skip)]
    pub works: bool,
    /// The role's fewest and most seats before the change.
    #[serde(skip)]
    pub before: (usize, usize),
    /// 1 for a seat more, -1 for one fewer.
    pub seats: i32,
    /// What it changes in bookings.
    pub bookings: MeanChange,
    /// What it changes in contribution.
    pub contribution: MeanChange,
}

/// The mean of a paired difference over the runs, in currency.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct MeanChange {
    /// Mean over the runs.
    pub mean_difference: f64,
    /// Standard error of the mean.
    pub se: f64,
}

impl MeanChange {
    /// The 95 % interval of the mean.
    #[must_use]
    pub fn interval(&self) -> (f64, f64) {
        let half = WITHIN_95 * self.se;
        (self.mean_difference - half, self.mean_difference + half)
    }

    /// Whether the interval lies above 0.
    #[must_use]
    pub fn is_gain(&self) -> bool {
        self.interval().0 > 0.0
    }

    /// Whether the interval lies below 0.
    #[must_use]
    pub fn is_loss(&self) -> bool {
        self.interval().1 < 0.0
    }

    /// Whether this is more than `other` for certain. How the two go together
    /// over the runs is not known; their errors at worst add up.
    #[must_use]
    pub fn exceeds(&self, other: &Self) -> bool {
        self.mean_difference - other.mean_difference > WITHIN_95 * (self.se + other.se)
    }
}

impl From<Moments> for MeanChange {
    fn from(moments: Moments) -> Self {
        Self { mean_difference: moments.mean(), se: moments.se() }
    }
}

/// One more seat, one fewer.
const STEPS: [i32; 2] = [1, -1];

/// How many variants of a scenario [`one_more`] simulates.
#[must_use]
pub fn variants(scenario: &Scenario) -> usize {
    scenario.roles.iter().map(|role| STEPS.iter().filter_map(|&by| moved(role, by)).count()).sum()
}

fn moved(role: &Role, by: i32) -> Option<Headcount> {
    role.headcount.shifted(by as isize)
}

/// What one more seat in each role changes, and then one fewer, each from the
/// largest gain in contribution to the largest loss. `runs` are the scenario's,
/// those that `request` names.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn one_more(
    scenario: &Scenario,
    runs: &Runs,
    request: &Request,
    watch: &dyn Watch,
) -> Result<Vec<SeatChange>, Interrupted> {
    // One copy for all variants: a scenario may hold large columns of data.
    let mut variant = scenario.clone();
    let mut changes = Vec::new();
    for by in STEPS {
        let first = changes.len();
        for (place, role) in scenario.roles.iter().enumerate() {
            let Some(headcount) = moved(role, by) else { continue };
            if variant.restaff(place, headcount).is_err() {
                continue;
            }
            let metrics = [Metric::Bookings, Metric::Contribution];
            let moments = differences(&variant, runs, metrics, request, watch)?;
            changes.push(SeatChange::new(scenario, role, by, moments));
            variant.roles[place].headcount = role.headcount.clone();
        }
        changes[first..].sort_by(|a: &SeatChange, b: &SeatChange| {
            b.contribution.mean_difference.total_cmp(&a.contribution.mean_difference)
        });
    }
    Ok(changes)
}

impl SeatChange {
    fn new(scenario: &Scenario, role: &Role, seats: i32, moments: [Moments; 2]) -> Self {
        let [bookings, contribution] = moments.map(MeanChange::from);
        Self {
            scenario: scenario.name.clone(),
            role: role.key.clone(),
            title: role.title.clone(),
            works: !role.work.is_empty(),
            before: (role.headcount.smallest(), role.headcount.largest()),
            seats,
            bookings,
            contribution,
        }
    }
}
