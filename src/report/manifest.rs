//! What an evidence pack was made from, and the hashes of what it holds: enough
//! to make it again and to tell whether it is the same.
//!
//! Nothing in it depends on when, where or by whom it was made.

use std::fmt::Write as _;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Its name in a pack.
pub const FILE: &str = "manifest.json";

/// A pack's manifest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the program.
    pub version: String,
    /// What to type in the pack's folder to have the same result; for people, as
    /// it follows from the settings.
    pub command: String,
    /// How the result was made.
    pub settings: Settings,
    /// SHA-256 of the files that the result was made from, by their names.
    pub inputs: IndexMap<String, String>,
    /// SHA-256 of the files that were made.
    pub outputs: IndexMap<String, String>,
}

/// How a result was made, in the words of the command line. What has its default
/// is absent but for seed and runs.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "an option is given or not")]
pub struct Settings {
    /// Number of scenarios; their files are called by their places, from 1.
    pub scenarios: usize,
    /// What all chance was derived from.
    pub seed: u64,
    /// Runs of each scenario.
    pub runs: u64,
    /// Half the width of the 95 % intervals that decided the runs, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
    /// Name of the baseline, where it is not the first scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<String>,
    /// What candidates were given in common with the baseline.
    #[serde(default, rename = "match", skip_serializing_if = "Option::is_none")]
    pub matching: Option<String>,
    /// Numbers that were varied, as typed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vary: Vec<String>,
    /// What tables and titles lead with.
    pub metric: String,
    /// The amount to reach, in currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// Whether seats were added and taken away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub one_more: bool,
    /// Whether it was asked which unknowns turn the answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub where_it_turns: bool,
    /// Whether it was asked what decides.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub drivers: bool,
    /// Whether total shares were asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub total: bool,
    /// Whether it was asked what makes the gap.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub causes: bool,
    /// The language of report and charts.
    pub lang: String,
    /// How charts were drawn, and how large.
    pub charts: String,
    /// `WIDTHxHEIGHT`.
    pub chart_size: String,
    /// Dots an inch.
    pub dpi: u32,
    /// SHA-256 of the font file, where one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub font: Option<String>,
    /// Whether every run is in the pack.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pack_runs: bool,
}

impl Settings {
    /// The name of a scenario's file in the pack, by its place from 0.
    #[must_use]
    pub fn scenario_file(place: usize) -> String {
        format!("scenario-{}.toml", place + 1)
    }

    /// The command and its options, as the command line takes them.
    #[must_use]
    pub fn arguments(&self) -> Vec<String> {
        let command = match self.scenarios {
            _ if !self.vary.is_empty() => "sweep",
            _ if self.drivers => "drivers",
            1 => "run",
            _ => "compare",
        };
        let mut typed = vec![command.to_owned()];
        typed.extend((0..self.scenarios).map(Self::scenario_file));
        let mut option = |name: &str, value: &str| {
            // A value with a hyphen must not pass for an option.
            if value.starts_with('-') {
                typed.push(format!("{name}={value}"));
            } else {
                typed.extend([name.to_owned(), value.to_owned()]);
            }
        };
        option("--seed", &self.seed.to_string());
        match self.precision {
            Some(precision) => option("--precision", &format!("{precision}%")),
            None => option("--runs", &self.runs.to_string()),
        }
        if let Some(baseline) = &self.baseline {
            option("--baseline", baseline);
        }
        if let Some(matching) = &self.matching {
            option("--match", matching);
        }
        for vary in &self.vary {
            option("--vary", vary);
        }
        if let Some(target) = self.target {
            option("--target", &target.to_string());
        }
        let usual = [
            ("--metric", &*self.metric, "bookings"),
            ("--lang", &*self.lang, "en"),
            ("--charts", &*self.charts, "png"),
            ("--chart-size", &*self.chart_size, "1600x1000"),
            ("--dpi", &*self.dpi.to_string(), "200"),
        ];
        for (name, value, default) in usual {
            if value != default {
                option(name, value);
            }
        }
        typed.extend(self.where_it_turns.then(|| "--where-it-turns".to_owned()));
        typed.extend(self.total.then(|| "--total".to_owned()));
        typed.extend(self.causes.then(|| "--causes".to_owned()));
        typed.extend(self.one_more.then(|| "--one-more".to_owned()));
        typed.extend(self.pack_runs.then(|| "--pack-runs".to_owned()));
        typed
    }

    /// The same as one line for a shell.
    #[must_use]
    pub fn command(&self) -> String {
        let typed = self.arguments();
        let words = typed.iter().map(|word| quoted(word));
        let font = self.font.iter().map(|_| "--font FILE".to_owned());
        std::iter::once("orgodds".to_owned()).chain(words).chain(font).collect::<Vec<_>>().join(" ")
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=.%+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// The SHA-256 of these bytes, in hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        write!(digits, "{byte:02x}").expect("a string takes any text");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> Settings {
        Settings {
            scenarios: 2,
            seed: 7,
            runs: 500,
            metric: "bookings".into(),
            lang: "en".into(),
            charts: "png".into(),
            chart_size: "1600x1000".into(),
            dpi: 200,
            ..Settings::default()
        }
    }

    #[test]
    fn the_hash_is_the_one_of_the_standard() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), abc);
    }

    #[test]
    fn the_command_says_what_is_not_usual_and_nothing_else() {
        assert_eq!(
            settings().command(),
            "orgodds compare scenario-1.toml scenario-2.toml --seed 7 --runs 500"
        );
        let odd = Settings {
            precision: Some(0.5),
            baseline: Some("It's B".into()),
            target: Some(-2.5e6),
            lang: "zh".into(),
            pack_runs: true,
            ..settings()
        };
        assert_eq!(
            odd.command(),
            "orgodds compare scenario-1.toml scenario-2.toml --seed 7 --precision 0.5% \
             --baseline 'It'\\''s B' --target=-2500000 --lang zh --pack-runs"
        );
    }

    #[test]
    fn a_name_cannot_pass_for_an_option() {
        let odd = Settings { baseline: Some("--json=/etc/x".into()), ..settings() };
        assert!(odd.arguments().contains(&"--baseline=--json=/etc/x".to_owned()));
    }
}
