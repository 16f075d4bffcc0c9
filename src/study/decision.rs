//! What choosing each scenario comes to: how often it is best, what being wrong
//! costs, and what it would be worth to know beforehand.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

use super::LeadMetric;
use super::comparison::win;
use crate::statistics::{Interval, Moments, quantile};

/// The choice among the scenarios, by the metric that tables and titles lead with.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Decision {
    /// The metric.
    pub metric: LeadMetric,
    /// The amount to reach, in currency; absent where none was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// Expected value of perfect information: what it would be worth on average to
    /// know each run's outcome before choosing, over choosing the scenario with
    /// the best mean; in currency.
    pub evpi: f64,
    /// Standard error of that.
    pub evpi_se: f64,
    /// In the order of the command line.
    pub scenarios: Vec<Choice>,
}

/// What choosing one scenario comes to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Choice {
    /// The scenario's name.
    pub name: String,
    /// Place by the mean of the metric, 1 being the highest.
    pub rank: usize,
    /// Share of runs in which it is best of all; a tie is shared equally.
    pub probability_best: f64,
    /// Standard error of that share.
    pub probability_best_se: f64,
    /// By how much it falls short of the run's best scenario, on average; in currency.
    pub expected_loss: f64,
    /// Standard error of that.
    pub expected_loss_se: f64,
    /// The mean of the worst 5 % of these shortfalls.
    pub worst5_loss: f64,
    /// Standard error of that.
    pub worst5_loss_se: f64,
    /// Share of runs that reach the target; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability_target: Option<f64>,
    /// Standard error of that share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability_target_se: Option<f64>,
    /// Share of runs in which it does better than each other scenario; a tie counts
    /// as half.
    pub probability_better_than: IndexMap<String, f64>,
    /// Standard errors of these shares.
    pub probability_better_than_se: IndexMap<String, f64>,
    /// What the number of runs leaves open.
    pub intervals: ChoiceIntervals,
}

/// 95 % intervals: of chances by Wilson's score, of the expected loss by its
/// standard error.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct ChoiceIntervals {
    /// Of the chance to be best.
    pub probability_best: Interval,
    /// Of the expected loss.
    pub expected_loss: Interval,
    /// Of the chance to reach the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability_target: Option<Interval>,
}

/// The share of losses that are the worst.
const WORST: f64 = 0.05;

impl Decision {
    /// Of at least one scenario: its name and the metric of each run, paired.
    pub(super) fn new(
        scenarios: &[(&str, &[f64])],
        metric: LeadMetric,
        target: Option<f64>,
    ) -> Self {
        let columns: Vec<&[f64]> = scenarios.iter().map(|(_, column)| *column).collect();
        let means: Vec<f64> = columns.iter().map(|column| moments(column).mean()).collect();
        let best = best(&columns);
        let choice = |place: usize| {
            let rank = 1 + means.iter().filter(|&&mean| mean > means[place]).count();
            let mut choice = Choice::new(place, &columns, &best, target);
            scenarios[place].0.clone_into(&mut choice.name);
            choice.rank = rank;
            for (other, &(name, column)) in scenarios.iter().enumerate() {
                if other != place {
                    let wins: Moments = pairs(columns[place], column).map(win).collect();
                    choice.probability_better_than.insert(name.to_owned(), wins.share());
                    choice.probability_better_than_se.insert(name.to_owned(), wins.se());
                }
            }
            choice
        };
        let scenarios: Vec<Choice> = (0..scenarios.len()).map(choice).collect();
        let leader = scenarios.iter().min_by(|a, b| a.expected_loss.total_cmp(&b.expected_loss));
        let leader = leader.expect("there is at least one scenario");
        Self {
            metric,
            target,
            evpi: leader.expected_loss,
            evpi_se: leader.expected_loss_se,
            scenarios,
        }
    }

    /// The choice of the scenario with this name.
    #[must_use]
    pub fn choice(&self, name: &str) -> Option<&Choice> {
        self.scenarios.iter().find(|choice| choice.name == name)
    }

