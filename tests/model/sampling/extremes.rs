//! Distributions at the edge of what is taken: their tails keep their digits,
//! and what is beyond is refused.

use orgodds::distribution::{Distribution, DistributionError};

use super::check::close;

#[test]
fn a_beta_that_is_nearly_a_coin_has_precise_tails() {
    // For a tiny second shape b, I_x(2, b) = b ∫ s/(1 − s) ds = −b (x + ln(1 − x)).
    let b = 1e-14;
    let beta = Distribution::beta(2.0, b).unwrap();
    let mirrored = Distribution::beta(b, 2.0).unwrap();
    for x in [0.05_f64, 0.3, 0.5, 0.7] {
        let exact = -b * (x + (-x).ln_1p());
        close(beta.tails(x).lower, exact, 1e-9, &format!("beta(2, 1e-14) at {x}"));
        close(mirrored.tails(1.0 - x).upper, exact, 1e-9, &format!("beta(1e-14, 2) at 1 - {x}"));
    }
}

#[test]
fn beta_shapes_so_far_apart_that_nothing_is_left_of_the_mean_are_refused() {
    for (a, b) in [(1.0, 1e17), (1e17, 1.0), (1e-300, 1e-300), (1e18, 1e18)] {
        assert!(Distribution::beta(a, b).is_ok(), "beta({a}, {b})");
    }
    for (a, b) in [(1.0, 1e19), (1e19, 1.0), (5e-324, 0.5), (5e-324, 5e-324), (1e308, 1e308)] {
        let built = Distribution::beta(a, b);
        assert_eq!(built, Err(DistributionError::ShapesApart), "beta({a}, {b})");
    }
}

#[test]
fn a_truncation_keeps_a_billionth_or_is_refused() {
    let normal = |sd: f64| Distribution::normal(0.0, sd).unwrap();
    // Of a density of 0.4/sd, on either side of the middle and across it.
    for (low, high) in [(0.0, 1.0), (-1.0, 0.0), (1.0, 2.0), (-2.0, -1.0), (-0.5, 0.5)] {
        assert!(normal(1e8).truncate(low, high).is_ok(), "{low} to {high} of sd 1e8");
        let sliver = normal(1e10).truncate(low, high);
        let narrow = matches!(sliver, Err(DistributionError::TooNarrow { .. }));
        assert!(narrow, "{low} to {high} of sd 1e10: {sliver:?}");
    }
    // Far out little is left, but with all its digits.
    assert!(normal(1.0).truncate(20.0, 21.0).is_ok());
    assert!(normal(1.0).truncate(-21.0, -20.0).is_ok());
}
