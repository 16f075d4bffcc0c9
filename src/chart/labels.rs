//! Places for labels: none over another, none over a line, none outside.

/// A rectangle in pixels, y downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Area {
    /// Width in pixels.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height in pixels.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The area with its edges moved outwards.
    pub fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    fn holds(&self, other: &Self) -> bool {
        other.left >= self.left
            && other.right <= self.right
            && other.top >= self.top
            && other.bottom <= self.bottom
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a straight line from `a` to `b` passes through.
    fn is_crossed(&self, a: (f64, f64), b: (f64, f64)) -> bool {
        // Clip the line to the area, side by side; what is left is inside.
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let sides = [
            (-dx, a.0 - self.left),
            (dx, self.right - a.0),
            (-dy, a.1 - self.top),
            (dy, self.bottom - a.1),
        ];
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (slope, distance) in sides {
            if slope == 0.0 && distance < 0.0 {
                return false;
            }
            match distance / slope {
                at if slope < 0.0 => from = from.max(at),
                at if slope > 0.0 => to = to.min(at),
                _ => {}
            }
        }
        from < to
    }
}

/// What labels must keep clear of.
#[derive(Debug, Clone)]
pub struct Ground {
    within: Area,
    taken: Vec<Area>,
    lines: Vec<Vec<(f64, f64)>>,
}

impl Ground {
    /// Free ground.
    pub fn new(within: Area) -> Self {
        Self { within, taken: Vec::new(), lines: Vec::new() }
    }

    /// Keeps labels off a line.
    pub fn line(&mut self, points: Vec<(f64, f64)>) {
        self.lines.push(points);
    }

    /// Keeps labels off an area.
    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// The first of the places that is free, which is then taken. `air` is the
    /// distance to keep.
    pub fn place(&mut self, places: impl IntoIterator<Item = Area>, air: f64) -> Option<Area> {
        let place = places.into_iter().find(|place| self.is_free(&place.grown(air), place))?;
        self.taken.push(place);
        Some(place)
    }

    fn is_free(&self, wide: &Area, place: &Area) -> bool {
        let crossed =
            |line: &Vec<(f64, f64)>| line.windows(2).any(|ends| wide.is_crossed(ends[0], ends[1]));
        self.within.holds(place)
            && !self.taken.iter().any(|taken| wide.meets(taken))
            && !self.lines.iter().any(crossed)
    }
}

/// Moves labels along a line until none overlaps: `wanted` are their middles,
/// `sizes` their lengths, and the answers lie within `low` and `high` as far
/// as there is room. Order is kept and everybody moves as little as may be.
pub fn spread(wanted: &[f64], sizes: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));
    let mut clusters: Vec<Cluster> = Vec::new();
    for &label in &order {
        let mut cluster = Cluster::of(label, wanted[label], sizes[label]).within(low, high);
        while let Some(before) = clusters.pop_if(|before| before.end() > cluster.start) {
            cluster = before.joined(cluster, wanted, sizes).within(low, high);
        }
        clusters.push(cluster);
    }
    let mut middles = vec![0.0; wanted.len()];
    for cluster in clusters {
        let mut at = cluster.start;
        for label in cluster.labels {
            middles[label] = at + sizes[label] / 2.0;
            at += sizes[label];
        }
    }
    middles
}

/// Labels that touch.
struct Cluster {
    labels: Vec<usize>,
    start: f64,
    length: f64,
}

impl Cluster {
    fn of(label: usize, middle: f64, length: f64) -> Self {
        Self { labels: vec![label], start: middle - length / 2.0, length }
    }

    fn end(&self) -> f64 {
        self.start + self.length
    }

    fn within(mut self, low: f64, high: f64) -> Self {
        self.start = self.start.min(high - self.length).max(low);
        self
    }

    /// Both as one, where the mean of the shifts is nil.
    fn joined(mut self, other: Self, wanted: &[f64], sizes: &[f64]) -> Self {
        self.labels.extend(other.labels);
        self.length += other.length;
        let (mut offset, mut sum) = (0.0, 0.0);
        for &label in &self.labels {
            sum += wanted[label] - offset - sizes[label] / 2.0;
            offset += sizes[label];
        }
        self.start = sum / f64::from(u32::try_from(self.labels.len()).unwrap_or(u32::MAX));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(left: f64, top: f64, right: f64, bottom: f64) -> Area {
        Area { left, top, right, bottom }
    }

    #[test]
    fn labels_that_wish_for_the_same_place_share_it() {
        assert_eq!(spread(&[50.0, 50.0], &[20.0, 20.0], 0.0, 100.0), [40.0, 60.0]);
    }

    #[test]
    fn labels_stay_within_and_keep_their_order() {
        let middles = spread(&[2.0, 98.0, 96.0, 97.0], &[10.0; 4], 0.0, 100.0);
        assert_eq!(middles, [5.0, 95.0, 75.0, 85.0]);
    }

    #[test]
    fn labels_that_are_apart_do_not_move() {
        assert_eq!(spread(&[70.0, 20.0], &[10.0, 10.0], 0.0, 100.0), [70.0, 20.0]);
    }

    #[test]
    fn a_place_on_a_line_or_on_another_label_is_passed_over() {
        let mut ground = Ground::new(area(0.0, 0.0, 100.0, 100.0));
        ground.line(vec![(0.0, 0.0), (100.0, 100.0)]);
        let places = [area(40.0, 40.0, 60.0, 60.0), area(60.0, 10.0, 90.0, 30.0)];
        assert_eq!(ground.place(places, 1.0), Some(places[1]));
        assert_eq!(ground.place(places, 1.0), None);
    }

    #[test]
    fn a_place_outside_is_passed_over() {
        let mut ground = Ground::new(area(0.0, 0.0, 100.0, 100.0));
        assert_eq!(ground.place([area(90.0, 0.0, 110.0, 10.0)], 0.0), None);
    }

    #[test]
    fn a_line_that_only_passes_near_does_not_cross() {
        let box_ = area(10.0, 10.0, 20.0, 20.0);
        assert!(box_.is_crossed((0.0, 15.0), (30.0, 15.0)));
        assert!(!box_.is_crossed((0.0, 5.0), (30.0, 5.0)));
        assert!(!box_.is_crossed((0.0, 30.0), (8.0, 0.0)));
        assert!(box_.is_crossed((12.0, 12.0), (13.0, 13.0)));
    }
}
