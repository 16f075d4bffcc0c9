//! A folder for inputs: files that they can extend and take data from lie
//! beside them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tempfile::TempDir;

/// The folder of this process.
pub fn path() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    FOLDER.get_or_init(filled).path()
}

/// Writes an input there.
pub fn write(name: &str, input: &[u8]) -> PathBuf {
    let file = path().join(name);
    fs::write(&file, input).expect("a temporary folder can be written");
    file
}

/// The repository.
pub fn repository() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let with_scenarios = here.ancestors().find(|folder| folder.join("scenarios").is_dir());
    with_scenarios.expect("the package lies in the repository")
}

fn filled() -> TempDir {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    for from in ["scenarios", "tests/catalogue/base", "tests/catalogue/data"] {
        let to = if from == "scenarios" { "" } else { from.rsplit('/').next().unwrap_or_default() };
        copy(&repository().join(from), &folder.path().join(to));
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary folder can be written");
    for file in files(from) {
        let name = file.file_name().expect("a file has a name");
        fs::copy(&file, to.join(name)).expect("a temporary folder can be written");
    }
}

/// The files of a folder, sorted by name.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the repository can be read");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    files
}
