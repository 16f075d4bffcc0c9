//! `orgodds verify`: an evidence pack is made again and held against the one there.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Parser;
use orgodds::language::{self, Complaint, NoPack};
use orgodds::report::json;
use orgodds::report::manifest::{FILE, Manifest, Settings, sha256};

use super::arguments::{Arguments, Command, Compare, Drivers, Lang, Options, Run, Sweep, Verify};
use super::drivers;
use super::experiment::Experiment;
use super::failure::Failure;
use super::pack::Files;
use super::sameness::{Difference, difference};
use super::terminal::Terminal;

/// Says of every file whether it holds.
pub fn run(typed: &Verify, terminal: Terminal) -> Result<(), Failure> {
    let folder = &typed.folder;
    let manifest = manifest(folder)?;
    let (experiment, lang) = experiment(&manifest.settings, typed)?;
    font_is_there(typed, &manifest.settings)?;
    let pack = There::read(folder, manifest);
    let again = match experiment.pack(terminal.speaking(lang)) {
        Ok(files) => Some(files),
        // A scenario that is wrong by now is told, and that the pack does not hold.
        Err(Failure::Scenarios(problems)) if !pack.inputs_hold() => {
            terminal.aside(&problems);
            None
        }
        Err(failure) => return Err(failure),
    };
    report(&pack.findings(again)?, terminal)
}

/// A pack as it is found.
struct There {
    manifest: Manifest,
    files: HashMap<String, Vec<u8>>,
}

/// What became of a file.
enum Finding {
    Holds,
    Missing,
    /// An input that is not the one of the manifest.
    Changed,
    Differs(Difference),
    /// It could not be made again.
    Unknown,
}

fn manifest(folder: &Path) -> Result<Manifest, Failure> {
    let refused = |why| Failure::Wrong(Complaint::NoPack(folder.to_owned(), why));
    if !folder.is_dir() {
        return Err(refused(NoPack::NoFolder));
    }
    let text = fs::read_to_string(folder.join(FILE)).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => refused(NoPack::NoManifest),
        io::ErrorKind::InvalidData => refused(NoPack::Malformed),
        _ => refused(NoPack::Unreadable(error.to_string())),
    })?;
    // The version comes first: another one's manifest may look otherwise.
    let value: serde_json::Value =
        serde_json::from_str(&text).map_err(|_| refused(NoPack::Malformed))?;
    let this = env!("CARGO_PKG_VERSION");
    match value.get("version").and_then(serde_json::Value::as_str) {
        Some(made) if made != this => {
            return Err(Failure::Wrong(Complaint::OtherVersion {
                folder: folder.to_owned(),
                made: made.to_owned(),
                this: this.to_owned(),
            }));
        }
        _ => {}
    }
    let manifest: Manifest =
        serde_json::from_value(value).map_err(|_| refused(NoPack::Malformed))?;
    let mut names = manifest.inputs.keys().chain(manifest.outputs.keys());
    let is_plain = |name: &String| Path::new(name).file_name().is_some_and(|own| own == &**name);
    if names.all(is_plain) { Ok(manifest) } else { Err(refused(NoPack::Malformed)) }
}

/// What the settings ask for, from the scenarios in the folder, and in which
/// language.
fn experiment(settings: &Settings, typed: &Verify) -> Result<(Experiment, Lang), Failure> {
    let folder = &typed.folder;
    let malformed = || Failure::Wrong(Complaint::NoPack(folder.clone(), NoPack::Malformed));
    let words = std::iter::once("orgodds".to_owned()).chain(settings.arguments());
    let arguments = Arguments::try_parse_from(words).map_err(|_| malformed())?;
    let within = |files: Vec<PathBuf>| files.iter().map(|file| folder.join(file)).collect();
    let here = |mut options: Options| {
        (options.threads, options.files.drawing.font) = (typed.threads, typed.font.clone());
        options
    };
    let lang = arguments.command.manner().lang;
    let experiment = match arguments.command {
        Command::Compare(Compare { files, baseline, matching, where_it_turns, options }) => {
            Experiment::new(within(files), baseline, matching, here(options))
                .finding_turns(where_it_turns)
        }
        Command::Run(Run { file, options, .. }) => {
            Experiment::new(within(vec![file]), None, None, here(options))
        }
        Command::Sweep(Sweep { files, vary, options }) => {
            Experiment::new(within(files), None, None, here(options)).varying(vary)
        }
        Command::Drivers(Drivers { files, options, total, causes }) => {
            let (files, options) = (within(files), here(options));
            drivers::experiment(Drivers { files, total, causes, options })
        }
        _ => return Err(malformed()),
    };
    Ok((experiment, lang))
}

