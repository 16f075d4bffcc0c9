//! All simulating of a command: the runs of every scenario, as many as asked for
//! or as a precision needs, and those with one more seat and one fewer.

use orgodds::language::Complaint;
use orgodds::monte_carlo::{self, Goal, Interrupted, Reached, Request, Runs};
use orgodds::organisation::{Scenario, limits};
use orgodds::study::causes::{self, Answer, Question};
use orgodds::study::drivers::{self, Inquiry};
use orgodds::study::sweep::{Design, sweep};
use orgodds::study::turns::{self, Turn, TurnsAbout};
use orgodds::study::{LeadMetric, SeatChange, Sweep, one_more};

use super::arguments::Options;
use super::failure::Failure;
use super::progress::{Progress, Stop};
use super::terminal::Terminal;

/// What to simulate.
#[derive(Debug)]
pub struct Simulation {
    /// What all chance is derived from.
    pub seed: u64,
    /// Runs of each scenario; where a precision is asked for, nothing.
    runs: u64,
    /// Half the width of 95 % intervals, as a share of the mean.
    precision: Option<f64>,
    one_more: bool,
    /// What to find out about what decides, if anything.
    pub drivers: Option<Inquiry>,
    /// Whether to find out what makes the gap of two scenarios.
    pub causes: bool,
    /// Whether to find out which unknowns turn the answer.
    pub turns: bool,
    threads: Option<usize>,
}

/// What came out.
#[derive(Debug)]
pub struct Simulated {
    /// One a scenario.
    pub runs: Vec<Runs>,
    /// How far a precision was reached.
    pub reached: Option<Reached>,
    /// What one more seat changes, and one fewer.
    pub one_more: Vec<SeatChange>,
    /// What decides, where that was asked.
    pub drivers: Option<drivers::Outcome>,
    /// What makes the gap, where that was asked.
    pub answer: Option<Answer>,
    /// How the gap follows what varies.
    pub sweep: Option<Sweep>,
    /// Which unknowns turn the answer.
    pub turns: Option<(Vec<Turn>, TurnsAbout)>,
}

/// Of what everything is simulated.
#[derive(Debug)]
pub struct Subject<'a> {
    /// In the order of the command line.
    pub scenarios: Vec<&'a Scenario>,
    /// Which of them is the baseline.
    pub baseline: usize,
    /// What leads.
    pub metric: LeadMetric,
}

impl Simulation {
    /// What the options ask for.
    pub fn new(options: &Options) -> Self {
        Self {
            seed: options.seed,
            runs: options.runs,
            precision: options.precision,
            one_more: options.one_more,
            drivers: None,
            causes: false,
            turns: false,
            threads: options.threads,
        }
    }

    /// Refuses more runs than memory is meant to hold.
    pub fn fits_in_memory(
        &self,
        scenarios: &[&Scenario],
        design: Option<&Design<'_>>,
    ) -> Result<(), Failure> {
        let varied = |runs| design.map_or(0, |design| design.memory(runs));
        let (runs, need) = (self.runs, |runs| self.memory(scenarios, runs) + varied(runs));
        if self.precision.is_some() || need(runs) <= limits::MEMORY {
            return Ok(());
        }
        let gib = |bytes: u64| bytes >> 30;
        Err(Failure::Wrong(Complaint::Memory {
            runs,
            scenarios: scenarios.len(),
            need: gib(need(runs)),
            most: gib(limits::MEMORY),
            fits: limits::MEMORY / need(1),
        }))
    }

    /// Simulates all of it; which scenario is the baseline, and what leads,
    /// decides how many runs a precision needs.
    pub fn conduct(
        &self,
        subject: &Subject<'_>,
        design: Option<&Design<'_>>,
        terminal: Terminal,
    ) -> Result<Simulated, Failure> {
        let question = self.question(subject)?;
        let further = self.further(subject, design, question.as_ref());
        let runs = self.runs * subject.scenarios.len() as u64;
        let progress = Progress::new(runs, further, terminal);
        let work = || self.answer(subject, design, question.as_ref(), &progress);
        monte_carlo::with_threads(self.threads, work)
            .map_err(|error| Failure::Outside(Complaint::NoThreads(error.to_string())))?
            .map_err(|Interrupted| Failure::Interrupted)
    }

