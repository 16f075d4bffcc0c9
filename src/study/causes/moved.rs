//! The people of one organisation in the company of another.

use super::loan::Loan;
use crate::organisation::{FactorId, Kind, Role, Scenario};

/// The people of `before`, with their order of work and what they lose from hand to
/// hand, in the company of `after`.
pub fn moved(before: &Scenario, after: &Scenario) -> Scenario {
    let mut world = after.clone();
    let kinds: Vec<Kind> = before.kinds.iter().map(|name| kind(&mut world.kinds, name)).collect();
    world.priorities = before.priorities.iter().map(|kind| kinds[kind.0]).collect();
    world.roles.clone_from(&before.roles);
    let mut loan = Loan::from(&before.factors);
    for role in &mut world.roles {
        role.work.iter_mut().for_each(|entry| entry.kind = kinds[entry.kind.0]);
        numbers(role).for_each(|id| *id = loan.take(*id, &mut world.factors));
    }
    world.handoff_loss = loan.take(before.handoff_loss, &mut world.factors);
    world
}

/// The kind of this name, which is made where there is none.
fn kind(kinds: &mut Vec<String>, name: &str) -> Kind {
    Kind(kinds.iter().position(|kind| kind == name).unwrap_or_else(|| {
        kinds.push(name.to_owned());
        kinds.len() - 1
    }))
}

/// All numbers of a role that may be uncertain.
fn numbers(role: &mut Role) -> impl Iterator<Item = &mut FactorId> {
    let own = [
        &mut role.ramp_months,
        &mut role.attrition,
        &mut role.hire_months,
        &mut role.annual_cost,
        &mut role.hire_cost,
        &mut role.switching_loss,
    ];
    let work = &mut role.work;
    let entries = work.iter_mut().flat_map(|one| [&mut one.speed, &mut one.lift, &mut one.price]);
    role.hours.iter_mut().chain(own).chain(entries)
}
