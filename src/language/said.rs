//! A sentence that is made before it is known in which language it is read.

use super::{Language, Mistakes};

/// A sentence in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said([String; Language::ALL.len()]);

impl Said {
    /// What each language makes of it.
    #[must_use]
    pub fn by(say: impl Fn(&'static Mistakes) -> String) -> Self {
        Self::by_language(|_, words| say(words))
    }

    /// The same where nothing is filled in.
    #[must_use]
    pub fn plain(pick: impl Fn(&'static Mistakes) -> &'static str) -> Self {
        Self::by(|words| pick(words).to_owned())
    }

    /// The same where other sentences are parts of it.
    #[must_use]
    pub fn by_language(say: impl Fn(Language, &'static Mistakes) -> String) -> Self {
        Self(Language::ALL.map(|language| say(language, &language.words().mistakes)))
    }

    /// The sentence in one of them.
    #[must_use]
    pub fn tell(&self, language: Language) -> &str {
        &self.0[language as usize]
    }
}
