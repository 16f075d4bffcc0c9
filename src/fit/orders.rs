//! From orders to histories: what each customer bought after the first deal.

use super::customers::History;
use super::deals::Amounts;
use crate::records::{Case, Day, Outcome, Records};

/// An order of the deal's amount (to a hundredth) so many days from the win is the
/// deal itself.
const SAME_DEAL: f64 = 31.0;
const YEAR: f64 = 365.25;
/// A customer who ordered nothing for so long after the win, in years, may be
/// counted as one who never did.
const MATURE: f64 = 0.5;

/// What orders say.
#[derive(Debug, Clone, Default)]
pub struct Bought {
    /// One a customer.
    pub histories: Vec<History>,
    /// First orders, of customers whose win has no amount.
    pub first: Amounts,
    /// Later orders.
    pub later: Amounts,
    /// Mature customers whose win has no amount, and those of them who ordered.
    pub mature: (f64, f64),
    /// First and last day of orders.
    pub period: Option<(Day, Day)>,
}

#[derive(Clone, Copy, Default)]
struct Customer {
    won: Option<Day>,
    amount: Option<f64>,
    first: Option<(Day, f64)>,
    later: f64,
    last: Option<Day>,
}

/// Cases won whose customer is named, and how many customers these are.
#[must_use]
pub fn winners(records: &Records, from: Day) -> (f64, f64) {
    let mut seen = vec![false; records.customers as usize];
    let mut wins = 0.0;
    for case in records.cases.iter().filter(|case| case.created >= from) {
        if let (Outcome::Won(_), Some(customer)) = (case.outcome, case.customer) {
            wins += 1.0;
            seen[customer as usize] = true;
        }
    }
    (wins, seen.iter().filter(|seen| **seen).count() as f64)
}

/// Customers won: those who are named, or one a win where none is.
#[must_use]
pub fn new_customers(records: &Records, from: Day) -> f64 {
    let (named, winners) = winners(records, from);
    if named > 0.0 {
        return winners;
    }
    let won = |case: &Case| case.created >= from && matches!(case.outcome, Outcome::Won(_));
    records.cases.iter().filter(won).count() as f64
}

/// Reads the orders, those of customers won on or after `from`.
#[must_use]
pub fn read(records: &Records, from: Day) -> Bought {
    let (Some(first), Some(last)) = (records.orders.first(), records.orders.last()) else {
        return Bought::default();
    };
    let end = last.day;
    // Where deals have amounts, all orders come after them.
    let priced = records.cases.iter().any(|case| case.amount.is_some());
    let mut bought = Bought { period: Some((first.day, end)), ..Bought::default() };
    let mut customers = vec![Customer::default(); records.customers as usize];
    for case in records.cases.iter() {
        if let (Some(customer), Outcome::Won(day)) = (case.customer, case.outcome) {
            let customer = &mut customers[customer as usize];
            customer.won = Some(customer.won.map_or(day, |won| if day < won { day } else { won }));
            customer.amount = customer.amount.or(case.amount);
        }
    }
    for order in &records.orders {
        let customer = &mut customers[order.customer as usize];
        let near = customer.won.is_some_and(|won| order.day.since(won).abs() <= SAME_DEAL);
        let same = |amount: f64| (order.amount - amount).abs() <= 0.01 * amount;
        if near && customer.amount.take_if(|amount| same(*amount)).is_some() {
            continue;
        }
        if !priced && customer.first.is_none() {
            customer.first = Some((order.day, order.amount));
            continue;
        }
        customer.later += 1.0;
        customer.last = Some(order.day);
        bought.later.add(order.amount);
    }
    for customer in customers {
        let ordered = customer.first.map(|(day, _)| day);
        let Some(start) = customer.won.or(ordered).filter(|day| *day < end && *day >= from) else {
            continue;
        };
        let seen = end.since(start) / YEAR;
        let last = customer.last.map_or(0.0, |day| (day.since(start) / YEAR).clamp(0.0, seen));
        bought.histories.push(History { orders: customer.later, last, seen });
        if !priced {
            if let Some((_, amount)) = customer.first {
                bought.first.add(amount);
            }
            if seen >= MATURE {
                bought.mature.0 += 1.0;
                bought.mature.1 += f64::from(u8::from(ordered.is_some()));
            }
        }
    }
    bought
}
