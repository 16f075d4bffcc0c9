//! From the baseline's mean bookings to a candidate's: existing customers and
//! the five factors of new business.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::carriers::title;
use super::finding::{in_currency, summary};
use super::hatch::hatch;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{AXIS, GAIN, GROUND, INK, LOSS, MUTED, colours};
use super::{Options, Picture};
use crate::figure::{Shared, fixed, rate, short};
use crate::language::Language;
use crate::study::{Comparison, FiveFactors, Forecast, LeadMetric, Study, part};

/// A column: a total, or a step from one total towards the other.
struct Column {
    name: String,
    /// From where to where, in currency.
    from: f64,
    to: f64,
    /// How the factor itself changes; empty where there is nothing to say.
    change: [String; 2],
    colour: RGBColor,
    total: bool,
    /// Whether the simulation cannot tell it from nothing.
    unsure: bool,
}

/// A bridge for each candidate: `bridge`, or `bridge-1` and so on.
pub fn pictures(study: &Study, options: &Options) -> Vec<Picture> {
    let single = study.comparisons.len() == 1;
    let name = |number| if single { "bridge".to_owned() } else { format!("bridge-{number}") };
    let numbered = (1..).zip(&study.comparisons);
    numbered.filter_map(|(number, one)| picture(study, options, one, name(number))).collect()
}

fn picture(study: &Study, options: &Options, one: &Comparison, name: String) -> Option<Picture> {
    let (baseline, candidate) = (study.scenario(&one.baseline)?, study.scenario(&one.candidate)?);
    let (words, language) = (options.words(), options.language);
    let columns = columns(study, one, (baseline, candidate), language)?;
    let (low, high) = span(&columns);
    let head = Head {
        name,
        title: title(one, language),
        subtitle: (words.bridge)(study.horizon_months, low > 0.0),
    };
    let caption = in_currency(words.mean, study, language);
    Some(sheet::draw(study, options, &head, |sheet| {
        paint(sheet, &columns, (low, high), &caption);
    }))
}

fn columns(
    study: &Study,
    one: &Comparison,
    (baseline, candidate): (&Forecast, &Forecast),
    language: Language,
) -> Option<Vec<Column>> {
    let colour_of = |forecast: &Forecast| {
        let place = study.scenarios.iter().position(|other| other.name == forecast.name);
        place.map_or(INK, |place| colours(study)[place])
    };
    let total = |forecast: &Forecast| {
        Some(Column {
            name: forecast.name.clone(),
            from: 0.0,
            to: summary(forecast, LeadMetric::Bookings)?.mean,
            change: Default::default(),
            colour: colour_of(forecast),
            total: true,
            unsure: false,
        })
    };
    let mut columns = vec![total(baseline)?];
    let mut level = columns[0].to;
    for (name, amount) in one.bridge.parts() {
        columns.push(Column {
            name: (language.words().chart.part)(part(name)).to_owned(),
            from: level,
            to: level + amount,
            change: values(name, &baseline.factors, &candidate.factors, language),
            colour: if amount < 0.0 { LOSS } else { GAIN },
            total: false,
            unsure: one.is_unsure(name),
        });
        level += amount;
    }
    columns.push(total(candidate)?);
    Some(columns)
}

/// A factor before and after.
fn values(
    part: &str,
    before: &FiveFactors,
    after: &FiveFactors,
    language: Language,
) -> [String; 2] {
    let both = |pick: fn(&FiveFactors) -> Option<f64>, write: fn(Language, f64) -> String| {
        let texts = pick(before).zip(pick(after));
        texts.map(|(a, b)| [write(language, a), write(language, b)]).unwrap_or_default()
    };
    match part {
        "existing" => both(|factors| Some(factors.existing), short),
        "traffic" => both(
            |factors| factors.traffic,
            |language, leads| {
                if leads < 1e6 { fixed(leads, 0) } else { short(language, leads) }
            },
        ),
        "conversion" => both(|factors| factors.conversion, rate),
        "price" => both(|factors| factors.price, short),
        "repurchase" => both(|factors| factors.repurchase, |_, ratio| fixed(ratio, 2)),
        "referral" => both(|factors| factors.referral, |_, ratio| fixed(ratio, 2)),
        _ => both(|factors| Some(factors.new_business), short),
    }
}

/// The ends of the axis. It starts at zero, unless the steps would be too
/// small to see.
fn span(columns: &[Column]) -> (f64, f64) {
    let levels = || columns.iter().flat_map(|column| [column.from, column.to]);
    let high = levels().fold(0.0, f64::max);
    let low = levels().fold(0.0, f64::min);
    let steps = columns.iter().filter(|column| !column.total);
    let lowest = steps.flat_map(|step| [step.from, step.to]).fold(high, f64::min);
    if low < 0.0 || high - lowest > 0.2 * high || high <= lowest {
        return (low, if high > low { high } else { low + 1.0 });
    }
    (lowest - 0.6 * (high - lowest), high)
}

