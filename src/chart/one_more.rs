//! What one more seat in each role changes in contribution, and one fewer: where
//! the next hire goes, and which role has too many people.

use super::axis::Axis;
use super::finding::{brief, in_currency, months};
use super::labels::Area;
use super::plot::Plot;
use super::seats::{Key, Panel, Row};
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{INK, MUTED, colours};
use super::{Options, Picture};
use crate::figure::{Shared, change};
use crate::study::{Hire, Study};

/// More panels than these stand in two rows.
const ONE_ROW: usize = 3;

/// The picture; none where no seat was varied.
pub fn picture(study: &Study, options: &Options) -> Option<Picture> {
    let scenarios = study.scenarios.iter().zip(colours(study));
    let panels: Vec<Panel> = scenarios
        .map(|(forecast, colour)| Panel::new(study, &forecast.name, colour))
        .filter(|panel| !panel.rows.is_empty())
        .collect();
    if panels.is_empty() {
        return None;
    }
    let head = Head {
        name: "one-more".to_owned(),
        title: title(study),
        subtitle: format!(
            "One seat more and one fewer in each role, contribution over {}: mean and 95 % interval, on the same luck",
            months(study)
        ),
    };
    let caption = in_currency("Change in contribution", study);
    Some(sheet::draw(study, options, &head, |sheet| paint(sheet, &panels, &caption)))
}

/// Where the next hire goes.
fn title(study: &Study) -> String {
    let single = study.scenarios.len() == 1;
    let found: Vec<(&str, Hire)> = study
        .scenarios
        .iter()
        .filter_map(|one| Some((one.name.as_str(), study.staffing(&one.name)?.hire)))
        .collect();
    let gain = |hire: &Hire| match hire {
        Hire::Pays(best, _) => best.contribution.mean_difference,
        Hire::Unclear(_) | Hire::Nowhere(_) => f64::NEG_INFINITY,
    };
    let best = found.iter().max_by(|a, b| gain(&a.1).total_cmp(&gain(&b.1)));
    let place = |name: &str| if single { String::new() } else { format!(" of {}", brief(name)) };
    match best {
        Some((name, Hire::Pays(best, rivals))) => {
            let sure = if rivals.is_empty() { "goes" } else { "most likely goes" };
            let what = if single { "The next hire" } else { "The next hire that pays most" };
            format!(
                "{what} {sure} to {}{}: {} contribution",
                brief(&best.title),
                place(name),
                change(best.contribution.mean_difference)
            )
        }
        _ if found.iter().any(|(_, hire)| matches!(hire, Hire::Unclear(_))) => {
            "Whether one more seat pays anywhere is lost in the noise".to_owned()
        }
        Some(_) => "One more seat pays in no role".to_owned(),
        None => "What one more seat changes".to_owned(),
    }
}

fn paint(sheet: &Sheet, panels: &[Panel], caption: &str) {
    let style = sheet.style;
    let key = Key::new(sheet, if panels.len() == 1 { panels[0].colour } else { INK });
    let ends = ends(panels);
    let rows = if panels.len() > ONE_ROW { 2 } else { 1 };
    let columns = panels.len().div_ceil(rows);
    let gap = 2.0 * style.label;
    let top = sheet.body.top + key.height + 0.4 * style.label;
    let bottom = sheet.body.bottom - 1.6 * style.axis;
    let width = (sheet.body.width() + gap) / count(columns) - gap;
    let height = (bottom - top + gap) / count(rows) - gap;
    let most = panels.iter().map(|panel| panel.rows.len()).max().unwrap_or(1);
    let amounts = Shared::by(panels.iter().flat_map(Panel::amounts));
    for (place, panel) in panels.iter().enumerate() {
        let left = sheet.body.left + count(place % columns) * (width + gap);
        let top = top + count(place / columns) * (height + gap);
        let cell = Area { left, top, right: left + width, bottom: top + height };
        Frame::new(sheet, cell, panels, most, ends, amounts).paint(sheet, panel);
    }
    key.paint(sheet);
    write_caption(sheet, caption);
}

