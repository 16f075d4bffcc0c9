//! The page of a picture: title, subtitle, footer, and a body to draw in.
//!
//! Everything here is in pixels from the upper left; what has coordinates of
//! its own is drawn through a [`Plot`](super::plot::Plot) on the page.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::BackendCoord;

use super::backend::{self, CAPITAL, GRID, Svg};
use super::labels::Area;
use super::style::{FAINT, GROUND, INK, MUTED, Style};
use super::text::Measure;
use super::{Options, Picture};
use crate::figure::count;
use crate::hindsight::{Backtest, Review};
use crate::language::{Chart, Language};
use crate::study::Study;

/// What stands around the body.
pub struct Head {
    /// Name of the picture's file, without extension.
    pub name: String,
    /// The finding.
    pub title: String,
    /// The question.
    pub subtitle: String,
}

/// Where a text begins, is centred or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// The place is the left end.
    Left,
    /// The place is the middle.
    Middle,
    /// The place is the right end.
    Right,
}

/// Letters.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Size in pixels.
    pub size: f64,
    /// Whether bold.
    pub bold: bool,
    /// Colour.
    pub colour: RGBColor,
    /// Which point of the text the place is.
    pub align: Align,
}

impl Look {
    /// Regular letters that begin at their place.
    pub fn new(size: f64, colour: RGBColor) -> Self {
        Self { size, bold: false, colour, align: Align::Left }
    }

    /// The same in bold.
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same, aligned.
    pub fn at(self, align: Align) -> Self {
        Self { align, ..self }
    }
}

/// A page being drawn.
pub struct Sheet<'a> {
    /// Where everything is drawn, on the fine grid.
    pub root: DrawingArea<Svg<'a>, Shift>,
    /// Sizes.
    pub style: Style,
    /// Between the subtitle and the footer.
    pub body: Area,
    options: &'a Options,
    /// Chinese names that stay whole: Latin ones have spaces to break at.
    names: Vec<&'a str>,
}

/// What a picture is of, for its small print and its file.
pub struct About<'a> {
    /// What it takes to draw it again, in a line below.
    pub footer: String,
    /// The same for programs: keywords of PNG with their texts.
    pub keywords: Vec<(&'static str, String)>,
    /// Names that lines are not to be broken in.
    pub names: Vec<&'a str>,
}

impl<'a> About<'a> {
    fn study(study: &'a Study, words: &Chart) -> Self {
        let keywords = vec![
            ("Software", format!("orgodds {}", study.version)),
            ("Seed", study.seed.to_string()),
            ("Runs", study.runs.to_string()),
        ];
        let names = study.scenarios.iter().map(|forecast| forecast.name.as_str()).collect();
        Self { footer: footer(study, words), keywords, names }
    }
}

impl About<'_> {
    /// Of a fit.
    pub fn review(review: &Review, language: Language) -> Self {
        let words = &language.words().fit;
        let (first, last) = review.period;
        let cases = count(review.cases as usize);
        let [first, last, until] = [first, last, review.last].map(|day| day.to_string());
        let later = (until != last).then_some(until.as_str());
        let footer =
            (words.footer)(&review.version, review.of_leads, &cases, [&first, &last], later);
        let software = format!("orgodds {}", review.version);
        Self { footer, keywords: vec![("Software", software)], names: Vec::new() }
    }

    /// Of a backtest.
    pub fn backtest(backtest: &Backtest, language: Language) -> Self {
        let words = &language.words().fit;
        let runs = count(backtest.runs as usize);
        let keywords = vec![
            ("Software", format!("orgodds {}", backtest.version)),
            ("Seed", backtest.seed.to_string()),
            ("Runs", backtest.runs.to_string()),
        ];
        let footer = (words.backtest_footer)(&backtest.version, &runs, backtest.seed);
        Self { footer, keywords, names: Vec::new() }
    }
}

/// Draws a page of a study; `paint` fills its body.
pub fn draw(study: &Study, options: &Options, head: &Head, paint: impl FnOnce(&Sheet)) -> Picture {
    page(About::study(study, options.words()), options, head, paint)
}

