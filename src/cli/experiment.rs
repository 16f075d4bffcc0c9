//! From scenario files to written results.

use std::path::PathBuf;

use orgodds::language::Complaint;
use orgodds::monte_carlo::Runs;
use orgodds::organisation::Scenario;
use orgodds::report;
use orgodds::scenario::{self, Loaded, Problem};
use orgodds::study::equal_cost::match_people_cost;
use orgodds::study::{Case, LeadMetric, Matched, Study};

use super::arguments::{Files, Match, Metric, Options};
use super::failure::Failure;
use super::outputs::Outputs;
use super::require::{self, Requirement};
use super::signals;
use super::simulation::{Simulated, Simulation};
use super::terminal::Terminal;

/// What is needed to simulate, compare and write.
#[derive(Debug)]
pub struct Experiment {
    /// Scenario files, as typed.
    pub scenarios: Vec<PathBuf>,
    /// The baseline's name; the first scenario where none is given.
    pub baseline: Option<String>,
    matching: Option<Match>,
    overrides: Vec<String>,
    simulation: Simulation,
    metric: LeadMetric,
    target: Option<f64>,
    requirements: Vec<Requirement>,
    files: Files,
}

impl Experiment {
    /// What the options ask for.
    pub fn new(
        scenarios: Vec<PathBuf>,
        baseline: Option<String>,
        matching: Option<Match>,
        options: Options,
    ) -> Self {
        Self {
            scenarios,
            baseline,
            matching,
            simulation: Simulation::new(&options),
            overrides: options.overrides.set,
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
        let mut loaded = load(&self.scenarios, &self.overrides, terminal)?;
        let baseline = self.baseline(&loaded)?;
        let matched = match self.matching {
            Some(Match::PeopleCost) => matched(&mut loaded, baseline)?,
            None => vec![None; loaded.len()],
        };
        let scenarios: Vec<&Scenario> = loaded.iter().map(|one| &one.scenario).collect();
        self.simulation.fits_in_memory(&scenarios)?;
        let study = |runs: &[Runs]| {
            let seed = self.simulation.seed;
            let mut study = study(&loaded, runs, baseline, seed, self.metric, self.target);
            study.note_matched(matched.clone());
            study
        };
        require::rehearse(&self.requirements, &loaded, study)?;
        let outputs = Outputs::open(self.files, &self.scenarios)?;
        let Simulated { runs, reached, one_more } =
            self.simulation.conduct(&scenarios, baseline, self.metric, terminal)?;
        let study = Study { reached, one_more, ..study(&runs) };
        for warning in study.comparisons.iter().flat_map(|comparison| &comparison.warnings) {
            terminal.warn(&warning.say(terminal.language()));
        }
        if let Some(warning) = report::precision::shortfall(&study, terminal.language()) {
            terminal.warn(&warning);
        }
        outputs.write(&study, &runs, terminal)?;
        require::check(&self.requirements, &study)
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

/// Gives every candidate the seats that the baseline's people cost pays for.
fn matched(loaded: &mut [Loaded], baseline: usize) -> Result<Vec<Option<Matched>>, Failure> {
    let model = loaded[baseline].scenario.clone();
    let others = loaded.iter_mut().enumerate();
    let one = |(place, one): (usize, &mut Loaded)| {
        if place == baseline {
            return Ok(None);
        }
        let name = one.scenario.name.clone();
        match_people_cost(&model, &mut one.scenario)
            .map(Some)
            .map_err(|why| Failure::Wrong(Complaint::CannotMatch(name, why)))
    };
    others.map(one).collect()
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
