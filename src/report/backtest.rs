//! A backtest for people: the verdict, then month by month.

use super::grid::Page;
use crate::figure::{count, fixed};
use crate::hindsight::{Backtest, Foretold, Naive, Origin, Verdict};
use crate::language::Language;

/// The result as a page of `width` columns.
#[must_use]
pub fn table(backtest: &Backtest, language: Language, width: usize) -> String {
    let mut page = Page::new(language, width);
    verdict(backtest, &mut page);
    months(backtest, &mut page);
    coverage(backtest, &mut page);
    scores(backtest, &mut page);
    let how = &page.words().fit.backtest.how;
    let how = how(&count(backtest.runs as usize), backtest.seed);
    page.text("");
    page.aside(&how);
    page.finish()
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
    let rival = backtest.rival();
    let months = backtest.coverage.first().map_or(0, |one| one.of);
    let [model, naive] = [backtest.scores[0].loss.crps, rival.loss.crps].map(|loss| fixed(loss, 1));
    let foresight = backtest.verdict.foresight();
    let rival = name(rival.forecast, page);
    page.headline(&(words.verdict)(foresight, months, &model, &naive, rival));
    if backtest.verdict == Verdict::NoDeal {
        return;
    }
    let error = backtest.gain_se.map(|error| fixed(error, 1));
    page.text(&(words.gain)(&fixed(backtest.gain, 1), error.as_deref()));
}

fn months(backtest: &Backtest, page: &mut Page) {
    let words = &page.words().fit.backtest;
    page.section(words.months);
    let mut header = vec![String::new()];
    header.extend(words.columns.map(str::to_owned));
    let mut rows = Vec::new();
    for origin in &backtest.origins {
        let mut heading = vec![String::new(); header.len()];
        heading[0] = (page.words().fit.known_until)(&origin.until);
        rows.push(heading);
        rows.extend(months_of(origin, page));
    }
    page.table(1, header, rows);
}

fn months_of(origin: &Origin, page: &Page) -> Vec<Vec<String>> {
    let words = &page.words().fit.backtest;
    let row = |name: &str, deals: &Foretold, naive: Naive| {
        let band = |percent: u8| {
            let (low, high) = deals.band(percent);
            (page.words().units.range)(&fixed(low, 0), &fixed(high, 0))
        };
        let [last, share] = [naive.last_month, naive.same_share].map(|number| fixed(number, 0));
        let [won, mean] = [deals.won, deals.mean].map(|number| fixed(number, 0));
        vec![format!("  {name}"), won, mean, band(80), band(90), last, share]
    };
    let each = origin.months.iter().map(|month| row(&month.month, &month.deals, origin.naive));
    let mut rows: Vec<_> = each.collect();
    if rows.len() > 1 {
        let times = rows.len() as f64;
        let all = Naive {
            last_month: times * origin.naive.last_month,
            same_share: times * origin.naive.same_share,
        };
        rows.push(row(words.all_months, &origin.total, all));
    }
    rows
}

fn coverage(backtest: &Backtest, page: &mut Page) {
    let words = &page.words().fit.backtest;
    page.section(words.coverage);
    let mut header = vec![String::new()];
    header.extend(words.coverage_columns.map(str::to_owned));
    let row = |one: &crate::hindsight::Coverage| {
        let expected = one.of as f64 * f64::from(one.band) / 100.0;
        let held = (words.held)(one.held, one.of);
        vec![(words.band)(one.band), held, fixed(expected, 1)]
    };
    let rows = backtest.coverage.iter().map(row).collect();
    page.table(1, header, rows);
}

fn scores(backtest: &Backtest, page: &mut Page) {
    let words = &page.words().fit.backtest;
    page.section(words.scores);
    let mut header = vec![String::new()];
    header.extend(words.score_columns.map(str::to_owned));
    let rows = backtest.scores.iter().map(|score| {
        let [crps, pinball] = [score.loss.crps, score.loss.pinball].map(|loss| fixed(loss, 1));
        vec![name(score.forecast, page).to_owned(), crps, pinball]
    });
    let rows = rows.collect();
    page.table(1, header, rows);
}
