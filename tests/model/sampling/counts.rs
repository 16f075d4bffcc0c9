//! Poisson and binomial numbers and coins against their exact probabilities,
//! on both sides of every switch between algorithms.

use orgodds::random::Stream;
use orgodds::simulation::chance::Chance;
use orgodds::simulation::draw::{Draw, Inversion, binomial, poisson};
use orgodds::simulation::exp::exp;
use orgodds::simulation::rate::Rate;
use statrs::function::gamma::ln_gamma;

use super::check::{chi_square, rare_total, stream, two_moments};
use super::law::{Law, test_far_tails};

const DRAWS: usize = 100_000;

/// Means up to which a Poisson number, and a binomial number's rarer side, are
/// promised to come from one uniform number by inversion.
const INVERTED: f64 = 50_000.0;

fn sample(name: &str, mut draw: impl FnMut(&mut Stream) -> u64) -> Vec<u64> {
    let mut stream = stream(name);
    (0..DRAWS).map(|_| draw(&mut stream)).collect()
}

/// Seven standard deviations and some more on either side.
fn around(mean: f64, sd: f64) -> (u64, u64) {
    ((mean - 7.0 * sd - 10.0).max(0.0) as u64, (mean + 7.0 * sd + 10.0) as u64)
}

#[track_caller]
fn test_poisson(mean: f64) {
    let name = format!("Poisson({mean})");
    let sample = sample(&name, |stream| poisson(mean, stream));
    let likely = mean as u64;
    let (low, high) = around(mean, mean.sqrt());
    let k = likely as f64;
    let ln_chance = k * mean.ln() - mean - ln_gamma(k + 1.0);
    Law { low, high, likely, ln_chance, ratio: |k: f64| mean / (k + 1.0) }.test(&sample, &name);
    let values: Vec<f64> = sample.iter().map(|&count| count as f64).collect();
    two_moments(&values, mean, mean, 3.0 + 1.0 / mean, &name);
}

#[track_caller]
fn test_binomial(n: u64, p: f64) {
    let name = format!("binomial({n}, {p})");
    let sample = sample(&name, |stream| binomial(n, p, stream));
    assert!(sample.iter().all(|&count| count <= n), "{name}: more successes than tries");
    let (tries, q) = (n as f64, 1.0 - p);
    let (mean, variance) = (tries * p, tries * p * q);
    let likely = (mean as u64).min(n);
    let (low, high) = around(mean, variance.sqrt());
    let k = likely as f64;
    let ways = ln_gamma(tries + 1.0) - ln_gamma(k + 1.0) - ln_gamma(tries - k + 1.0);
    let ln_chance = ways + k * p.ln() + (tries - k) * (-p).ln_1p();
    let ratio = |k: f64| (tries - k) / (k + 1.0) * (p / q);
    Law { low, high: high.min(n), likely, ln_chance, ratio }.test(&sample, &name);
    let values: Vec<f64> = sample.iter().map(|&count| count as f64).collect();
    if n > 1 {
        two_moments(&values, mean, variance, 3.0 + (1.0 - 6.0 * p * q) / variance, &name);
    }
}

#[test]
fn poisson_numbers_follow_their_law_on_both_sides_of_every_switch() {
    for mean in [
        0.01, 0.1, 0.5, 1.0, 3.0, 9.9, 10.0, 11.99, 12.0, 20.0, 23.9, 24.0, 24.1, 30.0, 59.9, 60.1,
        100.0, 127.9, 128.1,
    ] {
        test_poisson(mean);
    }
}

#[test]
fn large_poisson_numbers_follow_their_law_up_to_a_mean_of_a_billion() {
    for mean in [500.0, 1023.5, 1e4, 123_456.7, 1e6, 1e7, 1e9] {
        test_poisson(mean);
    }
}

#[test]
fn rare_poisson_events_happen_as_often_as_they_should() {
    for (mean, draws) in [(1e-9, 4_000_000_u32), (1e-5, 4_000_000), (1e-3, 1_000_000)] {
        let mut stream = stream("rare Poisson");
        let total: u64 = (0..draws).map(|_| poisson(mean, &mut stream)).sum();
        rare_total(total, mean * f64::from(draws), &format!("Poisson({mean})"));
    }
    assert_eq!(poisson(0.0, &mut stream("none")), 0);
}

#[test]
fn binomial_numbers_of_few_tries_follow_their_law() {
    for n in [1, 2, 5, 20, 47, 48, 49, 63, 64, 65, 100] {
        for p in [0.02, 0.3, 0.5, 0.51, 0.9] {
            if n as f64 * f64::min(p, 1.0 - p) > 0.01 {
                test_binomial(n, p);
            }
        }
    }
}

