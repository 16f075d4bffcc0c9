//! Where plotters draws: SVG text, on a grid 16 times finer than pixels.
//!
//! plotters rounds to whole coordinates, and on whole pixels curves kink; so
//! everything it sees is 16 times as large and divided again when written.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle, FontTransform,
};

use super::fonts::{FAMILY, Fonts};
use crate::markup::escape;

/// Steps of the drawing grid in a pixel.
pub const GRID: f64 = 16.0;
/// Height of capitals, of a letter size of 1.
pub const CAPITAL: f64 = 0.73;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Writes SVG elements into a string.
pub struct Svg<'a> {
    out: &'a mut String,
    size: (u32, u32),
    fonts: &'a Fonts,
}

impl<'a> Svg<'a> {
    /// Draws into `out` a picture of `size` pixels.
    pub fn new(out: &'a mut String, size: (u32, u32), fonts: &'a Fonts) -> Self {
        Self { out, size, fonts }
    }

    /// Text with its font named where it is not the embedded one: a reader of
    /// SVG would otherwise set the whole line in the other font.
    fn spans(&self, text: &str, bold: bool) -> String {
        let span = |(family, piece): (Option<&str>, &str)| match family {
            None => escape(piece),
            Some(family) => {
                let family = escape(family);
                format!("<tspan font-family=\"'{family}', sans-serif\">{}</tspan>", escape(piece))
            }
        };
        self.fonts.runs(text, bold).into_iter().map(span).collect()
    }

    fn element(&mut self, element: std::fmt::Arguments<'_>) {
        self.out.write_fmt(element).expect("a string takes any text");
        self.out.push('\n');
    }
}

/// A grid coordinate in pixels.
fn px(grid: i32) -> f64 {
    (f64::from(grid) / GRID * 100.0).round() / 100.0
}

/// The outline of a path in pixels.
fn outline(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut path = String::new();
    for (x, y) in points {
        let pen = if path.is_empty() { 'M' } else { 'L' };
        write!(path, "{pen}{} {}", px(x), px(y)).expect("a string takes any text");
    }
    path
}

/// Attributes of a fill or a stroke. Opacity is that of the paint: opacity of
/// the element would cost a layer each.
fn paint(what: &str, color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    let mut paint = format!("{what}=\"#{red:02x}{green:02x}{blue:02x}\"");
    if color.alpha < 1.0 {
        write!(paint, " {what}-opacity=\"{:.3}\"", color.alpha).expect("a string takes any text");
    }
    paint
}

/// Attributes of an outline without a fill.
fn stroke<S: BackendStyle>(style: &S) -> String {
    let width = f64::from(style.stroke_width()) / GRID;
    format!("fill=\"none\" {} stroke-width=\"{width}\"", paint("stroke", style.color()))
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let scale = |pixels: u32| pixels * 16;
        (scale(self.size.0), scale(self.size.1))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let look = if fill { paint("fill", style.color()) } else { stroke(style) };
        let (x, y, width, height) = (px(left), px(top), px(right - left), px(bottom - top));
        self.element(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {look}/>"
        ));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let (path, look) = (outline(path), stroke(style));
        self.element(format_args!("<path d=\"{path}\" {look} stroke-linejoin=\"round\"/>"));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let look = if fill { paint("fill", style.color()) } else { stroke(style) };
        let (x, y, r) = (px(center.0), px(center.1), f64::from(radius) / GRID);
        self.element(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {look}/>"));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        let (path, look) = (outline(vert), paint("fill", style.color()));
        self.element(format_args!("<path d=\"{path}Z\" {look}/>"));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        (x, y): BackendCoord,
    ) -> Drawn {
        // A mark without a label leaves nothing to select or to search for.
        if text.is_empty() {
            return Ok(());
        }
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let size = style.size() / GRID;
        // Bottom is the line that letters stand on.
        let drop = match style.anchor().v_pos {
            VPos::Top => CAPITAL * size,
            VPos::Center => CAPITAL / 2.0 * size,
            VPos::Bottom => 0.0,
        };
        let turn = match style.transform() {
            FontTransform::None => String::new(),
            FontTransform::Rotate90 => format!(" transform=\"rotate(90 {} {})\"", px(x), px(y)),
            FontTransform::Rotate180 => format!(" transform=\"rotate(180 {} {})\"", px(x), px(y)),
            FontTransform::Rotate270 => format!(" transform=\"rotate(270 {} {})\"", px(x), px(y)),
        };
        let weight =
            if matches!(style.style(), FontStyle::Bold) { " font-weight=\"bold\"" } else { "" };
        let (y, fill) = (px(y) + (drop * 100.0).round() / 100.0, paint("fill", style.color()));
        self.element(format_args!(
            "<text x=\"{}\" y=\"{y:.2}\" font-size=\"{size:.2}\" text-anchor=\"{anchor}\"{weight} {fill}{turn}>{}</text>",
            px(x),
            self.spans(text, matches!(style.style(), FontStyle::Bold))
        ));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let width = self.fonts.width(text, style.size(), bold);
        Ok((whole(width), whole(style.size())))
    }
}

/// A length on the grid.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
pub fn whole(length: f64) -> u32 {
    length.round().clamp(0.0, 1e9) as u32
}

/// The head and tail of an SVG file around its elements; `title` is for
/// readers who do not see the picture.
pub fn document(elements: &str, (width, height): (u32, u32), title: &str) -> String {
    let title = escape(title);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{title}\" \
         font-family=\"'{FAMILY}', Verdana, Arial, sans-serif\">\n{elements}</svg>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_is_divided_on_output() {
        assert_eq!(outline([(16, 8), (33, -4)]), "M1 0.5L2.06 -0.25");
    }
}
