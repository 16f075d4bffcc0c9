//! What one more seat in each role changes in contribution, and one fewer: where
//! the next hire goes, and which role has too many people.

use super::finding::{brief, in_currency};
use super::labels::Area;
use super::seat_frame::{Frame, Layout, Scale};
use super::seats::{Key, Panel};
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{INK, MUTED, colours};
use super::{Options, Picture};
use crate::figure::change;
use crate::language::{Language, Measure, Opening};
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
    let (words, language) = (options.words(), options.language);
    let head = Head {
        name: "one-more".to_owned(),
        title: title(study, language),
        subtitle: (words.one_more)(study.horizon_months),
    };
    let caption = in_currency(&(words.change_in)(Measure::Contribution), study, language);
    Some(sheet::draw(study, options, &head, |sheet| paint(sheet, &panels, &caption)))
}

/// Where the next hire goes.
fn title(study: &Study, language: Language) -> String {
    let tell = language.words().chart.opening;
    let found: Vec<(&str, Hire)> = study
        .scenarios
        .iter()
        .filter_map(|one| Some((one.name.as_str(), study.staffing(&one.name)?.hire)))
        .collect();
    let gain = |hire: &Hire| match hire {
        Hire::Pays(best, _) => best.contribution.mean_difference,
        Hire::Unclear(_) | Hire::Nowhere(_) => f64::NEG_INFINITY,
    };
    match found.iter().max_by(|a, b| gain(&a.1).total_cmp(&gain(&b.1))) {
        Some((name, Hire::Pays(best, rivals))) => {
            let role = &*brief(&best.title);
            let gain = &*change(language, best.contribution.mean_difference);
            match (study.scenarios.len(), rivals.is_empty()) {
                (1, true) => tell(&Opening::Goes(role, gain)),
                (1, false) => tell(&Opening::LikelyGoes(role, gain)),
                _ => tell(&Opening::PaysMost { role, scenario: &brief(name), gain }),
            }
        }
        _ if found.iter().any(|(_, hire)| matches!(hire, Hire::Unclear(_))) => {
            tell(&Opening::Unclear)
        }
        Some(_) => tell(&Opening::Nowhere),
        None => tell(&Opening::Unknown),
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
