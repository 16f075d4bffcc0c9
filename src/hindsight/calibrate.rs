//! The scenario played until it gives back the shares that were fitted.
//!
//! A share won is that of a company at work: what goes cold while it waits for us is
//! among the cases not won. The engine lets such cases go cold once more. So the
//! team on record plays the scenario, what it loses is seen at each queue, and the
//! odds of passing there are raised until as many come through as were fitted. All
//! rounds have the same luck.

use super::played::Played;
use crate::distribution::normal::logit;
use crate::fit::Fitted;
use crate::fit::scenario::{self as written, Form, Plan, Shift};
use crate::language::Language;
use crate::monte_carlo::{self, Interrupted, Request, Watch};
use crate::organisation::Scenario;
use crate::scenario::{self, Problems};
use crate::simulation::flows::{Flow, Flows, Funnel};

/// Runs of a round, and what their chance is derived from.
const REQUEST: Request = Request { seed: 1, runs: 0..RUNS };
/// Runs of a round.
pub const RUNS: u64 = 200;
/// Rounds at most.
const ROUNDS: usize = 12;
/// Shares won that are off by less than this part of themselves are given back.
pub const TOLERANCE: f64 = 0.002;
/// Customers at the start may be off by this part of themselves.
const CUSTOMERS: f64 = 0.02;
/// Chances are not raised above this.
const MOST: f64 = 0.998;
/// Losses of what waits are cut by this factor where chances cannot make up for
/// them, and below the least are none.
const CUT: (f64, f64) = (0.5, 0.1);

/// Why nothing was played.
#[derive(Debug)]
pub enum Unplayed {
    /// It was stopped.
    Interrupted,
    /// The fitted scenario does not load.
    Problems(Problems),
}

impl From<Interrupted> for Unplayed {
    fn from(_: Interrupted) -> Self {
        Self::Interrupted
    }
}

/// What is written otherwise than it was fitted, and what comes of it.
#[derive(Debug, Clone)]
pub struct Calibrated {
    /// For every scenario of this company.
    pub shift: Shift,
    /// The team on record at work with it.
    pub played: Played,
}

/// Finds what must be written so that the team on record gives back what was fitted;
/// `form` is the team where none is on record.
///
/// # Errors
/// When it is stopped, or the scenario does not load.
pub fn calibrate(
    fitted: &Fitted,
    form: Form,
    horizon_months: usize,
    watch: &dyn Watch,
) -> Result<Calibrated, Unplayed> {
    let company = Company { fitted, form: form.as_recorded(fitted), horizon_months };
    let mut shift = Shift::none(fitted);
    let first = company.play(&shift, watch)?;
    let wanted = Shares::wanted(&first.funnels);
    let mut played = first;
    for _ in 0..ROUNDS {
        let found = Shares::found(&played.funnels);
        if off(&found, &wanted) < TOLERANCE && settled(fitted, &played.funnels, &shift) {
            break;
        }
        raise(&mut shift, fitted, &wanted, &played.funnels);
        customers(&mut shift, fitted, &played.funnels);
        played = company.play(&shift, watch)?;
    }
    let found = Shares::found(&played.funnels);
    let shares = [overall(&wanted), overall(&found)];
    shift.shares = Some(shares);
    let played = Played::new(fitted, &played.runs, &shift, shares);
    Ok(Calibrated { shift, played })
}

/// What is played.
struct Company<'a> {
    fitted: &'a Fitted,
    form: Form,
    horizon_months: usize,
}

/// A round: each run, and all together.
struct Round {
    runs: Vec<Flows>,
    funnels: Vec<Funnel>,
}

impl Company<'_> {
    fn play(&self, shift: &Shift, watch: &dyn Watch) -> Result<Round, Unplayed> {
        let Self { fitted, form, horizon_months } = *self;
        let plan = Plan {
            name: "played",
            form,
            horizon_months,
            words: &Language::English.words().comments,
            shift,
        };
        let text = written::write(fitted, &plan);
        let loaded = scenario::load_text("played", &text).map_err(Unplayed::Problems)?;
        let scenario: &Scenario = &loaded.scenario;
        let runs = monte_carlo::listened(scenario, &REQUEST, &Flows::new(scenario), watch)?;
        let funnels =
            (0..scenario.segments.len()).map(|segment| together(&runs, segment)).collect();
        Ok(Round { runs, funnels })
    }
}

/// A segment's queues over all runs; customers on average.
fn together(runs: &[Flows], segment: usize) -> Funnel {
    let sum = |into: &mut Vec<Flow>, more: &[Flow]| {
        into.iter_mut().zip(more).for_each(|(flow, other)| *flow = flow.and(other));
    };
    let mut all = runs[0].segments[segment].clone();
    for run in &runs[1..] {
        let funnel = &run.segments[segment];
        sum(&mut all.channels, &funnel.channels);
        sum(&mut all.stages, &funnel.stages);
        all.customers += funnel.customers;
    }
    all.customers /= runs.len() as f64;
    all
}

