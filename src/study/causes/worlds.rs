//! Organisations between two others: some of what differs as before, the rest as after.

use super::change::{self, Change};
use super::loan::Loan;
use super::moved::moved;
use super::outline::Outline;
use super::{Group, hands};
use crate::monte_carlo::{self, Interrupted, Request, Watch};
use crate::organisation::Scenario;
use crate::simulation::{Metric, Plan};

/// Two organisations and all that differs between them.
#[derive(Debug)]
pub struct Worlds {
    /// Where the company differs, by path.
    pub company: Vec<String>,
    /// Whether who carries which work differs.
    pub is_split: bool,
    /// The people from before in the company after; only where it differs.
    moved: Option<Scenario>,
    /// The organisation after, with the numbers from before in its table.
    world: Scenario,
    changes: Vec<Change>,
}

impl Worlds {
    /// What differs from `before` to `after`, two scenarios over the same months. How
    /// far work changes hands is measured in some runs of each.
    ///
    /// # Errors
    /// [`Interrupted`] when `watch` asks to stop.
    pub fn new(
        before: &Scenario,
        after: &Scenario,
        seed: u64,
        watch: &dyn Watch,
    ) -> Result<Self, Interrupted> {
        let company = Outline::company(before).differences(&Outline::company(after));
        let is_split = Outline::split(before) != Outline::split(after);
        let moved = (!company.is_empty()).then(|| moved(before, after));
        let old_hands = hands::measure(moved.as_ref().unwrap_or(before), seed, watch)?;
        let new_hands = hands::measure(after, seed, watch)?;
        let hands: Vec<_> = old_hands.into_iter().zip(new_hands).collect();
        let mut world = after.clone();
        let mut loan = Loan::from(&before.factors);
        let changes = change::changes(before, after, &hands, &mut loan, &mut world.factors);
        Ok(Self { company, is_split, moved, world, changes })
    }

    /// Whether anything of a group differs.
    pub fn differs(&self, group: Group) -> bool {
        match group {
            Group::Company => !self.company.is_empty(),
            Group::Split => self.is_split,
            _ => self.changes.iter().any(|change| change.group == group),
        }
    }

    /// A metric of every run of the people from before in the company after.
    ///
    /// # Errors
    /// [`Interrupted`] when `watch` asks to stop.
    pub fn moved(
        &self,
        metric: Metric,
        request: &Request,
        watch: &dyn Watch,
    ) -> Result<Vec<f64>, Interrupted> {
        let people = self.moved.as_ref().expect("the company differs");
        monte_carlo::column(&Plan::new(people), metric, request, watch)
    }

    /// A metric of every run of the new split in which `switched` are as after and all
    /// other groups as before.
    ///
    /// # Errors
    /// [`Interrupted`] when `watch` asks to stop.
    pub fn split(
        &self,
        switched: impl Fn(Group) -> bool,
        metric: Metric,
        request: &Request,
        watch: &dyn Watch,
    ) -> Result<Vec<f64>, Interrupted> {
        let undone = || self.changes.iter().filter(|change| !switched(change.group));
        let mut world = self.world.clone();
        undone().for_each(|change| change.undo(&mut world));
        let mut plan = Plan::new(&world);
        undone().for_each(|change| change.hold(&mut plan));
        monte_carlo::column(&plan, metric, request, watch)
    }
}
