//! Whether 95 % intervals hold the truth in 95 % of repetitions.

use orgodds::statistics::Interval;
use orgodds::study::{Metric, Study};

use super::company::{pair, run, study};

/// Runs of a repetition.
const RUNS: u64 = 200;
/// Runs from which the truth is taken.
const MANY: u64 = 200_000;
/// An amount that is reached in some runs.
const TARGET: f64 = 1_700.0;

/// Figures with their intervals, by name.
fn figures(study: &Study) -> Vec<(String, f64, Interval)> {
    let before = study.scenarios[0].metric(Metric::Bookings);
    let one = &study.comparisons[0];
    let (gap, contribution) = (&one.metrics.bookings, &one.metrics.contribution);
    let after = &study.decision.as_ref().unwrap().scenarios[1];
    let month = &study.overtaking[0].month;
    let reached = (after.probability_target.unwrap(), after.intervals.probability_target.unwrap());
    let breakeven = &one.breakeven_yearly_cost;
    let mut figures = vec![
        ("mean", before.mean, before.intervals.mean),
        ("p5", before.p5, before.intervals.p5),
        ("p50", before.p50, before.intervals.p50),
        ("p90", before.p90, before.intervals.p90),
        ("mean difference", gap.mean_difference, gap.intervals.mean_difference),
        (
            "mean difference in contribution",
            contribution.mean_difference,
            contribution.intervals.mean_difference,
        ),
        ("p10 of the difference", gap.p10, gap.intervals.p10),
        ("chance to be better", gap.probability_better, gap.intervals.probability_better),
        ("chance to be best", after.probability_best, after.intervals.probability_best),
        ("expected loss", after.expected_loss, after.intervals.expected_loss),
        ("chance to reach the target", reached.0, reached.1),
        ("breakeven", breakeven.value, breakeven.interval),
        ("never ahead", month.never, month.intervals.never),
    ];
    for (part, amount) in one.bridge.parts() {
        figures.push((part, amount, one.bridge_intervals.get(part).unwrap()));
    }
    figures.into_iter().map(|(name, value, interval)| (name.to_owned(), value, interval)).collect()
}

/// By figure, the share of repetitions whose interval holds the truth.
fn coverage(repetitions: u64) -> Vec<(String, f64)> {
    let loaded = pair();
    let found = |seed, runs| figures(&study(&loaded, &run(&loaded, seed, runs), Some(TARGET)));
    let truth = found(1_000_000, MANY);
    let mut held = vec![0.0; truth.len()];
    for seed in 1..=repetitions {
        for (held, (figure, true_one)) in held.iter_mut().zip(found(seed, RUNS).iter().zip(&truth))
        {
            assert_eq!(figure.0, true_one.0);
            *held += f64::from(u8::from(figure.2.holds(true_one.1)));
        }
    }
    let names = truth.into_iter().map(|(name, _, _)| name);
    names.zip(held).map(|(name, held)| (name, held / repetitions as f64)).collect()
}

/// At a true coverage of 95 %, one figure in 50,000 would miss these bounds by
/// chance; 400 repetitions would let one in 170 miss them.
#[test]
fn intervals_hold_the_truth_in_92_to_98_of_100_repetitions() {
    let coverage = coverage(1_000);
    for (name, share) in &coverage {
        println!("{name}: {:.1} %", 100.0 * share);
    }
    let off: Vec<_> = coverage.iter().filter(|(_, share)| !(0.92..=0.98).contains(share)).collect();
    assert!(off.is_empty(), "{off:?}");
}
