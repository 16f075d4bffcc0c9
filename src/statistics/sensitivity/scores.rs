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
    /// Mean score of each bin, ascending.
    pub score: Vec<f64>,
    /// Mean angle of each bin, ascending: the arcsine of its runs' ranks from -1 to
    /// 1. Between ranks and scores, with ends that are neither crowded nor empty.
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
        let mut latest = i64::MIN;
        ties(x, |places, below| {
            let count = places.len() as f64;
            let rank = (below as f64 + count / 2.0) / x.len() as f64;
            let score = normal(rank);
            let cell = (score / WIDTH).round() as i64;
            if cell != latest {
                latest = cell;
                scores.open();
            }
            scores.add(count, [score, (2.0 * rank - 1.0).asin(), x[places[0] as usize]]);
            for &place in places {
                scores.bin[place as usize] = scores.runs.len() as u32 - 1;
            }
        });
        scores
    }

    /// The means of each bin, by what they are of.
    fn means(&mut self) -> [&mut Vec<f64>; 3] {
        [&mut self.score, &mut self.angle, &mut self.value]
    }

    /// Starts a bin.
    fn open(&mut self) {
        self.runs.push(0.0);
        for means in self.means() {
            means.push(0.0);
        }
    }

    /// Takes equal values into the last bin.
    fn add(&mut self, count: f64, values: [f64; 3]) {
        let last = self.runs.len() - 1;
        self.runs[last] += count;
        let share = count / self.runs[last];
        for (means, value) in self.means().into_iter().zip(values) {
            means[last] += share * (value - means[last]);
        }
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

/// The standard normal value below which a share of the distribution lies.
fn normal(share: f64) -> f64 {
    std::f64::consts::SQRT_2 * erf_inv(2.0 * share - 1.0)
}
