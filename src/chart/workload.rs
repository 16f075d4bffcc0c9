//! Where each organisation is stuck: per kind of work the hours asked and
//! given, and per role the hours left idle.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::finding::{brief, join};
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{IDLE, INK, LOSS, MUTED, colours};
use super::{Options, Picture};
use crate::figure::{fixed, percent};
use crate::study::{Forecast, RoleHours, Study, WorkHours};

/// Below this share of what is asked a kind of work is short.
const SHORT: f64 = 0.9;
/// Roles whose idle hours are shown, the most idle first if there are more.
const MOST_ROLES: usize = 8;

/// One organisation's hours a month.
struct Panel<'a> {
    name: &'a str,
    colour: RGBColor,
    work: Vec<Option<&'a WorkHours>>,
    roles: Vec<(&'a str, Idle)>,
}

/// Idle hours of a role.
#[derive(Clone, Copy)]
struct Idle {
    hours: f64,
    /// Of the hours there were.
    share: f64,
}

/// The picture.
pub fn picture(study: &Study, options: &Options) -> Picture {
    let mut kinds: Vec<&str> = Vec::new();
    for kind in study.scenarios.iter().flat_map(|forecast| forecast.work.keys()) {
        if !kinds.contains(&kind.as_str()) {
            kinds.push(kind);
        }
    }
    let panels: Vec<Panel> = study
        .scenarios
        .iter()
        .zip(colours(study))
        .map(|(forecast, colour)| Panel::new(forecast, colour, &kinds))
        .collect();
    let head = Head {
        name: "workload".to_owned(),
        title: title(study),
        subtitle:
            "Standard hours a month by kind of work: asked for (outline), given (filled), share met"
                .to_owned(),
    };
    let months = f64::from(u32::try_from(study.horizon_months.max(1)).unwrap_or(u32::MAX));
    sheet::draw(study, options, &head, |sheet| paint(sheet, &panels, &kinds, months))
}

/// Share of the hours asked for that was given.
fn met(work: &WorkHours) -> f64 {
    if work.demanded > 0.0 { (work.supplied / work.demanded).clamp(0.0, 1.0) } else { 1.0 }
}

/// The kind of work that goes short of most hours.
fn stuck(forecast: &Forecast) -> Option<&str> {
    let short = forecast.work.iter().filter(|(_, work)| met(work) < SHORT);
    let missing = |work: &WorkHours| work.demanded - work.supplied;
    short.max_by(|a, b| missing(a.1).total_cmp(&missing(b.1))).map(|(kind, _)| kind.as_str())
}

fn title(study: &Study) -> String {
    let places: Vec<_> = study.scenarios.iter().map(|one| (brief(&one.name), stuck(one))).collect();
    let first = places.first().and_then(|place| place.1);
    let same = places.iter().all(|place| place.1 == first);
    match (&places[..], first) {
        ([], _) => "Hours asked and given".to_owned(),
        ([(name, None)], _) => format!("{name} keeps up with all the work"),
        ([(name, Some(kind))], _) => format!("{name} is stuck at {kind}"),
        ([_, _], None) if same => "Both keep up with all the work".to_owned(),
        ([_, _], Some(kind)) if same => format!("Both are stuck at {kind}"),
        (_, None) if same => "All keep up with the work".to_owned(),
        (_, Some(kind)) if same => format!("All are stuck at {kind}"),
        ([(a, Some(p)), (b, Some(q))], _) => format!("{a} is stuck at {p}, {b} at {q}"),
        ([(a, Some(p)), (b, None)], _) => format!("{a} is stuck at {p}, {b} keeps up"),
        ([(a, None), (b, Some(q))], _) => format!("{b} is stuck at {q}, {a} keeps up"),
        (many, _) => most(many),
    }
}

