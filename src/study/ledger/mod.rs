//! The ledger of one run: everything that happened in it, written down.
//!
//! A single run can be opened and followed by hand: what its factors were, who
//! was there, which hours went where, what passed and what was lost, and what
//! was booked. [`Ledger::new`] plays the run again (the same seed and number
//! give the same run, however many others were simulated) with a listener that
//! wraps the books of every run, so that its totals are that run's row of
//! `--runs-csv` to the last bit.
//!
//! Two rules hold for every record here:
//!
//! - What happens (units, hours, money) is added up over the steps of a period.
//! - What is (seats, what waits, mixes, lifts, chances) is that of its last step.
//!
//! One thing the engine does not know: of the units that did not pass it draws
//! only the number, since a unit that fails and one that is lost where work
//! changes hands are equally gone. The ledger tells them apart afterwards, by a
//! second draw from a stream of its own that has the same distribution as if
//! the causes had been drawn one after the other (the file `losses` says why).

mod blank;
mod customers;
mod funnel;
mod losses;
mod people;
mod period;
mod recorder;

use std::ops::RangeInclusive;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

pub use customers::{Bookings, ClassRecord, CustomerRecord, Wins};
pub use funnel::{
    ByRole, ChannelRecord, FlowRecord, Handoff, Level, Lost, QueueRecord, Source, StageRecord,
    TrackingRecord, WorkRecord,
};
pub use people::RoleRecord;
pub use period::{Period, SegmentRecord};

use super::Metric;
use crate::organisation::Scenario;
use crate::random::Luck;
use crate::simulation::{Engine, Numbers, Plan, Values};
use recorder::Recorder;

/// One run of one scenario, from its factors to its totals.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Ledger {
    /// Version of the program.
    pub version: String,
    /// What all chance was derived from.
    pub seed: u64,
    /// Number of the run, counted from 1.
    pub run: u64,
    /// The scenario's name.
    pub scenario: String,
    /// Its file, as typed.
    pub file: String,
    /// The unit of money; absent where the scenario gives none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub currency: String,
    /// Counted months.
    pub horizon_months: usize,
    /// Months simulated before counting starts.
    pub warm_up_months: usize,
    /// Steps of time a month.
    pub steps_per_month: usize,
    /// The factors that this run drew, by path.
    pub drawn: IndexMap<String, f64>,
    /// The factors that are known exactly, by path; what the file leaves out included.
    pub known: IndexMap<String, f64>,
    /// Every month, the warm-up first.
    pub months: Vec<Period>,
    /// Every step of the months that were asked for; none where no month was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Period>,
    /// Every metric over the counted months, to the last bit as in a row of runs.
    pub totals: IndexMap<String, f64>,
}

/// Which run to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replay {
    /// What all chance is derived from.
    pub seed: u64,
    /// Number of the run, counted from 1.
    pub run: u64,
    /// Months to write down step by step: 1 is the first counted one, 0 and
    /// below are the warm-up.
    pub months: Option<RangeInclusive<i64>>,
}

impl Ledger {
    /// Plays a run of `scenario` (read from `file`, as typed) and writes it down.
    #[must_use]
    pub fn new(scenario: &Scenario, file: &str, replay: &Replay) -> Self {
        let plan = Plan::new(scenario);
        // Inside, runs count from 0.
        let luck = Luck::new(replay.seed, replay.run.saturating_sub(1));
        let (mut values, mut numbers) = (Values::default(), Numbers::default());
        values.draw(&plan, luck);
        numbers.set(&plan, &values);
        let mut recorder = Recorder::new(&plan, &numbers, luck, replay.months.clone());
        Engine::new(&plan).play(luck, &mut recorder);
        let (months, steps, tally) = recorder.finish();
        let total =
            |metric: Metric| (metric.name().to_owned(), tally.metric(metric, numbers.margin));
        let [drawn, known] = factors(scenario, &values);
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: replay.seed,
            run: replay.run,
            scenario: scenario.name.clone(),
            file: file.to_owned(),
            currency: scenario.currency.clone(),
            horizon_months: scenario.horizon_months,
            warm_up_months: scenario.warm_up_months,
            steps_per_month: scenario.steps_per_month,
            drawn,
            known,
            months,
            steps,
            totals: Metric::ALL.map(total).into(),
        }
    }
}

/// The months of a scenario, warm-up included, as a ledger counts them.
#[must_use]
pub fn months(scenario: &Scenario) -> RangeInclusive<i64> {
    counted(scenario, 0)..=counted(scenario, scenario.warm_up_months + scenario.horizon_months - 1)
}

/// The number of a simulated month (from 0): 1 is the first counted one.
fn counted(scenario: &Scenario, month: usize) -> i64 {
    let small = |months: usize| i64::try_from(months).expect("months are few");
    small(month) + 1 - small(scenario.warm_up_months)
}

/// The factors of a run: those that it drew, and those that are known.
fn factors(scenario: &Scenario, values: &Values) -> [IndexMap<String, f64>; 2] {
    let mut tables = [IndexMap::new(), IndexMap::new()];
    for (index, factor) in scenario.factors.all.iter().enumerate() {
        let known = usize::from(factor.distribution.as_known().is_some());
        let value = values[crate::organisation::FactorId(index)];
        tables[known].insert(factor.path.to_string(), value);
    }
    tables
}
