//! Valid scenario files: every field arrives where it belongs, defaults are
//! those of the model, files and overrides are laid over each other in order.
//!
//! `UPDATE_EXPECTED=1 cargo test --test scenario_files` writes the copy of the
//! JSON Schema anew; read the difference before committing it.

use std::fs;
use std::path::{Path as FilePath, PathBuf};

use orgodds::distribution::Distribution;
use orgodds::organisation::{ChannelKind, Path, Scenario, Start};
use orgodds::scenario::{Loaded, Problems, Style, load_all, schema};
use tempfile::TempDir;

/// Nothing in it that has a default.
const SMALLEST: &str = r#"
[segments.core.channels.online]
kind = "inbound"
arrivals = 100
work = "online"
hours = 1
qualify = 0.2

[[segments.core.stages]]
name = "talk"
work = "sell"
hours = 4
pass = 0.5

[segments.core.deal]
price = 1000

[segments.core.customers]
care = { work = "serve", hours = 2 }
churn = { cared = 0.1, neglected = 0.3 }
orders = { cared = 1, neglected = 0.5 }
order_value = 0.7
referrals = { cared = 0, neglected = 0 }

[roles.rep]
headcount = 3
hours = 120
work = { online = {}, sell = {}, serve = {} }
"#;

/// A folder with files in it.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn try_load(folder: &TempDir, names: &[&str], overrides: &[&str]) -> Result<Vec<Loaded>, Problems> {
    let files: Vec<PathBuf> = names.iter().map(|name| folder.path().join(name)).collect();
    let overrides: Vec<String> = overrides.iter().map(|&given| given.to_owned()).collect();
    load_all(&files, &overrides)
}

fn load(text: &str, overrides: &[&str]) -> Loaded {
    let loaded = try_load(&folder(&[("small.toml", text)]), &["small.toml"], overrides);
    loaded.unwrap_or_else(|problems| panic!("{problems}")).remove(0)
}

/// What is wrong with one file, without the folder that it happens to be in.
fn mistakes(files: &[(&str, &str)], overrides: &[&str]) -> String {
    let folder = folder(files);
    let problems = try_load(&folder, &[files[0].0], overrides).unwrap_err();
    let place = format!("{}/", folder.path().display());
    problems.render(Style::Plain).replace(&place, "")
}

fn distribution<'a>(scenario: &'a Scenario, path: &str) -> &'a Distribution {
    let keys = path.split('.').map(str::to_owned).collect();
    let factor = scenario.factors.find(&Path(keys)).unwrap_or_else(|| panic!("no factor {path}"));
    &scenario.factors[factor].distribution
}

fn known(scenario: &Scenario, path: &str) -> f64 {
    distribution(scenario, path).as_known().unwrap_or_else(|| panic!("{path} is not known"))
}

fn warnings(loaded: &Loaded) -> Vec<String> {
    loaded.warnings.iter().map(orgodds::scenario::Problem::text).collect()
}

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

/// Every field with a value of its own, none of them a default.
const EVERYTHING: &str = r#"
name = "全部"
horizon_months = 12
warm_up_months = 3
steps_per_month = 5
currency = "CNY"
priorities = ["serve", "sell"]

[market]
seasonality = [1, 1.5]
drift = 0.01
volatility = 0.02
persistence = 0.03

[economics]
gross_margin = 0.04
commission = 0.05

[segments.core.channels.online]
kind = "inbound"
arrivals = 6
work = "online"
hours = 7
qualify = 0.08
quality = 9
stale = 0.10

[segments.core.channels.cold]
kind = "outbound"
arrivals = 11
work = "cold"
hours = 12
qualify = 0.13
quality = 14
stale = 0.15

[segments.core.channels.friends]
kind = "referral"
work = "online"
hours = 16
qualify = 0.17
quality = 18
stale = 0.19

[[segments.core.stages]]
name = "talk"
work = "sell"
hours = 20
wait_months = 21
pass = 0.22
stale = 0.23

[[segments.core.stages]]
name = "offer"
work = "advise"
hours = 24
wait_months = 25
pass = 0.26
stale = 0.27

[segments.core.deal]
price = 28
spread = 29
priced_at = "talk"

