//! A backtest for people: the verdict, then month by month, then why.

use super::grid::Page;
use super::missed;
use crate::figure::{count, fixed, short};
use crate::hindsight::{Backtest, Foretold, Month, Naive, Origin, Scored, Told, Verdict};
use crate::language::Language;

/// The result as a page of `width` columns.
#[must_use]
pub fn table(backtest: &Backtest, language: Language, width: usize) -> String {
    let mut page = Page::new(language, width);
    let words = language.words();
    verdict(backtest, &mut page);
    let deals = Shown::deals();
    months(backtest, &deals, words.fit.backtest.months, &mut page);
    missed::write(backtest, &mut page);
    let currency = backtest.currency.as_deref().unwrap_or_default();
    if backtest.bookings.is_some() {
        let title = (words.hindsight.bookings)(currency);
        months(backtest, &Shown::bookings(language), &title, &mut page);
    }
    coverage(backtest, &mut page);
    scores(&backtest.deals, &deals, words.fit.backtest.scores, &mut page);
    if let Some(bookings) = &backtest.bookings {
        let title = (words.hindsight.bookings_scores)(currency);
        scores(bookings, &Shown::bookings(language), &title, &mut page);
    }
    let how = (words.fit.backtest.how)(&count(backtest.runs as usize), backtest.seed);
    page.text("");
    page.aside(&how);
    page.finish()
}

/// Deals or bookings, and how their numbers are written.
struct Shown {
    happened: fn(&Language) -> &'static str,
    told: fn(&Month) -> Option<&Told>,
    total: fn(&Origin) -> Option<&Foretold>,
    naive: fn(&Origin) -> Option<Naive>,
    /// Bands that there is room for.
    bands: &'static [u8],
    number: Box<dyn Fn(f64) -> String>,
    loss: Box<dyn Fn(f64) -> String>,
}

impl Shown {
    fn deals() -> Self {
        Self {
            happened: |language| language.words().fit.backtest.columns[0],
            told: |month| Some(&month.deals),
            total: |origin| Some(&origin.total),
            naive: |origin| Some(origin.naive),
            bands: &[80, 90],
            number: Box::new(|number| fixed(number, 0)),
            loss: Box::new(|loss| fixed(loss, 1)),
        }
    }

    fn bookings(language: Language) -> Self {
        Self {
            happened: |language| language.words().hindsight.booked,
            told: |month| month.bookings.as_ref(),
            total: |origin| origin.total_bookings.as_ref(),
            naive: |origin| origin.naive_bookings,
            bands: &[80],
            number: Box::new(move |number| short(language, number)),
            loss: Box::new(move |loss| short(language, loss)),
        }
    }
}

fn name(forecast: &str, page: &Page) -> &'static str {
    let words = &page.words().fit;
    match forecast {
        "last_month" => words.last_month,
        "same_share" => words.same_share,
        _ => words.backtest.model,
    }
}

fn verdict(backtest: &Backtest, page: &mut Page) {
    let words = &page.words().fit.backtest;
    let deals = &backtest.deals;
    let rival = deals.rival();
    let months = deals.coverage.first().map_or(0, |one| one.of);
    let [model, naive] = [deals.scores[0].loss.crps, rival.loss.crps].map(|loss| fixed(loss, 1));
    let name_of_rival = name(rival.forecast, page);
    let foresight = deals.verdict.foresight();
    page.headline(&(words.verdict)(foresight, months, &model, &naive, name_of_rival));
    if deals.verdict == Verdict::NoDeal {
        return;
    }
    let error = deals.gain_se.map(|error| fixed(error, 1));
    page.text(&(words.gain)(&fixed(deals.gain, 1), error.as_deref()));
    let hindsight = &page.words().hindsight;
    if let Some(bookings) = &backtest.bookings {
        let rival = bookings.rival();
        let [model, naive] = [&bookings.scores[0], rival]
            .map(|score| short(page.language(), score.loss.crps))
            .map(|loss| {
                let currency = backtest.currency.as_deref().unwrap_or_default();
                (page.words().units.money)(&loss, currency)
            });
        let name = name(rival.forecast, page);
        let foresight = bookings.verdict.foresight();
        page.text(&(hindsight.bookings_verdict)(foresight, &model, &naive, name));
    }
    if backtest.origins.len() == 1 && months > 1 {
        page.text(hindsight.one_day);
    }
}

