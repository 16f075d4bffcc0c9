//! From scenario files to written results.

use std::path::PathBuf;

use orgodds::language::Complaint;
use orgodds::monte_carlo::Runs;
use orgodds::organisation::{Axis, Scenario};
use orgodds::report;
use orgodds::report::manifest::Settings;
use orgodds::scenario::{self, Loaded, Problem, Problems, Vary};
use orgodds::study::drivers::Inquiry;
use orgodds::study::equal_cost::match_people_cost;
use orgodds::study::sweep::{Design, Variant};
use orgodds::study::{Case, LeadMetric, Matched, Study};

use super::arguments::{Files, Match, Metric, Options};
use super::failure::Failure;
use super::outputs::Outputs;
use super::pack::{self, Pack};
use super::require::{self, Requirement};
use super::signals;
use super::simulation::{Simulated, Simulation, Subject};
use super::terminal::Terminal;

/// What is needed to simulate, compare and write.
#[derive(Debug)]
pub struct Experiment {
    /// Scenario files, as typed.
    pub scenarios: Vec<PathBuf>,
    /// The baseline's name; the first scenario where none is given.
    pub baseline: Option<String>,
    matching: Option<Match>,
    /// Numbers to vary, as typed.
    vary: Vec<String>,
    overrides: Vec<String>,
    simulation: Simulation,
    metric: LeadMetric,
    target: Option<f64>,
    requirements: Vec<Requirement>,
    settings: Settings,
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
            settings: pack::settings(&options, matching, scenarios.len()),
            scenarios,
            baseline,
            matching,
            vary: Vec::new(),
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

    /// The same with numbers that vary, as typed.
    pub fn varying(mut self, vary: Vec<String>) -> Self {
        self.settings.vary.clone_from(&vary);
        Self { vary, ..self }
    }

    /// The same, and which unknowns turn the answer.
    pub fn finding_turns(mut self, wanted: bool) -> Self {
        (self.settings.where_it_turns, self.simulation.turns) = (wanted, wanted);
        self
    }

    /// The same, and what decides the result.
    pub fn finding_drivers(mut self, inquiry: Inquiry) -> Self {
        (self.settings.drivers, self.settings.total) = (true, inquiry.total);
        self.simulation.drivers = Some(inquiry);
        self
    }

    /// The same, and what makes the gap of two scenarios, if so.
    pub fn finding_causes(mut self, causes: bool) -> Self {
        (self.settings.causes, self.simulation.causes) = (causes, causes);
        self
    }

    /// Loads, tries the outputs, simulates, compares, writes.
    pub fn conduct(self, terminal: Terminal) -> Result<(), Failure> {
        signals::heed_interrupts()?;
        let ready = self.prepare(terminal)?;
        let study = |runs: &[Runs]| self.study(&ready, runs);
        require::rehearse(&self.requirements, &ready.loaded, study)?;
        let outputs = Outputs::open(&self.files, ready.settings.clone(), &self.scenarios)?;
        let (study, runs) = self.simulate(&ready, terminal)?;
        for warning in study.comparisons.iter().flat_map(|comparison| &comparison.warnings) {
            terminal.warn(&warning.say(terminal.language()));
        }
        if let Some(warning) = report::precision::shortfall(&study, terminal.language()) {
            terminal.warn(&warning);
        }
        outputs.write(&study, &runs, &ready.loaded, terminal)?;
        require::check(&self.requirements, &study)
    }

    /// The files of the evidence pack, with nothing written.
    pub fn pack(self, terminal: Terminal) -> Result<pack::Files, Failure> {
        signals::heed_interrupts()?;
        let ready = self.prepare(terminal)?;
        let pack = Pack::new(&self.files, ready.settings.clone())?;
        let (study, runs) = self.simulate(&ready, terminal)?;
        pack.files(&study, &runs, &ready.loaded, terminal)
    }

