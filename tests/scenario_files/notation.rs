//! The factor notation becomes the distribution that it stands for.

use orgodds::distribution::{Distribution, Domain};

use crate::fixture::{SMALLEST, distribution, folder, load, try_load};

#[test]
fn every_form_of_the_notation_becomes_its_distribution() {
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
