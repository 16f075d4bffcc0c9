//! The amounts that a chart of chances is read at: the target, or else the
//! baseline's median.

use super::finding::{brief, summary};
use crate::figure::{exact, percent, short};
use crate::language::{Aim, Language, Often};
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
    fn target(study: &Study, language: Language) -> Option<Self> {
        let decision = study.decision.as_ref()?;
        let amount = decision.target?;
        let choices = decision.scenarios.iter();
        let counted = choices.filter_map(|one| Some((one.name.clone(), one.probability_target?)));
        let counted = counted.collect();
        let label = (language.words().chart.target)(&exact(language, amount));
        Some(Self { amount, label, counted })
    }

    /// The chance of a scenario to reach it: as counted, or else as read.
    pub fn share(&self, name: &str, read: impl FnOnce() -> f64) -> f64 {
        let counted = self.counted.iter().find(|(other, _)| other == name);
        counted.map_or_else(read, |&(_, share)| share)
    }
}

/// The target; without one in a comparison the baseline's median, otherwise the
/// scenario's own quantiles.
pub fn levels(study: &Study, metric: LeadMetric, language: Language) -> Vec<Level> {
    if let Some(target) = Level::target(study, language) {
        return vec![target];
    }
    let median = |name: &str| {
        let amount = summary(study.scenario(name)?, metric)?.p50;
        let label = (language.words().chart.median_of)(&brief(name), &short(language, amount));
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
pub fn to_target(study: &Study, language: Language) -> Option<String> {
    let target = Level::target(study, language)?;
    let counted = &target.counted;
    let (likeliest, most) = counted.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let amount = exact(language, target.amount);
    let tell = |aim: &Aim<'_>| Some((language.words().chart.reaches_target)(&amount, aim));
    let name = brief(likeliest);
    let text = percent(language, *most);
    let most_often = Often::of(*most, &text);
    let baseline = study.comparisons.first().map(|comparison| &comparison.baseline);
    let mut candidates = study.comparisons.iter().map(|comparison| &comparison.candidate);
    let other = baseline.filter(|name| *name != likeliest).or_else(|| candidates.next());
    let Some(other) = other else { return tell(&Aim::One(&name, most_often)) };
    if counted.iter().all(|(_, share)| (share - most).abs() < 0.005) {
        return tell(&Aim::Alike(most_often));
    }
    let &(_, less) = counted.iter().find(|(name, _)| name == other)?;
    let less_text = percent(language, less);
    tell(&Aim::Two([(&name, most_often), (&brief(other), Often::of(less, &less_text))]))
}
