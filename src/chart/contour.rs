//! A figure over a grid of places, as coloured levels and lines of equal height.
//!
//! Each cell of the grid is four triangles around its middle, whose height is the
//! mean of the corners; over a triangle the figure is a plane, so levels have
//! straight edges and neighbours meet.

/// A place on the page, in pixels, with the figure there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// From above.
    pub y: f64,
    /// The figure.
    pub height: f64,
}

/// The triangles of a grid.
pub struct Surface {
    columns: usize,
    spots: Vec<Spot>,
}

impl Surface {
    /// Over places in rows of `columns`, at least two of either.
    pub fn new(columns: usize, spots: Vec<Spot>) -> Self {
        Self { columns, spots }
    }

    /// All triangles, row by row.
    pub fn triangles(&self) -> impl Iterator<Item = [Spot; 3]> {
        let rows = self.spots.len() / self.columns;
        let cells = (1..rows).flat_map(|row| (1..self.columns).map(move |column| (row, column)));
        cells.flat_map(|(row, column)| {
            let at = |row: usize, column: usize| self.spots[row * self.columns + column];
            let corners = [
                at(row - 1, column - 1),
                at(row - 1, column),
                at(row, column),
                at(row, column - 1),
            ];
            let mean = |of: fn(&Spot) -> f64| corners.iter().map(of).sum::<f64>() / 4.0;
            let middle =
                Spot { x: mean(|it| it.x), y: mean(|it| it.y), height: mean(|it| it.height) };
            (0..4).map(move |side| [corners[side], corners[(side + 1) % 4], middle])
        })
    }

    /// The figure at a place; none outside the grid.
    pub fn at(&self, x: f64, y: f64) -> Option<f64> {
        let rows = self.spots.len() / self.columns;
        let column = (1..self.columns).find(|&column| x <= self.spots[column].x)?;
        let row = |row: usize| self.spots[row * self.columns].y;
        let below = (1..rows).find(|&at| (y - row(at - 1)) * (y - row(at)) <= 0.0)?;
        let at = |row: usize, column: usize| self.spots[row * self.columns + column];
        let (a, b) = (at(below - 1, column - 1), at(below, column));
        let (right, down) = ((x - a.x) / (b.x - a.x), (y - a.y) / (b.y - a.y));
        let mix = |from: f64, to: f64, share: f64| from + share * (to - from);
        let upper = mix(a.height, at(below - 1, column).height, right);
        let lower = mix(at(below, column - 1).height, b.height, right);
        (right >= 0.0).then(|| mix(upper, lower, down))
    }

    /// The pieces of the page where the figure lies between two heights.
    pub fn between(&self, low: f64, high: f64) -> Vec<Vec<(f64, f64)>> {
        let piece = |triangle: [Spot; 3]| {
            let above = cut(&triangle, |spot| spot.height - low);
            let inside = cut(&above, |spot| high - spot.height);
            (inside.len() > 2).then(|| inside.iter().map(|spot| (spot.x, spot.y)).collect())
        };
        self.triangles().filter_map(piece).collect()
    }

    /// The lines along which the figure is `height`, joined as far as they go.
    pub fn line(&self, height: f64) -> Vec<Vec<(f64, f64)>> {
        let mut pieces: Vec<[(f64, f64); 2]> = Vec::new();
        for triangle in self.triangles() {
            let mut ends = Vec::new();
            for side in 0..3 {
                let (a, b) = (triangle[side], triangle[(side + 1) % 3]);
                if (a.height < height) != (b.height < height) {
                    // From the lower end, so that neighbours find the very same place.
                    let (a, b) = if a.height < b.height { (a, b) } else { (b, a) };
                    let share = (height - a.height) / (b.height - a.height);
                    ends.push((a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)));
                }
            }
            if let [from, to] = ends[..] {
                pieces.push([from, to]);
            }
        }
        joined(pieces)
    }
}

/// The part of a polygon where `side` is not below zero.
fn cut(polygon: &[Spot], side: impl Fn(&Spot) -> f64) -> Vec<Spot> {
    let mut kept = Vec::new();
    for (place, &here) in polygon.iter().enumerate() {
        let next = polygon[(place + 1) % polygon.len()];
        let (from, to) = (side(&here), side(&next));
        if from >= 0.0 {
            kept.push(here);
        }
        if (from >= 0.0) != (to >= 0.0) {
            let share = from / (from - to);
            let mix = |a: f64, b: f64| a + share * (b - a);
            kept.push(Spot {
                x: mix(here.x, next.x),
                y: mix(here.y, next.y),
                height: mix(here.height, next.height),
            });
        }
    }
    kept
}

/// Pieces of lines end to end.
fn joined(mut pieces: Vec<[(f64, f64); 2]>) -> Vec<Vec<(f64, f64)>> {
    let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1) < 1e-6;
    let mut lines = Vec::new();
    while let Some([first, last]) = pieces.pop() {
        let mut line = std::collections::VecDeque::from([first, last]);
        loop {
            let (head, tail) = (line[0], line[line.len() - 1]);
            let meets = |piece: &[(f64, f64); 2]| {
                piece.iter().any(|&end| near(end, head) || near(end, tail))
            };
            let Some(place) = pieces.iter().position(meets) else { break };
            let [a, b] = pieces.swap_remove(place);
            match () {
                () if near(a, tail) => line.push_back(b),
                () if near(b, tail) => line.push_back(a),
                () if near(a, head) => line.push_front(b),
                () => line.push_front(a),
            }
        }
        lines.push(line.into());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Heights that rise to the right, over 3 × 3 places 10 pixels apart.
    fn slope() -> Surface {
        let spot = |place: u32| {
            let (x, y) = (f64::from(place % 3) * 10.0, f64::from(place / 3) * 10.0);
            Spot { x, y, height: x / 20.0 }
        };
        Surface::new(3, (0..9).map(spot).collect())
    }

    fn area(polygon: &[(f64, f64)]) -> f64 {
        let ends = polygon.iter().zip(polygon.iter().cycle().skip(1));
        ends.map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>().abs() / 2.0
    }

    #[test]
    fn levels_cover_the_page_once() {
        let whole: f64 = [(-1.0, 0.3), (0.3, 0.5), (0.5, 2.0)]
            .iter()
            .flat_map(|&(low, high)| slope().between(low, high))
            .map(|piece| area(&piece))
            .sum();
        assert!((whole - 400.0).abs() < 1e-9, "{whole}");
        let part: f64 = slope().between(0.3, 0.5).iter().map(|piece| area(piece)).sum();
        assert!((part - 80.0).abs() < 1e-9, "{part}");
    }

    #[test]
    fn a_line_of_equal_height_is_one_line_from_edge_to_edge() {
        let lines = slope().line(0.3);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].iter().all(|point| (point.0 - 6.0).abs() < 1e-9), "{lines:?}");
        let ends = [lines[0][0].1, lines[0][lines[0].len() - 1].1];
        assert!((ends[0] - ends[1]).abs() > 19.9, "{ends:?}");
        assert!(slope().line(1.5).is_empty());
    }

    #[test]
    fn the_figure_between_places_is_that_of_the_plane() {
        assert!((slope().at(13.0, 4.0).unwrap() - 0.65).abs() < 1e-12);
        assert_eq!(slope().at(25.0, 4.0), None);
        assert_eq!(slope().at(5.0, 25.0), None);
    }
}
