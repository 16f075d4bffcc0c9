//! Hatching: what is drawn so is within the error of the simulation, in colour
//! and in grey.

use plotters::style::RGBColor;

use super::labels::Area;
use super::sheet::Sheet;

/// Fills an area with slanted lines and an outline.
pub fn hatch(sheet: &Sheet, area: &Area, colour: RGBColor) {
    let (gap, width) = (9.0 * sheet.style.unit, 1.6 * sheet.style.unit);
    for line in lines(area, gap.max(3.0)) {
        sheet.line(&line, colour, width);
    }
    sheet.outline(area, colour, 1.5 * width);
}

/// Lines that rise to the right, `gap` pixels apart, cut at the edges.
fn lines(area: &Area, gap: f64) -> Vec<[(f64, f64); 2]> {
    let (width, height) = (area.width(), area.height());
    let mut lines = Vec::new();
    // Where the line through the lower edge starts, right of the left edge.
    let mut start = gap - (height / gap).floor() * gap;
    while start < width {
        let (from, to) = (start.max(0.0), (start + height).min(width));
        let at = |right: f64| (area.left + right, area.bottom - (right - start));
        if to > from {
            lines.push([at(from), at(to)]);
        }
        start += gap;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_inside() {
        for (right, bottom) in [(100.0, 30.0), (30.0, 200.0), (5.0, 1.0), (50.0, 50.0)] {
            let area = Area { left: 10.0, top: 20.0, right: 10.0 + right, bottom: 20.0 + bottom };
            let inside = |&(x, y): &(f64, f64)| {
                x >= area.left && x <= area.right && y >= area.top - 1e-9 && y <= area.bottom
            };
            let lines = lines(&area, 9.0);
            assert!(lines.iter().flatten().all(inside), "{lines:?}");
            assert!(right + bottom < 18.0 || lines.len() > 2);
        }
    }
}
