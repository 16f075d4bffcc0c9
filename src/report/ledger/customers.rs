//! Deals won, customers, and the money booked.

use super::{count, money, source, words};
use crate::report::grid::Page;
use crate::study::ledger::{Period, SegmentRecord};

pub(super) fn write(period: &Period, page: &mut Page) {
    let each = |rows: fn(&str, &SegmentRecord) -> Vec<Vec<String>>| {
        period.segments.iter().flat_map(|(key, segment)| rows(key, segment)).collect::<Vec<_>>()
    };
    let mut table = |header: &[&str], rows: Vec<Vec<String>>| {
        if !rows.is_empty() {
            page.text("");
            page.table(1, words(header), rows);
        }
    };
    table(&["won", "deals", "worth", "customers", "lost to care"], each(wins));
    table(&["customers", "before", "joined", "left", "after", "orders", "worth"], each(customers));
    table(&["customers sent and tracking found", "leads", "opportunities"], each(sent));
    let mut bookings = each(bookings);
    if !bookings.is_empty() {
        bookings.push(vec!["in all".into(), money(period.bookings.total())]);
    }
    table(&["booked", "amount"], bookings);
}

fn wins(key: &str, segment: &SegmentRecord) -> Vec<Vec<String>> {
    let won = segment.wins.iter().filter(|wins| wins.deals > 0);
    won.map(|wins| {
        vec![
            format!("{key} {}", source(wins.channel.as_deref())),
            count(wins.deals),
            money(wins.worth),
            count(wins.joined),
            count(wins.lost),
        ]
    })
    .collect()
}

fn customers(key: &str, segment: &SegmentRecord) -> Vec<Vec<String>> {
    let classes = segment.customers.classes().into_iter();
    let there = classes.filter(|(_, class)| class.active.before + class.joined > 0);
    there
        .map(|(name, class)| {
            vec![
                format!("{key} {name}"),
                count(class.active.before),
                count(class.joined),
                count(class.churned),
                count(class.active.after),
                count(class.orders),
                money(class.worth),
            ]
        })
        .collect()
}

fn sent(key: &str, segment: &SegmentRecord) -> Vec<Vec<String>> {
    let customers = &segment.customers;
    if customers.referral_leads + customers.induced == 0 {
        return Vec::new();
    }
    vec![vec![key.to_owned(), count(customers.referral_leads), count(customers.induced)]]
}

fn bookings(key: &str, segment: &SegmentRecord) -> Vec<Vec<String>> {
    let kinds = segment.bookings.named().into_iter().filter(|(_, amount)| *amount > 0.0);
    kinds.map(|(kind, amount)| vec![format!("{key} {kind}"), money(amount)]).collect()
}
