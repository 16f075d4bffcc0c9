//! Values, means and spreads that closed forms give.

use std::f64::consts::TAU;

use orgodds::distribution::{Distribution, Domain, Tails, normal};

use super::check::close;

/// Mean and standard deviation by integrating the quantile function over
/// normal scores: E f(X) = ∫ f(Q(Φ(z))) φ(z) dz, by the trapezoidal rule.
fn mean_and_sd(distribution: &Distribution) -> (f64, f64) {
    let step = 1.0 / 256.0;
    let nodes: Vec<(f64, f64)> = (-2560..=2560)
        .map(|i| {
            let z = f64::from(i) * step;
            let weight = step * (-0.5 * z * z).exp() / TAU.sqrt();
            (distribution.at(normal::tails(z)), weight)
        })
        .collect();
    let mean: f64 = nodes.iter().map(|(x, weight)| x * weight).sum();
    let variance: f64 = nodes.iter().map(|(x, weight)| (x - mean).powi(2) * weight).sum();
    (mean, variance.sqrt())
}

#[test]
fn an_interval_runs_from_the_5th_to_the_95th_percentile() {
    for (low, high, domain) in [
        (18.0, 30.0, Domain::Positive),
        (1e-3, 2e4, Domain::Positive),
        (0.5, 0.7, Domain::NonNegative),
        (0.2, 0.3, Domain::Probability),
        (1e-6, 0.9999, Domain::Probability),
        (-4.0, 11.0, Domain::Real),
    ] {
        let interval = Distribution::interval(low, high, domain).unwrap();
        close(interval.at(Tails { lower: 0.05, upper: 0.95 }), low, 1e-13, "P5");
        close(interval.at(Tails { lower: 0.95, upper: 0.05 }), high, 1e-13, "P95");
        close(interval.tails(low).lower, 0.05, 1e-13, "share below the low end");
        close(interval.tails(high).upper, 0.05, 1e-12, "share above the high end");
    }
}

#[test]
fn an_interval_has_the_shape_of_its_domain() {
    // The median tells the shapes apart: geometric mean, odds' geometric mean, mean.
    let median =
        |low, high, domain| Distribution::interval(low, high, domain).unwrap().quantile(0.5);
    close(median(4.0, 9.0, Domain::Positive), 6.0, 1e-14, "log-normal");
    close(median(4.0, 9.0, Domain::NonNegative), 6.0, 1e-14, "log-normal");
    close(median(4.0, 9.0, Domain::Real), 6.5, 1e-14, "normal");
    // Odds 1/4 and 4/9, their geometric mean 1/3.
    close(median(0.2, 4.0 / 13.0, Domain::Probability), 0.25, 1e-14, "logit-normal");
}

#[test]
fn an_interval_that_touches_the_edge_of_its_domain_is_an_error() {
    for (low, high, domain) in [
        (0.0, 1.0, Domain::Positive),
        (0.0, 1.0, Domain::NonNegative),
        (0.0, 0.5, Domain::Probability),
        (0.5, 1.0, Domain::Probability),
        (-1.0, 1.0, Domain::Positive),
        (2.0, 2.0, Domain::Positive),
        (3.0, 2.0, Domain::Real),
    ] {
        assert!(Distribution::interval(low, high, domain).is_err(), "{low} to {high}, {domain:?}");
    }
}

#[test]
fn mean_and_sd_are_those_of_the_quantity_and_not_of_its_logarithm() {
    for (mean, sd) in [(10.0, 5.0), (3.0, 0.01), (1.0, 3.0), (1e6, 2e5)] {
        for (name, built) in [
            ("lognormal", Distribution::lognormal(mean, sd)),
            ("gamma", Distribution::gamma(mean, sd)),
        ] {
            let (got_mean, got_sd) = mean_and_sd(&built.unwrap());
            close(got_mean, mean, 1e-9, &format!("mean of {name}({mean}, {sd})"));
            close(got_sd, sd, 1e-7, &format!("sd of {name}({mean}, {sd})"));
        }
    }
}

#[test]
fn a_gamma_with_thirty_times_more_spread_than_mean_keeps_both() {
    let (mean, sd) = mean_and_sd(&Distribution::gamma(1.0, 30.0).unwrap());
    close(mean, 1.0, 1e-6, "mean");
    close(sd, 30.0, 1e-6, "sd");
}

#[test]
fn a_gamma_of_a_huge_shape_keeps_its_spread() {
    let (mean, sd) = mean_and_sd(&Distribution::gamma(1e4, 1.0).unwrap());
    close(mean, 1e4, 1e-12, "mean");
    close(sd, 1.0, 1e-7, "sd");
}

