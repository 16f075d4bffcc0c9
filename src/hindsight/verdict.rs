//! Whether the model foretold better than no model.

use schemars::JsonSchema;
use serde::Serialize;

use crate::language::Foresight;
use crate::statistics::Moments;

/// Fewer months than these say nothing.
const FEWEST: usize = 3;

/// How the model compares with the better one of the naive forecasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Its loss is lower by more than twice the standard error.
    Better,
    /// The difference is within twice its error.
    NoBetter,
    /// Its loss is higher by more than twice the standard error.
    Worse,
    /// There are too few months to say.
    TooFew,
    /// There is no deal, neither known nor to be foretold.
    NoDeal,
}

impl Verdict {
    /// The same, to be put into words.
    #[must_use]
    pub fn foresight(self) -> Foresight {
        match self {
            Self::Better => Foresight::Better,
            Self::NoBetter => Foresight::NoBetter,
            Self::Worse => Foresight::Worse,
            Self::TooFew => Foresight::TooFew,
            Self::NoDeal => Foresight::NoDeal,
        }
    }

    /// From what a month's loss is lower than that of the naive forecast. Months
    /// foretold from several days are not independent, so the error is rather too
    /// small: what is told as better is to be read with that.
    #[must_use]
    pub fn of(gains: &Moments) -> Self {
        match gains.mean() / gains.se().max(1e-9) {
            _ if gains.count() < FEWEST => Self::TooFew,
            clear if clear > 2.0 => Self::Better,
            clear if clear < -2.0 => Self::Worse,
            _ => Self::NoBetter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_within_its_error_is_none() {
        let of = |gains: &[f64]| Verdict::of(&gains.iter().copied().collect());
        assert_eq!(of(&[5.0, 6.0]), Verdict::TooFew);
        assert_eq!(of(&[5.0, 6.0, 5.5, 7.0]), Verdict::Better);
        assert_eq!(of(&[5.0, -6.0, 5.5, -4.0]), Verdict::NoBetter);
        assert_eq!(of(&[-5.0, -6.0, -5.5]), Verdict::Worse);
    }
}
