//! What a field of a scenario may be.

/// The values that a field accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Domain {
    /// 0 to 1, both included.
    Probability,
    /// Above 0.
    Positive,
    /// 0 or more.
    NonNegative,
    /// Any finite number.
    Real,
}

impl Domain {
    /// The smallest and largest value, or what they approach.
    #[must_use]
    pub fn bounds(self) -> (f64, f64) {
        match self {
            Self::Probability => (0.0, 1.0),
            Self::Positive | Self::NonNegative => (0.0, f64::INFINITY),
            Self::Real => (f64::NEG_INFINITY, f64::INFINITY),
        }
    }

    /// Whether the field accepts `value`.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        let (low, high) = self.bounds();
        let above = if self == Self::Positive { value > low } else { value >= low };
        value.is_finite() && above && value <= high
    }

    /// Whether `value` lies inside the domain and not at its edge.
    #[must_use]
    pub fn holds_strictly(self, value: f64) -> bool {
        let (low, high) = self.bounds();
        low < value && value < high
    }

    /// The domain in words, as in "must be a probability".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Probability => "probability",
            Self::Positive => "positive number",
            Self::NonNegative => "non-negative number",
            Self::Real => "number",
        }
    }

    /// Where a value inside the domain lies, in words.
    #[must_use]
    pub fn inside(self) -> &'static str {
        match self {
            Self::Probability => "between 0 and 1",
            Self::Positive | Self::NonNegative => "above 0",
            Self::Real => "between minus and plus infinity",
        }
    }
}
