//! What stands on a map: today's place, the names on their sides, and the key.

use plotters::style::RGBColor;

use super::contour::Surface;
use super::finding::brief;
use super::hatch::hatch;
use super::labels::{Area, Ground};
use super::map::{LEVELS, Map};
use super::plot::Plot;
use super::sheet::{Align, Look, Sheet};
use super::style::{AXIS, GROUND, INK, MUTED};
use crate::figure::percent;
use crate::study::sweep;

impl Map<'_> {
    /// What the scenarios say: a ring, and a bar where it is uncertain.
    pub fn today(&self, sheet: &Sheet, plot: &Plot, ground: &mut Ground) {
        let words = &sheet.language().words().sweep;
        let mut shown: Vec<(f64, f64)> = Vec::new();
        let scenarios = [&self.sweep.baseline, &self.sweep.candidate];
        let said = |axis: &sweep::Axis, side: usize| axis.today[side].or(axis.today[1 - side]);
        let both: Vec<_> = (0..2)
            .filter_map(|side| Some((said(self.first, side)?, said(self.second, side)?)))
            .collect();
        let single = both.windows(2).all(|pair| pair[0] == pair[1]);
        let holds = |axis: &sweep::Axis, value: f64| {
            (axis.values[0]..=axis.values[axis.values.len() - 1]).contains(&value)
        };
        for (side, (x, y)) in both.iter().enumerate() {
            let place = (self.first.place(x.value), self.second.place(y.value));
            let inside = holds(self.first, x.value) && holds(self.second, y.value);
            if !inside || shown.contains(&place) {
                continue;
            }
            shown.push(place);
            let at = plot.at(place.0, place.1);
            self.bars(sheet, plot, (*x, *y), at, ground);
            sheet.dot(at, 4.0 * sheet.style.line, INK);
            sheet.dot(at, 2.6 * sheet.style.line, GROUND);
            let text = if single {
                words.today.to_owned()
            } else {
                (words.today_in)(&brief(scenarios[side]))
            };
            let look = Look::new(sheet.style.label, INK).bold();
            plate(sheet, &text, at, look, ground);
        }
    }

    /// What is believed of today's values, P5 to P95.
    fn bars(
        &self,
        sheet: &Sheet,
        plot: &Plot,
        (x, y): (sweep::Today, sweep::Today),
        at: (f64, f64),
        ground: &mut Ground,
    ) {
        let within = |axis: &sweep::Axis, value: f64| {
            axis.place(value.clamp(axis.values[0], axis.values[axis.values.len() - 1]))
        };
        let width = 0.8 * sheet.style.line;
        if let Some((low, high)) = x.range {
            let ends = [low, high].map(|end| (plot.at(within(self.first, end), 0.0).0, at.1));
            sheet.line(&ends, INK, width);
            ground.line(ends.into());
        }
        if let Some((low, high)) = y.range {
            let ends = [low, high].map(|end| (at.0, plot.at(0.0, within(self.second, end)).1));
            sheet.line(&ends, INK, width);
            ground.line(ends.into());
        }
    }

    /// Each name where its side is widest.
    pub fn names(&self, sheet: &Sheet, chance: &Surface, area: Area, ground: &mut Ground) {
        let sides = [(&self.sweep.baseline, -1.0), (&self.sweep.candidate, 1.0)];
        for (name, side) in sides {
            let size = 1.1 * sheet.style.name;
            let lines = sheet.measure(size, true).balance(&brief(name), 0.3 * area.width(), 2);
            let look = Look::new(size, INK).bold();
            let (width, height) = sheet.block(&lines, look);
            let lead = |place: &Area| {
                let corners = [place.left, f64::midpoint(place.left, place.right), place.right];
                let at = corners.iter().flat_map(|&x| [(x, place.top), (x, place.bottom)]);
                at.map(|(x, y)| chance.at(x, y).map_or(-1.0, |it| side * (it - 0.5)))
                    .fold(f64::INFINITY, f64::min)
            };
            let across = (0..24_u32).flat_map(|x| (0..24_u32).map(move |y| (x, y)));
            let mut places: Vec<(f64, Area)> = across
                .map(|(x, y)| {
                    let share = |at: u32| 0.03 + 0.94 * f64::from(at) / 23.0;
                    let left = area.left + share(x) * (area.width() - width);
                    let top = area.top + share(y) * (area.height() - height);
                    let place = Area { left, top, right: left + width, bottom: top + height };
                    (lead(&place.grown(0.3 * height)), place)
                })
                .filter(|(lead, _)| *lead > 0.02)
                .collect();
            places.sort_by(|a, b| b.0.total_cmp(&a.0));
            let all = || places.iter().map(|(_, place)| *place);
            // Where lines leave no room the name stands on one.
            let free = ground.place(all(), 0.3 * height);
            let free = free.or_else(|| Ground::new(area).place(all(), 0.3 * height));
            if let Some(place) = free {
                let middle = (
                    f64::midpoint(place.left, place.right),
                    f64::midpoint(place.top, place.bottom),
                );
                let share = chance.at(middle.0, middle.1).unwrap_or(0.5);
                let colour = if is_dark(self.colour(share)) { GROUND } else { INK };
                sheet.lines(&lines, &place, Look { colour, ..look });
            }
        }
    }

    /// What the colours mean, at the right.
    pub fn key(&self, sheet: &Sheet, area: Area) {
        let style = sheet.style;
        let left = area.right + 1.6 * style.axis;
        let height = area.height() / f64::from(LEVELS);
        for level in 0..LEVELS {
            let bottom = area.bottom - f64::from(level) * height;
            let right = left + 1.2 * style.axis;
            let bar = Area { left, right, top: bottom - height, bottom };
            let middle = (f64::from(level) + 0.5) / f64::from(LEVELS);
            sheet.rectangle(&bar, self.colour(middle), 1.0);
        }
        let right = left + 1.2 * style.axis;
        sheet.outline(&Area { left, right, ..area }, AXIS, 1.5 * style.unit);
        let look = Look::new(style.axis, MUTED);
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            let y = area.bottom - share * area.height();
            sheet.text_beside(
                &percent(sheet.language(), share),
                (right + 0.5 * style.axis, y),
                look,
            );
        }
        let small = Look::new(0.9 * style.axis, MUTED).at(Align::Left);
        let text = sheet.language().words().sweep.uncertain;
        let text = sheet.measure(small.size, false).shorten(text, 0.55 * area.width());
        let line = area.bottom + 3.0 * style.axis;
        let (left, right) = (area.left, area.left + 1.6 * small.size);
        hatch(sheet, &Area { left, right, top: line - 0.8 * small.size, bottom: line }, INK);
        sheet.text(&text, (right + 0.5 * small.size, line), small);
    }
}

/// A text on a light plate beside a place.
fn plate(sheet: &Sheet, text: &str, at: (f64, f64), look: Look, ground: &mut Ground) {
    let (width, height) = sheet.block(&[text.to_owned()], look);
    let gap = 6.0 * sheet.style.line;
    let (right, left) = (at.0 + gap, at.0 - gap - width);
    let (above, below) = (at.1 - 0.8 * gap - height, at.1 + 0.8 * gap);
    let places = [(right, above), (right, below), (left, above), (left, below)];
    let places =
        places.map(|(left, top)| Area { left, top, right: left + width, bottom: top + height });
    let dot = 4.0 * sheet.style.line;
    ground.take(Area { left: at.0, right: at.0, top: at.1, bottom: at.1 }.grown(dot));
    if let Some(place) = ground.place(places, 0.2 * height) {
        sheet.rectangle(&place.grown(0.25 * height), GROUND, 0.85);
        sheet.lines(&[text.to_owned()], &place, look);
    }
}

/// Whether white letters read better on a colour than black ones.
fn is_dark(colour: RGBColor) -> bool {
    let [red, green, blue] = [colour.0, colour.1, colour.2].map(f64::from);
    0.299 * red + 0.587 * green + 0.114 * blue < 140.0
}
