//! Parameters at the edge of what can be calculated, and beyond.

use orgodds::distribution::{Distribution, Domain};

#[test]
fn what_would_overflow_is_an_error_and_not_an_infinite_value() {
    let refused = [
        Distribution::lognormal(1.0, 1e200),
        Distribution::lognormal(1e308, 1e308),
        Distribution::lognormal(1e300, 1e-300),
        Distribution::gamma(1e308, 1e308),
        Distribution::gamma(1.0, 1e200),
        Distribution::gamma(1.0, 1e-200),
        Distribution::gamma(1e-300, 1e10),
        Distribution::normal(1e308, 1e308),
        Distribution::uniform(-1e308, 1e308),
        Distribution::triangular(-1e308, 0.0, 1e308),
        Distribution::pert(-1e308, 0.0, 1e308),
        Distribution::interval(1e-300, 1e300, Domain::Positive),
        Distribution::interval(-1.7e308, 1.7e308, Domain::Real),
        Distribution::known(f64::INFINITY),
        Distribution::normal(f64::NAN, 1.0),
        Distribution::beta(f64::INFINITY, 1.0),
        Distribution::choice(&[(1.0, 1e308), (2.0, 1e308)]),
        Distribution::data(&[1.0, f64::NAN]),
        Distribution::normal(0.0, 1.0).unwrap().truncate(0.0, f64::INFINITY),
    ];
    for (i, built) in refused.iter().enumerate() {
        assert!(built.is_err(), "number {i} was taken: {built:?}");
    }
}

#[test]
fn extreme_parameters_that_are_taken_give_finite_values_at_every_level() {
    let taken = [
        Distribution::lognormal(1e-300, 1e-300),
        Distribution::lognormal(1.0, 1e30),
        Distribution::lognormal(1e300, 1e200),
        Distribution::gamma(1.0, 1e8),
        Distribution::gamma(1.0, 1e100),
        Distribution::gamma(1.0, 1e-9),
        Distribution::gamma(1e-300, 1e-300),
        Distribution::beta(1e-300, 1e-300),
        Distribution::beta(1e-5, 1e5),
        Distribution::beta(1e18, 1e18),
        Distribution::beta(1e12, 1e-3),
        Distribution::normal(1e300, 1e-300),
        Distribution::uniform(0.0, 1e308),
        Distribution::pert(0.0, 1e-300, 1e300),
    ];
    for built in taken {
        let distribution = built.unwrap();
        for u in [1e-300, 1e-16, 1e-9, 0.01, 0.5, 0.99, 1.0 - 1e-9, 1.0 - f64::EPSILON / 2.0] {
            let x = distribution.quantile(u);
            assert!(x.is_finite(), "{distribution:?} at {u}: {x}");
            let tails = distribution.tails(x);
            assert!(
                (0.0..=1.0).contains(&tails.lower) && (0.0..=1.0).contains(&tails.upper),
                "{distribution:?} at {x}: {tails:?}"
            );
        }
    }
}

#[test]
fn truncating_to_nothing_is_an_error() {
    let normal = || Distribution::normal(0.0, 1.0).unwrap();
    assert!(normal().truncate(40.0, 41.0).is_err(), "no digits are left at 40 sd");
    assert!(normal().truncate(1.0, 1.0).is_err());
    assert!(normal().truncate(2.0, 1.0).is_err());
    assert!(Distribution::beta(2.0, 2.0).unwrap().truncate(1.0, 2.0).is_err());
    assert!(Distribution::lognormal(1.0, 1.0).unwrap().truncate(-2.0, 0.0).is_err());
    assert!(normal().truncate(0.0, 1.0).unwrap().truncate(1.0, 2.0).is_err());
    assert!(Distribution::known(3.0).unwrap().truncate(4.0, 5.0).is_err());
    assert!(Distribution::data(&[1.0, 5.0]).unwrap().truncate(2.0, 4.0).is_err());
}

#[test]
fn truncating_twice_is_truncating_to_the_overlap() {
    let gamma = || Distribution::gamma(2.0, 1.0).unwrap();
    let once = gamma().truncate(1.5, 3.0).unwrap();
    let twice = gamma().truncate(0.5, 3.0).unwrap().truncate(1.5, 9.0).unwrap();
    let inside = gamma().truncate(1.5, 3.0).unwrap().truncate(-1.0, 100.0).unwrap();
    assert_eq!(once, twice);
    assert_eq!(once, inside);
    assert_eq!(twice.support(), (1.5, 3.0));
}
