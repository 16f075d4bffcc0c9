//! Exact quantiles of a sample.

/// The values in ascending order.
#[must_use]
pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

/// The quantile at `level` (0 to 1) of a sorted sample of at least one value:
/// linear interpolation between order statistics (type 7 of Hyndman and Fan
/// 1996, The American Statistician 50 (4)).
///
/// # Panics
/// When the sample is empty.
#[must_use]
pub fn of_sorted(sorted: &[f64], level: f64) -> f64 {
    let at = level * (sorted.len() - 1) as f64;
    let below = at.floor();
    let (low, share) = (sorted[below as usize], at - below);
    match sorted.get(below as usize + 1) {
        Some(high) if share > 0.0 => low + share * (high - low),
        _ => low,
    }
}

/// The mean of the lowest `share` (above 0, at most 1) of a sorted sample: the
/// conditional value at risk. A value at the border counts in part.
///
/// # Panics
/// When the sample is empty.
#[must_use]
pub fn mean_of_lowest(sorted: &[f64], share: f64) -> f64 {
    let wanted = share * sorted.len() as f64;
    let whole = (wanted.floor() as usize).min(sorted.len() - 1);
    let sum: f64 = sorted[..whole].iter().sum();
    (sum + (wanted - whole as f64) * sorted[whole]) / wanted
}
