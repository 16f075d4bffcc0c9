//! Customers whose rates of ordering differ, which the engine's do not.

use orgodds::distribution::Distribution;
use orgodds::fit::customers::{History, fit};
use orgodds::fit::posterior::{interval, score};
use orgodds::fit::{Figure, Method};
use orgodds::random::{Luck, Place, Stream};

use super::{Book, hold_in_85_to_95_percent, note};

/// What is recorded of a customer with this rate of orders a year, who leaves at this
/// rate and came so many years before the end of the records.
fn history(orders: f64, leaving: f64, seen: f64, stream: &mut Stream) -> History {
    let mut exponential = |rate: f64| -stream.uniform().ln() / rate;
    let there = exponential(leaving).min(seen);
    let mut history = History { orders: 0.0, last: 0.0, seen };
    let mut at = exponential(orders);
    while at < there {
        (history.orders, history.last) = (history.orders + 1.0, at);
        at += exponential(orders);
    }
    history
}

#[test]
#[ignore = "takes minutes"]
fn customers_who_differ_leave_intervals_that_hold_the_truth_in_85_to_95_percent() {
    let mut book = Book::new();
    for run in 0..400 {
        let mut stream = Luck::new(run, 0).at(Place::new("customers")).step(0);
        let mut drawn = |middle: f64, sd: f64| middle * (sd * score(&mut stream)).exp();
        let (orders, shape, leaving) = (drawn(1.5, 0.5), drawn(1.5, 0.5), drawn(0.25, 0.4));
        let rates = Distribution::gamma(orders, orders / shape.sqrt()).expect("above 0");
        let mut one = || {
            let rate = rates.quantile(stream.uniform()).max(1e-9);
            history(rate, leaving, 4.0 * stream.uniform(), &mut stream)
        };
        let histories: Vec<History> = (0..300).map(|_| one()).collect();
        let found = fit(&histories).expect("there are customers");
        let figure = |draws: &[f64]| Figure::between(interval(draws), 300.0, Method::Lifetimes);
        note(&mut book, "orders of customers who differ", &figure(&found.orders), orders);
        note(
            &mut book,
            "churn of customers who differ",
            &figure(&found.churn),
            -(-leaving).exp_m1(),
        );
    }
    hold_in_85_to_95_percent(&book);
}
