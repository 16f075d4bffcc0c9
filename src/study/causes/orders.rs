//! In which orders differences are switched, and what each world on the way weighs.

use super::Group;
use crate::statistics::shapley::shapley_weights;

/// A world on the way from one organisation to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum World {
    /// The baseline itself.
    Before,
    /// Its people in the candidate's company.
    Moved,
    /// The candidate's split, and of the other groups those whose bits are set.
    Split(usize),
    /// The candidate itself.
    After,
}

/// All orders: the company first, then the split, then the players in any order.
#[derive(Debug)]
pub struct Orders {
    /// Whether the company differs, and whether the split does.
    pub company: bool,
    /// Whether the split differs.
    pub split: bool,
    /// The other groups that differ.
    pub players: Vec<Group>,
}

impl Orders {
    /// The groups that are switched, in the order in which they are told.
    pub fn groups(&self) -> Vec<Group> {
        let first = [(self.company, Group::Company), (self.split, Group::Split)];
        let first = first.into_iter().filter_map(|(differs, group)| differs.then_some(group));
        first.chain(self.players.iter().copied()).collect()
    }

    /// Company and split as after, and these players.
    fn with(&self, present: usize) -> World {
        match present {
            all if all + 1 == 1 << self.players.len() => World::After,
            0 if !self.split && !self.company => World::Before,
            0 if !self.split => World::Moved,
            some => World::Split(some),
        }
    }

    /// All groups as after but one.
    pub fn without(&self, group: Group) -> Option<World> {
        let place = self.players.iter().position(|player| *player == group)?;
        Some(self.with((1 << self.players.len()) - 1 - (1 << place)))
    }

    /// Each world once, with its weight in what each group adds.
    pub fn worlds(&self) -> Vec<(World, Vec<(Group, f64)>)> {
        let mut worlds = Vec::new();
        let mut step = |group, from, to| {
            add(&mut worlds, from, [(group, -1.0)]);
            add(&mut worlds, to, [(group, 1.0)]);
        };
        let together = if self.split { World::Moved } else { self.with(0) };
        if self.company {
            step(Group::Company, World::Before, together);
        }
        if self.split {
            let from = if self.company { World::Moved } else { World::Before };
            step(Group::Split, from, self.with(0));
        }
        for present in 0..1 << self.players.len() {
            let weights = shapley_weights(self.players.len(), present);
            add(&mut worlds, self.with(present), self.players.iter().copied().zip(weights));
        }
        worlds
    }
}

/// Takes in weights of a world, which may be there already.
fn add(
    worlds: &mut Vec<(World, Vec<(Group, f64)>)>,
    world: World,
    weights: impl IntoIterator<Item = (Group, f64)>,
) {
    match worlds.iter_mut().find(|(known, _)| *known == world) {
        Some((_, known)) => known.extend(weights),
        None => worlds.push((world, weights.into_iter().collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each group adds where the worlds have these values.
    fn shares(orders: &Orders, value: impl Fn(World) -> f64) -> Vec<(Group, f64)> {
        let mut shares: Vec<_> = orders.groups().into_iter().map(|group| (group, 0.0)).collect();
        for (world, weights) in orders.worlds() {
            for (group, weight) in weights {
                let share = shares.iter_mut().find(|(known, _)| *known == group).unwrap();
                share.1 += weight * value(world);
            }
        }
        shares
    }

    fn value(world: World) -> f64 {
        match world {
            World::Before => 100.0,
            World::Moved => 130.0,
            // Skill adds 10, ramp 4, and both together 8 more.
            World::Split(present) => 125.0 + [0.0, 10.0, 4.0, 22.0][present],
            World::After => 147.0,
        }
    }

    #[test]
    fn company_and_split_come_first_and_the_rest_share_what_they_do_together() {
        let players = vec![Group::Skill, Group::Ramp];
        let orders = Orders { company: true, split: true, players };
        let expected = [
            (Group::Company, 30.0),
            (Group::Split, -5.0),
            (Group::Skill, 14.0),
            (Group::Ramp, 8.0),
        ];
        assert_eq!(shares(&orders, value), expected);
        assert_eq!(orders.without(Group::Skill), Some(World::Split(0b10)));
        assert_eq!(orders.without(Group::Pay), None);
    }

    #[test]
    fn every_set_of_differences_adds_up_to_the_whole() {
        for differs in 0..16 {
            let has = |bit: usize| differs >> bit & 1 == 1;
            let players = [(2, Group::Skill), (3, Group::Ramp)];
            let players = players.into_iter().filter(|one| has(one.0)).map(|one| one.1).collect();
            let orders = Orders { company: has(0), split: has(1), players };
            let sum: f64 = shares(&orders, value).iter().map(|share| share.1).sum();
            let whole = if differs == 0 { 0.0 } else { 47.0 };
            assert!((sum - whole).abs() < 1e-9, "{orders:?}: {sum}");
        }
    }
}
