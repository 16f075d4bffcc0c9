//! All simulating of a command: the runs of every scenario, as many as asked for
//! or as a precision needs, and those with one more seat and one fewer.

use orgodds::language::Complaint;
use orgodds::monte_carlo::{self, Goal, Interrupted, Reached, Request, Runs};
use orgodds::organisation::{Scenario, limits};
use orgodds::study::causes::{self, Answer, Question};
use orgodds::study::drivers::{self, Inquiry};
use orgodds::study::{LeadMetric, SeatChange, one_more};

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
            threads: options.threads,
        }
    }

    /// Refuses more runs than memory is meant to hold.
    pub fn fits_in_memory(&self, scenarios: &[&Scenario]) -> Result<(), Failure> {
        let (runs, need) = (self.runs, |runs| self.memory(scenarios, runs));
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
        scenarios: &[&Scenario],
        baseline: usize,
        metric: LeadMetric,
        terminal: Terminal,
    ) -> Result<Simulated, Failure> {
        let further = if self.one_more {
            scenarios.iter().map(|scenario| one_more::variants(scenario)).sum()
        } else {
            0
        };
        let question = self.question(scenarios, metric)?;
        let further = further + question.as_ref().map_or(0, Question::between);
        let further = further as f64 / scenarios.len() as f64 + self.again();
        let goal = self.precision.map(|within| {
            let fitting = limits::MEMORY / self.memory(scenarios, 1).max(1);
            let limit = limits::PRECISION_RUNS.min(fitting).max(1);
            Goal { metric: metric.metric(), within, baseline, limit }
        });
        let progress = Progress::new(self.runs * scenarios.len() as u64, further, terminal);
        let work = || self.work(scenarios, metric, goal.as_ref(), question.as_ref(), &progress);
        monte_carlo::with_threads(self.threads, work)
            .map_err(|error| Failure::Outside(Complaint::NoThreads(error.to_string())))?
            .map_err(|_| Failure::Interrupted)
    }

    fn work(
        &self,
        scenarios: &[&Scenario],
        metric: LeadMetric,
        goal: Option<&Goal>,
        question: Option<&Question>,
        progress: &Progress,
    ) -> Result<Simulated, Interrupted> {
        let mut request = Request { seed: self.seed, runs: 0..self.runs };
        let (runs, reached) = if let Some(goal) = goal {
            let (runs, reached) =
                monte_carlo::simulate_until(scenarios, self.seed, goal, progress)?;
            request.runs.end = reached.runs;
            (runs, Some(reached))
        } else {
            let one = |scenario: &&Scenario| monte_carlo::simulate(scenario, &request, progress);
            (scenarios.iter().map(one).collect::<Result<_, _>>()?, None)
        };
        let mut changes = Vec::new();
        if self.one_more {
            for (scenario, runs) in scenarios.iter().zip(&runs) {
                changes.extend(one_more::one_more(scenario, runs, &request, progress)?);
            }
        }
        let find = |inquiry| drivers::find(scenarios, &runs, &request, metric, inquiry, progress);
        let drivers = self.drivers.map(find).transpose()?;
        let answer = match (question, runs.as_slice()) {
            (Some(question), [from, to]) => Some(question.answer(from, to, &request, progress)?),
            _ => None,
        };
        Ok(Simulated { runs, reached, one_more: changes, drivers, answer })
    }

    /// What differs between two scenarios, where that is to be found out.
    fn question(
        &self,
        scenarios: &[&Scenario],
        metric: LeadMetric,
    ) -> Result<Option<Question>, Failure> {
        let [baseline, candidate] = scenarios else { return Ok(None) };
        let question = || Question::new(baseline, candidate, metric, self.seed, &Stop);
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