#[test]
fn a_beta_has_its_mean_and_sd_for_small_and_large_shapes() {
    for (a, b) in
        [(0.01, 0.5), (0.5, 0.5), (1.0, 1.0), (2.0, 5.0), (50.0, 3.0), (4e3, 9e3), (1e7, 3e7)]
    {
        let (mean, sd) = mean_and_sd(&Distribution::beta(a, b).unwrap());
        let n = a + b;
        close(mean, a / n, 1e-6, &format!("mean of beta({a}, {b})"));
        close(sd, (a * b / (n + 1.0)).sqrt() / n, 1e-6, &format!("sd of beta({a}, {b})"));
    }
}

#[test]
fn a_pert_has_weight_four_on_its_mode() {
    for (low, mode, high) in
        [(0.0, 1.0, 3.0), (10.0, 10.0, 20.0), (10.0, 20.0, 20.0), (-5.0, -1.0, 100.0)]
    {
        let (mean, sd) = mean_and_sd(&Distribution::pert(low, mode, high).unwrap());
        let wanted: f64 = (low + 4.0 * mode + high) / 6.0;
        close(mean, wanted, 1e-9, &format!("mean of pert({low}, {mode}, {high})"));
        // a + b = 6 makes the variance (mean − low)(high − mean)/7.
        let spread = ((wanted - low) * (high - wanted) / 7.0).sqrt();
        close(sd, spread, 1e-9, &format!("sd of pert({low}, {mode}, {high})"));
    }
}

#[test]
fn a_triangle_and_a_uniform_have_their_moments() {
    for (a, c, b) in [(1.0, 2.0, 5.0), (0.0, 0.0, 3.0), (0.0, 3.0, 3.0), (-1e3, 0.0, 1.0)] {
        let (mean, sd) = mean_and_sd(&Distribution::triangular(a, c, b).unwrap());
        let variance: f64 = (a * a + b * b + c * c - a * b - a * c - b * c) / 18.0;
        close(mean, (a + b + c) / 3.0, 1e-6, &format!("mean of triangular({a}, {c}, {b})"));
        close(sd, variance.sqrt(), 1e-6, &format!("sd of triangular({a}, {c}, {b})"));
    }
    let (mean, sd) = mean_and_sd(&Distribution::uniform(2.0, 8.0).unwrap());
    close(mean, 5.0, 1e-12, "mean of uniform(2, 8)");
    close(sd, 3.0_f64.sqrt(), 1e-9, "sd of uniform(2, 8): 6/√12");
}

#[test]
fn a_truncated_normal_has_the_mean_of_the_conditioned_law() {
    let density = |z: f64| (-0.5 * z * z).exp() / TAU.sqrt();
    for (low, high) in [(-1.0, 2.0), (0.5, 0.75), (8.0, 9.0), (-9.0, -8.0), (-3.0, -2.9)] {
        let (mean, _) =
            mean_and_sd(&Distribution::normal(0.0, 1.0).unwrap().truncate(low, high).unwrap());
        let (from, to) = (normal::tails(low), normal::tails(high));
        let mass = if low > 0.0 { from.upper - to.upper } else { to.lower - from.lower };
        close(
            mean,
            (density(low) - density(high)) / mass,
            1e-10,
            &format!("mean within {low} to {high}"),
        );
    }
}

#[test]
fn quantiles_with_a_closed_form_are_met_at_every_level() {
    let exponential = Distribution::gamma(3.0, 3.0).unwrap();
    let arcsine = Distribution::beta(0.5, 0.5).unwrap();
    let power = Distribution::beta(0.01, 1.0).unwrap();
    let late = Distribution::pert(0.0, 1.0, 1.0).unwrap();
    let early = Distribution::pert(0.0, 0.0, 1.0).unwrap();
    for lower in [1e-300, 1e-30, 1e-12, 1e-3, 0.05, 0.3, 0.5, 0.7, 0.999, 1.0 - 1e-12] {
        let tails = Tails { lower, upper: 1.0 - lower };
        let what = |name| format!("{name} at {lower}");
        close(exponential.at(tails), -3.0 * (-lower).ln_1p(), 1e-12, &what("exponential"));
        close(arcsine.at(tails), (lower * TAU / 4.0).sin().powi(2), 1e-12, &what("beta(1/2, 1/2)"));
        close(late.at(tails), lower.powf(0.2), 1e-12, &what("pert(0, 1, 1)"));
        close(early.at(tails), -(0.2 * (-lower).ln_1p()).exp_m1(), 1e-12, &what("pert(0, 0, 1)"));
        if lower > 1e-3 {
            close(power.at(tails), lower.powf(100.0), 1e-11, &what("beta(0.01, 1)"));
        }
    }
}

