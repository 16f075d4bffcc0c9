//! Months foretold from earlier days, and what happened: a small picture a day.

use super::axis::Axis;
use super::calendar::{months, paint_box, paint_dot};
use super::cells::Cells;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{self, About, Head, Look, Sheet};
use super::signs::{self, Sign};
use super::style::{FITTED, INK, LOSS, MUTED};
use super::{Options, Picture};
use crate::figure::count;
use crate::hindsight::{Backtest, Origin};
use crate::records::Day;

/// Small pictures at most; of more days the latest are shown.
const MOST: usize = 9;
/// Bands with their opacities, the widest first.
const BANDS: [(u8, f64); 3] = [(90, 0.14), (80, 0.26), (50, 0.45)];

/// The picture.
pub fn picture(backtest: &Backtest, options: &Options) -> Picture {
    let words = &options.language.words().fit;
    let head = Head {
        name: "backtest".to_owned(),
        title: (words.backtest_title)(backtest.verdict.foresight()),
        subtitle: words.backtest_subtitle.to_owned(),
    };
    sheet::page(About::backtest(backtest, options.language), options, &head, |sheet| {
        paint(sheet, &backtest.origins);
    })
}

fn paint(sheet: &Sheet, origins: &[Origin]) {
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
    let small = Look::new(0.9 * style.axis, MUTED);
    sheet.text(words.deals_a_month, (body.left, body.top + signs + 0.6 * small.size), small);
    let field = Area { top: body.top + signs + 1.6 * small.size, ..body };
    let shown = &origins[origins.len().saturating_sub(MOST)..];
    let cells = Cells::new(sheet, field, shown.len());
    let top = shown.iter().flat_map(|origin| &origin.months);
    let top = top.map(|month| month.deals.p95.max(month.deals.won)).fold(1.0, f64::max);
    let most = shown.iter().map(|origin| origin.months.len()).max().unwrap_or(1);
    for (place, origin) in shown.iter().enumerate() {
        let name = (words.known_until)(&origin.until);
        let numbers = [origin.cases, origin.won, origin.open].map(|number| count(number as usize));
        let note = (words.known_then)(&numbers[0], &numbers[1], &numbers[2]);
        let area = cells.head(sheet, place, &name, &note);
        paint_origin(sheet, origin, &area, (top, most), cells.axis);
    }
}

fn paint_origin(
    sheet: &Sheet,
    origin: &Origin,
    area: &Area,
    (top, most): (f64, usize),
    letters: f64,
) {
    let measure = sheet.measure(letters, false);
    let y = Axis::amounts(sheet.language(), 0.0, 1.06 * top, 5);
    let area =
        Area { left: area.left + y.label_width(&measure) + 10.0 * sheet.style.unit, ..*area };
    let x = months(first(origin), most, area.width(), &measure);
    let mut plot = Plot::new(sheet, area, x, y);
    plot.letters = letters;
    plot.axes();
    for (place, month) in (0_u32..).map(f64::from).zip(&origin.months) {
        paint_box(sheet, &plot, place, &month.deals, &BANDS, FITTED);
        for (value, colour) in [(origin.naive.last_month, MUTED), (origin.naive.same_share, LOSS)] {
            let value = value.min(1.06 * top);
            let (from, to) = (plot.at(place - 0.46, value), plot.at(place + 0.46, value));
            sheet.dashes(from, to, colour, 0.6 * sheet.style.line);
        }
        paint_dot(sheet, &plot, place, month.deals.won, INK);
    }
}

/// The first month foretold, as [`Day::month`] counts.
fn first(origin: &Origin) -> i32 {
    let parts = origin.until.split_once('-');
    let known =
        parts.and_then(|(year, month)| Day::from_civil(year.parse().ok()?, month.parse().ok()?, 1));
    known.map_or(0, |day| day.month() + 1)
}
