//! Which factors stand out of the noise when many are tested at once.

/// Share of those that stand out which may be noise on average: the false
/// discovery rate.
pub const LEVEL: f64 = 0.05;

/// Which of these chances, that a factor without effect shows as much, are small
/// enough (Benjamini and Hochberg 1995).
pub(in crate::study) fn stands_out(p_values: &[f64]) -> Vec<bool> {
    let mut sorted = p_values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let step = LEVEL / sorted.len().max(1) as f64;
    let below = |&(place, &p): &(usize, &f64)| p <= step * (place + 1) as f64;
    let border = sorted.iter().enumerate().rfind(below).map(|(_, &p)| p);
    p_values.iter().map(|&p| border.is_some_and(|border| p <= border)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_chance_below_its_step_takes_all_smaller_ones_along() {
        // Steps are 0.01, 0.02, …, 0.05: the third lies below its own, the second does not.
        let found = stands_out(&[0.9, 0.029, 0.001, 0.025, 0.06]);
        assert_eq!(found, [false, true, true, true, false]);
    }

    #[test]
    fn without_effects_next_to_nothing_stands_out() {
        let even: Vec<f64> = (1..=300).map(|place| f64::from(place) / 301.0).collect();
        assert!(!stands_out(&even).contains(&true));
        assert!(stands_out(&[]).is_empty());
    }
}