#[test]
fn a_choice_takes_values_in_ascending_order_and_forgets_zero_weights() {
    let choice = Distribution::choice(&[
        (5.0, 2.0),
        (-1.0, 1.0),
        (9.0, 0.0),
        (5.0, 1.0),
        (7.0, 4.0),
        (-3.0, 0.0),
    ])
    .unwrap();
    assert_eq!(choice.support(), (-1.0, 7.0));
    for (u, value) in
        [(1e-300, -1.0), (0.125, -1.0), (0.126, 5.0), (0.5, 5.0), (0.501, 7.0), (1.0 - 1e-16, 7.0)]
    {
        assert_eq!(choice.quantile(u), value, "at {u}");
    }
    let tails = choice.tails(5.5);
    close(tails.lower, 0.5, 1e-15, "share at or below 5.5");
    assert_eq!(choice.tails(-1.1).lower, 0.0);
    assert_eq!(choice.tails(7.0).lower, 1.0);
}

#[test]
fn a_choice_conditioned_on_a_closed_interval_keeps_both_ends_and_the_proportions() {
    let choice = Distribution::choice(&[(1.0, 1.0), (2.0, 3.0), (3.0, 1.0), (4.0, 5.0)]).unwrap();
    let kept = choice.truncate(2.0, 3.0).unwrap();
    assert_eq!(kept.support(), (2.0, 3.0));
    assert_eq!(kept.quantile(0.7499), 2.0);
    assert_eq!(kept.quantile(0.7501), 3.0);
    // A weight that rounds away beside the others is still all there is.
    let rare = Distribution::choice(&[(1.0, 1.0), (2.0, 1e-20)]).unwrap();
    assert_eq!(rare.truncate(1.5, 3.0).unwrap().quantile(0.5), 2.0);
}

#[test]
fn records_are_resampled_each_as_often_as_it_occurs() {
    let data = Distribution::data(&[3.0, 1.0, 3.0, 2.0]).unwrap();
    let values: Vec<f64> = [0.1, 0.3, 0.6, 0.9].iter().map(|&u| data.quantile(u)).collect();
    assert_eq!(values, [1.0, 2.0, 3.0, 3.0]);
    assert!(Distribution::data(&[]).is_err());
    assert!(Distribution::choice(&[(1.0, 0.0)]).is_err());
    assert!(Distribution::choice(&[(1.0, -1.0), (2.0, 2.0)]).is_err());
}

#[test]
fn a_known_number_has_no_spread() {
    let known = Distribution::known(4.5).unwrap();
    assert_eq!((known.quantile(1e-9), known.quantile(0.999)), (4.5, 4.5));
    assert_eq!(known.as_known(), Some(4.5));
    assert_eq!(known.truncate(4.5, 5.0).unwrap().as_known(), Some(4.5));
}

#[test]
fn a_law_that_can_leave_its_domain_is_told_from_one_that_only_touches_the_edge() {
    let stays = |built: Result<Distribution, _>, domain| built.unwrap().stays_in(domain);
    // An end point of probability 0 does not leave the domain; a value does.
    assert!(stays(Distribution::uniform(0.0, 5.0), Domain::Positive));
    assert!(!stays(Distribution::known(0.0), Domain::Positive));
    assert!(!stays(Distribution::data(&[0.0, 5.0]), Domain::Positive));
    assert!(stays(Distribution::data(&[0.0, 5.0]), Domain::NonNegative));
    assert!(stays(Distribution::beta(2.0, 3.0), Domain::Probability));
    assert!(!stays(Distribution::uniform(0.5, 1.5), Domain::Probability));
    assert!(!stays(Distribution::gamma(0.1, 0.1), Domain::Probability));
    assert!(!stays(Distribution::normal(50.0, 1.0), Domain::Positive), "50 sd away is not never");
    let normal = Distribution::normal(50.0, 1.0).unwrap();
    assert!(normal.clone().truncate(0.0, 100.0).unwrap().stays_in(Domain::Positive));
    assert!(normal.stays_in(Domain::Real));
}

#[test]
fn a_domain_holds_its_closed_ends_and_no_others() {
    for (domain, value, holds, strictly) in [
        (Domain::Probability, 0.0, true, false),
        (Domain::Probability, 1.0, true, false),
        (Domain::Probability, 0.5, true, true),
        (Domain::Probability, 1.1, false, false),
        (Domain::Positive, 0.0, false, false),
        (Domain::Positive, 1e-300, true, true),
        (Domain::NonNegative, 0.0, true, false),
        (Domain::NonNegative, -1e-300, false, false),
        (Domain::Real, -1e300, true, true),
        (Domain::Positive, f64::INFINITY, false, false),
        (Domain::Real, f64::NAN, false, false),
    ] {
        assert_eq!(domain.holds(value), holds, "{domain:?} and {value}");
        assert_eq!(domain.holds_strictly(value), strictly, "{value} strictly inside {domain:?}");
    }
}
