//! When a candidate gets ahead: the cumulative difference month by month, and
//! below it the chance to be ahead by then.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::finding::{NEAR_EVEN, brief, in_currency};
use super::labels::{Area, Ground, spread};
use super::monthly::{month_marks, points};
use super::plot::Plot;
use super::sheet::{self, Align, Head, Look, Sheet};
use super::style::{INK, MUTED, colours};
use super::{Options, Picture};
use crate::figure::{Shared, percent};
use crate::language::{Language, Often, Turn};
use crate::study::{Overtaking, Study};

/// Share of the body's height for the chances.
const LOWER: f64 = 0.26;

/// Of the band at the end, what the median must rise from its lowest point for a
/// trough.
const RISE: f64 = 0.05;

/// A picture for each candidate: `overtaking`, or `overtaking-1` and so on.
pub fn pictures(study: &Study, options: &Options) -> Vec<Picture> {
    let single = study.overtaking.len() == 1;
    let name =
        |number| if single { "overtaking".to_owned() } else { format!("overtaking-{number}") };
    let shown = (1..).zip(&study.overtaking).filter(|(_, one)| !one.probability_ahead.is_empty());
    shown.map(|(number, one)| picture(study, options, one, name(number))).collect()
}

fn picture(study: &Study, options: &Options, one: &Overtaking, name: String) -> Picture {
    let colour_of = |name: &str| {
        let place = study.scenarios.iter().position(|forecast| forecast.name == name);
        place.map_or(INK, |place| colours(study)[place])
    };
    let (words, language) = (options.words(), options.language);
    let head = Head {
        name,
        title: title(study, one, language),
        subtitle: (words.overtaking)(&brief(&one.candidate), &brief(&one.baseline)),
    };
    let course = Course {
        one,
        ahead: colour_of(&one.candidate),
        behind: colour_of(&one.baseline),
        caption: in_currency(words.cumulative, study, language),
    };
    sheet::draw(study, options, &head, |sheet| course.paint(sheet))
}

/// From when on the candidate leads, and how long it is behind before that.
fn title(study: &Study, one: &Overtaking, language: Language) -> String {
    let tell = language.words().chart.turn;
    let (candidate, baseline) = (&*brief(&one.candidate), &*brief(&one.baseline));
    let months = study.horizon_months;
    let band = &one.cumulative_difference;
    if band.p10.iter().chain(&band.p90).all(|&lead| lead == 0.0) {
        return tell(&Turn::Same(candidate, baseline));
    }
    let share = one.probability_ahead.last().copied().unwrap_or_default();
    let error = one.probability_ahead_se.last().copied().unwrap_or_default();
    let text = percent(language, share);
    if (share - 0.5).abs() <= NEAR_EVEN.max(2.0 * error) {
        return tell(&Turn::Open(candidate, months, Often::of(share, &text)));
    }
    if band.p50.len() == 1 {
        return tell(&Turn::Only(candidate, Often::of(share, &text)));
    }
    let never = one.month.never;
    match one.month.p50 {
        Some(month) => tell(&Turn::From {
            candidate,
            month: month.ceil() as usize,
            behind: one.trough.months.p50.round() as usize,
        }),
        None if never >= 1.0 => tell(&Turn::Never(candidate, months)),
        None => {
            let text = percent(language, 1.0 - never);
            tell(&Turn::Stays(candidate, baseline, months, Often::of(1.0 - never, &text)))
        }
    }
}

/// What the picture is made of.
struct Course<'a> {
    one: &'a Overtaking,
    ahead: RGBColor,
    behind: RGBColor,
    caption: String,
}

/// What stands at the end of a line.
struct End {
    text: String,
    /// The amount that it belongs to.
    amount: f64,
    bold: bool,
}

