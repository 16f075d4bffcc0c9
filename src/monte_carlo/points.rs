//! Quasi-random points: more even than chance, and different for every seed.
//!
//! Sobol' points with Owen's scrambling, by hashing (Burley 2020, Journal of
//! Computer Graphics Techniques 9 (4)). The points of a seed come in blocks, each
//! scrambled by itself: blocks are independent of each other, and the differences
//! between them say how precise their means are.

use sobol_burley::{NUM_DIMENSIONS, sample};

use crate::random::{Luck, Place};

/// Half the distance between neighbouring numbers of the sequence, so that 0 does
/// not occur.
const HALF: f64 = 1.0 / (1_u64 << 25) as f64;

/// A block of points under a seed.
#[derive(Debug, Clone, Copy)]
pub struct Points {
    luck: Luck,
    place: Place,
}

impl Points {
    /// The block with this number.
    #[must_use]
    pub fn new(seed: u64, block: u64) -> Self {
        Self { luck: Luck::new(seed, block), place: Place::new("quasi-random points") }
    }

    /// The coordinate of a point (of at most 65,536) in a dimension, strictly
    /// between 0 and 1. There is no end to the dimensions: each set of them is
    /// scrambled, and shuffled, by itself.
    #[must_use]
    pub fn at(&self, point: u32, dimension: usize) -> f64 {
        let sets = NUM_DIMENSIONS as usize;
        let seed = self.luck.at(self.place).step(dimension / sets).uniform();
        let seed = (seed * f64::from(u32::MAX)) as u32;
        f64::from(sample(point, (dimension % sets) as u32, seed)) + HALF
    }
}
