//! Every figure with its interval, its records and how it was found.

use super::Told;
use crate::figure::{count, fixed, rate, short};
use crate::fit::{Channel, Figure, Fitted, Kind, Method};
use crate::language::{FitTable, Language, Pace};
use crate::report::grid::Page;

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

/// Every figure that the records tell, of at most so many channels each.
pub(in crate::report) fn figures(told: &Told, channels: usize, page: &mut Page) {
    let words = &page.words().fit.table;
    let mut rows =
        Rows { language: page.language(), channels, methods: Vec::new(), all: Vec::new() };
    funnel(&mut rows, told.fitted, words);
    money(&mut rows, told.fitted, words);
    people(&mut rows, told.fitted, words);
    let header = words.columns.map(str::to_owned).to_vec();
    page.text("");
    let Rows { methods, all, .. } = rows;
    page.table(2, header, all);
    let legend = methods.iter().zip(LETTERS.chars());
    let legend: Vec<String> = legend
        .map(|(method, letter)| format!("{letter} {}", (page.words().comments.method)(*method)))
        .collect();
    page.aside(&(words.found_by)(&legend));
}

/// What stands for a method in the table.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// Rows of figures.
struct Rows {
    language: Language,
    /// Channels that are shown.
    channels: usize,
    /// Methods that were met, in the order of their letters.
    methods: Vec<Method>,
    all: Vec<Vec<String>>,
}

impl Rows {
    /// A heading with the figures below it, as far as they are measured; nothing
    /// where none is.
    fn group(&mut self, heading: &str, figures: &[(String, Figure, Form)]) {
        let measured: Vec<_> =
            figures.iter().filter(|(_, figure, _)| figure.is_measured()).collect();
        if measured.is_empty() {
            return;
        }
        self.text(heading);
        for (name, figure, form) in measured {
            let row = self.row(name, figure, *form);
            self.all.push(row);
        }
    }

    /// A row that holds nothing but a text.
    fn text(&mut self, text: &str) {
        let mut row = vec![String::new(); 5];
        text.clone_into(&mut row[0]);
        self.all.push(row);
    }

    fn row(&mut self, name: &str, figure: &Figure, form: Form) -> Vec<String> {
        let write = |value: f64| number(self.language, value, form);
        let interval = if figure.is_known() {
            String::new()
        } else {
            (self.language.words().units.range)(&write(figure.low), &write(figure.high))
        };
        let (value, number) = (write(figure.value), figure.count);
        let number = if number > 0.0 { count(number as usize) } else { String::new() };
        vec![format!("  {name}"), self.letter(figure.method), value, interval, number]
    }

    /// The letter of a method.
    fn letter(&mut self, method: Method) -> String {
        let known = self.methods.iter().position(|known| *known == method);
        let place = known.unwrap_or_else(|| {
            self.methods.push(method);
            self.methods.len() - 1
        });
        LETTERS.chars().nth(place).map(String::from).unwrap_or_default()
    }
}

fn number(language: Language, value: f64, form: Form) -> String {
    match form {
        Form::Share => rate(language, value),
        Form::Amount if value < 1e5 => fixed(value, 0),
        Form::Amount => short(language, value),
        Form::Small => fixed(value, 2),
    }
}

fn funnel(rows: &mut Rows, fitted: &Fitted, words: &FitTable) {
    let one: fn(&Channel) -> &Figure = |channel| &channel.arrivals;
    let heading = (words.arrivals)(fitted.of_leads);
    by_channel(rows, fitted, heading, Some(&fitted.market.level), one, Form::Amount);
    if fitted.qualifying.is_some() {
        by_channel(rows, fitted, words.qualified, None, |channel| &channel.qualify, Form::Share);
    }
    let heading = (words.ever_won)(fitted.of_leads);
    let one: fn(&Channel) -> &Figure = |channel| &channel.conversion;
    by_channel(rows, fitted, heading, Some(&fitted.conversion), one, Form::Share);
    let kinds = fitted.kinds.iter().enumerate();
    let times = kinds.flat_map(|(place, kind)| time(fitted, place, kind, words));
    rows.group(words.time, &times.collect::<Vec<_>>());
}

/// A figure of all channels together, where there is one, and of each.
fn by_channel(
    rows: &mut Rows,
    fitted: &Fitted,
    heading: &str,
    overall: Option<&Figure>,
    of: fn(&Channel) -> &Figure,
    form: Form,
) {
    let words = &rows.language.words().fit;
    let name = |channel: &Channel| (words.channel)(&channel.name).to_owned();
    let mut figures: Vec<(String, Figure, Form)> = Vec::new();
    figures.extend(overall.map(|figure| (words.all_channels.to_owned(), figure.clone(), form)));
    let channels = &fitted.channels[..fitted.channels.len().min(rows.channels)];
    if fitted.channels.len() > 1 || overall.is_none() {
        figures.extend(channels.iter().map(|one| (name(one), of(one).clone(), form)));
    }
    rows.group(heading, &figures);
    let left = fitted.channels.len() - channels.len();
    if left > 0 {
        rows.text(&(words.table.more_channels)(left));
    }
}

fn time(
    fitted: &Fitted,
    number: usize,
    kind: &Kind,
    words: &FitTable,
) -> Vec<(String, Figure, Form)> {
    let which = match (fitted.kinds.len(), number) {
        (1, _) => Pace::All,
        (_, 0) => Pace::Prompt,
        _ => Pace::Late,
    };
    let mut figures = Vec::new();
    if which != Pace::All {
        figures.push(((words.share_of)(which).to_owned(), kind.share.clone(), Form::Share));
    }
    figures.push(((words.pass_of)(which).to_owned(), kind.pass.clone(), Form::Share));
    figures.push(((words.wait_of)(which, kind.chain), kind.wait.clone(), Form::Small));
    figures
}

fn money(rows: &mut Rows, fitted: &Fitted, words: &FitTable) {
    let (market, customers) = (&fitted.market, &fitted.customers);
    let name = str::to_owned;
    rows.group(
        words.deals,
        &[
            (name(words.price), fitted.price.clone(), Form::Amount),
            (name(words.spread), fitted.spread.clone(), Form::Small),
        ],
    );
    rows.group(
        words.market,
        &[
            (name(words.drift), market.drift.clone(), Form::Share),
            (name(words.volatility), market.volatility.clone(), Form::Share),
            (name(words.persistence), market.persistence.clone(), Form::Small),
        ],
    );
    rows.group(
        words.customers,
        &[
            (name(words.active), customers.initial.clone(), Form::Amount),
            (name(words.churn), customers.churn.clone(), Form::Share),
            (name(words.orders), customers.orders.clone(), Form::Small),
            (name(words.order_value), customers.order_value.clone(), Form::Small),
        ],
    );
}

fn people(rows: &mut Rows, fitted: &Fitted, words: &FitTable) {
    let mut figures = Vec::new();
    for role in &fitted.roles {
        let seats = Figure::known(role.headcount as f64, Method::Counted);
        figures.push(((words.headcount)(&role.name), seats, Form::Amount));
        figures.push(((words.attrition)(&role.name), role.attrition.clone(), Form::Share));
        let told = [(words.hours, &role.hours), (words.annual_cost, &role.annual_cost)];
        for (name, figure) in told {
            figures.extend(figure.clone().map(|figure| (name(&role.name), figure, Form::Amount)));
        }
    }
    rows.group(words.people, &figures);
}