/// A font file decides what charts look like, so it has to be the same.
fn font_is_there(typed: &Verify, settings: &Settings) -> Result<(), Failure> {
    let Some(hash) = &settings.font else { return Ok(()) };
    let needs = |other| Failure::Wrong(Complaint::NeedsFont(typed.folder.clone(), other));
    let font = typed.font.as_ref().ok_or_else(|| needs(false))?;
    let same = fs::read(font).is_ok_and(|bytes| sha256(&bytes) == *hash);
    if same { Ok(()) } else { Err(needs(true)) }
}

impl There {
    fn read(folder: &Path, manifest: Manifest) -> Self {
        let names = manifest.inputs.keys().chain(manifest.outputs.keys()).map(String::as_str);
        let read = |name: &str| Some((name.to_owned(), fs::read(folder.join(name)).ok()?));
        let files = names.chain([FILE]).filter_map(read).collect();
        Self { manifest, files }
    }

    fn input(&self, name: &str) -> Finding {
        match (self.files.get(name), self.manifest.inputs.get(name)) {
            (None, _) => Finding::Missing,
            (Some(bytes), Some(hash)) if sha256(bytes) == *hash => Finding::Holds,
            _ => Finding::Changed,
        }
    }

    fn inputs_hold(&self) -> bool {
        let holds = |name: &String| matches!(self.input(name), Finding::Holds);
        self.manifest.inputs.keys().all(holds)
    }

    /// What became of every file, in the order of the manifest and the manifest
    /// last.
    fn findings(&self, again: Option<Files>) -> Result<Vec<(String, Finding)>, Failure> {
        let inputs = self.manifest.inputs.keys();
        let mut found: Vec<_> = inputs.map(|name| (name.clone(), self.input(name))).collect();
        let Some(again) = again else {
            let outputs = self.manifest.outputs.keys().map(|name| match self.files.get(name) {
                Some(_) => (name.clone(), Finding::Unknown),
                None => (name.clone(), Finding::Missing),
            });
            found.extend(outputs.chain([(FILE.to_owned(), Finding::Unknown)]));
            return Ok(found);
        };
        let expected = self.expected(&again.manifest.1)?;
        for (name, bytes) in again.outputs.iter().chain([&(again.manifest.0, expected)]) {
            let finding = match self.files.get(name) {
                None => Finding::Missing,
                Some(here) => difference(here, bytes).map_or(Finding::Holds, Finding::Differs),
            };
            found.push((name.clone(), finding));
        }
        Ok(found)
    }

    /// The manifest that should be here. Where an input was changed that is told of
    /// the input, and the hashes here are those of what was changed.
    fn expected(&self, again: &[u8]) -> Result<Vec<u8>, Failure> {
        let failed = |error: String| Failure::Outside(Complaint::NoResult(error));
        let mut manifest: Manifest =
            serde_json::from_slice(again).map_err(|error| failed(error.to_string()))?;
        if !self.inputs_hold() {
            manifest.inputs.clone_from(&self.manifest.inputs);
            manifest.outputs.clone_from(&self.manifest.outputs);
        }
        let mut bytes = Vec::new();
        json::write(&manifest, &mut bytes).map_err(|error| failed(error.to_string()))?;
        Ok(bytes)
    }
}

/// A line a file; fails where one does not hold.
fn report(found: &[(String, Finding)], terminal: Terminal) -> Result<(), Failure> {
    let words = &terminal.language().words().verify;
    let wide = found.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (name, finding) in found {
        writeln!(text, "{name:wide$}  {}", told(finding, words)).expect("a string takes any text");
    }
    let wrong = found.iter().filter(|(_, finding)| !matches!(finding, Finding::Holds)).count();
    if wrong > 0 {
        terminal.result(&text)?;
        return Err(Failure::Unmet(vec![Complaint::DoesNotHold(wrong, found.len())]));
    }
    text.push_str(&(words.all_hold)(found.len()));
    terminal.result(&(text + "\n"))
}

fn told(finding: &Finding, words: &language::Verify) -> String {
    let line = |line: &Option<String>| {
        line.as_ref().map_or(words.nothing.to_owned(), |line| format!("\"{line}\""))
    };
    match finding {
        Finding::Holds => words.holds.to_owned(),
        Finding::Missing => words.missing.to_owned(),
        Finding::Changed => words.changed.to_owned(),
        Finding::Unknown => words.unknown.to_owned(),
        Finding::Differs(Difference::Line(number, here, again)) => {
            (words.line)(*number, &line(here), &line(again))
        }
        Finding::Differs(Difference::Byte(byte)) => (words.byte)(*byte),
    }
}
