//! From exports to scenarios, and months foretold from an earlier day.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod arriving;
mod by_hand;
mod calibration;
mod commands;
mod days;
mod edges;
mod export;
mod figures;
mod foresight;
mod mistakes;
mod played;
mod private;
mod teams;

use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use assert_cmd::assert::Assert;

/// The program, in `folder`.
fn orgodds(folder: &Path, typed: &[&str]) -> Assert {
    let mut command = Command::new(env!("CARGO_BIN_EXE_orgodds"));
    command.current_dir(folder).timeout(Duration::from_mins(2)).args(typed).assert()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn stdout(done: &Assert) -> String {
    text(&done.get_output().stdout)
}

fn stderr(done: &Assert) -> String {
    text(&done.get_output().stderr)
}

/// Records that lie beside the repository and may not be copied into it.
fn beside(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !folder.exists() {
        eprintln!("skipped: the records are not beside the repository");
    }
    folder.exists().then_some(folder)
}

/// The options that name the shipped export.
fn shipped() -> [String; 4] {
    let file = |name| export::shipped(name).display().to_string();
    ["--leads".into(), file("leads.csv"), "--deals".into(), file("deals.csv")]
}

/// A command with its records, then further words.
fn typed<'a>(command: &'a str, records: &'a [String], further: &[&'a str]) -> Vec<&'a str> {
    let records = records.iter().map(String::as_str);
    std::iter::once(command).chain(records).chain(further.iter().copied()).collect()
}
