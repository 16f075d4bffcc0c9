//! Numbers for people: shortened, and with no more digits than their error supports.

use crate::figure::fixed;

/// The unit and the number of decimals that a figure and its relatives share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    divisor: f64,
    unit: &'static str,
    decimals: usize,
}

/// Digits that a figure shows at most.
const MOST_DIGITS: i32 = 4;
/// Digits of a figure whose error is not known.
const PLAIN_DIGITS: i32 = 3;

impl Scale {
    /// For a figure with a standard error: the last digit shown is the first
    /// digit of the error. Without an error, three digits.
    pub(super) fn of(value: f64, error: f64) -> Self {
        Self::over(&[value], error)
    }

    /// The same for figures that stand together.
    pub(super) fn over(values: &[f64], error: f64) -> Self {
        let finite = values.iter().map(|value| value.abs()).filter(|value| value.is_finite());
        let size = finite.fold(error, f64::max);
        let (divisor, unit) = match size {
            s if s >= 1e9 => (1e9, " B"),
            s if s >= 1e6 => (1e6, " M"),
            s if s >= 1e5 => (1e3, " k"),
            _ => (1.0, ""),
        };
        let digits = if error > 0.0 {
            (-place(error / divisor)).min(MOST_DIGITS - 1 - place(size / divisor))
        } else if values.iter().all(|value| value.fract() == 0.0) && divisor < 10.0 {
            0
        } else {
            PLAIN_DIGITS - 1 - place(size / divisor)
        };
        Self { divisor, unit, decimals: usize::try_from(digits).unwrap_or(0) }
    }

    /// For a share of 1 that is shown in percent.
    pub(super) fn percent(error: f64) -> Self {
        let decimals = if error > 0.0 { (-place(error * 100.0)).clamp(0, 4) } else { 0 };
        let decimals = usize::try_from(decimals).unwrap_or(0);
        Self { divisor: 0.01, unit: " %", decimals }
    }

    /// "4.2 M"
    pub(super) fn show(self, value: f64) -> String {
        format!("{}{}", self.number(value), self.unit)
    }

    /// "1.3 to 4.2 M"
    pub(super) fn range(self, low: f64, high: f64) -> String {
        let is_count = self.unit.is_empty() && low.fract() == 0.0 && high.fract() == 0.0;
        let scale = if is_count { Self { decimals: 0, ..self } } else { self };
        format!("{} to {}", scale.number(low), scale.show(high))
    }

    /// "+4.2 M"
    pub(super) fn signed(self, value: f64) -> String {
        let text = self.show(value);
        if value < 0.0 || self.is_zero(value) { text } else { format!("+{text}") }
    }

    /// "+1.3 to +4.2 M"
    pub(super) fn signed_range(self, low: f64, high: f64) -> String {
        let plus = if low > 0.0 && !self.is_zero(low) { "+" } else { "" };
        format!("{plus}{} to {}", self.number(low), self.signed(high))
    }

    /// "−1.3 to +4.2"
    pub(super) fn bounds(self, low: f64, high: f64) -> String {
        let bare = |value| self.signed(value).trim_end_matches(self.unit).to_owned();
        format!("{} to {}", bare(low), bare(high))
    }

    /// "4.2 ± 0.1 M", or "4.2 M" where there is no error.
    pub(super) fn with_error(self, value: f64, error: f64) -> String {
        if error > 0.0 {
            format!("{} ± {}{}", self.number(value), self.error(error), self.unit)
        } else {
            self.show(value)
        }
    }

    /// "+4.2 ± 0.1 M"
    pub(super) fn signed_with_error(self, value: f64, error: f64) -> String {
        let plus = if value > 0.0 && !self.is_zero(value) { "+" } else { "" };
        format!("{plus}{}", self.with_error(value, error))
    }

    fn is_zero(self, value: f64) -> bool {
        !self.number(value).contains(|c: char| c.is_ascii_digit() && c != '0')
    }

    fn number(self, value: f64) -> String {
        fixed(value / self.divisor, self.decimals)
    }

