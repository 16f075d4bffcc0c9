//! The share won by age: as recorded, with cases that are still open left out of
//! the ages that they have not reached, and as fitted.

use super::axis::Axis;
use super::broken;
use super::cells::Cells;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::{self, About, Head, Look, Sheet};
use super::signs::{self, Sign};
use super::style::{FITTED, INK, MUTED};
use super::{Options, Picture};
use crate::figure::{count, rate, share};
use crate::hindsight::{Conversion, Review, Share};
use crate::language::Language;

/// Small pictures of channels, and of quarters, at most.
const MOST: [usize; 2] = [9, 12];
/// Where fewer of the cases than this were observed, the recorded line is broken.
const OBSERVED: f64 = 0.5;

/// The picture; none where too few cases were observed for a curve.
pub fn picture(review: &Review, options: &Options) -> Option<Picture> {
    let (words, language) = (&options.language.words().fit, options.language);
    let last = review.conversion.first().and_then(|all| all.shares.last())?;
    let months = format!("{:.0}", last.months.max(1.0));
    let (won, fitted) = (rate(language, last.recorded), rate(language, last.fitted));
    let head = Head {
        name: "fit-conversion".to_owned(),
        title: (words.conversion_title)(review.won_of_leads, &months, &won, &fitted),
        subtitle: (words.conversion_subtitle)(review.won_of_leads),
    };
    Some(sheet::page(About::review(review, language), options, &head, |sheet| {
        // One channel is all there is.
        let shown = if review.conversion.len() == 2 { 1 } else { MOST[0] };
        paint(sheet, &review.conversion[..review.conversion.len().min(shown)]);
    }))
}

/// The picture by quarter of arrival; none where there is one quarter.
pub fn cohorts(review: &Review, options: &Options) -> Option<Picture> {
    let (words, language) = (&options.language.words().fit, options.language);
    let cohorts = &review.cohorts;
    if cohorts.len() < 2 {
        return None;
    }
    let fitting = cohorts.iter().filter(|cohort| cohort.holds()).count();
    let head = Head {
        name: "fit-cohorts".to_owned(),
        title: (words.cohorts_title)(fitting, cohorts.len()),
        subtitle: (words.cohorts_subtitle)(review.won_of_leads),
    };
    let about = About::review(review, language);
    let shown = &cohorts[cohorts.len().saturating_sub(MOST[1])..];
    Some(sheet::page(about, options, &head, |sheet| paint(sheet, shown)))
}

fn paint(sheet: &Sheet, shown: &[Conversion]) {
    let (words, body, style) = (&sheet.language().words().fit, sheet.body, sheet.style);
    let longest = longest(shown);
    let young = shown.iter().flat_map(|one| seen(one, longest)).any(is_young);
    let mut entries = vec![
        (Sign::Line, INK, words.recorded),
        (Sign::Band(0.2), INK, words.doubt_90),
        (Sign::Line, FITTED, words.fitted),
    ];
    if young {
        entries.insert(1, (Sign::Dashes, INK, words.young));
    }
    let signs = signs::write(sheet, &entries, (body.left, body.top), body.width());
    let caption = Look::new(0.9 * style.axis, MUTED);
    let field = Area { top: body.top + signs, bottom: body.bottom - 1.2 * caption.size, ..body };
    let cells = Cells::new(sheet, field, shown.len());
    let scale = Scale { months: longest, share: top(shown) };
    for (place, one) in shown.iter().enumerate() {
        let name = one.name.as_deref().map_or(words.all_channels, words.channel);
        let note = (words.won_of)(&count(one.won as usize), &count(one.cases as usize));
        let area = cells.head(sheet, place, name, &note);
        paint_one(sheet, one, &area, &scale, cells.axis);
    }
    let line = sheet.measure(caption.size, false).shorten(words.age, body.width());
    let at = (body.right, body.bottom + 0.6 * caption.size);
    sheet.text(&line, at, caption.at(super::sheet::Align::Right));
}

/// What all small pictures share.
struct Scale {
    months: f64,
    share: f64,
}

/// Where a curve has come to this share of its end, it hardly rises any more; so many
/// times that age is enough to see it.
const FLAT: (f64, f64) = (0.95, 3.0);

/// The last age to show, in months.
fn longest(shown: &[Conversion]) -> f64 {
    let enough = |one: &Conversion| {
        let last = one.shares.last()?;
        let curves: [fn(&Share) -> f64; 2] = [|share| share.recorded, |share| share.fitted];
        let flat = curves.map(|curve| {
            let flat = one.shares.iter().find(|share| curve(share) >= FLAT.0 * curve(last));
            flat.map_or(last.months, |share| share.months)
        });
        Some((FLAT.1 * flat[0].max(flat[1])).min(last.months))
    };
    shown.iter().filter_map(enough).fold(1.0, f64::max)
}