[segments.core.customers]
initial = 30
care = { work = "serve", hours = 31 }
churn = { cared = 0.32, neglected = 0.33 }
orders = { cared = 34, neglected = 35 }
order_value = 36
referrals = { cared = 37, neglected = 38 }

[segments.core.customers.tracking]
work = "track"
hours = 39
demands = 40
quality = 41
value = 42
enters = "offer"

[handoffs]
loss = 0.43

[roles.rep]
title = "销售"
headcount = [[1, 4], [7, 6]]
hours = 44
start = "new"
ramp_months = 45
attrition = 0.46
hire_months = 47
annual_cost = 48
hire_cost = 49
switching_loss = 0.50

[roles.rep.work]
online = { share = 0.1, speed = 51, lift = 52, price = 53 }
cold = {}
sell = { share = 0.2 }
advise = {}
serve = {}
track = {}

[roles.spare]
headcount = 2
start = "vacant"
"#;

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
fn every_form_of_the_notation_becomes_its_distribution() {
    use orgodds::distribution::Domain;
    let set = |text: &str| format!("segments.core.deal.price={text}");
    for (text, expected) in [
        ("18 to 30", Distribution::interval(18.0, 30.0, Domain::Positive)),
        ("uniform(1, 2)", Distribution::uniform(1.0, 2.0)),
        ("triangular(1, 2, 4)", Distribution::triangular(1.0, 2.0, 4.0)),
        ("pert(1, 2, 4)", Distribution::pert(1.0, 2.0, 4.0)),
        ("lognormal(3, 2)", Distribution::lognormal(3.0, 2.0)),
        ("gamma(3, 2)", Distribution::gamma(3.0, 2.0)),
        ("beta(2, 3)", Distribution::beta(2.0, 3.0)),
        ("choice(20: 1, 10: 3)", Distribution::choice(&[(10.0, 3.0), (20.0, 1.0)])),
        (
            "truncate(normal(3, 2), 1, 4)",
            Distribution::normal(3.0, 2.0).and_then(|normal| normal.truncate(1.0, 4.0)),
        ),
        ("28_000", Distribution::known(28e3)),
    ] {
        let scenario = load(SMALLEST, &[&set(text)]).scenario;
        assert_eq!(
            *distribution(&scenario, "segments.core.deal.price"),
            expected.unwrap(),
            "{text}"
        );
    }
    let scenario = load(SMALLEST, &["market.drift=normal(0.1, 0.2)"]).scenario;
    assert_eq!(*distribution(&scenario, "market.drift"), Distribution::normal(0.1, 0.2).unwrap());
    let scenario = load(SMALLEST, &["handoffs.loss=0.1 to 0.2"]).scenario;
    let expected = Distribution::interval(0.1, 0.2, Domain::Probability).unwrap();
    assert_eq!(*distribution(&scenario, "handoffs.loss"), expected);
}

#[test]
fn an_end_of_probability_zero_does_not_leave_the_domain() {
    load(SMALLEST, &["segments.core.deal.price=uniform(0, 5)"]);
    load(SMALLEST, &["handoffs.loss=uniform(0, 1)"]);
    load(SMALLEST, &["segments.core.deal.price=truncate(normal(1, 3), 0, 5)"]);
}

#[test]
fn data_is_found_beside_the_file_that_names_it() {
    let folder = folder(&[
        ("base/data/deals.csv", "id;x,Amount (USD)\r\n1,20\r\n2,10\r\n3,20\r\n"),
        ("base/company.toml", SMALLEST),
        (
            "base/priced.toml",
            "extends = 'company.toml'\nsegments.core.deal.price = 'data(data/deals.csv, Amount (USD))'",
        ),
        ("top.toml", "extends = 'base/priced.toml'"),
    ]);
    let loaded = try_load(&folder, &["top.toml"], &[]).unwrap().remove(0);
    let expected = Distribution::data(&[20.0, 10.0, 20.0]).unwrap();
    assert_eq!(*distribution(&loaded.scenario, "segments.core.deal.price"), expected);
}