    /// The choices from the best mean to the worst.
    #[must_use]
    pub fn ranked(&self) -> Vec<&Choice> {
        let mut ranked: Vec<&Choice> = self.scenarios.iter().collect();
        ranked.sort_by_key(|choice| choice.rank);
        ranked
    }
}

impl Choice {
    /// Without a name, a rank and the pairs.
    fn new(place: usize, columns: &[&[f64]], best: &[f64], target: Option<f64>) -> Self {
        let own = columns[place];
        let firsts = (0..best.len()).map(|run| {
            let ties = columns.iter().filter(|column| column[run] >= best[run]).count();
            if own[run] >= best[run] { 1.0 / ties as f64 } else { 0.0 }
        });
        let firsts: Moments = firsts.collect();
        let mut losses: Vec<f64> = pairs(best, own).collect();
        let loss = moments(&losses);
        let (worst, worst_se) = worst(&mut losses);
        let reached = target.map(|target| {
            own.iter().map(|&value| f64::from(u8::from(value >= target))).collect::<Moments>()
        });
        let share = |moments: &Moments| Interval::of_share(moments.mean(), moments.count());
        Self {
            name: String::new(),
            rank: 0,
            probability_best: firsts.mean(),
            probability_best_se: firsts.se(),
            expected_loss: loss.mean(),
            expected_loss_se: loss.se(),
            worst5_loss: worst,
            worst5_loss_se: worst_se,
            probability_target: reached.map(|reached| reached.share()),
            probability_target_se: reached.map(|reached| reached.se()),
            probability_better_than: IndexMap::new(),
            probability_better_than_se: IndexMap::new(),
            intervals: ChoiceIntervals {
                probability_best: share(&firsts),
                expected_loss: Interval::of_mean(&loss),
                probability_target: reached.as_ref().map(share),
            },
        }
    }
}

/// The highest of each run.
fn best(columns: &[&[f64]]) -> Vec<f64> {
    let mut best = columns[0].to_vec();
    for column in &columns[1..] {
        for (best, &value) in best.iter_mut().zip(*column) {
            *best = best.max(value);
        }
    }
    best
}

fn moments(values: &[f64]) -> Moments {
    values.iter().copied().collect()
}

fn pairs(one: &[f64], other: &[f64]) -> impl Iterator<Item = f64> {
    one.iter().zip(other).map(|(one, other)| one - other)
}

