//! The uncertain factors of one scenario or of two, with what each run drew.

use super::subject;
use crate::language::Subject;
use crate::monte_carlo::{self, Request};
use crate::organisation::{FactorId, Path, Scenario};

/// An uncertain factor.
pub(in crate::study) struct Factor<'a> {
    /// Where it stands.
    pub path: Path,
    /// The scenario whose values these are.
    pub scenario: &'a Scenario,
    /// What each run drew.
    pub values: Vec<f64>,
    /// P10, P50 and P90 of what is believed.
    pub believed: [f64; 3],
    /// The paths that it is correlated with in either scenario.
    pub correlated: Vec<Path>,
}

impl Factor<'_> {
    /// What it is about.
    pub fn subject(&self) -> Subject {
        subject::of(self.scenario, &self.path)
    }
}

/// All of them, in the order of the first scenario, what only the second has at the
/// end. A path that is uncertain in both has the values of the second.
pub(in crate::study) fn of<'a>(scenarios: &[&'a Scenario], request: &Request) -> Vec<Factor<'a>> {
    let mut factors: Vec<Factor<'a>> = Vec::new();
    for scenario in scenarios {
        for (id, values) in monte_carlo::factor_values(scenario, request) {
            let factor = Factor::new(scenario, id, values);
            match factors.iter_mut().find(|one| one.path == factor.path) {
                Some(known) => *known = factor,
                None => factors.push(factor),
            }
        }
    }
    let paths: Vec<Path> = factors.iter().map(|factor| factor.path.clone()).collect();
    for factor in &mut factors {
        let groups = scenarios.iter().flat_map(|scenario| partners(scenario, &factor.path));
        let mut partners: Vec<Path> = groups.filter(|path| paths.contains(path)).collect();
        partners.sort();
        partners.dedup();
        factor.correlated = partners;
    }
    factors
}

impl<'a> Factor<'a> {
    fn new(scenario: &'a Scenario, id: FactorId, values: Vec<f64>) -> Self {
        let factor = &scenario.factors[id];
        let believed = [0.1, 0.5, 0.9].map(|level| factor.distribution.quantile(level));
        Self { path: factor.path.clone(), scenario, values, believed, correlated: Vec::new() }
    }
}

/// What a scenario says to be correlated with a path, directly or through others.
fn partners(scenario: &Scenario, path: &Path) -> Vec<Path> {
    let factors = &scenario.factors;
    let path_of = |id: &FactorId| factors[*id].path.clone();
    let groups = factors.correlations.iter().map(|group| group.members.iter().map(path_of));
    let mut groups = groups.map(Iterator::collect::<Vec<Path>>);
    let own = groups.find(|members| members.contains(path)).unwrap_or_default();
    own.into_iter().filter(|member| member != path).collect()
}
