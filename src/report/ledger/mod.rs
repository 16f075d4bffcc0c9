//! The ledger of one run for people: to be followed by hand.
//!
//! Everything that the model multiplies stands here: factors, seats, hours,
//! credit, mixes, chances. What is random is what came of it. Nothing is
//! shortened beyond six digits, and money is shown to the cent; rows in which
//! nothing happened and nothing waits are left out.

mod customers;
mod hours;
mod people;
mod queues;

use super::grid::Page;
use crate::figure::fixed;
use crate::language::Language;
use crate::study::Metric;
use crate::study::ledger::{Ledger, Period};

/// The ledger as a page of `width` columns (at least 40), with ANSI escapes for
/// what is bold or coloured.
#[must_use]
pub fn page(ledger: &Ledger, language: Language, width: usize) -> String {
    let mut page = Page::new(language, width);
    head(ledger, &mut page);
    factors(ledger, &mut page);
    overview(ledger, &mut page);
    let periods = if ledger.steps.is_empty() { &ledger.months } else { &ledger.steps };
    for each in periods {
        period(ledger, each, &mut page);
    }
    totals(ledger, &mut page);
    page.finish()
}

fn head(ledger: &Ledger, page: &mut Page) {
    let words = &page.words().ledger;
    let Ledger { run, scenario, seed, file, currency, .. } = ledger;
    page.headline(&(words.title)(*run, scenario, *seed));
    let Ledger { horizon_months, warm_up_months, steps_per_month, .. } = *ledger;
    page.text(&(words.time)(file, horizon_months, warm_up_months, steps_per_month, currency));
    words.reading.iter().for_each(|paragraph| page.text(paragraph));
}

fn factors(ledger: &Ledger, page: &mut Page) {
    let words = &page.words().ledger;
    let row = |(path, value): (&String, &f64)| vec![path.clone(), digits(*value)];
    let telling = |(_, value): &(&String, &f64)| **value != 0.0 && (**value - 1.0).abs() > 0.0;
    page.section(words.factors);
    table(page, 1, &words.drawn, ledger.drawn.iter().map(row).collect());
    table(page, 1, &words.known, ledger.known.iter().filter(telling).map(row).collect());
}

fn overview(ledger: &Ledger, page: &mut Page) {
    let words = &page.words().ledger;
    page.section(words.months);
    let row = |month: &Period| {
        vec![
            month.month.to_string(),
            fixed(month.demand, 4),
            count(month.leads()),
            count(month.opportunities()),
            count(month.first_wins()),
            count(month.customers()),
            money(month.bookings.total()),
            money(month.cost()),
        ]
    };
    page.table(1, cells(&words.month_columns), ledger.months.iter().map(row).collect());
    page.aside(words.months_note);
}

fn period(ledger: &Ledger, period: &Period, page: &mut Page) {
    let words = &page.words().ledger;
    let step = period.step.map(|step| (step, ledger.steps_per_month));
    let demand = fixed(period.demand, 6);
    page.section(&(words.period)(period.month, step, period.month < 1, &demand));
    people::write(period, page);
    for (key, segment) in &period.segments {
        page.section(&(words.segment)(period.month, step, key));
        hours::write(segment, page);
        queues::write(segment, page);
        customers::write(segment, page);
    }
}

/// A table after a free line; none where it has no row.
fn table(page: &mut Page, labels: usize, header: &[&str], rows: Vec<Vec<String>>) {
    if !rows.is_empty() {
        page.text("");
        page.table(labels, cells(header), rows);
    }
}

fn totals(ledger: &Ledger, page: &mut Page) {
    let words = &page.words().ledger;
    page.section(&(words.totals)(ledger.horizon_months, ledger.run));
    let row = |metric: Metric| {
        let value = ledger.totals[metric.name()];
        let text = if metric.is_money() { money(value) } else { fixed(value, 0) };
        vec![metric.name().to_owned(), text]
    };
    page.table(1, cells(&words.total_columns), Metric::ALL.map(row).into());
}

/// Six digits, more where they stand before the point.
fn digits(value: f64) -> String {
    if value.fract() == 0.0 {
        return fixed(value, 0);
    }
    let leading = value.abs().log10().floor();
    fixed(value, (5.0 - leading).clamp(0.0, 15.0) as usize)
}

/// To the cent.
fn money(amount: f64) -> String {
    fixed(amount, 2)
}

fn count(units: u64) -> String {
    fixed(units as f64, 0)
}

fn cells(header: &[&str]) -> Vec<String> {
    header.iter().map(|&word| word.to_owned()).collect()
}

/// Where opportunities came from, in words.
fn source<'a>(channel: Option<&'a str>, page: &Page) -> &'a str {
    channel.unwrap_or(page.words().ledger.tracking)
}