#[test]
fn what_a_base_file_holds_comes_first() {
    let over = r#"
extends = "small.toml"
[roles.first]
headcount = 1
[roles.rep]
headcount = 9
[segments.core.channels.earlier]
kind = "outbound"
arrivals = 5
work = "sell"
hours = 1
qualify = 0.1
[segments.core.channels.online]
arrivals = 7
"#;
    let folder = folder(&[("small.toml", SMALLEST), ("over.toml", over)]);
    let loaded = try_load(&folder, &["over.toml"], &[]).unwrap().remove(0);
    let scenario = loaded.scenario;
    let roles: Vec<_> = scenario.roles.iter().map(|role| role.key.as_str()).collect();
    assert_eq!(roles, ["rep", "first"]);
    let channels: Vec<_> =
        scenario.segments[0].channels.iter().map(|channel| channel.key.as_str()).collect();
    assert_eq!(channels, ["online", "earlier"]);
    assert_eq!(scenario.roles[0].headcount.changes, [(1, 9)]);
    assert_eq!(known(&scenario, "roles.rep.hours").to_bits(), 120_f64.to_bits());
    assert_eq!(
        known(&scenario, "segments.core.channels.online.arrivals").to_bits(),
        7_f64.to_bits()
    );
}

#[test]
fn the_top_of_a_chain_wins_and_a_name_is_not_inherited() {
    let folder = folder(&[
        ("a.toml", &format!("name = \"A\"\ncurrency = \"USD\"\nhorizon_months = 6\n{SMALLEST}")),
        ("b.toml", "name = \"B\"\nextends = \"a.toml\"\nhorizon_months = 9\nwarm_up_months = 2"),
        ("c.toml", "extends = \"b.toml\"\nhorizon_months = 12"),
    ]);
    let scenario = try_load(&folder, &["c.toml"], &[]).unwrap().remove(0).scenario;
    assert_eq!(scenario.name, "c");
    assert_eq!(scenario.currency, "USD");
    assert_eq!((scenario.horizon_months, scenario.warm_up_months), (12, 2));
}

#[test]
fn lists_are_replaced_as_a_whole() {
    let over = "extends = 'small.toml'\n[[segments.core.stages]]\nname = 'only'\nwork = 'sell'\nhours = 1\npass = 0.5\n";
    let folder = folder(&[("small.toml", SMALLEST), ("over.toml", over)]);
    let scenario = try_load(&folder, &["over.toml"], &[]).unwrap().remove(0).scenario;
    let stages: Vec<_> = scenario.segments[0].stages.iter().map(|stage| &stage.name).collect();
    assert_eq!(stages, ["only"]);
}

#[test]
fn an_override_reaches_values_of_every_sort() {
    let scenario = load(
        SMALLEST,
        &[
            "roles.rep.headcount=[[1, 4], [13, 6]]",
            "roles.rep.title=Sales people",
            "segments.core.stages.talk.pass = 0.25",
            "segments.core.customers.churn={ cared = 0.2, neglected = 0.4 }",
            "market.drift=-0.05 to 0.13",
            "currency=\"EUR\"",
            "economics.gross_margin=0.5",
            "economics.gross_margin=0.6",
        ],
    )
    .scenario;
    assert_eq!(scenario.roles[0].headcount.changes, [(1, 4), (13, 6)]);
    assert_eq!(
        (scenario.roles[0].title.as_str(), scenario.currency.as_str()),
        ("Sales people", "EUR")
    );
    assert_eq!(known(&scenario, "segments.core.stages.talk.pass").to_bits(), 0.25_f64.to_bits());
    assert_eq!(
        known(&scenario, "segments.core.customers.churn.cared").to_bits(),
        0.2_f64.to_bits()
    );
    assert_eq!(distribution(&scenario, "market.drift").as_known(), None);
    assert_eq!(known(&scenario, "economics.gross_margin").to_bits(), 0.6_f64.to_bits());
}

#[test]
fn an_override_finds_keys_in_quotes_and_in_any_language() {
    let more = "\n[roles.\"a.b\"]\nheadcount = 1\n[roles.\"顾问\"]\nheadcount = 1\n";
    let text = format!("{SMALLEST}{more}");
    let overrides = ["roles.\"a.b\".headcount=2", "roles.顾问.headcount=3"];
    let scenario = load(&text, &overrides).scenario;
    let seats: Vec<_> = scenario.roles.iter().map(|role| role.headcount.at(1)).collect();
    assert_eq!(seats, [3, 2, 3]);
}

