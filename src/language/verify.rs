//! What `verify` says.

/// Words on an evidence pack that was run again.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Verify {
    pub holds: &'static str,
    pub missing: &'static str,
    /// An input that is not the one of the manifest.
    pub changed: &'static str,
    /// Text: the first line that differs, what stands there, and what should.
    pub line: fn(line: usize, here: &str, again: &str) -> String,
    /// Anything else: the first byte that differs, from 1.
    pub byte: fn(byte: usize) -> String,
    /// Where the text ends too early, or goes on too long.
    pub nothing: &'static str,
    /// What could not be made again, for an input is missing or wrong.
    pub unknown: &'static str,
    /// All files are as they should be.
    pub all_hold: fn(files: usize) -> String,
}
