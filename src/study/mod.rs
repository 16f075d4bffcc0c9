//! The questions, each with its result record.
//!
//! A record is plain data: the hinge between computing (here) and showing
//! (`report`, `chart`). What the JSON result holds is serialised under the
//! names of its fields; curves that only a chart needs are skipped there.

mod bridge;
pub mod causes;
mod caution;
mod comparison;
mod curve;
mod decision;
mod dominance;
pub mod drivers;
pub mod equal_cost;
mod five_factors;
mod forecast;
mod lead_metric;
pub mod ledger;
pub mod load;
pub mod one_more;
mod overtaking;
pub mod people_cost;
mod staff;
pub mod staffing;
mod stuck;
mod summary;
pub mod sweep;
pub mod turns;
mod unknowns;

use schemars::JsonSchema;
use serde::Serialize;

use comparison::Side;

pub use bridge::{Bridge, BridgeParts, part};
pub use causes::{Cause, CausesAbout};
pub use caution::Caution;
pub use comparison::{Breakeven, Comparison, Gap, GapIntervals, Gaps};
pub use curve::{Band, Curve};
pub use decision::{Choice, ChoiceIntervals, Decision};
pub use dominance::Dominance;
pub use drivers::{Driver, DriversAbout, GroupWorth};
pub use equal_cost::Matched;
pub use five_factors::FiveFactors;
pub use forecast::{Case, Forecast, Monthly, MonthlyBand, RoleHours, SegmentResult, WorkHours};
pub use lead_metric::LeadMetric;
pub use one_more::{MeanChange, SeatChange};
pub use overtaking::{Overtaking, OvertakingIntervals, OvertakingMonth, Trough, TroughFigure};
pub use staffing::{Hire, Staffing};
pub use summary::{Summary, SummaryIntervals};
pub use sweep::Sweep;
pub use turns::{Turn, TurnsAbout};

pub use unknowns::Unknown;

pub use crate::monte_carlo::Reached;
pub use crate::simulation::Metric;

/// What a command found out: one forecast a scenario, and the comparison of
/// each candidate with the baseline.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Study {
    /// Version of the program.
    pub version: String,
    /// What all chance was derived from.
    pub seed: u64,
    /// Simulated runs of each scenario.
    pub runs: usize,
    /// Counted months.
    pub horizon_months: usize,
    /// The unit of money; absent where the scenarios give none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub currency: String,
    /// What tables and titles lead with.
    #[serde(skip)]
    pub metric: LeadMetric,
    /// In the order of the command line.
    pub scenarios: Vec<Forecast>,
    /// One for each scenario other than the baseline; none for a single scenario.
    pub comparisons: Vec<Comparison>,
    /// What choosing each scenario comes to; absent for a single scenario without
    /// a target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// When each candidate gets ahead, in the order of the comparisons.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overtaking: Vec<Overtaking>,
    /// What one seat more and one fewer change, scenario by scenario; absent
    /// unless asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub one_more: Vec<SeatChange>,
    /// How the gap follows numbers that are varied; absent unless asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sweep: Option<Sweep>,
    /// Which unknowns turn the answer, and at which value; absent unless asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<Turn>,
    /// What is common to them; absent unless asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turns_about: Option<TurnsAbout>,
    /// Which unknowns move the result or the gap, the strongest first; absent unless
    /// asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drivers: Vec<Driver>,
    /// What is common to them; absent unless asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drivers_about: Option<DriversAbout>,
    /// What made the gap of two scenarios; absent unless asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Cause>,
    /// What the causes are of; absent unless asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub causes_about: Option<CausesAbout>,
    /// Where the runs went on until a precision was reached, how far they got.
    #[serde(skip)]
    pub reached: Option<Reached>,
}

