//! What one organisation has otherwise than the other, number by number.

use super::Group;
use super::counterpart;
use super::loan::{self, Loan};
use crate::organisation::{FactorId, Factors, Role, Scenario, WorkEntry};
use crate::simulation::plan::{self, Plan};

/// Changes of hands that differ by no more than this are the same.
const SAME_HANDS: f64 = 0.01;

/// A number of the organisation after, as it was before.
#[derive(Debug)]
pub struct Change {
    /// With which others it is switched.
    pub group: Group,
    what: What,
}

#[derive(Debug)]
enum What {
    Role { role: usize, field: RoleField, before: FactorId },
    Entry { role: usize, entry: usize, field: EntryField, before: FactorId },
    Switches { role: usize, before: i32 },
    Loss { before: FactorId },
    Hands { passage: usize, before: f64 },
}

type RoleField = fn(&mut Role) -> &mut FactorId;
type EntryField = fn(&mut WorkEntry) -> &mut FactorId;

/// How to find a number of `T`: to change it, and to read it.
type Field<T> = (fn(&mut T) -> &mut FactorId, fn(&T) -> FactorId);

/// A role's numbers that are switched by themselves, with their groups.
const OF_ROLE: [(Group, Field<Role>); 5] = [
    (Group::Ramp, (|role| &mut role.ramp_months, |role| role.ramp_months)),
    (Group::Turnover, (|role| &mut role.attrition, |role| role.attrition)),
    (Group::Turnover, (|role| &mut role.hire_months, |role| role.hire_months)),
    (Group::Turnover, (|role| &mut role.hire_cost, |role| role.hire_cost)),
    (Group::Pay, (|role| &mut role.annual_cost, |role| role.annual_cost)),
];

/// The numbers of a work entry.
const OF_ENTRY: [Field<WorkEntry>; 3] = [
    (|entry| &mut entry.speed, |entry| entry.speed),
    (|entry| &mut entry.lift, |entry| entry.lift),
    (|entry| &mut entry.price, |entry| entry.price),
];

impl Change {
    /// Undoes it in the numbers of a scenario.
    pub fn undo(&self, scenario: &mut Scenario) {
        match self.what {
            What::Role { role, field, before } => *field(&mut scenario.roles[role]) = before,
            What::Entry { role, entry, field, before } => {
                *field(&mut scenario.roles[role].work[entry]) = before;
            }
            What::Loss { before } => scenario.handoff_loss = before,
            What::Switches { .. } | What::Hands { .. } => {}
        }
    }

    /// Undoes it in what follows from who carries which work.
    pub fn hold(&self, plan: &mut Plan<'_>) {
        match self.what {
            What::Switches { role, before } => plan.switches[role] = before,
            What::Hands { passage, before } => {
                let passage = plan.passages_mut().nth(passage);
                passage.expect("it was measured on such a plan").held = Some(before);
            }
            What::Role { .. } | What::Entry { .. } | What::Loss { .. } => {}
        }
    }
}

/// All changes from `before` to `after`, company and split aside. Numbers from before
/// are taken into `table`, a copy of the factors of `after`. What is believed to be
/// the same is no change. `hands` says of each passage how far work changes hands
/// before and after.
pub fn changes(
    before: &Scenario,
    after: &Scenario,
    hands: &[(f64, f64)],
    loan: &mut Loan<'_>,
    table: &mut Factors,
) -> Vec<Change> {
    let mut found = Found { before, after, loan, table, changes: Vec::new() };
    for (place, role) in after.roles.iter().enumerate() {
        if let Some(other) = counterpart::role(before, after, role) {
            found.role(place, role, other);
            found.switches(place, role, other);
        }
        for entry in 0..role.work.len() {
            found.entry(place, role, entry);
        }
    }
    found.hands(hands);
    found.changes
}

struct Found<'a, 'l> {
    before: &'a Scenario,
    after: &'a Scenario,
    loan: &'a mut Loan<'l>,
    table: &'a mut Factors,
    changes: Vec<Change>,
}

impl Found<'_, '_> {
    /// Whether the same is believed of two numbers.
    fn agree(&self, before: FactorId, after: FactorId) -> bool {
        self.before.factors[before].distribution == self.after.factors[after].distribution
    }

    fn push(&mut self, group: Group, what: What) {
        self.changes.push(Change { group, what });
    }

    fn role(&mut self, place: usize, role: &Role, other: &Role) {
        for (group, (field, of)) in OF_ROLE {
            if !self.agree(of(other), of(role)) {
                let before = self.loan.take(of(other), self.table);
                self.push(group, What::Role { role: place, field, before });
            }
        }
    }

    /// Hours lost between kinds of work: how many kinds, and how much each costs.
    fn switches(&mut self, place: usize, role: &Role, other: &Role) {
        let (before, after) = (plan::switches(other), plan::switches(role));
        let (loss, own) = (other.switching_loss, role.switching_loss);
        let agree = self.agree(loss, own);
        let nothing = |scenario: &Scenario, loss: FactorId, switches: i32| {
            switches == 0 || scenario.factors[loss].distribution.as_known() == Some(0.0)
        };
        let neither = nothing(self.before, loss, before) && nothing(self.after, own, after);
        if neither || (agree && before == after) {
            return;
        }
        self.push(Group::Switching, What::Switches { role: place, before });
        if !agree {
            let before = self.loan.take(loss, self.table);
            let field: RoleField = |role| &mut role.switching_loss;
            self.push(Group::Switching, What::Role { role: place, field, before });
        }
    }

    fn entry(&mut self, place: usize, role: &Role, at: usize) {
        let entry = &role.work[at];
        let other = counterpart::entry(self.before, self.after, role, entry);
        for (field, of) in OF_ENTRY {
            let before = match other {
                Some(other) if self.agree(of(other), of(entry)) => continue,
                Some(other) => self.loan.take(of(other), self.table),
                None if self.after.factors[of(entry)].distribution.as_known() == Some(1.0) => {
                    continue;
                }
                None => loan::neutral(self.table),
            };
            self.push(Group::Skill, What::Entry { role: place, entry: at, field, before });
        }
    }

    /// What a change of hands costs, and how far work changes hands.
    fn hands(&mut self, hands: &[(f64, f64)]) {
        let (before, after) = (self.before.handoff_loss, self.after.handoff_loss);
        let known =
            |scenario: &Scenario, loss: FactorId| scenario.factors[loss].distribution.as_known();
        let agree = self.agree(before, after);
        if agree && known(self.after, after) == Some(0.0) {
            return;
        }
        if !agree {
            let before = self.loan.take(before, self.table);
            self.push(Group::Handoffs, What::Loss { before });
        }
        for (passage, &(before, after)) in hands.iter().enumerate() {
            if (before - after).abs() > SAME_HANDS {
                self.push(Group::Handoffs, What::Hands { passage, before });
            }
        }
    }
}
