//! Values of the numbers that are varied, as people read them.

use super::{fixed, place, short};
use crate::language::Language;

/// How a number is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As a share: "12 %".
    Percent,
    /// As it is.
    Plain,
    /// In whole numbers.
    Whole,
}

impl Reading {
    /// A value with as many digits as tell it from another `step` away; above 0.
    #[must_use]
    pub fn show(self, language: Language, value: f64, step: f64) -> String {
        let digits = |value: f64, step: f64| {
            let decimals = (1 - place(step)).clamp(0, 8) as usize;
            trimmed(&fixed(value, decimals))
        };
        match self {
            Self::Percent => {
                let percent = language.words().units.percent;
                format!("{}{percent}", digits(100.0 * value, 100.0 * step))
            }
            Self::Whole => fixed(value, 0),
            Self::Plain if value.abs() >= 1e5 && step >= 1e3 => short(language, value),
            Self::Plain => digits(value, step),
        }
    }
}

/// Without the zeros behind the last decimal that is none.
fn trimmed(number: &str) -> String {
    if number.contains('.') {
        number.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        number.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_the_digits_that_tell_it_from_the_next_and_no_more() {
        let show = |reading: Reading, value, step| reading.show(Language::English, value, step);
        assert_eq!(show(Reading::Percent, 0.048, 0.028), "4.8 %");
        assert_eq!(show(Reading::Percent, 0.3, 0.05), "30 %");
        assert_eq!(show(Reading::Percent, 0.0123, 0.0001), "1.23 %");
        assert_eq!(show(Reading::Plain, 1.3195, 0.1), "1.32");
        assert_eq!(show(Reading::Plain, 420_000.0, 10_000.0), "420 k");
        assert_eq!(show(Reading::Plain, -0.5, 0.25), "\u{2212}0.5");
        assert_eq!(show(Reading::Whole, 7.0, 1.0), "7");
    }
}
