//! Whether the model foretold better than no model.

use schemars::JsonSchema;
use serde::Serialize;

use crate::language::Foresight;
use crate::statistics::interval::student;

/// Fewer months than these say nothing.
const FEWEST: usize = 3;

/// How the model compares with the better one of the naive forecasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Its loss is lower by more than chance gives, and its median is nearer too.
    Better,
    /// The difference may be chance.
    NoBetter,
    /// Its loss is higher by more than chance gives.
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

    /// From what a month's loss is lower than that of the naive forecast, on average,
    /// with its standard error and the months behind it, each counted once; and
    /// whether the model's median is nearer to what happened than the naive number,
    /// for a band alone makes no forecast better.
    #[must_use]
    pub fn of(gain: f64, se: f64, months: usize, nearer: bool) -> Self {
        if months < FEWEST {
            return Self::TooFew;
        }
        match gain / se.max(1e-9) / student(months - 1) {
            clear if clear > 1.0 && nearer => Self::Better,
            clear if clear < -1.0 => Self::Worse,
            _ => Self::NoBetter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_within_its_error_is_none() {
        assert_eq!(Verdict::of(5.0, 0.1, 2, true), Verdict::TooFew);
        assert_eq!(Verdict::of(5.0, 0.5, 4, true), Verdict::Better);
        assert_eq!(Verdict::of(5.0, 2.0, 4, true), Verdict::NoBetter);
        assert_eq!(Verdict::of(-5.0, 0.5, 3, false), Verdict::Worse);
    }

    /// Three months ask for more than thirty.
    #[test]
    fn few_months_ask_for_a_clearer_lead() {
        assert_eq!(Verdict::of(3.0, 1.0, 3, true), Verdict::NoBetter);
        assert_eq!(Verdict::of(3.0, 1.0, 30, true), Verdict::Better);
        for (freedom, quantile) in [(2, 4.303), (5, 2.571), (30, 2.042)] {
            assert!((student(freedom) / quantile - 1.0).abs() < 0.04, "{freedom}");
        }
    }

    #[test]
    fn a_band_alone_makes_no_forecast_better() {
        assert_eq!(Verdict::of(5.0, 0.5, 6, false), Verdict::NoBetter);
    }
}
