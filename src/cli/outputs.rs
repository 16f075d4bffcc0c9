//! All that a simulation leaves behind: opened first, put in place last.

use std::io::Write;
use std::path::{Path, PathBuf};

use orgodds::language::Complaint;
use orgodds::monte_carlo::Runs;
use orgodds::report::{self, manifest::Settings};
use orgodds::scenario::Loaded;
use orgodds::study::{Metric, Study};

use super::arguments::{Charts, Files};
use super::failure::Failure;
use super::folder::Folder;
use super::pack::{self, Pack};
use super::signals;
use super::target::{Target, is_stdout};
use super::terminal::{self, Terminal};

/// Where the results go.
#[derive(Debug)]
pub struct Outputs {
    json: Option<Target>,
    csv: Option<Target>,
    runs: Option<Target>,
    pack: Option<(Folder, Pack)>,
}

impl Outputs {
    /// Tries everything that is to be written.
    pub fn open(files: &Files, settings: Settings, scenarios: &[PathBuf]) -> Result<Self, Failure> {
        let Files { json, csv, runs_csv, .. } = files;
        let named = [("--json", json), ("--csv", csv), ("--runs-csv", runs_csv)];
        no_two_alike(&named, scenarios)?;
        let pack = if files.drawing.charts == Charts::None {
            None
        } else {
            not_over_scenarios(&files.out, scenarios)?;
            let pack = Pack::new(files, settings)?;
            Some((Folder::open(&files.out)?, pack))
        };
        let open = |path: &Option<PathBuf>| path.as_deref().map(Target::open).transpose();
        Ok(Self { json: open(json)?, csv: open(csv)?, runs: open(runs_csv)?, pack })
    }

    /// Writes everything; the result on standard output comes last.
    pub fn write(
        self,
        study: &Study,
        runs: &[Runs],
        loaded: &[Loaded],
        terminal: Terminal,
    ) -> Result<(), Failure> {
        let Self { json, csv, runs: rows, pack } = self;
        // The folder outlives its files, so that it can go where they do.
        let (folder, pack) = pack.unzip();
        let packed = match (&folder, pack) {
            (Some(folder), Some(pack)) => {
                Some(Packed::new(folder, pack.files(study, runs, loaded, terminal)?)?)
            }
            _ => None,
        };
        let mut all: Vec<(Target, Content)> = [
            json.map(|target| (target, Content::Json)),
            csv.map(|target| (target, Content::Csv)),
            rows.map(|target| (target, Content::Runs)),
        ]
        .into_iter()
        .flatten()
        .collect();
        let has_stdout = all.iter().any(|(target, _)| target.is_stdout());
        for (target, content) in all.iter_mut().filter(|(target, _)| !target.is_stdout()) {
            content.fill(target, study, runs)?;
        }
        signals::go_on()?;
        if let (Some(folder), Some(packed)) = (&folder, packed) {
            packed.keep(folder, terminal)?;
        }
        for (mut target, content) in all {
            if target.is_stdout() {
                content.fill(&mut target, study, runs)?;
            }
            target.keep()?;
        }
        if has_stdout {
            Ok(())
        } else {
            terminal.result(&report::table::study(study, terminal.language(), terminal::width()))
        }
    }
}

/// The files of a pack, not in their places yet.
struct Packed {
    targets: Vec<Target>,
    charts: usize,
}

impl Packed {
    fn new(folder: &Folder, files: pack::Files) -> Result<Self, Failure> {
        folder.still_there()?;
        let charts = files.charts;
        let mut targets = Vec::new();
        for (name, contents) in files.all() {
            let mut target = Target::open(&folder.path().join(name))?;
            target.fill(|out| out.write_all(&contents))?;
            targets.push(target);
        }
        Ok(Self { targets, charts })
    }

    /// Puts them in their places; the manifest comes last.
    fn keep(self, folder: &Folder, terminal: Terminal) -> Result<(), Failure> {
        self.targets.into_iter().try_for_each(Target::keep)?;
        let report = folder.path().join(pack::PAGE).display().to_string();
        let folder = folder.path().display().to_string();
        terminal.note(&(terminal.messages().pack)(self.charts, &folder, &report));
        Ok(())
    }
}

/// What a file holds.
#[derive(Debug, Clone, Copy)]
enum Content {
    Json,
    Csv,
    Runs,
}

impl Content {
    fn fill(self, target: &mut Target, study: &Study, runs: &[Runs]) -> Result<(), Failure> {
        target.fill(|out| match self {
            Self::Json => report::json::write(study, out),
            Self::Csv => report::csv::write(study, out),
            Self::Runs => report::runs::write(&columns(study, runs), out),
        })
    }
}

/// What a row a run shows.
pub fn columns<'a>(study: &'a Study, runs: &'a [Runs]) -> Vec<report::runs::Columns<'a>> {
    let column =
        |(forecast, runs): (&'a orgodds::study::Forecast, &'a Runs)| report::runs::Columns {
            scenario: &forecast.name,
            metrics: Metric::ALL.map(|metric| runs.metric(metric)),
        };
    study.scenarios.iter().zip(runs).map(column).collect()
}

/// Two results in one place would leave half of each; a result in the place of
/// a scenario would leave none to repeat it with.
pub fn no_two_alike(
    named: &[(&str, &Option<PathBuf>)],
    scenarios: &[PathBuf],
) -> Result<(), Failure> {
    let given: Vec<(&str, &Path)> =
        named.iter().filter_map(|(option, path)| Some((*option, path.as_deref()?))).collect();
    for (i, (option, path)) in given.iter().enumerate() {
        if let Some((other, _)) = given[..i].iter().find(|(_, earlier)| same(earlier, path)) {
            return Err(Failure::Wrong(Complaint::TwoResults {
                one: (*other).to_owned(),
                other: (*option).to_owned(),
                stdout: is_stdout(path),
            }));
        }
        if let Some(scenario) = scenarios.iter().find(|scenario| same(scenario, path)) {
            let (option, scenario) = ((*option).to_owned(), scenario.clone());
            return Err(Failure::Wrong(Complaint::OverScenario { option, scenario }));
        }
    }
    Ok(())
}

/// A pack's scenarios have names of their own, but somebody may start from a pack.
fn not_over_scenarios(out: &Path, scenarios: &[PathBuf]) -> Result<(), Failure> {
    for place in 0..scenarios.len() {
        let written = out.join(Settings::scenario_file(place));
        if let Some(scenario) = scenarios.iter().find(|scenario| same(scenario, &written)) {
            return Err(Failure::Wrong(Complaint::OutOverScenario(scenario.clone())));
        }
    }
    Ok(())
}

/// Whether two paths lead to one file.
pub fn same(one: &Path, other: &Path) -> bool {
    one == other
        || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other && one.is_file())
}
