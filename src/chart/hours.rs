//! One organisation's hours: a panel of the workload picture.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{Align, Look, Sheet};
use super::style::{IDLE, INK, LOSS, MUTED};
use crate::figure::{fixed, share};
use crate::language::Language;
use crate::study::{Forecast, RoleHours, WorkHours};

/// Below this share of what is asked a kind of work is short.
pub const SHORT: f64 = 0.9;

/// What a panel shows, in hours a month.
pub struct Panel<'a> {
    name: &'a str,
    colour: RGBColor,
    /// Asked and given, by kind of work; none where it has no such kind.
    work: Vec<Option<(f64, f64)>>,
    /// Idle hours.
    pub roles: Vec<Idle<'a>>,
}

/// Idle hours of a role.
pub struct Idle<'a> {
    title: &'a str,
    hours: f64,
    /// Hours, and their share of all that it has.
    figures: String,
}

impl<'a> Panel<'a> {
    /// From totals over `months`; `most` roles, the most idle first if there
    /// are more.
    pub fn new(
        forecast: &'a Forecast,
        colour: RGBColor,
        kinds: &[&str],
        months: f64,
        most: usize,
        language: Language,
    ) -> Self {
        let working = forecast.roles.iter().filter(|(_, role)| role.hours_available > 0.0);
        let mut roles: Vec<Idle> =
            working.map(|(key, role)| Idle::new(key, role, months, language)).collect();
        if roles.len() > most {
            roles.sort_by(|a, b| b.hours.total_cmp(&a.hours));
            roles.truncate(most);
        }
        let both = |work: &WorkHours| (work.demanded / months, work.supplied / months);
        let work = kinds.iter().map(|kind| forecast.work.get(*kind).map(both)).collect();
        Self { name: &forecast.name, colour, work, roles }
    }

    /// The longest bar.
    pub fn most(&self) -> f64 {
        let work = self.work.iter().flatten().map(|&(asked, given)| asked.max(given));
        work.chain(self.roles.iter().map(|idle| idle.hours)).fold(0.0, f64::max)
    }
}

impl<'a> Idle<'a> {
    fn new(key: &'a str, role: &'a RoleHours, months: f64, language: Language) -> Self {
        let title = if role.title.is_empty() { key } else { role.title.as_str() };
        let idle = (role.hours_available - role.hours_given).max(0.0);
        let part = (idle / role.hours_available).min(1.0);
        let hours = idle / months;
        Self {
            title,
            hours,
            figures: (language.words().chart.idle_of)(&fixed(hours, 0), &share(language, part)),
        }
    }

    /// Where the text begins, and how much room it has: behind the bar, or in
    /// it where there is more.
    fn room(&self, plot: &Plot, size: f64) -> (f64, f64) {
        let (left, right) = (plot.at(0.0, 0.0).0, plot.at(self.hours, 0.0).0);
        let (behind, within) = (plot.area.right - right, right - left);
        let start = if within > behind { left } else { right };
        (start + 0.5 * size, behind.max(within) - 0.5 * size)
    }

    fn fits(&self, sheet: &Sheet, plot: &Plot, size: f64) -> bool {
        let measure = sheet.measure(size, false);
        let width = measure.width(self.title) + measure.width(&self.figures);
        width <= self.room(plot, size).1
    }
}

/// A panel laid out: one row a kind of work, then one a role.
pub struct Frame<'s, 'a> {
    plot: Plot<'s, 'a>,
    cell: Area,
    /// Letters of the rows.
    size: f64,
    /// Letters of the heading.
    heading: f64,
    /// Rows from bottom to top.
    rows: f64,
}

impl<'s, 'a> Frame<'s, 'a> {
    /// Lays out a panel in its cell, with an axis to `most` hours; `rows` for
    /// kinds of work and for roles.
    pub fn new(
        sheet: &'s Sheet<'a>,
        cell: Area,
        tight: f64,
        most: f64,
        rows: (usize, usize),
    ) -> Self {
        let style = sheet.style;
        let heading = tight * style.name;
        let bottom = cell.bottom - 1.9 * tight * style.axis;
        let area = Area { top: cell.top + 1.35 * heading, bottom, ..cell };
        // Between work and roles there is a line of text.
        let rows = f64::from(u32::try_from(rows.0 + rows.1).unwrap_or(u32::MAX)) + 1.2;
        // What is written behind the longest bar needs room.
        let ends = 1.0 + 4.2 * style.label / (cell.width() - 4.2 * style.label).max(1.0);
        let letters = sheet.measure(tight * style.axis, false);
        let high = if most > 0.0 { 1.05 * most } else { 1.0 };
        let x = Axis::along(sheet, (0.0, high), area.width() / ends, &letters);
        let x = Axis { grid: false, high: ends * high, ..x };
        let mut plot = Plot::new(sheet, area, x, Axis::bare(0.0, rows));
        plot.letters = letters.size;
        Self { plot, cell, size: style.label.min(0.72 * area.height() / rows), heading, rows }
    }

