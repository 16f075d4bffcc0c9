//! A fit for people: each figure with its interval and how it was found, then what
//! the records cannot tell.

mod figures;

use super::grid::Page;
use crate::figure::count;
use crate::fit::Fitted;
use crate::language::Language;
use crate::records::Records;

pub(super) use figures::figures;

/// What was fitted, and to what.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// Every figure.
    pub fitted: &'a Fitted,
    /// What they were made from.
    pub records: &'a Records,
}

/// Channels that a table on a terminal shows; a report shows all.
const CHANNELS: usize = 6;

/// The result as a page of `width` columns: figures, what is not told, oddities,
/// what was `wrote`, and what is `next`.
#[must_use]
pub fn table(told: &Told, ends: &[String], language: Language, width: usize) -> String {
    let mut page = Page::new(language, width);
    page.headline(&head(told.fitted, language));
    figures(told, CHANNELS, &mut page);
    page.section(language.words().fit.table.untold);
    untold(told, &mut page);
    notes(told, &mut page);
    oddities(told.records, &mut page);
    page.text("");
    for line in ends {
        page.text(line);
    }
    page.finish()
}

/// What `--explain` shows: files, columns, and everything odd.
#[must_use]
pub fn explain(records: &Records, language: Language, width: usize) -> String {
    let mut page = Page::new(language, width);
    how_read(records, &mut page);
    oddities(records, &mut page);
    page.finish()
}

/// What it was fitted to, in a sentence.
pub(super) fn head(fitted: &Fitted, language: Language) -> String {
    let words = &language.words().fit.table;
    let (first, last) = fitted.arrived;
    let (cases, won) = (count(fitted.cases as usize), count(fitted.wins as usize));
    let [first, last, by] = [first, last, fitted.last].map(|day| day.to_string());
    (words.head)(fitted.of_leads, &cases, &first, &last, &won, &by)
}

/// What the records cannot tell.
pub(super) fn untold(told: &Told, page: &mut Page) {
    let words = &page.words().fit.table;
    let (fitted, market, customers) = (told.fitted, &told.fitted.market, &told.fitted.customers);
    let mut items: Vec<&str> = words.always_untold.to_vec();
    let each = [
        (words.price, &fitted.price),
        (words.drift, &market.drift),
        (words.volatility, &market.volatility),
        (words.persistence, &market.persistence),
        (words.churn, &customers.churn),
        (words.orders, &customers.orders),
        (words.order_value, &customers.order_value),
    ];
    items.extend(each.iter().filter(|(_, figure)| !figure.is_measured()).map(|(name, _)| *name));
    if fitted.roles.is_empty() {
        items.push(words.team);
    }
    page.text(&(words.untold_list)(&items));
}

/// What should be known before the figures are used.
pub(super) fn notes(told: &Told, page: &mut Page) {
    let words = &page.words().comments;
    for warning in &told.fitted.warnings {
        page.notice(&(words.warning)(warning));
    }
}

/// Everything odd in the files.
pub(super) fn oddities(records: &Records, page: &mut Page) {
    let (words, say) = (&page.words().fit.table, &page.words().records);
    if records.findings.is_empty() {
        page.aside(words.no_oddities);
        return;
    }
    page.section(words.oddities);
    records.findings.iter().for_each(|finding| page.text(&(say.finding)(finding)));
}

/// How the files were read, and what was taken for what.
pub(super) fn how_read(records: &Records, page: &mut Page) {
    let (words, say) = (&page.words().fit.table, &page.words().records);
    page.section(words.read);
    records.files.iter().for_each(|file| page.text(&(say.file)(file)));
    page.section(words.taken);
    records.taken.iter().for_each(|taken| page.text(&(say.taken)(taken)));
}
