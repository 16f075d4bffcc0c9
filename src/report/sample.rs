//! Result records made by hand, for tests of what is shown.

use indexmap::IndexMap;

use crate::statistics::Interval;
use crate::study::{
    Band, Breakeven, Bridge, BridgeParts, Choice, ChoiceIntervals, Comparison, Curve, Decision,
    Dominance, FiveFactors, Forecast, Gap, GapIntervals, Gaps, LeadMetric, Metric, Monthly,
    MonthlyBand, Overtaking, OvertakingMonth, RoleHours, SegmentResult, Study, Summary,
    SummaryIntervals, Trough, TroughFigure, WorkHours,
};

fn interval(low: f64, high: f64) -> Interval {
    Interval { low: Some(low), high: Some(high) }
}

pub(super) fn summary(mean: f64) -> Summary {
    let sd = mean * 0.2;
    Summary {
        mean,
        se: sd / 100.0,
        sd,
        p5: mean - 1.6 * sd,
        p10: mean - 1.3 * sd,
        p25: mean - 0.7 * sd,
        p50: mean - 0.02 * sd,
        p75: mean + 0.7 * sd,
        p90: mean + 1.3 * sd,
        p95: mean + 1.7 * sd,
        cvar5: mean - 2.0 * sd,
        intervals: SummaryIntervals {
            mean: interval(mean - 0.02 * sd, mean + 0.02 * sd),
            ..SummaryIntervals::default()
        },
    }
}

fn forecast(name: &str, size: f64) -> Forecast {
    let mean = |metric: Metric| match metric {
        Metric::Bookings => 31e6,
        Metric::Contribution => 9e6,
        Metric::PeopleCost => 9.4e6,
        metric if metric.is_money() => 2e6,
        _ => 1_234.0,
    };
    let metrics =
        Metric::ALL.iter().map(|&m| (m.name().to_owned(), summary(size * mean(m)))).collect();
    let band = MonthlyBand {
        mean: vec![1e6; 24],
        p10: vec![8e5; 24],
        p50: vec![1e6; 24],
        p90: vec![2e6; 24],
    };
    let hours = |demanded: f64, supplied: f64| WorkHours {
        prospecting: false,
        demanded,
        demanded_se: 20.0,
        supplied,
        supplied_se: 10.0,
    };
    let role = RoleHours {
        title: "Generalist".into(),
        hours_available: 70_000.0,
        hours_available_se: 90.0,
        hours_given: 69_000.0,
        hours_given_se: 80.0,
    };
    Forecast {
        name: name.into(),
        file: format!("{name}.toml"),
        roles: IndexMap::from([("rep".to_owned(), role)]),
        work: IndexMap::from([
            ("online".to_owned(), hours(2_400.0, 2_390.0)),
            ("partner".to_owned(), hours(600.0, 60.0)),
            ("outbound".to_owned(), hours(36_000.0, 17_000.0)),
        ]),
        factors: FiveFactors {
            existing: 19e6,
            traffic: Some(9_000.0 * size),
            conversion: Some(0.0312),
            price: Some(35_000.0),
            repurchase: Some(1.41),
            referral: Some(1.08),
            new_business: 12e6,
            se: [Some(2e4), Some(20.0), Some(0.0004), Some(90.0), Some(0.002), Some(0.001)],
        },
        metrics,
        monthly: Monthly { bookings: band },
        segments: IndexMap::from([(
            "core".to_owned(),
            SegmentResult { bookings: summary(31e6 * size) },
        )]),
        unknowns: IndexMap::new(),
        warnings: Vec::new(),
        matched: None,
        bookings: Band::default(),
        contribution: Band::default(),
    }
}

pub(super) fn generalist() -> Forecast {
    forecast("Generalist", 1.0)
}

pub(super) fn gap(mean: f64, better: f64) -> Gap {
    Gap {
        mean_difference: mean,
        se: 4e4,
        p5: mean - 6e6,
        p10: mean - 5e6,
        p50: mean,
        p90: mean + 5e6,
        p95: mean + 6e6,
        probability_better: better,
        probability_better_se: 0.003,
        probability_same: 0.0,
        correlation: Some(0.87),
        intervals: GapIntervals::default(),
        density: Curve::default(),
    }
}

