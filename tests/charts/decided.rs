//! Studies with what decides: from no unknown to three hundred.

use orgodds::language::{Language, Subject, Together, What};
use orgodds::study::drivers::Tenth;
use orgodds::study::{Driver, DriversAbout, GroupWorth, LeadMetric, Study};

use crate::fixture;

/// Tenths of an unknown from `low` to `high`, whose mean result moves by `swing`.
fn tenths((low, high): (f64, f64), mean: f64, swing: f64, se: f64) -> Vec<Tenth> {
    let tenth = |place: u32| {
        let share = (f64::from(place) + 0.5) / 10.0;
        let at = |share: f64| low + (high - low) * share;
        let mean = mean + swing * (share - 0.5);
        let wide = swing.abs() + 12.0 * se;
        Tenth {
            low: at(share - 0.05),
            high: at(share + 0.05),
            middle: at(share),
            runs: 1000,
            mean,
            se,
            p10: mean - wide,
            p90: mean + 0.8 * wide,
        }
    };
    (0..10).map(tenth).collect()
}

fn driver(subject: Subject, range: (f64, f64), mean: f64, swing: f64, se: f64) -> Driver {
    let tenths = tenths(range, mean, swing, se);
    let (first, last) = (tenths[0], tenths[9]);
    let is_turn = first.mean * last.mean < 0.0;
    Driver {
        factor: format!("{:?}.{}.{}", subject.what, subject.of, subject.within),
        label: (Language::English.words().drivers.label)(&subject),
        subject,
        p10: tenths[1].middle,
        p50: tenths[5].low,
        p90: tenths[8].middle,
        low_tenth: first.mean,
        low_tenth_se: first.se,
        high_tenth: last.mean,
        high_tenth_se: last.se,
        first_order: (swing / 1e7).powi(2),
        first_order_se: 0.003,
        total: None,
        total_se: None,
        evppi: Some(if is_turn { 0.1 * swing.abs() } else { 0.0 }),
        evppi_se: Some(0.1 * se),
        evppi_bias: Some(0.0),
        p_value: 1e-9,
        above_noise: true,
        zero_at: is_turn.then_some(range.0 + 0.4 * (range.1 - range.0)).into_iter().collect(),
        correlated_with: Vec::new(),
        tenths,
    }
}

fn group(together: Together, factors: usize, evppi: f64) -> GroupWorth {
    GroupWorth {
        group: "a.*".into(),
        label: (Language::English.words().drivers.group)(&together),
        together,
        factors,
        evppi,
        evppi_se: 0.02 * evppi,
        evppi_bias: 0.0,
        at_least: false,
    }
}

/// These unknowns decide a study.
fn decided(mut study: Study, drivers: Vec<Driver>, uncertain: usize) -> Study {
    let baseline = study.comparisons.first().map(|comparison| comparison.baseline.clone());
    let paired = baseline.is_some();
    let worth = drivers.iter().filter_map(|driver| driver.evppi).fold(0.0, f64::max);
    let groups = [
        group(Together::Role("Presales consultant".into()), 9, 1.3 * worth),
        group(Together::Segment("core".into()), 30, 0.4 * worth),
        group(Together::All, uncertain, 1.6 * worth),
    ];
    let scenario = study.scenarios.last().map(|forecast| forecast.name.clone());
    study.drivers_about = Some(DriversAbout {
        metric: LeadMetric::Bookings,
        scenario: scenario.unwrap_or_default(),
        baseline,
        mean: drivers.first().map_or(4e5, |one| 0.5 * (one.low_tenth + one.high_tenth)),
        mean_se: 5e4,
        sd: 5e6,
        uncertain,
        above_noise: drivers.len(),
        chance: Some(0.3),
        chance_se: Some(0.01),
        chance_runs: 2500,
        first_order_above: 0.5,
        first_order_below: 0.0,
        first_order_below_se: 0.01,
        totals: None,
        groups: if paired { groups.into() } else { Vec::new() },
        evpi: paired.then_some(2.0 * worth + 1e5),
        evpi_se: paired.then_some(2e4),
        warnings: Vec::new(),
    });
    study.drivers = drivers;
    study
}

fn subject(what: What, of: &str, within: &str) -> Subject {
    Subject { what, of: of.into(), within: within.into() }
}