/// What is shown of a curve.
fn seen(one: &Conversion, longest: f64) -> &[Share] {
    let count = one.shares.iter().take_while(|share| share.months <= longest).count();
    &one.shares[..count]
}

/// Whether most cases have not been observed so long.
fn is_young(share: &Share) -> bool {
    share.observed < OBSERVED
}

/// The highest share to show: bands of few cases may leave the picture.
fn top(shown: &[Conversion]) -> f64 {
    let ends = shown.iter().filter_map(|one| one.shares.last());
    let curves = ends.clone().map(|last| last.recorded.max(last.fitted)).fold(0.0, f64::max);
    let bands = ends.map(|last| last.high).fold(0.0, f64::max);
    (1.05 * bands).min(1.5 * curves).clamp(0.01, 1.0)
}

/// An axis of shares, in percent.
fn shares(language: Language, top: f64, most: usize) -> Axis {
    let mut axis = Axis::amounts(language, 0.0, 100.0 * top, most);
    let fine = axis.marks.iter().any(|(at, _)| (at - at.round()).abs() > 1e-9);
    for (at, label) in &mut axis.marks {
        *at /= 100.0;
        *label = if fine { rate(language, *at) } else { share(language, *at) };
    }
    (axis.low, axis.high) = (0.0, top);
    axis
}

fn paint_one(sheet: &Sheet, one: &Conversion, area: &Area, scale: &Scale, letters: f64) {
    let (language, measure) = (sheet.language(), sheet.measure(letters, false));
    let most = if letters >= 0.9 * sheet.style.axis { 8 } else { 5 };
    let y = shares(language, scale.share, most);
    let area =
        Area { left: area.left + y.label_width(&measure) + 10.0 * sheet.style.unit, ..*area };
    let x = Axis { grid: false, ..Axis::along(sheet, (0.0, scale.months), area.width(), &measure) };
    let mut plot = Plot::new(sheet, area, x, y);
    plot.letters = letters;
    plot.axes();
    let shares = seen(one, scale.months);
    let steps = |value: fn(&Share) -> f64| {
        let mut points = vec![(0.0, 0.0)];
        for share in shares {
            let before = points[points.len() - 1].1;
            points.extend([(share.months, before), (share.months, value(share))]);
        }
        points
    };
    plot.band(&steps(|share| share.low), &steps(|share| share.high), INK, 0.2);
    recorded(sheet, &mut plot, &steps(|share| share.recorded), shares);
    let fitted = shares.iter().map(|share| (share.months, share.fitted));
    let fitted: Vec<(f64, f64)> = std::iter::once((0.0, 0.0)).chain(fitted).collect();
    plot.curve(&fitted, FITTED, 0.8 * sheet.style.line);
}

/// The recorded line, broken from where most cases have not been observed so long.
fn recorded(sheet: &Sheet, plot: &mut Plot, points: &[(f64, f64)], shares: &[Share]) {
    let width = 0.7 * sheet.style.line;
    let seen = shares.iter().take_while(|share| !is_young(share)).count();
    // Two points an age, and one at the beginning.
    let (solid, young) = (&points[..=2 * seen], &points[2 * seen..]);
    plot.curve(solid, INK, width);
    let path: Vec<(f64, f64)> = young.iter().map(|&(x, y)| plot.at(x, y)).collect();
    for dash in broken::dashes(&path, 6.0 * sheet.style.unit, 4.0 * sheet.style.unit) {
        sheet.line(&dash, INK, width);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Won evenly up to an age, and watched on for long.
    fn curve(rises: u32, watched: u32) -> Conversion {
        let share = |month: u32| {
            let won = 0.2 * f64::from(month.min(rises)) / f64::from(rises);
            let months = f64::from(month);
            Share { months, recorded: won, low: won, high: won, fitted: won, observed: 1.0 }
        };
        Conversion { name: None, cases: 100, won: 20, shares: (1..=watched).map(share).collect() }
    }

    #[test]
    fn a_long_flat_end_is_left_out_and_a_rise_never() {
        assert!((longest(&[curve(4, 60)]) - 12.0).abs() < 1e-9);
        assert!((longest(&[curve(30, 36)]) - 36.0).abs() < 1e-9);
        assert_eq!(seen(&curve(4, 60), 12.0).len(), 12);
    }
}