    /// An error is never rounded to nothing: where its first digit lies beyond
    /// the decimals shown, the smallest that they can show stands with a "<".
    fn error(self, error: f64) -> String {
        let shown = format!("{:.*}", self.decimals, error / self.divisor);
        if shown.contains(|c: char| c.is_ascii_digit() && c != '0') {
            fixed(error / self.divisor, self.decimals)
        } else {
            let decimals = i32::try_from(self.decimals).unwrap_or(0);
            format!("<{:.*}", self.decimals, 10f64.powi(-decimals))
        }
    }
}

/// The decimal place of the first digit: 0 for 1 to 9.99, -1 for 0.1 to 0.99.
fn place(value: f64) -> i32 {
    if value > 0.0 && value.is_finite() {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a logarithm of a finite number is small"
        )]
        let place = value.log10().floor() as i32;
        place
    } else {
        0
    }
}

/// A count with thousands apart.
pub(super) fn count(number: usize) -> String {
    fixed(number as f64, 0)
}

/// A figure with its error, scaled by itself.
pub(super) fn with_error(value: f64, error: f64) -> String {
    Scale::of(value, error).with_error(value, error)
}

/// A chance with its error; certainty is only as good as the number of runs.
pub(super) fn chance(share: f64, error: f64, runs: usize) -> String {
    if share >= 1.0 {
        format!("all {} runs", count(runs))
    } else if share <= 0.0 {
        format!("none of {} runs", count(runs))
    } else {
        Scale::percent(error).with_error(share, error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_is_the_first_of_the_error() {
        assert_eq!(with_error(41_234_567.0, 123_456.0), "41.2 ± 0.1 M");
        assert_eq!(with_error(41_234_567.0, 12_345.0), "41.23 ± 0.01 M");
        assert_eq!(with_error(5_432.1, 3.2), "5,432 ± 3");
        assert_eq!(with_error(0.0312, 0.0004), "0.0312 ± 0.0004");
        assert_eq!(with_error(123_456.0, 2_000.0), "123 ± 2 k");
    }

    #[test]
    fn a_tiny_error_does_not_call_for_endless_digits() {
        assert_eq!(with_error(1_234.567_891, 1e-6), "1,235 ± <1");
    }

    #[test]
    fn a_figure_within_its_error_is_scaled_by_the_error() {
        assert_eq!(with_error(-20.0, 3e6), "0 ± 3 M");
        assert_eq!(Scale::of(-20.0, 3e6).signed(-20.0), "0 M");
    }

    #[test]
    fn without_an_error_three_digits_stand() {
        assert_eq!(with_error(85_000.0, 0.0), "85,000");
        assert_eq!(with_error(1.234_567, 0.0), "1.23");
        assert_eq!(with_error(1_234_567.0, 0.0), "1.23 M");
        assert_eq!(with_error(0.0, 0.0), "0");
        assert_eq!(with_error(2_345_678_901.0, 0.0), "2.35 B");
    }

    #[test]
    fn a_certain_chance_names_the_runs() {
        assert_eq!(chance(1.0, 0.0, 10_000), "all 10,000 runs");
        assert_eq!(chance(0.0, 0.0, 100), "none of 100 runs");
        assert_eq!(chance(0.932, 0.003, 10_000), "93.2 ± 0.3 %");
        assert_eq!(chance(0.5, 0.05, 100), "50 ± 5 %");
    }

    #[test]
    fn figures_that_stand_together_share_a_unit() {
        let scale = Scale::over(&[353e3, 1.8e6], 27e3);
        assert_eq!(scale.with_error(353e3, 27e3), "0.35 ± 0.03 M");
        assert_eq!(scale.range(353e3, 1.8e6), "0.35 to 1.80 M");
        assert_eq!(Scale::of(5.01, 0.05).range(2.0, 8.0), "2 to 8");
    }

    #[test]
    fn signs_stand_where_a_figure_is_a_change() {
        assert_eq!(Scale::of(4.2e6, 1e5).signed(4.2e6), "+4.2 M");
        assert_eq!(Scale::of(4.2e6, 1e5).signed(-4.2e6), "−4.2 M");
        assert_eq!(Scale::of(4.2e6, 1e5).signed_with_error(4.2e6, 1e5), "+4.2 ± 0.1 M");
    }
}