    /// Loads, and refuses what cannot be simulated.
    fn prepare(&self, terminal: Terminal) -> Result<Ready, Failure> {
        let mut loaded = load(&self.scenarios, &self.overrides, terminal)?;
        let baseline = self.baseline(&loaded)?;
        let matched = match self.matching {
            Some(Match::PeopleCost) => matched(&mut loaded, baseline)?,
            None => vec![None; loaded.len()],
        };
        let named = (baseline > 0).then(|| loaded[baseline].scenario.name.clone());
        let settings = Settings { baseline: named, ..self.settings.clone() };
        let varied = Vary::all(&self.vary, &loaded).map_err(|it| told(&it, terminal))?;
        let axes = varied.iter().map(|one| one.axis.clone()).collect();
        let ready = Ready { loaded, baseline, matched, varied, axes, settings };
        let vary = |scenario: usize, values: &[f64]| ready.variant(scenario, values);
        self.simulation.fits_in_memory(&ready.scenarios(), ready.design(&vary).as_ref())?;
        Ok(ready)
    }

    fn simulate(&self, ready: &Ready, terminal: Terminal) -> Result<(Study, Vec<Runs>), Failure> {
        let subject =
            Subject { scenarios: ready.scenarios(), baseline: ready.baseline, metric: self.metric };
        let vary = |scenario: usize, values: &[f64]| ready.variant(scenario, values);
        let design = ready.design(&vary);
        let Simulated { runs, reached, one_more, drivers, answer, sweep, turns } =
            self.simulation.conduct(&subject, design.as_ref(), terminal)?;
        let (drivers, drivers_about) = drivers.unzip();
        let drivers = drivers.unwrap_or_default();
        let (causes, causes_about) = answer.map(|answer| (answer.causes, answer.about)).unzip();
        let causes = causes.unwrap_or_default();
        let (turns, turns_about) = turns.unzip();
        let study = Study {
            reached,
            one_more,
            drivers,
            drivers_about,
            causes,
            causes_about,
            sweep,
            turns: turns.unwrap_or_default(),
            turns_about,
            ..self.study(ready, &runs)
        };
        Ok((study, runs))
    }

    fn study(&self, ready: &Ready, runs: &[Runs]) -> Study {
        let seed = self.simulation.seed;
        let mut study = study(&ready.loaded, runs, ready.baseline, seed, self.metric, self.target);
        study.note_matched(ready.matched.clone());
        study
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

/// What was loaded, ready to be simulated.
#[derive(Debug)]
struct Ready {
    loaded: Vec<Loaded>,
    /// Which of them is the baseline.
    baseline: usize,
    /// The seats that were given to match its cost.
    matched: Vec<Option<Matched>>,
    /// Numbers that vary.
    varied: Vec<Vary>,
    axes: Vec<Axis>,
    /// What has to be known to do the same again.
    settings: Settings,
}

impl Ready {
    fn scenarios(&self) -> Vec<&Scenario> {
        self.loaded.iter().map(|one| &one.scenario).collect()
    }

    /// What is to be varied, if anything is.
    fn design<'a>(&'a self, variant: &'a Variant<'a>) -> Option<Design<'a>> {
        let [baseline, candidate] = &self.loaded[..] else { return None };
        let scenarios = [&baseline.scenario, &candidate.scenario];
        (!self.axes.is_empty()).then_some(Design { axes: &self.axes, scenarios, variant })
    }

    /// A scenario with values of what varies.
    fn variant(&self, scenario: usize, values: &[f64]) -> Scenario {
        let varied = self.loaded[scenario].varied(&self.varied, values);
        varied.expect("every point was tried before")
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
    let style = style(terminal);
    let loaded =
        scenario::load_all(files, overrides).map_err(|problems| told(&problems, terminal))?;
    for warning in loaded.iter().flat_map(|one| &one.warnings) {
        terminal.note(&warning.tell(terminal.language(), style));
    }
    Ok(loaded)
}

/// How problems are shown.
fn style(terminal: Terminal) -> scenario::Style {
    if terminal.colours_messages() { scenario::Style::Coloured } else { scenario::Style::Plain }
}

/// What is wrong with the scenarios, in words.
fn told(problems: &Problems, terminal: Terminal) -> Failure {
    Failure::Scenarios(problems.tell(terminal.language(), style(terminal)))
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