/// The mean of the worst losses and its standard error: that of what lies beyond
/// their border, over the share (Trindade and others 2007, Journal of Banking and
/// Finance 31). The losses are sorted and turned around.
fn worst(losses: &mut [f64]) -> (f64, f64) {
    for loss in &mut *losses {
        *loss = -*loss;
    }
    losses.sort_unstable_by(f64::total_cmp);
    let border = quantile::of_sorted(losses, WORST);
    let beyond: Moments = losses.iter().map(|loss| (border - loss).max(0.0)).collect();
    // No loss at all is zero, not minus zero.
    (0.0 - quantile::mean_of_lowest(losses, WORST), beyond.se() / WORST)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "these numbers are exact")]

    use proptest::prelude::*;

    use super::*;

    fn decide(columns: &[&[f64]], target: Option<f64>) -> Decision {
        let names = ["a", "b", "c", "d"];
        let scenarios: Vec<(&str, &[f64])> =
            names.into_iter().zip(columns.iter().copied()).collect();
        Decision::new(&scenarios, LeadMetric::Bookings, target)
    }

    fn near(one: f64, other: f64) -> bool {
        (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
    }

    #[test]
    fn four_runs_of_three_scenarios_are_as_worked_out_by_hand() {
        // Best: 4, 6, 6, 9. Shortfalls of a: 0, 0, 2, 9; b: 2, 0, 0, 0; c: 3, 5, 5, 8.
        let decision = decide(
            &[&[4.0, 6.0, 4.0, 0.0], &[2.0, 6.0, 6.0, 9.0], &[1.0, 1.0, 1.0, 1.0]],
            Some(4.0),
        );
        let [a, b, c] = &decision.scenarios[..] else { panic!("three") };
        assert_eq!([a.rank, b.rank, c.rank], [2, 1, 3]);
        assert_eq!(
            [a.probability_best, b.probability_best, c.probability_best],
            [1.5 / 4.0, 2.5 / 4.0, 0.0]
        );
        assert_eq!([a.expected_loss, b.expected_loss, c.expected_loss], [2.75, 0.5, 5.25]);
        // Sample variances: (2.75² + 2.75² + 0.75² + 6.25²)/3 and (1.5² + 3 × 0.5²)/3.
        assert!(near(a.expected_loss_se, (54.75_f64 / 3.0 / 4.0).sqrt()));
        assert!(near(b.expected_loss_se, 0.5));
        // The worst 5 % of 4 runs are a fifth of the worst one.
        assert_eq!([a.worst5_loss, b.worst5_loss, c.worst5_loss], [9.0, 2.0, 8.0]);
        let reached = [a, b, c].map(|choice| choice.probability_target);
        assert_eq!(reached, [Some(0.75), Some(0.75), Some(0.0)]);
        assert!(near(a.probability_target_se.unwrap(), 0.25));
        assert_eq!(a.probability_better_than["b"], 1.5 / 4.0);
        assert_eq!(b.probability_better_than["a"], 2.5 / 4.0);
        assert_eq!((decision.evpi, decision.evpi_se), (b.expected_loss, b.expected_loss_se));
        let ranked: Vec<_> = decision.ranked().iter().map(|choice| choice.name.as_str()).collect();
        assert_eq!(ranked, ["b", "a", "c"]);
    }

    #[test]
    fn the_worst_twentieth_of_a_hundred_losses_is_the_mean_of_five() {
        let best: Vec<f64> = vec![100.0; 100];
        let own: Vec<f64> = (0..100).map(f64::from).collect();
        let decision = decide(&[&best, &own], None);
        assert_eq!(decision.scenarios[1].worst5_loss, 98.0);
        // Border 100 − 4.95 = 95.05; beyond it 4.95, 3.95, 2.95, 1.95, 0.95.
        let beyond: Moments = (0..100).map(|i| (4.95 - f64::from(i)).max(0.0)).collect();
        assert!(near(decision.scenarios[1].worst5_loss_se, beyond.se() / 0.05));
        assert_eq!(decision.scenarios[0].worst5_loss, 0.0);
        assert!(decision.scenarios[0].worst5_loss.is_sign_positive());
    }

    #[test]
    fn one_scenario_is_best_and_knowing_more_is_worth_nothing() {
        let decision = decide(&[&[1.0, 2.0]], Some(1.5));
        let only = &decision.scenarios[0];
        assert_eq!((only.probability_best, only.expected_loss, decision.evpi), (1.0, 0.0, 0.0));
        assert_eq!(only.probability_target, Some(0.5));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn chances_add_up_and_losses_agree_with_the_means(
            runs in prop::collection::vec(prop::array::uniform4(-3..4_i32), 2..60),
        ) {
            let columns: Vec<Vec<f64>> =
                (0..4).map(|i| runs.iter().map(|run| f64::from(run[i])).collect()).collect();
            let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
            let decision = decide(&slices, None);
            let all = &decision.scenarios;
            prop_assert!(near(all.iter().map(|one| one.probability_best).sum(), 1.0));
            let means: Vec<f64> = slices.iter().map(|column| moments(column).mean()).collect();
            let top = means.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            for (one, mean) in all.iter().zip(means) {
                prop_assert!(near(one.expected_loss, decision.evpi + top - mean));
                prop_assert!(one.worst5_loss >= one.expected_loss - 1e-9);
                prop_assert!(one.intervals.probability_best.holds(one.probability_best));
                for (other, share) in &one.probability_better_than {
                    let back = decision.choice(other).unwrap().probability_better_than[&one.name];
                    prop_assert!(near(share + back, 1.0));
                }
            }
        }
    }
}
