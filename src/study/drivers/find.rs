//! From runs to drivers.

use super::caution::{KNOWABLE, LITTLE};
use super::factors::{self, Factor};
use super::groups::{self, Group};
use super::totals::{self, Onward};
use super::{Driver, DriversAbout, GroupWorth, Inquiry, caution, noise};
use crate::language::{Language, Together};
use crate::monte_carlo::{self, Interrupted, Request, Runs, Watch, chance_share};
use crate::organisation::{Path, Scenario};
use crate::statistics::sensitivity::{
    Conditional, Estimate, Worth, first_order, noise as chance_of_noise, tenths, worth_knowing,
};
use crate::statistics::{Moments, WITHIN_95};
use crate::study::LeadMetric;

/// The drivers and what is common to them.
pub type Outcome = (Vec<Driver>, DriversAbout);

/// Of the runs this part is played again with other luck, for the share of chance,
/// but not fewer than these.
const AGAIN: usize = 4;
const AGAIN_AT_LEAST: usize = 2500;

/// How many of so many runs are played again, for the share of chance.
#[must_use]
pub fn further_runs(runs: usize) -> usize {
    (runs / AGAIN).max(AGAIN_AT_LEAST).min(runs)
}

/// Bytes that the factors of so many runs need: the values of both scenarios while
/// they are put in columns.
#[must_use]
pub fn memory(scenarios: &[&Scenario], runs: u64) -> u64 {
    let uncertain = |scenario: &&Scenario| {
        let factors = scenario.factors.all.iter();
        factors.filter(|factor| factor.distribution.as_known().is_none()).count() as u64
    };
    let all: u64 = scenarios.iter().map(uncertain).sum();
    let most = scenarios.iter().map(uncertain).max().unwrap_or(0);
    runs.saturating_mul((all + most) * size_of::<f64>() as u64)
}

/// What decides the metric of one scenario, or the gap of two: the second's less the
/// first's. `runs` are theirs, those that `request` names.
///
/// # Errors
/// [`Interrupted`] when `watch` asks to stop.
pub fn find(
    scenarios: &[&Scenario],
    runs: &[Runs],
    request: &Request,
    metric: LeadMetric,
    inquiry: Inquiry,
    watch: &dyn Watch,
) -> Result<Outcome, Interrupted> {
    let results = results(runs, metric);
    let factors = factors::of(scenarios, request);
    let mut about = about(scenarios, &factors, &results, metric);
    let mut found = measured(&factors, &results, scenarios.len() > 1);
    if watch.cancelled() {
        return Err(Interrupted);
    }
    if about.sd > 0.0 {
        // Where all is known there is nothing but chance, and nothing to play again.
        let again = if factors.is_empty() { 0 } else { further_runs(results.len()) };
        let chance = match again {
            0 => Estimate { value: 1.0, se: 0.0 },
            _ => chance_share(scenarios, &results, request, again, metric.metric(), watch)?,
        };
        (about.chance, about.chance_se) = (Some(chance.value), Some(chance.se));
        about.chance_runs = again as u64;
        if scenarios.len() > 1 {
            about.groups = worth_of_groups(&factors, &results, chance);
        }
    }
    if watch.cancelled() {
        return Err(Interrupted);
    }
    if inquiry.total && about.sd > 0.0 && !factors.is_empty() {
        let done = (results.len() + further_runs(results.len())) * scenarios.len();
        let onward = Onward { watch, done: done as u64 };
        totals::find(scenarios, request.seed, &mut found, &mut about, &onward)?;
    }
    settle(&mut found, &mut about);
    about.warnings = caution::all(&found, &about, results.len());
    Ok((found, about))
}

/// The metric of each run, or the gap.
fn results(runs: &[Runs], metric: LeadMetric) -> Vec<f64> {
    let metric = metric.metric();
    match runs {
        [one, other, ..] => {
            let pairs = one.metric(metric).iter().zip(other.metric(metric));
            pairs.map(|(one, other)| other - one).collect()
        }
        [one] => one.metric(metric).to_vec(),
        [] => Vec::new(),
    }
}

