//! What can be played with given unknowns: one scenario's metric, or the gap
//! between two.

use indexmap::IndexMap;

use crate::organisation::{FactorId, Path, Scenario};
use crate::random::Luck;
use crate::simulation::{Engine, Metric, Plan, Tally};

/// A result that depends on unknowns and on chance.
pub trait Model: Sync {
    /// What a thread plays with.
    type Player;

    /// A player for a thread.
    fn player(&self) -> Self::Player;

    /// How many unknowns there are.
    fn unknowns(&self) -> usize;

    /// The result where each unknown lies at the quantile given by a number strictly
    /// between 0 and 1, and luck decides the rest.
    fn play(&self, player: &mut Self::Player, uniforms: &[f64], luck: Luck) -> f64;
}

/// A metric of one scenario, or of the second less that of the first. The same path
/// in both is one unknown.
#[derive(Debug)]
pub(super) struct Gap<'a> {
    plans: &'a [Plan<'a>],
    /// For each scenario, the unknown of each of its factors; that of a known one
    /// is never asked for.
    unknowns: Vec<Vec<usize>>,
    /// The paths of the unknowns, and whether each is uncertain anywhere.
    paths: IndexMap<Path, bool>,
    metric: Metric,
}

impl<'a> Gap<'a> {
    /// Of the metric of one plan or two.
    pub fn new(plans: &'a [Plan<'a>], metric: Metric) -> Self {
        let mut paths = IndexMap::new();
        let unknowns = plans.iter().map(|plan| table(plan.scenario, &mut paths)).collect();
        Self { plans, unknowns, paths, metric }
    }

    /// The unknown of a scenario's factor.
    fn unknown(&self, scenario: usize, FactorId(factor): FactorId) -> usize {
        self.unknowns[scenario][factor]
    }

    /// The unknowns in groups that can be drawn apart from each other: each alone,
    /// or with all that it is correlated with in either scenario.
    pub fn groups(&self) -> Vec<Vec<usize>> {
        let mut group: Vec<usize> = (0..self.paths.len()).collect();
        for (scenario, plan) in self.plans.iter().enumerate() {
            for correlated in &plan.scenario.factors.correlations {
                let members: Vec<usize> = (correlated.members.iter())
                    .map(|id| group[self.unknown(scenario, *id)])
                    .collect();
                let first = members.iter().copied().min().unwrap_or(0);
                for of in &mut group {
                    if members.contains(of) {
                        *of = first;
                    }
                }
            }
        }
        let mut groups: IndexMap<usize, Vec<usize>> = IndexMap::new();
        for (unknown, first) in group.into_iter().enumerate() {
            groups.entry(first).or_default().push(unknown);
        }
        groups.into_values().collect()
    }

    /// The paths of those of these unknowns that are uncertain.
    pub fn paths(&self, group: &[usize]) -> Vec<Path> {
        let uncertain = |unknown: &usize| self.paths.get_index(*unknown).filter(|entry| *entry.1);
        group.iter().filter_map(uncertain).map(|(path, _)| path.clone()).collect()
    }
}

/// The unknown of each factor, new ones being added to `paths`. What is known but
/// correlated has a score of its own that moves the others.
fn table(scenario: &Scenario, paths: &mut IndexMap<Path, bool>) -> Vec<usize> {
    let factors = &scenario.factors;
    let correlated =
        |id: usize| factors.correlations.iter().any(|group| group.members.contains(&FactorId(id)));
    let unknown = |(index, factor): (usize, &crate::organisation::Factor)| {
        let uncertain = factor.distribution.as_known().is_none();
        if !uncertain && !correlated(index) {
            return usize::MAX;
        }
        let entry = paths.entry(factor.path.clone());
        let place = entry.index();
        *entry.or_insert(false) |= uncertain;
        place
    };
    factors.all.iter().enumerate().map(unknown).collect()
}

impl<'a> Model for Gap<'a> {
    type Player = Vec<(Engine<'a>, Tally<'a>)>;

    fn player(&self) -> Self::Player {
        self.plans.iter().map(|plan| (Engine::new(plan), Tally::new(plan))).collect()
    }

    fn unknowns(&self) -> usize {
        self.paths.len()
    }

    fn play(&self, player: &mut Self::Player, uniforms: &[f64], luck: Luck) -> f64 {
        let mut results = player.iter_mut().zip(&self.unknowns).map(|((engine, tally), table)| {
            tally.clear();
            engine.play_given(|factor| uniforms[table[factor]], luck, tally);
            tally.metric(self.metric, engine.numbers().margin)
        });
        let first = results.next().unwrap_or(0.0);
        results.next().map_or(first, |second| second - first)
    }
}
