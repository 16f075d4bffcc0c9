//! The values of an unknown on a scale on which all unknowns look alike.
//!
//! A value becomes the normal score of its rank: whatever the unknown's unit and
//! shape (a share, a price with a long tail), its scores look standard normal, and
//! a smooth curve over them is not bent by a few far values. Scores are gathered
//! in narrow bins, so that all further work is on a few hundred numbers. Equal
//! values share the middle of their ranks and stay together.

use statrs::function::erf::erf_inv;

/// Width of a bin: within one, a straight effect varies by less than a
/// ten-thousandth of its variance.
const WIDTH: f64 = 0.025;

/// The values of an unknown over the runs, in bins of their scores.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// The bin of each run.
    pub bin: Vec<u32>,
    /// Runs in each bin.
    pub runs: Vec<f64>,
    /// Score of each bin's mean rank, ascending.
    pub score: Vec<f64>,
    /// Angle of each bin's mean rank, ascending: the arcsine of the rank from -1 to 1.
    /// Between ranks and scores, with ends that are neither crowded nor empty.
    pub angle: Vec<f64>,
    /// Mean value of each bin, ascending.
    pub value: Vec<f64>,
}

/// The places of equal values in `x`, in ascending order of the values, and how
/// many runs lie below.
pub fn ties(x: &[f64], mut take: impl FnMut(&[u32], usize)) {
    // Adding 0 makes of -0 what it equals.
    let mut order: Vec<(f64, u32)> = x.iter().map(|x| x + 0.0).zip(0..).collect();
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut places = Vec::new();
    let mut below = 0;
    for tie in order.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        places.clear();
        places.extend(tie.iter().map(|(_, place)| *place));
        take(&places, below);
        below += tie.len();
    }
}

impl Scores {
    /// Of the values `x` of an unknown.
    #[must_use]
    pub fn new(x: &[f64]) -> Self {
        let mut scores = Self { bin: vec![0; x.len()], ..Self::default() };
        let mut ranks: Vec<f64> = Vec::new();
        // The rank at which the open bin ends.
        let mut end = f64::NEG_INFINITY;
        ties(x, |places, below| {
            let count = places.len() as f64;
            let rank = (below as f64 + count / 2.0) / x.len() as f64;
            if rank > end {
                let cell = (normal(rank) / WIDTH).round();
                end = share_below((cell + 0.5) * WIDTH);
                for sums in [&mut scores.runs, &mut scores.value, &mut ranks] {
                    sums.push(0.0);
                }
            }
            let last = ranks.len() - 1;
            scores.runs[last] += count;
            let share = count / scores.runs[last];
            ranks[last] += share * (rank - ranks[last]);
            scores.value[last] += share * (x[places[0] as usize] - scores.value[last]);
            for &place in places {
                scores.bin[place as usize] = last as u32;
            }
        });
        scores.score = ranks.iter().map(|rank| normal(*rank)).collect();
        scores.angle = ranks.iter().map(|rank| (2.0 * rank - 1.0).asin()).collect();
        scores
    }

    /// The sum of `y` in each bin.
    #[must_use]
    pub fn sums(&self, y: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.runs.len()];
        for (y, bin) in y.iter().zip(&self.bin) {
            sums[*bin as usize] += y;
        }
        sums
    }

    /// The score that belongs to a value: straight between two bins, that of the
    /// nearest bin beyond them all.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let above = self.value.partition_point(|other| *other < value);
        let last = self.value.len() - 1;
        if above == 0 || above > last {
            return self.score[above.min(last)];
        }
        let (low, high) = (self.value[above - 1], self.value[above]);
        let share = (value - low) / (high - low);
        self.score[above - 1] + share * (self.score[above] - self.score[above - 1])
    }
}

/// The share of the standard normal distribution that lies below a value.
fn share_below(value: f64) -> f64 {
    0.5 * libm::erfc(-value * std::f64::consts::FRAC_1_SQRT_2)
}

/// The standard normal value below which a share of the distribution lies.
fn normal(share: f64) -> f64 {
    std::f64::consts::SQRT_2 * erf_inv(2.0 * share - 1.0)
}
