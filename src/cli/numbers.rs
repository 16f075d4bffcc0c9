//! Numbers on the command line: what is accepted, and what is said otherwise.

use orgodds::organisation::limits;

/// Most threads; more would only wait for each other.
const THREADS: u64 = 1024;
/// Smallest picture in which text still fits.
const SMALLEST: (u32, u32) = (400, 300);
/// Largest picture: 256 MB of pixels.
const LARGEST: (u32, u32) = (8000, 8000);

/// Dots an inch: from what a screen shows to what a press needs.
const DPI: std::ops::RangeInclusive<u32> = 50..=600;

/// A whole number; underscores may group its digits.
pub fn whole(text: &str) -> Result<u64, String> {
    let digits = text.replace('_', "");
    if !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) {
        digits.parse().map_err(|_| format!("at most {}", u64::MAX))
    } else {
        Err("write a whole number of at least 0, such as 10000 or 10_000".into())
    }
}

/// An amount, in full: a sign, digits that underscores may group, decimals.
pub fn amount(text: &str) -> Result<f64, String> {
    let usage = || "write a number in full, such as 40_000_000 or -2.5".to_owned();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole_part, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |text: &str| {
        let starts = text.starts_with(|c: char| c.is_ascii_digit());
        starts && text.chars().all(|c| c.is_ascii_digit() || c == '_')
    };
    if !plain(whole_part) || !plain(decimals) {
        return Err(usage());
    }
    let number: f64 = text.replace('_', "").parse().map_err(|_| usage())?;
    if number.is_finite() { Ok(number) } else { Err("too large a number".into()) }
}

/// A number of runs.
pub fn runs(text: &str) -> Result<u64, String> {
    within(whole(text)?, limits::RUNS, "runs")
}

/// The number of a run, counted from 1.
pub fn run(text: &str) -> Result<u64, String> {
    match whole(text)? {
        0 => Err("runs count from 1".into()),
        run if run > limits::RUNS => Err(format!("at most {} runs are possible", limits::RUNS)),
        run => Ok(run),
    }
}

/// Months from the first to the last, `3..5`, or a single one; 0 and below are
/// the warm-up.
pub fn months(text: &str) -> Result<(i64, i64), String> {
    let usage = || "write FIRST..LAST, such as 3..5, or one month, such as 3".to_owned();
    let month = |text: &str| {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let month = i64::try_from(whole(digits).ok()?).ok()?;
        Some(sign * month)
    };
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let (first, last) = month(first).zip(month(last)).ok_or_else(usage)?;
    if first > last {
        return Err(format!("the first month comes first: {last}..{first}"));
    }
    Ok((first, last))
}

/// Most months that a backtest foretells, and most months that it does so from.
const MONTHS_AHEAD: u64 = 60;

/// A number of months to foretell.
pub fn months_ahead(text: &str) -> Result<usize, String> {
    let months = within(whole(text)?, MONTHS_AHEAD, "months")?;
    Ok(usize::try_from(months).expect("the limit fits"))
}

/// A number of months to foretell from.
pub fn origins(text: &str) -> Result<usize, String> {
    months_ahead(text)
}

/// A number of threads.
pub fn threads(text: &str) -> Result<usize, String> {
    let threads = within(whole(text)?, THREADS, "threads")?;
    Ok(usize::try_from(threads).expect("the limit fits"))
}

/// A percentage above 0, as a share of 1.
pub fn percentage(text: &str) -> Result<f64, String> {
    let Some(number) = text.trim().strip_suffix('%') else {
        return Err("write a percentage with its sign, such as 1% or 0.5%".into());
    };
    let is_plain = |c: char| c.is_ascii_digit() || c == '.';
    match number.trim_end().parse::<f64>() {
        Ok(percent) if number.trim_end().chars().all(is_plain) => match percent {
            none if none <= 0.0 => {
                Err("no number of runs is that precise; write more than 0%".into())
            }
            all if all > 100.0 => Err("at most 100% says anything".into()),
            some => Ok(some / 100.0),
        },
        _ => Err("write a number before the %, such as 1% or 0.5%".into()),
    }
}

fn within(number: u64, limit: u64, what: &str) -> Result<u64, String> {
    match number {
        0 => Err(format!("at least 1 of the {what} is needed")),
        number if number > limit => Err(format!("at most {limit} {what} are possible")),
        number => Ok(number),
    }
}