/// Draws a page; `paint` fills its body.
pub fn page(about: About, options: &Options, head: &Head, paint: impl FnOnce(&Sheet)) -> Picture {
    let mut elements = String::new();
    let size = (options.width, options.height);
    let root = Svg::new(&mut elements, size, &options.fonts).into_drawing_area();
    let (width, height) = (f64::from(options.width), f64::from(options.height));
    let body = Area { left: 0.0, top: 0.0, right: width, bottom: height };
    let names = about.names.iter().copied().filter(|name| !name.is_ascii()).collect();
    let style = Style::new(size, options.magnified);
    let mut sheet = Sheet { root, style, body, options, names };
    sheet.rectangle(&body, GROUND, 1.0);
    sheet.body = sheet.frame(&about.footer, head);
    paint(&sheet);
    sheet.root.present().expect("drawing into memory cannot fail");
    drop(sheet);
    Picture {
        name: head.name.clone(),
        title: head.title.clone(),
        svg: backend::document(&elements, size, &head.title),
        about: about.keywords,
    }
}

/// Small print: what it takes to draw the picture again.
fn footer(study: &Study, words: &Chart) -> String {
    let (paired, months) = (!study.comparisons.is_empty(), study.horizon_months);
    let runs = count(study.runs);
    (words.footer)(&study.version, &runs, paired, study.seed, months, &study.currency)
}

impl<'a> Sheet<'a> {
    /// Writes title, subtitle and footer; what is left is the body.
    fn frame(&self, footer: &str, head: &Head) -> Area {
        let style = self.style;
        let margin = 0.05 * self.body.right;
        let room = self.body.right - 2.0 * margin;
        let title = self.title_size(&head.title, room);
        let mut baseline = 0.75 * style.title;
        for line in self.measure(title, true).clauses(&head.title, room) {
            baseline += 1.28 * title;
            self.text(&line, (margin, baseline), Look::new(title, INK).bold());
        }
        baseline += 0.5 * style.subtitle;
        for line in self.measure(style.subtitle, false).clauses(&head.subtitle, room) {
            baseline += 1.3 * style.subtitle;
            self.text(&line, (margin, baseline), Look::new(style.subtitle, MUTED));
        }
        let bottom = self.body.bottom - 1.6 * style.footer;
        let small = self.measure(style.footer, false).shorten(footer, room);
        self.text(&small, (margin, bottom), Look::new(style.footer, FAINT));
        Area {
            left: margin,
            top: baseline + 1.5 * style.subtitle,
            right: self.body.right - margin,
            bottom: bottom - 2.4 * style.footer,
        }
    }

    /// The size of the title: a little smaller for one line, else two lines at
    /// the largest size that fits them, down to two thirds.
    fn title_size(&self, title: &str, room: f64) -> f64 {
        let steps = |from: u32, to| (from..to).map(|step| 1.0 - 0.05 * f64::from(step));
        let fits = |size, lines| self.measure(size, true).fits(title, room, lines);
        let one_line = steps(0, 4).map(|share| (share, 1));
        let two_lines = steps(0, 8).map(|share| (share, 2));
        let all = one_line.chain(two_lines).map(|(share, lines)| (share * self.style.title, lines));
        all.clone()
            .find(|&(size, lines)| fits(size, lines))
            .map_or(0.65 * self.style.title, |it| it.0)
    }

    /// What numbers are written in.
    pub fn language(&self) -> Language {
        self.options.language
    }

