//! A jump in the records: a month from which on everything is different.

/// Where a series jumps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Jump {
    /// Place of the first month after it.
    pub at: usize,
    /// Rate before.
    pub before: f64,
    /// Rate after.
    pub after: f64,
}

/// Jumps by less than this factor are left to the market.
const FACTOR: f64 = 1.8;
/// Standard errors by which the two sides must differ: splits are tried at every
/// month, and moods of the market last for months.
const ERRORS: f64 = 4.0;

/// The clearest jump of counts over exposures (months, or cases), if there is one.
#[must_use]
pub fn find(counts: &[f64], exposures: &[f64]) -> Option<Jump> {
    let months = counts.len();
    let side = |range: std::ops::Range<usize>| -> (f64, f64) {
        (counts[range.clone()].iter().sum(), exposures[range].iter().sum())
    };
    let mut best: Option<(f64, Jump)> = None;
    for at in 2..months.saturating_sub(1) {
        let ((n, time), (m, later)) = (side(0..at), side(at..months));
        if time <= 0.0 || later <= 0.0 || n + m < 20.0 {
            continue;
        }
        let (before, after) = ((n + 0.5) / time, (m + 0.5) / later);
        let rate = |month: usize| if month < at { before } else { after };
        let expected = |month: usize| (rate(month) * exposures[month]).max(1e-9);
        let spread: f64 =
            (0..months).map(|i| (counts[i] - expected(i)).powi(2) / expected(i)).sum();
        let dispersion = (spread / (months as f64 - 2.0).max(1.0)).max(1.0);
        let error = (dispersion * (1.0 / (n + 0.5) + 1.0 / (m + 0.5))).sqrt();
        let z = (after / before).ln() / error;
        let large = (after / before).ln().abs() >= FACTOR.ln();
        if large && z.abs() >= ERRORS && best.is_none_or(|(clearest, _)| z.abs() > clearest) {
            best = Some((z.abs(), Jump { at, before, after }));
        }
    }
    best.map(|(_, jump)| jump)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_that_triples_is_found_and_a_wave_is_not() {
        let counts = [239.0, 386.0, 312.0, 416.0, 445.0, 200.0, 1141.0, 1028.0, 1174.0, 1352.0];
        let jump = find(&counts, &[1.0; 10]).unwrap();
        assert_eq!(jump.at, 6);
        let wave: Vec<f64> = (0..24).map(|m| 300.0 + 80.0 * f64::from(m).sin()).collect();
        assert_eq!(find(&wave, &[1.0; 24]), None);
    }
}
