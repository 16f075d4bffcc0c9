//! How far each unknown moves the result: its mean from the lowest tenth of the
//! unknown to the highest.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::driver_key::{DriverKey, Mark, whisker};
use super::finding::{brief, in_currency};
use super::labels::Area;
use super::plot::Plot;
use super::rows::Rows;
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{GROUND, HIGH_VALUE, INK, LOW_VALUE, MUTED, colours};
use super::{Options, Picture};
use crate::figure::{Quantity, Shared, short};
use crate::language::{Language, Title};
use crate::study::{Driver, DriversAbout, Study};

/// Unknowns that are shown.
const MOST: usize = 10;
/// Zero stands on the axis if it lies no further from the bars than they are wide.
const NEAR_ZERO: f64 = 1.0;

/// The picture; none where it was not asked what decides.
pub fn picture(study: &Study, options: &Options) -> Option<Picture> {
    let about = study.drivers_about.as_ref()?;
    let (words, language) = (&options.language.words().drivers, options.language);
    let shown = &study.drivers[..about.above_noise.min(MOST)];
    let head = Head {
        name: "tornado".to_owned(),
        title: title(study, about, language),
        subtitle: (words.tornado)(&about.spread()),
    };
    let tornado = Tornado { study, about, shown, language };
    Some(sheet::draw(study, options, &head, |sheet| tornado.paint(sheet)))
}

fn title(study: &Study, about: &DriversAbout, language: Language) -> String {
    let words = &language.words().drivers;
    if let Some(nothing) = study.no_drivers() {
        return (words.title)(&Title::Nothing(nothing));
    }
    let first = &study.drivers[0];
    let label = (words.label)(&first.subject);
    match about.baseline {
        None => {
            let by = short(language, first.swing().abs());
            (words.title)(&Title::Moves(&label, &by))
        }
        Some(_) if first.decides() => (words.title)(&Title::Decides(&label)),
        Some(_) if first.leaves_the_lead() => (words.title)(&Title::MovesGap(&label)),
        Some(_) => (words.title)(&Title::MayDecide(&label)),
    }
}

struct Tornado<'a> {
    study: &'a Study,
    about: &'a DriversAbout,
    shown: &'a [Driver],
    language: Language,
}

/// The end of a bar: the mean there with its interval, and the unknown's value.
struct End {
    mean: f64,
    interval: (f64, f64),
    text: String,
    colour: RGBColor,
}

