//! Every field arrives where it belongs; what is left out has its default.

use orgodds::organisation::{ChannelKind, Start};

use crate::fixture::{SMALLEST, known, load, warnings};

const EVERYTHING: &str = include_str!("everything.toml");

#[test]
fn what_is_left_out_has_the_default_of_the_model() {
    let loaded = load(SMALLEST, &[]);
    let scenario = &loaded.scenario;
    assert_eq!(warnings(&loaded), [""; 0]);
    assert_eq!(scenario.name, "small");
    assert_eq!((scenario.horizon_months, scenario.warm_up_months), (24, 0));
    assert_eq!(scenario.steps_per_month, 4);
    assert_eq!(scenario.currency, "");
    assert!(scenario.priorities.is_empty());
    assert!(scenario.market.seasonality.is_empty());
    for (path, default) in [
        ("market.drift", 0.0),
        ("market.volatility", 0.0),
        ("market.persistence", 0.0),
        ("economics.gross_margin", 1.0),
        ("economics.commission", 0.0),
        ("handoffs.loss", 0.0),
        ("segments.core.channels.online.quality", 1.0),
        ("segments.core.channels.online.stale", 0.0),
        ("segments.core.stages.talk.wait_months", 0.0),
        ("segments.core.stages.talk.stale", 0.0),
        ("segments.core.deal.spread", 0.0),
        ("roles.rep.ramp_months", 0.0),
        ("roles.rep.attrition", 0.0),
        ("roles.rep.hire_months", 0.0),
        ("roles.rep.annual_cost", 0.0),
        ("roles.rep.hire_cost", 0.0),
        ("roles.rep.switching_loss", 0.0),
        ("roles.rep.work.sell.speed", 1.0),
        ("roles.rep.work.sell.lift", 1.0),
        ("roles.rep.work.sell.price", 1.0),
    ] {
        assert_eq!(known(scenario, path).to_bits(), f64::to_bits(default), "{path}");
    }
    let segment = &scenario.segments[0];
    assert_eq!((segment.deal.priced_at, segment.customers.initial), (0, 0));
    assert!(segment.customers.tracking.is_none());
    let role = &scenario.roles[0];
    assert_eq!((role.title.as_str(), role.start), ("rep", Start::Ramped));
    assert_eq!(role.headcount.changes, [(1, 3)]);
    assert!(role.work.iter().all(|entry| entry.share == 0.0));
}

#[test]
fn a_role_that_carries_one_kind_has_its_whole_share_there() {
    let text = format!("{SMALLEST}\n[roles.closer]\nheadcount = 1\nhours = 9\nwork.sell = {{}}\n");
    let scenario = load(&text, &[]).scenario;
    assert_eq!(scenario.roles[1].work[0].share.to_bits(), 1.0_f64.to_bits());
}

#[test]
fn a_role_without_work_needs_no_hours() {
    let text = format!("{SMALLEST}\n[roles.manager]\nheadcount = 1\nannual_cost = 190_000\n");
    let scenario = load(&text, &[]).scenario;
    assert!(scenario.roles[1].hours.is_none() && scenario.roles[1].work.is_empty());
    assert_eq!(known(&scenario, "roles.manager.annual_cost").to_bits(), 190e3_f64.to_bits());
}

