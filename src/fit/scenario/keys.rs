//! Keys of the scenario for what the records name.

use crate::fit::{Fitted, Subject};
use crate::organisation::Path;

/// Keys of segments and channels, by place.
pub struct Keys {
    segments: Vec<&'static str>,
    channels: Vec<String>,
}

impl Keys {
    pub fn new(fitted: &Fitted) -> Self {
        let segments = match fitted.kinds.len() {
            1 => vec!["core"],
            _ => vec!["prompt", "late"],
        };
        let mut channels: Vec<String> = Vec::new();
        for channel in &fitted.channels {
            let name = channel.name.trim();
            let alone = fitted.channels.len() == 1;
            let name = match name {
                "" if alone => "all".to_owned(),
                "" => "no_channel".to_owned(),
                name => name.replace(|c: char| c.is_whitespace() || c.is_control(), "_"),
            };
            // Names that differ in blanks only would be one key.
            let taken = |name: &String| channels.contains(name);
            let numbered = (2..).map(|number| format!("{name}_{number}"));
            let key = std::iter::once(name.clone()).chain(numbered).find(|key| !taken(key));
            channels.push(key.expect("numbers do not end"));
        }
        Self { segments, channels }
    }

    pub fn segment(&self, kind: usize) -> &str {
        self.segments[kind]
    }

    /// The key of a channel as it stands in a table's name.
    pub fn channel(&self, channel: usize) -> String {
        let key = &self.channels[channel];
        let bare = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
        if key.chars().all(bare) { key.clone() } else { super::line::text(key) }
    }

    /// The name of a stage: all but the last only pass time on.
    pub fn stage(chain: usize, at: usize) -> String {
        if at + 1 == chain { "closing".to_owned() } else { format!("step_{}", at + 1) }
    }

    /// Where a subject's factors stand: in every segment that has them.
    pub fn paths(&self, fitted: &Fitted, subject: Subject) -> Vec<String> {
        let path =
            |keys: Vec<&str>| Path(keys.into_iter().map(str::to_owned).collect()).to_string();
        let each = |of: &dyn Fn(&str) -> String| -> Vec<String> {
            self.segments.iter().map(|segment| of(segment)).collect()
        };
        match subject {
            Subject::Arrivals(at) => each(&|segment| {
                path(vec!["segments", segment, "channels", &self.channels[at], "arrivals"])
            }),
            Subject::Quality(at) => each(&|segment| {
                path(vec!["segments", segment, "channels", &self.channels[at], "quality"])
            }),
            Subject::Pass(kind) => {
                vec![path(vec!["segments", self.segments[kind], "stages", "closing", "pass"])]
            }
            Subject::Wait(kind) => {
                // One of a chain of equal waits stands for all.
                let _ = fitted;
                vec![path(vec![
                    "segments",
                    self.segments[kind],
                    "stages",
                    "closing",
                    "wait_months",
                ])]
            }
            Subject::Churn => {
                each(&|segment| path(vec!["segments", segment, "customers", "churn", "cared"]))
            }
            Subject::Orders => {
                each(&|segment| path(vec!["segments", segment, "customers", "orders", "cared"]))
            }
        }
    }
}