/// The unknowns of the shipped pair, about.
pub fn usual() -> Vec<Driver> {
    let consultant = "Presales consultant";
    let of = |what, of: &str, within: &str, range, swing| {
        driver(subject(what, of, within), range, 1.1e6, swing, 2.3e5)
    };
    vec![
        of(What::SwitchingLoss, "Generalist seller", "", (0.004, 0.13), 1.9e7),
        of(What::HandoffLoss, "", "", (0.02, 0.27), -9e6),
        of(What::RoleHours, "Generalist seller", "", (88.0, 117.0), -6.5e6),
        of(What::Lift, consultant, "advise", (0.94, 1.9), 5.5e6),
        of(What::OrdersNeglected, "", "core", (0.53, 0.88), 3.5e6),
        of(What::Qualify, "outbound", "core", (0.041, 0.108), 3.2e6),
        of(What::WorkPrice, consultant, "advise", (0.95, 1.2), 2.5e6),
        of(What::Price, "", "core", (27_000.0, 46_000.0), 2.2e6),
        of(What::Ramp, consultant, "", (3.6, 8.9), -1.2e6),
        of(What::Leads, "online", "core", (130.0, 270.0), 1.1e6),
        of(What::Attrition, "Generalist seller", "", (0.23, 0.4), 9e5),
    ]
}

fn chinese() -> Vec<Driver> {
    let of = |what, of: &str, within: &str, range, swing| {
        driver(subject(what, of, within), range, -2e6, swing, 6e5)
    };
    vec![
        of(What::SwitchingLoss, "全能销售", "", (0.004, 0.13), 4.4e7),
        of(What::HandoffLoss, "", "", (0.02, 0.27), -2.2e7),
        of(What::Lift, "大客户总监（AM/KA）", "大客户攻坚", (0.8, 1.7), 1.4e7),
        of(What::Price, "", "中型企业", (160_000.0, 320_000.0), 6e6),
        of(What::Ramp, "售前顾问（第一产品线）", "", (3.5, 9.0), -4e6),
    ]
}

/// A factor of two values.
fn choice() -> Driver {
    let mut one = driver(subject(What::HandoffLoss, "", ""), (0.05, 0.25), 3e5, -4e6, 1.2e5);
    let values = [(0.05, 2.2e6), (0.25, -1.7e6)].map(|(value, mean)| Tenth {
        low: value,
        high: value,
        middle: value,
        runs: 5000,
        mean,
        se: 1.2e5,
        p10: mean - 4e6,
        p90: mean + 5e6,
    });
    (one.low_tenth, one.high_tenth) = (values[0].mean, values[1].mean);
    (one.p10, one.p50, one.p90) = (0.05, 0.05, 0.25);
    one.zero_at.clear();
    one.tenths = values.to_vec();
    one
}

/// All of them, by name.
pub fn all() -> Vec<(&'static str, Study)> {
    let pair = fixture::pair;
    let many = |count: usize| {
        let one = |place: usize| {
            let of = format!("Representative number {place} of the northern region");
            let swing = 8e6 / (1.0 + place as f64);
            driver(subject(What::SwitchingLoss, &of, ""), (0.01, 0.1), 1e5, swing, 1e5)
        };
        (0..count).map(one).collect::<Vec<_>>()
    };
    let long =
        "A presales consultant who looks after the first product line in all regions but one";
    let named = |what| driver(subject(what, long, "advise"), (0.9, 1.6), 2e6, 3e6, 2e5);
    let none_matters = |mut drivers: Vec<Driver>| {
        for driver in &mut drivers {
            driver.evppi = Some(0.0);
            (driver.low_tenth, driver.high_tenth) =
                (driver.low_tenth + 2e7, driver.high_tenth + 2e7);
            driver.zero_at.clear();
        }
        drivers
    };
    let mut same = decided(pair(), Vec::new(), 145);
    let about = same.drivers_about.as_mut().unwrap();
    (about.sd, about.mean, about.chance, about.evpi) = (0.0, 0.0, None, Some(0.0));
    let mut unknown = decided(pair(), Vec::new(), 0);
    unknown.drivers_about.as_mut().unwrap().groups.clear();
    let one_sided = |mut drivers: Vec<Driver>| {
        drivers[1].high_tenth = drivers[1].low_tenth + 1e6;
        drivers
    };
    vec![
        ("drivers-pair", decided(pair(), usual(), 145)),
        ("drivers-single", decided(fixture::single(), usual(), 80)),
        ("drivers-chinese", decided(fixture::chinese(), chinese(), 145)),
        ("drivers-one", decided(pair(), many(1), 1)),
        ("drivers-two", decided(pair(), many(2), 2)),
        ("drivers-three", decided(pair(), many(3), 3)),
        ("drivers-choice", decided(pair(), vec![choice()], 1)),
        ("drivers-300", decided(pair(), many(300), 300)),
        ("drivers-long-names", {
            decided(fixture::long_names(), vec![named(What::Lift), named(What::Ramp)], 9)
        }),
        ("drivers-clear", decided(pair(), none_matters(usual()), 145)),
        ("drivers-one-sided", decided(pair(), one_sided(usual()), 145)),
        ("drivers-same", same),
        ("drivers-unknown", unknown),
        ("drivers-noise", decided(pair(), Vec::new(), 145)),
    ]
}
