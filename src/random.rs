//! The only place that makes a generator.
//!
//! Chance is addressed, not consumed: a [`Stream`] belongs to a seed, a run, a
//! place in the scenario and a step of time. What happens at one place can
//! therefore never shift the draws of another, whatever else the organisation
//! holds, and a run can be replayed alone.
//!
//! The generator is `SplitMix64` (Steele, Lea, Flood 2014, OOPSLA): a counter
//! and a mixing function, so that a stream costs nothing to make. Each place
//! of each run starts at its own hashed point of the counter's circle and has
//! 2³² numbers a step before it could reach the next step's.

use std::convert::Infallible;

use rand::{Rng, TryRng};

/// The counter's increment: 2⁶⁴ over the golden ratio, odd.
const STRIDE: u64 = 0x9e37_79b9_7f4a_7c15;

/// Stafford's thirteenth mixer: every input bit moves every output bit.
const fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// A place where chance enters, known by its path in the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place(u64);

impl Place {
    /// The place with this path.
    #[must_use]
    pub fn new(path: &str) -> Self {
        // FNV-1a, mixed at the end.
        let hash = path.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(mix(hash))
    }
}

/// All chance of one run.
#[derive(Debug, Clone, Copy)]
pub struct Luck(u64);

impl Luck {
    /// The luck of a run (counted from 0) under a seed.
    #[must_use]
    pub fn new(seed: u64, run: u64) -> Self {
        Self(mix(mix(seed ^ STRIDE).wrapping_add(run.wrapping_mul(STRIDE))))
    }

    /// The streams of a place, one a step of time.
    #[must_use]
    #[inline]
    pub fn at(self, place: Place) -> Streams {
        // Both are hashes, and the generator mixes once more.
        Streams(self.0 ^ place.0)
    }
}

/// The streams of one place in one run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Streams(u64);

impl Streams {
    /// The stream of a step of time, counted from 0.
    #[must_use]
    #[inline]
    pub fn step(self, step: usize) -> Stream {
        Stream(self.0.wrapping_add(STRIDE.wrapping_mul((step as u64) << 32)))
    }
}

/// A generator of random numbers for one place in one step of one run.
#[derive(Debug, Clone)]
pub struct Stream(u64);

impl Stream {
    /// Evenly between 0 and 1, neither of which occurs.
    #[must_use]
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        const ONE: u64 = 1.0_f64.to_bits();
        // 52 bits behind a leading 1, from 1 to 2; half a step above 0 and
        // below 1 the ends stay out of reach.
        f64::from_bits(ONE | self.next_u64() >> 12) - (1.0 - f64::EPSILON / 2.0)
    }
}

impl TryRng for Stream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.try_next_u64().map(|x| (x >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.0 = self.0.wrapping_add(STRIDE);
        Ok(mix(self.0))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            let word = self.next_u64().to_le_bytes();
            chunk.copy_from_slice(&word[..chunk.len()]);
        }
        Ok(())
    }
}
