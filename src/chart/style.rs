//! How every picture looks: colours, sizes, weights of line.

use plotters::style::RGBColor;

use crate::study::Study;

/// Titles and what must be read.
pub const INK: RGBColor = RGBColor(31, 41, 51);
/// Subtitles, axes, notes.
pub const MUTED: RGBColor = RGBColor(91, 103, 115);
/// The footer.
pub const FAINT: RGBColor = RGBColor(122, 133, 145);
/// Lines of an axis.
pub const AXIS: RGBColor = RGBColor(168, 177, 186);
/// Lines of a grid.
pub const GRID_LINE: RGBColor = RGBColor(226, 230, 234);
/// Hours without work.
pub const IDLE: RGBColor = RGBColor(218, 223, 228);
/// A bar where an unknown is low, and several unknowns at once.
pub const LOW_VALUE: RGBColor = RGBColor(158, 181, 201);
/// A bar where an unknown is high, and a single one.
pub const HIGH_VALUE: RGBColor = RGBColor(38, 84, 124);
/// What adds.
pub const GAIN: RGBColor = RGBColor(42, 134, 128);
/// What takes away, and what goes short.
pub const LOSS: RGBColor = RGBColor(163, 45, 72);
/// What was fitted or foretold, beside what is on record.
pub const FITTED: RGBColor = RGBColor(204, 84, 32);
/// The ground.
pub const GROUND: RGBColor = RGBColor(255, 255, 255);

/// The baseline first, then the candidates: told apart with any colour vision and
/// in print without colour (each has a lightness of its own), dark enough to write
/// names in.
pub const SCENARIO_COLOURS: [[u8; 3]; 6] =
    [[52, 62, 74], [204, 84, 32], [60, 30, 94], [78, 110, 81], [141, 35, 142], [175, 131, 82]];

/// One colour a scenario, the same in every picture, in the study's order.
#[must_use]
pub fn colours(study: &Study) -> Vec<RGBColor> {
    let baseline = study.comparisons.first().map(|comparison| comparison.baseline.as_str());
    let mut candidates = SCENARIO_COLOURS[1..].iter().cycle();
    let single = study.comparisons.is_empty();
    let colour_of = |name: &str| {
        let leads = single || baseline == Some(name);
        let mut next = || *candidates.next().expect("the cycle never ends");
        let [red, green, blue] = if leads { SCENARIO_COLOURS[0] } else { next() };
        RGBColor(red, green, blue)
    };
    study.scenarios.iter().map(|forecast| forecast.name.as_str()).map(colour_of).collect()
}

/// Sizes in pixels; they scale with the picture.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// A pixel of a 1600 × 1000 picture.
    pub unit: f64,
    /// Letters of the title.
    pub title: f64,
    /// Letters of the subtitle.
    pub subtitle: f64,
    /// Letters of scenario names.
    pub name: f64,
    /// Letters of values in the picture.
    pub label: f64,
    /// Letters along the axes.
    pub axis: f64,
    /// Letters of the footer.
    pub footer: f64,
    /// Width of the lines that carry the data.
    pub line: f64,
}

impl Style {
    /// The style for a picture of this width and height, magnified.
    #[must_use]
    pub fn new((width, height): (u32, u32), magnified: f64) -> Self {
        let ratio = (f64::from(width) / 1600.0).min(f64::from(height) / 1000.0);
        // Small pictures are read from as near as large ones: letters shrink less.
        let unit = magnified * if ratio < 1.0 { ratio.powf(0.85) } else { ratio };
        Self {
            unit,
            title: 39.0 * unit,
            subtitle: 24.0 * unit,
            name: 27.0 * unit,
            label: 21.0 * unit,
            axis: 21.0 * unit,
            footer: 17.0 * unit,
            line: 4.0 * unit,
        }
    }
}
