//! What happens after the win, as figures.

use super::customers::Lifetimes;
use super::figure::{Figure, Method};
use super::fitted::Customers;
use super::orders::Bought;
use super::{benchmark, posterior, published};

/// Customers as figures; `won` of them were won.
pub fn figures(
    lifetimes: Option<&Lifetimes>,
    bought: &Bought,
    price: &Figure,
    won: f64,
) -> Customers {
    let Some(lifetimes) = lifetimes else {
        return Customers {
            initial: Figure::known(won, Method::Counted),
            churn: published(benchmark::CHURN),
            orders: published(benchmark::ORDERS),
            order_value: published(benchmark::ORDER_VALUE),
        };
    };
    let period = bought.period.expect("who has histories has orders");
    let count = lifetimes.customers as f64;
    let found = |draws: &[f64]| {
        Figure::between(posterior::interval(draws), count, Method::Lifetimes).over(period)
    };
    let order_value = bought.later.worth().map(|worth| {
        let value = worth.mean[1] / price.value;
        // Errors of both, as they are from different deals.
        let error = |at: usize, of: f64| {
            (worth.mean[at] / worth.mean[1]).ln().hypot((of / price.value).ln())
        };
        let ends =
            [value * (-error(0, price.high)).exp(), value, value * error(2, price.low).exp()];
        Figure::between(ends, bought.later.count, Method::Sample).over(period)
    });
    Customers {
        initial: Figure::known(lifetimes.active.round(), Method::Lifetimes),
        churn: found(&lifetimes.churn),
        orders: found(&lifetimes.orders),
        order_value: order_value.unwrap_or_else(|| published(benchmark::ORDER_VALUE)),
    }
}