#[test]
fn every_factor_arrives_in_its_field_in_the_order_of_the_model() {
    let scenario = load(EVERYTHING, &[]).scenario;
    let value = |id| scenario.factors[id].distribution.as_known().unwrap();
    let (segment, role) = (&scenario.segments[0], &scenario.roles[0]);
    let mut found = vec![
        value(scenario.market.drift),
        value(scenario.market.volatility),
        value(scenario.market.persistence),
        value(scenario.economics.gross_margin),
        value(scenario.economics.commission),
    ];
    for channel in &segment.channels {
        if let ChannelKind::Inbound { arrivals } | ChannelKind::Outbound { arrivals } = channel.kind
        {
            found.push(value(arrivals));
        }
        let ids = [channel.hours, channel.qualify, channel.quality, channel.stale];
        found.extend(ids.map(value));
    }
    for stage in &segment.stages {
        found.extend([stage.hours, stage.wait_months, stage.pass, stage.stale].map(value));
    }
    let customers = &segment.customers;
    let tracking = customers.tracking.unwrap();
    found.extend([segment.deal.price, segment.deal.spread].map(value));
    found.push(30.0);
    found.extend(
        [
            customers.care.hours,
            customers.churn.cared,
            customers.churn.neglected,
            customers.orders.cared,
            customers.orders.neglected,
            customers.order_value,
            customers.referrals.cared,
            customers.referrals.neglected,
            tracking.care.hours,
            tracking.demands,
            tracking.quality,
            tracking.value,
            scenario.handoff_loss,
            role.hours.unwrap(),
            role.ramp_months,
            role.attrition,
            role.hire_months,
            role.annual_cost,
            role.hire_cost,
            role.switching_loss,
            role.work[0].speed,
            role.work[0].lift,
            role.work[0].price,
        ]
        .map(value),
    );
    // Whole numbers, and probabilities as the same numbers of percent.
    let expected: Vec<f64> = (1..=53).map(f64::from).collect();
    let shown: Vec<f64> = (found.iter().zip(&expected))
        .map(
            |(&value, &expected)| {
                if (value * 100.0 - expected).abs() < 1e-9 { expected } else { value }
            },
        )
        .collect();
    assert_eq!(shown, expected);
    let paths: Vec<_> = scenario.factors.all.iter().map(|factor| factor.path.to_string()).collect();
    let place = |path: &str| paths.iter().position(|known| known == path).unwrap();
    assert!(place("market.drift") < place("economics.commission"));
    assert!(place("economics.commission") < place("segments.core.channels.online.arrivals"));
    assert!(place("segments.core.customers.tracking.value") < place("handoffs.loss"));
    assert!(place("handoffs.loss") < place("roles.rep.work.online.lift"));
}

#[test]
fn everything_that_is_no_factor_arrives_in_its_field() {
    let loaded = load(EVERYTHING, &[]);
    let scenario = &loaded.scenario;
    assert_eq!(warnings(&loaded), [""; 0]);
    assert_eq!((scenario.name.as_str(), scenario.currency.as_str()), ("全部", "CNY"));
    assert_eq!((scenario.horizon_months, scenario.warm_up_months), (12, 3));
    assert_eq!((scenario.steps_per_month, &scenario.market.seasonality), (5, &vec![1.0, 1.5]));
    assert_eq!(scenario.kinds, ["online", "cold", "sell", "advise", "serve", "track"]);
    let name = |kind| scenario.kind_name(kind);
    let first: Vec<_> = scenario.priorities.iter().map(|&kind| name(kind)).collect();
    assert_eq!(first, ["serve", "sell"]);
    let segment = &scenario.segments[0];
    let channels: Vec<_> =
        segment.channels.iter().map(|channel| (channel.key.as_str(), name(channel.work))).collect();
    assert_eq!(channels, [("online", "online"), ("cold", "cold"), ("friends", "online")]);
    assert!(matches!(segment.channels[0].kind, ChannelKind::Inbound { .. }));
    assert!(matches!(segment.channels[1].kind, ChannelKind::Outbound { .. }));
    assert!(matches!(segment.channels[2].kind, ChannelKind::Referral));
    let stages: Vec<_> =
        segment.stages.iter().map(|stage| (stage.name.as_str(), name(stage.work))).collect();
    assert_eq!(stages, [("talk", "sell"), ("offer", "advise")]);
    let tracking = segment.customers.tracking.unwrap();
    assert_eq!((segment.deal.priced_at, tracking.enters), (0, 1));
    assert_eq!((name(segment.customers.care.work), name(tracking.care.work)), ("serve", "track"));
    let (rep, spare) = (&scenario.roles[0], &scenario.roles[1]);
    assert_eq!((rep.title.as_str(), rep.start, spare.start), ("销售", Start::New, Start::Vacant));
    assert_eq!(rep.headcount.changes, [(1, 4), (7, 6)]);
    let shares: Vec<_> = rep.work.iter().map(|entry| entry.share).collect();
    assert_eq!(shares, [0.1, 0.0, 0.2, 0.0, 0.0, 0.0]);
}

#[test]
fn shares_that_add_up_to_one_but_for_rounding_are_accepted() {
    let shares = "online = { share = 0.1 }, sell = { share = 0.2 }, serve = { share = 0.7 }";
    load(&SMALLEST.replace("online = {}, sell = {}, serve = {}", shares), &[]);
}
