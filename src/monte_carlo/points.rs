//! Quasi-random points: pairs of numbers more even than chance, one pair an unknown.
//!
//! Sobol' points with Owen's scrambling, by hashing (Burley 2020, Journal of
//! Computer Graphics Techniques 9 (4)). Each unknown has the first two dimensions,
//! scrambled and shuffled for itself: its pairs fill the square evenly, which is
//! what a swap of it is averaged over, and pairs of different unknowns meet at
//! random. One sequence over all dimensions was tried instead: the higher ones are
//! even only over far more points than anybody can simulate, and before that go
//! along with each other, so that estimates were off more than their errors said.

use sobol_burley::sample;

use crate::random::{Luck, Place};

/// Points that a scrambling has.
const LENGTH: u64 = 1 << 16;
/// Half the distance between neighbouring numbers of the sequence, so that 0 does
/// not occur.
const HALF: f64 = 1.0 / (1_u64 << 25) as f64;

/// All points under a seed.
#[derive(Debug, Clone, Copy)]
pub struct Points {
    seed: u64,
    place: Place,
}

impl Points {
    /// Under this seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { seed, place: Place::new("quasi-random points") }
    }

    /// The two numbers of an unknown at a point, strictly between 0 and 1.
    #[must_use]
    pub fn at(&self, point: u64, unknown: usize) -> [f64; 2] {
        let mut stream = Luck::new(self.seed, point / LENGTH).at(self.place).step(unknown);
        let scrambling = (stream.uniform() * f64::from(u32::MAX)) as u32;
        let index = (point % LENGTH) as u32;
        [0, 1].map(|dimension| f64::from(sample(index, dimension, scrambling)) + HALF)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pairs_of_an_unknown_fill_the_square_evenly() {
        for (seed, unknown) in [(1, 0), (1, 299), (7, 3)] {
            let points = Points::new(seed);
            let mut filled = [[0; 16]; 16];
            for point in 0..256 {
                let [a, b] = points.at(point, unknown);
                assert!(a > 0.0 && a < 1.0 && b > 0.0 && b < 1.0);
                filled[(16.0 * a) as usize][(16.0 * b) as usize] += 1;
            }
            assert_eq!(filled, [[1; 16]; 16]);
        }
    }

    #[test]
    fn different_unknowns_and_scramblings_do_not_go_along() {
        let points = Points::new(1);
        let column = |unknown: usize, from: u64| -> Vec<f64> {
            (from..from + 1024).map(|point| points.at(point, unknown)[0]).collect()
        };
        let first = column(0, 0);
        for other in [column(1, 0), column(2, 0), column(0, LENGTH)] {
            let together = crate::statistics::correlation(&first, &other).unwrap();
            // Four standard errors of 1024 independent pairs.
            assert!(together.abs() < 0.125, "{together}");
        }
    }
}
