//! What makes the gap: group by group from nothing to the gap, and what would be
//! left of it without better people.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::finding::{brief, in_currency};
use super::hatch::hatch;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{AXIS, GAIN, GROUND, INK, LOSS, MUTED, colours};
use super::{Options, Picture};
use crate::figure::{Shared, change, short};
use crate::language::{Language, Unskilled};
use crate::study::{Cause, CausesAbout, MeanChange, Study};

/// A bar: a step from one level to the next, or a total.
struct Bar {
    label: String,
    /// From where to where, in currency.
    from: f64,
    to: f64,
    /// The 95 % interval around its end.
    interval: (f64, f64),
    colour: RGBColor,
    total: bool,
    /// Whether the simulation cannot tell it from nothing.
    unsure: bool,
}

/// Share of the width that labels take at most.
const LABELS: f64 = 0.36;
/// Height of a row at most, in units.
const TALLEST: f64 = 130.0;
/// Width of the thinnest hatched bar, in units.
const THINNEST: f64 = 9.0;

/// The picture; none where causes were not asked for, or there are none.
pub fn picture(study: &Study, options: &Options) -> Option<Picture> {
    let about = study.causes_about.as_ref()?;
    let largest = largest(&study.causes)?;
    let (words, language) = (&options.language.words().causes, options.language);
    let measure = about.metric.measure();
    let title = about.without_skill.as_ref().map_or_else(
        || {
            if largest.is_unsure() {
                return words.nothing_clear.to_owned();
            }
            let label = words.labels[largest.group as usize];
            (words.moves_most)(label, &change(language, largest.contribution))
        },
        |rest| sceptic(study, about, rest, language),
    );
    let (baseline, candidate) = (brief(&about.baseline), brief(&about.candidate));
    let head = Head {
        name: "causes".to_owned(),
        title,
        subtitle: (words.question)(measure, &baseline, &candidate, study.horizon_months),
    };
    let bars = bars(study, about, language);
    let caption = in_currency(&(words.axis)(measure), study, language);
    Some(sheet::draw(study, options, &head, |sheet| paint(sheet, &bars, &caption)))
}

fn largest(causes: &[Cause]) -> Option<&Cause> {
    causes.iter().max_by(|a, b| a.contribution.abs().total_cmp(&b.contribution.abs()))
}

/// What would be left of the gap if the candidate's people were no better.
fn sceptic(study: &Study, about: &CausesAbout, rest: &MeanChange, language: Language) -> String {
    (language.words().causes.title)(&Unskilled {
        baseline: &brief(&about.baseline),
        candidate: &brief(&about.candidate),
        measure: about.metric.measure(),
        amount: &short(language, rest.mean_difference.abs()),
        interval: "",
        worse: study.worse_at_work(),
        left: about.left(rest),
    })
}

/// The causes one after the other, and the totals.
fn bars(study: &Study, about: &CausesAbout, language: Language) -> Vec<Bar> {
    let words = &language.words().causes;
    let mut bars = Vec::new();
    let mut level = 0.0;
    for cause in &study.causes {
        let (low, high) = cause.interval();
        bars.push(Bar {
            label: words.labels[cause.group as usize].to_owned(),
            from: level,
            to: level + cause.contribution,
            interval: (level + low, level + high),
            colour: if cause.contribution < 0.0 { LOSS } else { GAIN },
            total: false,
            unsure: cause.is_unsure(),
        });
        level += cause.contribution;
    }
    let place = study.scenarios.iter().position(|forecast| forecast.name == about.candidate);
    let total = |label: &str, of: &MeanChange, colour| Bar {
        label: label.to_owned(),
        from: 0.0,
        to: of.mean_difference,
        interval: of.interval(),
        colour,
        total: true,
        unsure: !of.is_gain() && !of.is_loss(),
    };
    let own = place.map_or(INK, |place| colours(study)[place]);
    bars.push(total(words.gap, &about.gap, own));
    let rest = about.without_skill.as_ref();
    bars.extend(rest.map(|rest| total(words.equally_good, rest, MUTED)));
    bars
}

fn paint(sheet: &Sheet, bars: &[Bar], caption: &str) {
    let (body, style) = (sheet.body, sheet.style);
    let letters = label_letters(sheet, bars);
    let measure = sheet.measure(letters, true);
    let widest = bars.iter().map(|bar| measure.width(&bar.label)).fold(0.0, f64::max);
    let left = body.left + widest.min(LABELS * body.width()) + letters;
    let top = body.top + 0.4 * style.label;
    let area = Area { left, top, bottom: body.bottom - 2.6 * style.axis, ..body };
    // The totals stand apart by half a row.
    let rows = count(bars.len()) + 0.5;
    let row = (area.height() / rows).min(TALLEST * style.unit);
    // What is left over stands below rather than above.
    let top = area.top + 0.3 * (area.height() - row * rows);
    let area = Area { top, bottom: top + row * rows, ..area };
    let amounts = Shared::by(sheet.language(), bars.iter().map(step));
    let mut plot = Plot::new(sheet, area, axis(sheet, bars, &area, amounts), Axis::bare(0.0, 1.0));
    plot.axes();
    write_captions(sheet, &area, caption, bars.iter().any(|bar| bar.unsure));
    let zero = plot.at(0.0, 0.0).0;
    sheet.line(&[(zero, area.top), (zero, area.bottom)], AXIS, 2.0 * style.unit);
    for (place, bar) in bars.iter().enumerate() {
        let apart = if bar.total { 0.5 } else { 0.0 };
        let top = area.top + row * (count(place) + apart);
        let field = Area { top: top + 0.2 * row, bottom: top + 0.8 * row, ..area };
        let below = if bar.total { 0.0 } else { 0.4 * row };
        let next_is_total = bars.get(place + 1).is_none_or(|next| next.total);
        paint_bar(sheet, &plot, bar, &field, amounts);
        if below > 0.0 {
            let reach = below + if next_is_total { 0.5 * row } else { 0.0 };
            let x = plot.at(bar.to, 0.0).0;
            sheet.line(&[(x, field.bottom), (x, field.bottom + reach)], MUTED, 1.5 * style.unit);
        }
        let label = Area { left: body.left, right: left - 0.8 * letters, ..field };
        write_label(sheet, bar, &label, letters);
    }
}

