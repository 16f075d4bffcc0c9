//! What moves the bookings of a company that can be worked out by hand, and of the
//! ones that come with the program.

use std::path::PathBuf;

use orgodds::monte_carlo::{
    Request, TotalGoal, Unwatched, chance_share, factor_values, simulate, total_effects,
    with_threads,
};
use orgodds::organisation::{FactorId, Scenario};
use orgodds::random::Luck;
use orgodds::scenario::load_all;
use orgodds::simulation::{Engine, Metric, Plan, Tally};
use orgodds::statistics::sensitivity::{
    Conditional, Estimate, first_order, noise, tenths, worth_knowing,
};

use super::company::{DEALS, PRICE, company};

const METRIC: Metric = Metric::Bookings;

fn request(seed: u64, runs: u64) -> Request {
    Request { seed, runs: 0..runs }
}

fn shipped(names: &[&str]) -> Vec<Scenario> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files: Vec<PathBuf> = names.iter().map(|name| root.join(name)).collect();
    let loaded = load_all(&files, &[]).unwrap_or_else(|_| panic!("the scenarios are valid"));
    loaded.into_iter().map(|one| one.scenario).collect()
}

/// Off by at most `errors` standard errors.
fn agrees(estimate: Estimate, truth: f64, errors: f64) -> bool {
    (estimate.value - truth).abs() < errors * estimate.se
}

/// Variance of the price times the number of deals, both independent; and the part
/// of it that is chance, the price being known.
fn by_hand() -> (f64, f64) {
    let (mean, sd) = PRICE;
    let price_squares = mean * mean + sd * sd;
    let deals_squares = DEALS * DEALS + DEALS;
    (price_squares * deals_squares - (mean * DEALS).powi(2), price_squares * DEALS)
}

#[test]
fn values_are_those_that_the_runs_were_simulated_with() {
    let scenario = &shipped(&["specialised.toml"])[0];
    let columns = factor_values(scenario, &Request { seed: 3, runs: 500..1600 });
    let plan = Plan::new(scenario);
    let (mut engine, mut tally) = (Engine::new(&plan), Tally::new(&plan));
    for run in [500, 1011, 1012, 1599] {
        engine.play(Luck::new(3, run), &mut tally);
        for (id, values) in &columns {
            assert_eq!(values.len(), 1100);
            assert_eq!(values[(run - 500) as usize], engine.values()[*id], "{id:?} of {run}");
        }
    }
    let uncertain = |id: usize| scenario.factors.all[id].distribution.as_known().is_none();
    let all: Vec<usize> = (0..scenario.factors.all.len()).filter(|&id| uncertain(id)).collect();
    assert_eq!(columns.iter().map(|(FactorId(id), _)| *id).collect::<Vec<_>>(), all);
}

#[test]
fn a_run_with_its_own_factors_given_is_the_run_itself() {
    let scenario = &shipped(&["generalist.toml"])[0];
    let plan = Plan::new(scenario);
    let (mut engine, mut tally) = (Engine::new(&plan), Tally::new(&plan));
    let luck = Luck::new(1, 77);
    engine.play(luck, &mut tally);
    let mut given = Tally::new(&plan);
    let uniform = |factor: usize| luck.at(plan.factors[factor]).step(0).uniform();
    Engine::new(&plan).play_given(uniform, luck, &mut given);
    assert_eq!(tally.monthly, given.monthly);
}

#[test]
fn the_share_of_chance_is_that_worked_out_by_hand() {
    let scenario = company(&[], "");
    let (variance, chance) = by_hand();
    let mut held = 0;
    for seed in 0..100 {
        let request = request(seed, 1000);
        let runs = simulate(&scenario, &request, &Unwatched).unwrap();
        let bookings = runs.metric(METRIC);
        let share =
            chance_share(&[&scenario], bookings, &request, 500, METRIC, &Unwatched).unwrap();
        held += usize::from(share.interval().holds(chance / variance));
    }
    // Fewer than 86 of 100 happen once in 10,000 times.
    assert!(held >= 86, "{held} of 100");
}

