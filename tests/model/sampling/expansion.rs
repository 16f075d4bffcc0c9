//! The expansion of wide counts' quantiles stays within the reach that it states.

use orgodds::distribution::{Tails, normal};
use orgodds::simulation::quantile::Cumulants;
use statrs::function::{beta::beta_reg, gamma};

/// At the level of a count's distribution function the smooth quantile passes
/// the next whole number.
fn stays_within_reach(cumulants: &Cumulants, count: f64, tails: Tails) {
    let score = normal::score(tails);
    if !(-8.0..=8.0).contains(&score) {
        return;
    }
    let (smooth, off) = cumulants.expansion().at(score);
    let miss = (smooth - (count + 1.0)).abs();
    assert!(miss <= off, "{cumulants:?} misses {count} by {miss} at {score}, stated {off}");
}

#[test]
fn the_expansion_of_a_count_misses_by_no_more_than_it_says() {
    for mean in [6.0_f64, 9.0, 14.0, 25.0, 80.0, 400.0] {
        let spread = mean.sqrt();
        let from = (mean - 7.0 * spread).max(0.0) as u32;
        for count in (from..(mean + 9.0 * spread) as u32).map(f64::from) {
            let lower = gamma::gamma_ur(count + 1.0, mean);
            let upper = gamma::gamma_lr(count + 1.0, mean);
            stays_within_reach(&Cumulants::poisson(mean), count, Tails { lower, upper });
        }
    }
    for (n, p) in
        [(25_u32, 0.4), (40, 0.4), (60, 0.1), (100, 0.1), (100, 0.9), (1000, 0.02), (1000, 0.5)]
    {
        let all = f64::from(n);
        for count in (0..n).map(f64::from) {
            let lower = beta_reg(all - count, count + 1.0, 1.0 - p);
            let upper = beta_reg(count + 1.0, all - count, p);
            stays_within_reach(&Cumulants::binomial(n.into(), p), count, Tails { lower, upper });
        }
    }
}
