//! Quantiles against the tails of the same distribution, at every level from
//! 1e-300 to 1 − 1e-300.

use orgodds::distribution::{Distribution, DistributionError, Domain, Tails, normal};

type Built = Result<Distribution, DistributionError>;

/// A distribution, its name, and the size of the numbers that are added up to
/// a value (their rounding stays in a small value); 0 for a pure scale.
struct Case {
    name: &'static str,
    distribution: Distribution,
    anchor: f64,
    /// The rounding of a level, beside those that are 1e-300 apart: a truncation
    /// takes the difference of two tails, each right to thirteen digits.
    blur: f64,
}

fn case(name: &'static str, distribution: Built, anchor: f64) -> Case {
    Case { name, distribution: distribution.unwrap(), anchor, blur: 0.0 }
}

fn cut(name: &'static str, distribution: Built, anchor: f64) -> Case {
    Case { blur: 2e-13, ..case(name, distribution, anchor) }
}

fn cases() -> Vec<Case> {
    let normal = || Distribution::normal(0.0, 1.0).unwrap();
    vec![
        case(
            "interval 18 to 30, positive",
            Distribution::interval(18.0, 30.0, Domain::Positive),
            0.0,
        ),
        case(
            "interval 1e-6 to 1e6, positive",
            Distribution::interval(1e-6, 1e6, Domain::Positive),
            0.0,
        ),
        case(
            "interval 0.1 to 0.3, probability",
            Distribution::interval(0.1, 0.3, Domain::Probability),
            0.0,
        ),
        case(
            "interval 1e-9 to 0.999, probability",
            Distribution::interval(1e-9, 0.999, Domain::Probability),
            0.0,
        ),
        case("interval -2 to 5, real", Distribution::interval(-2.0, 5.0, Domain::Real), 5.0),
        case("uniform", Distribution::uniform(-3.0, 4.0), 4.0),
        case("uniform far from zero", Distribution::uniform(1e9, 1e9 + 1.0), 1e9),
        case("triangular", Distribution::triangular(1.0, 2.0, 5.0), 5.0),
        case("triangular, mode at min", Distribution::triangular(0.0, 0.0, 3.0), 3.0),
        case("triangular, mode at max", Distribution::triangular(0.0, 3.0, 3.0), 3.0),
        case("uniform up to zero", Distribution::uniform(-4.0, 0.0), 0.0),
        case("triangular up to zero", Distribution::triangular(-3.0, -1.0, 0.0), 0.0),
        case("pert up to zero", Distribution::pert(-1.0, -0.5, 0.0), 0.0),
        case("triangular, tiny", Distribution::triangular(1e-200, 2e-200, 4e-200), 4e-200),
        case("pert", Distribution::pert(0.0, 1.0, 3.0), 3.0),
        case("pert, mode at min", Distribution::pert(2.0, 2.0, 3.0), 3.0),
        case("pert, mode at max", Distribution::pert(2.0, 3.0, 3.0), 3.0),
        case("normal", Distribution::normal(10.0, 2.0), 10.0),
        case("normal, narrow", Distribution::normal(1e6, 1e-3), 1e6),
        case("lognormal", Distribution::lognormal(10.0, 5.0), 0.0),
        case("lognormal, wide", Distribution::lognormal(1.0, 1e6), 0.0),
        case("lognormal, narrow", Distribution::lognormal(5.0, 1e-6), 5.0),
        case("gamma, shape 1e-6", Distribution::gamma(1.0, 1e3), 0.0),
        case("gamma, shape 1/900", Distribution::gamma(1.0, 30.0), 0.0),
        case("gamma, shape 1/4", Distribution::gamma(1.0, 2.0), 0.0),
        case("gamma, shape 0.99", Distribution::gamma(0.99, 0.99_f64.sqrt()), 0.0),
        case("gamma, shape 1", Distribution::gamma(7.0, 7.0), 0.0),
        case("gamma, shape 4", Distribution::gamma(2.0, 1.0), 0.0),
        case("gamma, shape 299", Distribution::gamma(299.0, 299.0_f64.sqrt()), 0.0),
        case("gamma, shape 301", Distribution::gamma(301.0, 301.0_f64.sqrt()), 0.0),
        case("gamma, shape 1e4", Distribution::gamma(100.0, 1.0), 0.0),
        case("gamma, shape 1e8", Distribution::gamma(1e4, 1.0), 0.0),
        case("beta 0.01 0.5", Distribution::beta(0.01, 0.5), 0.0),
        case("beta 0.5 0.01", Distribution::beta(0.5, 0.01), 0.0),
        case("beta 0.5 0.5", Distribution::beta(0.5, 0.5), 0.0),
        case("beta 1 1", Distribution::beta(1.0, 1.0), 0.0),
        case("beta 1 20", Distribution::beta(1.0, 20.0), 0.0),
        case("beta 5 0.5", Distribution::beta(5.0, 0.5), 0.0),
        case("beta 20 80", Distribution::beta(20.0, 80.0), 0.0),
        case("beta 299 301", Distribution::beta(299.0, 301.0), 0.0),
        case("beta 301 1e4", Distribution::beta(301.0, 1e4), 0.0),
        case("beta 3 1e6", Distribution::beta(3.0, 1e6), 0.0),
        case("beta 1e6 3", Distribution::beta(1e6, 3.0), 0.0),
        case("beta 1e8 2e8", Distribution::beta(1e8, 2e8), 0.0),
        cut("normal within 8 to 9", normal().truncate(8.0, 9.0), 9.0),
        cut("normal within -9 to -8", normal().truncate(-9.0, -8.0), 9.0),
        cut("normal within -1 to 30", normal().truncate(-1.0, 30.0), 1.0),
        cut(
            "lognormal, far right",
            Distribution::lognormal(1.0, 0.5).unwrap().truncate(40.0, 60.0),
            0.0,
        ),
        cut(
            "lognormal, far left",
            Distribution::lognormal(1.0, 0.5).unwrap().truncate(0.01, 0.02),
            0.0,
        ),
        cut("gamma, far right", Distribution::gamma(2.0, 1.0).unwrap().truncate(30.0, 40.0), 0.0),
        cut("gamma, far left", Distribution::gamma(2.0, 1.0).unwrap().truncate(1e-6, 1e-5), 0.0),
        cut(
            "gamma 1/900, above 1e-3",
            Distribution::gamma(1.0, 30.0).unwrap().truncate(1e-3, 1e6),
            0.0,
        ),
        cut("beta, far right", Distribution::beta(2.0, 50.0).unwrap().truncate(0.7, 0.8), 0.0),
        cut("beta, far left", Distribution::beta(50.0, 2.0).unwrap().truncate(0.1, 0.2), 0.0),
        cut("pert, cut", Distribution::pert(0.0, 1.0, 3.0).unwrap().truncate(2.9, 2.99), 3.0),
    ]
}

