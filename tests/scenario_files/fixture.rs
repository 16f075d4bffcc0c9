//! Files for a test, loaded.

use std::fs;
use std::path::PathBuf;

use orgodds::distribution::Distribution;
use orgodds::organisation::{Path, Scenario};
use orgodds::scenario::{Loaded, Problem, Problems, Style, load_all};
use tempfile::TempDir;

/// Valid, and nothing in it that has a default.
pub const SMALLEST: &str = include_str!("smallest.toml");

/// A folder with files in it.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

pub fn try_load(
    folder: &TempDir,
    names: &[&str],
    overrides: &[&str],
) -> Result<Vec<Loaded>, Problems> {
    let files: Vec<PathBuf> = names.iter().map(|name| folder.path().join(name)).collect();
    let overrides: Vec<String> = overrides.iter().map(|&given| given.to_owned()).collect();
    load_all(&files, &overrides)
}

pub fn load(text: &str, overrides: &[&str]) -> Loaded {
    let loaded = try_load(&folder(&[("small.toml", text)]), &["small.toml"], overrides);
    loaded.unwrap_or_else(|problems| panic!("{problems}")).remove(0)
}

/// What is wrong with one file, without the folder that it happens to be in.
pub fn mistakes(files: &[(&str, &str)], overrides: &[&str]) -> String {
    let folder = folder(files);
    let problems = try_load(&folder, &[files[0].0], overrides).unwrap_err();
    let place = format!("{}/", folder.path().display());
    problems.render(Style::Plain).replace(&place, "")
}

pub fn distribution<'a>(scenario: &'a Scenario, path: &str) -> &'a Distribution {
    let keys = path.split('.').map(str::to_owned).collect();
    let factor = scenario.factors.find(&Path(keys)).unwrap_or_else(|| panic!("no factor {path}"));
    &scenario.factors[factor].distribution
}

pub fn known(scenario: &Scenario, path: &str) -> f64 {
    distribution(scenario, path).as_known().unwrap_or_else(|| panic!("{path} is not known"))
}

pub fn warnings(loaded: &Loaded) -> Vec<String> {
    loaded.warnings.iter().map(Problem::text).collect()
}
