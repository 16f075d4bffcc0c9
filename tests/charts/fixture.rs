//! Studies made by hand: plausible ones, and ones at the edge.

use indexmap::IndexMap;
use orgodds::statistics::Interval;
use orgodds::study::{
    Band, Breakeven, Bridge, BridgeParts, Choice, ChoiceIntervals, Comparison, Curve, Decision,
    Dominance, FiveFactors, Forecast, Gap, GapIntervals, Gaps, LeadMetric, Metric, Monthly,
    MonthlyBand, Overtaking, OvertakingMonth, RoleHours, Study, Summary, SummaryIntervals, Trough,
    TroughFigure, WorkHours,
};
use statrs::distribution::{Continuous, ContinuousCDF, LogNormal, Normal};

/// What a hand-made scenario is made from.
#[derive(Clone)]
pub struct Plan {
    pub name: &'static str,
    /// Median bookings, and how wide they spread.
    pub median: f64,
    pub spread: f64,
    /// Mean and standard deviation of contribution.
    pub contribution: (f64, f64),
    /// Kind of work, hours asked and given a month.
    pub work: Vec<(&'static str, f64, f64)>,
    /// Role, its hours and those given a month.
    pub roles: Vec<(&'static str, f64, f64)>,
}

pub const MONTHS: usize = 24;

pub fn generalist() -> Plan {
    Plan {
        name: "Generalist",
        median: 10.8e6,
        spread: 0.22,
        contribution: (2.2e6, 1.6e6),
        work: vec![
            ("online", 80.0, 61.0),
            ("outbound", 795.0, 370.0),
            ("partner", 32.0, 2.0),
            ("convert", 326.0, 326.0),
            ("target", 492.0, 78.0),
            ("direct", 20.0, 20.0),
            ("care", 506.0, 500.0),
            ("track", 173.0, 143.0),
        ],
        roles: vec![("Account executive", 1500.0, 1490.0)],
    }
}

pub fn specialised() -> Plan {
    Plan {
        name: "Specialised",
        median: 12.9e6,
        spread: 0.23,
        contribution: (3.6e6, 2.0e6),
        work: vec![
            ("online", 80.0, 80.0),
            ("outbound", 792.0, 458.0),
            ("partner", 33.0, 31.0),
            ("convert", 493.0, 488.0),
            ("target", 489.0, 225.0),
            ("direct", 51.0, 50.0),
            ("care", 564.0, 360.0),
            ("track", 196.0, 110.0),
        ],
        roles: vec![
            ("Online development (ODR)", 240.0, 80.0),
            ("Outbound development (SDR)", 470.0, 458.0),
            ("Partner development (BDR)", 120.0, 31.0),
            ("Presales consultant", 540.0, 488.0),
            ("Customer success manager", 360.0, 360.0),
            ("Account director (AM/KA)", 120.0, 50.0),
        ],
    }
}

pub fn more() -> Vec<Plan> {
    let vary = |name, median, spread, contribution| Plan {
        name,
        median,
        spread,
        contribution,
        ..specialised()
    };
    vec![
        vary("Silicon Valley", 11.4e6, 0.24, (2.0e6, 1.8e6)),
        vary("Silicon Valley with presales", 12.2e6, 0.2, (2.9e6, 1.7e6)),
        vary("Specialised on paper", 8.7e6, 0.3, (0.6e6, 1.7e6)),
        vary("Generalist, care first", 11.1e6, 0.2, (2.5e6, 1.5e6)),
    ]
}

/// Evenly from `low` to `high`.
fn grid(low: f64, high: f64) -> Vec<f64> {
    (0..400_u32).map(|step| low + (high - low) * f64::from(step) / 399.0).collect()
}

fn band(low: f64, high: f64, density: impl Fn(f64) -> f64, reach: impl Fn(f64) -> f64) -> Band {
    let x = grid(low, high);
    let y = x.iter().map(|&x| density(x)).collect();
    let chance = x.iter().map(|&x| reach(x)).collect();
    Band { density: Curve { x: x.clone(), y }, chance: Curve { x, y: chance } }
}

fn summary(mean: f64, sd: f64, quantile: impl Fn(f64) -> f64) -> Summary {
    Summary {
        mean,
        se: sd / 100.0,
        sd,
        p5: quantile(0.05),
        p10: quantile(0.1),
        p25: quantile(0.25),
        p50: quantile(0.5),
        p75: quantile(0.75),
        p90: quantile(0.9),
        p95: quantile(0.95),
        cvar5: quantile(0.025),
        intervals: SummaryIntervals::default(),
    }
}

pub fn forecast(plan: &Plan) -> Forecast {
    let months = 24.0;
    let booked = LogNormal::new(plan.median.ln(), plan.spread).unwrap();
    let (mean, sd) = plan.contribution;
    let earned = Normal::new(mean, sd).unwrap();
    let bookings = |p: f64| booked.inverse_cdf(p);
    let mean_booked = plan.median * (plan.spread * plan.spread / 2.0).exp();
    let metrics = IndexMap::from([
        (
            Metric::Bookings.name().to_owned(),
            summary(mean_booked, mean_booked * plan.spread, bookings),
        ),
        (Metric::Contribution.name().to_owned(), summary(mean, sd, |p| earned.inverse_cdf(p))),
    ]);
    let month = |place: usize| {
        let t = f64::from(u32::try_from(place).unwrap());
        plan.median / months * (0.85 + 0.3 * t / 23.0 + 0.03 * (1.7 * t).sin())
    };
    let monthly = |share: f64| (0..MONTHS).map(|place| month(place) * share).collect();
    let hours = |hours: f64| hours * months;
    Forecast {
        name: plan.name.to_owned(),
        file: format!("{}.toml", plan.name),
        roles: plan
            .roles
            .iter()
            .map(|&(title, all, given)| {
                let hours = RoleHours {
                    title: title.to_owned(),
                    hours_available: hours(all),
                    hours_available_se: 1.0,
                    hours_given: hours(given),
                    hours_given_se: 1.0,
                };
                (title.to_lowercase(), hours)
            })
            .collect(),
        work: plan
            .work
            .iter()
            .map(|&(kind, asked, given)| {
                let hours = WorkHours {
                    prospecting: false,
                    demanded: hours(asked),
                    demanded_se: 1.0,
                    supplied: hours(given),
                    supplied_se: 1.0,
                };
                (kind.to_owned(), hours)
            })
            .collect(),
        factors: FiveFactors {
            existing: 0.4 * mean_booked,
            traffic: Some(mean_booked / 1000.0),
            conversion: Some(0.0009 * 10.0 * plan.median / 10.8e6),
            price: Some(36_200.0),
            repurchase: Some(1.62),
            referral: Some(1.04),
            new_business: 0.6 * mean_booked,
            se: [None; 6],
        },
        metrics,
        monthly: Monthly {
            bookings: MonthlyBand {
                mean: monthly(1.0),
                p10: monthly(0.55),
                p50: monthly(1.0),
                p90: monthly(1.65),
            },
        },
        segments: IndexMap::new(),
        unknowns: IndexMap::new(),
        warnings: Vec::new(),
        matched: None,
        bookings: band(bookings(0.0005), bookings(0.9995), |x| booked.pdf(x), |x| booked.sf(x)),
        contribution: band(mean - 3.3 * sd, mean + 3.3 * sd, |x| earned.pdf(x), |x| earned.sf(x)),
    }
}

pub fn gap(mean: f64, sd: f64) -> Gap {
    let normal = Normal::new(mean, sd).unwrap();
    let x = grid(mean - 3.4 * sd, mean + 3.4 * sd);
    let y = x.iter().map(|&x| normal.pdf(x)).collect();
    let better = normal.sf(0.0);
    Gap {
        mean_difference: mean,
        se: sd / 100.0,
        p5: normal.inverse_cdf(0.05),
        p10: normal.inverse_cdf(0.1),
        p50: mean,
        p90: normal.inverse_cdf(0.9),
        p95: normal.inverse_cdf(0.95),
        probability_better: better,
        probability_better_se: (better * (1.0 - better) / 10_000.0).sqrt(),
        probability_same: 0.0,
        correlation: Some(0.6),
        intervals: GapIntervals::default(),
        density: Curve { x, y },
    }
}

/// Every part is known to a tenth of the gap.
fn bridge_intervals(bridge: &Bridge, gap: f64) -> BridgeParts<Interval> {
    let reach = 0.2 * gap.abs();
    let around = |part: f64| Interval { low: Some(part - reach), high: Some(part + reach) };
    let parts = bridge.parts();
    let part = |name: &str| parts.iter().find(|(other, _)| *other == name);
    BridgeParts::new(|name| part(name).map(|&(_, part)| around(part)))
}

/// Seven tenths of the gap through conversion, the rest spread.
fn bridge(gap: f64) -> Bridge {
    Bridge {
        existing: -0.45 * gap,
        traffic: Some(0.6 * gap),
        conversion: Some(1.05 * gap),
        price: Some(0.2 * gap),
        repurchase: Some(-0.5 * gap),
        referral: Some(0.1 * gap),
        new_business: None,
    }
}

fn compare(baseline: &Forecast, candidate: &Forecast) -> Comparison {
    let of = |forecast: &Forecast, metric: Metric| forecast.metrics[metric.name()];
    let gap_in = |metric| {
        let (base, other) = (of(baseline, metric), of(candidate, metric));
        gap(other.mean - base.mean, 0.75 * other.sd.hypot(base.sd))
    };
    let (bookings, contribution) = (gap_in(Metric::Bookings), gap_in(Metric::Contribution));
    let bridge = bridge(bookings.mean_difference);
    Comparison {
        baseline: baseline.name.clone(),
        candidate: candidate.name.clone(),
        bridge_se: BridgeParts::default(),
        bridge_intervals: bridge_intervals(&bridge, bookings.mean_difference),
        breakeven_yearly_cost: Breakeven {
            value: contribution.p50 / 2.0,
            interval: Interval::default(),
        },
        bridge,
        metrics: Gaps { bookings, contribution },
        dominance: Dominance::None,
        dominance_tenths: None,
        warnings: Vec::new(),
    }
}

/// The candidate falls back at first and then gains, or loses, what the gap is.
fn overtake(comparison: &Comparison, runs: &[f64; 2]) -> Overtaking {
    let gap = &comparison.metrics.bookings;
    let course = |total: f64| -> Vec<f64> {
        let month = |place: u32| f64::from(place + 1) / 24.0;
        let dip = |t: f64| 3.0 * gap.mean_difference.abs() * t * (1.0 - t).powi(4);
        (0..24).map(month).map(|t| total * t - dip(t)).collect()
    };
    let band = MonthlyBand {
        mean: course(gap.mean_difference),
        p10: course(gap.p10),
        p50: course(gap.p50),
        p90: course(gap.p90),
    };
    let chance = |place: u32| runs[0] + (runs[1] - runs[0]) * f64::from(place) / 23.0;
    let ahead: Vec<f64> = (0..24).map(chance).collect();
    let figure = |mean: f64| TroughFigure { mean, se: 0.01 * mean, p50: mean, p90: 2.0 * mean };
    let depth = 0.1 * gap.mean_difference.abs();
    Overtaking {
        baseline: comparison.baseline.clone(),
        candidate: comparison.candidate.clone(),
        month: OvertakingMonth {
            p10: (runs[1] > 0.1).then_some(2.0),
            p50: (runs[1] > 0.5).then_some(14.0),
            p90: (runs[1] > 0.9).then_some(23.0),
            never: 1.0 - runs[1],
            never_se: 0.004,
            ..OvertakingMonth::default()
        },
        probability_ahead_se: vec![0.005; ahead.len()],
        probability_ahead: ahead,
        cumulative_difference: band,
        trough: Trough { depth: figure(depth), months: figure(6.0) },
    }
}

/// What choosing comes to, in the order of the odds.
pub fn decide(study: &Study, target: Option<f64>) -> Decision {
    let choice = |(place, forecast): (usize, &Forecast)| Choice {
        name: forecast.name.clone(),
        rank: study.scenarios.len() - place,
        probability_best: 0.1 + 0.1 * place as f64,
        probability_best_se: 0.003,
        expected_loss: 1e6 / (1.0 + place as f64),
        expected_loss_se: 1e4,
        worst5_loss: 5e6,
        worst5_loss_se: 5e4,
        probability_target: target.map(|target| {
            let chance = &forecast.bookings.chance;
            let after = chance.x.partition_point(|&x| x < target);
            chance.y.get(after).copied().unwrap_or(0.0)
        }),
        probability_target_se: target.map(|_| 0.004),
        probability_better_than: IndexMap::new(),
        probability_better_than_se: IndexMap::new(),
        intervals: ChoiceIntervals::default(),
    };
    Decision {
        metric: study.metric,
        target,
        evpi: 5e5,
        evpi_se: 1e4,
        scenarios: study.scenarios.iter().enumerate().map(choice).collect(),
    }
}

/// A study of these plans, the first being the baseline.
pub fn study(plans: &[Plan]) -> Study {
    let scenarios: Vec<Forecast> = plans.iter().map(forecast).collect();
    let comparisons: Vec<Comparison> =
        scenarios[1..].iter().map(|other| compare(&scenarios[0], other)).collect();
    let overtaking = comparisons
        .iter()
        .map(|one| overtake(one, &[0.45, one.metrics.bookings.probability_better]))
        .collect();
    Study {
        version: "0.1.0".to_owned(),
        seed: 1,
        runs: 10_000,
        horizon_months: MONTHS,
        currency: "USD".to_owned(),
        metric: LeadMetric::Bookings,
        scenarios,
        comparisons,
        decision: None,
        overtaking,
        one_more: Vec::new(),
        drivers: Vec::new(),
        drivers_about: None,
        causes: Vec::new(),
        causes_about: None,
        sweep: None,
        turns: Vec::new(),
        turns_about: None,
        reached: None,
    }
}

pub fn pair() -> Study {
    study(&[generalist(), specialised()])
}

pub fn single() -> Study {
    study(&[generalist()])
}

pub fn six() -> Study {
    let mut plans = vec![generalist(), specialised()];
    plans.extend(more());
    study(&plans)
}

pub fn three() -> Study {
    study(&[generalist(), specialised(), more()[2].clone()])
}

pub fn chinese() -> Study {
    let rename = |plan: Plan, name, work: &[&'static str], roles: &[&'static str]| Plan {
        name,
        work: plan.work.iter().zip(work).map(|(w, &name)| (name, w.1, w.2)).collect(),
        roles: plan.roles.iter().zip(roles).map(|(r, &name)| (name, r.1, r.2)).collect(),
        ..plan
    };
    let kinds = ["线上", "外呼", "伙伴", "转化", "大客户", "总监", "客户成功", "跟踪"];
    let mut study = study(&[
        rename(generalist(), "全能型销售团队", &kinds, &["销售经理"]),
        rename(
            specialised(),
            "专业分工：版本二（线索组、售前顾问、客户成功）",
            &kinds,
            &[
                "线上开发代表",
                "外呼开发代表",
                "伙伴开发代表",
                "售前顾问",
                "客户成功经理",
                "大客户总监",
            ],
        ),
    ]);
    "人民币".clone_into(&mut study.currency);
    study
}

pub fn long_names() -> Study {
    let rename = |plan, name| Plan { name, ..plan };
    let mut plans = vec![
        rename(generalist(), "Generalists who do everything from prospecting to renewals <A&B>"),
        rename(specialised(), "Specialised: SDR, BDR, presales, CSM and an account director"),
    ];
    plans.push(rename(
        more()[2].clone(),
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabteilung",
    ));
    study(&plans)
}

/// Amounts multiplied throughout.
pub fn scaled(factor: f64) -> Study {
    let scale = |plan: Plan| Plan {
        median: plan.median * factor,
        contribution: (plan.contribution.0 * factor, plan.contribution.1 * factor),
        ..plan
    };
    study(&[scale(generalist()), scale(specialised())])
}

/// The candidate loses as often as it wins.
pub fn even() -> Study {
    study(&[generalist(), Plan { name: "Specialised", ..generalist() }])
}

/// The candidate loses nearly always, and money too.
pub fn behind() -> Study {
    study(&[
        specialised(),
        Plan { median: 5e6, contribution: (-3e6, 0.9e6), name: "On paper", ..specialised() },
    ])
}

/// Nothing is uncertain.
pub fn certain() -> Study {
    let mut study = pair();
    for forecast in &mut study.scenarios {
        forecast.bookings = Band::default();
        forecast.contribution = Band::default();
        for summary in forecast.metrics.values_mut() {
            let value = summary.mean;
            *summary = self::summary(value, 0.0, |_| value);
        }
        let band = &mut forecast.monthly.bookings;
        band.p10.clone_from(&band.p50);
        band.p90.clone_from(&band.p50);
    }
    for comparison in &mut study.comparisons {
        for gap in [&mut comparison.metrics.bookings, &mut comparison.metrics.contribution] {
            gap.density = Curve::default();
            (gap.p10, gap.p90, gap.p50) =
                (gap.mean_difference, gap.mean_difference, gap.mean_difference);
            (gap.probability_better, gap.probability_better_se, gap.se) = (1.0, 0.0, 0.0);
            gap.correlation = None;
        }
        let bridge = &comparison.bridge;
        comparison.bridge_intervals = bridge_intervals(bridge, 0.0);
    }
    for one in &mut study.overtaking {
        let band = &mut one.cumulative_difference;
        band.p10.clone_from(&band.p50);
        band.p90.clone_from(&band.p50);
        (one.month.p10, one.month.p90, one.month.never) = (one.month.p50, one.month.p50, 0.0);
    }
    study
}

/// Nobody books anything, nobody works, and nothing lasts.
pub fn nothing() -> Study {
    let mut study = certain();
    study.horizon_months = 1;
    study.currency = String::new();
    for forecast in &mut study.scenarios {
        for summary in forecast.metrics.values_mut() {
            *summary = self::summary(0.0, 0.0, |_| 0.0);
        }
        forecast.monthly.bookings =
            MonthlyBand { mean: vec![0.0], p10: vec![0.0], p50: vec![0.0], p90: vec![0.0] };
        forecast.factors = FiveFactors::default();
        for work in forecast.work.values_mut() {
            (work.demanded, work.supplied) = (0.0, 0.0);
        }
        forecast.roles.clear();
    }
    for comparison in &mut study.comparisons {
        comparison.bridge = Bridge { new_business: Some(0.0), ..Bridge::default() };
        comparison.bridge_intervals = bridge_intervals(&comparison.bridge, 0.0);
        for gap in [&mut comparison.metrics.bookings, &mut comparison.metrics.contribution] {
            (gap.p10, gap.p90, gap.p50, gap.mean_difference) = (0.0, 0.0, 0.0, 0.0);
            gap.probability_better = 0.5;
        }
    }
    for one in &mut study.overtaking {
        one.month = OvertakingMonth { never: 1.0, ..OvertakingMonth::default() };
        one.cumulative_difference =
            MonthlyBand { mean: vec![0.0], p10: vec![0.0], p50: vec![0.0], p90: vec![0.0] };
        (one.probability_ahead, one.probability_ahead_se) = (vec![0.0], vec![0.0]);
        one.trough = Trough::default();
    }
    study
}

/// Records without curves, months or work.
pub fn bare() -> Study {
    let mut study = nothing();
    for forecast in &mut study.scenarios {
        forecast.monthly = Monthly::default();
        forecast.work.clear();
    }
    study.overtaking.clear();
    study
}

/// One month, and new business that cannot be split.
pub fn short() -> Study {
    let mut study = pair();
    study.horizon_months = 1;
    for forecast in &mut study.scenarios {
        let band = &mut forecast.monthly.bookings;
        for values in [&mut band.mean, &mut band.p10, &mut band.p50, &mut band.p90] {
            values.truncate(1);
        }
    }
    for comparison in &mut study.comparisons {
        let gap = comparison.metrics.bookings.mean_difference;
        comparison.bridge =
            Bridge { existing: -0.3 * gap, new_business: Some(1.3 * gap), ..Bridge::default() };
        comparison.bridge_intervals = bridge_intervals(&comparison.bridge, gap);
    }
    for one in &mut study.overtaking {
        let band = &mut one.cumulative_difference;
        for values in [&mut band.mean, &mut band.p10, &mut band.p50, &mut band.p90] {
            values.drain(..23);
        }
        one.probability_ahead.drain(..23);
        one.probability_ahead_se.drain(..23);
        (one.month.p10, one.month.p50) = (Some(1.0), Some(1.0));
    }
    study
}

/// A gap that is small beside the totals.
pub fn near() -> Study {
    let mut study =
        study(&[generalist(), Plan { name: "Care first", median: 11.1e6, ..generalist() }]);
    study.metric = LeadMetric::Contribution;
    study
}

/// One outcome nearly sure and one wide open; the gap far from zero.
pub fn uneven() -> Study {
    let mut study = study(&[
        Plan { spread: 0.01, contribution: (-8e6, 0.05e6), ..generalist() },
        Plan { median: 30e6, spread: 0.6, contribution: (9e6, 6e6), ..specialised() },
    ]);
    study.comparisons[0].metrics.bookings = gap(20e6, 0.9e6);
    study
}

/// Much work, many roles, long words, ten years.
pub fn crowded() -> Study {
    let work = [
        ("answering online enquiries of all kinds", 80.0, 61.0),
        ("outbound", 795.0, 370.0),
        ("partner enablement and joint selling", 32.0, 2.0),
        ("k4", 10.0, 10.0),
        ("k5", 20.0, 19.0),
        ("k6", 120.0, 100.0),
        ("k7", 0.0, 0.0),
        ("k8", 66.0, 5.0),
        ("k9", 1.0, 1.0),
        ("k10", 340.0, 340.0),
        ("k11", 12.0, 12.0),
        ("k12", 45.0, 41.0),
    ];
    let titles = [
        "Regional vice president of strategic accounts and alliances",
        "Customer success manager for small and medium-sized customers",
        "SDR",
        "BDR",
        "MDR",
        "ODR",
        "CSM",
        "AE",
        "Presales",
        "Director",
    ];
    let crowd = |plan: Plan| Plan {
        work: work.to_vec(),
        roles: titles.iter().map(|&title| (title, 900.0, 300.0)).collect(),
        ..plan
    };
    let mut study = study(&[crowd(generalist()), crowd(specialised())]);
    study.horizon_months = 120;
    for one in &mut study.overtaking {
        let band = &mut one.cumulative_difference;
        for values in [&mut band.mean, &mut band.p10, &mut band.p50, &mut band.p90] {
            *values = values.iter().flat_map(|&value| [value; 5]).collect();
        }
        let chances = &mut one.probability_ahead;
        *chances = chances.iter().flat_map(|&share| [share; 5]).collect();
        one.month.p50 = one.month.p50.map(|month| 5.0 * month);
    }
    for forecast in &mut study.scenarios {
        let band = &mut forecast.monthly.bookings;
        for values in [&mut band.mean, &mut band.p10, &mut band.p50, &mut band.p90] {
            *values = values.repeat(5);
        }
    }
    study
}

/// With a target that the candidate is likelier to reach.
pub fn aimed(mut study: Study, target: f64) -> Study {
    study.decision = Some(decide(&study, Some(target)));
    study
}

/// All of them, by name.
pub fn all() -> Vec<(&'static str, Study)> {
    vec![
        ("pair", pair()),
        ("single", single()),
        ("three", three()),
        ("six", six()),
        ("chinese", chinese()),
        ("long-names", long_names()),
        ("tiny", scaled(1e-5)),
        ("huge", scaled(1e5)),
        ("even", even()),
        ("behind", behind()),
        ("near", near()),
        ("certain", certain()),
        ("short", short()),
        ("nothing", nothing()),
        ("bare", bare()),
        ("uneven", uneven()),
        ("crowded", crowded()),
        ("target", aimed(pair(), 12_345_678.0)),
        ("target-single", aimed(single(), 10e6)),
        ("target-six", aimed(six(), 20e6)),
        ("target-long", aimed(long_names(), 5e6)),
    ]
}
