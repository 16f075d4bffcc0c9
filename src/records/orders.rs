//! Orders, each with its items added up.

use super::desk::{Desk, Refusal};
use super::field::{FileKind, Meaning};
use super::findings::Oddity;
use super::ids::{Ids, Met, hash};
use super::record::Order;
use super::row::Row;

/// Orders so far. The same order id under two customers is two orders: a
/// marketplace sells from several at once.
#[derive(Debug, Default)]
pub struct Orders {
    orders: Vec<Order>,
    ids: Ids,
}

impl Orders {
    /// Takes a row: an order, or an item of one.
    ///
    /// # Errors
    /// With why the row is not used.
    pub fn take(&mut self, desk: &mut Desk, row: &Row) -> Result<(), Refusal> {
        let missing = |meaning| Refusal::Aside(Oddity::Missing, Some(meaning));
        let name = row.filled(Meaning::Customer).ok_or_else(|| missing(Meaning::Customer))?;
        let day = row.needed_date(desk, Meaning::Day)?;
        let Some(amount) = row.number(desk, Meaning::Amount) else {
            let unread = row.filled(Meaning::Amount).is_some();
            return Err(if unread { Refusal::Noted } else { missing(Meaning::Amount) });
        };
        row.meet_currency(desk, &amount);
        if amount.value < 0.0 {
            desk.note(row, Oddity::Negative, Some(Meaning::Amount));
        }
        let customer = desk.customers.number(name);
        let order = Order { customer, day, amount: amount.value };
        match row.filled(Meaning::Order).map(|id| self.ids.insert(hash((id, customer)))) {
            Some(Met::Known(first)) => {
                let first = &mut self.orders[first];
                first.amount += order.amount;
                first.day = if day.0 < first.day.0 { day } else { first.day };
            }
            Some(Met::New(_)) => self.orders.push(order),
            None => {
                self.ids.nameless();
                self.orders.push(order);
            }
        }
        Ok(())
    }

    /// The orders by day; those for which nothing was paid in sum are left out.
    pub fn finish(self, desk: &mut Desk) -> Vec<Order> {
        let Self { mut orders, ids } = self;
        // Of many orders the index is as large as the orders themselves.
        drop(ids);
        let all = orders.len();
        orders.retain(|order| order.amount > 0.0);
        desk.findings.add(FileKind::Orders, Oddity::Zero, (all - orders.len()) as u64, &[]);
        // A stable sort would need half as much memory again.
        orders.sort_unstable_by(|one, other| {
            let days = one.day.0.total_cmp(&other.day.0);
            let customers = one.customer.cmp(&other.customer);
            days.then(customers).then(one.amount.total_cmp(&other.amount))
        });
        orders
    }
}