#[test]
fn an_override_applies_to_each_scenario_that_has_its_table() {
    let with = format!("name = \"with\"\n{SMALLEST}\n[roles.extra]\nheadcount = 1\n");
    let without = format!("name = \"without\"\n{SMALLEST}");
    let folder = folder(&[("with.toml", &with), ("without.toml", &without)]);
    let loaded =
        try_load(&folder, &["with.toml", "without.toml"], &["roles.extra.headcount=5"]).unwrap();
    assert_eq!(loaded[0].scenario.roles[1].headcount.at(1), 5);
    assert_eq!(loaded[1].scenario.roles.len(), 1);
}

#[test]
fn a_kind_that_nobody_carries_is_a_warning_that_names_what_stands_still() {
    let text = SMALLEST.replace("online = {}, sell = {}, serve = {}", "online = {}");
    let loaded = load(&text, &[]);
    let expected = [
        "no role carries `sell`: stage `talk` of `core` will stand still",
        "no role carries `serve`: care of `core` will stand still",
    ];
    assert_eq!(warnings(&loaded), expected);
    let rendered = loaded.warnings[0].render(Style::Plain);
    assert!(rendered.starts_with("warning: no role carries `sell`"), "{rendered}");
    assert!(rendered.contains("small.toml:11:8"), "{rendered}");
}

const TWO_CORRELATIONS: &str = r#"
[[correlations]]
between = ["segments.core.deal.price", "segments.core.channels.online.qualify"]
rho = 0.5
[[correlations]]
between = ["segments.core.stages.talk.pass", "segments.core.deal.price"]
rho = -0.25
"#;

#[test]
fn correlations_form_groups_in_the_order_of_their_paths() {
    let text = format!("{SMALLEST}{TWO_CORRELATIONS}");
    let scenario = load(&text, &["segments.core.deal.price=1 to 2"]).scenario;
    let [group] = scenario.factors.correlations.as_slice() else { panic!("one group") };
    let members: Vec<_> =
        group.members.iter().map(|&member| scenario.factors[member].path.to_string()).collect();
    let expected = [
        "segments.core.channels.online.qualify",
        "segments.core.deal.price",
        "segments.core.stages.talk.pass",
    ];
    assert_eq!(members, expected);
    let mut stated: Vec<_> =
        group.stated.iter().map(|&(a, b, rho)| (a.min(b), a.max(b), rho)).collect();
    stated.sort_by_key(|&(a, b, _)| (a, b));
    assert_eq!(stated, [(0, 1, 0.5), (1, 2, -0.25)]);
}

#[test]
fn a_correlation_with_a_known_number_is_a_warning_and_stays_in_its_group() {
    let loaded = load(&format!("{SMALLEST}{TWO_CORRELATIONS}"), &["handoffs.loss=0.1 to 0.2"]);
    assert_eq!(loaded.warnings.len(), 4);
    let known = "`segments.core.deal.price` is known exactly, so nothing correlates with it";
    assert_eq!(loaded.warnings[0].text(), known);
    assert_eq!(loaded.scenario.factors.correlations[0].members.len(), 3);
}

#[test]
fn correlations_that_differ_between_scenarios_are_a_warning() {
    let plain = format!("name = \"plain\"\n{SMALLEST}");
    let correlated = format!("name = \"correlated\"\n{SMALLEST}{TWO_CORRELATIONS}");
    let folder = folder(&[("plain.toml", &plain), ("correlated.toml", &correlated)]);
    let uncertain = [
        "segments.core.deal.price=1 to 2",
        "segments.core.channels.online.qualify=0.1 to 0.2",
        "segments.core.stages.talk.pass=0.1 to 0.2",
    ];
    let loaded = try_load(&folder, &["plain.toml", "correlated.toml"], &uncertain).unwrap();
    assert_eq!(warnings(&loaded[0]), [""; 0]);
    let expected = "its correlations differ from those of `plain`: \
        only factors that neither correlates stay paired";
    assert_eq!(warnings(&loaded[1]), [expected]);
}

#[test]
fn a_headcount_that_changes_after_the_end_is_a_warning() {
    let loaded = load(SMALLEST, &["roles.rep.headcount=[[1, 4], [30, 6]]"]);
    let expected = "the headcount of `rep` changes in month 30, after the last of 24";
    assert_eq!(warnings(&loaded), [expected]);
}