/// Levels from both ends to the middle, in ascending order.
fn levels() -> Vec<Tails> {
    let small = [
        1e-300,
        1e-100,
        1e-30,
        1e-15,
        1e-12,
        1e-9,
        1e-6,
        1e-4,
        0.01,
        0.1,
        0.2,
        0.35,
        0.49,
        0.499_999_999,
    ];
    let lower = small.map(|lower| Tails { lower, upper: 1.0 - lower });
    let upper = lower.iter().rev().map(|tails| tails.mirrored());
    lower.iter().copied().chain([Tails { lower: 0.5, upper: 0.5 }]).chain(upper).collect()
}

/// A level lies between those of the neighbours of its value, give or take the
/// rounding of the tails.
#[track_caller]
fn lies_between_neighbours(case: &Case, level: Tails) {
    let Case { name, distribution, anchor, blur } = case;
    let x = distribution.at(level);
    assert!(x.is_finite(), "{name} at {level:?}: {x}");
    let ulps = (8.0 * f64::EPSILON * x.abs().max(*anchor)).max(f64::MIN_POSITIVE);
    let (mut before, after) = (distribution.tails(x - ulps), distribution.tails(x + ulps));
    if x == f64::MIN_POSITIVE {
        // Stands for everything that is smaller.
        before = Tails { lower: 0.0, upper: 1.0 };
    }
    let slack = 2e-12;
    let (high, low) = if level.lower <= level.upper {
        let (least, most) =
            (level.lower * (1.0 - slack) - blur, level.lower * (1.0 + slack) + blur);
        (before.lower > most, after.lower < least)
    } else {
        let (least, most) =
            (level.upper * (1.0 - slack) - blur, level.upper * (1.0 + slack) + blur);
        (before.upper < least, after.upper > most)
    };
    assert!(!high, "{name} at {level:?}: {x} is too high, {before:?}");
    assert!(!low, "{name} at {level:?}: {x} is too low, {after:?}");
}