/// What is known before any factor is looked at.
fn about(
    scenarios: &[&Scenario],
    factors: &[Factor<'_>],
    results: &[f64],
    metric: LeadMetric,
) -> DriversAbout {
    let moments: Moments = results.iter().copied().collect();
    let last = scenarios[scenarios.len() - 1].name.clone();
    let paired = scenarios.len() > 1;
    let perfect = paired.then(|| perfect(results, moments.mean()));
    DriversAbout {
        metric,
        scenario: last,
        baseline: paired.then(|| scenarios[0].name.clone()),
        mean: moments.mean(),
        mean_se: moments.se(),
        sd: moments.sd(),
        uncertain: factors.len(),
        above_noise: 0,
        chance: None,
        chance_se: None,
        chance_runs: 0,
        first_order_above: 0.0,
        first_order_below: 0.0,
        first_order_below_se: 0.0,
        totals: None,
        groups: Vec::new(),
        evpi: perfect.map(|loss| loss.mean()),
        evpi_se: perfect.map(|loss| loss.se()),
        warnings: Vec::new(),
    }
}

/// What the choice that is better on average falls short of the better one, by run.
fn perfect(gap: &[f64], mean: f64) -> Moments {
    gap.iter().map(|&gap| if mean > 0.0 { (-gap).max(0.0) } else { gap.max(0.0) }).collect()
}

/// Every factor, in the order in which they came.
fn measured(factors: &[Factor<'_>], results: &[f64], paired: bool) -> Vec<Driver> {
    let mut found = monte_carlo::for_each(factors, |factor| driver(factor, results, paired));
    let p_values: Vec<f64> = found.iter().map(|driver| driver.p_value).collect();
    for (driver, stands_out) in found.iter_mut().zip(noise::stands_out(&p_values)) {
        driver.above_noise = stands_out;
        // Where noise crosses zero says nothing.
        if !stands_out {
            driver.zero_at.clear();
        }
    }
    found
}

fn driver(factor: &Factor<'_>, results: &[f64], paired: bool) -> Driver {
    let x = &factor.values;
    let tenths = tenths(x, results);
    let (low, high) = (tenths[0], tenths[tenths.len() - 1]);
    let share = first_order(x, results);
    let worth = paired.then(|| worth_knowing(&[x], results));
    let subject = factor.subject();
    let [p10, p50, p90] = factor.believed;
    // Between two values of a choice there is nothing to cross.
    let is_smooth = tenths.iter().any(|tenth| tenth.low < tenth.high);
    let crosses = paired && is_smooth;
    Driver {
        factor: factor.path.to_string(),
        label: (Language::English.words().drivers.label)(&subject),
        subject,
        p10,
        p50,
        p90,
        low_tenth: low.mean,
        low_tenth_se: low.se,
        high_tenth: high.mean,
        high_tenth_se: high.se,
        first_order: share.value,
        first_order_se: share.se,
        total: None,
        total_se: None,
        evppi: worth.map(|worth| worth.value),
        evppi_se: worth.map(|worth| worth.se),
        evppi_bias: worth.map(|worth| worth.bias),
        p_value: chance_of_noise(x, results),
        above_noise: false,
        zero_at: if crosses {
            Conditional::fit(x, results).zeros(low.middle, high.middle)
        } else {
            Vec::new()
        },
        correlated_with: factor.correlated.iter().map(Path::to_string).collect(),
        tenths,
    }
}

fn worth_of_groups(factors: &[Factor<'_>], gap: &[f64], chance: Estimate) -> Vec<GroupWorth> {
    let paths: Vec<Path> = factors.iter().map(|factor| factor.path.clone()).collect();
    let groups = groups::of(&paths, |place| factors[place].scenario);
    monte_carlo::for_each(&groups, |group| {
        let members: Vec<&[f64]> =
            group.members.iter().map(|&place| factors[place].values.as_slice()).collect();
        let worth = worth_knowing(&members, gap);
        let is_all = group.together == Together::All;
        GroupWorth::new(group, worth, is_all && misses_much(worth, chance, gap.len()))
    })
}

/// Whether the curves behind the worth of all factors clearly leave much of what could
/// be known: a product of three is not looked for, and a small part may be noise.
fn misses_much(worth: Worth, chance: Estimate, runs: usize) -> bool {
    let knowable = 1.0 - chance.value;
    let unsure = WITHIN_95 * chance.se.hypot(1.0 / (runs as f64).sqrt());
    knowable > KNOWABLE && worth.explained + unsure < LITTLE * knowable
}

impl GroupWorth {
    fn new(group: &Group, worth: Worth, at_least: bool) -> Self {
        let Group { pattern, together, members } = group;
        Self {
            group: pattern.clone(),
            label: (Language::English.words().drivers.group)(together),
            together: together.clone(),
            factors: members.len(),
            evppi: worth.value,
            evppi_se: worth.se,
            evppi_bias: worth.bias,
            at_least,
        }
    }
}

/// Orders the factors and adds up their shares.
fn settle(found: &mut [Driver], about: &mut DriversAbout) {
    // What is not clear alone counts by what it does together with others.
    let strength = |driver: &Driver| match driver.total {
        Some(total) if driver.first_order <= WITHIN_95 * driver.first_order_se => total,
        _ => driver.first_order,
    };
    found.sort_by(|a, b| {
        let by_share = strength(b).total_cmp(&strength(a));
        b.above_noise.cmp(&a.above_noise).then(by_share)
    });
    about.above_noise = found.iter().filter(|driver| driver.above_noise).count();
    let (above, below) = found.split_at(about.above_noise);
    let sum = |some: &[Driver]| some.iter().map(|driver| driver.first_order).sum::<f64>();
    (about.first_order_above, about.first_order_below) = (sum(above), sum(below));
    let squares = below.iter().map(|driver| driver.first_order_se.powi(2));
    about.first_order_below_se = squares.sum::<f64>().sqrt();
}