/// Of a kind of case: its leads, the share of them that qualifies, and the share of
/// the opportunities that is won.
#[derive(Debug, Clone, Copy)]
struct Shares {
    leads: f64,
    qualified: f64,
    won: f64,
}

impl Shares {
    /// Where nothing goes cold and nothing is lost between hands.
    fn wanted(funnels: &[Funnel]) -> Vec<Self> {
        funnels.iter().map(|funnel| Self::new(funnel, Flow::pass)).collect()
    }

    /// As it was played.
    fn found(funnels: &[Funnel]) -> Vec<Self> {
        funnels.iter().map(|funnel| Self::new(funnel, Flow::through)).collect()
    }

    fn new(funnel: &Funnel, share: fn(&Flow) -> f64) -> Self {
        let of = |flow: &Flow| flow.worked + flow.stale;
        let leads = funnel.channels.iter().map(of).sum::<f64>();
        let qualified = funnel.channels.iter().map(|flow| of(flow) * share(flow)).sum::<f64>();
        let qualified = if leads > 0.0 { qualified / leads } else { 1.0 };
        Self { leads, qualified, won: funnel.stages.iter().map(share).product() }
    }

    /// Share of the leads that is won.
    fn all(self) -> f64 {
        self.qualified * self.won
    }
}

/// Share of the leads of all kinds that is won.
fn overall(shares: &[Shares]) -> f64 {
    let leads: f64 = shares.iter().map(|kind| kind.leads).sum();
    shares.iter().map(|kind| kind.leads * kind.all()).sum::<f64>() / leads.max(1.0)
}

/// The largest part by which a kind's share won is off.
fn off(found: &[Shares], wanted: &[Shares]) -> f64 {
    let part =
        |(found, wanted): (&Shares, &Shares)| (found.all() / wanted.all().max(1e-12) - 1.0).abs();
    found.iter().zip(wanted).map(part).fold(0.0, f64::max)
}

/// Raises the odds of each pass by what its queue loses; where a chance is at its end
/// the losses are cut instead.
fn raise(shift: &mut Shift, fitted: &Fitted, wanted: &[Shares], funnels: &[Funnel]) {
    let mut full = false;
    for (kind, (found, wanted)) in Shares::found(funnels).iter().zip(wanted).enumerate() {
        let funnel = &funnels[kind];
        let last = funnel.stages.last().expect("a segment has a stage");
        let (leads, deals) = (wanted.qualified / found.qualified, wanted.won / found.won);
        if fitted.of_leads {
            let all = funnel.channels.iter().fold(Flow::default(), Flow::and);
            full |= step(&mut shift.qualify[kind], all.pass(), leads);
            full |= step(&mut shift.pass[kind], last.pass(), deals);
        } else {
            // All leads are opportunities: only these can pass more often.
            full |= step(&mut shift.pass[kind], last.pass(), leads * deals);
        }
    }
    if full {
        let (factor, least) = CUT;
        let cut = shift.stale * factor;
        shift.stale = if cut < least { 0.0 } else { cut };
    }
}

/// Shifts log odds so that a chance becomes `by` times itself. Answers with whether it
/// cannot.
fn step(shift: &mut f64, chance: f64, by: f64) -> bool {
    const LITTLE: f64 = 1e-4;
    if !by.is_finite() || chance <= 0.0 || (by - 1.0).abs() < LITTLE {
        return false;
    }
    let (aim, from) = (chance * by, chance.min(MOST));
    *shift += logit(aim.min(MOST)) - logit(from);
    aim > MOST && by > 1.0 + TOLERANCE / 2.0
}

/// Whether counting starts with the customers on record, as far as that can be.
fn settled(fitted: &Fitted, funnels: &[Funnel], shift: &Shift) -> bool {
    let initial = |kind: usize| shift.initial.as_ref().map(|initial| initial[kind]);
    funnels.iter().enumerate().all(|(kind, funnel)| {
        let recorded = Shift::recorded_customers(fitted, kind);
        let off = funnel.customers - recorded;
        off.abs() <= (CUSTOMERS * recorded).max(1.0) || (off > 0.0 && initial(kind) == Some(0.0))
    })
}

/// Takes off the customers that the warm-up adds.
fn customers(shift: &mut Shift, fitted: &Fitted, funnels: &[Funnel]) {
    let recorded = |kind: usize| Shift::recorded_customers(fitted, kind);
    let initial = shift.initial.get_or_insert_with(|| (0..funnels.len()).map(recorded).collect());
    for (kind, (initial, funnel)) in initial.iter_mut().zip(funnels).enumerate() {
        *initial = (*initial + recorded(kind) - funnel.customers).round().max(0.0);
    }
}
