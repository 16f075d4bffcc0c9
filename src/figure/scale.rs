//! Figures with an error: shortened, and with no more digits than the error supports.

use super::{fixed, is_nothing, place, reached};
use crate::language::{Language, Often};

/// The unit and the number of decimals that a figure and its relatives share.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    language: Language,
    divisor: f64,
    /// What stands between a number and its unit.
    gap: &'static str,
    unit: &'static str,
    decimals: usize,
}

/// Digits that a figure shows at most.
const MOST_DIGITS: i32 = 4;
/// Digits of a figure whose error is not known.
const PLAIN_DIGITS: i32 = 3;
/// Figures below this are written out: a table has room for their digits.
const WRITTEN_OUT: f64 = 1e5;

impl Scale {
    /// For a figure with a standard error: the last digit shown is the first
    /// digit of the error. Without an error, three digits.
    #[must_use]
    pub fn of(language: Language, value: f64, error: f64) -> Self {
        Self::over(language, &[value], error)
    }

    /// The same for figures that stand together, the one that matters first.
    #[must_use]
    pub fn over(language: Language, values: &[f64], error: f64) -> Self {
        let finite = values.iter().map(|value| value.abs()).filter(|value| value.is_finite());
        let size = finite.fold(error, f64::max);
        let units = &language.words().units;
        let ladder = if size < WRITTEN_OUT { &[] } else { units.ladder };
        // Where units are far apart the first figure decides: 8,900 万 to
        // 11,900 万 reads better than 0.89 to 1.19 亿.
        let first = values.first().map_or(size, |first| first.abs().max(error).max(WRITTEN_OUT));
        let (divisor, unit) = reached(ladder, if units.decimals > 1 { first } else { size });
        let gap = if unit.is_empty() { "" } else { " " };
        let digits = if error > 0.0 {
            (-place(error / divisor)).min(MOST_DIGITS - 1 - place(size / divisor))
        } else if values.iter().all(|value| value.fract() == 0.0) && unit.is_empty() {
            0
        } else {
            PLAIN_DIGITS - 1 - place(size / divisor)
        };
        Self { language, divisor, gap, unit, decimals: usize::try_from(digits).unwrap_or(0) }
    }

    /// For a share of 1 that is shown in percent.
    #[must_use]
    pub fn percent(language: Language, error: f64) -> Self {
        let decimals = if error > 0.0 { (-place(error * 100.0)).clamp(0, 4) } else { 0 };
        let decimals = usize::try_from(decimals).unwrap_or(0);
        Self { language, divisor: 0.01, gap: "", unit: language.words().units.percent, decimals }
    }

    /// "4.2 M"
    #[must_use]
    pub fn show(self, value: f64) -> String {
        self.united(&self.number(value))
    }

    fn united(self, number: &str) -> String {
        format!("{number}{}{}", self.gap, self.unit)
    }

    /// "1.3 to 4.2 M"
    #[must_use]
    pub fn range(self, low: f64, high: f64) -> String {
        let is_count = self.unit.is_empty() && low.fract() == 0.0 && high.fract() == 0.0;
        let scale = if is_count { Self { decimals: 0, ..self } } else { self };
        (self.language.words().units.range)(&scale.number(low), &scale.show(high))
    }

    /// "+4.2 M"
    #[must_use]
    pub fn signed(self, value: f64) -> String {
        let text = self.show(value);
        if value < 0.0 || self.is_zero(value) { text } else { format!("+{text}") }
    }

    /// "+1.3 to +4.2 M"
    #[must_use]
    pub fn signed_range(self, low: f64, high: f64) -> String {
        let plus = if low > 0.0 && !self.is_zero(low) { "+" } else { "" };
        let low = format!("{plus}{}", self.number(low));
        (self.language.words().units.range)(&low, &self.signed(high))
    }

    /// "−1.3 to +4.2", beside a figure with the unit.
    #[must_use]
    pub fn bounds(self, low: f64, high: f64) -> String {
        let bare = |value: f64| {
            let plus = if value > 0.0 && !self.is_zero(value) { "+" } else { "" };
            format!("{plus}{}", self.number(value))
        };
        (self.language.words().units.range)(&bare(low), &bare(high))
    }

    /// "4.2 ± 0.1 M", or "4.2 M" where there is no error.
    #[must_use]
    pub fn with_error(self, value: f64, error: f64) -> String {
        if error > 0.0 {
            self.united(&format!("{} ± {}", self.number(value), self.error(error)))
        } else {
            self.show(value)
        }
    }

    /// "+4.2 ± 0.1 M"
    #[must_use]
    pub fn signed_with_error(self, value: f64, error: f64) -> String {
        let plus = if value > 0.0 && !self.is_zero(value) { "+" } else { "" };
        format!("{plus}{}", self.with_error(value, error))
    }

    fn is_zero(self, value: f64) -> bool {
        is_nothing(&self.number(value))
    }

    fn number(self, value: f64) -> String {
        fixed(value / self.divisor, self.decimals)
    }