/// Where most organisations are stuck.
fn most(places: &[(String, Option<&str>)]) -> String {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for kind in places.iter().filter_map(|place| place.1) {
        match kinds.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    kinds.sort_by(|a, b| b.1.cmp(&a.1));
    let word = |&(kind, count): &(&str, usize)| format!("{count} at {kind}");
    let words: Vec<String> = kinds.iter().take(3).map(word).collect();
    format!("Of {} organisations {} get stuck", places.len(), join(&words)).replace(
        " get stuck",
        if kinds.len() > 3 { " get stuck, others elsewhere" } else { " get stuck" },
    )
}

impl<'a> Panel<'a> {
    fn new(forecast: &'a Forecast, colour: RGBColor, kinds: &[&str]) -> Self {
        let roles = forecast.roles.iter().filter(|(_, role)| role.hours_available > 0.0);
        let mut roles: Vec<_> =
            roles.map(|(key, role)| (title_of(key, role), idle(role))).collect();
        if roles.len() > MOST_ROLES {
            roles.sort_by(|a, b| b.1.hours.total_cmp(&a.1.hours));
            roles.truncate(MOST_ROLES);
        }
        let work = kinds.iter().map(|kind| forecast.work.get(*kind)).collect();
        Self { name: &forecast.name, colour, work, roles }
    }
}

/// A role's title, or its key where it has none.
fn title_of<'a>(key: &'a str, role: &'a RoleHours) -> &'a str {
    if role.title.is_empty() { key } else { &role.title }
}

fn idle(role: &RoleHours) -> Idle {
    let hours = (role.hours_available - role.hours_given).max(0.0);
    Idle { hours, share: (hours / role.hours_available).clamp(0.0, 1.0) }
}

/// Where the panels stand.
struct Layout {
    columns: usize,
    rows: usize,
    /// Width for the kinds' names, left of each row of panels.
    names: f64,
    /// Upper end of all axes, in hours over the counted months.
    high: f64,
    /// Rows for roles in each panel.
    roles: usize,
    months: f64,
}

impl Layout {
    fn new(sheet: &Sheet, panels: &[Panel], kinds: &[&str], months: f64) -> Self {
        let rows = if panels.len() > 3 { 2 } else { 1 };
        let measure = sheet.measure(sheet.style.label, false);
        let widest = kinds.iter().map(|kind| measure.width(kind)).fold(0.0, f64::max);
        let names = widest.min(0.16 * sheet.body.width()) + 0.7 * sheet.style.label;
        let work = panels.iter().flat_map(|panel| panel.work.iter().flatten());
        let asked = work.map(|work| work.demanded.max(work.supplied)).fold(0.0, f64::max);
        let idle = panels.iter().flat_map(|panel| panel.roles.iter().map(|role| role.1.hours));
        let most = idle.fold(asked, f64::max);
        let high = if most > 0.0 { most / months } else { 1.0 };
        let roles = panels.iter().map(|panel| panel.roles.len()).max().unwrap_or(0);
        Self { columns: panels.len().div_ceil(rows), rows, names, high, roles, months }
    }

    /// The area of a panel, its heading and axis included.
    fn cell(&self, sheet: &Sheet, place: usize) -> Area {
        let (body, gap) = (sheet.body, 2.2 * sheet.style.label);
        let share = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
        let width = (body.width() - self.names + gap) / share(self.columns) - gap;
        let height = (body.height() + gap) / share(self.rows) - gap;
        let left = body.left + self.names + share(place % self.columns) * (width + gap);
        let top = body.top + share(place / self.columns) * (height + gap);
        Area { left, top, right: left + width, bottom: top + height }
    }
}

fn paint(sheet: &Sheet, panels: &[Panel], kinds: &[&str], months: f64) {
    let layout = Layout::new(sheet, panels, kinds, months);
    for (place, panel) in panels.iter().enumerate() {
        let cell = layout.cell(sheet, place);
        let names = if place % layout.columns == 0 { kinds } else { &[] };
        paint_panel(sheet, &layout, panel, cell, names);
    }
}

fn paint_panel(sheet: &Sheet, layout: &Layout, panel: &Panel, cell: Area, kinds: &[&str]) {
    let style = sheet.style;
    // Small panels have small letters.
    let tight = if layout.rows > 1 { 0.78 } else { 1.0 };
    let name = Look::new(tight * style.name, panel.colour).bold();
    let heading = sheet.measure(name.size, true).shorten(panel.name, cell.width());
    sheet.text(&heading, (cell.left, cell.top + 0.75 * name.size), name);
    let area = Area {
        top: cell.top + 1.35 * name.size,
        bottom: cell.bottom - 1.9 * tight * style.axis,
        ..cell
    };
    // A gap of a row and a half between work and roles, with a heading in it.
    let work = f64::from(u32::try_from(panel.work.len()).unwrap_or(0));
    let roles = f64::from(u32::try_from(layout.roles).unwrap_or(0));
    let rows = (work + roles + 1.2).max(1.0);
    // What is written behind the longest bar needs room.
    let ends = 1.0 + 4.2 * style.label / (cell.width() - 4.2 * style.label).max(1.0);
    let letters = sheet.measure(tight * style.axis, false);
    let x = Axis::along(0.0, layout.high, area.width() / ends, &letters);
    let x = Axis { grid: false, high: ends * x.high, ..x };
    let mut plot = Plot::new(sheet, area, x, Axis::bare(0.0, rows));
    plot.letters = letters.size;
    plot.axes();
    let size = style.label.min(0.72 * area.height() / rows);
    let mut at = rows - 0.5;
    for (row, hours) in panel.work.iter().enumerate() {
        if let Some(kind) = kinds.get(row) {
            let look = Look::new(size, INK).at(Align::Right);
            let text = sheet.measure(size, false).shorten(kind, layout.names - 0.7 * size);
            sheet.text_beside(&text, (area.left - 0.6 * size, plot.at(0.0, at).1), look);
        }
        if let Some(hours) = hours {
            paint_work(sheet, &plot, panel, hours, layout.months, (at, size));
        }
        at -= 1.0;
    }
    let heading = Look::new(0.9 * size, MUTED);
    if !panel.roles.is_empty() {
        let text =
            sheet.measure(heading.size, false).shorten("idle hours by role (share)", cell.width());
        sheet.text_beside(&text, (area.left, plot.at(0.0, at - 0.1).1), heading);
    }
    at -= 1.2;
    let bars: Vec<IdleBar> =
        panel.roles.iter().map(|role| IdleBar::new(role, layout.months)).collect();
    let sizes = [0.92, 0.84, 0.76, 0.68].map(|share| share * size);
    let whole = |&&size: &&f64| bars.iter().all(|bar| bar.fits(sheet, &plot, size));
    let small = *sizes.iter().find(whole).unwrap_or(&sizes[2]);
    for bar in bars {
        bar.paint(sheet, &plot, (at, small));
        at -= 1.0;
    }
}

/// The bars of a kind of work: an outline for what was asked, filled as far
/// as it was given.
fn paint_work(
    sheet: &Sheet,
    plot: &Plot,
    panel: &Panel,
    hours: &WorkHours,
    months: f64,
    (row, size): (f64, f64),
) {
    let (asked, given) = (hours.demanded / months, hours.supplied / months);
    let bar = |hours: f64| {
        let (left, top) = plot.at(0.0, row + 0.31);
        let (right, bottom) = plot.at(hours, row - 0.31);
        Area { left, top, right, bottom }
    };
    sheet.rectangle(&bar(given), panel.colour, 1.0);
    let outline = bar(asked.max(given));
    sheet.outline(&outline, panel.colour, (2.5 * sheet.style.unit).min(outline.width()));
    let share = met(hours);
    let look = if share < SHORT { Look::new(size, LOSS).bold() } else { Look::new(size, MUTED) };
    let text = if asked > 0.0 { percent(share) } else { "nothing asked".to_owned() };
    sheet.text_beside(&text, (outline.right + 0.5 * size, plot.at(0.0, row).1), look);
}

/// A role's idle hours a month, with its title behind the bar.
struct IdleBar<'a> {
    title: &'a str,
    figures: String,
    hours: f64,
}

impl<'a> IdleBar<'a> {
    fn new((title, idle): &(&'a str, Idle), months: f64) -> Self {
        let hours = idle.hours / months;
        let figures = format!(" · {} ({})", fixed(hours, 0), percent(idle.share));
        Self { title, figures, hours }
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

    fn paint(&self, sheet: &Sheet, plot: &Plot, (row, size): (f64, f64)) {
        let (left, top) = plot.at(0.0, row + 0.36);
        let (right, bottom) = plot.at(self.hours, row - 0.36);
        sheet.rectangle(&Area { left, top, right, bottom }, IDLE, 1.0);
        let measure = sheet.measure(size, false);
        let (start, room) = self.room(plot, size);
        let title = measure.shorten(self.title, room - measure.width(&self.figures));
        let text = format!("{title}{}", self.figures);
        sheet.text_beside(&text, (start, plot.at(0.0, row).1), Look::new(size, INK));
    }
}
