//! The gap of two organisations: which worlds it takes to explain it, and what they say.

use super::orders::{Orders, World};
use super::worlds::Worlds;
use super::{Cause, CausesAbout, Group};
use crate::monte_carlo::{Interrupted, Request, Runs, Watch};
use crate::organisation::Scenario;
use crate::statistics::Moments;
use crate::study::{LeadMetric, MeanChange};

/// Two organisations whose gap is to be explained.
#[derive(Debug)]
pub struct Question {
    /// Names of baseline and candidate.
    names: [String; 2],
    metric: LeadMetric,
    worlds: Worlds,
    orders: Orders,
}

/// What made the gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// One a group that moves the metric.
    pub causes: Vec<Cause>,
    /// What was found beside them.
    pub about: CausesAbout,
}

impl Question {
    /// Finds out what differs. How far work changes hands is measured, in a few runs of
    /// each.
    ///
    /// # Errors
    /// [`Interrupted`] when `watch` asks to stop.
    pub fn new(
        baseline: &Scenario,
        candidate: &Scenario,
        metric: LeadMetric,
        seed: u64,
        watch: &dyn Watch,
    ) -> Result<Self, Interrupted> {
        let worlds = Worlds::new(baseline, candidate, seed, watch)?;
        let plays = |&group: &Group| worlds.differs(group) && moves(group, metric);
        let orders = Orders {
            company: worlds.differs(Group::Company),
            split: worlds.differs(Group::Split),
            players: Group::OF_ROLES.into_iter().filter(plays).collect(),
        };
        let names = [baseline, candidate].map(|scenario| scenario.name.clone());
        Ok(Self { names, metric, worlds, orders })
    }

    /// How many organisations between the two it takes to answer.
    #[must_use]
    pub fn between(&self) -> usize {
        let ends = [World::Before, World::After];
        self.orders.worlds().iter().filter(|(world, _)| !ends.contains(world)).count()
    }

    /// Simulates them. `baseline` and `candidate` are the runs that `request` names.
    ///
    /// # Errors
    /// [`Interrupted`] when `watch` asks to stop.
    pub fn answer(
        &self,
        baseline: &Runs,
        candidate: &Runs,
        request: &Request,
        watch: &dyn Watch,
    ) -> Result<Answer, Interrupted> {
        let [from, to] = [baseline, candidate].map(|runs| runs.metric(self.metric.metric()));
        let groups = self.orders.groups();
        let mut parts = vec![vec![0.0; from.len()]; groups.len()];
        let unskilled = self.orders.without(Group::Skill);
        let mut without_skill = None;
        for (world, weights) in self.orders.worlds() {
            let simulated;
            let values = match world {
                World::Before => from,
                World::After => to,
                World::Moved | World::Split(_) => {
                    simulated = self.simulate(world, request, watch)?;
                    &simulated
                }
            };
            for (group, weight) in weights {
                let part = groups.iter().position(|one| *one == group).expect("a group of these");
                parts[part].iter_mut().zip(values).for_each(|(sum, value)| *sum += weight * value);
            }
            if unskilled == Some(world) {
                without_skill = Some(difference(values, from));
            }
        }
        let causes = groups.iter().zip(&parts).map(|(group, part)| self.cause(*group, part));
        Ok(Answer {
            causes: causes.collect(),
            about: self.about(difference(to, from), without_skill),
        })
    }

    fn simulate(
        &self,
        world: World,
        request: &Request,
        watch: &dyn Watch,
    ) -> Result<Vec<f64>, Interrupted> {
        let metric = self.metric.metric();
        let World::Split(present) = world else {
            return self.worlds.moved(metric, request, watch);
        };
        let place = |group| self.orders.players.iter().position(|player| *player == group);
        // What plays no part in the metric is as after.
        let switched = |group| place(group).is_none_or(|place| present >> place & 1 == 1);
        self.worlds.split(switched, metric, request, watch)
    }

    fn cause(&self, group: Group, part: &[f64]) -> Cause {
        let moments: Moments = part.iter().copied().collect();
        let [baseline, candidate] = self.names.clone();
        Cause { baseline, candidate, group, contribution: moments.mean(), se: moments.se() }
    }

    fn about(&self, gap: MeanChange, without_skill: Option<MeanChange>) -> CausesAbout {
        let [baseline, candidate] = self.names.clone();
        let differs = |group: &Group| self.worlds.differs(*group);
        let moving = self.orders.groups();
        let idle = |group: &Group| differs(group) && !moving.contains(group);
        CausesAbout {
            baseline,
            candidate,
            metric: self.metric,
            gap,
            without_skill,
            same: Group::ALL.into_iter().filter(|group| !differs(group)).collect(),
            idle: Group::ALL.into_iter().filter(idle).collect(),
            company: self.worlds.company.clone(),
            worlds: self.between(),
        }
    }
}

/// Bytes that taking so many runs apart needs: what each group adds, and one world.
#[must_use]
pub fn memory(runs: u64) -> u64 {
    let kept = Group::ALL.len() as u64 + 1;
    runs.saturating_mul(kept * size_of::<f64>() as u64)
}

/// Whether a group can move a metric: what people are paid moves no bookings.
fn moves(group: Group, metric: LeadMetric) -> bool {
    group != Group::Pay || metric == LeadMetric::Contribution
}

fn difference(values: &[f64], from: &[f64]) -> MeanChange {
    values.iter().zip(from).map(|(value, from)| value - from).collect::<Moments>().into()
}
