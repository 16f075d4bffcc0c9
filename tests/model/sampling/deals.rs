//! Normal numbers and the values of deals.

use orgodds::distribution::normal::{lognormal_parameters, tails};
use orgodds::random::Stream;
use orgodds::simulation::draw::{Draw, Inversion, deals};

use super::check::{kolmogorov_smirnov, stream, two_moments};

fn sample(name: &str, draws: usize, mut draw: impl FnMut(&mut Stream) -> f64) -> Vec<f64> {
    let mut stream = stream(name);
    (0..draws).map(|_| draw(&mut stream)).collect()
}

#[test]
fn normal_numbers_are_standard_normal() {
    let values = sample("normal", 400_000, Inversion::normal);
    two_moments(&values, 0.0, 1.0, 3.0, "normal");
    kolmogorov_smirnov(values, |z| tails(z).lower, "normal");
}

#[test]
fn one_deal_is_log_normal_with_mean_one() {
    for spread in [0.1, 0.5, 3.0] {
        let (mu, sigma) = lognormal_parameters(1.0, spread);
        let values = sample("deal", 100_000, |stream| deals::<Inversion>(1, (mu, sigma), stream));
        kolmogorov_smirnov(
            values,
            |x| tails((x.ln() - mu) / sigma).lower,
            &format!("a deal with spread {spread}"),
        );
    }
}

#[test]
fn many_deals_add_up_with_independent_luck() {
    // Were the deals of a sum alike, its variance would be `count` times this one.
    for (count, spread) in [(1_u64, 0.5), (2, 0.5), (7, 0.5), (100, 0.4), (2000, 1.0)] {
        let parameters = lognormal_parameters(1.0, spread);
        let name = format!("{count} deals of spread {spread}");
        let draws = if count > 100 { 2_000 } else { 100_000 / count.min(10) as usize };
        let values = sample(&name, draws, |stream| deals::<Inversion>(count, parameters, stream));
        // Kurtosis of one log-normal value: w⁴ + 2w³ + 3w² − 3 with w = 1 + spread².
        let (n, w) = (count as f64, 1.0 + spread * spread);
        let one = w.powi(4) + 2.0 * w.powi(3) + 3.0 * w * w - 3.0;
        two_moments(&values, n, n * spread * spread, 3.0 + (one - 3.0) / n, &name);
    }
}

#[test]
fn deals_without_spread_are_their_number() {
    let mut stream = stream("plain");
    assert_eq!(deals::<Inversion>(17, lognormal_parameters(1.0, 0.0), &mut stream), 17.0);
    assert_eq!(deals::<Inversion>(0, lognormal_parameters(1.0, 0.7), &mut stream), 0.0);
}

#[test]
fn with_the_same_luck_one_more_deal_never_earns_less() {
    let mut luck = stream("one more");
    for _ in 0..500 {
        let totals: Vec<f64> = (0..12)
            .map(|n| deals::<Inversion>(n, lognormal_parameters(1.0, 0.8), &mut luck.clone()))
            .collect();
        assert!(totals.windows(2).all(|pair| pair[1] > pair[0]), "{totals:?}");
        let _ = luck.uniform();
    }
}