#[test]
fn the_price_explains_what_it_does_by_hand_and_in_total_a_little_more() {
    let scenario = company(&[], "");
    let (variance, chance) = by_hand();
    let request = request(9, 10_000);
    let runs = simulate(&scenario, &request, &Unwatched).unwrap();
    let columns = factor_values(&scenario, &request);
    assert_eq!(columns.len(), 1);
    let own = first_order(&columns[0].1, runs.metric(METRIC));
    assert!(agrees(own, 1.0 - chance / variance, 3.0), "{own:?}");
    let goal = TotalGoal { within: 0.03, limit: 100_000 };
    let totals = total_effects(&[&scenario], 9, METRIC, &goal, &Unwatched).unwrap();
    assert!(totals.reached);
    let total = PRICE.1.powi(2) * (DEALS * DEALS + DEALS) / variance;
    assert!(agrees(totals.factors[0].share, total, 3.0), "{totals:?}");
    assert!(agrees(totals.chance, chance / variance, 3.0), "{totals:?}");
    assert!((totals.variance / variance - 1.0).abs() < 0.1);
}

#[test]
fn without_unknowns_all_is_chance() {
    let scenario = company(&["segments.s.deal.price=100"], "");
    let request = request(1, 2000);
    assert!(factor_values(&scenario, &request).is_empty());
    let runs = simulate(&scenario, &request, &Unwatched).unwrap();
    let share = chance_share(&[&scenario], runs.metric(METRIC), &request, 2000, METRIC, &Unwatched);
    assert!(agrees(share.unwrap(), 1.0, 3.5), "{share:?}");
    let goal = TotalGoal { within: 0.1, limit: 10_000 };
    let totals = total_effects(&[&scenario], 1, METRIC, &goal, &Unwatched).unwrap();
    assert!(totals.factors.is_empty() && agrees(totals.chance, 1.0, 3.5), "{totals:?}");
}

#[test]
fn the_same_path_in_two_scenarios_is_one_unknown() {
    let one = company(&[], "");
    let two = company(
        &[
            "name=two",
            "segments.s.channels.web.arrivals=8",
            "segments.s.stages.close.pass=0.5 to 0.9",
        ],
        "",
    );
    let goal = TotalGoal { within: 0.05, limit: 100_000 };
    let totals = total_effects(&[&one, &two], 4, METRIC, &goal, &Unwatched).unwrap();
    let paths: Vec<String> =
        totals.factors.iter().map(|total| total.paths[0].to_string()).collect();
    assert_eq!(paths, ["segments.s.deal.price", "segments.s.stages.close.pass"]);
    // Together with chance they explain all, and what they do together counts twice.
    let sum: f64 = totals.factors.iter().map(|total| total.share.value).sum();
    assert!((0.93..1.25).contains(&(sum + totals.chance.value)), "{totals:?}");
    let request = request(4, 4000);
    let gap: Vec<f64> = {
        let [one, two] = [&one, &two].map(|one| simulate(one, &request, &Unwatched).unwrap());
        one.metric(METRIC).iter().zip(two.metric(METRIC)).map(|(a, b)| b - a).collect()
    };
    let share = chance_share(&[&one, &two], &gap, &request, 4000, METRIC, &Unwatched).unwrap();
    let se = share.se.hypot(totals.chance.se);
    assert!((share.value - totals.chance.value).abs() < 3.5 * se, "{share:?} {totals:?}");
    let alike = total_effects(&[&one, &one], 4, METRIC, &goal, &Unwatched).unwrap();
    assert!(alike.variance == 0.0 && alike.reached, "{alike:?}");
}

#[test]
fn correlated_factors_are_swapped_together() {
    let correlated = "[[correlations]]\nbetween = [\"segments.s.deal.price\", \"segments.s.channels.web.arrivals\"]\nrho = 0.7\n";
    let change = "segments.s.channels.web.arrivals=4 to 6";
    let (one, two) = (company(&[change], correlated), company(&[change], ""));
    let goal = TotalGoal { within: 0.05, limit: 100_000 };
    let of =
        |scenarios: &[&Scenario]| total_effects(scenarios, 2, METRIC, &goal, &Unwatched).unwrap();
    let together = of(&[&one]);
    assert_eq!(together.factors.len(), 1);
    assert_eq!(together.factors[0].paths.len(), 2);
    // Nothing but chance is left to explain, alone.
    assert!(together.factors[0].share.value + together.chance.value > 0.95, "{together:?}");
    assert_eq!(of(&[&two]).factors.len(), 2);
    // Where either scenario correlates them, they cannot be told apart in the gap.
    assert_eq!(of(&[&two, &one]).factors.len(), 1);
    let path = &together.factors[0].paths[1];
    assert_eq!(together.of(path), Some(&together.factors[0]));
}

