//! A fit for people: each figure with its interval and how it was found, then what
//! the records cannot tell.

use super::grid::Page;
use crate::figure::{count, fixed, rate, short};
use crate::fit::scenario::{self as scenario_words, Words};
use crate::fit::{Figure, Fitted, Kind};
use crate::language::{FitTable, Language, Pace};
use crate::records::{Records, words as record_words};

/// What was fitted, and to what.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// Every figure.
    pub fitted: &'a Fitted,
    /// What they were made from.
    pub records: &'a Records,
}

/// How a figure is written.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// A share.
    Share,
    /// A number that may be large.
    Amount,
    /// A small number.
    Small,
}

/// The words of comments about figures.
fn how(language: Language) -> &'static Words {
    match language {
        Language::English => &scenario_words::EN,
        Language::Chinese => &scenario_words::ZH,
    }
}

/// The words about files.
fn files(language: Language) -> &'static record_words::Words {
    match language {
        Language::English => &record_words::EN,
        Language::Chinese => &record_words::ZH,
    }
}

/// The result as a page of `width` columns: figures, what is not told, oddities,
/// what was `wrote`, and what is `next`.
#[must_use]
pub fn table(told: &Told, ends: &[String], language: Language, width: usize) -> String {
    let mut page = Page::new(language, width);
    page.headline(&head(told.fitted, language));
    figures(told, &mut page);
    untold(told, &mut page);
    notes(told, &mut page);
    oddities(told.records, &mut page);
    page.text("");
    ends.iter().for_each(|line| page.text(line));
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

/// Every figure that the records tell.
pub(super) fn figures(told: &Told, page: &mut Page) {
    let words = &page.words().fit.table;
    let mut rows = Rows { language: page.language(), rows: Vec::new() };
    funnel(&mut rows, told.fitted, words);
    money(&mut rows, told.fitted, words);
    people(&mut rows, told.fitted, words);
    let header = words.columns.map(str::to_owned).to_vec();
    page.text("");
    page.table(2, header, rows.rows);
}

/// Rows of figures.
struct Rows {
    language: Language,
    rows: Vec<Vec<String>>,
}

impl Rows {
    /// A heading with the figures below it, as far as they are measured; nothing
    /// where none is.
    fn group(&mut self, heading: &str, figures: &[(String, &Figure, Form)]) {
        let measured: Vec<_> = figures.iter().filter(|(_, figure, _)| figure.is_measured()).collect();
        if measured.is_empty() {
            return;
        }
        let mut row = vec![String::new(); 5];
        heading.clone_into(&mut row[0]);
        self.rows.push(row);
        for (name, figure, form) in measured {
            let row = self.row(name, figure, *form);
            self.rows.push(row);
        }
    }

    fn row(&self, name: &str, figure: &Figure, form: Form) -> Vec<String> {
        let write = |value: f64| self.number(value, form);
        let interval = if figure.is_known() {
            String::new()
        } else {
            (self.language.words().units.range)(&write(figure.low), &write(figure.high))
        };
        let number = if figure.count > 0.0 { count(figure.count as usize) } else { String::new() };
        let method = (how(self.language).method)(figure.method).to_owned();
        vec![format!("  {name}"), method, write(figure.value), interval, number]
    }

    fn number(&self, value: f64, form: Form) -> String {
        match form {
            Form::Share => rate(self.language, value),
            Form::Amount if value < 1e4 => fixed(value, 0),
            Form::Amount => short(self.language, value),
            Form::Small => fixed(value, 2),
        }
    }
}

fn funnel(rows: &mut Rows, fitted: &Fitted, words: &FitTable) {
    let channel = rows.language.words().fit.channel;
    let all = rows.language.words().fit.all_channels;
    let several = fitted.channels.len() > 1;
    let by = |overall: Option<&'_ Figure>, of: fn(&crate::fit::Channel) -> &Figure, form: Form| {
        let mut figures: Vec<(String, Figure, Form)> = Vec::new();
        figures.extend(overall.map(|figure| (all.to_owned(), figure.clone(), form)));
        if several || overall.is_none() {
            let each = fitted.channels.iter();
            figures.extend(each.map(|one| (channel(&one.name).to_owned(), of(one).clone(), form)));
        }
        figures
    };
    let arrivals = by(Some(&fitted.market.level), |one| &one.arrivals, Form::Amount);
    rows.owned((words.arrivals)(fitted.of_leads), &arrivals);
    if fitted.qualifying.is_some() {
        rows.owned(words.qualified, &by(None, |one| &one.qualify, Form::Share));
    }
    let won = by(Some(&fitted.conversion), |one| &one.conversion, Form::Share);
    rows.owned((words.ever_won)(fitted.of_leads), &won);
    let kinds = fitted.kinds.iter().enumerate();
    let times = kinds.flat_map(|(place, kind)| time(fitted, place, kind, words));
    rows.group(words.time, &times.collect::<Vec<_>>());
}

