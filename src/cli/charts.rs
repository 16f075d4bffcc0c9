//! A study's pictures as files.

use std::num::NonZero;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use orgodds::chart::{self, ChartError, Fonts, Options, Picture};
use orgodds::language::{Complaint, Language};
use orgodds::study::Study;

use super::arguments::{Charts, DrawingOptions};
use super::failure::Failure;
use super::signals;
use super::terminal::Terminal;

/// Nobody reads more letters that cannot be drawn.
const MOST_LETTERS: usize = 20;

/// How much larger letters are in pictures for a narrow screen, and the size that
/// they are laid out in.
const MAGNIFIED: f64 = 1.5;
const NARROW: (u32, u32) = (800, 800);

/// Most pixels of a chart: 256 MB of them.
const MOST_PIXELS: u64 = 64_000_000;

/// How to draw.
#[derive(Debug)]
pub struct Drawing {
    /// Pixels or vectors.
    pub charts: Charts,
    /// Width and height in pixels at the usual dots an inch.
    pub size: (u32, u32),
    /// Dots an inch.
    pub dpi: u32,
    /// The font as typed.
    pub font: Option<std::path::PathBuf>,
}

/// A study's pictures.
#[derive(Debug)]
pub struct Drawn {
    /// In the size that was asked for.
    pub pictures: Vec<Picture>,
    /// The same for a narrow screen.
    pub narrow: Vec<Picture>,
    options: Options,
    charts: Charts,
}

impl DrawingOptions {
    /// Refuses what cannot be drawn before the long work.
    pub fn open(&self) -> Result<Drawing, Failure> {
        let (width, height) = chart::pixels(self.chart_size, self.dpi);
        if u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(Failure::Wrong(Complaint::TooManyPixels(width, height)));
        }
        let Self { charts, chart_size: size, dpi, ref font } = *self;
        let drawing = Drawing { charts, size, dpi, font: font.clone() };
        drawing.fonts(&[])?;
        Ok(drawing)
    }
}

impl Drawing {
    /// The pictures of `study`.
    pub fn draw(&self, study: &Study, terminal: Terminal) -> Result<Drawn, Failure> {
        let texts = |language| chart::texts(study, language);
        self.pictures(texts, |options| chart::pictures(study, options), terminal)
    }

    /// The pictures that `draw` draws, which may write `texts`.
    pub fn pictures<'a>(
        &self,
        texts: impl Fn(Language) -> Vec<&'a str>,
        draw: impl Fn(&Options) -> Vec<Picture>,
        terminal: Terminal,
    ) -> Result<Drawn, Failure> {
        let (fonts, language) = self.letters(texts, terminal)?;
        let ((width, height), dpi) = (self.size, self.dpi);
        let options =
            Options { width, height, fonts: Arc::new(fonts), language, dpi, magnified: 1.0 };
        let (width, height) = NARROW;
        let narrow = Options { width, height, magnified: MAGNIFIED, ..options.clone() };
        let (pictures, narrow) = (draw(&options), draw(&narrow));
        Ok(Drawn { pictures, narrow, options, charts: self.charts })
    }

    /// Fonts for pictures, and the language that they can write: where no font has
    /// its letters, English is better than boxes.
    fn letters<'a>(
        &self,
        texts: impl Fn(Language) -> Vec<&'a str>,
        terminal: Terminal,
    ) -> Result<(Fonts, Language), Failure> {
        let messages = terminal.messages();
        let wanted = terminal.language();
        let fonts = self.fonts(&texts(wanted))?;
        let lacking = |letter: char| wanted.letters().contains(letter);
        let (fonts, language) = if fonts.missing().contains(lacking) {
            terminal.warn(messages.english_charts);
            (self.fonts(&texts(Language::English))?, Language::English)
        } else {
            (fonts, wanted)
        };
        let missing = fonts.missing();
        if !missing.is_empty() {
            let mut shown: String = missing.chars().take(MOST_LETTERS).collect();
            shown.extend((missing.chars().count() > MOST_LETTERS).then_some('…'));
            terminal.warn(&(messages.missing_letters)(&shown));
        }
        Ok((fonts, language))
    }

    fn fonts(&self, texts: &[&str]) -> Result<Fonts, Failure> {
        let file: Option<&Path> = self.font.as_deref();
        Fonts::load(texts, file).map_err(|error| Failure::Wrong(complaint(error)))
    }
}

/// What keeps a picture from being made.
fn complaint(error: ChartError) -> Complaint {
    match error {
        ChartError::FontFile { file, error } => Complaint::UnreadableFont(file, error.to_string()),
        ChartError::NoFont { file } => Complaint::NoFont(file),
        ChartError::Raster(error) => Complaint::CannotDraw(error),
        other => Complaint::Plain(other.to_string()),
    }
}

impl Drawn {
    /// The file that a picture is in.
    pub fn file(&self, picture: &Picture) -> String {
        let extension = if self.charts == Charts::Svg { "svg" } else { "png" };
        format!("{}.{extension}", picture.name)
    }

    /// File names and contents.
    pub fn files(&self) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        signals::go_on()?;
        let svg = |picture: &Picture| (self.file(picture), picture.svg.clone().into_bytes());
        match self.charts {
            Charts::Png => pixels(&self.pictures, &self.options),
            Charts::Svg => Ok(self.pictures.iter().map(svg).collect()),
            Charts::None => Ok(Vec::new()),
        }
    }
}

/// The pixels of all pictures: as many at once as there are cores, since a
/// large picture needs much memory.
fn pixels(pictures: &[Picture], options: &Options) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let at_once = thread::available_parallelism().map_or(1, NonZero::get);
    let mut files = Vec::new();
    for some in pictures.chunks(at_once) {
        signals::go_on()?;
        for (picture, pixels) in some.iter().zip(rasterised(some, options)) {
            files.push((
                format!("{}.png", picture.name),
                pixels.map_err(|error| Failure::Outside(complaint(error)))?,
            ));
        }
    }
    Ok(files)
}

/// Each picture on a thread of its own, if the system gives one.
fn rasterised(pictures: &[Picture], options: &Options) -> Vec<Result<Vec<u8>, ChartError>> {
    thread::scope(|scope| {
        let start = |picture| {
            let draw = move || chart::png(picture, options);
            thread::Builder::new().spawn_scoped(scope, draw).map_err(|_| picture)
        };
        let started: Vec<_> = pictures.iter().map(start).collect();
        let end = |started: Result<thread::ScopedJoinHandle<'_, _>, _>| match started {
            Ok(thread) => thread.join().expect("drawing does not panic"),
            Err(picture) => chart::png(picture, options),
        };
        started.into_iter().map(end).collect()
    })
}