impl Course<'_> {
    fn paint(&self, sheet: &Sheet) {
        let ends = self.ends(sheet);
        let look = Look::new(sheet.style.label, self.ahead).bold();
        let measure = sheet.measure(look.size, look.bold);
        let language = sheet.language();
        let share = self.one.probability_ahead.last();
        let share = share.map_or_else(String::new, |&share| percent(language, share));
        let texts = ends.iter().map(|end| &end.text).chain([&share]);
        let widest = texts.map(|text| measure.width(text)).fold(0.0, f64::max);
        let (mut upper, mut lower) = self.lay_out(sheet, widest + 0.8 * look.size);
        self.paint_course(sheet, &mut upper);
        write_ends(sheet, &upper, &ends, look);
        self.write_trough(sheet, &upper);
        self.paint_chances(sheet, &mut lower);
    }

    /// The axes of the course and of the chances, with room at the right.
    fn lay_out<'s, 'a>(&self, sheet: &'s Sheet<'a>, right: f64) -> (Plot<'s, 'a>, Plot<'s, 'a>) {
        let (body, style) = (sheet.body, sheet.style);
        let band = &self.one.cumulative_difference;
        let all = || band.p10.iter().chain(&band.p50).chain(&band.p90).copied();
        let (low, high) = (all().fold(0.0, f64::min), all().fold(0.0, f64::max));
        let y = Axis::around_zero(sheet.language(), (low, high), 0.04, 6);
        let shares = Axis::chances(sheet.language());
        let measure = sheet.measure(style.axis, false);
        let labels = y.label_width(&measure).max(shares.label_width(&measure));
        let area = Area {
            left: body.left + labels + 14.0 * style.unit,
            top: body.top + 2.2 * style.axis,
            right: body.right - right,
            bottom: body.bottom - 2.6 * style.axis,
        };
        let cut = area.bottom - LOWER * area.height();
        let count = self.one.probability_ahead.len();
        let last = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let x = Axis::bare(0.5, last + 0.5);
        let mut named = x.clone();
        named.marks = month_marks(count, area.width() / (3.0 * style.axis));
        let upper = Area { bottom: cut - 2.8 * style.axis, ..area };
        (Plot::new(sheet, upper, x, y), Plot::new(sheet, Area { top: cut, ..area }, named, shares))
    }

    fn paint_course(&self, sheet: &Sheet, plot: &mut Plot) {
        plot.axes();
        let small = Look::new(0.9 * sheet.style.axis, MUTED);
        sheet.text(&self.caption, (sheet.body.left, sheet.body.top + small.size), small);
        let band = &self.one.cumulative_difference;
        let [low, middle, high] = [&band.p10, &band.p50, &band.p90].map(|values| points(values));
        if let &[(month, median)] = &middle[..] {
            let whisker = [plot.at(month, low[0].1), plot.at(month, high[0].1)];
            sheet.line(&whisker, self.ahead, sheet.style.line);
            sheet.dot(plot.at(month, median), 2.5 * sheet.style.line, self.ahead);
        } else {
            plot.band(&low, &high, self.ahead, 0.18);
            plot.curve(&middle, self.ahead, sheet.style.line);
        }
        let zero = plot.at(0.0, 0.0).1;
        let line = [(plot.area.left, zero), (plot.area.right, zero)];
        sheet.line(&line, INK, 2.0 * sheet.style.unit);
    }

    /// What stands at the right.
    fn ends(&self, sheet: &Sheet) -> Vec<End> {
        let words = sheet.words();
        let band = &self.one.cumulative_difference;
        let last = |values: &[f64]| values.last().copied().unwrap_or_default();
        let [low, middle, high] = [&band.p10, &band.p50, &band.p90].map(|values| last(values));
        let shared = Shared::by(sheet.language(), [low, middle, high]);
        if low.total_cmp(&high).is_eq() {
            return vec![End { text: shared.change(middle), amount: middle, bold: true }];
        }
        let rim = |name, amount| {
            let text = (words.quantile)(name, &shared.change(amount));
            End { text, amount, bold: false }
        };
        let text = (words.median)(&shared.change(middle));
        vec![rim("P90", high), End { text, amount: middle, bold: true }, rim("P10", low)]
    }

    /// Month and amount of the median's lowest point, where it is below zero and
    /// the candidate comes out of it again.
    fn trough(&self) -> Option<(f64, f64)> {
        let band = &self.one.cumulative_difference;
        let last = |values: &[f64]| values.last().copied().unwrap_or_default();
        let wide = last(&band.p90) - last(&band.p10);
        let lowest = points(&band.p50).into_iter().min_by(|a, b| a.1.total_cmp(&b.1));
        lowest.filter(|&(_, depth)| depth < 0.0 && last(&band.p50) - depth > RISE * wide)
    }

    /// Names the trough, where there is room.
    fn write_trough(&self, sheet: &Sheet, plot: &Plot) {
        let Some((month, depth)) = self.trough() else { return };
        let band = &self.one.cumulative_difference;
        let shared = Shared::by(sheet.language(), band.p10.iter().chain(&band.p90).copied());
        let text = (sheet.words().trough)(month as usize, &shared.change(depth));
        let look = Look::new(0.9 * sheet.style.label, INK);
        let size = sheet.block(std::slice::from_ref(&text), look);
        let mut ground = Ground::new(plot.area);
        for values in [&band.p10, &band.p50, &band.p90] {
            ground.line(points(values).iter().map(|&(x, y)| plot.at(x, y)).collect());
        }
        let at = plot.at(month, depth);
        ground.line(vec![
            (plot.area.left, plot.at(0.0, 0.0).1),
            (plot.area.right, plot.at(0.0, 0.0).1),
        ]);
        let step = 0.5 * size.1;
        let places = (0..24_u32).flat_map(|down| [0.0, 0.3, 0.6].map(|right| (down, right)));
        let places = places.map(|(down, right)| {
            let left = at.0 - 0.3 * size.0 + right * size.0;
            let top = at.1 + (1.0 + f64::from(down)) * step;
            Area { left, top, right: left + size.0, bottom: top + size.1 }
        });
        if let Some(place) = ground.place(places, 0.2 * size.1) {
            let gap = 0.2 * size.1;
            let end = if place.left > at.0 {
                (place.left - gap, f64::midpoint(place.top, place.bottom))
            } else {
                (at.0.clamp(place.left, place.right), place.top - gap)
            };
            sheet.line(&[at, end], INK, 1.5 * sheet.style.unit);
            sheet.lines(&[text], &place, look);
            sheet.dot(at, 1.6 * sheet.style.line, INK);
        }
    }

    /// A bar a month in the colour of who is more likely to be ahead.
    fn paint_chances(&self, sheet: &Sheet, plot: &mut Plot) {
        plot.axes();
        plot.caption(sheet.words().month);
        let chances = points(&self.one.probability_ahead);
        // The bar of a single month need not fill the picture.
        let half = if chances.len() == 1 { 0.05 } else { 0.4 };
        for &(month, share) in &chances {
            let colour = if share >= 0.5 { self.ahead } else { self.behind };
            plot.bar((month - half, 0.0), (month + half, share), colour);
        }
        let even = plot.at(0.0, 0.5).1;
        let line = [(plot.area.left, even), (plot.area.right, even)];
        sheet.line(&line, INK, 1.5 * sheet.style.unit);
        let small = Look::new(0.9 * sheet.style.axis, MUTED);
        let above = (plot.area.left, plot.area.top - 0.7 * small.size);
        let text = (sheet.words().ahead_by_then)(&self.one.candidate);
        let text = sheet.measure(small.size, false).shorten(&text, plot.area.width());
        sheet.text(&text, above, small);
        if let Some(&(_, share)) = chances.last() {
            let colour = if share >= 0.5 { self.ahead } else { self.behind };
            let look = Look::new(sheet.style.label, colour).bold().at(Align::Left);
            let at = (plot.area.right + 0.8 * look.size, plot.at(0.0, share).1);
            sheet.text_beside(&percent(sheet.language(), share), at, look);
        }
    }
}

/// Writes the ends of the lines beside them, moved apart.
fn write_ends(sheet: &Sheet, plot: &Plot, ends: &[End], look: Look) {
    let wanted: Vec<f64> = ends.iter().map(|end| plot.at(0.0, end.amount).1).collect();
    let heights = vec![1.25 * look.size; ends.len()];
    let middles = spread(&wanted, &heights, sheet.body.top, plot.area.bottom + look.size);
    let left = plot.area.right + 0.8 * look.size;
    for (end, middle) in ends.iter().zip(middles) {
        sheet.text_beside(&end.text, (left, middle), Look { bold: end.bold, ..look });
    }
}
