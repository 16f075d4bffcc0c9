//! What is allowed, but likely not meant.

use orgodds::scenario::Style;

use crate::fixture::{SMALLEST, folder, load, try_load, warnings};

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
    assert!(loaded.warnings[0].render(Style::Coloured).contains("\u{1b}["));
    assert!(rendered.contains("small.toml:12:8"), "{rendered}");
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