    /// What titles and labels are written in.
    pub fn words(&self) -> &'static Chart {
        self.options.words()
    }

    /// Measures letters.
    pub fn measure(&self, size: f64, bold: bool) -> Measure<'_> {
        Measure { fonts: &self.options.fonts, size, bold, kept: &self.names }
    }

    /// Writes a line of text; `y` is the line that letters stand on.
    pub fn text(&self, text: &str, (x, y): (f64, f64), look: Look) {
        let align = match look.align {
            Align::Left => HPos::Left,
            Align::Middle => HPos::Center,
            Align::Right => HPos::Right,
        };
        let weight = if look.bold { FontStyle::Bold } else { FontStyle::Normal };
        let style = TextStyle::from(("sans-serif", look.size * GRID, weight))
            .color(&look.colour)
            .pos(Pos::new(align, VPos::Bottom));
        self.add(&Text::new(text.to_owned(), grid((x, y)), style));
    }

    /// Writes a text whose capitals are centred on `y`.
    pub fn text_beside(&self, text: &str, (x, y): (f64, f64), look: Look) {
        self.text(text, (x, y + CAPITAL / 2.0 * look.size), look);
    }

    /// Writes lines below each other in an area of [`Sheet::block`]'s size.
    pub fn lines(&self, lines: &[String], area: &Area, look: Look) {
        let x = match look.align {
            Align::Left => area.left,
            Align::Middle => f64::midpoint(area.left, area.right),
            Align::Right => area.right,
        };
        let mut baseline = area.top + CAPITAL * look.size;
        for line in lines {
            self.text(line, (x, baseline), look);
            baseline += 1.2 * look.size;
        }
    }

    /// Width and height of lines below each other, with the depth of letters.
    pub fn block(&self, lines: &[String], look: Look) -> (f64, f64) {
        let measure = self.measure(look.size, look.bold);
        let width = lines.iter().map(|line| measure.width(line)).fold(0.0, f64::max);
        let more = u32::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
        (width, look.size * (CAPITAL + 0.22 + 1.2 * f64::from(more)))
    }

    /// Draws a line through points.
    pub fn line(&self, points: &[(f64, f64)], colour: RGBColor, width: f64) {
        let points: Vec<_> = points.iter().map(|&point| grid(point)).collect();
        self.add(&PathElement::new(points, stroke(colour, width)));
    }

    /// Draws a dashed line between two points.
    pub fn dashes(&self, from: (f64, f64), to: (f64, f64), colour: RGBColor, width: f64) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let dash = 7.0 * self.style.unit / dx.hypot(dy).max(1.0);
        let mut at = 0.0;
        while at < 1.0 {
            let end = (at + dash).min(1.0);
            let point = |share: f64| (from.0 + share * dx, from.1 + share * dy);
            self.line(&[point(at), point(end)], colour, width);
            at += 1.7 * dash;
        }
    }

    /// Fills an area.
    pub fn rectangle(&self, area: &Area, colour: RGBColor, opacity: f64) {
        let corners = [grid((area.left, area.top)), grid((area.right, area.bottom))];
        self.add(&Rectangle::new(corners, colour.mix(opacity).filled()));
    }

    /// Fills a polygon.
    pub fn polygon(&self, corners: &[(f64, f64)], colour: RGBColor) {
        let corners: Vec<_> = corners.iter().map(|&corner| grid(corner)).collect();
        self.add(&Polygon::new(corners, colour.filled()));
    }

    /// Draws the outline of an area, inside its edges.
    pub fn outline(&self, area: &Area, colour: RGBColor, width: f64) {
        let inner = area.grown(-width / 2.0);
        let corners = [grid((inner.left, inner.top)), grid((inner.right, inner.bottom))];
        self.add(&Rectangle::new(corners, stroke(colour, width)));
    }

    /// Draws a filled dot.
    pub fn dot(&self, center: (f64, f64), radius: f64, colour: RGBColor) {
        let radius = i32::try_from(backend::whole(radius * GRID)).unwrap_or(i32::MAX);
        self.add(&Circle::new(grid(center), radius, colour.filled()));
    }

    fn add<E>(&self, element: &E)
    where
        for<'e> &'e E: PointCollection<'e, BackendCoord>,
        E: Drawable<Svg<'a>>,
    {
        self.root.draw(element).expect("drawing into memory cannot fail");
    }
}

/// A stroke of a width in pixels.
pub fn stroke(colour: RGBColor, width: f64) -> ShapeStyle {
    colour.stroke_width(backend::whole(width * GRID))
}

/// A place in pixels on the drawing grid.
#[expect(clippy::cast_possible_truncation, reason = "clamped far outside any picture")]
fn grid((x, y): (f64, f64)) -> BackendCoord {
    let whole = |pixels: f64| (pixels * GRID).round().clamp(-1e6, 1e7) as i32;
    (whole(x), whole(y))
}
