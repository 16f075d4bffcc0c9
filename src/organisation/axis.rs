//! A number of the scenarios that takes one value after the other.

use crate::distribution::Domain;

/// What is varied, and over which values.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Its path, as it is typed; "team" for the size of the company.
    pub path: String,
    /// Ascending, at least two.
    pub values: Vec<f64>,
    /// Whether they are others than was asked for, as they must be whole.
    pub rounded: bool,
    /// How they follow each other.
    pub spacing: Spacing,
    /// What its field may be, where it may be uncertain.
    pub domain: Option<Domain>,
    /// What each scenario says of it without being varied; none for a scenario
    /// that has no such number, and which varying it leaves as it is.
    pub today: Vec<Option<Today>>,
}

/// How the values of an axis follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spacing {
    /// By equal differences.
    Even,
    /// In whole numbers.
    Whole,
    /// By equal ratios.
    Ratio,
}

/// What a scenario says of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Today {
    /// The value, or its median.
    pub value: f64,
    /// P5 and P95 where it is uncertain.
    pub range: Option<(f64, f64)>,
}

impl Axis {
    /// A value on the scale on which the values are evenly spaced.
    #[must_use]
    pub fn place(&self, value: f64) -> f64 {
        if self.spacing == Spacing::Ratio { value.ln() } else { value }
    }

    /// The value at a place on that scale.
    #[must_use]
    pub fn value(&self, place: f64) -> f64 {
        if self.spacing == Spacing::Ratio { place.exp() } else { place }
    }

    /// Whether varying it changes a scenario, by its place.
    #[must_use]
    pub fn touches(&self, scenario: usize) -> bool {
        self.today[scenario].is_some()
    }
}
