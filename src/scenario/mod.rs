//! Text → organisation, in passes, each with a type of its own, so that nothing
//! that was not validated passes on:
//!
//! 1. `document`: a file as a tree of values with their places (`syntax`
//!    explains what is not TOML);
//! 2. `layers`: the file laid over what it extends, then `overrides` of the
//!    command line over that;
//! 3. `reader`: the tree read with the table of `fields` into a `record`;
//!    `notation`, `belief`, `domain` and `data` turn text into distributions;
//! 4. `resolve`: names become indices, and everything that involves more than
//!    one field is checked;
//! 5. `agreement`: what the scenarios of one command must share.
//!
//! `vary` lays one value after the other over what was loaded.
//! `complete` goes the other way: a merged tree as one file.
//!
//! Every pass reports all it finds and goes on with stand-ins, so that all
//! independent mistakes of all files come out at once, in the order of the
//! files. A scenario comes out only where nothing was reported.

mod agreement;
mod belief;
mod complete;
mod data;
mod document;
mod domain;
mod dotted;
mod field;
mod fields;
mod layers;
mod notation;
mod overrides;
mod problem;
mod reader;
mod record;
mod render;
mod resolve;
mod schema;
mod source;
mod suggest;
mod syntax;
mod vary;

use std::path::PathBuf;

pub use complete::Columns;
pub use dotted::parse as path;
pub use problem::{Problem, Problems, Style};
pub use schema::schema;
pub use suggest::nearest;
pub use vary::Vary;

use crate::organisation::Scenario;

/// A scenario that passed every check.
#[derive(Debug)]
pub struct Loaded {
    /// The company and its organisation.
    pub scenario: Scenario,
    /// The file as it was typed.
    pub file: String,
    /// What is allowed, but likely not meant.
    pub warnings: Vec<Problem>,
    /// The file with everything that it extends and what overrules it.
    tree: document::Node,
}

impl Loaded {
    /// The scenario as one file that needs no other but those of `columns`, which
    /// its data columns are added to.
    ///
    /// # Errors
    /// When a data file can be read no more.
    pub fn complete(&self, columns: &mut Columns) -> Result<String, Problem> {
        complete::complete(&self.tree, &self.scenario.name, columns)
    }

    /// The scenario with other values in the places that are varied, one each;
    /// where it has no such place it stays as it is.
    ///
    /// # Errors
    /// When it cannot have these values.
    pub fn varied(&self, varied: &[Vary], values: &[f64]) -> Result<Scenario, Problems> {
        vary::variant(&self.tree, varied, values)
    }
}

/// Loads the scenarios of one command. `overrides` are `PATH=VALUE` as typed.
///
/// # Errors
/// Everything that is wrong with any of the files, what they extend, or the
/// overrides.
pub fn load_all(files: &[PathBuf], overrides: &[String]) -> Result<Vec<Loaded>, Problems> {
    let mut problems = Problems::default();
    let mut library = layers::Library::default();
    let mut trees: Vec<_> =
        (files.iter()).filter_map(|file| layers::read(file, &mut library, &mut problems)).collect();
    let given: Vec<_> = (overrides.iter().enumerate())
        .filter_map(|(i, given)| overrides::parse(given, library.len() + i, &mut problems))
        .collect();
    // A scenario that cannot be read might have had the place that an override asks for.
    let all_read = trees.len() == files.len();
    overrides::apply(&given, &mut trees, all_read, &mut problems);
    let names = files.iter().map(|file| file.display().to_string()).collect();
    finish(trees, names, problems)
}

/// Loads a scenario from a text that needs no other file; `name` stands for its
/// file's.
///
/// # Errors
/// Everything that is wrong with it.
pub fn load_text(name: &str, text: &str) -> Result<Loaded, Problems> {
    let mut problems = Problems::default();
    let trees = document::written(name, text, &mut problems).into_iter().collect();
    let mut loaded = finish(trees, vec![name.to_owned()], problems)?;
    Ok(loaded.remove(0))
}

/// The later passes: from trees to scenarios.
fn finish(
    trees: Vec<document::Node>,
    names: Vec<String>,
    mut problems: Problems,
) -> Result<Vec<Loaded>, Problems> {
    let records: Vec<_> = trees.iter().map(|tree| reader::read(tree, &mut problems)).collect();
    let mut resolved: Vec<_> =
        records.iter().map(|record| resolve::resolve(record, &mut problems)).collect();
    if problems.is_empty() {
        agreement::check(&records, &mut resolved, &mut problems);
    }
    if !problems.is_empty() {
        return Err(problems.sorted());
    }
    let loaded = resolved.into_iter().zip(names).zip(trees).map(|((resolved, file), tree)| {
        Loaded { scenario: resolved.scenario, file, warnings: resolved.warnings, tree }
    });
    Ok(loaded.collect())
}
