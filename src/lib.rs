//! What are the odds that a sales team split into specialised roles earns more?
//!
//! A company is written down once and each organisation of it in a short file.
//! The organisations are simulated on the same market and the same luck, run by
//! run, and compared: who books more, with what chance, through what, at what
//! cost, and where each is stuck. [`method`] says what is simulated, and how far
//! its numbers can be trusted.
//!
//! ```
//! use std::path::PathBuf;
//!
//! use orgodds::language::Language;
//! use orgodds::monte_carlo::{self, Request, Unwatched};
//! use orgodds::study::{Case, LeadMetric, Study};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let files = ["scenarios/generalist.toml", "scenarios/specialised.toml"].map(PathBuf::from);
//! let loaded = orgodds::scenario::load_all(&files, &[])?;
//!
//! // A hundred runs, paired: run 17 of one is run 17 of the other.
//! let request = Request { seed: 1, runs: 0..100 };
//! let mut runs = Vec::new();
//! for one in &loaded {
//!     runs.push(monte_carlo::simulate(&one.scenario, &request, &Unwatched)?);
//! }
//!
//! let case = |(one, runs)| {
//!     let one: &orgodds::scenario::Loaded = one;
//!     Case { scenario: &one.scenario, file: &one.file, warnings: &[], runs }
//! };
//! let cases: Vec<Case> = loaded.iter().zip(&runs).map(case).collect();
//! let study = Study::new(&cases, 0, request.seed, LeadMetric::Bookings);
//!
//! let gap = &study.comparisons[0].metrics.bookings;
//! assert!(gap.probability_better > 0.2 && gap.probability_better < 0.9);
//! println!("{}", orgodds::report::table::study(&study, Language::English, 100));
//! # Ok(())
//! # }
//! ```
//!
//! # Rooms
//!
//! From text to picture, each knowing only what stands before it:
//!
//! | module | is |
//! |---|---|
//! | [`random`] | the only place that makes a generator: a stream a seed, run, place and step |
//! | [`statistics`] | slices in, values out; knows nothing of sales |
//! | [`distribution`] | what is not known exactly: quantile functions, domains, correlation |
//! | [`organisation`] | the company and its people as valid plain data |
//! | [`scenario`] | files to organisations, and every mistake with its place |
//! | [`simulation`] | one run, month by month |
//! | [`monte_carlo`] | many runs, in parallel, collected in run order |
//! | [`study`] | a question each with its result record: forecast, comparison, bridge, decision, overtaking, load |
//! | [`records`] | a company's records, read from what its CRM exports |
//! | [`fit`] | from records to the numbers of a scenario, with their intervals |
//! | [`hindsight`] | a fitted scenario held against what is on record |
//! | [`report`], [`chart`] | a result record as table, JSON and CSV, or as pictures |
//! | [`language`] | every word that a person reads in a result, in each language |
//! | [`figure`] | how numbers are written for people, the same in tables and charts |
//!
//! What comes out is the same to the last bit for any number of threads, and run
//! 137 of 10,000 is run 137 of 200.

pub mod chart;
pub mod distribution;
pub mod figure;
pub mod fit;
pub mod hindsight;
pub mod language;
mod markup;
#[doc = include_str!("method.md")]
pub mod method {}
pub mod monte_carlo;
pub mod organisation;
pub mod random;
pub mod records;
pub mod report;
pub mod scenario;
pub mod simulation;
pub mod statistics;
pub mod study;
