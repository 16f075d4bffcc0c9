//! Mean first deal and its spread: of deals with amounts, or of first orders.

use super::deals::{Amounts, Worth};
use super::figure::{Assumption, Figure, Method};
use super::{benchmark, orders, published};
use crate::records::{Day, Outcome, Records};

/// Mean first deal, and the coefficient of variation from deal to deal, of cases
/// created on or after `from`.
pub fn fit(records: &Records, from: Day, bought: &orders::Bought) -> (Figure, Figure) {
    worth(&amounts(records, from), bought)
}

fn amounts(records: &Records, from: Day) -> Amounts {
    let mut amounts = Amounts::default();
    for case in records.cases.iter().filter(|case| case.created >= from) {
        if let (Outcome::Won(_), Some(amount)) = (case.outcome, case.amount) {
            amounts.add(amount);
        }
    }
    amounts
}

/// Mean first deal and how much deals differ. Without amounts of deals the first
/// order stands for the deal, and those who never order bring nothing.
fn worth(deals: &Amounts, bought: &orders::Bought) -> (Figure, Figure) {
    let figures = |worth: Worth, count: f64| {
        let method = if worth.log_normal { Method::LogNormal } else { Method::Sample };
        [worth.mean, worth.spread].map(|ends| Figure::between(ends, count, method))
    };
    if let Some(worth) = deals.worth() {
        let [mean, spread] = figures(worth, deals.count);
        return (mean, spread);
    }
    if let Some(worth) = bought.first.worth() {
        let [mean, spread] = figures(worth, bought.first.count);
        let (mature, ordered) = bought.mature;
        let share = if mature > 0.0 { (ordered + 0.5) / (mature + 1.0) } else { 1.0 };
        let period = bought.period.unwrap_or((Day(0.0), Day(0.0)));
        let error = 1.645 * ((1.0 - share) / (share * (mature + 1.0))).sqrt();
        // Both errors are multiplied, and so add up in squares of logarithms.
        let end = |end: f64| {
            let own = (end / mean.value).ln();
            mean.value * share * (own.signum() * own.hypot(error)).exp()
        };
        let price = [end(mean.low), mean.value * share, end(mean.high)];
        let with_none = |cv: f64| ((1.0 + cv * cv) / share - 1.0).sqrt();
        let price = Figure::between(price, mean.count, mean.method).over(period);
        return (price, spread.map(with_none).over(period));
    }
    let price = Figure::known(1.0, Method::Assumed(Assumption::NoAmounts));
    (price, published(benchmark::SPREAD))
}
