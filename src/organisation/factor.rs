//! The numbers that may be uncertain, in one table.

use super::Path;
use crate::distribution::copula::{Copula, NotPositiveDefinite};
use crate::distribution::{Distribution, Domain};

/// A factor, as an index into [`Factors`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactorId(pub usize);

/// A number of the scenario: drawn once a run, or known.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// Where it stands in the scenario; also the name of its stream of chance.
    pub path: Path,
    /// What is believed about it.
    pub distribution: Distribution,
    /// The values that its field accepts.
    pub domain: Domain,
}

/// All factors of a scenario, and how they hang together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Factors {
    /// In the order of the model, known ones included.
    pub all: Vec<Factor>,
    /// Groups of correlated factors.
    pub correlations: Vec<Correlations>,
}

impl Factors {
    /// Takes in a factor and answers with its index.
    pub fn add(&mut self, factor: Factor) -> FactorId {
        self.all.push(factor);
        FactorId(self.all.len() - 1)
    }

    /// The factor with this path.
    #[must_use]
    pub fn find(&self, path: &Path) -> Option<FactorId> {
        self.all.iter().position(|factor| factor.path == *path).map(FactorId)
    }
}

impl std::ops::Index<FactorId> for Factors {
    type Output = Factor;

    fn index(&self, FactorId(index): FactorId) -> &Factor {
        &self.all[index]
    }
}

/// Factors that are correlated with each other, directly or through others.
#[derive(Debug, Clone, PartialEq)]
pub struct Correlations {
    /// In the order of their paths, so that two scenarios with the same
    /// correlations turn the same scores into the same values.
    pub members: Vec<FactorId>,
    /// What is stated, for comparing two scenarios: pairs of places in
    /// `members` with their correlation.
    pub stated: Vec<(usize, usize, f64)>,
    /// Makes independent scores correlated.
    pub copula: Copula,
}

impl Correlations {
    /// A group of `members` (sorted by path) with correlations between pairs of
    /// places in it; pairs that are not stated are uncorrelated.
    ///
    /// # Errors
    /// When the correlations contradict each other; names the two places.
    pub fn new(
        members: Vec<FactorId>,
        stated: Vec<(usize, usize, f64)>,
    ) -> Result<Self, NotPositiveDefinite> {
        let size = members.len();
        let mut matrix = vec![vec![0.0; size]; size];
        for (i, row) in matrix.iter_mut().enumerate() {
            row[i] = 1.0;
        }
        for &(i, j, rho) in &stated {
            matrix[i][j] = rho;
            matrix[j][i] = rho;
        }
        let copula = Copula::new(&matrix)?;
        Ok(Self { members, stated, copula })
    }
}
