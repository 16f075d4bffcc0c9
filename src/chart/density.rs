//! A density as pictures need it: how high, from where to where, and parts of it.

use crate::study::Curve;

/// Below this share of its peak a density is a line on the ground.
const TAIL: f64 = 0.004;

/// Its greatest height; 0 without points.
pub fn peak(density: &Curve) -> f64 {
    density.y.iter().copied().fold(0.0, f64::max)
}

/// From where to where there is something to see, `low` and `high` included.
pub fn seen(density: &Curve, low: f64, high: f64) -> (f64, f64) {
    let floor = TAIL * peak(density);
    let points = density.x.iter().zip(&density.y);
    let mut tall = points.filter(|&(_, &y)| y >= floor).map(|(&x, _)| x);
    let first = tall.next().unwrap_or(low);
    (first.min(low), tall.next_back().unwrap_or(high).max(high))
}

/// Its points from `low` to `high`, with one at each end. Where the curve
/// begins or ends in between, it comes straight up from the ground.
pub fn part(density: &Curve, low: f64, high: f64) -> Vec<(f64, f64)> {
    let (Some(&first), Some(&last)) = (density.x.first(), density.x.last()) else {
        return Vec::new();
    };
    let inner = density.x.iter().zip(&density.y).map(|(&x, &y)| (x, y));
    let inside: Vec<_> = inner.filter(|&(x, _)| x > low && x < high).collect();
    let start = if first <= low { (low, density.at(low)) } else { (first.min(high), 0.0) };
    let end = if last >= high { (high, density.at(high)) } else { (last.max(low), 0.0) };
    std::iter::once(start).chain(inside).chain([end]).collect()
}

/// The ends that hold all ranges.
pub fn hull(ranges: impl IntoIterator<Item = (f64, f64)>) -> (f64, f64) {
    let ends = (f64::INFINITY, f64::NEG_INFINITY);
    ranges.into_iter().fold(ends, |(low, high), range| (low.min(range.0), high.max(range.1)))
}

/// The ends with a share of their distance as air on both sides; some distance
/// even where there is none.
pub fn aired((low, high): (f64, f64), share: f64) -> (f64, f64) {
    let size = low.abs().max(high.abs());
    let air = match share * (high - low) {
        none if none <= size * 1e-9 => (0.1 * size).max(1.0),
        air => air,
    };
    (low - air, high + air)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tent() -> Curve {
        Curve { x: vec![0.0, 1.0, 2.0], y: vec![0.25, 1.0, 0.25] }
    }

    #[test]
    fn a_part_ends_on_the_curve_or_where_the_curve_does() {
        assert_eq!(part(&tent(), 0.5, 1.0), [(0.5, 0.625), (1.0, 1.0)]);
        let all = part(&tent(), -1.0, 3.0);
        assert_eq!((all[0], all[4]), ((0.0, 0.0), (2.0, 0.0)));
        assert!(part(&Curve::default(), 0.0, 1.0).is_empty());
    }

    #[test]
    fn a_range_without_width_gets_some() {
        let (low, high) = aired((5e6, 5e6), 0.03);
        assert!(low < 5e6 && high > 5e6);
    }
}
