//! An evidence pack: everything that a result rests on, as files of a folder.

use std::fs;

use clap::ValueEnum;
use orgodds::chart;
use orgodds::language::Complaint;
use orgodds::monte_carlo::Runs;
use orgodds::report::evidence::{Evidence, Exhibit, File, Material};
use orgodds::report::manifest::{self, Manifest, Settings, sha256};
use orgodds::report::{self, json};
use orgodds::scenario::{Columns, Loaded};
use orgodds::study::Study;

use super::arguments::{self, Match, Options};
use super::charts::{Drawing, Drawn};
use super::failure::Failure;
use super::outputs::columns;
use super::terminal::Terminal;

/// The report as a page, and as text.
pub const PAGE: &str = "report.html";
const TEXT: &str = "report.md";
/// The file of all figures.
const RESULTS: &str = "results.json";
/// The file of all runs.
const RUNS: &str = "runs.csv";

/// Name and contents.
pub type Content = (String, Vec<u8>);

/// How a pack is made.
#[derive(Debug)]
pub struct Pack {
    drawing: Drawing,
    settings: Settings,
}

/// The files of a pack.
#[derive(Debug)]
pub struct Files {
    /// Scenarios and data.
    pub inputs: Vec<Content>,
    /// What was made from them.
    pub outputs: Vec<Content>,
    /// The manifest.
    pub manifest: Content,
    /// How many charts are among the outputs.
    pub charts: usize,
}

impl Files {
    /// Names and contents; the manifest comes last.
    pub fn all(self) -> impl Iterator<Item = Content> {
        self.inputs.into_iter().chain(self.outputs).chain([self.manifest])
    }
}

impl Pack {
    /// Refuses what cannot be drawn before the long work.
    pub fn new(files: &arguments::Files, mut settings: Settings) -> Result<Self, Failure> {
        let drawing = files.drawing.open()?;
        settings.font =
            files.drawing.font.as_ref().and_then(|file| Some(sha256(&fs::read(file).ok()?)));
        Ok(Self { drawing, settings })
    }

    /// All files of the pack, in memory.
    pub fn files(
        mut self,
        study: &Study,
        runs: &[Runs],
        loaded: &[Loaded],
        terminal: Terminal,
    ) -> Result<Files, Failure> {
        self.settings.runs = study.runs as u64;
        let mut study = study.clone();
        for (place, forecast) in study.scenarios.iter_mut().enumerate() {
            forecast.file = Settings::scenario_file(place);
        }
        let inputs = inputs(loaded)?;
        let drawn = self.drawing.draw(&study, terminal)?;
        let mut outputs = drawn.files()?;
        let charts = outputs.len();
        outputs.extend(self.reports(&study, &inputs, &drawn, terminal));
        outputs.push((RESULTS.into(), written(|out| json::write(&study, out))?));
        if self.settings.pack_runs {
            let columns = columns(&study, runs);
            outputs.push((RUNS.into(), written(|out| report::runs::write(&columns, out))?));
        }
        let manifest = self.manifest(study.version, &inputs, &outputs)?;
        Ok(Files { inputs, outputs, manifest, charts })
    }

    /// The report twice: as Markdown and as HTML.
    fn reports(
        &self,
        study: &Study,
        inputs: &[Content],
        drawn: &Drawn,
        terminal: Terminal,
    ) -> [Content; 2] {
        let files: Vec<String> = drawn.pictures.iter().map(|one| drawn.file(one)).collect();
        let pictures = drawn.pictures.iter().zip(&drawn.narrow).zip(&files);
        let exhibits: Vec<Exhibit<'_>> =
            pictures.map(|((picture, narrow), file)| exhibit(picture, narrow, file)).collect();
        let material = Material {
            exhibits: &exhibits,
            command: &self.settings.command(),
            verify: "orgodds verify .",
            files: &self.listed(study, inputs),
        };
        let evidence = Evidence::new(study, &material, terminal.language());
        [
            (PAGE.into(), evidence.html().into_bytes()),
            (TEXT.into(), evidence.markdown().into_bytes()),
        ]
    }

    /// The files besides the charts, for the report.
    fn listed(&self, study: &Study, inputs: &[Content]) -> Vec<File> {
        let mut files = vec![File::Report(PAGE), File::Report(TEXT), File::Results];
        files.extend(self.settings.pack_runs.then_some(File::Runs));
        let names = study.scenarios.iter().map(|forecast| forecast.name.clone());
        let scenario = |((file, _), name): (&Content, String)| File::Scenario(file.clone(), name);
        files.extend(inputs.iter().zip(names).map(scenario));
        let data = inputs.iter().skip(study.scenarios.len());
        files.extend(data.map(|(file, _)| File::Data(file.clone())));
        files.push(File::Manifest);
        files
    }

    fn manifest(
        &self,
        version: String,
        inputs: &[Content],
        outputs: &[Content],
    ) -> Result<Content, Failure> {
        let hashes = |files: &[Content]| {
            files.iter().map(|(name, bytes)| (name.clone(), sha256(bytes))).collect()
        };
        let manifest = Manifest {
            version,
            command: self.settings.command(),
            settings: self.settings.clone(),
            inputs: hashes(inputs),
            outputs: hashes(outputs),
        };
        Ok((manifest::FILE.into(), written(|out| json::write(&manifest, out))?))
    }
}

fn exhibit<'a>(
    picture: &'a chart::Picture,
    narrow: &'a chart::Picture,
    file: &'a str,
) -> Exhibit<'a> {
    let (name, title) = (&picture.name, &picture.title);
    Exhibit { name, file, title, svg: &picture.svg, narrow: &narrow.svg }
}

/// The scenarios, then the data columns that they draw from.
fn inputs(loaded: &[Loaded]) -> Result<Vec<Content>, Failure> {
    let mut columns = Columns::default();
    let mut files = Vec::new();
    for (place, one) in loaded.iter().enumerate() {
        let text = one
            .complete(&mut columns)
            .map_err(|problem| Failure::Outside(Complaint::Plain(problem.text())))?;
        files.push((Settings::scenario_file(place), text.into_bytes()));
    }
    files.extend(columns.files().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())));
    Ok(files)
}

/// What a writer writes.
fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let failed = |error: std::io::Error| Failure::Outside(Complaint::NoResult(error.to_string()));
    write(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// What the options ask for, as far as it decides what comes out.
pub fn settings(options: &Options, matching: Option<Match>, scenarios: usize) -> Settings {
    let (drawing, (width, height)) = (&options.files.drawing, options.files.drawing.chart_size);
    Settings {
        scenarios,
        seed: options.seed,
        runs: options.runs,
        precision: options.precision.map(percent),
        matching: matching.as_ref().map(word),
        one_more: options.one_more,
        metric: word(&options.metric),
        target: options.demands.target,
        lang: word(&options.manner.lang),
        charts: word(&drawing.charts),
        chart_size: format!("{width}x{height}"),
        dpi: drawing.dpi,
        pack_runs: options.files.pack_runs,
        ..Settings::default()
    }
}

/// A share in percent, as it was typed.
fn percent(share: f64) -> f64 {
    (share * 1e11).round() / 1e9
}

/// A value as the command line writes it.
fn word(value: &impl ValueEnum) -> String {
    let possible = value.to_possible_value().expect("no value is hidden");
    possible.get_name().to_owned()
}
