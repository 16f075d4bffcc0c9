//! A line in pieces: dashes that go on around corners.

/// The dashes of a path in pixels, each so long, with gaps between them.
pub fn dashes(path: &[(f64, f64)], dash: f64, gap: f64) -> Vec<Vec<(f64, f64)>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<(f64, f64)> = path.first().copied().into_iter().collect();
    // What is left of a dash, or of the gap behind it.
    let (mut drawing, mut left) = (true, dash);
    for ends in path.windows(2) {
        let [mut from, to] = [ends[0], ends[1]];
        loop {
            let length = (to.0 - from.0).hypot(to.1 - from.1);
            if length <= left {
                left -= length;
                break;
            }
            let part = left / length;
            from = (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1));
            piece.push(from);
            if drawing {
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![from];
            }
            drawing = !drawing;
            left = if drawing { dash } else { gap };
        }
        if drawing {
            piece.push(to);
        }
    }
    if drawing && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_go_around_corners_and_have_their_lengths() {
        let path = [(0.0, 0.0), (5.0, 0.0), (5.0, 3.0), (12.0, 3.0)];
        let pieces = dashes(&path, 4.0, 2.0);
        assert_eq!(
            pieces,
            [
                vec![(0.0, 0.0), (4.0, 0.0)],
                vec![(5.0, 1.0), (5.0, 3.0), (7.0, 3.0)],
                vec![(9.0, 3.0), (12.0, 3.0)],
            ]
        );
    }

    #[test]
    fn a_path_of_one_point_has_no_dash() {
        assert!(dashes(&[(1.0, 1.0)], 4.0, 2.0).is_empty());
        assert!(dashes(&[], 4.0, 2.0).is_empty());
    }
}
