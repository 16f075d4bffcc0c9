//! Units that did not pass: failed, or lost where the work changed hands.
//!
//! The engine draws one binomial number of those who pass and survive the
//! change of hands, with chance pass × (1 − handoff), since nothing later in a
//! run depends on how the others were lost. Given that a unit did not make it,
//! it was a yes that got lost on the way with chance
//! pass × handoff / (1 − pass × (1 − handoff)), independently of the others. So
//! the ledger splits the rest by a second binomial number. Both together have
//! the distribution of drawing the pass first and the hand-off after it; and
//! since the second comes from a stream of its own, it disturbs nothing.

use crate::organisation::{Channel, Segment, Stage};
use crate::random::{Luck, Place};
use crate::simulation::draw::binomial;
use crate::simulation::events::{Queue, Worked};

/// Where the ledger's own chance enters a segment.
#[derive(Debug)]
pub(super) struct Splits {
    channels: Vec<Place>,
    /// By stage and flow.
    stages: Vec<Vec<Place>>,
}

impl Splits {
    /// The places of a segment; `flows` are the channels that its flows come from.
    pub(super) fn new(segment: &Segment, flows: &[Option<String>]) -> Self {
        let place = |path: String| Place::new(&format!("ledger/losses/{}/{path}", segment.key));
        let channel = |channel: &Channel| place(format!("channels/{}", channel.key));
        let stage = |stage: &Stage| {
            let flow = |from: &Option<String>| {
                let from = from.as_ref().map_or("tracking".into(), |key| format!("channels/{key}"));
                place(format!("stages/{}/{from}", stage.name))
            };
            flows.iter().map(flow).collect()
        };
        Self {
            channels: segment.channels.iter().map(channel).collect(),
            stages: segment.stages.iter().map(stage).collect(),
        }
    }

    /// How many of the units that did not pass were lost at the hand-off.
    pub(super) fn handoff(&self, luck: Luck, step: usize, queue: Queue, worked: Worked) -> u64 {
        let Worked { units, passed, pass, handoff } = worked;
        let place = match queue {
            Queue::Channel(channel) => self.channels[channel],
            Queue::Stage { stage, flow } => self.stages[stage][flow],
        };
        let chance = pass * handoff / (1.0 - pass * (1.0 - handoff));
        binomial(units - passed, chance, &mut luck.at(place).step(step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Chi-square of the three outcomes against pass × handoff and the like, two
    /// degrees of freedom, alpha 1e-4: fails if the split forgot to condition on
    /// not having passed.
    #[test]
    fn lost_units_fall_to_both_causes_as_if_drawn_one_after_the_other() {
        let splits = Splits { channels: vec![Place::new("losses")], stages: Vec::new() };
        let (pass, handoff, units) = (0.6, 0.3, 7);
        let passing = Place::new("passing");
        let mut seen = [0.0; 3];
        for run in 0..20_000 {
            let luck = Luck::new(5, run);
            let passed = binomial(units, pass * (1.0 - handoff), &mut luck.at(passing).step(0));
            let worked = Worked { units, passed, pass, handoff };
            let lost = splits.handoff(luck, 0, Queue::Channel(0), worked);
            for (seen, count) in seen.iter_mut().zip([passed, lost, units - passed - lost]) {
                *seen += count as f64;
            }
        }
        let all = 20_000.0 * units as f64;
        let expected = [pass * (1.0 - handoff), pass * handoff, 1.0 - pass].map(|p| p * all);
        let terms = seen.iter().zip(expected).map(|(seen, mean)| (seen - mean).powi(2) / mean);
        let statistic: f64 = terms.sum();
        assert!(statistic < 18.42, "{statistic}: {seen:?} against {expected:?}");
    }

    #[test]
    fn where_nothing_changes_hands_all_are_failures_and_where_all_is_lost_none() {
        let splits = Splits { channels: vec![Place::new("losses")], stages: Vec::new() };
        let lost = |pass, handoff| {
            let worked = Worked { units: 9, passed: 0, pass, handoff };
            splits.handoff(Luck::new(1, 1), 3, Queue::Channel(0), worked)
        };
        assert_eq!(lost(0.4, 0.0), 0);
        assert_eq!(lost(1.0, 1.0), 9);
        assert_eq!(lost(0.0, 1.0), 0);
    }
}
