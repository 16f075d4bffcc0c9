//! Months foretold from earlier days, and what happened: a small picture a day, and
//! one more of bookings where they are on record and there is room.

use super::axis::Axis;
use super::calendar::{months, paint_box, paint_dot};
use super::cells::Cells;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{self, About, Head, Sheet};
use super::signs::{self, Sign};
use super::style::{FITTED, INK, LOSS, MUTED};
use super::{Options, Picture};
use crate::figure::count;
use crate::hindsight::{Backtest, Foretold, Month, Naive, Origin};
use crate::language::Language;
use crate::records::Day;

/// Small pictures at most; of more days the latest are shown.
const MOST: usize = 9;
/// Days at most of which bookings are shown too.
const BOTH: usize = 3;
/// Bands with their opacities, the widest first.
const BANDS: [(u8, f64); 3] = [(90, 0.14), (80, 0.26), (50, 0.45)];

/// The picture.
pub fn picture(backtest: &Backtest, options: &Options) -> Picture {
    let words = options.language.words();
    let panels = panels(backtest, options.language);
    let has_bookings = panels.iter().any(|panel| panel.is_money);
    let head = Head {
        name: "backtest".to_owned(),
        title: (words.fit.backtest_title)(backtest.deals.verdict.foresight()),
        subtitle: if has_bookings {
            words.hindsight.subtitle_with_bookings.to_owned()
        } else {
            words.fit.backtest_subtitle.to_owned()
        },
    };
    sheet::page(About::backtest(backtest, options.language), options, &head, |sheet| {
        paint(sheet, &panels);
    })
}

/// Deals or bookings foretold from a day.
struct Panel<'a> {
    is_money: bool,
    name: String,
    origin: &'a Origin,
    months: Vec<&'a Foretold>,
    naive: Naive,
}

fn panels(backtest: &Backtest, language: Language) -> Vec<Panel<'_>> {
    let shown = &backtest.origins[backtest.origins.len().saturating_sub(MOST)..];
    let until = |origin: &Origin| (language.words().fit.known_until)(&origin.until);
    let words = &language.words().hindsight;
    let both = backtest.bookings.is_some() && shown.len() <= BOTH;
    let deals = |origin: &Origin| {
        if both { (words.panel_deals)(&until(origin)) } else { until(origin) }
    };
    let mut panels: Vec<Panel> = shown
        .iter()
        .map(|origin| Panel {
            is_money: false,
            name: deals(origin),
            origin,
            months: origin.months.iter().map(|month| &month.deals.foretold).collect(),
            naive: origin.naive,
        })
        .collect();
    if both {
        let currency = backtest.currency.as_deref().unwrap_or_default();
        let foretold = |month: &'_ Month| month.bookings.is_some();
        let bookings = shown.iter().filter(|origin| origin.months.iter().all(foretold));
        panels.extend(bookings.filter_map(|origin| {
            let months = origin.months.iter().filter_map(|month| month.bookings.as_ref());
            Some(Panel {
                is_money: true,
                name: (words.panel_bookings)(&until(origin), currency),
                origin,
                months: months.map(|told| &told.foretold).collect(),
                naive: origin.naive_bookings?,
            })
        }));
    }
    panels
}

fn paint(sheet: &Sheet, panels: &[Panel]) {
    let (words, body, style) = (&sheet.language().words().fit, sheet.body, sheet.style);
    let entries = [
        (Sign::Dot, INK, words.happened),
        (Sign::Band(0.45), FITTED, words.bands[0]),
        (Sign::Band(0.26), FITTED, words.bands[1]),
        (Sign::Band(0.14), FITTED, words.bands[2]),
        (Sign::Dashes, MUTED, words.last_month),
        (Sign::Dashes, LOSS, words.same_share),
    ];
    let signs = signs::write(sheet, &entries, (body.left, body.top), body.width());
    let field = Area { top: body.top + signs + 0.6 * style.axis, ..body };
    let cells = Cells::new(sheet, field, panels.len());
    let most = panels.iter().map(|panel| panel.months.len()).max().unwrap_or(1);
    let top = |is_money: bool| {
        let own = panels.iter().filter(|panel| panel.is_money == is_money);
        let months = own.flat_map(|panel| &panel.months);
        months.map(|month| month.p95.max(month.won)).fold(1.0, f64::max)
    };
    let tops = [top(false), top(true)];
    for (place, panel) in panels.iter().enumerate() {
        let origin = panel.origin;
        let numbers = [origin.cases, origin.won, origin.open].map(|number| count(number as usize));
        let note = (words.known_then)(&numbers[0], &numbers[1], &numbers[2]);
        let area = cells.head(sheet, place, &panel.name, &note);
        let top = tops[usize::from(panel.is_money)];
        paint_panel(sheet, panel, &area, (top, most), cells.axis);
    }
}

fn paint_panel(sheet: &Sheet, panel: &Panel, area: &Area, (top, most): (f64, usize), letters: f64) {
    let measure = sheet.measure(letters, false);
    let y = Axis::amounts(sheet.language(), 0.0, 1.06 * top, 5);
    let area =
        Area { left: area.left + y.label_width(&measure) + 10.0 * sheet.style.unit, ..*area };
    let x = months(first(panel.origin), most, area.width(), &measure);
    let mut plot = Plot::new(sheet, area, x, y);
    plot.letters = letters;
    plot.axes();
    for (place, month) in (0_u32..).map(f64::from).zip(&panel.months) {
        paint_box(sheet, &plot, place, month, &BANDS, FITTED);
        for (value, colour) in [(panel.naive.last_month, MUTED), (panel.naive.same_share, LOSS)] {
            let value = value.min(1.06 * top);
            let (from, to) = (plot.at(place - 0.46, value), plot.at(place + 0.46, value));
            sheet.dashes(from, to, colour, 0.6 * sheet.style.line);
        }
        paint_dot(sheet, &plot, place, month.won, INK);
    }
}

/// The first month foretold, as [`Day::month`] counts.
fn first(origin: &Origin) -> i32 {
    let parts = origin.until.split_once('-');
    let known =
        parts.and_then(|(year, month)| Day::from_civil(year.parse().ok()?, month.parse().ok()?, 1));
    known.map_or(0, |day| day.month() + 1)
}
