//! Why a distribution cannot be built.

use thiserror::Error;

/// Why the parameters do not make a distribution. The text is a phrase that
/// finishes "this is no distribution: …".
#[derive(Debug, Clone, PartialEq, Error)]
pub enum DistributionError {
    /// A parameter is infinite or not a number.
    #[error("{name} must be a finite number")]
    NotFinite {
        /// The parameter as it is called in the notation.
        name: &'static str,
    },
    /// A parameter that must be above zero is not.
    #[error("{name} must be above 0, not {value}")]
    NotPositive {
        /// The parameter as it is called in the notation.
        name: &'static str,
        /// What was given.
        value: f64,
    },
    /// The ratio of two shapes, or one of them, is no ordinary number.
    #[error("the shapes are too small, or too far apart, to calculate with")]
    ShapesApart,
    /// Two parameters stand in the wrong order, or leave no room between them.
    #[error("{low_name} ({low}) must be below {high_name} ({high})")]
    Reversed {
        /// The parameter that must be the smaller one.
        low_name: &'static str,
        /// Its value.
        low: f64,
        /// The parameter that must be the larger one.
        high_name: &'static str,
        /// Its value.
        high: f64,
    },
    /// The mode lies outside the range.
    #[error("mode ({mode}) must lie between min ({low}) and max ({high})")]
    ModeOutside {
        /// The smallest value.
        low: f64,
        /// The most likely value.
        mode: f64,
        /// The largest value.
        high: f64,
    },
    /// An interval's end does not lie strictly inside the field's domain.
    #[error("both ends of an interval for a {domain} must lie {inside}, {value} does not")]
    EndOutside {
        /// The domain in words.
        domain: &'static str,
        /// What the ends must satisfy, in words.
        inside: &'static str,
        /// The end at fault.
        value: f64,
    },
    /// The values run out of the range of numbers.
    #[error("some of its values are too large to calculate with (above 1e308)")]
    TooWide,
    /// No values at all, or all weights are zero.
    #[error("at least one value must have a weight above 0")]
    Empty,
    /// A weight is below zero.
    #[error("the weight of {value} must be 0 or more, not {weight}")]
    NegativeWeight {
        /// The value that carries the weight.
        value: f64,
        /// The weight.
        weight: f64,
    },
    /// A truncation keeps nothing of the distribution.
    #[error("nothing of the distribution lies between {low} and {high}")]
    NothingLeft {
        /// Lower end of the truncation.
        low: f64,
        /// Upper end of the truncation.
        high: f64,
    },
    /// A truncation keeps too little of the distribution to tell levels apart.
    #[error("too little of the distribution lies between {low} and {high} to calculate with")]
    TooNarrow {
        /// Lower end of the truncation.
        low: f64,
        /// Upper end of the truncation.
        high: f64,
    },
}
