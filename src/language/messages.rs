//! What the command line says besides results.

use std::io;
use std::path::PathBuf;

/// Words on standard error, and what `init` says.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Messages {
    pub error: &'static str,
    pub warning: &'static str,
    pub interrupted: &'static str,
    /// Why something cannot be done.
    pub complaint: fn(&Complaint) -> String,
    /// That an evidence pack was written: how many charts, where, and its report.
    pub pack: fn(charts: usize, folder: &str, report: &str) -> String,
    /// How far the simulation is, in the notation of the bar's template.
    pub progress: fn(columns: usize) -> String,
    /// What `init` wrote, and what to type next.
    pub wrote: fn(folder: &str, generalist: &str, specialised: &str) -> String,
    /// Characters that no font can draw.
    pub missing_letters: fn(letters: &str) -> String,
    /// That charts are written in English, for no font can draw this language.
    pub english_charts: &'static str,
    /// That two scenarios are not compared at equal cost: by which share the
    /// candidate's people cost more or less, where that is a number.
    pub unequal_cost:
        fn(candidate: &str, baseline: &str, share: Option<&str>, more: bool) -> String,
    /// That whole seats of the candidate still cost so much more or less.
    pub unmatched_cost: fn(candidate: &str, baseline: &str, share: &str, more: bool) -> String,
}

/// Why something cannot be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Complaint {
    /// `compare` got fewer than two files.
    TooFewScenarios,
    /// `sweep` got so many files, and needs two.
    NotTwoScenarios(usize),
    /// `drivers` got so many files, more than two.
    TooManyForDrivers(usize),
    /// `--causes` got a single file.
    CausesOfOne,
    /// The baseline as typed, and the names that there are.
    NoSuchBaseline(String, Vec<String>),
    /// More runs than memory is meant to hold.
    Memory {
        /// Runs asked for.
        runs: u64,
        /// Number of scenarios.
        scenarios: usize,
        /// GiB needed.
        need: u64,
        /// GiB used at most.
        most: u64,
        /// Runs that would fit.
        fits: u64,
    },
    /// Two options name the same file, or both standard output.
    TwoResults {
        /// The first option.
        one: String,
        /// The second.
        other: String,
        /// Whether both name standard output.
        stdout: bool,
    },
    /// An option names a scenario.
    OverScenario {
        /// The option.
        option: String,
        /// The scenario's file.
        scenario: PathBuf,
    },
    /// Months that the scenario does not have.
    MonthsOutside {
        /// As typed.
        typed: String,
        /// The first month that there is.
        first: i64,
        /// The last.
        last: i64,
    },
    /// Files of `init` that are there already.
    InTheWay(PathBuf, Vec<String>),
    /// A place cannot be written to.
    Unwritable(Unwritable),
    /// Ctrl-C cannot be listened for.
    NoInterrupts(String),
    /// The threads cannot be started, in the English words of what failed.
    NoThreads(String),
    /// A font file cannot be read, in the system's words.
    UnreadableFont(PathBuf, String),
    /// A file holds no font.
    NoFont(PathBuf),
    /// A picture cannot be drawn.
    CannotDraw(String),
    /// A candidate that `--match` cannot scale, and why.
    CannotMatch(String, CannotMatch),
    /// `--require` as typed, and why the result has no such figure.
    NoFigure(String, Unfound),
    /// `--require` as typed, the path of the figure, and its value where it has one.
    Unmet(String, String, Option<String>),
    /// The result cannot be put into words for programs.
    NoResult(String),
    /// A folder that is no evidence pack.
    NoPack(PathBuf, NoPack),
    /// An evidence pack of another version.
    OtherVersion {
        /// The folder.
        folder: PathBuf,
        /// The version that made it.
        made: String,
        /// This version.
        this: String,
    },
    /// An evidence pack that was drawn with a font file, which is needed again;
    /// whether another was given.
    NeedsFont(PathBuf, bool),
    /// How many files of an evidence pack do not hold, of how many.
    DoesNotHold(usize, usize),
    /// `--out` holds a scenario by this name, which the pack would overwrite.
    OutOverScenario(PathBuf),
    /// Charts of so many pixels, width and height.
    TooManyPixels(u32, u32),
    /// An option names a file of records.
    OverRecords(&'static str, PathBuf),
    /// A scenario is there already, and nothing is overwritten.
    ScenarioInTheWay(PathBuf),
    /// One person on record cannot be split into roles.
    OneSeat,
    /// No case is left between --from and --until.
    NoCasesLeft,
    /// The first day that counts lies after the last one.
    NoPeriod {
        /// `--from`.
        from: String,
        /// The last day of `--until`.
        until: String,
    },
    /// A month after which nothing can be compared, and those after which it can be.
    UntilOutside {
        /// Whether it is before the first month on record.
        early: bool,
        /// The month.
        typed: String,
        /// The first that can be.
        first: String,
        /// The last.
        last: String,
    },
    /// So few months are whole on record: none to foretell after one to know.
    TooFewMonths(usize),
    /// Asked to foretell from more months than can be.
    TooManyOrigins {
        /// How many were asked for.
        typed: usize,
        /// The first of them.
        until: String,
        /// How many there can be.
        most: usize,
    },
    /// In words already.
    Plain(String),
}

/// Why a folder is no evidence pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPack {
    /// There is no such folder.
    NoFolder,
    /// It has no manifest.
    NoManifest,
    /// Its manifest cannot be read, in the system's words.
    Unreadable(String),
    /// What stands in its manifest is no manifest.
    Malformed,
}

/// Why a candidate gets no seats that cost what the baseline's people do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotMatch {
    /// There is nothing to match.
    FreeBaseline,
    /// No number of seats costs anything.
    FreeCandidate,
    /// There is room for this many seats at most.
    TooManySeats(usize),
}

/// Why a path leads to no figure of the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfound {
    /// There is no such key.
    NoKey {
        /// Where it was looked for; empty for the result as a whole.
        inside: String,
        /// The key.
        key: String,
        /// One that may have been meant.
        near: Option<String>,
        /// The keys that are there, where they are few.
        known: Vec<String>,
    },
    /// What stands there is no number.
    NoNumber {
        /// Where; empty for the result as a whole.
        inside: String,
        /// The keys that are there, where they are few.
        known: Vec<String>,
    },
    /// Several comparisons have it; the path of one of them.
    Several(String),
}

/// What cannot be written to, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unwritable {
    /// A file.
    File(PathBuf, Reason),
    /// Standard output.
    Stdout(Reason),
    /// A folder.
    Folder(PathBuf, Reason),
    /// A folder in whose place there is a file.
    FolderIsFile(PathBuf),
    /// A folder below a file.
    BelowFile(PathBuf, PathBuf),
}

impl From<&str> for Complaint {
    fn from(words: &str) -> Self {
        Self::Plain(words.to_owned())
    }
}

impl From<String> for Complaint {
    fn from(words: String) -> Self {
        Self::Plain(words)
    }
}

/// Why a place cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A folder is in the place of a file.
    IsFolder,
    /// The file is write-protected.
    WriteProtected,
    /// What the operating system says: the kind, and its own words.
    System(io::ErrorKind, String),
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

impl From<&io::Error> for Reason {
    /// The system's words without their number, as a part of a sentence.
    fn from(error: &io::Error) -> Self {
        let text = error.to_string();
        let text = text.split(" (os error").next().unwrap_or(&text);
        let mut letters = text.chars();
        let words = letters.next().map(|first| first.to_lowercase().chain(letters).collect());
        Self::System(error.kind(), words.unwrap_or_default())
    }
}
