//! Factors that one question to the company answers together.

use super::subject;
use crate::language::Together;
use crate::organisation::{Path, Scenario};

/// Factors that belong together.
pub(super) struct Group {
    /// A path with a star behind; only the star for all.
    pub pattern: String,
    /// What they have in common.
    pub together: Together,
    /// Their places among the factors.
    pub members: Vec<usize>,
}

/// All groups, in the order of their first factors, and all factors last. `owner`
/// is the scenario that says what the factor at a place is about.
pub(super) fn of<'a>(paths: &[Path], owner: impl Fn(usize) -> &'a Scenario) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (place, path) in paths.iter().enumerate() {
        let (start, together) = home(owner(place), path);
        let pattern = start.join("*").to_string();
        match groups.iter_mut().find(|group| group.pattern == pattern) {
            Some(group) => group.members.push(place),
            None => groups.push(Group { pattern, together, members: vec![place] }),
        }
    }
    let members = (0..paths.len()).collect();
    groups.push(Group { pattern: "*".to_owned(), together: Together::All, members });
    groups
}

/// The table that a factor stands in, and what it is about.
fn home(scenario: &Scenario, path: &Path) -> (Path, Together) {
    let first: Vec<&str> = path.0.iter().take(2).map(String::as_str).collect();
    match *first {
        ["segments", key] => (Path::from(["segments", key]), Together::Segment(key.to_owned())),
        ["roles", key] => {
            (Path::from(["roles", key]), Together::Role(subject::title(scenario, key)))
        }
        ["handoffs", _] => (Path::from(["handoffs"]), Together::Handoffs),
        ["market", _] => (Path::from(["market"]), Together::Market),
        _ => (Path::from(["economics"]), Together::Economics),
    }
}
