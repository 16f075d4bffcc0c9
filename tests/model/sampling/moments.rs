//! Densities and moments point by point: what a glance at the area would miss.

use orgodds::statistics::density::density;
use orgodds::statistics::quantile::of_sorted;
use orgodds::statistics::{Moments, correlation};

use super::check::close;

/// The kernel density that the grid approximates, value by value.
fn exact(sorted: &[f64], bandwidth: f64, x: f64) -> f64 {
    let kernel = |value: &f64| (-0.5 * ((x - value) / bandwidth).powi(2)).exp();
    let whole = sorted.len() as f64 * bandwidth * std::f64::consts::TAU.sqrt();
    sorted.iter().map(kernel).sum::<f64>() / whole
}

/// 1.3 times Silverman's rule, from the standard deviation or the quartiles.
fn bandwidth(sorted: &[f64]) -> f64 {
    let sd = sorted.iter().copied().collect::<Moments>().sd();
    let middle = of_sorted(sorted, 0.75) - of_sorted(sorted, 0.25);
    let spread = if middle > 0.0 { sd.min(middle / 1.349) } else { sd };
    1.3 * 0.9 * spread / (sorted.len() as f64).powf(0.2)
}

fn holds_at_every_point(sorted: &[f64], low: f64, high: f64) {
    let curve = density(sorted);
    assert_eq!(curve.len(), 401);
    close(curve[0].0, low, 1e-12, "the grid's lower end");
    close(curve[400].0, high, 1e-12, "the grid's upper end");
    let wide = bandwidth(sorted);
    let top = curve.iter().map(|point| point.1).fold(0.0, f64::max);
    for (i, (x, height)) in curve.iter().enumerate() {
        close(*x, low + i as f64 * (high - low) / 400.0, 1e-12, "an even grid");
        // Sharing values between neighbours and ending the kernel at 4
        // bandwidths cost less than 1 % of the top.
        let off = (height - exact(sorted, wide, *x)).abs();
        assert!(off < 0.01 * top, "{height} at {x}, off by {off} of {top}");
    }
}

#[test]
fn a_density_is_the_kernel_sum_at_every_point() {
    // Below zero, so that neither end is cut.
    let values: Vec<f64> = (0..200).map(|i| -7.0 + 0.05 * f64::from(i)).collect();
    let margin = 2.0 * bandwidth(&values);
    let (low, high) = (of_sorted(&values, 0.0005) - margin, of_sorted(&values, 0.9995) + margin);
    holds_at_every_point(&values, low, high);
}

#[test]
fn a_density_of_a_skewed_sample_takes_its_width_from_the_quartiles() {
    let values: Vec<f64> = (0..300).map(|i| -5.0 + 1e-7 * f64::from(i).powi(4)).collect();
    let sd = values.iter().copied().collect::<Moments>().sd();
    assert!(of_sorted(&values, 0.75) - of_sorted(&values, 0.25) < 1.349 * sd);
    let margin = 2.0 * bandwidth(&values);
    let (low, high) = (of_sorted(&values, 0.0005) - margin, of_sorted(&values, 0.9995) + margin);
    holds_at_every_point(&values, low, high);
}

#[test]
fn a_density_of_amounts_starts_at_zero_and_no_higher() {
    let values: Vec<f64> = (0..100).map(|i| 0.1 * f64::from(i)).collect();
    let high = of_sorted(&values, 0.9995) + 2.0 * bandwidth(&values);
    holds_at_every_point(&values, 0.0, high);
    // Far from zero nothing is cut.
    let far: Vec<f64> = values.iter().map(|value| 1000.0 + value).collect();
    let margin = 2.0 * bandwidth(&far);
    let (low, high) = (of_sorted(&far, 0.0005) - margin, of_sorted(&far, 0.9995) + margin);
    holds_at_every_point(&far, low, high);
}

#[test]
fn two_values_have_a_spread_and_one_has_none() {
    let of = |values: &[f64]| values.iter().copied().collect::<Moments>();
    close(of(&[1.0, 3.0]).sd(), 2.0_f64.sqrt(), 1e-15, "sd of two");
    close(of(&[1.0, 3.0]).se(), 1.0, 1e-15, "standard error of two");
    assert_eq!((of(&[5.0]).sd(), of(&[5.0]).se()), (0.0, 0.0));
    close(correlation(&[1.0, 2.0], &[5.0, 9.0]).unwrap(), 1.0, 1e-15, "a line through two");
    // Sums: 2 of x², 6 of y², products 3: r = 3/√12.
    let r = correlation(&[0.0, 1.0, 2.0], &[0.0, 0.0, 3.0]).unwrap();
    close(r, 3.0 / 12.0_f64.sqrt(), 1e-14, "three by hand");
    assert_eq!(correlation(&[f64::MAX, -f64::MAX, 1.0], &[f64::MAX, -f64::MAX, 1.0]), None);
}

#[test]
fn values_outside_the_grid_are_not_drawn_however_near() {
    // A third power is narrower in its quartiles than in its spread, so the last
    // values, beyond the outermost level, decide nothing about the grid.
    let mut near: Vec<f64> = (0..4001).map(|i| (f64::from(i) / 2000.0 - 1.0).powi(3)).collect();
    let curve = density(&near);
    let (end, step) = (curve[400].0, curve[1].0 - curve[0].0);
    near[4000] = end + 0.5 * step;
    let mut far = near.clone();
    far[4000] = end + 1000.0;
    assert_eq!(density(&near), density(&far));
    let mut inside = near.clone();
    inside[4000] = end - 0.5 * step;
    assert_ne!(density(&near), density(&inside), "what is inside counts");
}
