//! A pair of axes on a page.

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::element::{Polygon, Rectangle};
use plotters::series::{AreaSeries, LineSeries};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, RGBColor, ShapeStyle, TextStyle};

use super::axis::Axis;
use super::backend::{GRID, Svg, whole};
use super::labels::Area;
use super::sheet::{Align, Look, Sheet, stroke};
use super::style::{AXIS, GRID_LINE, MUTED};

/// Axes laid out over an area of a page; nothing is drawn until asked for.
pub struct Plot<'s, 'a> {
    chart: ChartContext<'s, Svg<'a>, Cartesian2d<Axis, Axis>>,
    sheet: &'s Sheet<'a>,
    /// Between the axes, in pixels.
    pub area: Area,
    /// Size of the letters along the axes.
    pub letters: f64,
    /// For both axes, whether there are marks and whether there is a grid.
    marked: [(bool, bool); 2],
}

impl<'s, 'a> Plot<'s, 'a> {
    /// Lays out the axes; labels stand outside the area.
    pub fn new(sheet: &'s Sheet<'a>, area: Area, x: Axis, y: Axis) -> Self {
        let (width, height) = sheet.root.dim_in_pixel();
        let below = whole(2.0 * sheet.style.axis * GRID);
        let beside = whole((area.left * GRID).min(12.0 * sheet.style.axis * GRID));
        let marked = [&x, &y].map(|axis| (!axis.marks.is_empty(), axis.grid));
        let chart = ChartBuilder::on(&sheet.root)
            .margin_left(whole(area.left * GRID) - beside)
            .margin_top(whole(area.top * GRID))
            .margin_right(width.saturating_sub(whole(area.right * GRID)))
            .margin_bottom(height.saturating_sub(whole(area.bottom * GRID) + below))
            .x_label_area_size(below)
            .y_label_area_size(beside)
            .build_cartesian_2d(x, y)
            .expect("drawing into memory cannot fail");
        Self { chart, sheet, area, letters: sheet.style.axis, marked }
    }

    /// Draws marks, labels and grid; an axis without marks stays unseen.
    pub fn axes(&mut self) {
        let style = self.sheet.style;
        let letters = TextStyle::from(("sans-serif", self.letters * GRID)).color(&MUTED);
        let [(x_shown, x_grid), (y_shown, y_grid)] = self.marked;
        let x_letters = letters.pos(Pos::new(HPos::Center, VPos::Top));
        let y_letters = letters.pos(Pos::new(HPos::Right, VPos::Center));
        let line = stroke(AXIS, 1.5 * style.unit);
        self.mesh(x_letters.clone(), y_letters.clone(), line, [x_grid, y_grid], [x_shown, false]);
        // Amounts stand at the lines of the grid: the axis itself is not drawn.
        let unseen = AXIS.mix(0.0).stroke_width(0);
        self.mesh(x_letters, y_letters, unseen, [false, false], [false, y_shown]);
    }

    /// Draws the grid lines and the axes that are wanted, x first.
    fn mesh(
        &mut self,
        x_letters: TextStyle<'_>,
        y_letters: TextStyle<'_>,
        line: ShapeStyle,
        grids: [bool; 2],
        axes: [bool; 2],
    ) {
        let style = self.sheet.style;
        let mut mesh = self.chart.configure_mesh();
        mesh.bold_line_style(stroke(GRID_LINE, 1.5 * style.unit))
            .axis_style(line)
            .x_label_style(x_letters)
            .y_label_style(y_letters)
            .set_all_tick_mark_size(whole(6.0 * style.unit * GRID));
        if !grids[0] {
            mesh.disable_x_mesh();
        }
        if !grids[1] {
            mesh.disable_y_mesh();
        }
        if !axes[0] {
            mesh.disable_x_axis();
        }
        if !axes[1] {
            mesh.disable_y_axis();
        }
        mesh.draw().expect("drawing into memory cannot fail");
    }

    /// Writes what the horizontal axis measures, below its labels on the right.
    pub fn caption(&self, text: &str) {
        let style = self.sheet.style;
        let look = Look::new(0.9 * style.axis, MUTED).at(Align::Right);
        let line = self.sheet.measure(look.size, false).shorten(text, self.area.width());
        self.sheet.text(&line, (self.area.right, self.area.bottom + 3.0 * style.axis), look);
    }

    /// Where a point of the data lies on the page, in pixels.
    pub fn at(&self, x: f64, y: f64) -> (f64, f64) {
        let (x, y) = self.chart.backend_coord(&(x, y));
        (f64::from(x) / GRID, f64::from(y) / GRID)
    }

    /// Draws a curve.
    pub fn curve(&mut self, points: &[(f64, f64)], colour: RGBColor, width: f64) {
        let series = LineSeries::new(points.iter().copied(), stroke(colour, width));
        self.chart.draw_series(series).expect("drawing into memory cannot fail");
    }

    /// Fills between a curve and zero.
    pub fn fill(&mut self, points: &[(f64, f64)], colour: RGBColor, opacity: f64) {
        if points.len() < 2 {
            return;
        }
        let series = AreaSeries::new(points.iter().copied(), 0.0, colour.mix(opacity));
        self.chart.draw_series(series).expect("drawing into memory cannot fail");
    }

    /// Fills between two curves over the same places.
    pub fn band(&self, lower: &[(f64, f64)], upper: &[(f64, f64)], colour: RGBColor, opacity: f64) {
        let edge = upper.iter().chain(lower.iter().rev());
        let points: Vec<_> = edge.copied().collect();
        let band = Polygon::new(points, colour.mix(opacity).filled());
        self.chart.plotting_area().draw(&band).expect("drawing into memory cannot fail");
    }

    /// Fills a bar between two corners.
    pub fn bar(&self, from: (f64, f64), to: (f64, f64), colour: RGBColor) {
        let bar = Rectangle::new([from, to], colour.filled());
        self.chart.plotting_area().draw(&bar).expect("drawing into memory cannot fail");
    }

    /// Fills a patch of a surface, in pixels. Patches reach a little into each
    /// other, so that no ground shines through between them.
    pub fn patch(&self, sheet: &Sheet, corners: &[(f64, f64)], colour: RGBColor) {
        let count = corners.len() as f64;
        let middle = (
            corners.iter().map(|corner| corner.0).sum::<f64>() / count,
            corners.iter().map(|corner| corner.1).sum::<f64>() / count,
        );
        let grown = |&(x, y): &(f64, f64)| {
            let (right, down) = (x - middle.0, y - middle.1);
            let reach = 1.0 + 2.5 / right.hypot(down).max(2.5);
            let within = |at: f64, low: f64, high: f64| at.clamp(low, high);
            (
                within(middle.0 + reach * right, self.area.left, self.area.right),
                within(middle.1 + reach * down, self.area.top, self.area.bottom),
            )
        };
        sheet.polygon(&corners.iter().map(grown).collect::<Vec<_>>(), colour);
    }
}
