//! The bench that faults are tried on: a folder with scenarios, the program in
//! it, and what it leaves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use tempfile::TempDir;

pub const BINARY: &str = env!("CARGO_BIN_EXE_orgodds");

/// What `init` writes.
pub const STARTER: [&str; 3] = ["company.toml", "generalist.toml", "specialised.toml"];

/// A comparison that writes a file of every kind.
pub const EVERYTHING: &[&str] = &[
    "compare",
    "generalist.toml",
    "specialised.toml",
    "--quiet",
    "--runs",
    "100",
    "--charts",
    "svg",
    "--out",
    "out",
    "--json",
    "a.json",
    "--csv",
    "a.csv",
    "--runs-csv",
    "runs.csv",
];

/// Files by their path in the folder, with what they hold.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The program in `folder`, its outputs kept.
pub fn orgodds(folder: &Path, typed: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command.current_dir(folder).args(typed).stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"] {
        command.env_remove(variable);
    }
    command
}

/// A shell in `folder`; `$0` is the program.
pub fn shell(folder: &Path, script: &str) -> Output {
    let mut command = Command::new("bash");
    command.current_dir(folder).args(["-c", script, BINARY]).stdin(Stdio::null());
    command.output().unwrap()
}

/// The same as the superuser of mounts of its own, where the machine gives them.
pub fn shell_with_own_mounts(folder: &Path, script: &str) -> Option<Output> {
    let own = |arguments: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount"]).args(arguments);
        command.current_dir(folder).stdin(Stdio::null()).output()
    };
    let mountable = own(&["mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
    if !mountable.is_ok_and(|tried| tried.status.success()) {
        skipped("this machine gives no mounts of one's own");
        return None;
    }
    Some(own(&["bash", "-c", script, BINARY]).unwrap())
}

pub fn skipped(reason: &str) {
    eprintln!("skipped: {reason}");
}

/// A folder with the starter scenarios.
pub fn starter() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    ended(&orgodds(folder.path(), &["init", "."]).output().unwrap(), 0);
    folder
}

/// Ended with this status, and not by a panic.
pub fn ended(output: &Output, status: i32) {
    let said = said(output);
    assert!(!said.contains("panicked"), "{said}");
    assert_eq!(output.status.code(), Some(status), "{:?} {said}", output.status);
}

/// What it told on standard error.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// All files in and below a folder.
pub fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            let below = files(&entry.path());
            found.extend(below.into_iter().map(|(file, held)| (format!("{name}/{file}"), held)));
        } else {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    found
}

/// What a folder holds after [`EVERYTHING`] went well, scenarios included.
pub static WHOLE: LazyLock<Files> = LazyLock::new(|| everything("1"));

/// The same with another seed.
pub fn everything(seed: &str) -> Files {
    let folder = starter();
    ended(&orgodds(folder.path(), EVERYTHING).args(["--seed", seed]).output().unwrap(), 0);
    let all = files(folder.path());
    // Three files by option, eight charts, and the rest of the evidence pack.
    assert_eq!(all.len(), STARTER.len() + 3 + 8 + 6, "{:?}", all.keys());
    all
}
