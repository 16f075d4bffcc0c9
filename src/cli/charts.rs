//! A study's pictures as files.

use std::path::Path;
use std::sync::Arc;

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
        let mut files = Vec::new();
        for picture in chart::pictures(study, &options) {
            progress::go_on()?;
            files.push(match self.charts {
                Charts::Png => {
                    let pixels = chart::png(&picture, &options).map_err(|error| outside(&error))?;
                    (format!("{}.png", picture.name), pixels)
                }
                Charts::Svg => (format!("{}.svg", picture.name), picture.svg.into_bytes()),
                Charts::None => continue,
            });
        }
        Ok(files)
    }

    fn fonts(&self, texts: &[&str]) -> Result<Fonts, Failure> {
        let file: Option<&Path> = self.font.as_deref();
        Fonts::load(texts, file).map_err(|error| Failure::Wrong(error.to_string()))
    }
}

fn outside(error: &ChartError) -> Failure {
    Failure::Outside(error.to_string())
}
