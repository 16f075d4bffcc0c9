//! A candidate with as many people as the baseline can pay for, so that what is
//! compared is the organisation and not the budget.
//!
//! Seats stay in proportion as far as whole seats allow (see `staff`), and what
//! comes nearest to the baseline's expected people cost is taken. A candidate
//! that costs the same already is left as it is.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::Caution;
use super::comparison::EQUAL_COST;
use super::people_cost::PeopleCost;
use super::staff::Staff;
use crate::language::CannotMatch;
use crate::organisation::{Headcount, Scenario, TooManySeats, limits};

/// A candidate's seats before and after they were matched to the baseline.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Matched {
    /// Expected people cost over the counted months.
    pub people_cost: MatchedCost,
    /// Each role by its key.
    pub roles: IndexMap<String, MatchedRole>,
}

/// Expected people cost over the counted months, in currency.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct MatchedCost {
    /// Of the baseline.
    pub baseline: f64,
    /// Of the candidate as its file says.
    pub before: f64,
    /// Of the candidate as it was simulated.
    pub after: f64,
}

/// Seats of a role: a number, or pairs of counted month and seats.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MatchedRole {
    /// What people call the role.
    #[serde(skip)]
    pub title: String,
    /// As the file says.
    #[serde(serialize_with = "seats")]
    #[schemars(with = "Seats")]
    pub from: Headcount,
    /// As they were simulated.
    #[serde(serialize_with = "seats")]
    #[schemars(with = "Seats")]
    pub to: Headcount,
}

/// Seats as a scenario file has them.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Seats {
    Always(usize),
    FromMonths(Vec<(usize, usize)>),
}

fn seats<S: Serializer>(headcount: &Headcount, serializer: S) -> Result<S::Ok, S::Error> {
    match headcount.changes[..] {
        [(_, seats)] => Seats::Always(seats),
        _ => Seats::FromMonths(headcount.changes.clone()),
    }
    .serialize(serializer)
}

impl Matched {
    /// By which share of the baseline's cost it still differs.
    #[must_use]
    pub fn excess(&self) -> f64 {
        self.people_cost.after / self.people_cost.baseline - 1.0
    }

    /// What to say where whole seats come nowhere near.
    #[must_use]
    pub fn warning(&self, candidate: &str, baseline: &str) -> Option<Caution> {
        let change = self.excess();
        (change.abs() > EQUAL_COST).then(|| Caution::UnmatchedCost {
            candidate: candidate.to_owned(),
            baseline: baseline.to_owned(),
            change,
        })
    }
}

/// Gives `candidate` the seats whose expected people cost is nearest to the
/// baseline's, and answers with what was changed.
///
/// # Errors
/// When nothing it can be given comes to such a cost; then nothing changes.
pub fn match_people_cost(
    baseline: &Scenario,
    candidate: &mut Scenario,
) -> Result<Matched, CannotMatch> {
    let target = PeopleCost::new(baseline).total();
    if target <= 0.0 {
        return Err(CannotMatch::FreeBaseline);
    }
    let cost = PeopleCost::new(candidate);
    let before = cost.total();
    if before <= 0.0 {
        return Err(CannotMatch::FreeCandidate);
    }
    let staff = Staff::nearest(&cost, &candidate.roles, target)
        .map_err(|TooManySeats| CannotMatch::TooManySeats(limits::SEATS))?;
    let (after, headcounts) = (staff.cost(), staff.into_headcounts());
    let mut roles = IndexMap::new();
    for (role, to) in candidate.roles.iter_mut().zip(headcounts) {
        let from = std::mem::replace(&mut role.headcount, to.clone());
        roles.insert(role.key.clone(), MatchedRole { title: role.title.clone(), from, to });
    }
    Ok(Matched { people_cost: MatchedCost { baseline: target, before, after }, roles })
}
