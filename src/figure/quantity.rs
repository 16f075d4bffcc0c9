//! Numbers of a scenario beside each other, in their own unit.

use super::{Shared, fixed, place};
use crate::language::{Language, Unit};

/// The way in which the values of one number are written: with as many digits as
/// its range needs.
#[derive(Debug, Clone, Copy)]
pub struct Quantity<'a> {
    language: Language,
    unit: Unit,
    currency: &'a str,
    /// Between the lowest and the highest value.
    step: f64,
    /// The unit that amounts share.
    amounts: Shared,
}

impl<'a> Quantity<'a> {
    /// For values between these.
    #[must_use]
    pub fn over(
        language: Language,
        unit: Unit,
        currency: &'a str,
        (low, high): (f64, f64),
    ) -> Self {
        let step = if high > low { high - low } else { low.abs() };
        let amounts = Shared::by(language, [low, high]).and_steps([step]);
        Self { language, unit, currency, step, amounts }
    }

    /// "25 %", "4.5 months", "36 k USD"
    #[must_use]
    pub fn show(&self, value: f64) -> String {
        self.with_unit(&self.number(value))
    }

    /// "4.5 to 9.0 months"
    #[must_use]
    pub fn range(&self, low: f64, high: f64) -> String {
        let range = self.language.words().units.range;
        self.with_unit(&range(&self.number(low), &self.number(high)))
    }

    /// A number that is written already, with the unit.
    #[must_use]
    pub fn with_unit(&self, number: &str) -> String {
        (self.language.words().drivers.measured)(number, self.unit, self.currency)
    }

    /// Two digits of the range, and no more than four of the number.
    fn number(&self, value: f64) -> String {
        match self.unit {
            Unit::Share => {
                let percent = self.language.words().units.percent;
                format!("{}{percent}", digits(100.0 * value, 100.0 * self.step))
            }
            Unit::Money => self.amounts.short(value),
            _ => digits(value, self.step),
        }
    }
}

fn digits(value: f64, step: f64) -> String {
    let wanted = 1 - place(step);
    let most = 3 - place(value.abs());
    fixed(value, usize::try_from(wanted.min(most)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(language: Language, unit: Unit, low: f64, high: f64) -> String {
        Quantity::over(language, unit, "USD", (low, high)).range(low, high)
    }

    #[test]
    fn a_number_has_the_digits_that_its_range_needs() {
        let english = |unit, low, high| range(Language::English, unit, low, high);
        assert_eq!(english(Unit::Share, 0.045, 0.1), "4.5 % to 10.0 %");
        assert_eq!(english(Unit::Share, 0.1, 0.3), "10 % to 30 %");
        assert_eq!(english(Unit::Months, 4.2, 8.13), "4.2 to 8.1 months");
        assert_eq!(english(Unit::Money, 28_000.0, 44_000.0), "28.0 k to 44.0 k USD");
        assert_eq!(english(Unit::Money, 564.0, 1_300.0), "0.56 k to 1.30 k USD");
        assert_eq!(english(Unit::Times, 0.98, 1.8), "× 0.98 to 1.80");
        assert_eq!(english(Unit::Plain, 940.3, 1_500.0), "940 to 1,500");
        assert_eq!(english(Unit::Share, -0.05, 0.13), "−5 % to 13 %");
    }

    #[test]
    fn in_chinese_it_has_chinese_units() {
        let chinese = |unit, low, high| range(Language::Chinese, unit, low, high);
        assert_eq!(chinese(Unit::Months, 4.2, 8.13), "4.2 至 8.1 个月");
        assert_eq!(chinese(Unit::Money, 28_000.0, 44_000.0), "2.80 万至 4.40 万美元");
    }
}
