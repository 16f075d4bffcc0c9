//! Total effects by a design of swaps, of known functions.

use orgodds::monte_carlo::{
    Effects, Interrupted, TotalGoal, Unwatched, Watch, effects, with_threads,
};

use orgodds::statistics::WITHIN_95;

use super::coverage::{Coverage, PLAIN, SEEDS, check};
use super::functions::{Function, ishigami, linear, product, sobol_g};

fn each(function: &Function) -> Vec<Vec<usize>> {
    (0..function.first.len()).map(|unknown| vec![unknown]).collect()
}

fn play(function: &Function, seed: u64, within: f64) -> Effects {
    let goal = TotalGoal { within, limit: 1_000_000 };
    effects(function, &each(function), seed, &goal, &Unwatched).unwrap()
}

fn totals(function: &Function, within: f64) -> Vec<Coverage> {
    let known = 1.0 - function.chance();
    let named = |(i, share)| Coverage::of(format!("{} {}", function.name, i + 1), known * share);
    let mut rows: Vec<Coverage> = function.total.iter().enumerate().map(named).collect();
    rows.push(Coverage::of(format!("{} chance", function.name), function.chance()));
    for seed in 0..SEEDS {
        let effects = play(function, seed, within);
        assert!(effects.reached && effects.runs < 1_000_000);
        for (row, share) in rows.iter_mut().zip(effects.groups.iter().chain([&effects.chance])) {
            assert!(WITHIN_95 * share.se <= within);
            row.take(share.value, share.se, share.interval());
        }
    }
    rows
}

#[test]
fn total_effects_of_known_functions_are_covered() {
    for function in [ishigami(), sobol_g(), linear(), linear().with_noise(4.0), product()] {
        check("total effect to ±0.08", &totals(&function, 0.08), PLAIN, 0.005);
    }
}

#[test]
fn unknowns_that_are_swapped_together_have_one_share() {
    // Of Ishigami's function the first and the third together make all but what the
    // second does.
    let function = ishigami();
    let goal = TotalGoal { within: 0.02, limit: 1_000_000 };
    let effects = effects(&function, &[vec![0, 2], vec![1]], 3, &goal, &Unwatched).unwrap();
    assert_eq!(effects.groups.len(), 2);
    for (share, truth) in effects.groups.iter().zip([1.0 - function.total[1], function.total[1]]) {
        assert!((share.value - truth).abs() < 3.0 * share.se, "{share:?} {truth}");
    }
    assert!(effects.chance.value.abs() < 1e-12, "{:?}", effects.chance);
    assert!((effects.variance / function.variance - 1.0).abs() < 0.1);
}

#[test]
fn it_stops_at_the_limit_and_says_so() {
    let function = sobol_g();
    let goal = TotalGoal { within: 1e-4, limit: 5000 };
    let effects = effects(&function, &each(&function), 1, &goal, &Unwatched).unwrap();
    assert!(!effects.reached && effects.runs <= 5000 && effects.runs > 4000, "{}", effects.runs);
}

#[test]
fn threads_do_not_change_a_bit_and_the_seed_does() {
    let function = linear().with_noise(1.0);
    let with = |threads| with_threads(Some(threads), || play(&function, 5, 0.1)).unwrap();
    assert_eq!(with(1), with(3));
    assert_ne!(with(1), play(&function, 6, 0.1));
}

#[test]
fn more_unknowns_than_the_sequence_has_dimensions_stay_independent() {
    // 300 unknowns alike, at 600 dimensions: a share of 1/300 each.
    let function = Function {
        name: "many",
        of: |u| u.iter().sum(),
        noise: 0.0,
        first: vec![1.0 / 300.0; 300],
        total: vec![1.0 / 300.0; 300],
        variance: 25.0,
    };
    let effects = play(&function, 1, 0.05);
    assert!((effects.variance / 25.0 - 1.0).abs() < 0.25, "{}", effects.variance);
    let sum: f64 = effects.groups.iter().map(|share| share.value).sum();
    assert!((sum - 1.0).abs() < 0.2, "{sum}");
    let far = effects.groups.iter().filter(|share| !share.interval().holds(1.0 / 300.0)).count();
    // The variance is common to all, so they are off together.
    assert!(far < 150, "{far}");
}

struct Impatient;

impl Watch for Impatient {
    fn advanced(&self, _runs: u64) {}

    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn it_can_be_interrupted() {
    let function = linear();
    let goal = TotalGoal { within: 0.01, limit: 10_000 };
    let stopped = effects(&function, &each(&function), 1, &goal, &Impatient);
    assert_eq!(stopped, Err(Interrupted));
}
