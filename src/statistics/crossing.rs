//! Where a curve that is known with error at some points crosses zero.
//!
//! Between points the curve and the ends of its intervals are taken as straight.
//! The interval of a crossing holds every place at which zero lies within the
//! curve's own interval there, as far as they hang together: wherever the curve
//! truly crosses, zero is its true value, so the place is held as often as the
//! curve's interval holds the truth there. That needs no derivative, is right
//! where the errors of neighbours go together, and leaves a side open where the
//! points end before zero can be told apart (Fieller 1954, Journal of the Royal
//! Statistical Society B 16, for a straight line).

/// A point of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Known {
    /// Where.
    pub at: f64,
    /// The estimate there.
    pub value: f64,
    /// Lower end of its interval, at most `value`.
    pub low: f64,
    /// Upper end of its interval, at least `value`.
    pub high: f64,
}

/// A place where the curve crosses zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crossing {
    /// The estimate.
    pub at: f64,
    /// Lower end of its interval; none where the points end before it.
    pub low: Option<f64>,
    /// Upper end of its interval; none where the points end before it.
    pub high: Option<f64>,
    /// Whether the curve is above zero beyond it.
    pub rising: bool,
}

/// Every crossing of a curve, whose points stand in ascending order, that can be told
/// from the next.
#[must_use]
pub fn crossings(curve: &[Known]) -> Vec<Crossing> {
    let mut found = Vec::new();
    // The last point that is not exactly zero, by its place.
    let mut before: Option<usize> = None;
    for (place, point) in curve.iter().enumerate().filter(|(_, point)| point.value != 0.0) {
        let from = before.replace(place);
        let Some(from) = from.filter(|&from| curve[from].value * point.value < 0.0) else {
            continue;
        };
        let at = if place == from + 1 {
            root((curve[from].at, curve[from].value), (point.at, point.value))
        } else {
            // Zero all along: the middle of it.
            f64::midpoint(curve[from + 1].at, curve[place - 1].at)
        };
        found.push(Crossing {
            at,
            low: edge(at, curve.iter().rev().filter(|point| point.at < at), curve),
            high: edge(at, curve.iter().filter(|point| point.at > at), curve),
            rising: point.value > 0.0,
        });
    }
    distinct(found)
}

/// Crossings whose intervals overlap may be one and the same, or none: two are a dip
/// that cannot be told from zero, and of three the one in the middle is left.
fn distinct(found: Vec<Crossing>) -> Vec<Crossing> {
    let mut groups: Vec<Vec<Crossing>> = Vec::new();
    for next in found {
        let apart =
            |before: &Crossing| before.high.zip(next.low).is_some_and(|(high, low)| high <= low);
        match groups.last_mut() {
            Some(group) if !group.iter().all(apart) => group.push(next),
            _ => groups.push(vec![next]),
        }
    }
    let middle = |group: &Vec<Crossing>| {
        let (first, last) = (group[0], group[group.len() - 1]);
        let middle = group[group.len() / 2].at;
        let one = Crossing { at: middle, high: last.high, ..first };
        (group.len() % 2 == 1).then_some(one)
    };
    groups.iter().filter_map(middle).collect()
}

/// The first place on the way from `at` through `points` where zero can be told
/// from the curve.
fn edge<'a>(at: f64, points: impl Iterator<Item = &'a Known>, curve: &[Known]) -> Option<f64> {
    let mut inside = between(at, curve);
    for point in points {
        if point.low > 0.0 {
            return Some(root((inside.at, inside.low.min(0.0)), (point.at, point.low)));
        }
        if point.high < 0.0 {
            return Some(root((inside.at, inside.high.max(0.0)), (point.at, point.high)));
        }
        inside = *point;
    }
    None
}

/// The curve at a place between its first and last point.
fn between(at: f64, curve: &[Known]) -> Known {
    let after = curve.partition_point(|point| point.at < at).clamp(1, curve.len() - 1);
    let (a, b) = (curve[after - 1], curve[after]);
    let share = (at - a.at) / (b.at - a.at);
    let mix = |a: f64, b: f64| a + share * (b - a);
    Known { at, value: mix(a.value, b.value), low: mix(a.low, b.low), high: mix(a.high, b.high) }
}

/// Where the straight line through two points, on either side of zero, is zero.
fn root(a: (f64, f64), b: (f64, f64)) -> f64 {
    a.0 + (b.0 - a.0) * (a.1 / (a.1 - b.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(points: &[(f64, f64)], error: f64) -> Vec<Known> {
        let known = |&(at, value): &(f64, f64)| Known {
            at,
            value,
            low: value - error,
            high: value + error,
        };
        points.iter().map(known).collect()
    }

    #[test]
    fn a_straight_line_is_crossed_where_it_is_zero_and_its_band_gives_the_interval() {
        let found = crossings(&curve(&[(0.0, -2.0), (1.0, 0.0), (3.0, 4.0)], 1.0));
        assert_eq!(found, [Crossing { at: 1.0, low: Some(0.5), high: Some(1.5), rising: true }]);
    }

    #[test]
    fn every_change_of_sign_is_found_and_a_touch_is_none() {
        let wave = curve(&[(0.0, 1.0), (1.0, -1.0), (2.0, 1.0), (3.0, 0.0), (4.0, 1.0)], 0.0);
        let places: Vec<(f64, bool)> =
            crossings(&wave).iter().map(|one| (one.at, one.rising)).collect();
        assert_eq!(places, [(0.5, false), (1.5, true)]);
    }

    #[test]
    fn where_the_points_end_before_zero_is_left_the_side_is_open() {
        let found = crossings(&curve(&[(0.0, -0.5), (1.0, 0.5), (2.0, 3.0)], 1.0));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].low, found[0].at), (None, 0.5));
        assert!(found[0].high.is_some_and(|high| (high - 1.2).abs() < 1e-12));
    }

    #[test]
    fn a_dip_within_the_error_is_no_change_and_a_wave_within_it_is_one() {
        let dip = [(0.0, 3.0), (1.0, -0.1), (2.0, 3.0)];
        assert!(crossings(&curve(&dip, 1.0)).is_empty());
        assert_eq!(crossings(&curve(&dip, 0.05)).len(), 2);
        let wave = [(0.0, -3.0), (1.0, 0.1), (2.0, -0.1), (3.0, 3.0)];
        let found = crossings(&curve(&wave, 1.0));
        assert_eq!(found.len(), 1);
        assert!((found[0].at - 1.5).abs() < 1e-9 && found[0].rising, "{found:?}");
        assert!(found[0].low < Some(1.0) && found[0].high > Some(2.0), "{found:?}");
    }

    #[test]
    fn a_stretch_of_zeros_is_crossed_in_its_middle_and_nothing_but_zeros_nowhere() {
        let found = crossings(&curve(&[(0.0, -1.0), (1.0, 0.0), (3.0, 0.0), (4.0, 1.0)], 0.0));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].at, found[0].low, found[0].high), (2.0, Some(1.0), Some(3.0)));
        assert!(crossings(&curve(&[(0.0, 0.0), (1.0, 0.0)], 1.0)).is_empty());
        assert!(crossings(&[]).is_empty());
    }
}
