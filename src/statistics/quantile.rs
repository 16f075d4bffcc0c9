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

/// The quantiles at some levels, ascending, as [`of_sorted`] has them, of values
/// in any order: they are moved only as far as it takes, which for few levels is
/// much less work than to sort them.
///
/// # Panics
/// When the sample is empty.
#[must_use]
pub fn of_unsorted<const N: usize>(values: &mut [f64], levels: [f64; N]) -> [f64; N] {
    let last = (values.len() - 1) as f64;
    // What stands before is no higher than what stands from here on.
    let mut start = 0;
    levels.map(|level| {
        let below = (level * last).floor();
        let share = level * last - below;
        let place = below as usize - start;
        let (_, low, above) = values[start..].select_nth_unstable_by(place, f64::total_cmp);
        let low = *low;
        start += place;
        let next = above.iter().copied().min_by(f64::total_cmp);
        match next {
            Some(high) if share > 0.0 => low + share * (high - low),
            _ => low,
        }
    })
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

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "these numbers are exact")]

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn unsorted_values_have_the_quantiles_of_sorted_ones(
            mut values in prop::collection::vec(-1e6..1e6, 1..200),
            mut levels in prop::array::uniform3(0.0..=1.0),
        ) {
            levels.sort_by(f64::total_cmp);
            let sorted = sorted(&values);
            let expected = levels.map(|level| of_sorted(&sorted, level));
            prop_assert_eq!(of_unsorted(&mut values, levels), expected);
        }
    }
}
