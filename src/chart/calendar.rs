//! Calendar months along an axis, and what was foretold of them.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::labels::Area;
use super::plot::Plot;
use super::sheet::Sheet;
use super::style::GROUND;
use super::text::Measure;
use crate::figure::fixed;
use crate::hindsight::{Foretold, month_after, month_name};

/// Half the width of a month's box.
const HALF: f64 = 0.38;

/// An axis of months; the first lies at 0, the next at 1.
pub fn months(first: i32, count: usize, width: f64, measure: &Measure) -> Axis {
    let amount = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let mut axis = Axis::bare(-0.5, amount(count) - 0.5);
    let room = width / (measure.width("2018-08") + 1.2 * measure.size);
    let most = room.max(1.0);
    let step = [1, 2, 3, 6, 12, 24, 60, 120];
    let step = step.into_iter().find(|&step| amount(count.div_ceil(step)) <= most).unwrap_or(240);
    let offset = i32::try_from(step).unwrap_or(1);
    // Quarters and years begin where a calendar has them.
    let start = if step == 1 { 0 } else { (-first).rem_euclid(offset) };
    let places = (usize::try_from(start).unwrap_or(0)..count).step_by(step);
    axis.marks =
        places.map(|place| (amount(place), month_name(month_after(first, place)))).collect();
    axis
}

/// Numbers of cases that are compared, rounded alike: so that the smallest has two
/// digits that count, none more than two decimals, and the largest three digits.
pub fn level<const N: usize>(numbers: [f64; N]) -> [String; N] {
    let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let decimals = usize::from(least < 10.0) + usize::from(least < 1.0);
    let most = numbers.iter().copied().fold(1.0, f64::max);
    let decimals = if most >= 100.0 { 0 } else { decimals };
    let step = 10_f64.powf((most.log10().floor() - 2.0).max(0.0));
    numbers.map(|number| {
        if step > 1.0 { fixed((number / step).round() * step, 0) } else { fixed(number, decimals) }
    })
}

/// Draws what was foretold of a month: a box a band, and the median.
pub fn paint_box(
    sheet: &Sheet,
    plot: &Plot,
    place: f64,
    month: &Foretold,
    bands: &[(u8, f64)],
    colour: RGBColor,
) {
    for &(percent, opacity) in bands {
        let (low, high) = month.band(percent);
        let ((left, bottom), (right, top)) =
            (plot.at(place - HALF, low), plot.at(place + HALF, high));
        // A band of one value is a line.
        let thin = (1.5 * sheet.style.unit - (bottom - top)).max(0.0) / 2.0;
        let area = Area { left, top: top - thin, right, bottom: bottom + thin };
        sheet.rectangle(&area, GROUND, 1.0);
        sheet.rectangle(&area, colour, opacity);
    }
    let median = [plot.at(place - HALF, month.p50), plot.at(place + HALF, month.p50)];
    sheet.line(&median, colour, 0.6 * sheet.style.line);
}

/// Draws what happened in a month.
pub fn paint_dot(sheet: &Sheet, plot: &Plot, place: f64, won: f64, colour: RGBColor) {
    let radius = (1.5 * sheet.style.line).min(0.3 * (plot.at(1.0, 0.0).0 - plot.at(0.0, 0.0).0));
    let at = plot.at(place, won);
    sheet.dot(at, 1.35 * radius, GROUND);
    sheet.dot(at, radius, colour);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_beside_each_other_are_rounded_alike() {
        assert_eq!(level([6.42, 7.81, 9.6]), ["6.4", "7.8", "9.6"]);
        assert_eq!(level([8.04, 10.3, 12.96]), ["8.0", "10.3", "13.0"]);
        assert_eq!(level([0.02, 0.08, 0.31]), ["0.02", "0.08", "0.31"]);
        assert_eq!(level([91.84, 103.4, 118.0]), ["92", "103", "118"]);
        assert_eq!(level([1_151.0, 1_274.0, 1_398.0]), ["1,150", "1,270", "1,400"]);
    }
}