#[test]
fn threads_do_not_change_a_bit_of_totals_and_of_the_share_of_chance() {
    let scenarios = shipped(&["generalist.toml", "specialised.toml"]);
    let pair: Vec<&Scenario> = scenarios.iter().collect();
    // One block.
    let goal = TotalGoal { within: 1.0, limit: 1 };
    let request = request(1, 100);
    let gap = vec![0.0, 1.0, 2.0, 3.0];
    let with = |threads| {
        with_threads(Some(threads), || {
            let columns = factor_values(pair[0], &request);
            let share = chance_share(&pair, &gap, &request, 4, METRIC, &Unwatched).unwrap();
            (columns, share, total_effects(&pair[..1], 1, METRIC, &goal, &Unwatched).unwrap())
        })
        .unwrap()
    };
    assert_eq!(with(1), with(3));
}

/// What the program comes with, told in a table with times. Total effects from a
/// design of their own and shares from runs at hand must not contradict each other.
#[test]
#[ignore = "a minute"]
fn shares_at_hand_and_total_effects_agree_on_the_company() {
    let scenarios = shipped(&["generalist.toml", "specialised.toml"]);
    let pair: Vec<&Scenario> = scenarios.iter().collect();
    let request = request(1, 10_000);
    let clock = std::time::Instant::now();
    let runs: Vec<_> =
        pair.iter().map(|one| simulate(one, &request, &Unwatched).unwrap()).collect();
    println!("simulated {:?}", clock.elapsed());
    let [one, two] = [0, 1].map(|place: usize| runs[place].metric(METRIC));
    let gap: Vec<f64> = one.iter().zip(two).map(|(a, b)| b - a).collect();
    let clock = std::time::Instant::now();
    let columns = factor_values(pair[1], &request);
    println!("{} factors {:?}", columns.len(), clock.elapsed());
    let clock = std::time::Instant::now();
    let mut found: Vec<_> = (columns.iter())
        .map(|(id, x)| {
            let _ = (tenths(x, &gap), Conditional::fit(x, &gap));
            (*id, first_order(x, &gap), worth_knowing(&[x], &gap), noise(x, &gap))
        })
        .collect();
    println!("all figures of each, on one thread {:?}", clock.elapsed());
    let clock = std::time::Instant::now();
    let all: Vec<&[f64]> = columns.iter().map(|(_, x)| x.as_slice()).collect();
    println!("all together: {:?} {:?}", worth_knowing(&all, &gap), clock.elapsed());
    let clock = std::time::Instant::now();
    let share = chance_share(&pair, &gap, &request, 2000, METRIC, &Unwatched).unwrap();
    println!("chance {share:?} {:?}", clock.elapsed());
    let clock = std::time::Instant::now();
    let goal = TotalGoal { within: 0.08, limit: 200_000 };
    let totals = total_effects(&pair, 1, METRIC, &goal, &Unwatched).unwrap();
    println!("total: {} runs, reached {}, {:?}", totals.runs, totals.reached, clock.elapsed());
    println!("chance {:?}, variance {}", totals.chance, totals.variance);
    assert!((share.value - totals.chance.value).abs() < 3.5 * share.se.hypot(totals.chance.se));
    found.sort_by(|a, b| b.1.value.total_cmp(&a.1.value));
    for (id, own, worth, noise) in found.iter().take(12) {
        let path = &pair[1].factors.all[id.0].path;
        let total = totals.of(path).unwrap().share;
        println!(
            "{path}: {:.4} ± {:.4}, total {:.4} ± {:.4}, worth {:.0} ± {:.0} (bias {:.0}), noise {noise:.1e}",
            own.value, own.se, total.value, total.se, worth.value, worth.se, worth.bias
        );
        assert!(own.value < total.value + 4.0 * own.se.hypot(total.se), "{path}");
    }
    println!("above noise: {}", found.iter().filter(|f| f.3 < 0.05 / found.len() as f64).count());
}
