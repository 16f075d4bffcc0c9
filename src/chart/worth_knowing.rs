//! What finding out is worth: single unknowns, several at once, and everything.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::driver_key::{DriverKey, Mark, whisker};
use super::finding::in_currency;
use super::labels::Area;
use super::plot::Plot;
use super::rows::Rows;
use super::sheet::{self, Head, Look, Sheet};
use super::style::{HIGH_VALUE, INK, LOW_VALUE, MUTED};
use super::{Options, Picture};
use crate::figure::{Shared, short};
use crate::language::{Language, Title};
use crate::study::drivers::worth_within;
use crate::study::{Driver, DriversAbout, GroupWorth, Study};

/// Single unknowns, and groups, that are shown.
const MOST: (usize, usize) = (7, 4);

/// The picture; none for a single scenario.
pub fn picture(study: &Study, options: &Options) -> Option<Picture> {
    let about = study.drivers_about.as_ref()?;
    let evpi = about.evpi?;
    let (words, language) = (&options.language.words().drivers, options.language);
    let head = Head {
        name: "worth-knowing".to_owned(),
        title: title(study, language),
        subtitle: (words.worth_question)(about.metric.measure()),
    };
    let blocks = blocks(study, about, evpi, language);
    let caption = in_currency(&(words.worth_axis)(about.metric.measure()), study, language);
    Some(sheet::draw(study, options, &head, |sheet| paint(sheet, &blocks, &caption)))
}

fn title(study: &Study, language: Language) -> String {
    let words = &language.words().drivers;
    match (study.no_drivers(), study.worth_finding_out().first()) {
        (Some(nothing), _) => (words.title)(&Title::Nothing(nothing)),
        (None, Some(first)) => {
            let label = (words.label)(&first.subject);
            let amount = short(language, first.worth().0);
            let amount = (language.words().units.money)(&amount, &study.currency);
            (words.title)(&Title::Worth(&label, &amount))
        }
        (None, None) => (words.title)(&Title::WorthLittle),
    }
}

/// A bar.
struct Bar {
    label: String,
    worth: f64,
    se: f64,
    colour: RGBColor,
    hollow: bool,
    at_least: bool,
}

/// Single unknowns, several at once, everything.
fn blocks(study: &Study, about: &DriversAbout, evpi: f64, language: Language) -> [Vec<Bar>; 3] {
    let words = &language.words().drivers;
    let one = |driver: &Driver| {
        let (worth, se) = driver.worth();
        let label = (words.label)(&driver.subject);
        Bar { label, worth, se, colour: HIGH_VALUE, hollow: false, at_least: false }
    };
    let several = |group: &GroupWorth| Bar {
        label: (words.group)(&group.together),
        worth: group.evppi,
        se: group.evppi_se,
        colour: LOW_VALUE,
        hollow: false,
        at_least: group.at_least,
    };
    let all = Bar {
        label: words.perfect.to_owned(),
        worth: evpi,
        se: about.evpi_se.unwrap_or(0.0),
        colour: MUTED,
        hollow: true,
        at_least: false,
    };
    let single = study.worth_finding_out().into_iter().take(MOST.0).map(one).collect();
    let groups = about.worth_together().into_iter().take(MOST.1).map(several).collect();
    let everything = about.knowable().map(several).into_iter().chain([all]).collect();
    [single, groups, everything]
}

fn paint(sheet: &Sheet, blocks: &[Vec<Bar>; 3], caption: &str) {
    let words = &sheet.language().words().drivers;
    let marks = [
        (Mark::Bar(HIGH_VALUE), words.worth_one),
        (Mark::Bar(LOW_VALUE), words.worth_several),
        (Mark::Hollow(MUTED), words.worth_all),
        (Mark::Whisker, words.tornado_key[2]),
    ];
    let skipped = usize::from(blocks[0].is_empty());
    let key = DriverKey::new(sheet, &marks[skipped..]);
    key.paint(sheet);
    let style = sheet.style;
    let area = Area {
        top: sheet.body.top + key.height + 0.9 * style.label,
        bottom: sheet.body.bottom - 3.0 * style.axis,
        ..sheet.body
    };
    let labels = blocks.each_ref().map(|block| block.iter().map(|bar| bar.label.clone()).collect());
    let rows = Rows::new(sheet, area, &labels, 100.0 * style.unit);
    rows.write(sheet);
    let bars: Vec<&Bar> = blocks.iter().flatten().collect();
    let amounts = Shared::by(sheet.language(), bars.iter().map(|bar| bar.worth));
    let least = bars.iter().map(|bar| bar.worth).filter(|&worth| worth > 0.0);
    let amounts = amounts.and_steps(least.reduce(f64::min));
    let size = rows.value_size(sheet);
    let mut plot = plot(sheet, &rows, &bars, size, amounts);
    plot.axes();
    plot.caption(caption);
    for (row, bar) in bars.iter().enumerate() {
        paint_bar(sheet, &plot, &rows.bar(row), bar, size, amounts);
    }
    let zero = plot.at(0.0, 0.0).0;
    sheet.line(&[(zero, plot.area.top), (zero, plot.area.bottom)], INK, 2.0 * style.unit);
}

/// The axis from nothing on, with room for the amounts behind the bars.
fn plot<'s, 'a>(
    sheet: &'s Sheet<'a>,
    rows: &Rows,
    bars: &[&Bar],
    size: f64,
    amounts: Shared,
) -> Plot<'s, 'a> {
    let high = bars.iter().map(|bar| worth_within(bar.worth, bar.se).1).fold(0.0, f64::max);
    let high = if high > 0.0 { high } else { 1.0 };
    let measure = sheet.measure(size, false);
    let widest = bars.iter().map(|bar| measure.width(&amount(sheet, bar, amounts)));
    let room = widest.fold(0.0, f64::max) + 1.2 * size;
    let pixel = high / (rows.field.width() - room).max(1.0);
    let letters = sheet.measure(sheet.style.axis, false);
    let axis = Axis::along(sheet, (0.0, high + room * pixel), rows.field.width(), &letters);
    Plot::new(sheet, rows.field, axis, Axis::bare(0.0, 1.0))
}

/// What is written behind a bar.
fn amount(sheet: &Sheet, bar: &Bar, amounts: Shared) -> String {
    let amount = amounts.short(bar.worth);
    if bar.at_least { (sheet.language().words().drivers.at_least)(&amount) } else { amount }
}

fn paint_bar(sheet: &Sheet, plot: &Plot, field: &Area, bar: &Bar, size: f64, amounts: Shared) {
    let x = |worth| plot.at(worth, 0.0).0;
    let part = Area { left: x(0.0), right: x(bar.worth), ..*field };
    if bar.hollow {
        sheet.outline(&part, bar.colour, 2.0 * sheet.style.unit);
    } else {
        sheet.rectangle(&part, bar.colour, 1.0);
    }
    let (low, high) = worth_within(bar.worth, bar.se);
    whisker(sheet, (x(low), x(high)), &part);
    let at = (x(high) + 0.5 * size, f64::midpoint(field.top, field.bottom));
    sheet.text_beside(&amount(sheet, bar, amounts), at, Look::new(size, INK));
}
