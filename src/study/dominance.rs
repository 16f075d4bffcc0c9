//! Stochastic dominance of one sample over another, and how much of it is chance.

use schemars::JsonSchema;
use serde::Serialize;

/// Stochastic dominance of the candidate over the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Dominance {
    /// At every level the chance to reach it is at least as good.
    First,
    /// Everyone who dislikes risk prefers it.
    Second,
    /// Neither.
    None,
}

impl Dominance {
    /// Whether it says at least what `other` says.
    fn implies(self, other: Self) -> bool {
        let strength = |one| match one {
            Self::First => 2,
            Self::Second => 1,
            Self::None => 0,
        };
        strength(self) >= strength(other)
    }
}

/// Dominance of one sorted sample over another of the same size: every order
/// statistic at least as high (first order), or every sum of the lowest ones
/// (second order), and not all alike.
pub(super) fn of_sorted(baseline: &[f64], candidate: &[f64]) -> Dominance {
    let pairs = || candidate.iter().zip(baseline);
    if pairs().all(|(c, b)| c.total_cmp(b).is_eq()) {
        return Dominance::None;
    }
    if pairs().all(|(c, b)| c >= b) {
        return Dominance::First;
    }
    let mut lead = 0.0;
    let never_behind = pairs().all(|(c, b)| {
        lead += c - b;
        lead >= 0.0
    });
    if never_behind { Dominance::Second } else { Dominance::None }
}

/// Parts of the runs that are looked at by themselves.
const PARTS: usize = 10;

/// Of ten equal parts of the runs, how many show `dominance` by themselves; none
/// of fewer than ten runs. Two samples of the same distribution show first order
/// in one part in as many as it has runs, and second order in one of a few.
pub(super) fn tenths(
    dominance: Dominance,
    mut baseline: Vec<f64>,
    mut candidate: Vec<f64>,
) -> Option<usize> {
    let size = baseline.len() / PARTS;
    if size == 0 {
        return None;
    }
    let parts = baseline.chunks_exact_mut(size).zip(candidate.chunks_exact_mut(size)).take(PARTS);
    let showing = parts.filter_map(|(baseline, candidate)| {
        baseline.sort_unstable_by(f64::total_cmp);
        candidate.sort_unstable_by(f64::total_cmp);
        of_sorted(baseline, candidate).implies(dominance).then_some(())
    });
    Some(showing.count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_definitions() {
        let base = [1.0, 2.0, 3.0];
        assert_eq!(of_sorted(&base, &[1.0, 2.5, 3.0]), Dominance::First);
        // Worse at the top, but less risky: 2, 4, 6 against 1, 3, 6.
        assert_eq!(of_sorted(&base, &[2.0, 2.0, 2.0]), Dominance::Second);
        assert_eq!(of_sorted(&base, &[0.5, 5.0, 9.0]), Dominance::None);
        assert_eq!(of_sorted(&base, &base), Dominance::None);
    }

    #[test]
    fn a_lead_everywhere_shows_in_every_tenth_and_a_single_loss_in_its_own() {
        let base: Vec<f64> = (0..100).map(f64::from).collect();
        let better: Vec<f64> = base.iter().map(|value| value + 0.5).collect();
        assert_eq!(tenths(Dominance::First, base.clone(), better.clone()), Some(10));
        let mut once = better;
        once[34] -= 5.0;
        assert_eq!(tenths(Dominance::First, base.clone(), once), Some(9));
        assert_eq!(tenths(Dominance::First, base[..9].to_vec(), base[..9].to_vec()), None);
    }
}