impl Study {
    /// Summarises the runs of every scenario and compares each with the baseline
    /// (an index of `cases`, of which there is at least one).
    #[must_use]
    pub fn new(cases: &[Case<'_>], baseline: usize, seed: u64, metric: LeadMetric) -> Self {
        Self::with_target(cases, baseline, seed, metric, None)
    }

    /// The same with an amount of the metric to reach, in currency.
    #[must_use]
    pub fn with_target(
        cases: &[Case<'_>],
        baseline: usize,
        seed: u64,
        metric: LeadMetric,
        target: Option<f64>,
    ) -> Self {
        let summaries: Vec<(Forecast, Vec<f64>)> =
            cases.iter().map(Forecast::with_bookings).collect();
        let side = |place: usize| {
            let (forecast, sorted) = &summaries[place];
            Side { forecast, runs: cases[place].runs, sorted }
        };
        let scenario = cases[baseline].scenario;
        let months = scenario.horizon_months;
        let candidates = || (0..cases.len()).filter(|&candidate| candidate != baseline);
        let comparisons = candidates()
            .map(|candidate| Comparison::new(side(baseline), side(candidate), months))
            .collect();
        let name = |place: usize| cases[place].scenario.name.as_str();
        let overtaking = candidates()
            .map(|candidate| {
                let (before, after) = (cases[baseline].runs, cases[candidate].runs);
                let by_month = (0..months).map(|month| (before.month(month), after.month(month)));
                Overtaking::new((name(baseline), name(candidate)), before.len(), by_month)
            })
            .collect();
        let results: Vec<(&str, &[f64])> = cases
            .iter()
            .map(|case| (&*case.scenario.name, case.runs.metric(metric.metric())))
            .collect();
        let decides = cases.len() > 1 || target.is_some();
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed,
            runs: cases[baseline].runs.len(),
            horizon_months: months,
            currency: scenario.currency.clone(),
            metric,
            comparisons,
            decision: decides.then(|| Decision::new(&results, metric, target)),
            overtaking,
            one_more: Vec::new(),
            sweep: None,
            turns: Vec::new(),
            turns_about: None,
            drivers: Vec::new(),
            drivers_about: None,
            causes: Vec::new(),
            causes_about: None,
            reached: None,
            scenarios: summaries.into_iter().map(|(forecast, _)| forecast).collect(),
        }
    }

    /// Notes which scenarios (one entry each) run with seats matched to the
    /// baseline's cost; where whole seats come nowhere near, the comparison says so.
    pub fn note_matched(&mut self, matched: Vec<Option<Matched>>) {
        for (forecast, matched) in self.scenarios.iter_mut().zip(matched) {
            let own = |one: &&mut Comparison| one.candidate == forecast.name;
            let comparison = self.comparisons.iter_mut().find(own);
            if let (Some(comparison), Some(matched)) = (comparison, &matched) {
                let warning = matched.warning(&comparison.candidate, &comparison.baseline);
                comparison.warnings.splice(0..0, warning);
            }
            forecast.matched = matched;
        }
    }

    /// The comparison whose candidate does best on average, the first of equals;
    /// none for a single scenario.
    #[must_use]
    pub fn best_candidate(&self, metric: LeadMetric) -> Option<&Comparison> {
        let mean = |one: &Comparison| one.gap(metric).mean_difference;
        self.comparisons.iter().reduce(|best, one| if mean(one) > mean(best) { one } else { best })
    }

    /// Whether the candidate's people are less good at their work, where it was asked
    /// what makes the gap.
    #[must_use]
    pub fn worse_at_work(&self) -> bool {
        let skill = self.causes.iter().find(|cause| cause.group == causes::Group::Skill);
        skill.is_some_and(|cause| cause.interval().1 < 0.0)
    }

    /// The forecast with this name.
    #[must_use]
    pub fn scenario(&self, name: &str) -> Option<&Forecast> {
        self.scenarios.iter().find(|forecast| forecast.name == name)
    }
}

/// The gap of every run, candidate minus baseline.
fn differences(baseline: &[f64], candidate: &[f64]) -> Vec<f64> {
    candidate.iter().zip(baseline).map(|(candidate, baseline)| candidate - baseline).collect()
}
