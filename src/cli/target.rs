//! A file that appears whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use orgodds::language::{Reason, Unwritable};

use super::failure::Failure;
use super::terminal::stdout_failed;

/// A place to write to, opened before the long work so that what cannot be
/// written is known at once.
#[derive(Debug)]
pub struct Target {
    path: PathBuf,
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// Standard output.
    Stdout,
    /// A device or a pipe: nothing can be put beside it and renamed.
    Direct(File),
    /// A file beside its place, renamed when it is complete.
    Beside(NamedTempFile),
}

/// Whether a path as typed means standard output.
pub fn is_stdout(path: &Path) -> bool {
    path == Path::new("-")
}

impl Target {
    /// Opens the place for `path`; `-` is standard output.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let place = if is_stdout(path) {
            Ok(Place::Stdout)
        } else if is_direct(path) {
            OpenOptions::new().write(true).open(path).map(Place::Direct).map_err(Reason::from)
        } else {
            beside(path)
        };
        match place {
            Ok(place) => Ok(Self { path: path.to_owned(), place }),
            Err(reason) => Err(cannot_write(path, reason)),
        }
    }

    /// Whether it is standard output.
    pub fn is_stdout(&self) -> bool {
        matches!(self.place, Place::Stdout)
    }

    /// Writes all of it. A file is not in its place yet after this.
    pub fn fill(
        &mut self,
        write: impl FnOnce(&mut BufWriter<&mut dyn Write>) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let mut stdout = io::stdout();
        let out: &mut dyn Write = match &mut self.place {
            Place::Stdout => &mut stdout,
            Place::Direct(file) => file,
            Place::Beside(file) => file,
        };
        let mut out = BufWriter::new(out);
        let done = write(&mut out).and_then(|()| out.flush());
        // What a failed write left in the buffer must not be tried again on drop.
        drop(out.into_parts());
        done.or_else(|error| self.failed(&error))
    }

    /// Puts a file in its place.
    pub fn keep(self) -> Result<(), Failure> {
        match self.place {
            Place::Beside(file) => {
                let place = resolved(&self.path);
                file.persist(place).map_err(|error| cannot_write(&self.path, error.error))?;
                Ok(())
            }
            Place::Stdout | Place::Direct(_) => Ok(()),
        }
    }

    fn failed(&self, error: &io::Error) -> Result<(), Failure> {
        match self.place {
            Place::Stdout => Err(stdout_failed(error)),
            // Whoever reads the pipe has seen enough.
            Place::Direct(_) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Place::Direct(_) | Place::Beside(_) => Err(cannot_write(&self.path, error)),
        }
    }
}

/// Whether `path` is a device or a pipe. What lies below /dev and /proc is, even
/// where it leads to a file: a link there must not be replaced.
fn is_direct(path: &Path) -> bool {
    let special = |file: fs::Metadata| !file.is_file() && !file.is_dir();
    let system = path.starts_with("/dev") || path.starts_with("/proc");
    fs::metadata(path).is_ok_and(|file| special(file) || system)
}

/// Where a link leads, so that the file is replaced and not the link.
fn resolved(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn beside(path: &Path) -> Result<Place, Reason> {
    let path = resolved(path);
    let existing = fs::metadata(&path).ok();
    if let Some(file) = &existing {
        if file.is_dir() {
            return Err(Reason::IsFolder);
        }
        if file.permissions().readonly() {
            return Err(Reason::WriteProtected);
        }
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".orgodds-");
    // What any new file gets: readable by all, less what the umask takes away.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let file = builder.tempfile_in(folder)?;
    if let Some(existing) = existing {
        file.as_file().set_permissions(existing.permissions())?;
    }
    Ok(Place::Beside(file))
}

fn cannot_write(path: &Path, why: impl Into<Reason>) -> Failure {
    Unwritable::File(path.to_owned(), why.into()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use orgodds::language::Complaint;

    fn write(path: &Path, text: &str) -> Result<(), Failure> {
        let mut target = Target::open(path)?;
        target.fill(|out| out.write_all(text.as_bytes()))?;
        target.keep()
    }

    fn names(folder: &Path) -> Vec<String> {
        let name =
            |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
        fs::read_dir(folder).unwrap().map(name).collect()
    }

    #[test]
    fn a_file_is_not_there_before_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        let mut target = Target::open(&path).unwrap();
        target.fill(|out| out.write_all(b"{}")).unwrap();
        assert!(!path.exists());
        target.keep().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "{}");
        assert_eq!(names(folder.path()), ["a.json"]);
    }

    #[test]
    fn what_is_given_up_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        fs::write(&path, "old").unwrap();
        let mut target = Target::open(&path).unwrap();
        target.fill(|out| out.write_all(b"half")).unwrap();
        drop(target);
        assert_eq!(names(folder.path()), ["a.json"]);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_mode_stays_a_mode() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        write(&link, "new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_device_is_a_failure_outside() {
        let failure = write(Path::new("/dev/full"), "text").unwrap_err();
        let full = |place: &Unwritable| {
            let Unwritable::File(path, Reason::System(kind, _)) = place else { return false };
            path == Path::new("/dev/full") && *kind == io::ErrorKind::StorageFull
        };
        assert!(
            matches!(&failure, Failure::Outside(Complaint::Unwritable(place)) if full(place)),
            "{failure:?}"
        );
        assert!(Path::new("/dev/full").exists());
    }

    #[test]
    fn a_folder_or_a_missing_one_is_said_at_once() {
        let folder = tempfile::tempdir().unwrap();
        for path in [folder.path().to_owned(), folder.path().join("no/such/file")] {
            assert!(matches!(Target::open(&path), Err(Failure::Outside(_))), "{path:?}");
        }
    }
}