    /// An error is never rounded to nothing: where its first digit lies beyond
    /// the decimals shown, the smallest that they can show stands with a "<".
    fn error(self, error: f64) -> String {
        let shown = format!("{:.*}", self.decimals, error / self.divisor);
        if is_nothing(&shown) {
            let decimals = i32::try_from(self.decimals).unwrap_or(0);
            format!("<{:.*}", self.decimals, 10f64.powi(-decimals))
        } else {
            fixed(error / self.divisor, self.decimals)
        }
    }
}

/// A count with thousands apart.
#[must_use]
pub fn count(number: usize) -> String {
    fixed(number as f64, 0)
}

/// A figure with its error, scaled by itself.
#[must_use]
pub fn with_error(language: Language, value: f64, error: f64) -> String {
    Scale::of(language, value, error).with_error(value, error)
}

/// A chance with its error, in words that go on in a sentence or stand in a
/// cell; certainty is only as good as the number of runs.
#[must_use]
pub fn chance(language: Language, share: f64, error: f64, runs: usize) -> String {
    let text = Scale::percent(language, error).with_error(share, error);
    (language.words().units.chance)(Often::of(share, &text), &count(runs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    #[test]
    fn the_last_digit_is_the_first_of_the_error() {
        assert_eq!(with_error(English, 41_234_567.0, 123_456.0), "41.2 ± 0.1 M");
        assert_eq!(with_error(English, 41_234_567.0, 12_345.0), "41.23 ± 0.01 M");
        assert_eq!(with_error(English, 5_432.1, 3.2), "5,432 ± 3");
        assert_eq!(with_error(English, 0.0312, 0.0004), "0.0312 ± 0.0004");
        assert_eq!(with_error(English, 123_456.0, 2_000.0), "123 ± 2 k");
    }

    #[test]
    fn a_tiny_error_does_not_call_for_endless_digits() {
        assert_eq!(with_error(English, 1_234.567_891, 1e-6), "1,235 ± <1");
    }

    #[test]
    fn a_figure_within_its_error_is_scaled_by_the_error() {
        assert_eq!(with_error(English, -20.0, 3e6), "0 ± 3 M");
        assert_eq!(Scale::of(English, -20.0, 3e6).signed(-20.0), "0 M");
    }

    #[test]
    fn without_an_error_three_digits_stand() {
        assert_eq!(with_error(English, 85_000.0, 0.0), "85,000");
        assert_eq!(with_error(English, 1.234_567, 0.0), "1.23");
        assert_eq!(with_error(English, 1_234_567.0, 0.0), "1.23 M");
        assert_eq!(with_error(English, 0.0, 0.0), "0");
        assert_eq!(with_error(English, 2_345_678_901.0, 0.0), "2.35 B");
    }

    #[test]
    fn a_certain_chance_names_the_runs() {
        assert_eq!(chance(English, 1.0, 0.0, 10_000), "all 10,000 runs");
        assert_eq!(chance(English, 0.0, 0.0, 100), "none of 100 runs");
        assert_eq!(chance(English, 0.932, 0.003, 10_000), "93.2 ± 0.3 %");
        assert_eq!(chance(English, 0.5, 0.05, 100), "50 ± 5 %");
    }

    #[test]
    fn figures_that_stand_together_share_a_unit() {
        let scale = Scale::over(English, &[353e3, 1.8e6], 27e3);
        assert_eq!(scale.with_error(353e3, 27e3), "0.35 ± 0.03 M");
        assert_eq!(scale.range(353e3, 1.8e6), "0.35 to 1.80 M");
        assert_eq!(Scale::of(English, 5.01, 0.05).range(2.0, 8.0), "2 to 8");
    }

    #[test]
    fn signs_stand_where_a_figure_is_a_change() {
        assert_eq!(Scale::of(English, 4.2e6, 1e5).signed(4.2e6), "+4.2 M");
        assert_eq!(Scale::of(English, 4.2e6, 1e5).signed(-4.2e6), "−4.2 M");
        assert_eq!(Scale::of(English, 4.2e6, 1e5).signed_with_error(4.2e6, 1e5), "+4.2 ± 0.1 M");
    }

    #[test]
    fn chinese_counts_in_ten_thousands() {
        let range = |low, high, error| Scale::over(Chinese, &[low, high], error).range(low, high);
        assert_eq!(with_error(Chinese, 41_234_567.0, 123_456.0), "4,123 ± 12 万");
        assert_eq!(with_error(Chinese, 412_345_678.0, 1_234_567.0), "4.12 ± 0.01 亿");
        assert_eq!(with_error(Chinese, 85_000.0, 0.0), "85,000");
        assert_eq!(range(1.3e6, 11.3e6, 4e4), "130 至 1,130 万");
        assert_eq!(range(8.92e7, 1.189e8, 5e5), "8,920 至 11,890 万");
        assert_eq!(range(5e3, 1.3e6, 4e4), "0 至 130 万");
        assert_eq!(chance(Chinese, 1.0, 0.0, 10_000), "全部 10,000 次");
        assert_eq!(chance(Chinese, 0.932, 0.003, 10_000), "93.2 ± 0.3%");
    }
}
