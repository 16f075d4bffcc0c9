//! Where each organisation is stuck: per kind of work the hours asked and
//! given, and per role the hours left idle.

use super::finding::brief;
use super::hours::{Frame, Panel, idle_size};
use super::labels::Area;
use super::sheet::{self, Head, Sheet};
use super::style::colours;
use super::{Options, Picture};
use crate::language::Chart;
use crate::study::Study;

/// More panels than these stand in two rows.
const ONE_ROW: usize = 3;

/// The picture.
pub fn picture(study: &Study, options: &Options) -> Picture {
    let mut kinds: Vec<&str> = Vec::new();
    for kind in study.scenarios.iter().flat_map(|forecast| forecast.work.keys()) {
        if !kinds.contains(&kind.as_str()) {
            kinds.push(kind);
        }
    }
    let months = f64::from(u32::try_from(study.horizon_months.max(1)).unwrap_or(u32::MAX));
    // Two rows of panels have room for half the roles.
    let most = if study.scenarios.len() > ONE_ROW { 4 } else { 8 };
    let panels: Vec<Panel> = study
        .scenarios
        .iter()
        .zip(colours(study))
        .map(|(forecast, colour)| {
            Panel::new(forecast, colour, &kinds, months, most, options.language)
        })
        .collect();
    let head = Head {
        name: "workload".to_owned(),
        title: title(study, options.words()),
        subtitle: options.words().workload.to_owned(),
    };
    sheet::draw(study, options, &head, |sheet| paint(sheet, &panels, &kinds))
}

fn title(study: &Study, words: &Chart) -> String {
    let places: Vec<_> = study
        .scenarios
        .iter()
        .map(|one| (brief(&one.name), one.stuck().first().map(|(kind, _)| *kind)))
        .collect();
    (words.stuck)(&places)
}

/// Where the panels stand.
struct Layout {
    columns: usize,
    rows: usize,
    /// Width for the kinds' names, left of each row of panels.
    names: f64,
}

impl Layout {
    fn new(sheet: &Sheet, panels: &[Panel], kinds: &[&str]) -> Self {
        let rows = if panels.len() > ONE_ROW { 2 } else { 1 };
        let measure = sheet.measure(sheet.style.label, false);
        let widest = kinds.iter().map(|kind| measure.width(kind)).fold(0.0, f64::max);
        let names = widest.min(0.16 * sheet.body.width()) + 0.7 * sheet.style.label;
        Self { columns: panels.len().div_ceil(rows).max(1), rows, names }
    }

    /// The area of a panel, its heading and axis included.
    fn cell(&self, sheet: &Sheet, place: usize) -> Area {
        let (body, gap) = (sheet.body, 2.2 * sheet.style.label);
        let amount = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
        let width = (body.width() - self.names + gap) / amount(self.columns) - gap;
        let air = 0.6 * gap;
        let height = (body.height() + air) / amount(self.rows) - air;
        let left = body.left + self.names + amount(place % self.columns) * (width + gap);
        let top = body.top + amount(place / self.columns) * (height + air);
        Area { left, top, right: left + width, bottom: top + height }
    }
}

fn paint(sheet: &Sheet, panels: &[Panel], kinds: &[&str]) {
    let layout = Layout::new(sheet, panels, kinds);
    let most = panels.iter().map(Panel::most).fold(0.0, f64::max);
    let roles = panels.iter().map(|panel| panel.roles.len()).max().unwrap_or(0);
    // Small panels have small letters.
    let tight = if layout.rows > 1 { 0.78 } else { 1.0 };
    let frames: Vec<Frame> = (0..panels.len())
        .map(|place| {
            Frame::new(sheet, layout.cell(sheet, place), tight, most, (kinds.len(), roles))
        })
        .collect();
    let small = idle_size(sheet, &frames, panels);
    for (place, (mut frame, panel)) in frames.into_iter().zip(panels).enumerate() {
        if place % layout.columns == 0 {
            frame.write_kinds(sheet, kinds, layout.names);
        }
        frame.paint(sheet, panel, small);
    }
}
