//! What each of several players brings, where what they bring together depends on
//! who else is there.

/// Weights of a coalition's value in every player's Shapley value (Shapley 1953,
/// Contributions to the Theory of Games II): the mean, over all orders in which
/// `players` can arrive, of what each changes when it arrives. `present` holds bit i
/// where player i belongs to the coalition. Over all coalitions the weighted values
/// add up to each player's share, and the shares to the value of all players less
/// that of none.
#[must_use]
pub fn shapley_weights(players: usize, present: usize) -> Vec<f64> {
    let size = present.count_ones() as usize;
    let weight = |player: usize| {
        if present >> player & 1 == 1 {
            arrival(players, size - 1)
        } else {
            -arrival(players, size)
        }
    };
    (0..players).map(weight).collect()
}

/// The share of orders in which a given player comes right after given `before` ones:
/// before! (players − before − 1)! / players!.
fn arrival(players: usize, before: usize) -> f64 {
    // As 1 / (players × binomial(players − 1, before)).
    let choices = (1..=before).fold(1.0, |product, i| product * (players - i) as f64 / i as f64);
    1.0 / (players as f64 * choices)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(players: usize, value: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut shares = vec![0.0; players];
        for present in 0..1 << players {
            for (share, weight) in shares.iter_mut().zip(shapley_weights(players, present)) {
                *share += weight * value(present);
            }
        }
        shares
    }

    fn close(shares: &[f64], expected: &[f64]) -> bool {
        shares.len() == expected.len()
            && shares.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12)
    }

    #[test]
    fn who_brings_the_same_to_everybody_gets_it() {
        let brings = [3.0, -1.0, 0.0, 7.5];
        let value = |present: usize| {
            (0..4).filter(|player| present >> player & 1 == 1).map(|player| brings[player]).sum()
        };
        assert!(close(&shares(4, value), &brings));
    }

    #[test]
    fn a_left_glove_is_worth_four_times_each_of_two_right_ones() {
        // One left glove, two right ones; a pair is worth 1 (Shapley and Shubik 1969).
        let value = |present: usize| f64::from(present & 1 == 1 && present & 0b110 != 0);
        assert!(close(&shares(3, value), &[4.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0]));
    }

    #[test]
    fn shares_add_up_to_what_all_bring_together() {
        let value = |present: usize| ((present * 2_654_435_761) % 1009) as f64;
        for players in 1..=7 {
            let sum: f64 = shares(players, value).iter().sum();
            let whole = value((1 << players) - 1) - value(0);
            assert!((sum - whole).abs() < 1e-9, "{players}");
        }
    }
}
