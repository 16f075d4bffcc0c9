//! Numbers on the command line: what is accepted, and what is said otherwise.

use orgodds::organisation::limits;

/// Most threads; more would only wait for each other.
const THREADS: u64 = 1024;
/// Smallest picture in which text still fits.
const SMALLEST: (u32, u32) = (400, 300);
/// Largest picture: 256 MB of pixels.
const LARGEST: (u32, u32) = (8000, 8000);

/// A whole number; underscores may group its digits.
pub fn whole(text: &str) -> Result<u64, String> {
    let digits = text.replace('_', "");
    if !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) {
        digits.parse().map_err(|_| format!("at most {}", u64::MAX))
    } else {
        Err("write a whole number of at least 0, such as 10000 or 10_000".into())
    }
}

/// A number of runs.
pub fn runs(text: &str) -> Result<u64, String> {
    within(whole(text)?, limits::RUNS, "runs")
}

/// A number of threads.
pub fn threads(text: &str) -> Result<usize, String> {
    let threads = within(whole(text)?, THREADS, "threads")?;
    Ok(usize::try_from(threads).expect("the limit fits"))
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
    fn none_and_absurdly_many_are_refused() {
        assert!(runs("0").is_err());
        assert_eq!(runs("10_000_000"), Ok(10_000_000));
        assert!(runs("10_000_001").is_err());
        assert!(threads("0").is_err());
        assert!(threads("1025").is_err());
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
