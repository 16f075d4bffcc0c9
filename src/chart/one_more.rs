//! What one more seat in each role changes in contribution, and one fewer: where
//! the next hire goes, and which role has too many people.

use super::finding::{brief, in_currency, months};
use super::labels::Area;
use super::seat_frame::{Frame, Layout, Scale};
use super::seats::{Key, Panel};
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{INK, MUTED, colours};
use super::{Options, Picture};
use crate::figure::change;
use crate::study::{Hire, Study};

/// As many roles and headings as find room below each other.
const STACKED: usize = 18;

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
    match best {
        Some((name, Hire::Pays(best, rivals))) => {
            let role = brief(&best.title);
            let gain = change(best.contribution.mean_difference);
            match (single, rivals.is_empty()) {
                (true, true) => format!("The next hire goes to {role}: {gain} contribution"),
                (true, false) => {
                    format!("The next hire most likely goes to {role}: {gain} contribution")
                }
                _ => format!("One more {role} in {} pays most: {gain} contribution", brief(name)),
            }
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
    let field = Area {
        top: sheet.body.top + key.height + 0.4 * style.label,
        bottom: sheet.body.bottom - 0.4 * style.axis,
        ..sheet.body
    };
    let rows: usize = panels.iter().map(|panel| panel.rows.len()).sum();
    let layout = if panels.len() == 1 || rows + panels.len() <= STACKED {
        Layout::stacked(sheet, field, panels)
    } else {
        Layout::beside(sheet, field, panels)
    };
    let scale = Scale::new(sheet, &layout, panels);
    for (place, (panel, cell)) in panels.iter().zip(&layout.cells).enumerate() {
        let labelled = !layout.is_stacked || place + 1 == panels.len();
        Frame::new(sheet, &layout, &scale, cell, labelled).paint(sheet, panel);
    }
    key.paint(sheet);
    let look = Look::new(0.9 * style.axis, MUTED).at(Align::Right);
    let line = sheet.measure(look.size, false).shorten(caption, field.width());
    let lowest = layout.cells.last().map_or(field.bottom, |cell| cell.bottom);
    sheet.text(&line, (field.right, lowest + 3.0 * style.axis), look);
}
