//! Cases by month and channel, with what is expected of the months to come.

use super::Options;
use super::Picture;
use super::axis::Axis;
use super::calendar::{level, months};
use super::cells::Cells;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{self, About, Head, Sheet};
use super::signs::{self, Sign};
use super::style::{FITTED, GROUND, IDLE, INK};
use crate::hindsight::{Arrivals, ChannelMonths, Review, month_after};

/// Small pictures at most.
const MOST: usize = 9;
/// Months to come that are shown.
const AHEAD: usize = 6;
/// Months of which less is on record are drawn lighter.
const WHOLE: f64 = 0.95;

/// The picture.
pub fn picture(review: &Review, options: &Options) -> Picture {
    let (words, language) = (&options.language.words().fit, options.language);
    let [low, middle, high] = level(review.arrivals.all.level);
    let channels = review.arrivals.channels.len();
    let seasons = !review.arrivals.seasons.is_empty();
    let mut subtitle = (words.arrivals_subtitle)(review.of_leads, seasons);
    if channels >= MOST {
        subtitle += &(words.channels_shown)(MOST - 1, channels);
    }
    let head = Head {
        name: "fit-arrivals".to_owned(),
        title: (words.arrivals_title)(review.of_leads, &middle, &low, &high),
        subtitle,
    };
    sheet::page(About::review(review, language), options, &head, |sheet| {
        paint(sheet, &review.arrivals);
    })
}

fn paint(sheet: &Sheet, arrivals: &Arrivals) {
    let (words, body) = (&sheet.language().words().fit, sheet.body);
    let entries = [
        (Sign::Band(1.0), INK, words.month_whole),
        (Sign::Band(1.0), IDLE, words.month_part),
        (Sign::Band(0.3), FITTED, words.expected_band),
        (Sign::Line, FITTED, words.expected),
    ];
    let signs = signs::write(sheet, &entries, (body.left, body.top), body.width());
    let field = Area { top: body.top + signs, ..body };
    let shown: Vec<&ChannelMonths> = if arrivals.channels.len() > 1 {
        std::iter::once(&arrivals.all).chain(&arrivals.channels).take(MOST).collect()
    } else {
        vec![&arrivals.all]
    };
    let cells = Cells::new(sheet, field, shown.len());
    for (place, channel) in shown.into_iter().enumerate() {
        let all = place == 0;
        let name = if all { words.all_channels } else { (words.channel)(&channel.name) };
        let [low, middle, high] = level(channel.level);
        let note = (words.expected_a_month)(&middle, &low, &high);
        let area = cells.head(sheet, place, name, &note);
        paint_channel(sheet, arrivals, channel, &area, cells.axis);
    }
}

fn paint_channel(
    sheet: &Sheet,
    arrivals: &Arrivals,
    channel: &ChannelMonths,
    area: &Area,
    letters: f64,
) {
    let measure = sheet.measure(letters, false);
    let ahead: Vec<f64> = (0..AHEAD).map(|month| season(arrivals, month)).collect();
    let top = ahead.iter().map(|season| season * channel.level[2]);
    let top = top.chain(channel.counts.iter().copied()).fold(1.0, f64::max);
    let y = Axis::amounts(sheet.language(), 0.0, 1.06 * top, 5);
    let area =
        Area { left: area.left + y.label_width(&measure) + 10.0 * sheet.style.unit, ..*area };
    let count = channel.counts.len();
    let x = months(arrivals.first, count + AHEAD, area.width(), &measure);
    let mut plot = Plot::new(sheet, area, x, y);
    plot.letters = letters;
    plot.axes();
    for (month, (&number, &seen)) in channel.counts.iter().zip(&arrivals.seen).enumerate() {
        let used = seen >= WHOLE && month_after(arrivals.first, month) >= arrivals.from;
        let colour = if used { INK } else { IDLE };
        bar(sheet, &plot, month, (0.0, number), colour, 1.0);
    }
    for (month, season) in ahead.into_iter().enumerate() {
        let [low, middle, high] = channel.level.map(|level| season * level);
        bar(sheet, &plot, count + month, (low, high), FITTED, 0.3);
        let ends = place(count + month);
        let line = [plot.at(ends.0, middle), plot.at(ends.1, middle)];
        sheet.line(&line, FITTED, 0.6 * sheet.style.line);
    }
}

/// The factor of a month to come, counted from 0 after the last one on record.
fn season(arrivals: &Arrivals, month: usize) -> f64 {
    let after = month_after(arrivals.first, arrivals.all.counts.len() + month);
    let place = usize::try_from(after.rem_euclid(12)).unwrap_or(0);
    arrivals.seasons.get(place).copied().unwrap_or(1.0)
}

fn place(month: usize) -> (f64, f64) {
    let month = f64::from(u32::try_from(month).unwrap_or(u32::MAX));
    (month - 0.4, month + 0.4)
}

fn bar(
    sheet: &Sheet,
    plot: &Plot,
    month: usize,
    (low, high): (f64, f64),
    colour: plotters::style::RGBColor,
    opacity: f64,
) {
    let (from, to) = place(month);
    let ((left, bottom), (right, top)) = (plot.at(from, low), plot.at(to, high));
    let area = Area { left, top, right, bottom };
    sheet.rectangle(&area, GROUND, 1.0);
    sheet.rectangle(&area, colour, opacity);
}
