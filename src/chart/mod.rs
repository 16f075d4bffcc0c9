//! A result record as pictures: what `run` and `compare` draw.
//!
//! [`pictures`] turns a study into SVG and [`png()`] makes pixels of one. Charts
//! draw and never compute: what they show stands in the record. Each title
//! states the finding in words, and says so when there is none.
//!
//! plotters lays out and draws through the SVG writer in `backend`; `sheet` is
//! the page around every picture, `plot` a pair of axes on it, and there is one
//! file a picture.

mod axis;
mod backend;
mod backtest;
mod bridge;
mod broken;
mod calendar;
mod carriers;
mod causes;
mod cells;
mod chance;
mod contour;
mod curve;
mod curve_panel;
mod density;
mod difference;
mod distribution;
mod driver_key;
mod finding;
mod fit_arrivals;
mod fit_conversion;
mod fit_deals;
mod fit_recorded;
mod fonts;
mod gaps;
mod hatch;
mod hours;
mod key;
mod labels;
mod lead;
mod levels;
mod losses;
mod map;
mod map_marks;
mod marks;
mod monthly;
mod names;
mod one_more;
mod overtaking;
mod plot;
mod quantiles;
mod raster;
mod rows;
mod seat_frame;
mod seats;
mod sheet;
mod signs;
mod style;
mod sweep;
mod text;
mod tornado;
mod varied;
mod workload;
mod worth_knowing;

use std::path::PathBuf;
use std::sync::Arc;

pub use fonts::Fonts;
pub use raster::{pixels, png};
pub use style::SCENARIO_COLOURS;

use crate::hindsight::{Backtest, Review};
use crate::language::{self, Language};
use crate::study::Study;

/// How to draw.
#[derive(Debug, Clone)]
pub struct Options {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The faces for the study's texts.
    pub fonts: Arc<Fonts>,
    /// What titles and labels are written in.
    pub language: Language,
    /// Dots an inch of pictures in pixels; see [`DPI`].
    pub dpi: u32,
    /// How much larger letters and lines are than usual in a picture of this size:
    /// 1, or more where it is shown smaller than that.
    pub magnified: f64,
}

/// Dots an inch at which a picture in pixels has the size that it is laid out in:
/// 1600 pixels print 20 cm wide. With more it has more pixels and prints as large.
pub const DPI: u32 = 200;

/// A finished picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its file's name without extension: "distribution", "bridge-1".
    pub name: String,
    /// The finding, as its title says it.
    pub title: String,
    /// The picture as SVG.
    pub svg: String,
    /// What it takes to draw it again: keywords of PNG with their texts.
    about: Vec<(&'static str, String)>,
}

/// What keeps a picture from being made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChartError {
    /// A font file could not be read.
    #[error("cannot read the font file {}: {error}", file.display())]
    FontFile {
        /// Which.
        file: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A file is no font.
    #[error("{} holds no font; a .ttf, .otf or .ttc file is needed", file.display())]
    NoFont {
        /// Which.
        file: PathBuf,
    },
    /// The SVG could not be turned into pixels.
    #[error("cannot draw the picture: {0}")]
    Raster(String),
}

impl Options {
    /// Words of charts.
    fn words(&self) -> &'static language::Chart {
        &self.language.words().chart
    }
}

/// All texts that pictures of a study may write, for [`Fonts::load`].
#[must_use]
pub fn texts(study: &Study, language: Language) -> Vec<&str> {
    let mut texts = vec![study.currency.as_str(), study.version.as_str(), language.letters()];
    for forecast in &study.scenarios {
        texts.push(&forecast.name);
        texts.extend(forecast.roles.values().map(|role| role.title.as_str()));
        texts.extend(forecast.work.keys().map(String::as_str));
    }
    if let Some(sweep) = &study.sweep {
        texts.extend(sweep.paths.iter().map(String::as_str));
        for subject in sweep.subjects.iter().flatten() {
            texts.extend([subject.of.as_str(), subject.within.as_str()]);
        }
    }
    for driver in &study.drivers {
        texts.extend([driver.subject.of.as_str(), driver.subject.within.as_str()]);
    }
    texts
}

/// The pictures of a study: of one scenario distribution, contribution, chance,
/// monthly and workload; of a comparison also difference, and for each candidate
/// a bridge and its overtaking; where seats were varied also one-more; of a sweep
/// its curve or its map; where it was asked what decides also tornado, curve and, of
/// two scenarios, worth-knowing; where it was asked what makes the gap also causes.
#[must_use]
pub fn pictures(study: &Study, options: &Options) -> Vec<Picture> {
    let mut pictures = vec![
        distribution::bookings(study, options),
        distribution::contribution(study, options),
        chance::picture(study, options),
        monthly::picture(study, options),
        workload::picture(study, options),
    ];
    if !study.comparisons.is_empty() {
        pictures.push(difference::picture(study, options));
        pictures.extend(bridge::pictures(study, options));
        pictures.extend(overtaking::pictures(study, options));
    }
    pictures.extend(causes::picture(study, options));
    pictures.extend(one_more::picture(study, options));
    pictures.extend(sweep::picture(study, options));
    pictures.extend(map::picture(study, options));
    pictures.extend(tornado::picture(study, options));
    pictures.extend(worth_knowing::picture(study, options));
    pictures.extend(curve::picture(study, options));
    pictures
}

/// All texts that pictures of a fit may write, for [`Fonts::load`].
#[must_use]
pub fn texts_of_review(review: &Review, language: Language) -> Vec<&str> {
    let channels = review.arrivals.channels.iter().map(|channel| channel.name.as_str());
    let fixed = [review.currency.as_str(), review.version.as_str(), language.letters()];
    fixed.into_iter().chain(channels).collect()
}

/// The pictures of a fit: fit-recorded and fit-arrivals; fit-conversion where cases are
/// enough for a curve, fit-cohorts where there are several, and fit-deals where several
/// amounts are on record.
#[must_use]
pub fn review(review: &Review, options: &Options) -> Vec<Picture> {
    let mut pictures =
        vec![fit_recorded::picture(review, options), fit_arrivals::picture(review, options)];
    pictures.extend(fit_conversion::picture(review, options));
    pictures.extend(fit_conversion::cohorts(review, options));
    pictures.extend(fit_deals::picture(review, options));
    pictures
}

/// The picture of a backtest; its texts are the language's letters.
#[must_use]
pub fn backtest(backtest: &Backtest, options: &Options) -> Picture {
    backtest::picture(backtest, options)
}
