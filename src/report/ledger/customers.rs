//! Deals won, customers, and the money booked.

use super::{count, money, source, table};
use crate::language::Ledger;
use crate::report::grid::Page;
use crate::study::ledger::{Bookings, ClassRecord, CustomerRecord, SegmentRecord, Wins};

pub(super) fn write(segment: &SegmentRecord, page: &mut Page) {
    let words = &page.words().ledger;
    let won = segment.wins.iter().filter(|wins| wins.deals > 0).map(|one| wins(one, page));
    table(page, 1, &words.won, won.collect());
    table(page, 1, &words.customers, classes(&segment.customers, words));
    let CustomerRecord { referral_leads, induced, .. } = segment.customers;
    if referral_leads + induced > 0 {
        page.text(&(words.sent)(&count(referral_leads), &count(induced)));
    }
    table(page, 1, &words.booked, bookings(&segment.bookings, words));
}

fn wins(wins: &Wins, page: &Page) -> Vec<String> {
    vec![
        source(wins.channel.as_deref(), page).to_owned(),
        count(wins.deals),
        money(wins.worth),
        count(wins.joined),
        count(wins.lost),
    ]
}

fn classes(customers: &CustomerRecord, words: &Ledger) -> Vec<Vec<String>> {
    let named = words.classes.into_iter().zip(customers.classes());
    let there = named.filter(|(_, (_, class))| class.active.before + class.joined > 0);
    let row = |(name, (_, class)): (&str, (&str, &ClassRecord))| {
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

fn bookings(bookings: &Bookings, words: &Ledger) -> Vec<Vec<String>> {
    let named = words.bookings.into_iter().zip(bookings.amounts());
    let kinds = named.filter(|(_, amount)| *amount > 0.0);
    let mut rows: Vec<Vec<String>> =
        kinds.map(|(kind, amount)| vec![kind.to_owned(), money(amount)]).collect();
    if rows.len() > 1 {
        rows.push(vec![words.in_all.into(), money(bookings.total())]);
    }
    rows
}