    /// Simulates, and answers every question that was asked.
    fn answer(
        &self,
        subject: &Subject<'_>,
        design: Option<&Design<'_>>,
        question: Option<&Question>,
        progress: &Progress,
    ) -> Result<Simulated, Interrupted> {
        let Subject { scenarios, baseline, metric } = subject;
        let (runs, reached, request) = self.work(subject, progress)?;
        let one_more = self.seat_changes(scenarios, &runs, &request, progress)?;
        let find = |inquiry| drivers::find(scenarios, &runs, &request, *metric, inquiry, progress);
        let drivers = self.drivers.map(find).transpose()?;
        let (mut answer, mut swept) = (None, None);
        if let [before, after] = &runs[..] {
            let find = |question: &Question| question.answer(before, after, &request, progress);
            answer = question.map(find).transpose()?;
            let vary = |design| sweep(design, [before, after], *metric, &request, progress);
            swept = design.map(vary).transpose()?;
        }
        let find = || turns::find(scenarios, &runs, *baseline, *metric, &request, progress);
        let turns = self.turns.then(find).transpose()?;
        Ok(Simulated { runs, reached, one_more, drivers, answer, sweep: swept, turns })
    }

    /// Simulations beyond those of the scenarios themselves, for each of them.
    fn further(
        &self,
        subject: &Subject<'_>,
        design: Option<&Design<'_>>,
        question: Option<&Question>,
    ) -> f64 {
        let seats = |scenario: &&Scenario| one_more::variants(scenario);
        let seats: usize = subject.scenarios.iter().filter(|_| self.one_more).map(seats).sum();
        let varied = design.map_or(0, Design::variants);
        let between = question.map_or(0, Question::between);
        (seats + varied + between) as f64 / subject.scenarios.len() as f64 + self.again()
    }

    /// What is simulated until, where a precision is asked for.
    fn goal(&self, subject: &Subject<'_>) -> Option<Goal> {
        let within = self.precision?;
        let fitting = limits::MEMORY / self.memory(&subject.scenarios, 1).max(1);
        let limit = limits::PRECISION_RUNS.min(fitting).max(1);
        Some(Goal { metric: subject.metric.metric(), within, baseline: subject.baseline, limit })
    }

    /// The runs of the scenarios themselves.
    fn work(
        &self,
        subject: &Subject<'_>,
        progress: &Progress,
    ) -> Result<(Vec<Runs>, Option<Reached>, Request), Interrupted> {
        let scenarios = &subject.scenarios;
        let mut request = Request { seed: self.seed, runs: 0..self.runs };
        let (runs, reached) = if let Some(goal) = self.goal(subject) {
            let (runs, reached) =
                monte_carlo::simulate_until(scenarios, self.seed, &goal, progress)?;
            request.runs.end = reached.runs;
            (runs, Some(reached))
        } else {
            let one = |scenario: &&Scenario| monte_carlo::simulate(scenario, &request, progress);
            (scenarios.iter().map(one).collect::<Result<_, _>>()?, None)
        };
        Ok((runs, reached, request))
    }

    /// What one more seat changes, if that was asked for.
    fn seat_changes(
        &self,
        scenarios: &[&Scenario],
        runs: &[Runs],
        request: &Request,
        progress: &Progress,
    ) -> Result<Vec<SeatChange>, Interrupted> {
        let mut changes = Vec::new();
        if self.one_more {
            for (scenario, runs) in scenarios.iter().zip(runs) {
                changes.extend(one_more::one_more(scenario, runs, request, progress)?);
            }
        }
        Ok(changes)
    }

    /// What differs between two scenarios, where that is to be found out.
    fn question(&self, subject: &Subject<'_>) -> Result<Option<Question>, Failure> {
        let [baseline, candidate] = subject.scenarios[..] else { return Ok(None) };
        let question = || Question::new(baseline, candidate, subject.metric, self.seed, &Stop);
        self.causes.then(question).transpose().map_err(|_| Failure::Interrupted)
    }

    /// Bytes that so many runs need.
    fn memory(&self, scenarios: &[&Scenario], runs: u64) -> u64 {
        let kept: u64 = scenarios.iter().map(|scenario| monte_carlo::memory(scenario, runs)).sum();
        let drawn = self.drivers.map_or(0, |_| drivers::memory(scenarios, runs));
        let apart = if self.causes { causes::memory(runs) } else { 0 };
        kept.saturating_add(drawn).saturating_add(apart)
    }

    /// Runs that are played again to find out what decides, for each of the others.
    fn again(&self) -> f64 {
        let again = |runs: u64| drivers::further_runs(runs as usize) as f64 / runs.max(1) as f64;
        self.drivers.map_or(0.0, |_| again(self.runs))
    }
}