/// What the axis measures, under the last panel.
fn write_caption(sheet: &Sheet, caption: &str) {
    let size = 0.9 * sheet.style.axis;
    let look = Look::new(size, MUTED).at(Align::Right);
    let line = sheet.measure(size, false).shorten(caption, sheet.body.width());
    sheet.text(&line, (sheet.body.right, sheet.body.bottom + 0.5 * size), look);
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The ends of what is drawn, zero among them.
fn ends(panels: &[Panel]) -> (f64, f64) {
    let reach = panels.iter().flat_map(|panel| &panel.rows).flat_map(Row::reach);
    reach.fold((0.0, 0.0), |(low, high), value| (f64::min(low, value), f64::max(high, value)))
}

/// A panel laid out: names on the left, bars on the right.
struct Frame<'s, 'a> {
    plot: Plot<'s, 'a>,
    cell: Area,
    heading: f64,
    /// Height of a role's row in pixels.
    row: f64,
    /// Letters of names and of amounts.
    letters: (f64, f64),
    amounts: Shared,
}

impl<'s, 'a> Frame<'s, 'a> {
    fn new(
        sheet: &'s Sheet<'a>,
        cell: Area,
        panels: &[Panel],
        most: usize,
        (low, high): (f64, f64),
        amounts: Shared,
    ) -> Self {
        let style = sheet.style;
        let tight = if panels.len() > ONE_ROW { 0.8 } else { 1.0 };
        let heading = if panels.len() > 1 { tight * style.name } else { 0.0 };
        let bottom = cell.bottom - 1.9 * tight * style.axis;
        let row = ((bottom - cell.top - 1.6 * heading) / count(most)).min(100.0 * style.unit);
        let letters =
            (style.label.min(0.5 * row) * tight.max(0.9), (0.85 * style.label).min(0.4 * row));
        let names = sheet.measure(letters.0, false);
        let titles = panels.iter().flat_map(|panel| &panel.rows).map(|row| names.width(row.title));
        let names = titles.fold(0.0, f64::max).min(0.36 * cell.width()) + 0.8 * letters.0;
        let area = Area {
            left: cell.left + names,
            top: cell.top + 1.6 * heading,
            bottom: bottom.min(cell.top + 1.6 * heading + row * count(most)),
            ..cell
        };
        // What is written at the ends of the bars needs room.
        let digits = sheet.measure(letters.1, false);
        let written =
            panels.iter().flat_map(Panel::amounts).map(|one| digits.width(&amounts.change(one)));
        let end = written.fold(0.0, f64::max) + letters.1;
        let before = if low < 0.0 { end } else { 0.3 * end };
        let after = if high > 0.0 { end } else { 0.3 * end };
        let pixel = (high - low).max(1e-9) / (area.width() - before - after).max(1.0);
        let axis = sheet.measure(tight * style.axis, false);
        let x = Axis::along(low - before * pixel, high + after * pixel, area.width(), &axis);
        let mut plot = Plot::new(sheet, area, x, Axis::bare(0.0, 1.0));
        plot.letters = axis.size;
        Self { plot, cell, heading, row, letters, amounts }
    }

    fn paint(&mut self, sheet: &Sheet, panel: &Panel) {
        if self.heading > 0.0 {
            let look = Look::new(self.heading, panel.colour).bold();
            let name = sheet.measure(look.size, true).shorten(panel.name, self.cell.width());
            sheet.text(&name, (self.cell.left, self.cell.top + 0.75 * look.size), look);
        }
        self.plot.axes();
        for (place, row) in panel.rows.iter().enumerate() {
            let top = self.plot.area.top + count(place) * self.row;
            let area = Area { top, bottom: top + self.row, ..self.plot.area };
            let name =
                Area { left: self.cell.left, right: area.left - 0.6 * self.letters.0, ..area };
            row.write_name(sheet, &name, self.letters.0);
            row.paint(sheet, &self.plot, &area, panel.colour, (self.letters.1, self.amounts));
        }
        let zero = self.plot.at(0.0, 0.0).0;
        let (top, bottom) = (self.plot.area.top, self.plot.area.bottom);
        sheet.line(&[(zero, top), (zero, bottom)], INK, 2.0 * sheet.style.unit);
    }
}
