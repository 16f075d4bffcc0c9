//! Files and overrides are laid over each other in order.

use crate::fixture::{SMALLEST, distribution, folder, known, load, try_load};

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
fn a_byte_order_mark_and_other_line_ends_change_nothing() {
    let text = format!("\u{feff}{}", SMALLEST.replace('\n', "\r\n"));
    assert_eq!(load(&text, &[]).scenario, load(SMALLEST, &[]).scenario);
}