#[test]
fn a_quantile_has_its_level_below_it_even_at_the_last_digit_of_both_tails() {
    for case in cases() {
        for level in levels() {
            lies_between_neighbours(&case, level);
        }
    }
}

#[test]
fn a_truncation_without_a_near_upper_end_does_not_jump_to_the_far_one() {
    // All but nothing of a normal law beyond 30 lies below 31.
    let distribution = Distribution::normal(0.0, 1.0).unwrap().truncate(30.0, 1e3);
    let case = cut("normal within 30 to 1000", distribution, 30.0);
    for level in levels().into_iter().filter(|level| level.lower.min(level.upper) > 1e-31) {
        lies_between_neighbours(&case, level);
    }
    for level in levels() {
        assert!((30.0..40.0).contains(&case.distribution.at(level)), "at {level:?}");
    }
}

#[test]
fn a_higher_level_never_gives_a_lower_value() {
    for Case { name, distribution, anchor, .. } in cases() {
        let scores = (-3600..=3600).map(|i| f64::from(i) / 100.0);
        // Closely around the median, where the counting changes sides.
        let middle = (-50..=50).map(|i| f64::from(i) * 1e-9);
        let mut all: Vec<f64> = scores.chain(middle).collect();
        all.sort_by(f64::total_cmp);
        let values: Vec<f64> = all.iter().map(|&z| distribution.at(normal::tails(z))).collect();
        for (pair, z) in values.windows(2).zip(&all) {
            let rounding = 16.0 * f64::EPSILON * pair[0].abs().max(anchor);
            assert!(pair[1] >= pair[0] - rounding, "{name} after z = {z}: {pair:?}");
        }
    }
}

#[test]
fn values_stay_within_the_support() {
    for Case { name, distribution, .. } in cases() {
        let (low, high) = distribution.support();
        for level in levels() {
            let x = distribution.at(level);
            assert!((low..=high).contains(&x), "{name} at {level:?}: {x} outside {low} to {high}");
        }
        assert_eq!(distribution.tails(high), Tails { lower: 1.0, upper: 0.0 }, "{name} at its end");
        if low.is_finite() {
            assert_eq!(
                distribution.tails(low - 1.0),
                Tails { lower: 0.0, upper: 1.0 },
                "{name} before its start"
            );
        }
    }
}

#[test]
fn a_positive_quantity_never_becomes_zero() {
    // Two of five values of this gamma lie below the smallest number.
    for distribution in [Distribution::gamma(1.0, 30.0), Distribution::lognormal(1e-300, 1e-200)] {
        let distribution = distribution.unwrap();
        assert!(distribution.stays_in(Domain::Positive));
        for level in levels() {
            assert!(
                Domain::Positive.holds(distribution.at(level)),
                "{distribution:?} at {level:?}"
            );
        }
    }
}