fn comparison(candidate: &str) -> Comparison {
    Comparison {
        baseline: "Generalist".into(),
        candidate: candidate.into(),
        metrics: Gaps { bookings: gap(6.3e6, 0.932), contribution: gap(-1.2e6, 0.3) },
        bridge: Bridge {
            existing: 1e6,
            traffic: Some(4e6),
            conversion: Some(2e6),
            price: Some(1e6),
            repurchase: Some(-2e6),
            referral: Some(3e5),
            new_business: None,
        },
        bridge_se: BridgeParts::new(|part| (part != "price").then_some(5e4)),
        bridge_intervals: BridgeParts {
            existing: Some(interval(9e5, 1.1e6)),
            referral: Some(interval(-1e5, 7e5)),
            ..BridgeParts::new(|part| (part != "price").then_some(interval(1e5, 2e5)))
        },
        breakeven_yearly_cost: Breakeven { value: -6e5, interval: interval(-6.4e5, -5.6e5) },
        dominance: Dominance::None,
        dominance_tenths: None,
        warnings: Vec::new(),
    }
}

fn overtaking(candidate: &str) -> Overtaking {
    let figure = |mean: f64| TroughFigure { mean, se: 0.01 * mean, p50: mean, p90: 2.0 * mean };
    Overtaking {
        baseline: "Generalist".into(),
        candidate: candidate.into(),
        month: OvertakingMonth {
            p10: Some(3.0),
            p50: Some(8.0),
            p90: None,
            never: 0.13,
            never_se: 0.003,
            ..OvertakingMonth::default()
        },
        probability_ahead: vec![0.4; 24],
        probability_ahead_se: vec![0.005; 24],
        cumulative_difference: MonthlyBand {
            mean: vec![1e5; 24],
            p10: vec![-4e5; 24],
            p50: vec![1e5; 24],
            p90: vec![9e5; 24],
        },
        trough: Trough { depth: figure(3e5), months: figure(5.0) },
    }
}

/// What a choice among scenarios comes to, the last being the best.
pub(super) fn decision(names: &[&str], target: Option<f64>) -> Decision {
    let choice = |(place, name): (usize, &&str)| {
        let others = || names.iter().filter(|other| *other != name);
        Choice {
            name: (*name).to_owned(),
            rank: names.len() - place,
            probability_best: 0.2 + 0.1 * place as f64,
            probability_best_se: 0.004,
            expected_loss: 2e6 / (1.0 + place as f64),
            expected_loss_se: 3e4,
            worst5_loss: 9e6,
            worst5_loss_se: 1e5,
            probability_target: target.map(|_| 0.63),
            probability_target_se: target.map(|_| 0.005),
            probability_better_than: others().map(|&other| (other.to_owned(), 0.6)).collect(),
            probability_better_than_se: others().map(|&other| (other.to_owned(), 0.005)).collect(),
            intervals: ChoiceIntervals::default(),
        }
    };
    Decision {
        metric: LeadMetric::Bookings,
        target,
        evpi: 1e6,
        evpi_se: 3e4,
        scenarios: names.iter().enumerate().map(choice).collect(),
    }
}

fn study(scenarios: Vec<Forecast>, comparisons: Vec<Comparison>) -> Study {
    Study {
        version: "0.1.0".into(),
        seed: 1,
        runs: 10_000,
        horizon_months: 24,
        currency: "USD".into(),
        metric: LeadMetric::Bookings,
        scenarios,
        comparisons,
        decision: None,
        overtaking: Vec::new(),
        one_more: Vec::new(),
        causes: Vec::new(),
        causes_about: None,
        sweep: None,
        turns: Vec::new(),
        turns_about: None,
        drivers: Vec::new(),
        drivers_about: None,
        reached: None,
    }
}

pub(super) fn one() -> Study {
    study(vec![generalist()], Vec::new())
}

/// The generalist against candidates with these names.
pub(super) fn against(candidates: &[&str]) -> Study {
    let mut scenarios = vec![generalist()];
    scenarios.extend(candidates.iter().map(|name| forecast(name, 1.2)));
    let comparisons = candidates.iter().map(|name| comparison(name)).collect();
    let names: Vec<&str> =
        std::iter::once("Generalist").chain(candidates.iter().copied()).collect();
    Study {
        decision: Some(decision(&names, None)),
        overtaking: candidates.iter().map(|name| overtaking(name)).collect(),
        ..study(scenarios, comparisons)
    }
}
