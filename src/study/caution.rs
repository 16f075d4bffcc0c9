//! What a reader should know about a comparison.

use serde::Serializer;

use crate::figure;
use crate::language::Language;

/// A caution; in JSON a sentence in English, whatever the language of the page.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Caution {
    /// The people of both do not cost the same.
    UnequalCost {
        /// Whose people cost more or less.
        candidate: String,
        /// Than whose.
        baseline: String,
        /// By which share of the baseline's cost; infinite where that is 0.
        change: f64,
    },
    /// Whole seats come nowhere near the cost that they should have.
    UnmatchedCost {
        /// Whose seats were scaled.
        candidate: String,
        /// To whose people cost.
        baseline: String,
        /// By which share of that cost they still differ.
        change: f64,
    },
}

impl Caution {
    /// The caution as a sentence without its full stop.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        let words = &language.words().messages;
        match self {
            Self::UnequalCost { candidate, baseline, change } => {
                let by = figure::share(language, change.abs());
                let by = change.is_finite().then_some(by.as_str());
                (words.unequal_cost)(candidate, baseline, by, *change > 0.0)
            }
            Self::UnmatchedCost { candidate, baseline, change } => {
                let by = figure::share(language, change.abs());
                (words.unmatched_cost)(candidate, baseline, &by, *change > 0.0)
            }
        }
    }
}

/// Cautions in JSON: sentences in English, whatever the language of the page.
pub(super) fn in_english<S: Serializer>(
    cautions: &[Caution],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(cautions.iter().map(|caution| caution.say(Language::English)))
}