impl Rows {
    fn owned(&mut self, heading: &str, figures: &[(String, Figure, Form)]) {
        let borrowed: Vec<_> =
            figures.iter().map(|(name, figure, form)| (name.clone(), figure, *form)).collect();
        self.group(heading, &borrowed);
    }
}

fn time<'a>(
    fitted: &Fitted,
    place: usize,
    kind: &'a Kind,
    words: &FitTable,
) -> Vec<(String, &'a Figure, Form)> {
    let pace = match (fitted.kinds.len(), place) {
        (1, _) => Pace::All,
        (_, 0) => Pace::Prompt,
        _ => Pace::Late,
    };
    let mut figures = Vec::new();
    if pace != Pace::All {
        figures.push(((words.share_of)(pace).to_owned(), &kind.share, Form::Share));
    }
    figures.push(((words.pass_of)(pace).to_owned(), &kind.pass, Form::Share));
    figures.push(((words.wait_of)(pace, kind.chain), &kind.wait, Form::Small));
    figures
}

fn money(rows: &mut Rows, fitted: &Fitted, words: &FitTable) {
    let (market, customers) = (&fitted.market, &fitted.customers);
    let name = str::to_owned;
    rows.group(
        words.deals,
        &[
            (name(words.price), &fitted.price, Form::Amount),
            (name(words.spread), &fitted.spread, Form::Small),
        ],
    );
    rows.group(
        words.market,
        &[
            (name(words.drift), &market.drift, Form::Share),
            (name(words.volatility), &market.volatility, Form::Share),
            (name(words.persistence), &market.persistence, Form::Small),
        ],
    );
    rows.group(
        words.customers,
        &[
            (name(words.active), &customers.initial, Form::Amount),
            (name(words.churn), &customers.churn, Form::Share),
            (name(words.orders), &customers.orders, Form::Small),
            (name(words.order_value), &customers.order_value, Form::Small),
        ],
    );
}

fn people(rows: &mut Rows, fitted: &Fitted, words: &FitTable) {
    let mut figures = Vec::new();
    for role in &fitted.roles {
        let seats = Figure::known(role.headcount as f64, crate::fit::Method::Counted);
        figures.push(((words.headcount)(&role.name), seats, Form::Amount));
        figures.push(((words.attrition)(&role.name), role.attrition.clone(), Form::Share));
        let told = [(words.hours, &role.hours), (words.annual_cost, &role.annual_cost)];
        for (name, figure) in told {
            figures.extend(figure.clone().map(|figure| (name(&role.name), figure, Form::Amount)));
        }
    }
    rows.owned(words.people, &figures);
}

/// What the records cannot tell.
pub(super) fn untold(told: &Told, page: &mut Page) {
    let words = &page.words().fit.table;
    let (fitted, market, customers) =
        (told.fitted, &told.fitted.market, &told.fitted.customers);
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
        items.push(words.people);
    }
    page.section(words.untold);
    page.text(&(words.untold_list)(&items));
}

/// What should be known before the figures are used.
pub(super) fn notes(told: &Told, page: &mut Page) {
    let words = how(page.language());
    for warning in &told.fitted.warnings {
        page.notice(&(words.warning)(warning));
    }
}

/// Everything odd in the files.
pub(super) fn oddities(records: &Records, page: &mut Page) {
    let (words, say) = (&page.words().fit.table, files(page.language()));
    if records.findings.is_empty() {
        page.section(words.no_oddities);
        return;
    }
    page.section(words.oddities);
    records.findings.iter().for_each(|finding| page.text(&(say.finding)(finding)));
}

/// How the files were read, and what was taken for what.
pub(super) fn how_read(records: &Records, page: &mut Page) {
    let (words, say) = (&page.words().fit.table, files(page.language()));
    page.section(words.read);
    records.files.iter().for_each(|file| page.text(&(say.file)(file)));
    page.section(words.taken);
    records.taken.iter().for_each(|taken| page.text(&(say.taken)(taken)));
}