#[test]
fn binomial_numbers_follow_their_law_on_both_sides_of_every_switch() {
    // The rarer side expects 10, 12, 20, 24, 30, 60 and 128, a little less and more.
    for expected in [9.9, 10.1, 11.9, 12.1, 23.9, 24.1, 29.9, 30.1, 59.9, 60.1, 127.9, 128.1] {
        for n in [300_u64, 1_000_000] {
            let p = expected / n as f64;
            test_binomial(n, p);
            test_binomial(n, 1.0 - p);
        }
    }
}

#[test]
fn binomial_numbers_follow_their_law_up_to_a_billion_tries() {
    for (n, p) in [
        (1_000, 0.5),
        (10_000, 0.013),
        (100_000, 0.77),
        (1_000_000, 0.25),
        (1_000_000_000, 1e-9),
        (1_000_000_000, 1.0 - 1e-9),
        (1_000_000_000, 3e-8),
        (1_000_000_000, 1.0 - 3e-8),
        (1_000_000_000, 1e-4),
        (1_000_000_000, 0.3),
        (1_000_000_000, 0.999),
    ] {
        test_binomial(n, p);
    }
}

#[test]
fn counts_reach_as_far_out_as_they_should() {
    for mean in [0.3, 3.0, 11.0, 23.0, 40.0] {
        let likely = mean as u64;
        let ln_chance = likely as f64 * f64::ln(mean) - mean - ln_gamma(likely as f64 + 1.0);
        let law = Law { low: 0, high: 200, likely, ln_chance, ratio: |k: f64| mean / (k + 1.0) };
        test_far_tails(&law, &format!("Poisson({mean})"), |stream| poisson(mean, stream));
    }
    for (n, p) in [(60_u64, 0.1), (60, 0.9), (2_000, 0.01), (200, 0.3)] {
        let ln_chance = n as f64 * f64::ln_1p(-p);
        let ratio = |k: f64| (n as f64 - k) / (k + 1.0) * (p / (1.0 - p));
        let law = Law { low: 0, high: n.min(300), likely: 0, ln_chance, ratio };
        test_far_tails(&law, &format!("binomial({n}, {p})"), |stream| binomial(n, p, stream));
    }
}

#[test]
fn rare_successes_happen_as_often_as_they_should() {
    for (n, p, draws) in [
        (1, 1e-9, 4_000_000_u32),
        (1_000, 1e-9, 4_000_000),
        (50, 1e-6, 4_000_000),
        (1, 1e-4, 1_000_000),
    ] {
        let expected = n as f64 * p * f64::from(draws);
        let mut stream = stream("rare binomial");
        let total: u64 = (0..draws).map(|_| binomial(n, p, &mut stream)).sum();
        rare_total(total, expected, &format!("binomial({n}, {p})"));
        let failures: u64 = (0..draws).map(|_| n - binomial(n, 1.0 - p, &mut stream)).sum();
        rare_total(failures, expected, &format!("failures of binomial({n}, 1 - {p})"));
    }
}

#[test]
fn what_is_certain_needs_no_luck() {
    let mut stream = stream("certain");
    for n in [0, 1, 7, 1_000_000_000] {
        assert_eq!(binomial(n, 0.0, &mut stream), 0);
        assert_eq!(binomial(n, 1.0, &mut stream), n);
    }
    assert_eq!(binomial(0, 0.5, &mut stream), 0);
    for coins in [1, 2, 9] {
        assert_eq!(Inversion::tails(coins, 1.0, 0.0, &mut stream), 0);
    }
}

/// The number of tails before the first heads: a geometric number, cut off at
/// the number of coins.
#[test]
fn the_first_of_some_coins_shows_heads_as_often_as_it_should() {
    for (coins, p) in [(1, 0.4_f64), (3, 0.01), (5, 0.2), (12, 0.5), (40, 0.003), (2, 0.97)] {
        let name = format!("{coins} coins of {p}");
        let none = (1.0 - p).powi(coins);
        let draw = |stream: &mut Stream| Inversion::tails(coins as usize, p, none, stream) as u64;
        let sample = sample(&name, draw);
        let chance = |tails: i32| (1.0 - p).powi(tails) * if tails < coins { p } else { 1.0 };
        let cell = |tails: i32| {
            let seen = sample.iter().filter(|&&count| count == tails as u64).count();
            (seen as f64, chance(tails) * DRAWS as f64)
        };
        let cells: Vec<(f64, f64)> = (0..=coins).map(cell).collect();
        chi_square(&cells, 20.0, &name);
    }
    let mut stream = stream("rarely heads");
    let draws = 1_000_000;
    let heads = (0..draws).filter(|_| Inversion::tails(2, 1e-5, 0.999_980_000_1, &mut stream) < 2);
    rare_total(heads.count() as u64, 2e-5 * f64::from(draws), "somebody of two leaves");
}

