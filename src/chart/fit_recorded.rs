//! Deals by month: as recorded, and as the fitted law gives for the cases that came.

use super::axis::Axis;
use super::calendar::{months, paint_box, paint_dot};
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{self, About, Head, Look, Sheet};
use super::signs::{self, Sign};
use super::style::{FITTED, INK, MUTED};
use super::{Options, Picture};
use crate::hindsight::Review;

/// The picture.
pub fn picture(review: &Review, options: &Options) -> Picture {
    let words = &options.language.words().fit;
    let (inside, of) = review.held();
    let head = Head {
        name: "fit-recorded".to_owned(),
        title: (words.recorded_title)(inside, of),
        subtitle: (words.recorded_subtitle)(review.of_leads),
    };
    sheet::page(About::review(review, options.language), options, &head, |sheet| {
        paint(sheet, review);
    })
}

fn paint(sheet: &Sheet, review: &Review) {
    let (words, style, body) = (&sheet.language().words().fit, sheet.style, sheet.body);
    let wins = &review.wins;
    let tops = wins.months.iter().map(|month| month.p90.max(month.won));
    let y = Axis::amounts(sheet.language(), 0.0, 1.06 * tops.fold(1.0, f64::max), 7);
    let measure = sheet.measure(style.axis, false);
    let entries = [
        (Sign::Dot, INK, words.recorded),
        (Sign::Band(0.25), FITTED, words.band_80),
        (Sign::Line, FITTED, words.median),
    ];
    let signs = signs::write(sheet, &entries, (body.left, body.top), body.width());
    let small = Look::new(0.9 * style.axis, MUTED);
    sheet.text(words.deals_a_month, (body.left, body.top + signs + 1.1 * small.size), small);
    let area = Area {
        left: body.left + y.label_width(&measure) + 14.0 * style.unit,
        top: body.top + signs + 2.2 * style.axis,
        right: body.right,
        bottom: body.bottom - 1.2 * style.axis,
    };
    let x = months(wins.first, wins.months.len(), area.width(), &measure);
    let mut plot = Plot::new(sheet, area, x, y);
    plot.axes();
    for (place, month) in (0_u32..).map(f64::from).zip(&wins.months) {
        paint_box(sheet, &plot, place, month, &[(80, 0.25)], FITTED);
        paint_dot(sheet, &plot, place, month.won, INK);
    }
}
