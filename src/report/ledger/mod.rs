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
use crate::study::Metric;
use crate::study::ledger::{Ledger, Period};

/// The ledger as a page of `width` columns (at least 40), with ANSI escapes for
/// what is bold or coloured.
#[must_use]
pub fn page(ledger: &Ledger, width: usize) -> String {
    let mut page = Page::new(width);
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
    page.headline(&format!("Run {} of {}, seed {}", ledger.run, ledger.scenario, ledger.seed));
    let currency = match ledger.currency.as_str() {
        "" => "no currency",
        currency => currency,
    };
    page.text(&format!(
        "{}: {} months counted after a warm-up of {}, {} steps a month, {currency}. Month 1 is the \
         first counted one.",
        ledger.file, ledger.horizon_months, ledger.warm_up_months, ledger.steps_per_month,
    ));
    page.text(
        "What happens (units, hours, money) is added up over a month. What is (seats, what waits, \
         mixes, lift, price effect, chances) is that of its last step. Rows in which nothing \
         happened and nothing waits are left out.",
    );
    page.text(
        "Hours are new where units reached their queue, asked by all that waits. Credit is work \
         already done on the next unit. A chance beside a queue is that of a yes, before the \
         hand-off; lost at the hand-off is what was a yes and got lost where the work changed hands.",
    );
}

fn factors(ledger: &Ledger, page: &mut Page) {
    let row = |(path, value): (&String, &f64)| vec![path.clone(), digits(*value)];
    let telling = |(_, value): &(&String, &f64)| **value != 0.0 && (**value - 1.0).abs() > 0.0;
    page.section("Factors");
    table(page, 1, &["drawn in this run", "value"], ledger.drawn.iter().map(row).collect());
    let known = ledger.known.iter().filter(telling).map(row);
    table(page, 1, &["known, without those that are 0 or 1", "value"], known.collect());
}

fn overview(ledger: &Ledger, page: &mut Page) {
    page.section("Months");
    let header =
        ["month", "demand", "leads", "opportunities", "wins", "customers", "booked", "cost"];
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
    page.table(1, words(&header), ledger.months.iter().map(row).collect());
    page.aside(
        "Leads: arrived through inbound, worked through outbound channels. Wins: first deals of \
         these. Cost: people and hiring.",
    );
}

fn period(ledger: &Ledger, period: &Period, page: &mut Page) {
    let step = period
        .step
        .map_or(String::new(), |step| format!(", step {step} of {}", ledger.steps_per_month));
    let warm_up = if period.month < 1 { ", in the warm-up" } else { "" };
    let demand = fixed(period.demand, 6);
    page.section(&format!("Month {}{step}{warm_up}: demand index {demand}", period.month));
    people::write(period, page);
    for (key, segment) in &period.segments {
        page.section(&format!("Month {}{step}: segment {key}", period.month));
        hours::write(segment, page);
        queues::write(segment, page);
        customers::write(segment, page);
    }
}

/// A table after a free line; none where it has no row.
fn table(page: &mut Page, labels: usize, header: &[&str], rows: Vec<Vec<String>>) {
    if !rows.is_empty() {
        page.text("");
        page.table(labels, words(header), rows);
    }
}

fn totals(ledger: &Ledger, page: &mut Page) {
    page.section(&format!(
        "Months 1 to {}: the row of run {} in --runs-csv",
        ledger.horizon_months, ledger.run
    ));
    let row = |metric: Metric| {
        let value = ledger.totals[metric.name()];
        let text = if metric.is_money() { money(value) } else { fixed(value, 0) };
        vec![metric.name().to_owned(), text]
    };
    page.table(1, words(&["metric", "total"]), Metric::ALL.map(row).into());
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

fn words(header: &[&str]) -> Vec<String> {
    header.iter().map(|&word| word.to_owned()).collect()
}

/// Where opportunities came from, in words.
fn source(channel: Option<&str>) -> &str {
    channel.unwrap_or("(tracking)")
}