/// A chance that has been drawn with before knows its distribution functions; it
/// must give what one that has not would give, for the same luck.
#[test]
fn what_a_chance_remembers_changes_no_count() {
    let mut stream = stream("remembered");
    for p in [1e-9, 1e-4, 0.03, 0.2, 0.499, 0.5, 0.501, 0.8, 0.97, 1.0 - 1e-7] {
        let mut remembers = Chance::new(p);
        let mut apart = 0;
        for draw in 0..60_000 {
            let (n, u) = (1 + draw % 40, stream.uniform());
            let (one, other) = (remembers.successes(n, u), Chance::new(p).successes(n, u));
            // Only rounding at the very edge between two counts can tell them apart.
            apart += u64::from(one != other);
        }
        assert_eq!(apart, 0, "chance {p}");
    }
}

#[test]
fn a_chance_and_a_mean_that_change_forget_what_they_knew() {
    let mut stream = stream("changed");
    let (mut chance, mut rate) = (Chance::new(0.5), Rate::new(1.0));
    for draw in 0..30_000 {
        let (p, mean) = ([0.1, 0.35, 0.7][draw / 2 % 3], [0.05, 0.5, 4.0, 30.0][draw / 2 % 4]);
        chance.set(p);
        rate.set(mean);
        let (n, u) = (1 + draw as u64 % 7, stream.uniform());
        assert_eq!(chance.successes(n, u), Chance::new(p).successes(n, u), "{n} of {p} at {u}");
        assert_eq!(rate.count(u), Rate::new(mean).count(u), "{mean} at {u}");
    }
}

/// Against the library's, which is off by half a unit in the last place or so.
#[test]
fn powers_of_e_are_right_to_the_last_place() {
    let mut stream = stream("exp");
    for draw in 0..400_000 {
        let reach = [1.0, 30.0, 699.0][draw % 3];
        let x = (2.0 * stream.uniform() - 1.0) * reach;
        let (ours, theirs) = (exp(x), x.exp());
        assert!((ours / theirs - 1.0).abs() <= 4.5e-16, "exp({x}) = {ours:e}, not {theirs:e}");
    }
    for x in [0.0, -0.0, 710.0, -745.0, -1000.0, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(exp(x), x.exp(), "exp({x})");
    }
}

/// Draws every count with the same luck, in order, 3,000 times.
#[track_caller]
fn rise_together<P: Copy + std::fmt::Debug>(
    parameters: &[P],
    draw: impl Fn(P, &mut Stream) -> u64,
) {
    let mut stream = stream("together");
    for _ in 0..3_000 {
        let counts: Vec<u64> = parameters.iter().map(|&p| draw(p, &mut stream.clone())).collect();
        assert!(counts.is_sorted(), "{counts:?} for {parameters:?} with the same luck");
        let _ = stream.uniform();
    }
}

#[test]
fn with_the_same_luck_more_is_never_less() {
    let means = [1e-9, 0.1, 0.11, 0.5, 1.0, 1.01, 3.0, 9.99, 10.0, 12.0, 15.0, INVERTED];
    rise_together(&means, poisson);
    for n in [1, 2, 10, 40, 64, 65, 1_000_000] {
        let rare = INVERTED / n as f64;
        let shares: Vec<f64> =
            [1e-3, 0.1, 0.4, 0.401, 0.9, 1.0].map(|share| rare.min(0.5) * share).into();
        let mirrored = shares.iter().rev().map(|p| 1.0 - p);
        let chances: Vec<f64> = shares.iter().copied().chain(mirrored).collect();
        rise_together(&chances, |p, stream| binomial(n, p, stream));
    }
    for p in [1e-6, 0.01, 0.3, 0.5, 0.7, 0.99] {
        let most = (INVERTED / f64::min(p, 1.0 - p)) as u64;
        let tries: Vec<u64> =
            [1, 2, 3, 5, 10, 20, 33].iter().map(|share| most * share / 33).collect();
        rise_together(&tries, |n, stream| binomial(n, p, stream));
    }
    // With more luck somebody leaves earlier.
    rise_together(&[1e-9, 0.2, 0.5, 0.500_1, 1.0], |p, stream| {
        9 - Inversion::tails(9, p, (1.0 - p).powi(9), stream) as u64
    });
}