#[test]
fn shares_that_add_up_to_one_but_for_rounding_are_accepted() {
    let shares = "online = { share = 0.1 }, sell = { share = 0.2 }, serve = { share = 0.7 }";
    load(&SMALLEST.replace("online = {}, sell = {}, serve = {}", shares), &[]);
}

#[test]
fn a_byte_order_mark_and_other_line_ends_change_nothing() {
    let text = format!("\u{feff}{}", SMALLEST.replace('\n', "\r\n"));
    assert_eq!(load(&text, &[]).scenario, load(SMALLEST, &[]).scenario);
}

#[test]
fn a_file_that_is_not_there_is_named_with_its_neighbour() {
    let folder = folder(&[("small.toml", SMALLEST)]);
    let problems = try_load(&folder, &["smal.toml"], &[]).unwrap_err();
    let place = format!("{}/", folder.path().display());
    let message = problems.render(Style::Plain).replace(&place, "");
    let expected =
        "error: there is no file `smal.toml`\n--> smal.toml\n = help: did you mean `small.toml`?";
    assert_eq!(message, expected);
}

#[test]
fn a_mistake_that_two_scenarios_share_is_reported_once() {
    let base = SMALLEST.replace("qualify = 0.2", "qualify = 1.2");
    let folder = folder(&[
        ("base.toml", &base),
        ("a.toml", "extends = \"base.toml\""),
        ("b.toml", "extends = \"base.toml\""),
    ]);
    let problems = try_load(&folder, &["a.toml", "b.toml"], &[]).unwrap_err();
    assert_eq!(problems.iter().count(), 1);
}

#[test]
fn a_chain_that_is_too_long_is_refused() {
    let texts: Vec<_> =
        (0..20).map(|i| (format!("{i}.toml"), format!("extends = \"{}.toml\"", i + 1))).collect();
    let files: Vec<_> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let message = mistakes(&files, &[]);
    assert!(message.starts_with("error: too many files extend each other\n"), "{message}");
    assert!(message.ends_with("a chain may hold 16 files at most"), "{message}");
}

#[test]
fn texts_that_are_nested_without_end_are_refused() {
    let deep = [
        format!("a = {}", "[".repeat(50_000)),
        format!("{} = 1", vec!["a"; 50_000].join(".")),
        format!("[{}]", vec!["a"; 50_000].join(".")),
        format!("a = {}1{}", "{a = ".repeat(50_000), "}".repeat(50_000)),
        format!("{SMALLEST}\n[handoffs]\nloss = \"{}\"", "truncate(".repeat(50_000)),
    ];
    for text in &deep {
        let message = mistakes(&[("deep.toml", text)], &[]);
        assert!(message.starts_with("error: "), "{message}");
    }
}

#[test]
fn a_file_that_is_far_too_large_is_refused() {
    let message = mistakes(&[("large.toml", &"#".repeat(17 << 20))], &[]);
    assert!(message.starts_with("error: `large.toml` cannot be read: it is larger than 16 MB"));
}

#[test]
fn many_mistakes_are_counted_and_the_first_shown() {
    let text: String = (0..200).map(|i| format!("key{i} = 1\n")).collect();
    let message = mistakes(&[("many.toml", &text)], &[]);
    assert!(message.ends_with("201 mistakes found, the first 50 shown"), "{message}");
}

#[test]
fn control_characters_of_a_file_do_not_reach_the_terminal() {
    let message = mistakes(&[("odd.toml", "\"a\\u001b[31m\" = 1\nname = \"\\u001b\"")], &[]);
    assert!(!message.contains('\u{1b}'), "{message}");
}

#[test]
fn the_example_of_the_model_loads() {
    let file = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenario_files/example.toml");
    let loaded = load_all(&[file], &[]).unwrap_or_else(|problems| panic!("{problems}")).remove(0);
    assert_eq!(loaded.scenario.name, "Specialised: V2");
    assert_eq!(loaded.scenario.roles[0].title, "Outbound development (SDR)");
    let idle = ["sell", "advise", "serve", "track"].map(|kind| format!("no role carries `{kind}`"));
    let found = warnings(&loaded);
    for kind in idle {
        assert!(found.iter().any(|warning| warning.starts_with(&kind)), "{kind}: {found:?}");
    }
}

#[test]
fn the_schema_is_the_committed_one() {
    let file = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenario_files/schema.json");
    let text = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), text);
}
