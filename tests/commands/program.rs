//! The program as it is typed, and what it answers.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use std::fs;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use assert_cmd::assert::Assert;

/// Where the program is.
pub const BINARY: &str = env!("CARGO_BIN_EXE_orgodds");

/// The program, in `folder`, with what is typed, and with none of our own environment's
/// colours.
pub fn orgodds(folder: &Path, typed: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command.current_dir(folder).timeout(Duration::from_mins(2)).args(typed);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"] {
        command.env_remove(variable);
    }
    command
}

/// The same, done.
pub fn done(folder: &Path, typed: &[&str]) -> Assert {
    orgodds(folder, typed).assert()
}

/// What it wrote to standard output.
pub fn stdout(done: &Assert) -> String {
    text(&done.get_output().stdout)
}

/// What it wrote to standard error.
pub fn stderr(done: &Assert) -> String {
    text(&done.get_output().stderr)
}

/// Bytes that are UTF-8.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Names of a folder's files in order.
pub fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| name(entry).into_string().unwrap()).collect();
    names.sort();
    names
}
