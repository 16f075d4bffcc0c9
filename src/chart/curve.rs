//! How the result goes with the strongest unknowns: a panel each.

use super::curve_panel::Panel;
use super::driver_key::{DriverKey, Mark};
use super::finding::in_currency;
use super::labels::Area;
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{HIGH_VALUE, INK, LOW_VALUE, MUTED};
use super::{Options, Picture};
use crate::figure::Quantity;
use crate::language::{Language, Title};
use crate::study::{Driver, DriversAbout, Study};

/// Panels.
const MOST: usize = 4;

/// The picture; none where it was not asked what decides.
pub fn picture(study: &Study, options: &Options) -> Option<Picture> {
    let about = study.drivers_about.as_ref()?;
    let (words, language) = (&options.language.words().drivers, options.language);
    let shown = &study.drivers[..about.above_noise.min(MOST)];
    let head = Head {
        name: "curve".to_owned(),
        title: title(study, about, shown, language),
        subtitle: (words.curve)(&about.spread()),
    };
    let caption = in_currency(&(words.axis)(&about.spread()), study, language);
    Some(sheet::draw(study, options, &head, |sheet| {
        if !shown.is_empty() {
            paint(sheet, study, about, shown, &caption);
        }
    }))
}

/// Where the lead changes hands, by the first unknown with which it does.
fn title(study: &Study, about: &DriversAbout, shown: &[Driver], language: Language) -> String {
    let words = &language.words().drivers;
    if let Some(nothing) = study.no_drivers() {
        return (words.title)(&Title::Nothing(nothing));
    }
    let label = |driver: &Driver| (words.label)(&driver.subject);
    if about.baseline.is_none() {
        return (words.title)(&Title::Courses(&label(&shown[0]), shown.len() > 1));
    }
    let turn = |driver| turn(driver, &study.currency, language).map(|value| (label(driver), value));
    if let Some((label, value)) = shown.iter().find_map(turn) {
        return (words.title)(&Title::Turns(&label, &value));
    }
    let ahead = if about.mean > 0.0 {
        &about.scenario
    } else {
        about.baseline.as_ref().unwrap_or(&about.scenario)
    };
    let stays = shown
        .iter()
        .all(|driver| driver.tenths.iter().all(|tenth| (tenth.mean > 0.0) == (about.mean > 0.0)));
    if stays {
        (words.title)(&Title::Stays(ahead))
    } else {
        (words.title)(&Title::Courses(&label(&shown[0]), shown.len() > 1))
    }
}

/// The value of an unknown at which the lead changes hands for good, if it does.
fn turn(driver: &Driver, currency: &str, language: Language) -> Option<String> {
    let &[zero] = &driver.zero_at[..] else { return None };
    // A digit more than a range needs.
    let step = 0.2 * (driver.p90 - driver.p10);
    let unit = driver.subject.what.unit();
    let quantity = Quantity::over(language, unit, currency, (zero, zero + step));
    driver.decides().then(|| quantity.show(zero))
}

fn paint(sheet: &Sheet, study: &Study, about: &DriversAbout, shown: &[Driver], caption: &str) {
    let words = &sheet.language().words().drivers;
    let [line, band, range] = words.curve_key;
    let marks = [
        (Mark::Line(HIGH_VALUE), line),
        (Mark::Band(HIGH_VALUE), band),
        (Mark::Range(LOW_VALUE), range),
    ];
    let key = DriverKey::new(sheet, &marks);
    key.paint(sheet);
    let style = sheet.style;
    let small = Look::new(0.9 * style.axis, MUTED);
    let top = sheet.body.top + key.height + 1.3 * small.size;
    let line = sheet.measure(small.size, false).shorten(caption, sheet.body.width());
    sheet.text(&line, (sheet.body.left, top), small);
    let field = Area { top: top + 0.8 * style.label, ..sheet.body };
    let ends = ends(about, shown);
    for (driver, cell) in shown.iter().zip(cells(field, shown.len(), 1.6 * style.label)) {
        let look = Look::new(style.label, INK).bold();
        write_heading(sheet, &cell, look, &(words.label)(&driver.subject), {
            turn(driver, &study.currency, sheet.language()).map(|value| (words.turns_at)(&value))
        });
        let area = Area { top: cell.top + 1.7 * look.size, ..cell };
        Panel::new(sheet, area, driver, ends, &study.currency).paint(sheet, about);
    }
}

/// The unknown's name, and where the lead changes hands if there is room for it.
fn write_heading(sheet: &Sheet, cell: &Area, look: Look, label: &str, turn: Option<String>) {
    let bold = sheet.measure(look.size, true);
    let small = Look::new(0.85 * look.size, MUTED).at(Align::Right);
    let needed = |text: &String| sheet.measure(small.size, false).width(text) + look.size;
    let baseline = cell.top + look.size;
    let turn = turn.filter(|text| bold.width(label) + needed(text) <= cell.width());
    sheet.text(&bold.shorten(label, cell.width()), (cell.left, baseline), look);
    if let Some(text) = turn {
        sheet.text(&text, (cell.right, baseline), small);
    }
}

/// The lowest and the highest result that any panel shows.
fn ends(about: &DriversAbout, shown: &[Driver]) -> (f64, f64) {
    let tenths = || shown.iter().flat_map(|driver| &driver.tenths);
    let low = tenths().map(|tenth| tenth.p10).fold(about.mean, f64::min);
    let high = tenths().map(|tenth| tenth.p90).fold(about.mean, f64::max);
    if about.baseline.is_some() { (low.min(0.0), high.max(0.0)) } else { (low, high) }
}

/// Up to two panels stand beside each other, more in two rows.
fn cells(field: Area, count: usize, gap: f64) -> Vec<Area> {
    let columns = count.min(2);
    let lines = count.div_ceil(2).max(1);
    let width = (field.width() + 1.5 * gap) / columns as f64 - 1.5 * gap;
    let height = (field.height() + gap) / lines as f64 - gap;
    let cell = |place: usize| {
        let left = field.left + (place % 2) as f64 * (width + 1.5 * gap);
        let top = field.top + (place / 2) as f64 * (height + gap);
        Area { left, top, right: left + width, bottom: top + height }
    };
    (0..count).map(cell).collect()
}
