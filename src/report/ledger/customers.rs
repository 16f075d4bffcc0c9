//! Deals won, customers, and the money booked.

use super::{count, money, source, table};
use crate::report::grid::Page;
use crate::study::ledger::{Bookings, ClassRecord, CustomerRecord, SegmentRecord, Wins};

pub(super) fn write(segment: &SegmentRecord, page: &mut Page) {
    let won = segment.wins.iter().filter(|wins| wins.deals > 0).map(wins);
    table(page, 1, &["won", "deals", "worth", "customers", "lost at hand-off"], won.collect());
    let header = ["customers", "before", "joined", "left", "after", "orders", "worth"];
    table(page, 1, &header, classes(&segment.customers));
    let CustomerRecord { referral_leads, induced, .. } = segment.customers;
    if referral_leads + induced > 0 {
        page.text(&format!(
            "Leads that customers sent: {}. Opportunities that tracking found: {}.",
            count(referral_leads),
            count(induced)
        ));
    }
    table(page, 1, &["booked", "amount"], bookings(&segment.bookings));
}

fn wins(wins: &Wins) -> Vec<String> {
    vec![
        source(wins.channel.as_deref()).to_owned(),
        count(wins.deals),
        money(wins.worth),
        count(wins.joined),
        count(wins.lost),
    ]
}

fn classes(customers: &CustomerRecord) -> Vec<Vec<String>> {
    let there =
        customers.classes().into_iter().filter(|(_, class)| class.active.before + class.joined > 0);
    let row = |(name, class): (&str, &ClassRecord)| {
        vec![
            name.to_owned(),
            count(class.active.before),
            count(class.joined),
            count(class.churned),
            count(class.active.after),
            count(class.orders),
            money(class.worth),
        ]
    };
    there.map(row).collect()
}

fn bookings(bookings: &Bookings) -> Vec<Vec<String>> {
    let kinds = bookings.named().into_iter().filter(|(_, amount)| *amount > 0.0);
    let mut rows: Vec<Vec<String>> =
        kinds.map(|(kind, amount)| vec![kind.to_owned(), money(amount)]).collect();
    if rows.len() > 1 {
        rows.push(vec!["in all".into(), money(bookings.total())]);
    }
    rows
}
