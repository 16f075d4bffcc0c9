//! The amounts that a chart of chances is read at: the target, or else the
//! baseline's median.

use super::finding::{brief, in_runs, summary};
use crate::figure::{exact, short};
use crate::study::{LeadMetric, Study};

/// An amount to read the curves at.
pub struct Level {
    /// In currency.
    pub amount: f64,
    /// What stands at its line; without it there is none.
    pub label: String,
    /// The chances to reach it by scenario, where they were counted; else they
    /// are read off the curves.
    counted: Vec<(String, f64)>,
}

impl Level {
    fn new(amount: f64, label: String) -> Self {
        Self { amount, label, counted: Vec::new() }
    }

    /// The target, if there is one.
    fn target(study: &Study) -> Option<Self> {
        let decision = study.decision.as_ref()?;
        let amount = decision.target?;
        let choices = decision.scenarios.iter();
        let counted = choices.filter_map(|one| Some((one.name.clone(), one.probability_target?)));
        let counted = counted.collect();
        Some(Self { amount, label: format!("target: {}", exact(amount)), counted })
    }

    /// The chance of a scenario to reach it: as counted, or else as read.
    pub fn share(&self, name: &str, read: impl FnOnce() -> f64) -> f64 {
        let counted = self.counted.iter().find(|(other, _)| other == name);
        counted.map_or_else(read, |&(_, share)| share)
    }
}

/// The target; without one in a comparison the baseline's median, otherwise the
/// scenario's own quantiles.
pub fn levels(study: &Study, metric: LeadMetric) -> Vec<Level> {
    if let Some(target) = Level::target(study) {
        return vec![target];
    }
    let median = |name: &str| {
        let amount = summary(study.scenario(name)?, metric)?.p50;
        let label = format!("median of {}: {}", brief(name), short(amount));
        Some(Level::new(amount, label))
    };
    if let Some(comparison) = study.comparisons.first() {
        return median(&comparison.baseline).into_iter().collect();
    }
    let Some(forecast) = study.scenarios.first() else { return Vec::new() };
    let quantiles = summary(forecast, metric).map(|all| [all.p10, all.p50, all.p90]);
    let level = |amount| Level::new(amount, String::new());
    quantiles.map(|all| all.map(level).into()).unwrap_or_default()
}

/// How often the likeliest scenario reaches the target, and the baseline.
pub fn to_target(study: &Study) -> Option<String> {
    let target = Level::target(study)?;
    let share = |name: &str| {
        let found = target.counted.iter().find(|(other, _)| other == name)?;
        Some((brief(name), found.1))
    };
    let amount = exact(target.amount);
    let (likeliest, most) = target
        .counted
        .iter()
        .rev()
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(name, share)| (name, *share))?;
    let baseline = study.comparisons.first().map(|comparison| &comparison.baseline);
    let others = study.comparisons.iter().map(|comparison| &comparison.candidate);
    let Some(other) = baseline.filter(|name| *name != likeliest).or(others.clone().next()) else {
        return Some(format!("{} reaches {amount} {}", brief(likeliest), in_runs(most)));
    };
    if target.counted.iter().all(|(_, share)| (share - most).abs() < 0.005) {
        return Some(format!("All are equally likely to reach {amount}: {}", in_runs(most)));
    }
    let (other, less) = share(other)?;
    Some(format!(
        "{} reaches {amount} {}, {other} {}",
        brief(likeliest),
        in_runs(most),
        in_runs(less).trim_end_matches(" of runs")
    ))
}
