//! Days of the civil calendar, with the time of day as a fraction.

use std::fmt;

/// Seconds of a day.
pub const SECONDS: i64 = 86_400;

/// A day since 1970-01-01, with the time of day as a fraction where the file
/// gives one: 17563.5 is noon of 2018-02-01. Kept to the second.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Day(pub f64);

impl Day {
    /// Midnight of a date, or `None` where the calendar has no such date
    /// (2018-02-30).
    #[must_use]
    pub fn from_civil(year: i32, month: u32, day: u32) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then(|| Self(days_from_civil(i64::from(year), month, day) as f64))
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    #[must_use]
    pub fn civil(self) -> (i32, u32, u32) {
        civil_from_days(self.0.floor() as i64)
    }

    /// Months since January 1970; a month is the calendar's.
    #[must_use]
    pub fn month(self) -> i32 {
        let (year, month, _) = self.civil();
        (year - 1970) * 12 + month.cast_signed() - 1
    }

    /// Midnight of the first day of a month, counted as [`Day::month`] does.
    #[must_use]
    pub fn of_month(month: i32) -> Self {
        let year = 1970 + month.div_euclid(12);
        Self(days_from_civil(i64::from(year), month.rem_euclid(12).cast_unsigned() + 1, 1) as f64)
    }

    /// Days from another day to this one; negative where this one is earlier.
    #[must_use]
    pub fn since(self, earlier: Self) -> f64 {
        self.0 - earlier.0
    }

    /// Whole seconds since 1970.
    pub(super) fn seconds(self) -> i64 {
        (self.0 * SECONDS as f64).round() as i64
    }

    /// The day of so many seconds since 1970.
    pub(super) fn from_seconds(seconds: i64) -> Self {
        Self(seconds as f64 / SECONDS as f64)
    }
}

/// As 2018-02-01, without the time of day.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Days of a month.
fn days_in(year: i32, month: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Counted in years that start in March, so that the leap day comes last.
fn days_from_civil(year: i64, month: u32, day: u32) -> i64 {
    let march_year = year - i64::from(month <= 2);
    let era = march_year.div_euclid(400);
    let year_of_era = march_year.rem_euclid(400);
    let day_of_year = (153 * i64::from((month + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_civil`].
fn civil_from_days(days: i64) -> (i32, u32, u32) {
    let shifted = days + 719_468;
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = (march_month + 2) % 12 + 1;
    let year = year_of_era + shifted.div_euclid(146_097) * 400 + i64::from(month <= 2);
    (year as i32, month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_count_from_1970() {
        assert_eq!(Day::from_civil(1970, 1, 1), Some(Day(0.0)));
        assert_eq!(Day::from_civil(2018, 2, 1), Some(Day(17_563.0)));
        assert_eq!(Day::from_civil(2000, 2, 29), Some(Day(11_016.0)));
        assert_eq!(Day::from_civil(2018, 2, 30), None);
        assert_eq!(Day::from_civil(1900, 2, 29), None);
        assert_eq!(Day(17_563.99).to_string(), "2018-02-01");
    }

    #[test]
    fn every_day_of_two_centuries_comes_back() {
        let mut expected = (1950, 1, 1);
        for days in -7_305..65_745 {
            let civil = Day(f64::from(days)).civil();
            assert_eq!(civil, expected);
            assert_eq!(Day::from_civil(civil.0, civil.1, civil.2), Some(Day(f64::from(days))));
            expected = next(expected);
        }
    }

    fn next((year, month, day): (i32, u32, u32)) -> (i32, u32, u32) {
        if day < days_in(year, month) {
            (year, month, day + 1)
        } else if month < 12 {
            (year, month + 1, 1)
        } else {
            (year + 1, 1, 1)
        }
    }

    #[test]
    fn months_count_from_1970_and_start_on_their_first_day() {
        let day = Day::from_civil(2018, 2, 17).unwrap();
        assert_eq!(day.month(), 48 * 12 + 1);
        assert_eq!(Day::of_month(day.month()).to_string(), "2018-02-01");
        assert_eq!(Day::of_month(-1).to_string(), "1969-12-01");
    }
}
