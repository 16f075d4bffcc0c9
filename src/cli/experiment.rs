//! From scenario files to written results.

use std::path::PathBuf;

use orgodds::language::Complaint;
use orgodds::monte_carlo::{self, Request, Runs};
use orgodds::organisation::limits;
use orgodds::report::manifest::Settings;
use orgodds::scenario::{self, Loaded, Problem};
use orgodds::study::{Case, LeadMetric, Study};

use super::arguments::{Files, Metric, Options};
use super::failure::Failure;
use super::outputs::Outputs;
use super::pack::{self, Pack};
use super::progress::Progress;
use super::require::{self, Requirement};
use super::signals;
use super::terminal::Terminal;

/// What is needed to simulate, compare and write.
#[derive(Debug)]
pub struct Experiment {
    /// Scenario files, as typed.
    pub scenarios: Vec<PathBuf>,
    /// The baseline's name; the first scenario where none is given.
    pub baseline: Option<String>,
    overrides: Vec<String>,
    request: Request,
    threads: Option<usize>,
    metric: LeadMetric,
    target: Option<f64>,
    requirements: Vec<Requirement>,
    settings: Settings,
    files: Files,
}

impl Experiment {
    /// What the options ask for.
    pub fn new(scenarios: Vec<PathBuf>, baseline: Option<String>, options: Options) -> Self {
        Self {
            settings: pack::settings(&options, scenarios.len()),
            scenarios,
            baseline,
            overrides: options.overrides.set,
            request: Request { seed: options.seed, runs: 0..options.runs },
            threads: options.threads,
            metric: match options.metric {
                Metric::Bookings => LeadMetric::Bookings,
                Metric::Contribution => LeadMetric::Contribution,
            },
            target: options.demands.target,
            requirements: options.demands.require,
            files: options.files,
        }
    }

    /// Loads, tries the outputs, simulates, compares, writes.
    pub fn conduct(self, terminal: Terminal) -> Result<(), Failure> {
        signals::heed_interrupts()?;
        let (loaded, baseline, settings) = self.prepare(terminal)?;
        let study = |runs: &[Runs]| self.study(&loaded, runs, baseline);
        require::rehearse(&self.requirements, &loaded, study)?;
        let outputs = Outputs::open(&self.files, settings, &self.scenarios)?;
        let runs = simulate(&loaded, &self.request, self.threads, terminal)?;
        let study = study(&runs);
        for warning in study.comparisons.iter().flat_map(|comparison| &comparison.warnings) {
            terminal.warn(&warning.say(terminal.language()));
        }
        outputs.write(&study, &runs, &loaded, terminal)?;
        require::check(&self.requirements, &study)
    }

    /// The files of the evidence pack, with nothing written.
    pub fn pack(self, terminal: Terminal) -> Result<pack::Files, Failure> {
        signals::heed_interrupts()?;
        let (loaded, baseline, settings) = self.prepare(terminal)?;
        let pack = Pack::new(&self.files, settings)?;
        let runs = simulate(&loaded, &self.request, self.threads, terminal)?;
        let study = self.study(&loaded, &runs, baseline);
        pack.files(&study, &runs, &loaded, terminal)
    }

    /// The scenarios, which of them is the baseline, and what has to be known to
    /// do the same again.
    fn prepare(&self, terminal: Terminal) -> Result<(Vec<Loaded>, usize, Settings), Failure> {
        let loaded = load(&self.scenarios, &self.overrides, terminal)?;
        let baseline = self.baseline(&loaded)?;
        fits_in_memory(&loaded, self.request.runs.end)?;
        let mut settings = self.settings.clone();
        settings.baseline = (baseline > 0).then(|| loaded[baseline].scenario.name.clone());
        Ok((loaded, baseline, settings))
    }

    fn study(&self, loaded: &[Loaded], runs: &[Runs], baseline: usize) -> Study {
        study(loaded, runs, baseline, self.request.seed, self.metric, self.target)
    }

    /// The place of the baseline among the scenarios: by name, then by file.
    fn baseline(&self, loaded: &[Loaded]) -> Result<usize, Failure> {
        let Some(wanted) = &self.baseline else { return Ok(0) };
        let by_name = loaded.iter().position(|one| one.scenario.name == *wanted);
        let stem = |path: &PathBuf| path.file_stem().is_some_and(|stem| stem == wanted.as_str());
        by_name.or_else(|| self.scenarios.iter().position(stem)).ok_or_else(|| {
            let names = loaded.iter().map(|one| one.scenario.name.clone()).collect();
            Failure::Wrong(Complaint::NoSuchBaseline(wanted.clone(), names))
        })
    }
}

/// Refuses more runs than memory is meant to hold.
fn fits_in_memory(loaded: &[Loaded], runs: u64) -> Result<(), Failure> {
    let need =
        |runs| -> u64 { loaded.iter().map(|one| monte_carlo::memory(&one.scenario, runs)).sum() };
    if need(runs) <= limits::MEMORY {
        return Ok(());
    }
    let gib = |bytes: u64| bytes >> 30;
    Err(Failure::Wrong(Complaint::Memory {
        runs,
        scenarios: loaded.len(),
        need: gib(need(runs)),
        most: gib(limits::MEMORY),
        fits: limits::MEMORY / need(1),
    }))
}

/// The scenarios of `files`; their warnings are said.
pub fn load(
    files: &[PathBuf],
    overrides: &[String],
    terminal: Terminal,
) -> Result<Vec<Loaded>, Failure> {
    let style = if terminal.colours_messages() {
        scenario::Style::Coloured
    } else {
        scenario::Style::Plain
    };
    let loaded = scenario::load_all(files, overrides)
        .map_err(|problems| Failure::Scenarios(problems.tell(terminal.language(), style)))?;
    for warning in loaded.iter().flat_map(|one| &one.warnings) {
        terminal.note(&warning.tell(terminal.language(), style));
    }
    Ok(loaded)
}

fn simulate(
    loaded: &[Loaded],
    request: &Request,
    threads: Option<usize>,
    terminal: Terminal,
) -> Result<Vec<Runs>, Failure> {
    let all = (request.runs.end - request.runs.start) * loaded.len() as u64;
    let progress = Progress::new(all, terminal);
    let work = || {
        let one = |one: &Loaded| monte_carlo::simulate(&one.scenario, request, &progress);
        loaded.iter().map(one).collect::<Result<Vec<Runs>, _>>()
    };
    monte_carlo::with_threads(threads, work)
        .map_err(|error| Failure::Outside(Complaint::NoThreads(error.to_string())))?
        .map_err(|_| Failure::Interrupted)
}

fn study(
    loaded: &[Loaded],
    runs: &[Runs],
    baseline: usize,
    seed: u64,
    metric: LeadMetric,
    target: Option<f64>,
) -> Study {
    let warnings: Vec<Vec<String>> =
        loaded.iter().map(|one| one.warnings.iter().map(Problem::text).collect()).collect();
    let cases: Vec<Case<'_>> = loaded
        .iter()
        .zip(&warnings)
        .zip(runs)
        .map(|((one, warnings), runs)| Case {
            scenario: &one.scenario,
            file: &one.file,
            warnings,
            runs,
        })
        .collect();
    Study::with_target(&cases, baseline, seed, metric, target)
}