    /// Writes the kinds of work left of the panel.
    pub fn write_kinds(&self, sheet: &Sheet, kinds: &[&str], room: f64) {
        let look = Look::new(self.size, INK).at(Align::Right);
        let right = self.plot.area.left - 0.6 * self.size;
        let mut at = self.rows - 0.5;
        for kind in kinds {
            let text = sheet.measure(self.size, false).shorten(kind, room - 0.6 * self.size);
            sheet.text_beside(&text, (right, self.plot.at(0.0, at).1), look);
            at -= 1.0;
        }
    }

    /// Draws the panel; `small` is the letter size of roles.
    pub fn paint(&mut self, sheet: &Sheet, panel: &Panel, small: f64) {
        let look = Look::new(self.heading, panel.colour).bold();
        let name = sheet.measure(look.size, true).shorten(panel.name, self.cell.width());
        sheet.text(&name, (self.cell.left, self.cell.top + 0.75 * look.size), look);
        self.plot.axes();
        let mut at = self.rows - 0.5;
        for hours in &panel.work {
            if let Some(hours) = *hours {
                self.paint_work(sheet, panel.colour, hours, at);
            }
            at -= 1.0;
        }
        if !panel.roles.is_empty() {
            let look = Look::new(0.9 * self.size, MUTED);
            let measure = sheet.measure(look.size, false);
            let text = measure.shorten(sheet.words().idle, self.cell.width());
            sheet.text_beside(&text, self.plot.at(0.0, at - 0.1), look);
        }
        at -= 1.2;
        for idle in &panel.roles {
            self.paint_idle(sheet, idle, at, small);
            at -= 1.0;
        }
    }

    /// A bar from zero, `half` of a row to both sides of its middle.
    fn bar(&self, hours: f64, row: f64, half: f64) -> Area {
        let (left, top) = self.plot.at(0.0, row + half);
        let (right, bottom) = self.plot.at(hours, row - half);
        Area { left, top, right, bottom }
    }

    /// A kind of work: an outline for what was asked, filled as far as it was
    /// given, and the share met.
    fn paint_work(&self, sheet: &Sheet, colour: RGBColor, (asked, given): (f64, f64), row: f64) {
        sheet.rectangle(&self.bar(given, row, 0.31), colour, 1.0);
        let outline = self.bar(asked.max(given), row, 0.31);
        if outline.width() > 0.0 {
            sheet.outline(&outline, colour, (2.5 * sheet.style.unit).min(outline.width()));
        }
        let met = if asked > 0.0 { (given / asked).min(1.0) } else { 1.0 };
        let muted = Look::new(self.size, MUTED);
        let look = if met < SHORT { Look::new(self.size, LOSS).bold() } else { muted };
        let text = if asked > 0.0 {
            share(sheet.language(), met)
        } else {
            sheet.words().nothing_asked.to_owned()
        };
        let at = (outline.right + 0.5 * self.size, self.plot.at(0.0, row).1);
        sheet.text_beside(&text, at, look);
    }

    /// A role's idle hours, with its title.
    fn paint_idle(&self, sheet: &Sheet, idle: &Idle, row: f64, size: f64) {
        sheet.rectangle(&self.bar(idle.hours, row, 0.36), IDLE, 1.0);
        let measure = sheet.measure(size, false);
        let (start, room) = idle.room(&self.plot, size);
        let title = measure.shorten(idle.title, room - measure.width(&idle.figures));
        let text = format!("{title}{}", idle.figures);
        sheet.text_beside(&text, (start, self.plot.at(0.0, row).1), Look::new(size, INK));
    }
}

/// The largest letter size at which all roles of all panels can be written;
/// below a certain size titles are shortened instead.
pub fn idle_size(sheet: &Sheet, frames: &[Frame], panels: &[Panel]) -> f64 {
    let most = frames.first().map_or(sheet.style.label, |frame| frame.size);
    let fits = |&size: &f64| {
        let mut both = frames.iter().zip(panels);
        both.all(|(frame, panel)| {
            panel.roles.iter().all(|idle| idle.fits(sheet, &frame.plot, size))
        })
    };
    let sizes = [0.92, 0.84, 0.76].map(|share| share * most);
    sizes.into_iter().find(fits).unwrap_or(sizes[2])
}
