//! A study's pictures as files.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use orgodds::chart::{self, ChartError, Fonts, Options};
use orgodds::study::Study;

use super::arguments::Charts;
use super::failure::Failure;
use super::progress;
use super::terminal::Terminal;

/// How to draw.
#[derive(Debug)]
pub struct Drawing {
    /// Pixels or vectors.
    pub charts: Charts,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// The font as typed.
    pub font: Option<std::path::PathBuf>,
}

impl Drawing {
    /// A font that cannot be used is known before the long work.
    pub fn try_font(&self) -> Result<(), Failure> {
        self.fonts(&[]).map(|_| ())
    }

    /// The pictures of `study`: file name and contents.
    pub fn draw(
        &self,
        study: &Study,
        terminal: Terminal,
    ) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let fonts = self.fonts(&chart::texts(study))?;
        if let Some(warning) = fonts.warning() {
            terminal.warn(&warning);
        }
        let options = Options { width: self.size.0, height: self.size.1, fonts: Arc::new(fonts) };
        let pictures = chart::pictures(study, &options);
        progress::go_on()?;
        match self.charts {
            Charts::Png => pixels(&pictures, &options),
            Charts::Svg => Ok(pictures
                .into_iter()
                .map(|picture| (format!("{}.svg", picture.name), picture.svg.into_bytes()))
                .collect()),
            Charts::None => Ok(Vec::new()),
        }
    }

    fn fonts(&self, texts: &[&str]) -> Result<Fonts, Failure> {
        let file: Option<&Path> = self.font.as_deref();
        Fonts::load(texts, file).map_err(|error| Failure::Wrong(error.to_string()))
    }
}

fn outside(error: &ChartError) -> Failure {
    Failure::Outside(error.to_string())
}

/// The pixels of all pictures, each on a thread of its own.
fn pixels(
    pictures: &[chart::Picture],
    options: &Options,
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let drawn: Vec<_> = thread::scope(|scope| {
        let start = |picture| scope.spawn(move || chart::png(picture, options));
        let started: Vec<_> = pictures.iter().map(start).collect();
        started.into_iter().map(|one| one.join().expect("drawing does not panic")).collect()
    });
    pictures
        .iter()
        .zip(drawn)
        .map(|(picture, pixels)| {
            let pixels = pixels.map_err(|error| outside(&error))?;
            Ok((format!("{}.png", picture.name), pixels))
        })
        .collect()
}