/// The size of a chart in pixels, `WIDTHxHEIGHT`.
pub fn size(text: &str) -> Result<(u32, u32), String> {
    let usage = || "write WIDTHxHEIGHT in pixels, such as 1600x1000".to_owned();
    let (width, height) = text.split_once(['x', 'X', '×']).ok_or_else(usage)?;
    let pixels = |text: &str| u32::try_from(whole(text).ok()?).ok();
    let size = pixels(width).zip(pixels(height)).ok_or_else(usage)?;
    let fits = |side: u32, low: u32, high: u32| (low..=high).contains(&side);
    if fits(size.0, SMALLEST.0, LARGEST.0) && fits(size.1, SMALLEST.1, LARGEST.1) {
        Ok(size)
    } else {
        Err(format!(
            "charts are between {}x{} and {}x{} pixels",
            SMALLEST.0, SMALLEST.1, LARGEST.0, LARGEST.1
        ))
    }
}

/// Dots an inch.
pub fn dpi(text: &str) -> Result<u32, String> {
    let dots = u32::try_from(whole(text)?).ok().filter(|dots| DPI.contains(dots));
    dots.ok_or_else(|| format!("from {} to {} dots an inch", DPI.start(), DPI.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn underscores_group_digits_and_signs_are_refused() {
        assert_eq!(whole("1_000_000"), Ok(1_000_000));
        for text in ["", "_", "-1", "+1", "1e6", "1.0", "1 000", "٣"] {
            assert!(whole(text).is_err(), "{text}");
        }
        assert!(whole("99999999999999999999").is_err());
    }

    #[test]
    fn an_amount_is_written_in_full() {
        for (text, number) in
            [("40_000_000", 4e7), ("0.8", 0.8), ("-2.5", -2.5), ("007", 7.0), ("1_0.2_5", 10.25)]
        {
            assert_eq!(amount(text), Ok(number), "{text}");
        }
        for text in [
            "", "-", "+1", ".5", "5.", "1e6", "40M", "40,000", "_1", "1 000", "NaN", "inf", "--1",
            "1.-2",
        ] {
            assert!(amount(text).is_err(), "{text}");
        }
        assert_eq!(amount(&"9".repeat(400)), Err("too large a number".into()));
    }

    #[test]
    fn none_and_absurdly_many_are_refused() {
        assert!(runs("0").is_err());
        assert_eq!(runs("10_000_000"), Ok(10_000_000));
        assert!(runs("10_000_001").is_err());
        assert!(threads("0").is_err());
        assert!(threads("1025").is_err());
    }

    #[test]
    fn a_run_is_counted_from_one() {
        assert!(run("0").is_err());
        assert_eq!(run("1"), Ok(1));
        assert_eq!(run(&limits::RUNS.to_string()), Ok(limits::RUNS));
        assert!(run(&(limits::RUNS + 1).to_string()).is_err());
    }

    #[test]
    fn months_are_a_range_or_one() {
        assert_eq!(months("3..5"), Ok((3, 5)));
        assert_eq!(months("7"), Ok((7, 7)));
        assert_eq!(months("-5..0"), Ok((-5, 0)));
        assert_eq!(months("5..3"), Err("the first month comes first: 3..5".into()));
        for text in
            ["", "..", "3..", "..5", "3...5", "3..=5", "a", "--3", "1.5", "99999999999999999999"]
        {
            assert!(months(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_percentage_has_its_sign_and_is_above_none() {
        assert_eq!(percentage("1%"), Ok(0.01));
        assert_eq!(percentage("0.5 %"), Ok(0.005));
        assert_eq!(percentage(" 100% "), Ok(1.0));
        for text in [
            "1", "0.01", "", "%", "0%", "-1%", "+1%", "101%", "1e3%", "nan%", "inf%", "1%%", "1,5%",
        ] {
            assert!(percentage(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_chart_has_room_for_its_text() {
        assert_eq!(size("1600x1000"), Ok((1600, 1000)));
        assert_eq!(size("400x300"), Ok((400, 300)));
        for text in
            ["399x300", "400x299", "8001x300", "1600", "x", "1600x", "-1x5", "99999999999x400"]
        {
            assert!(size(text).is_err(), "{text}");
        }
    }
}
