//! The company at another size.

use orgodds::organisation::{Path, TooLarge};
use orgodds::scenario::{Vary, load_all};

use super::{PAIR, company};

#[test]
fn what_is_believed_of_arrivals_grows_in_proportion_and_nothing_else_does() {
    let folder = company();
    let loaded = load_all(&[folder.path().join(PAIR[1])], &[]).unwrap();
    let own = &loaded[0].scenario;
    let large = own.clone().sized(2.5).unwrap();
    let path = Path::from(["segments", "core", "channels", "online", "arrivals"]);
    for (before, after) in own.factors.all.iter().zip(&large.factors.all) {
        let ratio = if before.path == path { 2.5 } else { 1.0 };
        for level in [0.01, 0.3, 0.99] {
            let (from, to) =
                (before.distribution.quantile(level), after.distribution.quantile(level));
            assert!((to - ratio * from).abs() <= 1e-12 * from.abs(), "{}", before.path);
            let tails = after.distribution.tails(to);
            if before.distribution.as_known().is_none() {
                assert!((tails.lower - level).abs() < 1e-9, "{}", before.path);
            }
        }
        assert!(after.distribution.stays_in(after.domain));
    }
    assert_eq!(large.segments[0].customers.initial, 25);
    assert_eq!(large.roles[0].headcount.at(1), 8);
}

#[test]
fn a_number_that_is_varied_beside_the_size_is_taken_as_typed() {
    let folder = company();
    let loaded = load_all(&[folder.path().join(PAIR[1])], &[]).unwrap();
    let scenario = |argument: &str, value: f64| {
        let typed = ["team=1..2:2", argument].map(str::to_owned);
        let varied = Vary::all(&typed, &loaded).unwrap_or_else(|problems| panic!("{problems}"));
        loaded[0].varied(&varied, &[2.0, value]).unwrap()
    };
    let seats = scenario("roles.seller.headcount=2..3", 2.0);
    assert_eq!(seats.roles[0].headcount.at(1), 2);
    assert_eq!(seats.segments[0].customers.initial, 20);
    let customers = scenario("segments.core.customers.initial=5..15:3", 15.0);
    assert_eq!(customers.segments[0].customers.initial, 15);
    assert_eq!(customers.roles[0].headcount.at(1), 6);
    let arrivals = "segments.core.channels.online.arrivals";
    let leads = scenario(&format!("{arrivals}=50..150:3"), 150.0);
    let path = Path::from(["segments", "core", "channels", "online", "arrivals"]);
    let id = leads.factors.find(&path).unwrap();
    assert_eq!(leads.factors[id].distribution.as_known(), Some(150.0));
    assert_eq!(leads.roles[0].headcount.at(1), 6);
}

#[test]
fn a_company_may_be_too_large() {
    let folder = company();
    let refused = |set: &str, ratio: f64| {
        let files = [folder.path().join(PAIR[1])];
        let loaded = load_all(&files, &[set.to_owned()]).unwrap();
        loaded.into_iter().next().unwrap().scenario.sized(ratio).unwrap_err()
    };
    assert_eq!(refused("roles.seller.headcount=300", 90.0), TooLarge::Seats);
    let leads = "segments.core.channels.online.arrivals=200_000";
    assert_eq!(refused(leads, 90.0), TooLarge::Leads);
    let customers = "segments.core.customers.initial=20_000_000";
    let quiet = "segments.core.customers.orders={ cared = 0, neglected = 0 }";
    let files = [folder.path().join(PAIR[1])];
    let set = [customers.to_owned(), quiet.to_owned()];
    let loaded = load_all(&files, &set).unwrap_or_else(|problems| panic!("{problems}"));
    let scenario = loaded.into_iter().next().unwrap().scenario;
    assert_eq!(scenario.sized(90.0).unwrap_err(), TooLarge::Customers);
}
