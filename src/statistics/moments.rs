//! Means, spreads and correlations.

/// Mean and spread of values that arrive one by one.
///
/// Welford's recurrence (1962, Technometrics 4 (3)): no loss of precision where
/// the spread is small beside the mean.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moments {
    count: f64,
    mean: f64,
    squares: f64,
}

impl Moments {
    /// Takes in one more value.
    pub fn add(&mut self, value: f64) {
        self.count += 1.0;
        let off = value - self.mean;
        self.mean += off / self.count;
        self.squares += off * (value - self.mean);
    }

    /// How many values.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count as usize
    }

    /// The mean; 0 of no values.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The mean of ones, halves and noughts, which is a share of the count: exact,
    /// so that a share may be compared with a number.
    #[must_use]
    pub fn share(&self) -> f64 {
        let halves = 2.0 * self.count;
        if halves > 0.0 { (self.mean * halves).round() / halves } else { 0.0 }
    }

    /// The standard deviation of a sample; 0 of fewer than two values.
    #[must_use]
    pub fn sd(&self) -> f64 {
        if self.count < 2.0 { 0.0 } else { (self.squares / (self.count - 1.0)).sqrt() }
    }

    /// The standard error of the mean.
    #[must_use]
    pub fn se(&self) -> f64 {
        if self.count < 2.0 { 0.0 } else { self.sd() / self.count.sqrt() }
    }
}

impl FromIterator<f64> for Moments {
    fn from_iter<T: IntoIterator<Item = f64>>(values: T) -> Self {
        let mut moments = Self::default();
        for value in values {
            moments.add(value);
        }
        moments
    }
}

/// Pearson's correlation of paired values; none where one side does not vary.
#[must_use]
pub fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let (of_a, of_b): (Moments, Moments) =
        (a.iter().copied().collect(), b.iter().copied().collect());
    let spread = of_a.sd() * of_b.sd();
    if spread <= 0.0 || !spread.is_finite() {
        return None;
    }
    let products: Moments =
        a.iter().zip(b).map(|(x, y)| (x - of_a.mean()) * (y - of_b.mean())).collect();
    let degrees = of_a.count / (of_a.count - 1.0);
    Some((products.mean() * degrees / spread).clamp(-1.0, 1.0))
}
