//! Where a backtest missed, and why: a sentence a day, and the parts of each miss.

use super::grid::Page;
use crate::figure::{count, fixed, rate};
use crate::hindsight::{Against, Backtest, Month, Origin};
use crate::language::{Cause, Language, Miss};

/// The band that a miss lies outside of, in percent.
const BAND: u8 = 80;

/// Writes the part of the page.
pub fn write(backtest: &Backtest, page: &mut Page) {
    let words = &page.words().hindsight;
    page.section(words.why);
    for origin in &backtest.origins {
        page.text(&sentence(origin, backtest.of_leads, page.language()));
    }
    let missed: Vec<&Origin> =
        backtest.origins.iter().filter(|origin| !origin.total.holds(BAND)).collect();
    if missed.is_empty() {
        return;
    }
    let header: Vec<String> =
        std::iter::once("").chain(words.why_columns).map(str::to_owned).collect();
    let mut rows = Vec::new();
    for origin in missed {
        let mut heading = vec![String::new(); header.len()];
        heading[0] = (page.words().fit.known_until)(&origin.until);
        rows.push(heading);
        rows.extend(parts(origin, backtest.of_leads, page.language()));
    }
    page.text("");
    page.table(1, header, rows);
    page.aside(words.why_note);
}

fn sentence(origin: &Origin, leads: bool, language: Language) -> String {
    let words = &language.words().hindsight;
    if !origin.total.holds(BAND) {
        let more = origin.total.won > origin.total.mean;
        let (cause, _) = origin.why.most();
        let [happened, foretold] = compared(origin, cause, language);
        let miss = Miss { leads, more, cause, happened: &happened, foretold: &foretold };
        return (words.missed)(&origin.until, &miss);
    }
    let off = |month: &Month| {
        let foretold = &month.deals.foretold;
        let more = foretold.won - foretold.mean;
        let told = || (words.month_off)(&month.month, more > 0.0, &fixed(more.abs(), 0));
        (!foretold.holds(BAND)).then(told)
    };
    let off: Vec<String> = origin.months.iter().filter_map(off).collect();
    if off.is_empty() {
        (words.as_foretold)(&origin.until)
    } else {
        (words.months_off)(&origin.until, &off)
    }
}

/// A part as it was and as it was foretold: cases, or a share of them.
fn compared(origin: &Origin, cause: Cause, language: Language) -> [String; 2] {
    let why = &origin.why;
    let share = |deals: Against, cases: f64| {
        [deals.happened, deals.foretold].map(|deals| rate(language, deals / cases.max(1.0)))
    };
    match cause {
        Cause::Arrivals => {
            [why.cases.happened, why.cases.foretold].map(|cases| count(cases.round() as usize))
        }
        Cause::ShareOfNew => share(why.of_new_by_now, why.cases.happened),
        Cause::ShareOfOpen => share(why.of_open_by_now, origin.open as f64),
        Cause::Timing => [String::new(), String::new()],
    }
}

/// The parts of a miss, in the order of the rows' names.
fn parts(origin: &Origin, leads: bool, language: Language) -> Vec<Vec<String>> {
    let names = (language.words().hindsight.why_rows)(leads);
    let signed = |deals: f64| {
        let number = fixed(deals, 0);
        if deals >= 0.5 { format!("+{number}") } else { number }
    };
    let part = |(name, (cause, deals)): (&&str, (Cause, f64))| {
        let [happened, foretold] = compared(origin, cause, language);
        vec![format!("  {name}"), happened, foretold, signed(deals)]
    };
    let mut rows: Vec<Vec<String>> = names.iter().zip(origin.why.parts()).map(part).collect();
    let [won, mean] = [origin.total.won, origin.total.mean].map(|deals| fixed(deals, 0));
    rows.push(vec![
        format!("  {}", names[4]),
        won,
        mean,
        signed(origin.total.won - origin.total.mean),
    ]);
    rows
}