impl Tornado<'_> {
    fn paint(&self, sheet: &Sheet) {
        if self.shown.is_empty() {
            return;
        }
        let words = &self.language.words().drivers;
        let [low, high, interval] = words.tornado_key;
        let marks =
            [(Mark::Bar(LOW_VALUE), low), (Mark::Bar(HIGH_VALUE), high), (Mark::Whisker, interval)];
        let key = DriverKey::new(sheet, &marks);
        key.paint(sheet);
        let style = sheet.style;
        let named = if self.about.baseline.is_some() { 2.6 } else { 0.9 };
        let area = Area {
            top: sheet.body.top + key.height + named * style.label,
            bottom: sheet.body.bottom - 4.6 * style.axis,
            ..sheet.body
        };
        let label = |driver: &Driver| (words.label)(&driver.subject);
        let labels: Vec<String> = self.shown.iter().map(label).collect();
        let rows = Rows::new(sheet, area, &[labels], 112.0 * style.unit);
        rows.write(sheet);
        let ends: Vec<[End; 2]> = self.shown.iter().map(|driver| self.ends(driver)).collect();
        let mut plot = self.plot(sheet, &rows, &ends);
        plot.axes();
        plot.caption(&in_currency(&(words.axis)(&self.about.spread()), self.study, self.language));
        for (row, ends) in ends.iter().enumerate() {
            self.paint_bars(sheet, &plot, &rows.bar(row), ends);
        }
        self.paint_lines(sheet, &plot);
        for (row, ends) in ends.iter().enumerate() {
            write_values(sheet, &plot, &rows.bar(row), ends, rows.value_size(sheet));
        }
    }

    fn ends(&self, driver: &Driver) -> [End; 2] {
        let unit = driver.subject.what.unit();
        let middle = |tenth: Option<&crate::study::drivers::Tenth>| {
            tenth.map_or(f64::NAN, |tenth| tenth.middle)
        };
        let (low, high) = (middle(driver.tenths.first()), middle(driver.tenths.last()));
        let quantity = Quantity::over(self.language, unit, &self.study.currency, (low, high));
        let [low_within, high_within] = driver.ends_within();
        let end = |mean, interval, value, colour| End {
            mean,
            interval,
            text: quantity.show(value),
            colour,
        };
        [
            end(driver.low_tenth, low_within, low, LOW_VALUE),
            end(driver.high_tenth, high_within, high, HIGH_VALUE),
        ]
    }

    /// The axis, with room for the values at the ends of the bars.
    fn plot<'s, 'a>(&self, sheet: &'s Sheet<'a>, rows: &Rows, ends: &[[End; 2]]) -> Plot<'s, 'a> {
        let all = || ends.iter().flatten().map(|end| end.interval);
        let low = all().map(|(low, _)| low).fold(self.about.mean, f64::min);
        let high = all().map(|(_, high)| high).fold(self.about.mean, f64::max);
        let (mut low, mut high) = if high > low { (low, high) } else { (low - 1.0, high + 1.0) };
        let near = NEAR_ZERO * (high - low);
        if self.about.baseline.is_some() && low < near && high > -near {
            (low, high) = (low.min(0.0), high.max(0.0));
        }
        let size = rows.value_size(sheet);
        let measure = sheet.measure(size, false);
        let widest = ends.iter().flatten().map(|end| measure.width(&end.text));
        let room = widest.fold(0.0, f64::max) + 1.2 * size;
        let pixel = (high - low) / (rows.field.width() - 2.0 * room).max(1.0);
        let span = (low - room * pixel, high + room * pixel);
        let letters = sheet.measure(sheet.style.axis, false);
        let axis = Axis::along(sheet, span, rows.field.width(), &letters);
        let area = Area { bottom: rows.field.bottom + 1.7 * sheet.style.axis, ..rows.field };
        Plot::new(sheet, area, axis, Axis::bare(0.0, 1.0))
    }

    /// Both parts of a bar; where both lie on one side they share its height.
    fn paint_bars(&self, sheet: &Sheet, plot: &Plot, bar: &Area, ends: &[End; 2]) {
        let mean = self.about.mean;
        let [low, high] = ends;
        let one_side = (low.mean > mean) == (high.mean > mean);
        for (place, end) in (0_u32..).zip(ends) {
            let (from, to) = (plot.at(mean, 0.0).0, plot.at(end.mean, 0.0).0);
            let half = 0.5 * bar.height();
            let top = if one_side { bar.top + f64::from(place) * half } else { bar.top };
            let bottom = if one_side { top + half } else { bar.bottom };
            let part = Area { left: from.min(to), right: from.max(to), top, bottom };
            sheet.rectangle(&part, end.colour, 1.0);
            let (low, high) = end.interval;
            whisker(sheet, (plot.at(low, 0.0).0, plot.at(high, 0.0).0), &part);
        }
    }

    /// The mean of all runs, and zero, where the lead changes hands.
    fn paint_lines(&self, sheet: &Sheet, plot: &Plot) {
        let words = &self.language.words().drivers;
        let (area, style) = (plot.area, sheet.style);
        let mean = plot.at(self.about.mean, 0.0).0;
        sheet.line(&[(mean, area.top), (mean, area.bottom)], INK, 1.5 * style.unit);
        let shared = Shared::by(self.language, [self.about.mean]);
        let amount = if self.about.baseline.is_some() {
            shared.change(self.about.mean)
        } else {
            shared.short(self.about.mean)
        };
        let text = [words.mean, &amount].join(" ");
        let look = Look::new(0.85 * style.axis, INK);
        let width = sheet.measure(look.size, false).width(&text);
        // It stands on the side of the line where zero is not.
        let gap = 0.4 * look.size;
        let left = if self.about.mean < 0.0 { mean - gap - width } else { mean + gap };
        let left = left.clamp(area.left, area.right - width);
        sheet.text(&text, (left, area.bottom - 0.45 * look.size), look);
        self.paint_zero(sheet, plot);
    }

    fn paint_zero(&self, sheet: &Sheet, plot: &Plot) {
        let Some(baseline) = &self.about.baseline else { return };
        let (area, style) = (plot.area, sheet.style);
        let zero = plot.at(0.0, 0.0).0;
        if zero <= area.left + 1.0 || zero >= area.right - 1.0 {
            return;
        }
        let top = area.top - 0.9 * style.label;
        sheet.line(&[(zero, top), (zero, area.bottom)], INK, 3.0 * style.unit);
        let words = &self.language.words().drivers;
        let sides =
            [(baseline, true, zero - area.left), (&self.about.scenario, false, area.right - zero)];
        for (name, left, room) in sides {
            let colour = self.colour(name);
            let align = if left { Align::Right } else { Align::Left };
            let look = Look::new(0.95 * style.label, colour).bold().at(align);
            let away = if left { -0.5 } else { 0.5 } * look.size;
            let text = (words.ahead)(&brief(name), left);
            // A side that has little room may write over the labels' column.
            let room = if left { zero - sheet.body.left } else { room };
            let text = sheet.measure(look.size, true).shorten(&text, room - look.size);
            sheet.text(&text, (zero + away, area.top - 0.55 * look.size), look);
        }
    }

    fn colour(&self, name: &str) -> RGBColor {
        let place = self.study.scenarios.iter().position(|forecast| forecast.name == name);
        place.map_or(MUTED, |place| colours(self.study)[place])
    }
}

/// Writes what the unknown is at each end of a bar.
fn write_values(sheet: &Sheet, plot: &Plot, bar: &Area, ends: &[End; 2], size: f64) {
    let [low, high] = ends;
    let middle = f64::midpoint(bar.top, bar.bottom);
    let low_is_left = low.mean <= high.mean;
    for (end, left) in [(low, low_is_left), (high, !low_is_left)] {
        let (from, to) = end.interval;
        let (edge, align, away) =
            if left { (from, Align::Right, -0.5) } else { (to, Align::Left, 0.5) };
        let x = plot.at(edge, 0.0).0 + away * size;
        // The line at zero may pass here.
        let width = sheet.measure(size, false).width(&end.text);
        let (start, half) = (if left { x - width } else { x }, 0.55 * size);
        let ground =
            Area { left: start, right: start + width, top: middle - half, bottom: middle + half };
        sheet.rectangle(&ground, GROUND, 0.8);
        sheet.text_beside(&end.text, (x, middle), Look::new(size, INK).at(align));
    }
}
