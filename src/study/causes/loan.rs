//! Numbers of one organisation in the table of another.

use std::collections::HashMap;

use crate::distribution::{Distribution, Domain};
use crate::organisation::{Correlations, Factor, FactorId, Factors, Path};

/// Takes factors of one table into another, once each. A factor keeps its path, and
/// with it its stream of chance: in every run it has the value that it has at home.
#[derive(Debug)]
pub struct Loan<'a> {
    home: &'a Factors,
    taken: HashMap<FactorId, FactorId>,
}

impl<'a> Loan<'a> {
    /// None taken yet.
    pub fn from(home: &'a Factors) -> Self {
        Self { home, taken: HashMap::new() }
    }

    /// A factor's index in `table`, where it is taken in with all that it is
    /// correlated with.
    pub fn take(&mut self, id: FactorId, table: &mut Factors) -> FactorId {
        if let Some(taken) = self.taken.get(&id) {
            return *taken;
        }
        let home = self.home;
        match home.correlations.iter().find(|group| group.members.contains(&id)) {
            None => self.copy(id, table),
            Some(group) => {
                let members = group.members.iter().map(|&member| self.copy(member, table));
                let members = members.collect();
                table.correlations.push(Correlations { members, ..group.clone() });
                self.taken[&id]
            }
        }
    }

    fn copy(&mut self, id: FactorId, table: &mut Factors) -> FactorId {
        let copied = table.add(self.home[id].clone());
        self.taken.insert(id, copied);
        copied
    }
}

/// A number that changes nothing, for work that nobody did before.
pub fn neutral(table: &mut Factors) -> FactorId {
    let distribution = Distribution::known(1.0).expect("one is finite");
    table.add(Factor { path: Path::default(), distribution, domain: Domain::Positive })
}
