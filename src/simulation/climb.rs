//! Small counts by inversion: a walk up the chances of 0, 1, 2 …

/// Below this mean most counts are 0.
pub(super) const RARE: f64 = 0.1;

/// From this variance on the expansion is quicker than the walk, and good.
pub(super) const WIDE: f64 = 6.0;

/// The count at a level of a distribution with a mean of at most 2 × [`WIDE`].
/// Both the level and the chances are taken over the chance of 0; `ratio` is the
/// chance of a count (from 1) over that of the one before.
#[inline]
pub(super) fn climb(mean: f64, level: f64, ratio: impl Fn(usize) -> f64) -> u64 {
    if mean < 0.8 {
        steps::<4>(level, ratio)
    } else if mean < 3.0 {
        steps::<8>(level, ratio)
    } else {
        steps::<16>(level, ratio)
    }
}

/// Walks up the counts. It always goes so many steps: which count comes cannot be
/// foretold, and a jump that was foretold wrongly costs more.
#[inline]
fn steps<const STEPS: usize>(level: f64, ratio: impl Fn(usize) -> f64) -> u64 {
    let (mut chance, mut sum, mut count) = (1.0, 1.0, 0);
    let mut k = 0;
    while k < STEPS {
        k += 1;
        count += u64::from(level > sum);
        chance *= ratio(k);
        sum += chance;
    }
    if level <= sum { count } else { on(STEPS, level, chance, sum, ratio) }
}

/// The rest of the way, which is rarely taken.
#[cold]
#[inline(never)]
fn on(from: usize, level: f64, mut chance: f64, mut sum: f64, ratio: impl Fn(usize) -> f64) -> u64 {
    let mut count = from;
    while level > sum && count < FAR {
        count += 1;
        chance *= ratio(count);
        sum += chance;
    }
    count as u64
}

/// A walk that has come this far is beyond what a uniform number can tell: the
/// mean is at most 2 × [`WIDE`], and this is more than ten standard deviations on.
pub(super) const FAR: usize = 63;

/// One over each count; a multiplication is quicker than a division.
pub(super) const RECIPROCALS: [f64; FAR + 1] = {
    let mut table = [1.0; FAR + 1];
    let mut i = 1;
    while i <= FAR {
        table[i] = 1.0 / i as f64;
        i += 1;
    }
    table
};