fn paint(sheet: &Sheet, columns: &[Column], (low, high): (f64, f64), caption: &str) {
    let (body, style) = (sheet.body, sheet.style);
    let names = 2.6 * style.axis;
    let changes = 3.4 * style.axis;
    let area =
        Area { top: body.top + 2.4 * style.label, bottom: body.bottom - names - changes, ..body };
    let count = f64::from(u32::try_from(columns.len()).unwrap_or(1));
    let below = if low < 0.0 { 0.06 * (high - low) } else { 0.0 };
    let y = Axis::bare(low - below, high);
    let plot = Plot::new(sheet, area, Axis::bare(0.0, count), y);
    let small = Look::new(0.9 * style.axis, MUTED);
    sheet.text(caption, (body.left, body.top + 0.5 * small.size), small);
    if columns.iter().any(|column| column.unsure) {
        let room = body.width() - sheet.measure(small.size, false).width(caption) - small.size;
        let note = sheet.measure(small.size, false).shorten(sheet.words().unsure, room);
        sheet.text(&note, (body.right, body.top + 0.5 * small.size), small.at(Align::Right));
    }
    let steps = columns.iter().filter(|column| !column.total);
    let shared = Shared::by(sheet.language(), columns.iter().map(|column| column.to))
        .and_steps(steps.map(|step| step.to - step.from));
    for (place, column) in (0_u32..).map(f64::from).zip(columns) {
        paint_column(sheet, &plot, place, column, (low, shared));
        if place + 1.0 < count {
            let level = [plot.at(place + 0.81, column.to), plot.at(place + 1.19, column.to)];
            sheet.line(&level, MUTED, 1.5 * style.unit);
        }
    }
    let ground = plot.at(0.0, low.max(0.0)).1;
    sheet.line(&[(area.left, ground), (area.right, ground)], AXIS, 1.5 * style.unit);
    write_names(sheet, columns, &area);
}

fn paint_column(
    sheet: &Sheet,
    plot: &Plot,
    place: f64,
    column: &Column,
    (low, shared): (f64, Shared),
) {
    let style = sheet.style;
    let (left, right) = (place + 0.19, place + 0.81);
    if column.unsure {
        let corners = [plot.at(left, column.from), plot.at(right, column.to)];
        let (top, bottom) = (corners[0].1.min(corners[1].1), corners[0].1.max(corners[1].1));
        let bar = Area { left: corners[0].0, top, right: corners[1].0, bottom };
        hatch(sheet, &bar, column.colour);
    } else {
        plot.bar((left, column.from), (right, column.to), column.colour);
    }
    if column.total && low > 0.0 {
        paint_cut(sheet, plot, left, right, low);
    }
    let top = plot.at(place + 0.5, column.from.max(column.to));
    let step = column.to - column.from;
    let text = if column.total { shared.short(column.to) } else { shared.change(step) };
    let nothing = !column.total && text == "0";
    if nothing {
        let level = [plot.at(left, column.to), plot.at(right, column.to)];
        sheet.line(&level, MUTED, 1.5 * style.unit);
    }
    let colour = if nothing { MUTED } else { column.colour };
    let look = Look::new(1.1 * style.label, colour).at(Align::Middle);
    let look = if column.total { look.bold() } else { look };
    sheet.text(&text, (top.0, top.1 - 0.5 * style.label), look);
}

/// Two slashes through a total whose foot is cut off.
fn paint_cut(sheet: &Sheet, plot: &Plot, left: f64, right: f64, low: f64) {
    let (from, to) = (plot.at(left, low), plot.at(right, low));
    let step = sheet.style.label;
    for height in [1.2 * step, 1.8 * step] {
        let slash = [
            (from.0 - 0.3 * step, from.1 - height + 0.3 * step),
            (to.0 + 0.3 * step, to.1 - height - 0.3 * step),
        ];
        sheet.line(&slash, GROUND, 0.22 * step);
    }
}

/// Names under the columns, and below them how each factor changes.
fn write_names(sheet: &Sheet, columns: &[Column], area: &Area) {
    let style = sheet.style;
    let count = f64::from(u32::try_from(columns.len()).unwrap_or(1));
    let width = area.width() / count;
    let letters = sheet.measure(0.85 * style.axis, false);
    let joined = |column: &Column| format!("{} → {}", column.change[0], column.change[1]);
    let one_line = columns.iter().all(|column| letters.width(&joined(column)) < 0.96 * width);
    for (place, column) in (0_u32..).map(f64::from).zip(columns) {
        let cell = Area {
            left: area.left + place * width,
            right: area.left + (place + 1.0) * width,
            top: area.bottom + 0.7 * style.axis,
            ..*area
        };
        write_name(sheet, column, &cell);
        if column.change[0].is_empty() {
            continue;
        }
        let lines = if one_line {
            vec![joined(column)]
        } else {
            vec![format!("{} →", column.change[0]), column.change[1].clone()]
        };
        let top = area.bottom + 3.9 * style.axis;
        let look = Look::new(letters.size, MUTED).at(Align::Middle);
        sheet.lines(&lines, &Area { top, ..cell }, look);
    }
}

fn write_name(sheet: &Sheet, column: &Column, cell: &Area) {
    let colour = if column.total { column.colour } else { INK };
    // A scenario's name may be long: it gets three lines, and smaller letters.
    let sizes = [1.0, 0.9, 0.8, 0.7].map(|share| share * sheet.style.axis);
    let room = 0.96 * cell.width();
    let most = if column.total { 4 } else { 2 };
    let fitting = |size: &&f64| sheet.measure(**size, column.total).fits(&column.name, room, most);
    let size = *sizes.iter().find(fitting).unwrap_or(&sizes[3]);
    let look = Look::new(size, colour).at(Align::Middle);
    let look = if column.total { look.bold() } else { look };
    let lines = sheet.measure(size, column.total).wrap(&column.name, room, most);
    sheet.lines(&lines, cell, look);
}
