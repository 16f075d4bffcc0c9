//! Where bytes come from. A table is read twice, once to learn how it is
//! written and once for its rows, so that nothing needs to be kept.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

/// Something that gives the same bytes each time it is opened.
pub trait Source {
    /// What people call it: a file's path as typed.
    fn name(&self) -> String;

    /// The bytes from their beginning.
    ///
    /// # Errors
    /// Where it cannot be read, or cannot be read twice.
    fn open(&self) -> io::Result<Box<dyn Read + '_>>;
}

/// A file by its path.
#[derive(Debug, Clone)]
pub struct PathSource(pub PathBuf);

impl Source for PathSource {
    fn name(&self) -> String {
        self.0.display().to_string()
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        let again = || io::Error::from(io::ErrorKind::InvalidInput);
        // Elsewhere a dash is what comes through a pipe.
        if self.0.as_os_str() == "-" {
            return Err(again());
        }
        let file = File::open(&self.0)?;
        // A pipe would be empty the second time, and a folder opens without
        // complaint.
        if file.metadata()?.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !file.metadata()?.is_file() {
            return Err(again());
        }
        Ok(Box::new(file))
    }
}

/// Bytes at hand, under a name.
#[derive(Debug, Clone)]
pub struct BytesSource {
    /// What people call it.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl Source for BytesSource {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.bytes.as_slice()))
    }
}
