//! From records to a scenario: every number that they tell, and how sure it is.
//!
//! [`fit`] conducts; each estimator is a file that knows nothing of the others:
//!
//! - `arrivals`: how many cases come, and how demand moves
//! - `closing`: conversion and waiting, open cases as open
//! - `pooling`: channels drawn towards each other
//! - `deals`, `customers`, `people`: what they are called
//! - `benchmark`: what records cannot tell
//!
//! Out comes [`Fitted`], plain data; [`scenario`] writes it as a scenario.
//! The same records give the same figures to the last bit.

pub mod arrivals;
pub mod benchmark;
pub mod closing;
pub mod cohorts;
mod conversion;
mod correlation;
pub mod customers;
pub mod deals;
mod demand;
mod doubts;
mod figure;
mod fitted;
mod groups;
mod loyalty;
mod matrix;
mod orders;
mod owners;
pub mod people;
pub mod pooling;
pub mod posterior;
mod price;
pub mod scenario;
pub mod sizes;
mod titles;
pub mod varying;
mod warning;

pub use conversion::{FEWEST, fate, qualified, start};
pub use figure::{Assumption, Figure, Method};
pub use fitted::{Channel, Correlation, Customers, Fitted, Kind, Market, Options, Owners, Subject};
pub use groups::Groups;
pub use titles::Duty;
pub use warning::Warning;

use crate::records::Records;
use arrivals::Months;
use benchmark::Benchmark;
use closing::recorded;
use doubts::Doubts;

/// The records hold no case to fit to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoCases;

/// Fits everything.
///
/// # Errors
/// When no case is left.
pub fn fit(records: &Records, options: &Options) -> Result<Fitted, NoCases> {
    let from = options
        .from
        .map_or(records.first, |from| if from > records.first { from } else { records.first });
    let months = Months::new(records, from);
    if months.total() < 1.0 {
        return Err(NoCases);
    }
    let groups = Groups::new(&records.channels, &months.by_channel);
    let grouped = (records, &groups.of[..], from);
    let steps = options.steps_per_month.unwrap_or_else(|| conversion::steps(grouped));
    let conversion = conversion::fit(grouped, groups.each.len(), steps);
    let demand = arrivals::Market::fit(&months);
    let arriving = arrivals::by_channel(&demand.level, &months, &groups);
    let bought = orders::read(records, from);
    let lifetimes = customers::fit(&bought.histories);
    let (price, spread) = price::fit(records, from, &bought);
    let curve = recorded::curve(&conversion.closing.ages, &conversion.closing.law);
    let doubts = Doubts { records, from, months: &months, demand: &demand, curve: &curve };
    let sizes = sizes::of(records, from);
    let misfit = sizes::misfit(&sizes, price.value, spread.value);
    let mut warnings = doubts.all(&groups, &conversion, price.is_measured());
    warnings.extend(misfit.map(Warning::DealSizes));
    let customers =
        loyalty::figures(lifetimes.as_ref(), &bought, &price, orders::new_customers(records, from));
    let channels = demand::channels(grouped, &groups, &arriving, &conversion, months.period);
    let mut fitted = Fitted {
        arrived: months.period,
        last: records.last,
        cases: months.total(),
        left_out: records.cases.len() as f64 - months.total(),
        wins: conversion.closing.ages.wins(),
        losses: conversion.closing.ages.losses(),
        currency: records.currency.clone(),
        of_leads: records.of_leads,
        steps_per_month: steps,
        market: demand::market(&demand, &months),
        channels,
        lag: conversion.qualifying.as_ref().and_then(lag),
        correlations: correlation::all(arriving, &conversion, lifetimes),
        kinds: conversion.kinds.into_iter().map(|kind| kind.over(months.period)).collect(),
        conversion: conversion.overall.over(months.period),
        price,
        spread,
        customers,
        roles: people::roles(records),
        owners: owners::count(records, from),
        warnings,
        cohorts: cohorts::of(records, from, steps, &conversion.closing.law),
        sizes,
        varying: conversion.varying,
        closing: conversion.closing,
        qualifying: conversion.qualifying,
        curve,
    };
    let people = doubts::of_people(&fitted);
    fitted.warnings.extend(people);
    Ok(fitted)
}

/// Months until a lead is qualified, beyond the step in which it comes.
fn lag(qualifying: &closing::Closing) -> Option<Figure> {
    let ends = qualifying.wait_months(0);
    let figure = Figure::between(ends, qualifying.ages.wins(), Method::ClosingLaw);
    (ends[1] * qualifying.ages.steps as f64 >= 0.5).then_some(figure)
}

/// What is published, with the reason why the records do not say it.
fn published(benchmark: Benchmark) -> Figure {
    let Benchmark { low, high, .. } = benchmark;
    let middle = if low > 0.0 { (low * high).sqrt() } else { f64::midpoint(low, high) };
    let ends = [low, middle, high];
    Figure::between(ends, 0.0, Method::Benchmark(benchmark))
}
