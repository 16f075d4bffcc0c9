//! Who did a role's work before: what its numbers are held against.

use crate::organisation::{Role, Scenario, WorkEntry};

/// The role of `before` that a role of `after` is held against: the one of the same
/// key, if it carries the same kinds of work; else the one that has most hours for
/// them; else, where it carries no work, the largest that carries none either.
/// None where nobody did any of its work.
pub fn role<'a>(before: &'a Scenario, after: &Scenario, role: &Role) -> Option<&'a Role> {
    if let Some(same) = namesake(before, after, role) {
        return Some(same);
    }
    let names = kinds(after, role);
    let weighed = before.roles.iter().map(|one| (one, seats_for(before, one, &names)));
    let weighed =
        weighed.filter(|(one, seats)| *seats > 0.0 || (names.is_empty() && one.work.is_empty()));
    heaviest(weighed)
}

/// The work entry of `before` that an entry of `role` in `after` is held against: that
/// of the role's namesake, else that of the role which has most hours for this kind
/// of work. None where nobody carried it.
pub fn entry<'a>(
    before: &'a Scenario,
    after: &Scenario,
    role: &Role,
    entry: &WorkEntry,
) -> Option<&'a WorkEntry> {
    let kind = after.kind_name(entry.kind);
    let of = |role: &'a Role| role.work.iter().find(|one| before.kind_name(one.kind) == kind);
    if let Some(same) = namesake(before, after, role) {
        return of(same);
    }
    let carriers = before.roles.iter().filter(|one| of(one).is_some());
    heaviest(carriers.map(|one| (one, seats_for(before, one, &[kind])))).and_then(of)
}

/// The role of the same key that carries the same kinds of work.
fn namesake<'a>(before: &'a Scenario, after: &Scenario, role: &Role) -> Option<&'a Role> {
    let same = before.roles.iter().find(|one| one.key == role.key)?;
    let sorted = |mut names: Vec<_>| {
        names.sort_unstable();
        names
    };
    (sorted(kinds(before, same)) == sorted(kinds(after, role))).then_some(same)
}

fn kinds<'a>(scenario: &'a Scenario, role: &Role) -> Vec<&'a str> {
    role.work.iter().map(|entry| scenario.kind_name(entry.kind)).collect()
}

/// Seats' worth of hours that a role has for these kinds of work: what is set aside
/// for them, and their part of what is free.
fn seats_for(scenario: &Scenario, role: &Role, kinds: &[&str]) -> f64 {
    let aside: f64 = role.work.iter().map(|entry| entry.share).sum();
    let free = (1.0 - aside).max(0.0) / role.work.len().max(1) as f64;
    let common = role.work.iter().filter(|entry| kinds.contains(&scenario.kind_name(entry.kind)));
    common.map(|entry| entry.share + free).sum::<f64>() * role.headcount.largest() as f64
}

/// Of equals the one with more seats, then the first.
fn heaviest<'a>(weighed: impl Iterator<Item = (&'a Role, f64)>) -> Option<&'a Role> {
    let heavier = |one: &(&Role, f64), other: &(&Role, f64)| {
        let seats = |role: &Role| role.headcount.largest();
        one.1.total_cmp(&other.1).then_with(|| seats(one.0).cmp(&seats(other.0))).is_gt()
    };
    weighed.reduce(|best, one| if heavier(&one, &best) { one } else { best }).map(|(role, _)| role)
}
