//! The evidence pack: what it holds, that its figures are those of the runs, that
//! it is the same every time, and that `verify` sees what was touched.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod figures;
mod pages;
mod same;
mod verify;

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::program::{names, orgodds};

/// A folder with the starter scenarios, and a pack of few runs in `out`.
fn packed(further: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    orgodds(folder.path(), &["init", "."]).assert().success();
    let typed = ["compare", "generalist.toml", "specialised.toml", "--out", "out", "--quiet"];
    let usual = ["--runs", "200", "--chart-size", "800x500", "--charts", "svg"];
    let usual = usual.chunks(2).filter(|pair| !further.contains(&pair[0])).flatten();
    let usual: Vec<&str> = usual.copied().collect();
    orgodds(folder.path(), &typed).args(usual).args(further).assert().success();
    folder
}

/// A file of the pack.
fn file(folder: &TempDir, name: &str) -> PathBuf {
    folder.path().join("out").join(name)
}

fn text(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(file(folder, name)).unwrap()
}