fn months(backtest: &Backtest, shown: &Shown, title: &str, page: &mut Page) {
    let words = &page.words().fit.backtest;
    page.section(title);
    let mut header = vec![String::new(), (shown.happened)(&page.language()).to_owned()];
    let [_, mean, of_80, of_90, last, share] = words.columns;
    let bands = shown.bands.iter().map(|band| if *band == 80 { of_80 } else { of_90 });
    let further = std::iter::once(mean).chain(bands).chain([last, share]);
    header.extend(further.map(str::to_owned));
    let mut rows = Vec::new();
    for origin in &backtest.origins {
        let mut heading = vec![String::new(); header.len()];
        heading[0] = (page.words().fit.known_until)(&origin.until);
        rows.push(heading);
        rows.extend(months_of(origin, shown, page));
    }
    page.table(1, header, rows);
}

fn months_of(origin: &Origin, shown: &Shown, page: &Page) -> Vec<Vec<String>> {
    let words = &page.words().fit.backtest;
    let Some(naive) = (shown.naive)(origin) else { return Vec::new() };
    let row = |name: &str, foretold: &Foretold, naive: Naive| {
        let number = &shown.number;
        let band = |percent: &u8| {
            let (low, high) = foretold.band(*percent);
            (page.words().units.range)(&number(low), &number(high))
        };
        let [last, share] = [naive.last_month, naive.same_share].map(number);
        let [won, mean] = [foretold.won, foretold.mean].map(number);
        let bands = shown.bands.iter().map(band);
        [format!("  {name}"), won, mean].into_iter().chain(bands).chain([last, share]).collect()
    };
    let told = |month: &Month| Some(row(&month.month, &(shown.told)(month)?.foretold, naive));
    let mut rows: Vec<_> = origin.months.iter().filter_map(told).collect();
    if let Some(total) = (shown.total)(origin).filter(|_| rows.len() > 1) {
        let times = rows.len() as f64;
        let all =
            Naive { last_month: times * naive.last_month, same_share: times * naive.same_share };
        rows.push(row(words.all_months, total, all));
    }
    rows
}

fn coverage(backtest: &Backtest, page: &mut Page) {
    let words = &page.words().fit.backtest;
    page.section(words.coverage);
    let all: Vec<&Scored> =
        std::iter::once(&backtest.deals).chain(backtest.bookings.as_ref()).collect();
    let mut header = vec![String::new()];
    if let [_, _] = all[..] {
        header.extend(page.words().hindsight.deals_and_bookings.map(str::to_owned));
    } else {
        header.push(words.coverage_columns[0].to_owned());
    }
    header.push(words.coverage_columns[1].to_owned());
    let row = |place: usize| {
        let one = backtest.deals.coverage[place];
        let held = all.iter().map(|scored| {
            let one = scored.coverage[place];
            (words.held)(one.held, one.of)
        });
        let expected = fixed(one.of as f64 * f64::from(one.band) / 100.0, 1);
        std::iter::once((words.band)(one.band)).chain(held).chain([expected]).collect()
    };
    let rows = (0..backtest.deals.coverage.len()).map(row).collect();
    page.table(1, header, rows);
}

fn scores(scored: &Scored, shown: &Shown, title: &str, page: &mut Page) {
    let words = &page.words().fit.backtest;
    page.section(title);
    let mut header = vec![String::new()];
    header.extend(words.score_columns.map(str::to_owned));
    header.push(page.words().hindsight.absolute.to_owned());
    let rows = scored.scores.iter().map(|score| {
        let losses = [score.loss.crps, score.loss.pinball, score.loss.absolute].map(&shown.loss);
        std::iter::once(name(score.forecast, page).to_owned()).chain(losses).collect()
    });
    let rows = rows.collect();
    page.table(1, header, rows);
}
