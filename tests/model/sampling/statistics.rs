//! Sample statistics against values worked out by hand.

use orgodds::simulation::draw::{self, Draw, Inversion};
use orgodds::statistics::density::density;
use orgodds::statistics::quantile::{mean_of_lowest, of_sorted, sorted};
use orgodds::statistics::{Moments, correlation};

use super::check::{close, stream};

#[test]
fn quantiles_interpolate_as_type_seven_does() {
    // Level p of n values lies at position 1 + (n − 1) p.
    let four = [1.0, 2.0, 3.0, 4.0];
    for (level, value) in [(0.0, 1.0), (0.1, 1.3), (0.25, 1.75), (0.5, 2.5), (0.9, 3.7), (1.0, 4.0)]
    {
        close(of_sorted(&four, level), value, 1e-15, &format!("level {level}"));
    }
    let five = sorted(&[15.0, -2.0, 40.0, 35.0, 20.0]);
    assert_eq!(five, [-2.0, 15.0, 20.0, 35.0, 40.0]);
    for (level, value) in [(0.25, 15.0), (0.4, 18.0), (0.5, 20.0), (0.95, 39.0)] {
        close(of_sorted(&five, level), value, 1e-15, &format!("level {level} of five"));
    }
    assert_eq!(of_sorted(&[7.0], 0.3), 7.0);
}

#[test]
fn the_mean_of_the_worst_tenth_counts_a_border_value_in_part() {
    let ten: Vec<f64> = (1..=10).map(f64::from).collect();
    for (share, mean) in [(0.1, 1.0), (0.2, 1.5), (0.25, 1.8), (0.05, 1.0), (1.0, 5.5)] {
        close(mean_of_lowest(&ten, share), mean, 1e-14, &format!("share {share}"));
    }
    close(mean_of_lowest(&[3.0], 0.1), 3.0, 1e-15, "one value");
    close(mean_of_lowest(&[-8.0, 0.0, 1.0], 1e-9), -8.0, 1e-15, "less than one value");
}

#[test]
fn the_spread_of_large_numbers_is_not_lost_in_rounding() {
    let moments: Moments = [4.0, 7.0, 13.0, 16.0].iter().map(|x| x + 1e9).collect();
    assert_eq!(moments.mean(), 1e9 + 10.0);
    close(moments.sd(), 30.0_f64.sqrt(), 1e-14, "sd with n - 1");
    close(moments.se(), 7.5_f64.sqrt(), 1e-14, "standard error");
    let one: Moments = std::iter::once(3.0).collect();
    assert_eq!((one.mean(), one.sd(), one.se()), (3.0, 0.0, 0.0));
    assert_eq!(Moments::default().mean(), 0.0);
}

#[test]
fn correlation_is_pearson_s() {
    let x = [1.0, 2.0, 3.0, 4.0, 5.0];
    // Sums of products: 10 of x, 10 of y, 8 between them.
    close(correlation(&x, &[2.0, 1.0, 4.0, 3.0, 5.0]).unwrap(), 0.8, 1e-14, "by hand");
    close(correlation(&x, &[10.0, 8.0, 6.0, 4.0, 2.0]).unwrap(), -1.0, 1e-14, "falling");
    let shifted = x.map(|value| 1e8 + 3.0 * value);
    close(correlation(&x, &shifted).unwrap(), 1.0, 1e-12, "shifted and stretched");
    assert_eq!(correlation(&x, &[2.0; 5]), None, "no spread, no correlation");
    assert_eq!(correlation(&[1.0], &[1.0]), None);
}

fn area(points: &[(f64, f64)]) -> f64 {
    points
        .windows(2)
        .map(|pair| (pair[1].0 - pair[0].0) * f64::midpoint(pair[0].1, pair[1].1))
        .sum()
}

#[test]
fn a_density_has_an_area_of_one_and_the_height_of_its_law() {
    let mut stream = stream("density");
    let normal = sorted(
        &(0..20_000).map(|_| 50.0 + 10.0 * Inversion::normal(&mut stream)).collect::<Vec<_>>(),
    );
    let curve = density(&normal);
    assert!((0.99..1.001).contains(&area(&curve)), "area {}", area(&curve));
    let top = curve.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
    // 1/(10 √2π), flattened a little by the kernel.
    assert!((top.1 / 0.039_894 - 1.0).abs() < 0.06, "top {top:?}");
    assert!((top.0 - 50.0).abs() < 3.0, "top {top:?}");
}

#[test]
fn a_density_of_amounts_is_not_drawn_below_zero() {
    let mut stream = stream("amounts");
    let amounts = sorted(
        &(0..20_000)
            .map(|_| draw::deals::<Inversion>(1, (0.0, 1.0), &mut stream))
            .collect::<Vec<_>>(),
    );
    let curve = density(&amounts);
    assert!(curve[0].0 >= 0.0);
    assert!((0.95..1.01).contains(&area(&curve)), "area {}", area(&curve));
    assert!(curve.iter().all(|point| point.1 >= 0.0));
}

#[test]
fn a_density_survives_outliers_and_agreement() {
    assert!(density(&[5.0; 100]).is_empty(), "no spread, no curve");
    // Half of all values agree: the quartiles say nothing.
    let mut half = vec![0.0; 600];
    half.extend((1..=400).map(f64::from));
    let curve = density(&half);
    assert!(curve.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
    assert!((0.5..1.05).contains(&area(&curve)), "area {}", area(&curve));
}