/// What the axis measures, below it on the right, and on the left what the bars' lines
/// are.
fn write_captions(sheet: &Sheet, area: &Area, caption: &str, unsure: bool) {
    let words = &sheet.language().words().causes;
    let look = Look::new(0.9 * sheet.style.axis, MUTED);
    let measure = sheet.measure(look.size, false);
    let baseline = area.bottom + 3.0 * sheet.style.axis;
    let line = measure.shorten(caption, area.width());
    sheet.text(&line, (area.right, baseline), look.at(Align::Right));
    let room = area.right - sheet.body.left - measure.width(&line) - 2.0 * look.size;
    let key = if unsure { words.key_unsure } else { words.key };
    if measure.width(key) <= room {
        sheet.text(key, (sheet.body.left, baseline), look);
    }
}

/// What a bar adds.
fn step(bar: &Bar) -> f64 {
    bar.to - bar.from
}

/// The axis, with room for the amounts beyond the ends of the bars.
fn axis(sheet: &Sheet, bars: &[Bar], area: &Area, amounts: Shared) -> Axis {
    let size = sheet.style.label;
    let digits = sheet.measure(size, true);
    let room =
        bars.iter().map(|bar| digits.width(&amounts.change(step(bar)))).fold(0.0, f64::max) + size;
    let ends = || bars.iter().flat_map(|bar| [bar.from, bar.interval.0, bar.interval.1]);
    let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
    let (low, high) = if high > low { (low, high) } else { (-1.0, 1.0) };
    let pixel = (high - low) / (area.width() - 2.0 * room).max(1.0);
    let before = if low < 0.0 { room } else { 0.3 * room };
    let ends = (low - before * pixel, high + room * pixel);
    Axis::along(sheet, ends, area.width(), &sheet.measure(sheet.style.axis, false))
}

fn paint_bar(sheet: &Sheet, plot: &Plot, bar: &Bar, field: &Area, amounts: Shared) {
    let unit = sheet.style.unit;
    let x = |value: f64| plot.at(value, 0.0).0;
    let (from, to) = (x(bar.from), x(bar.to));
    let body = Area { left: from.min(to), right: from.max(to), ..*field };
    if bar.unsure && step(bar).abs() > 0.0 {
        let right = body.right.max(body.left + THINNEST * unit);
        hatch(sheet, &Area { right, ..body }, bar.colour);
    } else {
        sheet.rectangle(&body, bar.colour, 1.0);
    }
    let (low, high) = (x(bar.interval.0), x(bar.interval.1));
    let middle = f64::midpoint(field.top, field.bottom);
    if high > low {
        let half = 0.14 * field.height();
        sheet.line(&[(low, middle), (high, middle)], INK, 2.0 * unit);
        for end in [low, high] {
            sheet.line(&[(end, middle - half), (end, middle + half)], INK, 2.0 * unit);
        }
    }
    write_amount(sheet, bar, (low.min(to), high.max(to), middle), &amounts.change(step(bar)));
}

/// Writes what a bar adds beyond the end of its interval, on clear ground.
fn write_amount(sheet: &Sheet, bar: &Bar, (low, high, middle): (f64, f64, f64), amount: &str) {
    let size = sheet.style.label;
    let width = sheet.measure(size, bar.total).width(amount);
    let left = if step(bar) < 0.0 { low - 0.5 * size - width } else { high + 0.5 * size };
    let (top, bottom) = (middle - 0.6 * size, middle + 0.6 * size);
    let ground = Area { left, top, right: left + width, bottom }.grown(0.1 * size);
    sheet.rectangle(&ground, GROUND, 1.0);
    let look = Look::new(size, if bar.unsure { MUTED } else { bar.colour });
    let look = if bar.total { look.bold() } else { look };
    sheet.text_beside(amount, (left, middle), look);
}

/// The largest letters in which every label fits in two lines.
fn label_letters(sheet: &Sheet, bars: &[Bar]) -> f64 {
    let room = LABELS * sheet.body.width();
    let sizes = [1.0, 0.9, 0.8, 0.7].map(|share| share * sheet.style.label);
    let fits =
        |size: &f64| bars.iter().all(|bar| sheet.measure(*size, true).fits(&bar.label, room, 2));
    sizes.into_iter().find(fits).unwrap_or(sizes[3])
}

fn write_label(sheet: &Sheet, bar: &Bar, area: &Area, size: f64) {
    let look = Look::new(size, INK).at(Align::Right);
    let look = if bar.total { look.bold() } else { look };
    let lines = sheet.measure(size, bar.total).wrap(&bar.label, area.width(), 2);
    let height = sheet.block(&lines, look).1;
    let top = f64::midpoint(area.top, area.bottom) - 0.5 * (height - 0.22 * size);
    sheet.lines(&lines, &Area { top, ..*area }, look);
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
