//! What the report of an evidence pack says beside the tables it shares with the
//! command line.

use super::Measure;

/// Words of the report.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Evidence {
    /// The title: the question, with the names of all scenarios, the baseline last.
    pub question: fn(names: &[&str], measure: Measure) -> String,
    /// What it was made from: version, runs, whether they are paired, seed, months.
    pub made_from: fn(version: &str, runs: &str, paired: bool, seed: u64, months: usize) -> String,

    pub chapters: Chapters,
    pub captions: Captions,

    /// What the number of runs leaves open, and what it does not.
    pub two_doubts: fn(runs: &str) -> String,
    /// Heading and columns of the simulation's own 95 % intervals.
    pub intervals: &'static str,
    pub interval_columns: [&'static str; 3],
    /// Rows: a candidate's chance to do better, then mean, median, P10 and P90 of
    /// its difference.
    pub interval_rows: fn(measure: Measure) -> [&'static str; 5],
    /// A single scenario's mean, median, P10 and P90.
    pub interval_rows_alone: fn(measure: Measure) -> [&'static str; 4],

    /// What the model leaves out.
    pub left_out: &'static str,
    /// What is believed and how widely: heading, columns, and the group of what is
    /// the same in every scenario.
    pub beliefs: &'static str,
    pub belief_columns: [&'static str; 3],
    pub in_all: &'static str,
    /// What the ranges mean, and how many there are.
    pub beliefs_note: fn(count: usize) -> String,
    /// Heading of warnings.
    pub warnings: &'static str,
    pub no_warnings: &'static str,

    /// How to run it again, and how to check it.
    pub run_again: &'static str,
    pub check: &'static str,
    pub check_note: fn(version: &str) -> String,
    /// Heading and columns of what the folder holds.
    pub files: &'static str,
    pub file_columns: [&'static str; 2],
    pub holds: Holds,
}

/// Headings of the report's chapters, in their order.
#[derive(Debug)]
#[expect(missing_docs, reason = "a label is named by what it labels")]
pub struct Chapters {
    pub answer: &'static str,
    pub sure: &'static str,
    pub why: &'static str,
    pub decides: &'static str,
    pub cost: &'static str,
    pub turns: &'static str,
    pub unknown: &'static str,
    pub again: &'static str,
    pub figures: &'static str,
}

/// How to read each chart.
#[derive(Debug)]
#[expect(missing_docs, reason = "named as the charts are")]
pub struct Captions {
    pub distribution: &'static str,
    pub contribution: &'static str,
    pub difference: &'static str,
    pub chance: &'static str,
    pub monthly: &'static str,
    pub bridge: &'static str,
    pub workload: &'static str,
    pub overtaking: &'static str,
    pub one_more: &'static str,
    pub fit_recorded: &'static str,
    pub fit_arrivals: &'static str,
    pub fit_conversion: &'static str,
    pub fit_cohorts: &'static str,
    pub fit_deals: &'static str,
    pub tornado: &'static str,
    pub worth_knowing: &'static str,
    pub curve: &'static str,
    pub causes: &'static str,
}

/// What each file of a pack holds.
#[derive(Debug)]
#[expect(missing_docs, reason = "named as the files are")]
pub struct Holds {
    pub report: &'static str,
    pub results: &'static str,
    pub runs: &'static str,
    pub manifest: &'static str,
    pub scenario: fn(name: &str) -> String,
    pub data: &'static str,
    pub charts: &'static str,
}

impl Captions {
    /// The caption of the chart with this file name, without its extension.
    #[must_use]
    pub fn of(&self, chart: &str) -> &'static str {
        match chart.trim_end_matches(|c: char| c == '-' || c.is_ascii_digit()) {
            "distribution" => self.distribution,
            "contribution" => self.contribution,
            "difference" => self.difference,
            "chance" => self.chance,
            "monthly" => self.monthly,
            "bridge" => self.bridge,
            "workload" => self.workload,
            "overtaking" => self.overtaking,
            "one-more" => self.one_more,
            "fit-recorded" => self.fit_recorded,
            "fit-arrivals" => self.fit_arrivals,
            "fit-conversion" => self.fit_conversion,
            "fit-cohorts" => self.fit_cohorts,
            "fit-deals" => self.fit_deals,
            "tornado" => self.tornado,
            "worth-knowing" => self.worth_knowing,
            "curve" => self.curve,
            "causes" => self.causes,
            _ => "",
        }
    }
}
