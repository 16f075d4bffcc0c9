//! The folder for charts.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::Builder;

use orgodds::language::Unwritable;

use super::failure::Failure;

/// A folder that can be written to. Parts of its path that were made for it and
/// stay empty are taken away again.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    made: Vec<PathBuf>,
}

impl Folder {
    /// Makes the folder where it is missing, and tries whether a file can be
    /// made in it.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let is_missing = |part: &&Path| part.as_os_str() != "" && !part.exists();
        let made = path.ancestors().take_while(is_missing).map(Path::to_owned).collect();
        let folder = Self { path: path.to_owned(), made };
        fs::create_dir_all(path).map_err(|error| cannot_use(path, &error))?;
        Builder::new()
            .prefix(".orgodds-")
            .tempfile_in(path)
            .map_err(|error| cannot_use(path, &error))?;
        Ok(folder)
    }

    /// Makes the folder again where it went while the simulation ran: by hand,
    /// or by another program of ours that made it, gave up and tidied up.
    pub fn still_there(&self) -> Result<(), Failure> {
        fs::create_dir_all(&self.path).map_err(|error| cannot_use(&self.path, &error))
    }

    /// Its path, as typed.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // One that holds something refuses, and should.
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Why a folder cannot be written to.
pub fn cannot_use(path: &Path, error: &io::Error) -> Failure {
    let in_the_way = path.ancestors().find(|part| part.exists() && !part.is_dir());
    let path = path.to_owned();
    let place = match in_the_way {
        Some(file) if file == path => Unwritable::FolderIsFile(path),
        Some(file) => Unwritable::BelowFile(path, file.to_owned()),
        None => Unwritable::Folder(path, error.into()),
    };
    place.into()
}

#[cfg(test)]
mod tests {
    use orgodds::language::Complaint;

    use super::*;

    #[test]
    fn what_was_made_and_stayed_empty_goes_again() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("a/b");
        let folder = Folder::open(&path).unwrap();
        assert!(path.is_dir());
        drop(folder);
        assert!(!root.path().join("a").exists());
    }

    #[test]
    fn what_holds_something_or_was_there_stays() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::open(&root.path().join("a")).unwrap();
        fs::write(folder.path().join("chart"), "").unwrap();
        drop(folder);
        assert!(root.path().join("a/chart").exists());
        drop(Folder::open(root.path()).unwrap());
        assert!(root.path().exists());
    }

    #[test]
    fn a_file_in_its_place_is_named() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("file");
        fs::write(&file, "").unwrap();
        let below = file.join("x");
        for (path, place) in [
            (&file, Unwritable::FolderIsFile(file.clone())),
            (&below, Unwritable::BelowFile(below.clone(), file.clone())),
        ] {
            let failure = Folder::open(path).unwrap_err();
            let expected = Complaint::Unwritable(place);
            assert!(matches!(&failure, Failure::Outside(what) if *what == expected), "{failure:?}");
        }
        assert!(file.is_file());
    }
}
